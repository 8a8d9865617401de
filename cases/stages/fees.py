"""Court fees on a case: the table's figure, or the officer's where the table has none, marked to be confirmed."""

from datetime import date

from cases.base import ExplainedSum
from cases.gates import Why
from law.explained import long_date, pounds
from law.fees import FeeKind, fee


def problem(kind: FeeKind, on: date, entered_pence: int | None) -> Why | None:
    """Why the fee cannot be taken as entered; None if it can."""
    known = fee(kind, on)
    if known.value is None:
        mend = "Enter the fee that was paid, from the court's list of the day; it is kept as to be confirmed."
        if entered_pence is None:
            return Why.of(f"The fee table has no figure for {long_date(on)}.", known, mend)
        return Why.of("A fee cannot be less than nothing.", known, mend) if entered_pence < 0 else None
    if entered_pence is None or entered_pence == known.value:
        return None
    if entered_pence < 0:
        return Why.of("A fee cannot be less than nothing.", known)
    says = f"The fee on {long_date(on)} is {pounds(known.value)}, not {pounds(entered_pence)}. {known.sentence()}"
    return Why.of(says, known, f"Leave the fee empty to take the table's {pounds(known.value)}, or check the receipt.")


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


def entered(pence: int) -> ExplainedSum:
    """A fee that no table here has, as the officer entered it, to be confirmed."""
    return ExplainedSum(
        pence=pence,
        sentence=f"{pounds(pence)} was entered by the officer and is to be confirmed.",
        authority="As entered",
        confidence="C",
        table_version="",
    )
