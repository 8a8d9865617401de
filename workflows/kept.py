"""What the waiting of a case needs to know of its state, whatever its kind."""

from typing import Any, Protocol

from cases.state import Attention, Deadline, PaperMade


class Kept(Protocol):
    """A case's state, as far as its waiting needs to know it."""

    @property
    def case_id(self) -> str: ...
    @property
    def landlord(self) -> str: ...
    @property
    def revision(self) -> int: ...
    @property
    def deadlines(self) -> tuple[Deadline, ...]: ...
    @property
    def papers(self) -> tuple[PaperMade, ...]: ...
    @property
    def attention(self) -> Attention | None: ...
    @property
    def closed(self) -> Any: ...
