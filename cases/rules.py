"""Every gate of the road, in its order, as one list that a person can read."""

from typing import Any

from cases.gates import Gate
from cases.stages import (
    application_gates,
    approvals,
    arrangement_gates,
    claim,
    closing,
    decision,
    eviction,
    filing,
    hearing,
    holds,
    leaving,
    notice,
    opening,
    order,
    paperwork,
    preaction,
    serving,
    warrant,
)

GATES: tuple[Gate[Any], ...] = (
    *opening.GATES,
    *preaction.GATES,
    *holds.GATES,
    *arrangement_gates.GATES,
    *notice.GATES,
    *serving.GATES,
    *approvals.GATES,
    *claim.GATES,
    *hearing.GATES,
    *filing.GATES,
    *order.GATES,
    *application_gates.GATES,
    *warrant.GATES,
    *eviction.GATES,
    *decision.GATES,
    *leaving.GATES,
    *paperwork.GATES,
    *closing.GATES,
)


def guarding(command: str) -> tuple[Gate[Any], ...]:
    """The gates that a command has to pass, in the order in which their reasons are given."""
    return tuple(gate for gate in GATES if command in gate.guards)
