"""What the law forbids whatever is asked of a case of any track, in whatever order: walked at random, act by act."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.commands import SYSTEM_COMMANDS, Command, RecordDecision, RecordTrusteeCopy
from cases.evolve import apply
from cases.roles import who_may
from cases.samples import beside, road
from cases.stages.eviction import n54_needed
from cases.stages.order import conditional
from cases.stages.shared import notice_for_arrears, running
from cases.state import CaseState, Claim, Order, Person, Warrant
from cases.tracks import ROADS
from cases.words import Breach, Cause, DecisionKind, LeavingKind, NoticeKind, OutcomeKind, Route, Track
from law.errors import LawError
from law.orders import may_suspend, possession_date_latest, s89_applies
from law.tenancies import Occupancy
from tests.cases.random_commands import commands_of, value_of
from tests.cases.road import SYSTEM, TEXT
from tests.cases.walks import Walk, council, provider
from tests.examples import examples

SECTION_21 = ("deposit", "gas_and_epc", "licence")
CONDITION = {"condition": "1", "condition_on": date(2026, 1, 15)}


def _decided(occupancy: str, duty: str, kind: NoticeKind) -> Walk:
    walk = council(occupancy, duty=duty).begin()
    walk.do(RecordDecision(decision=DecisionKind.DUTY_ENDED, on=walk.day, told_on=walk.day, reasons=TEXT))
    return walk.give(kind)


def _flexible() -> Walk:
    walk = council("flexible", date(2021, 10, 4), fixed_term_end=date(2026, 10, 3)).begin()
    return walk.give(NoticeKind.S107D_NON_RENEWAL).give(NoticeKind.S107D_POSSESSION)


def _market() -> Walk:
    walk = provider("assured", date(2025, 6, 2), social_housing=False).on(date(2026, 5, 20))
    return walk.begin(Track.ASSURED_NEW).give(NoticeKind.S8_NEW, "10", "11")


SERVED: dict[Track, Callable[[], Walk]] = {
    Track.SECURE_ARREARS: lambda: council("secure").begin(Track.SECURE_ARREARS).give(NoticeKind.S83, "1"),
    Track.SECURE_OTHER: lambda: council("secure").begin(Track.SECURE_OTHER).give(NoticeKind.S83, "2"),
    Track.SECURE_ABSOLUTE: lambda: (
        council("secure").begin(Track.SECURE_ABSOLUTE).give(NoticeKind.S83ZA, "84A", **CONDITION)
    ),
    Track.INTRODUCTORY: lambda: council("introductory").begin().give(NoticeKind.S128),
    Track.DEMOTED_COUNCIL: lambda: council("demoted", demoted_on=date(2025, 6, 2)).begin().give(NoticeKind.S143E),
    Track.DEMOTED_PROVIDER: lambda: (
        provider("demoted", demoted_on=date(2025, 6, 2)).begin().give(NoticeKind.S21, confirmed=SECTION_21)
    ),
    Track.FLEXIBLE: _flexible,
    Track.ASSURED_ARREARS: lambda: provider("assured").begin(Track.ASSURED_ARREARS).give(NoticeKind.S8, "8", "10"),
    Track.ASSURED_OTHER: lambda: provider("assured").begin(Track.ASSURED_OTHER).give(NoticeKind.S8, "14"),
    Track.SHORTHOLD: lambda: (
        provider("assured_shorthold", date(2025, 6, 2))
        .begin(Track.SHORTHOLD)
        .give(NoticeKind.S21, confirmed=SECTION_21)
    ),
    Track.ASSURED_NEW: _market,
    Track.TEMPORARY: lambda: _decided("non_secure_ta", "s.193", NoticeKind.NOTICE_TO_QUIT),
    Track.TEMPORARY_LICENCE: lambda: _decided("licence_ta", "s.193", NoticeKind.LICENCE_END),
    Track.INTERIM: lambda: _decided("interim_ta", "s.188", NoticeKind.REASONABLE),
    Track.GARAGE: lambda: council("garage").begin().give(NoticeKind.GARAGE),
    Track.NO_SUCCESSOR: lambda: council("death_no_successor").begin(cause=Cause.ENDED).give(NoticeKind.ESTATE),
    Track.TRESPASS: lambda: council("unauthorised").begin().give(NoticeKind.LEAVE),
}
"""A notice served on the road of every track."""

CONDUCT_OR_NONE = {Track.SECURE_OTHER: ("2",), Track.SECURE_ABSOLUTE: ("84A",), Track.ASSURED_OTHER: ("14",)}
ON_RENT = {Track.SECURE_ARREARS: ("1",), Track.ASSURED_ARREARS: ("10",), Track.ASSURED_NEW: ("10",)}


def _before(track: Track) -> Walk:
    walk = SERVED[track]()
    if track is Track.NO_SUCCESSOR:
        walk.do(RecordTrusteeCopy(notice_id="N1", on=walk.day))
    if track is Track.FLEXIBLE:
        walk.on(date(2026, 10, 5))
    return walk


def to_the_order(track: Track, data: st.DataObject) -> Walk:
    """The road as far as it is drawn: a notice, a claim, a hearing, an order."""
    walk = _before(track)
    far = data.draw(st.integers(0, 4 if ROADS[track].court else 1))
    if far > 0:
        walk.ready()
    if far > 1:
        walk.claim(route=Route.PAPER)
    if far > 2:
        walk.heard()
    if far > 3:
        walk.ordered(*{**CONDUCT_OR_NONE, **ON_RENT}.get(track, ()))
    return walk


def drawn(data: st.DataObject, walk: Walk) -> Command:
    """A step that the case itself offers, as it is or on another day; or any command, its fields plausible enough."""
    offers = [o.command for o in (*road(walk.case, walk.facts(), walk.day), *beside(walk.case, walk.facts(), walk.day))]
    plain = data.draw(st.integers(0, 3)) > 0
    kind = data.draw(st.sampled_from(sorted({c.kind for c in offers} - NEVER)))
    if not plain:
        return _any(data, walk)
    return _some_other_day(data, data.draw(st.sampled_from([c for c in offers if c.kind == kind])))


def _some_other_day(data: st.DataObject, command: Command) -> Command:
    days = [name for name in type(command).model_fields if isinstance(getattr(command, name), date)]
    if not days or data.draw(st.booleans()):
        return command
    name = data.draw(st.sampled_from(days))
    moved = getattr(command, name) + timedelta(days=data.draw(st.sampled_from([-30, -14, -1, 1, 14, 30])))
    return command.model_copy(update={name: moved})


def _any(data: st.DataObject, walk: Walk) -> Command:
    state = walk.case
    lists = (state.notices, state.claims, state.hearings, state.orders, state.warrants, state.applications)
    ids = [item.id for items in lists for item in items] + ["D1", "X9"]
    models = [m for m in commands_of(Command) if m.model_fields["kind"].default not in NEVER]
    model: Any = data.draw(st.sampled_from(models))
    fields = {
        name: data.draw(value_of(field, name, walk.day, ids, walk.tenancy.tenants))
        for name, field in model.model_fields.items()
        if name != "kind"
    }
    made: Command = model(**fields)
    return made


NEVER = SYSTEM_COMMANDS | {"open_case", "take_on", "correct", "close_case", "request_paper", "add_note", "reassign"}


def _asked_by(command: Command) -> Person:
    role = sorted(who_may(command.kind))[-1] if command.kind not in SYSTEM_COMMANDS else SYSTEM.role
    return Person(user_id="somebody.else", role=role)


def _new(before: CaseState, after: CaseState, name: str) -> Iterator[tuple[Any, Any]]:
    old = {item.id: item for item in getattr(before, name)}
    for item in getattr(after, name):
        if item != old.get(item.id):
            yield old.get(item.id), item


def _claim_lawful(after: CaseState, walk: Walk, claim: Claim) -> None:
    assert ROADS[after.track].court
    assert claim.issued_on is not None
    for notice in (n for n in after.notices if n.id in claim.notices):
        assert notice.served is not None
        assert not notice.withdrawn
        assert notice.issue_from is not None
        assert notice.issue_from.on <= claim.issued_on
        assert notice.last_safe_issue is None or claim.issued_on <= notice.last_safe_issue.on
        if notice_for_arrears(after, walk.facts(), notice):
            assert running(after, claim.issued_on) is None


def _order_lawful(after: CaseState, order: Order) -> None:
    occupancy = Occupancy(after.occupancy)
    try:
        wide = may_suspend(occupancy, order.grounds_proved, order.made_on).value
        limited = s89_applies(order.grounds_proved, occupancy, order.made_on)
    except LawError:
        assert order.kind is OutcomeKind.CONSENT  # alone may be recorded without its grounds
        return
    if order.kind in (OutcomeKind.SUSPENDED, OutcomeKind.POSTPONED):
        assert wide
    if order.kind is OutcomeKind.OUTRIGHT and limited and order.possession and not order.earlier_terms:
        assert order.possession.on <= possession_date_latest(order.made_on, True).value


def _warrant_lawful(after: CaseState, warrant: Warrant) -> None:
    order = next(o for o in after.orders if o.id == warrant.order_id)
    assert warrant.requested_on is not None
    assert order.warrant_earliest is not None
    assert warrant.requested_on >= order.warrant_earliest.on
    if conditional(order):
        assert warrant.breach is not Breach.NONE
        assert order.breach_kind is not Breach.NONE
    if warrant.breach is Breach.OTHER:
        assert order.permission_on is not None
    if warrant.executed_on and n54_needed(after):
        assert warrant.n54_delivered_on is not None
        assert (warrant.executed_on - warrant.n54_delivered_on).days >= 15


def keeps_the_law(before: CaseState, after: CaseState, walk: Walk) -> None:
    """Nothing that an act changed is against the law."""
    for was, claim in _new(before, after, "claims"):
        if claim.issued_on and (was is None or was.issued_on is None):
            _claim_lawful(after, walk, claim)
    for _, order in _new(before, after, "orders"):
        if order.kind.gives_possession or order.kind is OutcomeKind.CONSENT:
            _order_lawful(after, order)
    for was, warrant in _new(before, after, "warrants"):
        if warrant.requested_on and (was is None or was.requested_on is None or warrant.executed_on):
            _warrant_lawful(after, warrant)
    for was, notice in _new(before, after, "notices"):
        if notice.served and (was is None or was.served is None) and notice_for_arrears(after, walk.facts(), notice):
            assert all(running(after, s.served.on) is None for s in notice.services)
    gone = after.leaving
    if gone is not None and before.leaving is None and gone.how is LeavingKind.TAKEN_BACK:
        assert not ROADS[after.track].court


@pytest.mark.parametrize("track", list(Track))
@settings(max_examples=examples(6), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_no_sequence_of_acts_breaks_the_law_and_every_refusal_says_why(track: Track, data: st.DataObject) -> None:
    walk = to_the_order(track, data)
    for _ in range(data.draw(st.integers(1, 16))):
        walk.later(data.draw(st.sampled_from([0, 0, 0, 0, 1, 15, 30])))
        asked = drawn(data, walk)
        decision = walk.ask(asked, _asked_by(asked))
        for refusal in decision.refusals:
            assert refusal.says.strip()
            assert refusal.mend.strip()
            assert refusal.confidence in ("", "A", "B", "C")
        if not decision.accepted or not decision.events:
            continue
        before = walk.case
        walk.state = apply(walk.state, decision.events)
        keeps_the_law(before, walk.case, walk)


def test_every_track_is_walked() -> None:
    assert set(SERVED) == set(Track) == set(ROADS)
