"""Who may sign the statement of truth on a claim: the landlord itself by its officer, or a legal representative."""

from typing import Any

from cases.commands import DraftClaim
from cases.court_words import SignerCapacity
from cases.facts import PermittedSigner, Policy
from cases.gates import Gate, Question, Why

DRAFT = ("draft_claim",)
_CITE = "CPR 22.1(6); PD 22 para 3"


def listed(policy: Policy, signer: str) -> tuple[PermittedSigner, ...]:
    """The rows of the landlord's list that are of that signer, whatever the capacity; names are compared as written."""
    wanted = signer.strip().casefold()
    return tuple(one for one in policy.signers if one.signer.strip().casefold() == wanted)


def capacity_of(q: Question[DraftClaim]) -> SignerCapacity | None:
    """As what the signer signs: as the officer says, else as the landlord's list does; None where neither says."""
    if q.command.signer_capacity is not None:
        return q.command.signer_capacity
    rows = listed(q.facts.policy, q.command.signer)
    return rows[0].capacity if rows else None


def _named(q: Question[DraftClaim]) -> str | None:
    return None if q.command.signer.strip() else "Nobody is named to sign the statement of truth."


def _capacity(q: Question[DraftClaim]) -> str | Why | None:
    capacity, who = capacity_of(q), q.command.signer.strip()
    if not who:
        return None
    if capacity is SignerCapacity.AGENT:
        return f"{who} signs as an agent: somebody who manages property for the landlord cannot sign for it."
    rows = listed(q.facts.policy, who)
    if capacity is SignerCapacity.EMPLOYEE and not any(row.capacity is capacity and row.authority for row in rows):
        return Why(
            f"{who} is an employee without a senior position, and no authority to sign for the landlord is recorded.",
            "Have somebody in a senior position sign; or have an administrator put them on the landlord's list of "
            "signers with their authority.",
        )
    return None


def _permitted(q: Question[DraftClaim]) -> str | None:
    policy, who = q.facts.policy, q.command.signer.strip()
    if not policy.signers or not who:
        return None
    capacity = capacity_of(q)
    if any(row.capacity is capacity for row in listed(policy, who)):
        return None
    names = ", ".join(dict.fromkeys(row.signer for row in policy.signers))
    if listed(policy, who):
        return f"{who} is not on the landlord's list of signers in that capacity. On it are: {names}."
    return f"{who} is not on the landlord's list of signers. On it are: {names}."


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "no_signer",
        DRAFT,
        "Who signs the statement of truth?",
        _named,
        "Name the officer or legal representative who will sign.",
        "CPR 22; PD 22",
        "B",
        "signer",
    ),
    Gate(
        "signer_capacity",
        DRAFT,
        "May they sign in that capacity?",
        _capacity,
        "Have an officer of the landlord in a senior position sign, or its solicitor: a court rejects the claim else.",
        _CITE,
        "B",
        "signer_capacity",
    ),
    Gate(
        "signer_not_listed",
        DRAFT,
        "Are they on the landlord's list of signers?",
        _permitted,
        "Choose one of them, or have an administrator add the signer with their authority.",
        "Landlord's policy: signers; PD 22 para 3",
        "B",
        "signer",
    ),
)
