"""The dates of a hearing and of a claim that stands still or has ended: what has to be done by when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from cases.base import ExplainedDate
from cases.facts import Facts
from cases.instants import legal_day
from cases.stages.shared import claim_for_arrears
from cases.state import CaseState, Claim, Hearing
from cases.waiting import Wait, by_order, by_policy
from cases.words import OutcomeKind
from law.court import DEFENCE_DAYS, defence_due
from law.errors import OutsideTables
from law.explained import long_date

LOOK_AGAIN = timedelta(days=28)
DEFENCE = timedelta(days=DEFENCE_DAYS)


def _defence(hearing: Hearing) -> ExplainedDate | None:
    """The last day for a defence; None before service. Of a day outside the bank-holiday table the plain count is told.

    A date that cannot be worked out must not stop the others, nor be kept from the officer.
    """
    if hearing.claim_deemed_served is None:
        return None
    served = hearing.claim_deemed_served.on
    try:
        return ExplainedDate.of(defence_due(served))
    except OutsideTables as unknown:
        last, told = served + DEFENCE, f"Deemed served on {long_date(served)}"
        rule = f"{DEFENCE_DAYS} days for a defence, closed days not seen"
        counted = by_order(last, told, rule)
        says = f"{rule}: {told[:1].lower()}{told[1:]}, so {long_date(last)} (CPR 15.4). {unknown.rule} {unknown.mend}"
        return counted.model_copy(update={"sentence": says, "authority": "CPR 15.4", "confidence": "C"})


def _listing(hearing: Hearing, claim: Claim) -> str:
    told = f"Hearing {hearing.id} listed at {hearing.at:%H:%M} on {long_date(hearing.on)}"
    standard = claim.hearing_latest
    if standard and hearing.on > standard.on:
        return f"{told}; later than the standard eight weeks, which ended on {long_date(standard.on)} (CPR 55.5(3)(b))"
    return told


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Service of the claim, the defence, statements, the ten-day letter, directions, and the hearing itself."""
    for h in (h for h in state.hearings if h.outcome is None):
        claim = next(c for c in state.claims if c.id == h.claim_id)
        if not claim.live:
            continue
        first = not any(e.claim_id == h.claim_id and e.claim_served_on for e in state.hearings)
        if first:
            title = (
                f"Claim {claim.id} to be served in time for hearing {h.id}; this is the last day it may count as served"
            )
            yield _at_once(h, Wait(f"{h.id}.service", "claim_service", title, h.service_latest, h.id))
        due = next((day for e in state.hearings if e.claim_id == h.claim_id and (day := _defence(e))), None)
        if due and due.on >= legal_day(as_at):  # once it has passed there is nothing to do about it
            title = f"Last day for a defence to claim {claim.id}"
            yield Wait(f"{h.id}.defence", "defence", title, due, h.id, remind=(), escalates=False)
        if h.ten_day_letter_sent_on is None and claim_for_arrears(state, claim):
            title = f"Ten-day letter and rent statement for hearing {h.id}"
            yield _at_once(h, Wait(f"{h.id}.letter", "ten_day_letter", title, h.ten_day_letter_due, h.id))
        if h.statement_filed_on is None:
            title = f"Witness statements for hearing {h.id} filed and served"
            due_on = h.witness_statements_due
            filing = Wait(f"{h.id}.statements", "witness_statements", title, due_on, h.id, escalates=False)
            yield _at_once(h, filing)
        for d in (d for d in h.directions if d.done_on is None):
            by = by_order(d.by, f"Directed for hearing {h.id}", "Do what the court directed")
            yield Wait(f"{h.id}.{d.id}", "direction", f"Direction {d.id} of hearing {h.id}: to be done", by, h.id)
        day = by_order(h.on, _listing(h, claim), "Record what the court did")
        yield Wait(f"{h.id}.outcome", "hearing", f"Hearing {h.id}: attend, and record what the court did", day, h.id)
    yield from _standing_still(state)
    yield from _against_us(state, legal_day(as_at))


def _at_once(h: Hearing, wait: Wait) -> Wait:
    """The same thing to be done at once, said once, where its day had passed before the hearing was even listed."""
    if h.listed_on is None or wait.date.on >= h.listed_on:
        return wait
    told = f"Hearing {h.id} was listed on {long_date(h.listed_on)}, when {long_date(wait.date.on)} had passed"
    now = by_policy(h.listed_on, told, "Do it at once and tell the court why it is late")
    return replace(wait, title=f"{wait.title}: at once", date=now, remind=(), escalates=False)


def _standing_still(state: CaseState) -> Iterator[Wait]:
    """A claim that was adjourned or stayed without a date must not be forgotten, nor the last day to restore it."""
    for c in (c for c in state.claims if c.live and c.issued_on):
        last = next((h for h in reversed(state.hearings) if h.claim_id == c.id), None)
        if last is None or last.outcome is None or not last.outcome.waits or last.outcome_on is None:
            continue
        due = by_policy(
            last.outcome_on + LOOK_AGAIN,
            f"{last.outcome.label} on {long_date(last.outcome_on)}",
            "Look again whether to restore the claim",
        )
        title = f"Claim {c.id} is adjourned: check the payments and the date in the order; restore it, or leave it"
        if last.outcome is OutcomeKind.STAYED:
            title = f"Claim {c.id} is stayed: look whether the reason still stands, and whether to restore it"
        yield Wait(f"{c.id}.restore", "adjourned", title, due, c.id, escalates=False)
        if last.restore_by is not None:
            title = f"Last day to restore claim {c.id}; after it the claim is struck out"
            yield Wait(f"{c.id}.long_stop", "long_stop", title, last.restore_by, c.id, remind=(28, 7, 2))


def _against_us(state: CaseState, today: date) -> Iterator[Wait]:
    """The last days to appeal against the end of a claim, and to restore one that was struck out."""
    for c in (c for c in state.claims if c.ended_by):
        if any(other.issued_on for other in state.claims[state.claims.index(c) + 1 :]):
            continue  # a new claim took its place
        last = next((h for h in reversed(state.hearings) if h.claim_id == c.id and h.outcome), None)
        if last is None or last.outcome is None or not last.outcome.ends_claim:
            continue
        if last.appeal_by is not None and last.appeal_by.on >= today:
            title = f"Last day to appeal: {last.outcome.label.lower()} ({c.id})"
            yield Wait(f"{last.id}.appeal", "appeal", title, last.appeal_by, c.id, remind=(7,), escalates=False)
        if last.restore_by is not None and last.restore_by.on >= today:
            title = f"Last day to ask that struck-out claim {c.id} be restored"
            yield Wait(f"{last.id}.reinstate", "reinstate", title, last.restore_by, c.id, remind=(7, 2))
