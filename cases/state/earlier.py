"""What was brought in of a case that was under way before it came here."""

from datetime import date

from cases.base import Value
from cases.state.people import Person


class TakenOn(Value):
    """When a case was taken on, by whom, from which day its history was told, and since when it was at its stage.

    `acts` are those that were told (`N1/serve_notice`): done elsewhere, so nothing of here is asked of them. `gaps` say
    what nobody told and this record cannot know.
    """

    on: date
    by: Person
    began_on: date
    stage_since: date | None = None
    acts: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()

    def told(self, item: str, kind: str) -> bool:
        """Whether that act on the item was done before the case came here."""
        return f"{item}/{kind}" in self.acts
