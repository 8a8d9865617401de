"""Gates on recording what the court did: which outcome needs which fields, and what the court had power to do."""

from datetime import date
from typing import Any

from cases.commands import RecordOutcome
from cases.gates import ByTrack, Gate, Question, Why
from cases.ground8 import short_of_ground8
from cases.notice_kinds import had_security
from cases.stages.outcome_details import FOLLOWS
from cases.stages.papers_claim import order_floor
from cases.stages.shared import cause_of
from cases.words import Cause, NoticeKind, OutcomeKind
from law.explained import long_date
from law.grounds import ground
from law.orders import may_suspend, possession_date_latest, s89_applies
from law.tenancies import TENANCIES, Occupancy

OUTCOME = ("record_outcome",)
DATED = (OutcomeKind.OUTRIGHT, OutcomeKind.SUSPENDED)
_SHORT = "it could only allow 14 days, or six weeks on exceptional hardship (HA 1980 s.89)."
_LOST = "HA 1985 ss.81, 93; HA 1988 ss.1, 15A"


def _proved(q: Question[RecordOutcome]) -> tuple[str, ...]:
    kind = q.command.outcome
    return q.command.grounds_proved if kind.gives_possession or kind is OutcomeKind.CONSENT else ()


def _known(q: Question[RecordOutcome]) -> bool:
    """Whether what the order rests on is sure: grounds of the notice, or a notice that needs none."""
    return _named(q) is None and _in_notice(q) is None


def _undecided(q: Question[RecordOutcome]) -> str | None:
    hearing = q.hearing(q.command.hearing_id)
    return f"Hearing {hearing.id} has its outcome: {hearing.outcome.label}." if hearing.outcome else None


def _heard(q: Question[RecordOutcome]) -> str | None:
    hearing = q.hearing(q.command.hearing_id)
    if q.command.outcome.without_hearing or q.today >= hearing.on:
        return None
    return f"Hearing {hearing.id} is on {long_date(hearing.on)}; nothing is decided at it before that day."


def _day_of_hearing(q: Question[RecordOutcome]) -> str | None:
    hearing = q.hearing(q.command.hearing_id)
    if q.command.outcome.without_hearing or q.today < hearing.on or q.command.on >= hearing.on:
        return None
    return f"{long_date(q.command.on)} is before the hearing on {long_date(hearing.on)}."


def _not_future(q: Question[RecordOutcome]) -> str | None:
    on: date = q.command.on
    return f"{long_date(on)} has not come yet." if on > q.today else None


def _after_issue(q: Question[RecordOutcome]) -> str | None:
    issued = q.claim(q.hearing(q.command.hearing_id).claim_id).issued_on
    if issued is None or q.command.on >= issued:
        return None
    return f"{long_date(q.command.on)} is before the claim was issued on {long_date(issued)}."


def _named(q: Question[RecordOutcome]) -> str | None:
    if not q.command.outcome.gives_possession or q.command.grounds_proved:
        return None
    claim = q.claim(q.hearing(q.command.hearing_id).claim_id)
    if not all(q.notice(wanted).grounds for wanted in claim.notices):
        return None  # one of its notices, in the alternative, rests on none
    return "A possession order rests on a ground; none is given."


def _in_notice(q: Question[RecordOutcome]) -> str | None:
    claim = q.claim(q.hearing(q.command.hearing_id).claim_id)
    given = tuple(g for wanted in claim.notices for g in q.notice(wanted).grounds)
    extra = [g for g in _proved(q) if g not in given]
    if not extra:
        return None
    return f"Ground {', '.join(extra)} is not in notice {', '.join(claim.notices)}, which gives: {', '.join(given)}."


def _suspendable(q: Question[RecordOutcome]) -> str | Why | None:
    kinds = (OutcomeKind.SUSPENDED, OutcomeKind.POSTPONED)
    if q.command.outcome not in kinds or not _known(q):
        return None
    occupancy = Occupancy(q.case.occupancy)
    if _on_notice_to_quit(q):
        says = "Possession rests on the notice to quit alone, security having been lost, so it could not be put off; "
        return Why(f"{says}{_SHORT}", authority=f"{_LOST}; HA 1980 s.89(1)", confidence="C")
    power = may_suspend(occupancy, q.command.grounds_proved, q.command.on, q.facts.policy.social_commencement)
    if power.value:
        return None
    did = "suspend" if q.command.outcome is OutcomeKind.SUSPENDED else "postpone"
    proved = q.command.grounds_proved
    mandatory = ", ".join(g for g in proved if _mandatory(q, g))
    if not proved:
        return Why.of(f"No ground is needed for this tenancy, so the court could not {did} possession; {_SHORT}", power)
    act = "HA 1988 s.9(6)" if TENANCIES[occupancy].act == "HA 1988" else "HA 1985 s.85(1)"
    return f"Ground {mandatory} is mandatory, so the court could not {did} possession ({act}); {_SHORT}"


def _on_notice_to_quit(q: Question[RecordOutcome]) -> bool:
    """Whether the order rests on no ground but on a notice to quit, the tenancy having been secure or assured."""
    claim = q.claim(q.hearing(q.command.hearing_id).claim_id)
    relied_on = {q.notice(wanted).kind for wanted in claim.notices}
    return not _proved(q) and NoticeKind.NOTICE_TO_QUIT in relied_on and had_security(q.case.occupancy)


def _mandatory(q: Question[RecordOutcome], code: str) -> bool:
    social = q.facts.policy.social_commencement
    return ground(Occupancy(q.case.occupancy), code, q.command.on, social).power == "mandatory"


def _ground8_that_day(q: Question[RecordOutcome]) -> str | None:
    if "8" not in _proved(q):
        return None
    return short_of_ground8(q.case, q.facts, q.command.on)


def _possession_given(q: Question[RecordOutcome]) -> str | Why | None:
    if q.command.outcome is OutcomeKind.POSTPONED and q.command.possession_on is not None:
        return Why(
            "A postponed order fixes no date for possession.", "Leave the date empty, or record it as suspended."
        )
    if q.command.outcome not in DATED or q.command.possession_on is not None:
        return None
    return "The order gives a date for possession; none is entered."


def _possession_in_time(q: Question[RecordOutcome]) -> Why | None:
    c, social = q.command, q.facts.policy.social_commencement
    if not c.outcome.makes_order or c.possession_on is None:
        return None
    if c.possession_on < c.on:
        return Why(
            f"Possession on {long_date(c.possession_on)} would be before the order of {long_date(c.on)}.",
            "Check both dates on the sealed order.",
            "As in the sealed order",
            "A",
        )
    if (
        c.outcome is OutcomeKind.OUTRIGHT
        and _known(q)
        and (_on_notice_to_quit(q) or s89_applies(c.grounds_proved, Occupancy(q.case.occupancy), c.on, social))
    ):
        latest = possession_date_latest(c.on, c.hardship)
        if c.possession_on > latest.value:
            told = f"{long_date(c.possession_on)} is later than the court could give. {latest.sentence()}"
            hardship = "" if c.hardship else "; say so if exceptional hardship was found"
            return Why.of(told, latest, f"Check the date and the grounds on the sealed order{hardship}.")
    return order_floor(q, q.claim(q.hearing(c.hearing_id).claim_id), c.possession_on)


def _on_conduct(q: Question[RecordOutcome]) -> bool:
    """Whether no payment is entered, and something else than arrears was proved, so that terms may be on that alone."""
    c = q.command
    if any(value is not None for value in (c.instalment_pence, c.frequency, c.first_payment)):
        return False
    occupancy, social = Occupancy(q.case.occupancy), q.facts.policy.social_commencement
    conduct = any(not ground(occupancy, code, c.on, social).arrears for code in _proved(q))
    return _known(q) and (conduct or cause_of(q.case) is Cause.CONDUCT)


def _terms_given(q: Question[RecordOutcome]) -> str | Why | None:
    c = q.command
    if not c.outcome.on_terms:
        return None
    needed = {
        "the judgment sum": c.judgment_pence,
        "the instalment": c.instalment_pence,
        "how often it is paid": c.frequency,
        "the first payment date": c.first_payment,
    }
    if c.outcome is OutcomeKind.ADJOURNED_ON_TERMS:
        del needed["the judgment sum"]  # usually there is none; the payments then go towards the arrears
    missing = [name for name, value in needed.items() if value is None]
    if not missing or (c.other_terms is not None and _on_conduct(q)):
        return None
    if c.outcome in (OutcomeKind.SUSPENDED, OutcomeKind.POSTPONED):
        return f"A {c.outcome.value} order has terms; not entered: {', '.join(missing)}."
    payments = {"the instalment", "how often it is paid", "the first payment date"}
    if len(payments & set(missing)) < len(payments):
        return f"Part of the payments is not entered: {', '.join(missing)}."
    if c.other_terms is not None or (c.outcome is OutcomeKind.CONSENT and c.possession_on is not None):
        return None
    what = "was agreed" if c.outcome is OutcomeKind.CONSENT else "the terms are"
    return Why(f"Nothing says what {what}.", "Enter the payments, or the terms in the order's own words.")


def _failed(q: Question[RecordOutcome]) -> str | None:
    if q.command.failed_by is None or not q.command.outcome.makes_order:
        return None
    return f"'{q.command.outcome.label}' is an order, not a claim that failed."


GATES: tuple[Gate[Any], ...] = (
    Gate("already_heard", OUTCOME, "Has it no outcome yet?", _undecided, "Nothing to record; look at the case again."),
    Gate(
        "hearing_ahead",
        OUTCOME,
        "Has the hearing been held?",
        _heard,
        "Record it on or after that day. What the court does before it without hearing anybody may be recorded now: "
        "put off, stayed, struck out, settled by a consent order; and a claim withdrawn.",
    ),
    Gate("before_hearing", OUTCOME, "Was it after the hearing?", _day_of_hearing, "Correct the date.", field="on"),
    Gate("in_future", OUTCOME, "Has it happened?", _not_future, "Correct the date.", field="on"),
    Gate("before_issue", OUTCOME, "Was it after issue?", _after_issue, "Correct the date.", field="on"),
    Gate(
        "no_ground_proved",
        OUTCOME,
        "Which ground was proved?",
        _named,
        "Enter the grounds in the order.",
        ByTrack("HA 1985 s.84", "HA 1988 s.7"),
        "A",
        "grounds_proved",
    ),
    Gate(
        "ground_not_in_notice",
        OUTCOME,
        "Were the grounds in the notice?",
        _in_notice,
        "Correct the grounds; if the court gave leave to add one, ask a solicitor.",
        ByTrack("HA 1985 s.84(3)", "HA 1988 s.8(2)"),
        "A",
        "grounds_proved",
    ),
    Gate(
        "ground8_threshold",
        OUTCOME,
        "If ground 8 was proved, was its threshold met that day?",
        _ground8_that_day,
        "Check the order and the account; record grounds 10 and 11 if those were proved.",
        "HA 1988 Sch 2 ground 8",
        "A",
        "grounds_proved",
    ),
    Gate(
        "cannot_suspend",
        OUTCOME,
        "Had the court power to suspend?",
        _suspendable,
        "Check the sealed order: either the grounds proved or the kind of order is not as entered.",
        "HA 1988 s.9(6); HA 1980 s.89",
        "B",
        "outcome",
    ),
    Gate(
        "no_possession_date",
        OUTCOME,
        "What is the date for possession?",
        _possession_given,
        "Enter the date in the sealed order.",
        field="possession_on",
    ),
    Gate(
        "possession_date_wrong",
        OUTCOME,
        "Could the court give that date?",
        _possession_in_time,
        "Check the sealed order.",
        "HA 1980 s.89(1)",
        "B",
        "possession_on",
    ),
    Gate(
        "terms_missing",
        OUTCOME,
        "What are the terms?",
        _terms_given,
        "Enter them from the sealed order (N28, N28A, N24).",
        ByTrack("HA 1985 s.85(3)", "HA 1988 s.9(3)"),
        "B",
        "instalment_pence",
    ),
    Gate(
        "cause_of_order",
        OUTCOME,
        "Did the claim fail, or was it put off?",
        _failed,
        "Leave the cause empty: an order came of it.",
        field="failed_by",
    ),
    *FOLLOWS,
)
