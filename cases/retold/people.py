"""Changes of who holds the tenancy and claims to buy the home, told again."""

from collections.abc import Iterator

from cases import commands as c
from cases.retold.act import Act
from cases.state import PartyChange, RightToBuy


def change(one: PartyChange) -> Iterator[Act]:
    """A change as it was recorded; none where it is known never to have been."""
    if one.never:
        return
    held = (*(t for t in one.before if t not in one.left), *one.joined)
    told = c.RecordParties(cause=one.cause, on=one.on, tenants=held, proof=one.proof, document=one.document)
    yield Act(one.id, told, one.recorded_by, one.recorded_on)


def right_to_buy(one: RightToBuy) -> Iterator[Act]:
    """A claim to buy, and its end."""
    if one.never:
        return
    made = c.RecordRightToBuy(claimed_on=one.claimed_on, admitted_on=one.admitted_on, offer_on=one.offer_on)
    yield Act(one.id, made, one.recorded_by)
    if one.ended_on is not None and one.ended_how is not None:
        yield Act(one.id, c.EndRightToBuy(right_to_buy_id=one.id, on=one.ended_on, how=one.ended_how))
