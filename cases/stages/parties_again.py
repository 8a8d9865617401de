"""A change of tenants, or a claim to buy, as it is now known to have been; and who holds the tenancy then."""

from typing import Any

from cases import parties
from cases.commands import Command, EndRightToBuy, RecordParties, RecordRightToBuy
from cases.retold.act import Act
from cases.state import CaseState, PartyChange, RightToBuy

KINDS = frozenset({"record_parties", "record_right_to_buy", "end_right_to_buy"})


def corrected(state: CaseState, act: Act, command: Command | None) -> CaseState:
    """The case with that act as it is now known to have been; None means that it never happened."""
    if act.command.kind == "record_parties":
        told = command if isinstance(command, RecordParties) else None
        changes = tuple(_change(one, told) if one.id == act.item else one for one in state.party_changes)
        after = state.model_copy(update={"party_changes": changes})
        return after.model_copy(update={"tenants": parties.tenants_after(after)})
    buys = tuple(_buy(one, act, command) if one.id == act.item else one for one in state.right_to_buys)
    return state.model_copy(update={"right_to_buys": buys})


def _change(one: PartyChange, told: RecordParties | None) -> PartyChange:
    if told is None:
        return one.model_copy(update={"never": True})
    now: dict[str, Any] = {
        "cause": told.cause,
        "on": told.on,
        "document": told.document,
        "joined": tuple(t for t in dict.fromkeys(told.tenants) if t not in one.before),
        "left": tuple(t for t in one.before if t not in told.tenants),
    }
    return one.model_copy(update=now)


def _buy(one: RightToBuy, act: Act, command: Command | None) -> RightToBuy:
    match command:
        case RecordRightToBuy():
            days = {"claimed_on": command.claimed_on, "admitted_on": command.admitted_on, "offer_on": command.offer_on}
            return one.model_copy(update=days)
        case EndRightToBuy():
            return one.model_copy(update={"ended_on": command.on, "ended_how": command.how})
    if act.command.kind == "end_right_to_buy":
        return one.model_copy(update={"ended_on": None, "ended_how": None})
    return one.model_copy(update={"never": True})
