"""The landlord's own application: prepared, its paper made, filed."""

from datetime import date
from typing import Literal

from cases.base import Pence, Value
from cases.court_words import ApplicationFor


class DraftApplication(Value):
    """Prepare an application to the court, so that its paper is made before it goes.

    `subject` is the order, or the claim where it is to be restored. `by_consent`: by consent, or without notice.
    """

    kind: Literal["draft_application"] = "draft_application"
    subject: str
    purpose: ApplicationFor
    by_consent: bool = False


class FileApplication(Value):
    """The prepared application went to the court. `fee_pence` is entered only where the table has none."""

    kind: Literal["file_application"] = "file_application"
    draft_id: str
    on: date
    hearing_on: date | None = None
    fee_pence: Pence | None = None


class DropApplication(Value):
    """The prepared application does not go to the court."""

    kind: Literal["drop_application"] = "drop_application"
    draft_id: str
