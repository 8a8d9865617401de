"""Every gate of the road, in its order, as one list that a person can read."""

from typing import Any

from cases.gates import Gate
from cases.stages import (
    aftermath,
    application_gates,
    applying,
    approvals,
    arrangement_gates,
    benefit,
    claim,
    claim_court,
    claim_end,
    closing,
    correction,
    decision,
    documents,
    elsewhere,
    eviction,
    filing,
    hearing,
    hold_bars,
    holding,
    holds,
    last_check,
    leaving,
    notice,
    opening,
    order,
    paper_sent,
    papers_claim,
    paperwork,
    parties,
    party_gates,
    preaction,
    responses,
    review,
    serving,
    warrant,
)

BESIDE: tuple[Gate[Any], ...] = (
    *hold_bars.BARS,
    *elsewhere.BARS,
    *benefit.BARS,
    *party_gates.BARS,
    *paper_sent.GATES,
    *applying.BARS,
    *documents.BARS,
)
"""Gates that are asked beside a step's own, whatever the stage: they belong to no stage."""

_STAGES: tuple[Gate[Any], ...] = (
    *BESIDE,
    *opening.GATES,
    *preaction.GATES,
    *holds.GATES,
    *holding.GATES,
    *benefit.GATES,
    *arrangement_gates.GATES,
    *notice.GATES,
    *serving.GATES,
    *approvals.GATES,
    *claim.GATES,
    *claim_court.GATES,
    *claim_end.GATES,
    *responses.GATES,
    *hearing.GATES,
    *filing.GATES,
    *order.GATES,
    *application_gates.GATES,
    *applying.GATES,
    *warrant.GATES,
    *last_check.GATES,
    *eviction.GATES,
    *aftermath.GATES,
    *decision.GATES,
    *leaving.GATES,
    *paperwork.GATES,
    *paperwork.STOP_GATES,
    *documents.GATES,
    *closing.GATES,
    *correction.GATES,
    *review.GATES,
    *papers_claim.GATES,
    *parties.GATES,
)
GATES: tuple[Gate[Any], ...] = tuple(dict.fromkeys(_STAGES))  # some stages keep the same gate


def guarding(command: str) -> tuple[Gate[Any], ...]:
    """The gates that a command has to pass, in the order in which their reasons are given."""
    return tuple(gate for gate in GATES if command in gate.guards)
