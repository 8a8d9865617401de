"""What drafting a notice asks by its kind: regime, window of the absolute ground, the flexible pair, confirmations."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cases import ground8
from cases import tenancy as tenancies
from cases.base import ExplainedDate
from cases.commands import DraftNotice
from cases.facts import TenancyFacts
from cases.gates import Gate, Question, Why
from cases.notice_kinds import KINDS, Confirm, dates_when_drafted, dates_when_served
from cases.notice_law import Drafted
from cases.stages.trial import tenancy_now
from cases.state import Notice
from cases.tracks import ROADS
from cases.words import NoticeKind
from law.absolute import absolute_window
from law.errors import LawError
from law.explained import Explained, Step, long_date
from law.rules import explain
from law.service import SERVICE_METHODS, notice_served, with_margin

DRAFT = ("draft_notice",)
SERVE = ("serve_notice",)
_REGIMES = {"old": "before", "new": "after"}


def dates(q: Question[Any], kind: NoticeKind, served: date, grounds: Sequence[str]) -> Drafted:
    """Law's dates for a notice of the kind if it takes effect on a day. Raises LawError."""
    return dates_when_drafted(kind, tenancy_now(q), served, grounds)


def planned(q: Question[DraftNotice]) -> Explained[date]:
    """The day service is planned to take effect: by the rules of its method where that is planned too."""
    c = q.command
    if c.method is not None and c.method in SERVICE_METHODS:
        landlord = tenancies.landlord_kind(q.facts.tenancy)
        return notice_served(c.method, c.planned_service, landlord, q.case.agreement_allows)
    step = Step(f"Planned for {long_date(c.planned_service)}", "practice", c.planned_service)
    return explain("served_by_hand", c.planned_service, "Planned service", step, on=c.planned_service)


def planned_late(q: Question[DraftNotice]) -> date:
    """The same day with the margin for late service, from which the recommended date is counted."""
    day = planned(q)
    if q.command.method is None:
        return day.value
    return with_margin(day, q.command.method, q.facts.policy.service_margin_days).value


def window(condition: str | None, met: date | None) -> ExplainedDate | None:
    """The last day to serve on the absolute ground or Ground 7A; None where no condition is named."""
    if condition is None or met is None:
        return None
    return ExplainedDate.of(absolute_window(condition, met))  # type: ignore[arg-type]  # the command allows only law's


def asked_to_confirm(kind: NoticeKind, tenancy: TenancyFacts, served: date, grounds: Sequence[str]) -> list[Confirm]:
    """What the drafter has to confirm for this notice on this tenancy."""
    return [c for c in KINDS[kind].confirms if c.when is None or c.when(tenancy, served, grounds)]


def _known_method(q: Question[DraftNotice]) -> str | Why | None:
    method = q.command.method
    if method is None:
        return None
    if method not in SERVICE_METHODS:
        return f"'{method}' is not a way of serving a notice that is known here."
    try:
        planned(q)
    except LawError as fault:
        return Why(fault.rule, fault.mend)
    return None


def _regime(q: Question[DraftNotice]) -> str | None:
    wanted = KINDS[q.command.notice].regime
    governs = ground8.regime_of(q.facts, q.command.planned_service)
    if not wanted or governs is None or wanted == governs:
        return None
    day = long_date(q.command.planned_service)
    told = "The new regime governs" if governs == "new" else "The new regime does not govern"
    return f"{told} this tenancy on {day}; this notice belongs to the time {_REGIMES[wanted]} it."


def _on_conviction(kind: NoticeKind, grounds: Sequence[str]) -> bool:
    return kind is NoticeKind.S83ZA or "7A" in grounds


def _condition(q: Question[DraftNotice]) -> str | Why | None:
    c = q.command
    if not _on_conviction(c.notice, c.grounds):
        told = c.condition is not None or c.condition_on is not None
        return Why("This notice rests on no condition of the absolute ground.", "Leave it out.") if told else None
    if c.condition is None or c.condition_on is None:
        return "The condition of the absolute ground (1 to 5) and the day it was met are not given."
    if c.condition_on > q.today:
        return Why(f"{long_date(c.condition_on)} has not come yet.", "Correct the date of the conviction or order.")
    return None


def _window(q: Question[DraftNotice]) -> Why | None:
    c = q.command
    last = window(c.condition, c.condition_on)
    if last is None or not _on_conviction(c.notice, c.grounds):
        return None
    return _too_late(planned(q).value, last)


def _window_at_service(q: Question[Any]) -> Why | None:
    notice = q.notice(q.command.notice_id)
    last = notice.window
    if last is None:
        return None
    try:
        landlord = tenancies.landlord_kind(q.facts.tenancy)
        day = notice_served(q.command.method, q.command.sent_at, landlord, q.case.agreement_allows)
    except LawError:
        return None
    return _too_late(day.value, last)


def _too_late(served: date, last: ExplainedDate) -> Why | None:
    if served <= last.on:
        return None
    return Why.of(f"Service on {long_date(served)} is too late for that condition. {last.sentence}", last)


def _break(q: Question[DraftNotice]) -> str | Why | None:
    c, last = q.command, q.facts.tenancy.fixed_term_end
    if c.break_on is None:
        return None
    if c.notice is not NoticeKind.S21 or last is None or c.planned_service > last:
        return Why("Only a section 21 notice in a fixed term uses its break.", "Leave it empty.")
    if not c.planned_service <= c.break_on <= last:
        between = f"{long_date(c.planned_service)} and {long_date(last)}"
        return f"The break would end the term on {long_date(c.break_on)}; that has to lie between {between}."
    return None


def _pair(q: Question[DraftNotice]) -> str | None:
    if q.command.notice is not NoticeKind.S107D_POSSESSION or first_of_pair(q) is not None:
        return None
    return "No notice of non-renewal has been served: a possession notice alone ends nothing."


def first_of_pair(q: Question[Any]) -> Notice | None:
    """The served notice of non-renewal that a possession notice on a flexible tenancy follows."""
    return next((n for n in q.case.notices if n.kind is NoticeKind.S107D_NON_RENEWAL and n.live and n.served), None)


def _confirmed(q: Question[DraftNotice]) -> Why | None:
    c = q.command
    asked = asked_to_confirm(c.notice, q.facts.tenancy, c.planned_service, c.grounds)
    left = [each for each in asked if each.code not in c.confirmed]
    if not left:
        return None
    first = left[0]
    return Why(
        f"Not confirmed: {'; '.join(each.asks for each in left)}.",
        "Check each on the file and confirm it, or put it right first.",
        "; ".join(dict.fromkeys(each.authority for each in left)),
        first.confidence,
    )


def room(q: Question[DraftNotice], specified: date, served: date) -> Why | None:
    """Why a notice specifying that day leaves no time for a claim; None where it does."""
    c = q.command
    follows = dates_when_served(c.notice, tenancy_now(q), served, specified, c.grounds)
    last, first = follows.last_safe_issue, follows.issue_from_safe or follows.issue_from
    if last is None or first is None or first.value <= last.value:
        return None
    told = f"Served on {long_date(served)}, a claim could begin on {long_date(first.value)} at the earliest"
    mend = "Serve it later, nearer to the end of the fixed term." if c.notice is NoticeKind.S21 else ""
    return Why.of(f"{told}, and has to begin by {long_date(last.value)}.", ExplainedDate.of(last), mend)


def _leaves_room(q: Question[DraftNotice]) -> Why | None:
    c = q.command
    if c.notice not in ROADS[q.case.track].notices:
        return None
    try:
        served = planned(q).value
        soonest = dates(q, c.notice, served, c.grounds).minimum.value
        found = room(q, c.specified_on or soonest, served)
        if found is not None and c.specified_on is not None and room(q, soonest, served) is None:
            return replace(found, mend=f"Leave the date empty, or choose one nearer to {long_date(soonest)}.")
        return found
    except LawError:
        return None  # its own gate says so


KIND_GATES: tuple[Gate[Any], ...] = (
    Gate(
        "wrong_regime",
        DRAFT,
        "Is it the notice of the regime in force that day?",
        _regime,
        "Choose the other section 8 notice; section 21 is gone where the new regime governs.",
        "RRA 2025 ss.1-3, 145(8), Sch 6; SI 2026/421 reg 2",
        "A",
        "notice",
    ),
    Gate(
        "method_not_allowed",
        DRAFT,
        "Is that good service of a notice by this landlord?",
        _known_method,
        "Choose another way, or leave it empty.",
        "LGA 1972 s.233; tenancy agreement; LPA 1925 s.196",
        "B",
        "method",
    ),
    Gate(
        "condition_needed",
        DRAFT,
        "Which condition of the absolute ground was met, and when?",
        _condition,
        "Enter the condition, and the day of the conviction, finding or order, or of the end of its appeal.",
        "HA 1985 ss.83ZA, 84A; HA 1988 s.8(4C)-(4F)",
        "B",
        "condition",
    ),
    Gate(
        "window_over",
        DRAFT,
        "Is it still in time for that condition?",
        _window,
        "Rely on the discretionary grounds instead.",
        "HA 1985 s.83ZA; HA 1988 s.8(4C)-(4F)",
        "B",
        "condition_on",
    ),
    Gate(
        "window_over",
        SERVE,
        "Is service in time for the condition relied on?",
        _window_at_service,
        "Withdraw it, and rely on the discretionary grounds instead.",
        "HA 1985 s.83ZA; HA 1988 s.8(4C)-(4F)",
        "B",
        "sent_at",
    ),
    Gate(
        "break_wrong",
        DRAFT,
        "If a break of the fixed term is used, when does it end the term?",
        _break,
        "Enter the last day of the term by the break clause, as the agreement has it.",
        "HA 1988 s.21(1)(a)-(1B); Livewest v Bamber [2019] EWCA Civ 1174",
        "B",
        "break_on",
    ),
    Gate(
        "pair_needed",
        DRAFT,
        "Was the notice of non-renewal served first?",
        _pair,
        "Serve the notice of non-renewal first, at least six months before the term ends.",
        "HA 1985 s.107D(2)-(4)",
        "B",
        "notice",
    ),
    Gate(
        "not_confirmed",
        DRAFT,
        "Is confirmed what this notice asks for?",
        _confirmed,
        "Check each on the file and confirm it.",
        field="confirmed",
    ),
    Gate(
        "no_time_for_claim",
        DRAFT,
        "Would it leave time for a claim?",
        _leaves_room,
        "Serve a notice extending the trial if that is still in time; else use the notice of the tenancy it becomes.",
        "HA 1996 ss.125, 128, 143B; HA 1988 s.21(4D)-(4E)",
        "B",
        "planned_service",
    ),
)
