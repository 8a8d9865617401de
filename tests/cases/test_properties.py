"""What holds whatever is asked of a case, in whatever order."""

from collections import Counter
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from cases import commands as c
from cases.available import available
from cases.court_words import ApplicationFor, ArrangementEnd, ArrangementKind, Party
from cases.deadlines import difference
from cases.decide import DECIDERS
from cases.evolve import apply, fold, fold_steps
from cases.instants import end_of_day, legal_day, start_of_day
from cases.outcome import Decision
from cases.papers import facts_digest, offered
from cases.rules import GATES
from cases.state import CaseState
from cases.views import stage, summary
from cases.words import Breach, CloseResult, NoticeKind, OutcomeKind, PaperKind, Risk, Role, Route, StepBefore, Track
from tests.cases.random_commands import GAPS
from tests.cases.road import LEADER, OFFICER, SENIOR, SYSTEM, TEXT, Road, assured_road, secure_road
from tests.cases.walks import Walk, council, provider
from tests.examples import examples

STARTS: list[Callable[[Road], Any]] = [
    lambda r: r,
    lambda r: r.opened(),
    lambda r: r.to_drafted_notice(),
    lambda r: r.to_served_notice(),
    lambda r: r.to_ripe_notice(),
    lambda r: r.to_approved_claim(),
    lambda r: r.to_listed_hearing(),
    lambda r: r.to_hearing_day(),
    lambda r: r.to_suspended_order(),
    lambda r: r.to_broken_order(),
    lambda r: r.to_broken_order().to_issued_warrant(),
    lambda r: r.to_broken_order().to_booked_eviction(),
]

ids = st.sampled_from(["N1", "N2", "C1", "C2", "H1", "H2", "O1", "W1", "W2", "B1", "P1", "R1", "R2", "A1", "X9", ""])
offsets = st.sampled_from([-400, -30, -8, -1, 0, 0, 0, 0, 1, 7, 14, 15, 28, 29, 56, 400])
pence = st.one_of(st.none(), st.integers(-5, 200_000))
tenants = st.sampled_from([("T1-1",), ("T1-2",), ("T1-1", "T1-2"), ("T2-1",), ("nobody",), ()])


@st.composite
def command(draw: Any, today: date) -> Any:
    """Any command, sensible or not, on days near today."""

    def day() -> date:
        return today + timedelta(days=draw(offsets))

    kind = draw(st.sampled_from(sorted(KINDS)))
    return KINDS[kind](draw, day)


KINDS: dict[str, Callable[[Any, Callable[[], date]], Any]] = {
    "open": lambda draw, day: c.OpenCase(tenancy_ref="T1", landlord="sample-council", officer="officer.a"),
    "contact": lambda draw, day: c.RecordContact(
        step=draw(st.sampled_from(["contact_each_tenant", "rent_statement", "adr", "protocol_copy_sent", "nonsense"])),
        on=day(),
        tenants=draw(tenants),
        method="letter",
    ),
    "search": lambda draw, day: c.RecordSearch(
        on=day(), before=draw(st.sampled_from(list(StepBefore))), clear=draw(st.booleans())
    ),
    "assess": lambda draw, day: c.RecordAssessment(
        on=day(), before=draw(st.sampled_from(list(StepBefore))), proceed=draw(st.booleans()), reasons=TEXT
    ),
    "space": lambda draw, day: c.StartBreathingSpace(
        moratorium=draw(st.sampled_from(["standard", "crisis"])), started_on=day()
    ),
    "end space": lambda draw, day: c.EndBreathingSpace(breathing_space_id=draw(ids), ended_on=day()),
    "draft": lambda draw, day: c.DraftNotice(
        notice=draw(st.sampled_from(list(NoticeKind))),
        grounds=draw(st.sampled_from([("1",), ("8", "10", "11"), ("10",), ("14",), ("99",), ()])),
        planned_service=day(),
        specified_on=draw(st.sampled_from([None, day()])),
        particulars=TEXT,
        method=draw(st.sampled_from([None, "by_hand", "first_class_post", "pigeon"])),
        condition=draw(st.sampled_from([None, "1", "4"])),
        condition_on=draw(st.sampled_from([None, day()])),
        confirmed=draw(st.sampled_from([(), ("deposit", "gas_and_epc", "licence"), ("term_clause",)])),
    ),
    "ask review": lambda draw, day: c.RequestReview(
        notice_id=draw(ids),
        tenant=draw(st.sampled_from(["T1-1", "T2-1", "nobody"])),
        asked_on=day(),
        hearing_wanted=draw(st.booleans()),
    ),
    "hear review": lambda draw, day: c.ArrangeReviewHearing(review_id=draw(ids), on=day(), told_on=day()),
    "decide review": lambda draw, day: c.DecideReview(
        review_id=draw(ids), on=day(), upheld=draw(st.booleans()), told_on=day(), reasons=TEXT
    ),
    "withdraw review": lambda draw, day: c.WithdrawReview(review_id=draw(ids), on=day()),
    "papers served": lambda draw, day: c.RecordPapersServed(claim_id=draw(ids), sent_on=day()),
    "ask on papers": lambda draw, day: c.AskForPapersOrder(claim_id=draw(ids), on=day()),
    "on papers": lambda draw, day: c.RecordPapersDecision(
        claim_id=draw(ids),
        on=day(),
        decision=draw(st.sampled_from(["order", "hearing", "struck_out"])),
        possession_on=draw(st.sampled_from([None, day()])),
        reasons_served_on=draw(st.sampled_from([None, day()])),
    ),
    "approve": lambda draw, day: c.Approve(subject=draw(ids)),
    "send back": lambda draw, day: c.SendBack(subject=draw(ids), reason=TEXT),
    "withdraw": lambda draw, day: c.Withdraw(subject=draw(ids), reason=TEXT),
    "serve": lambda draw, day: c.ServeNotice(
        notice_id=draw(ids),
        tenant=draw(st.sampled_from(["T1-1", "T1-2", "T2-1", "nobody"])),
        method=draw(st.sampled_from(["by_hand", "first_class_post", "email", "text_message", "pigeon"])),
        sent_at=start_of_day(day()) + timedelta(hours=9),
    ),
    "claim": lambda draw, day: c.DraftClaim(
        notice_id=draw(ids),
        signer=draw(st.sampled_from(["officer.a", " "])),
        also_on=draw(st.sampled_from([(), (), ("N1",), ("N1", "N2"), ("X9",)])),
        rent_claimed=draw(st.sampled_from([None, True, False])),
    ),
    "issue": lambda draw, day: c.IssueClaim(
        claim_id=draw(ids),
        route=draw(st.sampled_from(list(Route))),
        route_reason=TEXT,
        claim_number="S1",
        court="Sample",
        issued_on=day(),
        fee_pence=draw(pence),
    ),
    "list": lambda draw, day: c.ListHearing(claim_id=draw(ids), on=day(), at=time(10), court="Sample"),
    "claim served": lambda draw, day: c.RecordClaimService(hearing_id=draw(ids), sent_on=day()),
    "letter": lambda draw, day: c.RecordTenDayLetter(hearing_id=draw(ids), sent_on=day()),
    "outcome": lambda draw, day: c.RecordOutcome(
        hearing_id=draw(ids),
        outcome=draw(st.sampled_from(list(OutcomeKind))),
        on=day(),
        grounds_proved=draw(st.sampled_from([("1",), ("8",), ("10", "11"), ("99",), ()])),
        possession_on=draw(st.sampled_from([None, day()])),
        judgment_pence=draw(pence),
        instalment_pence=draw(pence),
        frequency=draw(st.sampled_from([None, "weekly", "monthly"])),
        first_payment=draw(st.sampled_from([None, day()])),
        next_hearing_on=draw(st.sampled_from([None, day()])),
        other_terms=draw(st.sampled_from([None, TEXT])),
        restore_by=draw(st.sampled_from([None, day()])),
        begins_on=draw(st.sampled_from([None, day()])),
    ),
    "ask": lambda draw, day: c.SetAsk(
        hearing_id=draw(ids),
        outcome=draw(st.sampled_from(list(OutcomeKind))),
        possession_on=draw(st.sampled_from([None, day()])),
        judgment_pence=draw(pence),
    ),
    "filing": lambda draw, day: c.RecordFiling(hearing_id=draw(ids), filed_on=day(), served_on=day()),
    "direction": lambda draw, day: c.RecordDirection(hearing_id=draw(ids), what=TEXT, by=day()),
    "direction met": lambda draw, day: c.RecordDirectionMet(
        hearing_id=draw(ids), direction=draw(st.sampled_from(["D1", "D2"])), on=day()
    ),
    "offer": lambda draw, day: c.OfferArrangement(
        arrangement=draw(st.sampled_from(list(ArrangementKind))),
        total_pence=draw(pence),
        instalment_pence=draw(pence),
        frequency=draw(st.sampled_from([None, "weekly", "monthly"])),
        first_payment=draw(st.sampled_from([None, day()])),
        lump_sum_pence=draw(pence),
        lump_sum_on=draw(st.sampled_from([None, day()])),
        agreed_on=draw(st.sampled_from([None, day()])),
    ),
    "agree": lambda draw, day: c.AgreeArrangement(arrangement_id=draw(ids), on=day()),
    "refuse": lambda draw, day: c.RefuseArrangement(
        arrangement_id=draw(ids), on=day(), by=draw(st.sampled_from(list(ArrangementEnd))), reason=TEXT
    ),
    "warn of arrangement": lambda draw, day: c.WarnArrangement(
        arrangement_id=draw(ids), on=day(), method="letter", pay_by=day()
    ),
    "end arrangement": lambda draw, day: c.EndArrangement(
        arrangement_id=draw(ids), on=day(), because=draw(st.sampled_from(list(ArrangementEnd))), reason=TEXT
    ),
    "benefit": lambda draw, day: c.ExpectBenefit(
        arrangement_id=draw(ids), due_on=day(), pence=draw(st.integers(-5, 50_000)), source="hb"
    ),
    "apply": lambda draw, day: c.RecordApplication(
        subject=draw(ids),
        purpose=draw(st.sampled_from(list(ApplicationFor))),
        by=draw(st.sampled_from(list(Party))),
        made_on=day(),
        hearing_on=draw(st.sampled_from([None, day()])),
    ),
    "decide": lambda draw, day: c.DecideApplication(
        application_id=draw(ids),
        on=day(),
        granted=draw(st.booleans()),
        possession_on=draw(st.sampled_from([None, day()])),
        judgment_pence=draw(pence),
        instalment_pence=draw(pence),
        frequency=draw(st.sampled_from([None, "weekly"])),
        first_payment=draw(st.sampled_from([None, day()])),
        stayed_until=draw(st.sampled_from([None, day()])),
        next_hearing_on=draw(st.sampled_from([None, day()])),
    ),
    "breach": lambda draw, day: c.RecordBreach(order_id=draw(ids), on=day(), details=TEXT),
    "warn": lambda draw, day: c.RecordBreachWarning(order_id=draw(ids), on=day(), method="letter"),
    "permission": lambda draw, day: c.RecordPermission(order_id=draw(ids), on=day(), granted=draw(st.booleans())),
    "discharge": lambda draw, day: c.DischargeOrder(order_id=draw(ids), on=day(), reason=TEXT),
    "warrant": lambda draw, day: c.DraftWarrant(
        order_id=draw(ids), breach=draw(st.sampled_from(list(Breach))), risk=draw(st.sampled_from([None, *Risk]))
    ),
    "request": lambda draw, day: c.RequestWarrant(warrant_id=draw(ids), on=day(), fee_pence=draw(pence)),
    "issued": lambda draw, day: c.RecordWarrantIssued(warrant_id=draw(ids), on=day(), number="W"),
    "book": lambda draw, day: c.BookEviction(
        warrant_id=draw(ids), n54_delivered_on=draw(st.sampled_from([None, day()])), on=day(), at=time(11)
    ),
    "evict": lambda draw, day: c.RecordEviction(warrant_id=draw(ids), on=day(), executed=draw(st.booleans())),
    "paper": lambda draw, day: c.RequestPaper(paper=draw(st.sampled_from(list(PaperKind))), subject=draw(ids)),
    "paper done": lambda draw, day: c.PaperDone(paper_id=draw(ids), failed=draw(st.sampled_from([None, "no"]))),
    "note": lambda draw, day: c.AddNote(text=TEXT),
    "reassign": lambda draw, day: c.Reassign(officer=draw(st.sampled_from(["officer.d", "nobody", ""]))),
    "clear": lambda draw, day: c.ClearAttention(),
    "flag": lambda draw, day: c.FlagAttention(what="broken", command="add_note"),
    "close": lambda draw, day: c.CloseCase(result=draw(st.sampled_from(list(CloseResult)))),
    "passed": lambda draw, day: c.DeadlinePassed(deadline_id=draw(ids), due=start_of_day(day())),
    "rent": lambda draw, day: c.RentChanged(),
}


def _right_person(asked: Any, anybody: Any) -> Any:
    if asked.kind in c.SYSTEM_COMMANDS:
        return SYSTEM
    return SENIOR if asked.kind in ("approve", "send_back", "decide_review") else anybody


def _no_deadline_is_lost_or_doubled(road: Road) -> None:
    state = road.case
    assert max(Counter(d.id for d in state.deadlines).values(), default=0) <= 1
    assert difference(state, road.facts(), road.as_at) is None or road.case.closed
    for deadline in state.deadlines:
        moments = [(a.at, a.level) for a in deadline.alarms]
        assert moments == sorted(set(moments))
        assert any(a.level == "due" for a in deadline.alarms)


def _trial() -> Walk:
    return council("introductory").begin()


def _starter() -> Walk:
    return provider("assured_shorthold", date(2025, 6, 2)).begin(Track.SHORTHOLD)


WALKS: list[Callable[[], Walk]] = [
    lambda: _trial().give(NoticeKind.S128),
    lambda: _trial().give(NoticeKind.S128).ready(),
    lambda: _trial().give(NoticeKind.S125A).give(NoticeKind.S128),
    lambda: _trial().give(NoticeKind.S128).ready().claim().heard(),
    lambda: council("demoted", demoted_on=date(2025, 6, 2)).begin().give(NoticeKind.S143E),
    lambda: (
        council("flexible", date(2021, 10, 4), fixed_term_end=date(2026, 10, 3))
        .begin()
        .give(NoticeKind.S107D_NON_RENEWAL)
        .give(NoticeKind.S107D_POSSESSION)
    ),
    lambda: (
        council("secure")
        .begin(Track.SECURE_ABSOLUTE)
        .give(NoticeKind.S83ZA, "84A", condition="1", condition_on=date(2026, 1, 15))
    ),
    lambda: council("secure").begin(Track.SECURE_OTHER).give(NoticeKind.S83, "2"),
    lambda: _starter().give(NoticeKind.S21, confirmed=("deposit", "gas_and_epc", "licence")),
    lambda: (
        _starter()
        .give(NoticeKind.S21, confirmed=("deposit", "gas_and_epc", "licence"))
        .ready()
        .claim(route=Route.ACCELERATED)
    ),
]
"""Other tracks, part of the way down."""


def _some_road(data: st.DataObject) -> Road:
    if data.draw(st.booleans()):
        return data.draw(st.sampled_from(WALKS))()
    road = data.draw(st.sampled_from([secure_road, assured_road]))()
    data.draw(st.sampled_from(STARTS))(road)
    return road


@settings(
    max_examples=examples(50), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_any_sequence_of_commands_leaves_a_whole_case(data: st.DataObject) -> None:
    road = _some_road(data)
    base = road.state
    taken: list[Decision] = []
    for _ in range(data.draw(st.integers(1, 12))):
        move = data.draw(st.sampled_from(["stay", "stay", "day", "wait", "pay", "owe"]))
        if move == "day":
            road.later(1)
        elif move == "wait" and road.state is not None:
            road.wait_until(road.day + timedelta(days=data.draw(st.integers(1, 60))))
            base, taken = road.state, []
        elif move == "pay":
            road.pay(data.draw(st.integers(1, 150_000)))
        elif move == "owe":
            road.owe(data.draw(st.integers(1, 30_000)))
        asked = data.draw(command(road.day))
        who = _right_person(asked, data.draw(st.sampled_from([OFFICER, LEADER, SENIOR])))
        decision = road.ask(asked, who)
        assert decision == road.ask(asked, who)
        assert Decision.model_validate_json(decision.model_dump_json()) == decision
        assert bool(decision.refusals) != decision.accepted
        for refusal in decision.refusals:
            assert refusal.code
            assert refusal.says.strip()
            assert refusal.mend.strip()
            assert not GAPS.search(f"{refusal.says} {refusal.mend}"), refusal
        if not decision.accepted:
            assert not decision.events
            continue
        before = road.state
        if road.state is not None or decision.events:
            road.state = apply(road.state, decision.events)
            taken.append(decision)
        if before is not None and before.case_id == road.case.case_id and decision.events:
            assert road.case.revision == before.revision + 1 or asked.kind == "open_case"
        if decision.events:
            _no_deadline_is_lost_or_doubled(road)
        assert CaseState.model_validate_json(road.case.model_dump_json()) == road.case
        stage(road.case)
        summary(road.case)
        actions = available(road.case, road.facts(), Role.OFFICER, road.as_at)
        assert sum(a.leads for a in actions) == (0 if road.case.closed else 1)
        for kind, subject in offered(road.case):
            assert len(facts_digest(road.case, road.facts(), kind, subject)) == 64
    again = base
    for decision in taken:
        again = apply(again, decision.events)
    assert again == road.state


@settings(max_examples=examples(20), deadline=None)
@given(st.data())
def test_every_alarm_speaks_once_and_in_time_however_the_clock_jumps(data: st.DataObject) -> None:
    road = _some_road(data)
    if road.state is None:
        road.opened()
    said: list[str] = []
    due = {(d.id, a.level, a.at) for d in road.case.deadlines for a in d.alarms if not a.fired}
    for days in data.draw(st.lists(st.integers(1, 200), min_size=1, max_size=6)):
        said += road.wait_until(road.day + timedelta(days=days))
    once = [entry for entry in said if ".payment" not in entry and entry.split()[0] != "statement"]
    assert max(Counter(once).values(), default=0) <= 1
    by_now = {
        f"{id_} {level}"
        for id_, level, at in due
        if at <= road.as_at
        and "N1.serve" not in id_
        and any(d.id == id_ and any(a.at == at for a in d.alarms) for d in road.case.deadlines)
    }
    assert by_now <= set(said)


def test_replaying_the_events_of_a_whole_road_gives_the_same_case() -> None:
    road = secure_road().to_approved_notice()
    steps = [d.events for d in road.decisions]
    assert fold_steps(steps) == road.case
    folded = fold(event for events in steps for event in events)
    assert folded is not None
    assert folded.model_copy(update={"revision": road.case.revision}) == road.case


def test_events_and_commands_come_back_from_json_as_they_were() -> None:
    road = secure_road().to_drafted_notice()
    for decision in road.decisions:
        assert Decision.model_validate_json(decision.model_dump_json()) == decision
    adapter: TypeAdapter[Any] = TypeAdapter(c.Command)
    for asked in (road.draft(), c.Approve(subject="N1"), c.RentChanged()):
        assert adapter.validate_json(asked.model_dump_json()) == asked


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_a_legal_day_begins_and_ends_at_midnight_in_london(day: date) -> None:
    assert legal_day(start_of_day(day)) == day
    assert legal_day(end_of_day(day) - timedelta(microseconds=1)) == day
    assert end_of_day(day) == start_of_day(day + timedelta(days=1))


def test_every_gate_says_what_it_asks_whom_it_guards_and_how_to_mend() -> None:
    known = set(DECIDERS)
    for gate in GATES:
        assert gate.asks.endswith("?"), gate.code
        assert gate.guards
        assert set(gate.guards) <= known, gate.code
        assert not isinstance(gate.mend, str) or gate.mend.endswith((".", "codes")) or "one of:" in gate.mend
        assert gate.confidence in ("", "A", "B", "C")
