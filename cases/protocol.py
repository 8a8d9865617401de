"""Evidence of the steps before a claim: which there are, which were taken and when, and whom they did not reach."""

from datetime import date

from cases.care import ANSWERS, CONDUCT, OWN_STEPS, Need
from cases.state import Assessment, CaseState, Contact, Notice
from law.court import rent_statement_due
from law.protocol import STEPS

AFTER_NOTICE = ("post_notice_contact", "protocol_copy_sent")
CONDUCT_STEPS = {step.code: step.title for step in CONDUCT}
"""What is recorded on the road for conduct, beside the Protocol: code and title."""


def known_steps() -> dict[str, str]:
    """Every step that a contact can be evidence of, by its code, with its title; the Protocol's in its order."""
    ours = {step.code: f"{step.para} {step.title}".strip() for step in OWN_STEPS.values()}
    return {step.code: f"{step.para} {step.title}" for step in STEPS} | ours


def contacts(state: CaseState, *codes: str, since: date | None = None) -> tuple[Contact, ...]:
    """The contacts for any of the steps that reached somebody, made on or after a day, in date order."""
    return tuple(c for c in _recorded(state, codes, since) if c.reached)


def attempts(state: CaseState, *codes: str, since: date | None = None) -> tuple[Contact, ...]:
    """The attempts at any of the steps that reached nobody, made on or after a day, in date order (Protocol 2.1)."""
    return tuple(c for c in _recorded(state, codes, since) if not c.reached)


def _recorded(state: CaseState, codes: tuple[str, ...], since: date | None) -> list[Contact]:
    found = (c for c in state.contacts if c.step in codes and (since is None or c.on >= since))
    return sorted(found, key=lambda c: (c.on, c.id))


def unreached(state: CaseState, *codes: str, since: date | None = None) -> tuple[str, ...]:
    """The joint tenants whom none of those contacts reached, in the tenancy's order."""
    reached = {tenant for contact in contacts(state, *codes, since=since) for tenant in contact.tenants}
    return tuple(tenant for tenant in state.tenants if tenant not in reached)


def newest_assessment(state: CaseState) -> Assessment | None:
    """The assessment that says what is known now: the latest, and of one day the one recorded last."""
    made = sorted(state.assessments, key=lambda a: a.on)
    return made[-1] if made else None


def unanswered(state: CaseState) -> tuple[Need, ...]:
    """What the newest assessment found to be needed and no recorded step has answered."""
    newest = newest_assessment(state)
    needs = newest.needs if newest else ()
    return tuple(need for need in needs if not contacts(state, ANSWERS[need]))


def served_notice(state: CaseState) -> Notice | None:
    """The newest live notice that was served on everybody."""
    return next((n for n in reversed(state.notices) if n.live and n.served), None)


def statement_due(state: CaseState) -> date | None:
    """The day the next quarterly rent statement is due (Protocol 2.3); None when none has been sent."""
    sent = contacts(state, "rent_statement")
    return rent_statement_due(sent[-1].on).value if sent else None
