"""An application to the court while it is being prepared."""

from datetime import date

from cases.base import Value
from cases.court_words import ApplicationFor
from cases.state.people import Person


class ApplicationDraft(Value):
    """An application that the landlord prepares. `application_id` names what it became when it was filed."""

    id: str
    purpose: ApplicationFor
    claim_id: str
    order_id: str = ""
    by_consent: bool = False
    drafted_on: date
    drafted_by: Person
    application_id: str = ""
    dropped_on: date | None = None

    @property
    def live(self) -> bool:
        """Neither filed nor dropped."""
        return not self.application_id and self.dropped_on is None

    @property
    def about(self) -> str:
        """The order that it is about, else the claim."""
        return self.order_id or self.claim_id
