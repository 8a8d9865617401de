"""What comes of a command: events, or every reason why not."""

from cases.base import Value
from cases.events import Event
from cases.refusals import Refusal


class Decision(Value):
    """The answer to a command. Exactly one of `events` and `refusals` is filled.

    `kind` is `accepted` or the kind of refusal (`refused`, `invalid`, `conflict`, `not_found`, `not_allowed`).
    """

    kind: str = "accepted"
    events: tuple[Event, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the command took effect."""
        return self.kind == "accepted"
