"""What every group of facts is: frozen, closed, plain."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Lines = tuple[str, ...]
Confidence = Literal["A", "B", "C"]


class Facts(BaseModel):
    """A group of recorded facts. Money is integer pence, dates are `date`, instants are aware."""

    model_config = ConfigDict(frozen=True, extra="forbid")
