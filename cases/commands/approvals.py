"""Approving, sending back and withdrawing a draft."""

from typing import Literal

from cases.base import TextRef, Value
from cases.commands.opening import Override


class Approve(Value):
    """A senior who is not its drafter approves a notice, claim or warrant (`subject` is its id)."""

    kind: Literal["approve"] = "approve"
    subject: str
    overrides: tuple[Override, ...] = ()


class SendBack(Value):
    """A senior returns a draft with a reason; it is withdrawn and may be drafted again."""

    kind: Literal["send_back"] = "send_back"
    subject: str
    reason: TextRef


class Withdraw(Value):
    """Withdraw a notice, a claim not yet issued, or a warrant."""

    kind: Literal["withdraw"] = "withdraw"
    subject: str
    reason: TextRef
