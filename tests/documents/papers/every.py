"""Facts for any paper there is, so that a test of every paper need not know which kind wants which."""

from documents.papers.data import PaperData
from tests.documents.papers import facts, facts_notices, facts_road


def case(kind: str, which: str = "full") -> PaperData:
    """The "full" or the "extreme" made-up case from which this kind of paper can be made."""
    if kind in facts_notices.KINDS:
        return facts_notices.full(kind) if which == "full" else facts_notices.extreme(kind)
    if kind in facts_road.KINDS:
        return facts_road.full(kind) if which == "full" else facts_road.extreme(kind)
    secure = kind != "notice_s8"
    if which == "full":
        return facts.full(secure=secure)
    edge = facts.extreme(secure=secure)
    return edge.model_copy(update={"fee_pence": 41500}) if kind == "n5" else edge
