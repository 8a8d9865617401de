"""The ways a case says no.

Refusal            one reason: gate, field, rule, mend, authority
CaseError          the family
├── Refused        gates do not hold; every reason together
├── Invalid        the facts or the command are wrong in themselves
├── Conflict       the case has moved on since the person looked
├── NotFound       no such case, notice, order ...
└── NotAllowed     this person may not do this
"""

from collections.abc import Iterable

from cases.base import Value
from cases.words import Role


class Refusal(Value):
    """Why not, and what would mend it. `code` is stable; the rest is for people.

    `may_override` names the roles that this landlord lets set it aside with a reason; empty where nobody may.
    """

    code: str
    says: str
    mend: str
    field: str = ""
    authority: str = ""
    confidence: str = ""
    link: str = ""
    may_override: tuple[Role, ...] = ()


class CaseError(Exception):
    """A refusal by the case, carrying every reason."""

    kind = "refused"

    def __init__(self, refusals: Iterable[Refusal] | Refusal) -> None:
        self.refusals = (refusals,) if isinstance(refusals, Refusal) else tuple(refusals)
        super().__init__(", ".join(r.code for r in self.refusals))


class Refused(CaseError):
    """One or more gates do not hold."""


class Invalid(CaseError):
    """The command or the facts are wrong in themselves."""

    kind = "invalid"


class Conflict(CaseError):
    """The case has moved on since the person looked; look again."""

    kind = "conflict"


class NotFound(CaseError):
    """There is no such thing."""

    kind = "not_found"


class NotAllowed(CaseError):
    """This person may not do this."""

    kind = "not_allowed"
