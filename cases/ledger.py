"""The Pre-Action Protocol ledger: each step with its evidence, or what is missing, and the court's question on it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from cases.base import TextRef, Value
from cases.care import ANSWERS, CARE_STEPS, CONDUCT, ROAD_STEPS, Need, OwnStep
from cases.means import afforded, of_case
from cases.protocol import AFTER_NOTICE, attempts, contacts, newest_assessment, served_notice, unanswered, unreached
from cases.stages.shared import cause_of
from cases.state import CaseState, Contact
from cases.tracks import ROADS
from cases.words import Cause
from law.explained import long_date
from law.protocol import STEPS, ProtocolStep, steps_for

PCS_REASON = 250
"""The most characters that the court's digital service takes for why the Protocol was not followed."""

_ASKED_ALWAYS = (
    "contact_each_tenant",
    "income_expenditure",
    "rent_statement",
    "benefit_help",
    "debt_advice",
    "post_notice_contact",
    "protocol_copy_sent",
    "benefit_enquiry",
    "adr",
)
"""The steps of Part 2 that every claim for arrears needs; the others depend on the household or the agreement."""
_AT_A_HEARING = ("hearing_statement", "hearing_notified")
"""The steps that every hearing needs; the ten-day letter does both."""
_EVERYONE = ("understanding", "vulnerability")
"""The steps of the Protocol's first part, which speak to every home."""
_PROTOCOL = "Pre-Action Protocol for Possession Claims by Social Landlords"


class Kept(Value):
    """Evidence that the case keeps in a place of its own and not as a contact. `note` is its words, if it has any."""

    on: date
    says: str
    note: TextRef | None = None


class PcsAnswer(Value):
    """The digital service's questions on the Protocol, answered from the ledger. `followed` None: it does not apply.

    `reason` says what is missing, in at most 250 characters; `left_out` how many of the missing steps it could not
    name.
    """

    followed: bool | None
    reason: str = ""
    mediation: bool = False
    settlement: bool = False
    missing: tuple[str, ...] = ()
    left_out: int = 0


class LedgerStep(Value):
    """One step as this case has met it. `missing` are tenants it has not reached; `attempts` reached nobody.

    `needed` is why this case needs it, empty where it depends on what is found; a needed step that is not met is a gap.
    """

    code: str
    para: str
    title: str
    when: str
    confidence: str
    contacts: tuple[Contact, ...]
    missing: tuple[str, ...]
    kept: tuple[Kept, ...] = ()
    section: str = ""
    evidence: str = ""
    authority: str = ""
    needed: str = ""
    attempts: tuple[Contact, ...] = ()

    @property
    def met(self) -> bool:
        """Whether there is evidence for every tenant it must reach."""
        return bool(self.kept) or (bool(self.contacts) and not self.missing)

    @property
    def gap(self) -> bool:
        """Whether this case needs it and it is not met."""
        return bool(self.needed) and not self.met


def ledger(state: CaseState, noted: Sequence[str] = ()) -> tuple[LedgerStep, ...]:
    """Every step that this case's road asks for, with its evidence: the Protocol's, the road's own, and those of care.

    `noted` are tenants of whom the housing system notes that they need an interpreter: they need help to understand.
    Steps that belong between notice and claim count only when made on or after the day the live notice was served.
    """
    road = ROADS[state.track]
    found: list[LedgerStep] = []
    part_2 = _of_part_2(state)
    home = road.act != "common law" or road.protocol != 0 or road.decided_first
    if part_2:
        found += [_of_protocol(state, step, "Part 2: rent arrears", noted) for step in steps_for(2)]
    elif home:
        general = [step for step in steps_for(2) if step.code in _EVERYONE]
        found += [_of_protocol(state, step, "Every home", noted) for step in general]
    if road.protocol == 3:
        part_3 = "Part 3: the court must order possession"
        found += [_of_protocol(state, step, part_3) for step in steps_for(3)]
    if road.decided_first:
        found.append(_decision(state))
    if cause_of(state) is Cause.CONDUCT and road.act != "common law":
        found += [_own(state, step, "Conduct", "It is relied on.") for step in CONDUCT]
    found += [_own(state, s, "This kind of case", "Every such case.") for s in ROAD_STEPS if state.track in s.tracks]
    if home:
        found += [_own(state, step, "Care and support", _finding(state, step.need)) for step in CARE_STEPS]
    return tuple(found)


def gaps(state: CaseState, noted: Sequence[str] = ()) -> tuple[LedgerStep, ...]:
    """The steps that this case needs and that are not met, in the ledger's order; `noted` as there."""
    return tuple(step for step in ledger(state, noted) if step.gap)


def pcs_answer(state: CaseState) -> PcsAnswer:
    """Whether the Protocol was followed, and the reason why not, as the digital service asks (law/court, section 8).

    Part 2 counts the steps that every arrears claim needs, Part 3 its invitation and its reasons; both count what an
    assessment found to be needed and nobody has done (1.7).
    """
    part = ROADS[state.track].protocol
    offered = bool(contacts(state, "arrangement_offered")) or bool(state.arrangements)
    mediated = any(contact.method == "mediation" for contact in contacts(state, "adr"))
    if part == 0:
        return PcsAnswer(followed=None, mediation=mediated, settlement=offered)
    missing = tuple(f"{para} {title}" for para, title in (*_short(state, part), *_uncared(state)))
    reason, left_out = _fitted(missing)
    return PcsAnswer(
        followed=not missing,
        reason=reason,
        mediation=mediated,
        settlement=offered,
        missing=missing,
        left_out=left_out,
    )


def kept(state: CaseState, code: str) -> Iterator[Kept]:
    """The evidence of a step of the Protocol that is not a contact: assessments, offers, letters before a hearing."""
    if code == "vulnerability":
        for made in state.assessments:
            decided = "go on" if made.proceed else "do not go on"
            yield Kept(on=made.on, says=f"assessment before the {made.before.value}: {decided}", note=made.reasons)
    if code == "arrangement_offered":
        left = of_case(state)
        for one in state.arrangements:
            if one.offered_on is not None:
                asked = afforded(left, one.instalment_pence, one.frequency)
                beside = f". {asked.says}" if asked else ""
                yield Kept(on=one.offered_on, says=f"arrangement {one.id} offered{beside}")
    if code in _AT_A_HEARING:
        for hearing in state.hearings:
            if hearing.ten_day_letter_sent_on:
                says = f"ten-day letter for the hearing on {long_date(hearing.on)}"
                yield Kept(on=hearing.ten_day_letter_sent_on, says=says)


def _of_part_2(state: CaseState) -> bool:
    road = ROADS[state.track]
    return (road.protocol != 0 or road.act != "common law") and cause_of(state) is Cause.ARREARS


def _of_protocol(state: CaseState, step: ProtocolStep, section: str, noted: Sequence[str] = ()) -> LedgerStep:
    notice = served_notice(state)
    since = notice.served.on if step.code in AFTER_NOTICE and notice and notice.served else None
    always = step.code in (*_ASKED_ALWAYS, "vulnerability") or step.part == 3
    found = _to_understand(state, noted) if step.code == ANSWERS[Need.UNDERSTANDING] else ""
    if step.code in _AT_A_HEARING and state.hearings:
        found = "A hearing was listed."
    return LedgerStep(
        code=step.code,
        para=step.para,
        title=step.title,
        when=step.when,
        confidence=step.confidence.value,
        contacts=contacts(state, step.code, since=since),
        attempts=attempts(state, step.code, since=since),
        missing=unreached(state, step.code, since=since),
        kept=tuple(kept(state, step.code)),
        section=section,
        evidence=step.evidence,
        authority=_PROTOCOL,
        needed="The Protocol asks it of every such claim." if always else found,
    )


def _own(state: CaseState, step: OwnStep, section: str, needed: str) -> LedgerStep:
    made = contacts(state, step.code)
    return LedgerStep(
        code=step.code,
        para=step.para,
        title=step.title,
        when=step.when,
        confidence=step.confidence,
        contacts=made,
        attempts=attempts(state, step.code),
        missing=() if made else state.tenants,
        section=section,
        evidence=step.evidence,
        authority=step.authority,
        needed=needed,
    )


def _decision(state: CaseState) -> LedgerStep:
    told = [d for d in state.decisions if d.told_on is not None]
    return LedgerStep(
        code="public_law_decision",
        para="",
        title="Decide that the duty or licence ends, and tell the household why",
        when="before the notice",
        confidence="B",
        contacts=(),
        missing=() if told else state.tenants,
        kept=tuple(
            Kept(on=d.told_on, says=f"{d.decision.label} of {long_date(d.on)} told to the household", note=d.reasons)
            for d in told
            if d.told_on is not None
        ),
        section="This kind of case",
        evidence="decision letter and the day it was given",
        authority="HA 1996 ss.184, 193, 202",
        needed="It goes before the notice.",
    )


def _to_understand(state: CaseState, noted: Sequence[str]) -> str:
    """Why help to understand is needed: the housing system notes an interpreter, or an assessment found it."""
    whom = [tenant for tenant in noted if tenant in state.tenants]
    if not whom:
        return _finding(state, Need.UNDERSTANDING)
    need = "an interpreter is needed" if len(whom) == 1 else "interpreters are needed"
    return f"The housing system notes that {need}."


def _finding(state: CaseState, need: Need | None) -> str:
    """Why the newest assessment calls for the step; empty where it does not."""
    newest = newest_assessment(state)
    if newest is None or need is None or need not in newest.needs:
        return ""
    return f"The assessment of {long_date(newest.on)} found that the household needs {need.label}."


def _short(state: CaseState, part: Literal[2, 3]) -> Iterable[tuple[str, str]]:
    """The steps without evidence for every tenant whom they must reach: paragraph and title."""
    if part == 3:
        missing = [s for s in steps_for(3) if s.code != "part3_schedule" and not contacts(state, s.code)]
        return [(step.para, step.title) for step in missing]
    unmet = {step.code for step in (_of_protocol(state, each, "") for each in steps_for(2)) if not step.met}
    return [(step.para, step.title) for step in steps_for(2) if step.code in _ASKED_ALWAYS and step.code in unmet]


def _uncared(state: CaseState) -> Iterator[tuple[str, str]]:
    titles = {step.code: (step.para, step.title) for step in STEPS} | {
        step.code: (step.para, step.title) for step in CARE_STEPS
    }
    for need in unanswered(state):
        yield titles[ANSWERS[need]]


def _fitted(missing: tuple[str, ...]) -> tuple[str, int]:
    """As many of the missing steps as the service takes, and how many are left out."""
    for number in range(len(missing), 0, -1):
        left = len(missing) - number
        more = f"; and {left} more" if left else ""
        said = f"Not recorded: {'; '.join(missing[:number])}{more}."
        if len(said) <= PCS_REASON:
            return said, left
    return "", len(missing)
