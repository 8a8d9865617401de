"""One file of many claims: the cases' own files put together, with nothing typed or worked out again."""

import hashlib
from collections.abc import Sequence

from pydantic import ValidationError

from documents.exports import pcol, pcs, pcs_shape
from documents.papers.problems import PaperRefused


class NotOurs(ValueError):
    """A file among those to be put together is not in the shape of today; `place` counts from 0."""

    def __init__(self, place: int) -> None:
        self.place = place
        super().__init__(f"file {place} is not in today's shape")


class TooMuch(ValueError):
    """The claims are more than one file takes."""


def together(route: str, files: Sequence[bytes]) -> bytes:
    """The claims of all the files in their order; `route` is `pcs` or `pcol`. The same files give the same bytes.

    Raises NotOurs for a file of another shape, TooMuch where the whole is more than the shape takes.
    """
    if route == "pcol":
        return _pcol(files)
    claims: list[pcs_shape.Claim] = []
    for place, data in enumerate(files):
        try:
            claims += pcs.read(data).claims
        except ValidationError:
            raise NotOurs(place) from None
    try:
        return pcs.written(pcs_shape.ClaimFile(claims=tuple(claims)))
    except ValidationError:
        raise TooMuch from None


def _pcol(files: Sequence[bytes]) -> bytes:
    claims = []
    for place, data in enumerate(files):
        try:
            claims += pcol.read(data)
        except ValueError:
            raise NotOurs(place) from None
    named = hashlib.sha256(b"\n".join(hashlib.sha256(data).digest() for data in files)).hexdigest()
    try:
        return pcol.whole(claims, f"bulk-{named[:16]}")
    except PaperRefused:
        raise TooMuch from None
