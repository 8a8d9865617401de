"""The Pre-Action Protocol ledger: each step with its evidence, or what is missing."""

from datetime import date

from cases.base import Value
from cases.state import CaseState, Contact, Notice
from law.court import rent_statement_due
from law.protocol import STEPS, steps_for

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
    """Every step of the Protocol's Part 2 in its order, with the contacts that prove it.

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
        for step in steps_for(2)
    )


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
