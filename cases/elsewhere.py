"""What another case of the same landlord records of somebody who is a tenant here too."""

from datetime import date

from cases.base import Value


class HeldElsewhere(Value):
    """A moratorium, an insolvency or a death on another open case, of somebody of this tenancy.

    `kind` is law's word for it. `tenants` are the ids they go by here; `last` its last day, where it is known. They
    are taken for the same by name and date of birth; what was compared is told nowhere.
    """

    case_id: str
    hold_id: str
    kind: str
    label: str
    started_on: date
    last: date | None = None
    tenants: tuple[str, ...]
