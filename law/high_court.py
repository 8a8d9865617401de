"""Enforcement in the High Court: the move from the County Court, permission, the writ and the eviction under it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from law.checks import need_date, need_one_of
from law.counting import add_months, months_beginning_last_day
from law.enforcement import eviction_earliest
from law.errors import BadFact
from law.explained import Explained, Step, long_date
from law.fees import fee
from law.rules import explain

Against = Literal["tenants", "trespassers"]
Reason = Literal["delay", "damage", "loss"]
_REASONS = {
    "delay": "the County Court's bailiffs cannot come soon enough",
    "damage": "the property is being damaged",
    "loss": "the loss grows with every week",
}
TRESPASS_WRIT_MONTHS = 3
WRIT_MONTHS = 12


@dataclass(frozen=True)
class WritTransfer:
    """The road to a High Court writ of possession, in its order.

    `permission` and `notice_given` are yes or no; the writ may be asked for once permission is had, where needed, and
    every occupier was told. `eviction_earliest` is None until the notice of eviction (N54) is delivered: it is needed
    here as under a warrant. Fees in pence, None where no figure was found.
    """

    transfer: Explained[str]
    transfer_fee: Explained[int | None]
    permission: Explained[bool]
    notice_given: Explained[bool]
    request: Explained[str]
    seal_fee: Explained[int | None]
    eviction_earliest: Explained[date] | None


def writ_transfer(
    *,
    ordered: date,
    on: date,
    reason: Reason,
    against: Against = "tenants",
    occupiers_told: date | None = None,
    n54_delivered: date | None = None,
) -> WritTransfer:
    """What moving a possession order to the High Court asks for on that day (CCA 1984 s.42; CPR 83.13, 83.8A).

    The County Court moves the order on an N244 with reasons; it may refuse. Permission is asked for at the same time.
    `occupiers_told` is the day the last person in actual possession was told of the proceedings (CPR 83.13(8)(a)).
    Orders against trespassers need no notice of eviction. Raises BadFact, OutsideTables.
    """
    need_one_of("reason", reason, tuple(_REASONS))
    need_one_of("against", against, ("tenants", "trespassers"))
    if need_date("on", on) < need_date("ordered", ordered):
        raise BadFact("on", "An order cannot be enforced before it is made.", "Check both days.")
    trigger = f"Order made on {long_date(ordered)}, asked on {long_date(on)}"
    why = Step(f"Application notice to the court that made the order, saying that {_REASONS[reason]}", "CCA 1984 s.42")
    certified = Step(
        "Take the form, certified by the County Court, to the High Court with the writ", "CPR 83.13, 83.19"
    )
    told_at_all = occupiers_told is not None and need_date("occupiers_told", occupiers_told) <= on
    notice = Step(
        f"The last occupier was told on {long_date(occupiers_told)}"
        if occupiers_told is not None
        else "No day is recorded on which every occupier was told",
        "CPR 83.13(8)(a)",
    )
    return WritTransfer(
        explain("writ_transfer", "N244", trigger, why, on=on),
        fee("application_notice", on),
        writ_permission(ordered, on, against),
        explain("writ_notice", told_at_all, trigger, notice, on=on),
        explain("writ_request", "N293A", trigger, certified, on=on),
        fee("writ_seal", on),
        eviction_earliest(n54_delivered) if n54_delivered is not None and against == "tenants" else None,
    )


def trespass_writ_by(ordered: date) -> Explained[date]:
    """The last day for a writ against trespassers without permission: three months after the order (CPR 83.13(3))."""
    day = add_months(ordered, TRESPASS_WRIT_MONTHS)
    step = Step(f"Three months after is {long_date(day)}", "CPR 83.13(3)", day)
    return explain("trespass_writ_by", day, f"Order made on {long_date(ordered)}", step, on=ordered)


def writ_permission(ordered: date, on: date, against: Against) -> Explained[bool]:
    """Whether the court's permission is needed before a writ: always, save against trespassers for three months."""
    need_one_of("against", against, ("tenants", "trespassers"))
    made = long_date(need_date("ordered", ordered))
    trigger = f"Order made on {made}, asked on {long_date(need_date('on', on))}"
    if against == "tenants":
        step = Step("The order is not against trespassers, so permission is always needed", "CPR 83.13(2)")
        return explain("writ_permission", True, trigger, step, on=on)
    last = trespass_writ_by(ordered).value
    step = Step(f"Without permission up to {long_date(last)}, three months after the order", "CPR 83.13(3)", last)
    return explain("writ_permission", on > last, trigger, step, on=on)


def writ_expires(issued: date) -> Explained[date]:
    """The last day of the writ: twelve months beginning with issue (CPR 83.3(3))."""
    day = months_beginning_last_day(issued, WRIT_MONTHS)
    step = Step(f"Twelve months beginning with issue end on {long_date(day)}", "CPR 83.3(3)", day)
    return explain("writ_life", day, f"Writ issued on {long_date(issued)}", step, on=issued)


def restitution_permission(by: Literal["warrant", "writ"], on: date) -> Explained[bool]:
    """Whether permission is needed on that day to remove people who came back after the eviction.

    The evidence is how and when they returned: a statement, photographs, a police report. Raises OutsideTables for a
    day before the rule of December 2020.
    """
    need_one_of("by", by, ("warrant", "writ"))
    words = {
        "writ": "A writ of restitution always needs permission",
        "warrant": "A warrant of restitution needs permission, on evidence of the wrongful return",
    }[by]
    trigger = f"Occupiers came back after the eviction; asked on {long_date(need_date('on', on))}"
    return explain("restitution_permission", True, trigger, Step(words, "CPR 83.13(4A), 83.26; SI 2020/1228"), on=on)
