"""What another case of the same landlord records of somebody who is a tenant here too."""

from datetime import date

from cases.base import Value

RESTRICTED = "restricted"
"""What stands for the id of a case that only named people may see."""


class HeldElsewhere(Value):
    """A moratorium, an insolvency or a death on another open case, of somebody of this tenancy.

    `kind` is law's word for it. `tenants` are the ids they go by here; `last` its last day, where it is known. They
    are taken for the same by name and date of birth; what was compared is told nowhere. Of a case that only named
    people may see the hold is told and the case is not: its `case_id` is RESTRICTED.
    """

    case_id: str
    hold_id: str
    kind: str
    label: str
    started_on: date
    last: date | None = None
    tenants: tuple[str, ...]

    @property
    def where(self) -> str:
        """The case it is recorded in, as people are told."""
        return "a case that only named people may see" if self.case_id == RESTRICTED else f"case {self.case_id}"
