"""Before notice, and beside everything after it: protocol contacts, register searches, assessments."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from cases import parties, protocol
from cases.base import ExplainedDate
from cases.commands import RecordAssessment, RecordContact, RecordSearch
from cases.events import AssessmentRecorded, ContactRecorded, Event, SearchRecorded
from cases.facts import Facts
from cases.gates import Gate, Question, hold
from cases.on_file import on_file
from cases.stages.in_tenancy import in_tenancy
from cases.stages.shared import cause_of, not_future
from cases.state import Assessment, CaseState, Contact, Search
from cases.waiting import Wait, by_policy
from cases.words import Cause
from law.court import rent_statement_due
from law.explained import long_date

CONTACT = ("record_contact",)
FIRST_STATEMENT = timedelta(days=7)
_OURS = re.compile(r"[PU][0-9]+")
# With a figure in it and without spaces: it stays readable on the record, so that nobody's name may be one.
_REFERENCE = re.compile(r"(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._-]{1,39}")
RECORDS = ("record_contact", "record_search", "record_assessment")


def _known_step(q: Question[RecordContact]) -> str | None:
    if q.command.step in protocol.known_steps():
        return None
    return f"'{q.command.step}' is not a step of the Protocol or of care as they are held here."


def _to_tenants(q: Question[RecordContact]) -> str | None:
    if not q.command.tenants:
        tried = q.command.answered is False
        return "It is not said whom you tried to reach." if tried else "The contact names no tenant."
    held = {*q.case.tenants, *parties.tenants_on(q.case, q.command.on)}
    strangers = [t for t in q.command.tenants if t not in held]
    return f"{', '.join(strangers)} is not a joint tenant of this tenancy." if strangers else None


def _method(q: Question[RecordContact]) -> str | None:
    return None if q.command.method.strip() else "It is not said how they were contacted."


def _document(q: Question[RecordContact]) -> str | None:
    return reference_known(q.case, q.command.document)


def reference_known(state: CaseState, document: str) -> str | None:
    """Why a reference leads to no document; None where it does, or where there is none."""
    named = document.strip()
    made = {paper.id for paper in state.papers if paper.file is not None}
    if not named or named in made | {kept.id for kept in on_file(state)}:
        return None
    if _OURS.fullmatch(named):
        return f"The case has no {named}: neither a paper that was made nor a document on file."
    return None if _REFERENCE.fullmatch(named) else "That is not a reference to a document."


def _result(q: Question[RecordContact]) -> str | None:
    c = q.command
    if c.step != "adr":
        return "Only an offer of dispute resolution has such a result." if c.result or c.result_on else None
    if c.result_on is None:
        return None
    if c.result is None:
        return "There is a day of the result, and no result."
    if c.result_on < c.on:
        return f"The result of {long_date(c.result_on)} is before the offer of {long_date(c.on)}."
    return f"The result is dated {long_date(c.result_on)}, which is after today." if c.result_on > q.today else None


def _figures(q: Question[RecordContact]) -> str | None:
    given = [sum_ for sum_ in (q.command.income_pence, q.command.spending_pence) if sum_ is not None]
    if not given:
        return None
    if q.command.step != "income_expenditure":
        return "Only going through income and spending has such figures."
    if len(given) == 1:
        return "One of the two figures is missing: what is left over needs both."
    return "Income and spending cannot be less than nothing." if min(given) < 0 else None


def _came_of_nothing(q: Question[RecordContact]) -> str | None:
    c = q.command
    if c.answered is not False or (c.result is None and c.income_pence is None and c.spending_pence is None):
        return None
    return "Nobody was reached, so nothing can have come of it."


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "unknown_step",
        CONTACT,
        "Is it a step of the Protocol?",
        _known_step,
        "Choose a step from the Protocol's own list.",
        "Pre-Action Protocol for Possession Claims by Social Landlords",
        "B",
        "step",
    ),
    Gate(
        "unknown_tenant",
        CONTACT,
        "Did it reach joint tenants of this tenancy?",
        _to_tenants,
        "Choose the joint tenants whom it reached, or who were tried.",
        "Pre-Action Protocol 2.1",
        "B",
        "tenants",
    ),
    Gate("no_method", CONTACT, "How were they contacted?", _method, "Say how, such as by letter.", field="method"),
    Gate(
        "unknown_document",
        CONTACT,
        "Does the document reference lead to a document?",
        _document,
        "Give the id of a paper or document of the case, like P3 or U2, or your own reference, like EDRM-2026-0413.",
        field="document",
    ),
    Gate(
        "result_unfit",
        CONTACT,
        "Is the result of an offer of dispute resolution, and of a day since it?",
        _result,
        "Leave the result empty, or correct it.",
        field="result",
    ),
    Gate(
        "figures_unfit",
        CONTACT,
        "Are the figures of income and spending, both given?",
        _figures,
        "Give both in pounds a week, or leave both empty.",
        field="income_pence",
    ),
    Gate(
        "nobody_reached",
        CONTACT,
        "Did it reach somebody, where something came of it?",
        _came_of_nothing,
        "Leave the result and the figures empty, or say that somebody was reached.",
        field="answered",
    ),
    not_future(RECORDS, lambda q: q.command.on, "on", "This record"),
    in_tenancy(RECORDS, lambda q: q.command.on, "on"),
)


def record_contact(q: Question[RecordContact]) -> Sequence[Event]:
    """Keep a protocol step as evidence."""
    hold(GATES, q)
    c = q.command
    contact = Contact(
        id=f"E{len(q.case.contacts) + 1}",
        step=c.step,
        on=c.on,
        tenants=tuple(dict.fromkeys(c.tenants)),
        method=c.method,
        note=c.note,
        document=c.document.strip(),
        result=c.result,
        result_on=c.result_on,
        income_pence=c.income_pence,
        spending_pence=c.spending_pence,
        answered=c.answered,
        recorded_by=q.actor,
    )
    return [ContactRecorded(contact=contact)]


def record_search(q: Question[RecordSearch]) -> Sequence[Event]:
    """Keep a search of the breathing-space register."""
    hold(GATES, q)
    c = q.command
    return [SearchRecorded(search=Search(on=c.on, before=c.before, clear=c.clear, recorded_by=q.actor))]


def record_assessment(q: Question[RecordAssessment]) -> Sequence[Event]:
    """Keep a vulnerability and Equality Act assessment."""
    hold(GATES, q)
    c = q.command
    assessment = Assessment(
        on=c.on,
        before=c.before,
        proceed=c.proceed,
        reasons=c.reasons,
        recorded_by=q.actor,
        needs=tuple(dict.fromkeys(c.needs)),
    )
    return [AssessmentRecorded(assessment=assessment)]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The quarterly rent statement (Protocol 2.3), until there is an order."""
    if any(order.live for order in state.orders) or cause_of(state) is not Cause.ARREARS:
        return
    sent = protocol.contacts(state, "rent_statement")
    if sent:
        due = ExplainedDate.of(rent_statement_due(sent[-1].on))
    else:
        due = by_policy(
            state.opened_on + FIRST_STATEMENT, "No rent statement is on the file", "Send the first rent statement"
        )
    title = "Quarterly rent statement to every tenant" if sent else "First rent statement to every tenant"
    yield Wait("statement", "rent_statement", title, due, escalates=bool(sent))
