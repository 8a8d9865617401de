"""A type of tenancy that ends by time: the trial, the demotion, the flexible term; extended, kept alive, or over."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cases import tenancy as tenancies
from cases.base import DatedStep, ExplainedDate
from cases.events import Event, NoticeChanged, StandingChanged
from cases.facts import Facts, TenancyFacts
from cases.gates import Gate, Question, Why
from cases.instants import legal_day
from cases.notice_kinds import KINDS, dates_when_served
from cases.state import CaseState, Notice, Standing
from cases.waiting import Wait, coming
from cases.words import NoticeKind
from law.counting import months_beginning_last_day
from law.demoted import demotion_end
from law.explained import Explained, Step, long_date
from law.flexible import non_renewal_latest
from law.introductory import extension, section_128, trial_end
from law.past_end import past_end
from law.rules import explain
from law.tenancies import Occupancy

LOUD = (120, 90, 60, 30, 14, 7, 3, 2, 1)
STEPS = ("draft_notice", "serve_notice", "draft_claim", "issue_claim")
_KEPT_MONTHS = 6
_LEAST_DAYS, _MOST_DAYS = 28, 400
_NAMES = {
    "introductory": "trial",
    "demoted_council": "demotion",
    "demoted_provider": "demotion",
    "flexible": "flexible term",
}
_AUTHORITY = {
    "introductory": "HA 1996 ss.125, 130",
    "demoted_council": "HA 1996 s.143B",
    "demoted_provider": "HA 1988 s.20B",
    "flexible": "HA 1985 ss.86, 107D",
}


def begun(tenancy: TenancyFacts) -> Standing | None:
    """The standing of a tenancy whose type ends by time, with its last day; None for other types."""
    occupancy = tenancies.occupancy_of(tenancy)
    if occupancy == "introductory":
        ends = extension(tenancy.start_date).extended_end if tenancy.trial_extended else trial_end(tenancy.start_date)
        return Standing(occupancy=occupancy, ends=ExplainedDate.of(ends), extended=tenancy.trial_extended)
    if occupancy in ("demoted_council", "demoted_provider"):
        ends = demotion_end(tenancy.demoted_on or tenancy.start_date)
        return Standing(occupancy=occupancy, ends=ExplainedDate.of(ends))
    if occupancy == "flexible" and tenancy.fixed_term_end is not None:
        last = tenancy.fixed_term_end
        step = Step(f"The term's last day is {long_date(last)}", "HA 1985 s.107A", last)
        began = f"Term began on {long_date(tenancy.start_date)}"
        ends = explain("flexible_end", last, began, step, on=tenancy.start_date)
        return Standing(occupancy=occupancy, ends=ExplainedDate.of(ends))
    return None


def name(standing: Standing) -> str:
    """What ends, in words: `trial`, `demotion`, `flexible term`."""
    return _NAMES[standing.occupancy]


def tenancy_now(q: Question[Any]) -> TenancyFacts:
    """The tenancy as this case knows it: an extension of the trial, or a break of the term, counts at once."""
    tenancy, broken = q.facts.tenancy, _break_of(q)
    if broken is not None and tenancy.fixed_term_end is not None:
        tenancy = tenancy.model_copy(update={"fixed_term_end": min(broken, tenancy.fixed_term_end)})
    standing = q.state.standing if q.state is not None else None
    if standing is None or not standing.extended or tenancy.trial_extended:
        return tenancy
    return tenancy.model_copy(update={"trial_extended": True})


def _break_of(q: Question[Any]) -> date | None:
    """The last day of the term by the break that the notice of the step uses."""
    told: date | None = getattr(q.command, "break_on", None)
    wanted = getattr(q.command, "notice_id", None)
    used = next((n.break_on for n in q.state.notices if n.id == wanted), None) if q.state and wanted else None
    return told or used


def last_day(state: CaseState) -> date | None:
    """The last day the type stands: its end, or later where a notice keeps it alive; None with proceedings on foot."""
    standing = state.standing
    if standing is None or _proceedings(state):
        return None
    ends = standing.ends.on
    if standing.occupancy.startswith("demoted"):
        served = [n.served.on for n in state.notices if n.served and not n.withdrawn and n.served.on <= ends]
        ends = max([ends, *(months_beginning_last_day(day, _KEPT_MONTHS) for day in served)])
    over = [c.ended_on for c in state.claims if c.issued_on and c.issued_on <= ends and c.ended_on]
    return max([ends, *over])


def _proceedings(state: CaseState) -> bool:
    """Whether something on foot keeps the type as it is: a claim, or the pair of notices that ends a flexible term."""
    standing = state.standing
    if any(c.live and c.issued_on for c in state.claims):
        return True
    return standing is not None and standing.occupancy == "flexible" and _pair_served(state)


def _pair_served(state: CaseState) -> bool:
    served = {n.kind for n in state.notices if n.live and n.served}
    return {NoticeKind.S107D_NON_RENEWAL, NoticeKind.S107D_POSSESSION} <= served


def becomes(state: CaseState, facts: Facts) -> str:
    """The type that the tenancy has when this one is over."""
    standing = state.standing
    assert standing is not None
    tenancy = facts.tenancy
    began = tenancy.demoted_on or tenancy.start_date
    day = standing.ends.on + timedelta(days=400)
    term = standing.ends.on if standing.occupancy == "flexible" else None
    found = past_end(Occupancy(standing.occupancy), began, day, term_last_day=term)
    return found.probably.value if found else "secure"


def _step_day(q: Question[Any]) -> date:
    issued: date | None = getattr(q.command, "issued_on", None)
    return issued or q.today


def _still_stands(q: Question[Any]) -> Why | None:
    standing = q.case.standing
    if standing is None:
        return None
    last = last_day(q.case)
    day = _step_day(q)
    if standing.over_on is None and (last is None or day <= last):
        return None
    become = tenancies.named(standing.becomes or becomes(q.case, q.facts))
    ended = standing.over_on - timedelta(days=1) if standing.over_on else last
    assert ended is not None
    says = f"The {name(standing)} ended on {long_date(ended)} with no claim issued: this has become a {_low(become)}."
    return Why(says, authority=_AUTHORITY[standing.occupancy], confidence=standing.ends.confidence)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


STILL_STANDS: Gate[Any] = Gate(
    "type_has_changed",
    STEPS,
    "Is it still the type of tenancy that this road is for?",
    _still_stands,
    "Take no further step on this road: close the case as 'tenancy changed', have the type put right in the housing "
    "system, and open a case on the tenancy as it now is.",
    "HA 1996 ss.125, 143B; HA 1988 s.20B; HA 1985 s.86",
    "B",
)


def _extension_in_time(q: Question[Any]) -> Why | None:
    if q.command.kind != "draft_notice" or q.command.notice is not NoticeKind.S125A:
        return None
    other = next((n for n in q.case.notices if n.kind is NoticeKind.S125A and n.live and n.served), None)
    standing = q.case.standing
    if standing is not None and standing.extended:
        return Why(f"The trial is extended already, to {long_date(standing.ends.on)}; once only.")
    return Why(f"Notice {other.id} extends the trial already.") if other else None


ONCE_ONLY: Gate[Any] = Gate(
    "extended_already",
    ("draft_notice",),
    "Has the trial not been extended before?",
    _extension_in_time,
    "Serve a section 128 notice if possession is to be sought.",
    "HA 1996 s.125A",
    "B",
    "notice",
)


def extended(q: Question[Any], notice: Notice) -> list[Event]:
    """The extension of the trial stands: its new end, and the notices whose life moves with it. Else nothing."""
    standing = q.case.standing
    end = notice.named("extended_end")
    if notice.kind is not NoticeKind.S125A or standing is None or standing.extended or end is None:
        return []
    if standing.over_on is not None or not notice.live:
        return []
    longer = standing.model_copy(update={"ends": end, "original": standing.ends, "extended": True})
    tenancy = q.facts.tenancy.model_copy(update={"trial_extended": True})
    moved = [
        NoticeChanged(what="redated", notice=redated(n, tenancy))
        for n in q.case.notices
        if n.kind is NoticeKind.S128 and n.live and n.served
    ]
    return [StandingChanged(what="extended", standing=longer), *moved]


def redated(notice: Notice, tenancy: TenancyFacts) -> Notice:
    """A notice whose life goes with the trial, its last days counted from that tenancy."""
    assert notice.served is not None
    life = dates_when_served(notice.kind, tenancy, notice.served.on, notice.specified.on, notice.grounds)
    changes = {"lapse": _told(life.lapse), "last_safe_issue": _told(life.last_safe_issue)}
    return notice.model_copy(update=changes)


def _told(day: Explained[date] | None) -> ExplainedDate | None:
    return None if day is None else ExplainedDate.of(day)


def ended(q: Question[Any]) -> list[Event]:
    """The last day has passed and nothing keeps the type alive: it is over, and the notices of the road with it."""
    standing, last = q.case.standing, last_day(q.case)
    if standing is None or standing.over_on is not None or last is None or q.today <= last:
        return []
    changes = {"over_on": last + timedelta(days=1), "becomes": becomes(q.case, q.facts)}
    over = standing.model_copy(update=changes)
    fallen = [
        NoticeChanged(what="lapsed", notice=n.model_copy(update={"lapsed": True}))
        for n in q.case.notices
        if n.live and KINDS[n.kind].of_standing
    ]
    return [StandingChanged(what="over", standing=over), *fallen]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The end of the type, early and loud, and the last days for the notices that have to come before it."""
    standing = state.standing
    if standing is None:
        return
    if standing.over_on is not None:
        title = f"The {name(standing)} is over: close this case, and open one on the tenancy as it now is"
        due = _kept(standing, standing.over_on, f"The {name(standing)} ended the day before")
        yield Wait("standing.over", "standing_over", title, due, remind=())
        return
    last = last_day(state)
    if last is None:
        return
    due = standing.ends if last == standing.ends.on else _kept(standing, last, "A notice or a claim kept it alive")
    yield Wait("standing", "standing_end", _title(standing), due, after=True, remind=LOUD)
    today = legal_day(as_at)
    for wait in _before_it_ends(state, facts):
        yield from coming(state, wait, today)


def _title(standing: Standing) -> str:
    if standing.occupancy == "flexible":
        return "The flexible term ends: both notices have to be served by this day, or the tenancy goes on"
    return f"The {name(standing)} ends: a claim has to be issued by this day, or the tenancy becomes another"


def _before_it_ends(state: CaseState, facts: Facts) -> Iterator[Wait]:
    standing = state.standing
    assert standing is not None
    served = {n.kind for n in state.notices if n.live and n.served}
    if standing.occupancy == "introductory":
        if not standing.extended and NoticeKind.S125A not in served:
            latest = ExplainedDate.of(extension(facts.tenancy.start_date).safe_latest_service)
            title = "Last safe day to serve a notice extending the trial"
            yield Wait("standing.extend", "extension_last", title, latest, remind=(30, 14, 7), escalates=False)
        last = _last_section_128(state, facts)
        if NoticeKind.S128 not in served and last is not None:
            title = "Last day to serve a section 128 notice that leaves time for a claim in the trial"
            yield Wait("standing.notice", "notice_last", title, last, remind=(60, 30, 14, 7), escalates=False)
    if standing.occupancy == "flexible" and NoticeKind.S107D_NON_RENEWAL not in served:
        latest = ExplainedDate.of(non_renewal_latest(standing.ends.on))
        title = "Last day to serve the notice that the flexible tenancy will not be renewed"
        yield Wait("standing.renewal", "non_renewal_last", title, latest, remind=(60, 30, 14, 7), escalates=False)


def _last_section_128(state: CaseState, facts: Facts) -> ExplainedDate | None:
    standing = state.standing
    assert standing is not None
    period = tenancies.rent_period(facts.tenancy)
    for back in range(_LEAST_DAYS, _MOST_DAYS):
        day = standing.ends.on - timedelta(days=back)
        issue = section_128(day, period, facts.tenancy.start_date).issue_from_minimum
        if issue.value <= standing.ends.on:
            step = f"Served on {long_date(day)}, a claim may be issued on {long_date(issue.value)}"
            return _kept(standing, day, step, "The last day that leaves time for a claim")
    return None


def _kept(standing: Standing, on: date, trigger: str, rule: str = "The type of tenancy changes") -> ExplainedDate:
    authority = _AUTHORITY[standing.occupancy]
    return ExplainedDate(
        on=on,
        sentence=f"{rule}, {long_date(on)}: {_low(trigger)} ({authority}).",
        trigger=trigger,
        rule=rule,
        steps=(*standing.ends.steps, DatedStep(text=trigger, authority=authority, on=on)),
        authority=authority,
        confidence="C",
        table_version=standing.ends.table_version,
    )


GATES: Sequence[Gate[Any]] = (STILL_STANDS, ONCE_ONLY)
