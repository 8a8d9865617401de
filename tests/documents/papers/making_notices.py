"""Made notices and review letters, and what stops them."""

import functools
from typing import Any

import pytest

from documents.papers.data import PaperData
from documents.papers.problems import PaperRefused
from documents.papers.render import Rendered, render
from tests.documents.papers import facts_notices
from tests.documents.papers.reading import text


@functools.cache
def made(kind: str, case: str = "full") -> Rendered:
    return render(kind, facts_notices.full(kind) if case == "full" else facts_notices.extreme(kind))


def said(kind: str, part: str | None = None, **changed: object) -> str:
    """The text of a full paper with some fields of the data, or of one of its parts, changed."""
    data = facts_notices.full(kind)
    update: dict[str, Any] = dict(changed)
    if part:
        update = {part: getattr(data, part).model_copy(update=changed)}
    return text(render(kind, data.model_copy(update=update)).pdf) if update else text(made(kind).pdf)


def refused(kind: str, data: PaperData) -> tuple[str, ...]:
    with pytest.raises(PaperRefused) as caught:
        render(kind, data)
    return caught.value.reasons
