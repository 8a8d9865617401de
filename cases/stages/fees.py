"""Court fees on a case: the table's figure, or the officer's where the table has none, marked to be confirmed."""

from datetime import date

from cases.base import ExplainedSum
from law.explained import long_date, pounds
from law.fees import FeeKind, fee


def problem(kind: FeeKind, on: date, entered_pence: int | None) -> str | None:
    """Why the fee cannot be taken as entered; None if it can."""
    known = fee(kind, on)
    if known.value is None and entered_pence is None:
        return f"The fee table has no figure for {long_date(on)}; the fee that was paid has to be entered."
    if known.value is None and entered_pence is not None and entered_pence < 0:
        return "A fee cannot be less than nothing."
    if known.value is not None and entered_pence is not None and entered_pence != known.value:
        return f"The fee on {long_date(on)} is {pounds(known.value)}, not {pounds(entered_pence)}. {known.sentence()}"
    return None


def settled(kind: FeeKind, on: date, entered_pence: int | None) -> tuple[ExplainedSum, bool]:
    """The fee, and whether it is confirmed by the table."""
    known = fee(kind, on)
    explained = ExplainedSum.of(known)
    if known.value is not None:
        return explained, True
    paid = (
        f"{pounds(entered_pence)} was entered by the officer and is to be confirmed"
        if entered_pence is not None
        else ""
    )
    sentence = f"{paid}: {explained.sentence}" if paid else explained.sentence
    return explained.model_copy(update={"pence": entered_pence, "sentence": sentence, "confidence": "C"}), False
