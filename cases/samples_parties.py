"""The acts about who holds the tenancy, who lives there and a claim to buy, each in its plainest form."""

from collections.abc import Iterator
from datetime import date

from cases import parties
from cases.commands import EndRightToBuy, RecordApplication, RecordHousehold, RecordParties, RecordRightToBuy
from cases.court_words import ApplicationFor, Party
from cases.party_words import BuyEnd, PartyCause
from cases.samples_court import TEXT, Offer
from cases.state import CaseState


def on_people(state: CaseState, today: date) -> Iterator[Offer]:
    """What can be recorded of the people at any time; after a change, having a claim's parties amended."""
    changed = RecordParties(cause=PartyCause.NAME, on=today, tenants=state.tenants, proof=TEXT)
    yield Offer(changed, "", "Record a change of tenants")
    yield Offer(RecordHousehold(on=today), "", "Record who else lives there")
    yield Offer(RecordRightToBuy(claimed_on=state.opened_on), "", "Record a right to buy claim")
    runs = parties.buying(state)
    if runs is not None:
        ended = EndRightToBuy(right_to_buy_id=runs.id, on=today, how=BuyEnd.WITHDRAWN)
        yield Offer(ended, runs.id, f"Record that the claim to buy {runs.id} ended")
    for c in (c for c in state.claims if c.live and c.issued_on and parties.unamended(state, c)):
        applied = RecordApplication(
            subject=c.id, purpose=ApplicationFor.PARTIES, by=Party.LANDLORD, made_on=today, hearing_on=None
        )
        yield Offer(applied, c.id, f"Record the application to amend the parties of claim {c.id}")
