"""What has to be ready for a hearing: one list for each that is listed, worked out from the record whenever it is read.

It begins by itself when a hearing is listed, and ends when its outcome is recorded.
"""

from collections.abc import Iterator
from datetime import date, datetime

from cases.account import position
from cases.base import ExplainedDate, Value
from cases.facts import Facts
from cases.freshness import Stale, stale_papers
from cases.instants import legal_day
from cases.state import CaseState, Hearing, PaperMade
from cases.tracks import ROADS
from cases.words import PaperKind, StepBefore
from law.explained import long_date, pounds

_PROTOCOL_211 = "PAP 2.11, 2.12"


class Ready(Value):
    """One line of the list: whether it is done, what the record says of it, and the act that does it.

    `command` and `subject` name the act; `suggests` what to fill in; `paper` the paper to make where it is one. `by` is
    the last day. `authority` and `confidence` are of the rule that asks for it, empty where it is good practice only.
    """

    code: str
    title: str
    done: bool
    says: str
    command: str = ""
    subject: str = ""
    suggests: str = ""
    paper: PaperKind | None = None
    by: date | None = None
    authority: str = ""
    confidence: str = ""


class HearingReady(Value):
    """The list of one hearing; `missing` counts what is not done."""

    hearing_id: str
    on: date
    items: tuple[Ready, ...]

    @property
    def missing(self) -> int:
        """How many lines are not done."""
        return sum(not item.done for item in self.items)


def hearing_ready(state: CaseState, facts: Facts, as_at: datetime) -> tuple[HearingReady, ...]:
    """The list of every hearing that is listed and has no outcome yet, the nearest first."""
    stale = stale_papers(state, facts, as_at)
    return tuple(
        HearingReady(hearing_id=h.id, on=h.on, items=tuple(_items(state, facts, h, stale, as_at)))
        for h in sorted(state.hearings, key=lambda each: each.on)
        if h.outcome is None and state.closed is None
    )


def _items(
    state: CaseState, facts: Facts, hearing: Hearing, stale: tuple[Stale, ...], as_at: datetime
) -> Iterator[Ready]:
    arrears = ROADS[state.track].protocol == 2
    yield _served(hearing)
    if arrears:
        yield _letter(hearing)
        yield _statement(state, hearing)
        yield _schedule(state, hearing)
    yield _witness(hearing)
    yield from _directions(hearing)
    yield _bundle(state, hearing)
    if arrears:
        yield _figure(facts, hearing, stale, as_at)
    yield _assessed(state, hearing)
    yield _asked(hearing)
    yield _attends(state, hearing)


def _served(h: Hearing) -> Ready:
    deemed = h.claim_deemed_served
    if deemed is None:
        says = f"Not recorded. It has to count as served by {long_date(h.service_latest.on)}."
    else:
        late = " That is too late." if deemed.on > h.service_latest.on else ""
        says = f"Counts as served on {long_date(deemed.on)}.{late}"
    done = deemed is not None and deemed.on <= h.service_latest.on
    return _dated("claim_served", "The claim is served", done, says, h.service_latest, "record_claim_service", h)


def _letter(h: Hearing) -> Ready:
    sent, due = h.ten_day_letter_sent_on, h.ten_day_letter_due
    late = " That was late." if sent is not None and sent > due.on else ""
    says = f"Sent on {long_date(sent)}.{late}" if sent else "Not recorded as sent to every tenant."
    done = sent is not None and sent <= due.on
    return _dated("ten_day_letter", "The ten-day letter has gone", done, says, due, "record_ten_day_letter", h)


def _statement(state: CaseState, h: Hearing) -> Ready:
    since = h.listed_on or h.on
    sent = [c for c in state.contacts if c.reached and c.step == "rent_statement" and c.on >= since]
    reached = {who for c in sent for who in c.tenants}
    missing = set(state.tenants) - reached
    if not sent:
        says = f"No rent statement is recorded since the hearing was listed on {long_date(since)}."
    else:
        says = f"Recorded on {long_date(sent[-1].on)}" + (", not yet for every tenant." if missing else ".")
    return Ready(
        code="statement",
        title="An up-to-date rent statement has gone to every tenant",
        done=bool(sent) and not missing,
        says=says,
        command="record_contact",
        suggests="rent_statement",
        by=h.ten_day_letter_due.on,
        authority=_PROTOCOL_211,
        confidence=h.ten_day_letter_due.confidence,
    )


def _schedule(state: CaseState, h: Hearing) -> Ready:
    found = _made(state, PaperKind.RENT_SCHEDULE, h.claim_id)
    return Ready(
        code="schedule",
        title="The schedule of arrears is made",
        done=found is not None and not found.stale,
        says=_paper_says(found),
        command="request_paper",
        subject=h.claim_id,
        paper=PaperKind.RENT_SCHEDULE,
        authority="PD 55A 2.3",
        confidence="A",
    )


def _witness(h: Hearing) -> Ready:
    filed, served, due = h.statement_filed_on, h.statement_served_on, h.witness_statements_due
    if filed is None or served is None:
        says = "Not recorded as filed and served."
    else:
        late = " That was late." if max(filed, served) > due.on else ""
        says = f"Filed on {long_date(filed)} and served on {long_date(served)}.{late}"
    done = filed is not None and served is not None and max(filed, served) <= due.on
    title = "The witness statement is filed and served"
    return _dated("witness_statement", title, done, says, due, "record_filing", h)


def _directions(h: Hearing) -> Iterator[Ready]:
    for one in h.directions:
        yield Ready(
            code="direction",
            title=f"Direction {one.id} of the court is met",
            done=one.done_on is not None,
            says=f"Met on {long_date(one.done_on)}." if one.done_on else f"To be met by {long_date(one.by)}.",
            command="record_direction_met",
            subject=h.id,
            by=one.by,
        )


def _bundle(state: CaseState, h: Hearing) -> Ready:
    found = _made(state, PaperKind.BUNDLE, h.id)
    failed = [point for point in found.bundle.points if not point.passed] if found and found.bundle else []
    says = _paper_says(found)
    if found is not None and not found.stale:
        checked = len(found.bundle.points) if found.bundle else 0
        says = (
            f"Made on {long_date(legal_day(found.requested_at))}; {checked} points of the court's guidance were asked, "
        )
        says += f"and {len(failed)} failed: {failed[0].detail or failed[0].question}" if failed else "all passed."
    return Ready(
        code="bundle",
        title="The bundle is made and passed its inspection",
        done=found is not None and not found.stale and not failed,
        says=says,
        command="request_paper",
        subject=h.id,
        paper=PaperKind.BUNDLE,
    )


def _figure(facts: Facts, h: Hearing, stale: tuple[Stale, ...], as_at: datetime) -> Ready:
    today = legal_day(as_at)
    owed = position(facts.postings, today, facts.tenancy).rent_arrears_pence
    old = [each for each in stale if each.subject == h.id]
    named = "; ".join(f"{each.kind.label} ({each.paper_id}) states {pounds(each.states_pence)}" for each in old)
    last = max((line.on for line in facts.postings if line.on <= today), default=None)
    read = f" The last line of the account is of {long_date(last)}." if last else ""
    says = f"{pounds(owed)} is owed today, {long_date(today)}.{read}" + (f" {named}." if named else "")
    return Ready(
        code="figure",
        title="Every paper for the hearing states today's figure",
        done=not old,
        says=says,
        command="request_paper",
        subject=h.id,
        paper=old[0].kind if old else None,
        by=h.on,
        authority=_PROTOCOL_211,
        confidence=h.ten_day_letter_due.confidence,
    )


def _assessed(state: CaseState, h: Hearing) -> Ready:
    since = h.listed_on or h.on
    found = [a for a in state.assessments if a.before is StepBefore.HEARING and a.on >= since]
    return Ready(
        code="assessment",
        title="Vulnerability and the Equality Act were weighed before the hearing",
        done=bool(found),
        says=f"Recorded on {long_date(found[-1].on)}." if found else "Nothing is recorded since it was listed.",
        command="record_assessment",
        suggests=StepBefore.HEARING.value,
    )


def _asked(h: Hearing) -> Ready:
    asked = h.asked
    return Ready(
        code="asked",
        title="What the court will be asked for is settled",
        done=asked is not None,
        says=f"{asked.outcome.label}, settled on {long_date(asked.recorded_on)}." if asked else "Not settled yet.",
        command="set_ask",
        subject=h.id,
    )


def _attends(state: CaseState, h: Hearing) -> Ready:
    named = h.asked.attends if h.asked else ""
    return Ready(
        code="attends",
        title="Somebody is named to attend for the landlord",
        done=bool(named),
        says=f"{named} attends." if named else "Nobody is named. It is said with what the court is asked for.",
        command="set_ask",
        subject=h.id,
    )


def _dated(code: str, title: str, done: bool, says: str, due: ExplainedDate, command: str, h: Hearing) -> Ready:
    return Ready(
        code=code,
        title=title,
        done=done,
        says=says,
        command=command,
        subject=h.id,
        by=due.on,
        authority=due.authority,
        confidence=due.confidence,
    )


def _made(state: CaseState, kind: PaperKind, subject: str) -> PaperMade | None:
    found = [p for p in state.papers if (p.kind, p.subject) == (kind.value, subject) and p.file is not None]
    return found[-1] if found else None


def _paper_says(paper: PaperMade | None) -> str:
    if paper is None:
        return "Not made yet."
    return paper.stale or f"Made on {long_date(legal_day(paper.requested_at))}."
