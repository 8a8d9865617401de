"""The Pre-Action Protocol ledger: each step with its evidence, or what is missing."""

from datetime import date
from typing import Literal

from cases.base import Value
from cases.state import CaseState, Contact, Notice
from cases.tracks import ROADS
from law.court import rent_statement_due
from law.protocol import STEPS, ProtocolStep, steps_for

AFTER_NOTICE = ("post_notice_contact", "protocol_copy_sent")
CONDUCT_STEPS = {
    "incident_log": "Record an incident: what happened, when, who saw it",
    "conduct_warning": "Warn the tenant about the conduct",
    "conduct_answer": "Hear the tenant's side, and what support would help",
    "agencies_asked": "Ask the police, social services and other agencies",
}
"""What is recorded on the road for conduct, beside the Protocol: code and title."""


def known_steps() -> dict[str, str]:
    """Every step that a contact can be evidence of, by its code, with its title; the Protocol's in its order."""
    return {step.code: f"{step.para} {step.title}" for step in STEPS} | CONDUCT_STEPS


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
    """One step of the Protocol as this case has met it. `missing` are tenants it has not reached."""

    code: str
    para: str
    title: str
    when: str
    confidence: str
    contacts: tuple[Contact, ...]
    missing: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether there is evidence for every tenant it must reach."""
        return bool(self.contacts) and not self.missing


def ledger(state: CaseState) -> tuple[LedgerStep, ...]:
    """Every step of the Protocol's Part 2, and of Part 3 where the court must order possession, with its contacts.

    Steps that belong between notice and claim count only when made on or after the day the live notice was served.
    """
    notice = served_notice(state)
    since = notice.served.on if notice and notice.served else None
    return tuple(
        LedgerStep(
            code=step.code,
            para=step.para,
            title=step.title,
            when=step.when,
            confidence=step.confidence.value,
            contacts=contacts(state, step.code, since=since if step.code in AFTER_NOTICE else None),
            missing=unreached(state, step.code, since=since if step.code in AFTER_NOTICE else None),
        )
        for step in (*steps_for(2), *(steps_for(3) if ROADS[state.track].protocol == 3 else ()))
    )


def pcs_answer(state: CaseState) -> PcsAnswer:
    """Whether the Protocol was followed, and the reason why not, as the digital service asks (law/court, section 8).

    Part 2 counts the steps that every arrears claim needs, Part 3 its invitation and its reasons.
    """
    part = ROADS[state.track].protocol
    offered = bool(contacts(state, "arrangement_offered")) or bool(state.arrangements)
    mediated = any(contact.method == "mediation" for contact in contacts(state, "adr"))
    if part == 0:
        return PcsAnswer(followed=None, mediation=mediated, settlement=offered)
    missing = tuple(f"{step.para} {step.title}" for step in _short(state, part))
    reason, left_out = _fitted(missing)
    return PcsAnswer(
        followed=not missing,
        reason=reason,
        mediation=mediated,
        settlement=offered,
        missing=missing,
        left_out=left_out,
    )


def _short(state: CaseState, part: Literal[2, 3]) -> list[ProtocolStep]:
    """The steps without evidence for every tenant whom they must reach."""
    if part == 3:
        return [s for s in steps_for(3) if s.code != "part3_schedule" and not contacts(state, s.code)]
    unmet = {step.code for step in ledger(state) if not step.met}
    return [step for step in steps_for(2) if step.code in _ASKED_ALWAYS and step.code in unmet]


def _fitted(missing: tuple[str, ...]) -> tuple[str, int]:
    """As many of the missing steps as the service takes, and how many are left out."""
    for kept in range(len(missing), 0, -1):
        left = len(missing) - kept
        more = f"; and {left} more" if left else ""
        said = f"Not recorded: {'; '.join(missing[:kept])}{more}."
        if len(said) <= PCS_REASON:
            return said, left
    return "", len(missing)


def contacts(state: CaseState, *codes: str, since: date | None = None) -> tuple[Contact, ...]:
    """The contacts for any of the steps, made on or after a day, in date order."""
    found = (c for c in state.contacts if c.step in codes and (since is None or c.on >= since))
    return tuple(sorted(found, key=lambda c: (c.on, c.id)))


def unreached(state: CaseState, *codes: str, since: date | None = None) -> tuple[str, ...]:
    """The joint tenants whom none of those contacts reached, in the tenancy's order."""
    reached = {tenant for contact in contacts(state, *codes, since=since) for tenant in contact.tenants}
    return tuple(tenant for tenant in state.tenants if tenant not in reached)


def served_notice(state: CaseState) -> Notice | None:
    """The newest live notice that was served on everybody."""
    return next((n for n in reversed(state.notices) if n.live and n.served), None)


def statement_due(state: CaseState) -> date | None:
    """The day the next quarterly rent statement is due (Protocol 2.3); None when none has been sent."""
    sent = contacts(state, "rent_statement")
    return rent_statement_due(sent[-1].on).value if sent else None
