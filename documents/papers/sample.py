"""A made-up case with every part filled in, so that any paper can be tried: words that name their own field, no person.

Every text is marked as sample; sums agree with each other, so the papers' own gates let it pass.
"""

import functools
import types
import typing
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from pydantic import BaseModel

from documents.papers.data import PaperData
from documents.papers.proceedings import JudgmentData

_DAY = date(2026, 11, 22)
_ADDRESS = ("1 Sample House", "2 Sample Street", "Sampleton", "SX1 1AA")
_PEOPLE = ("Ms Ada Sample-Okafor", "Mr Zoë Ångström-Sample")
_FIXED: dict[str, Any] = {
    "landlord.kind": "council",
    "landlord.name": "Sample Borough Council",
    "claim_number": "K00SX123",
    "court_name": "County Court at Sampleton",
    "tenancy.occupancy": "secure periodic",
    "tenancy.period": "week",
    "tenancy.period_tick": "week",
    "facts_digest": "0" * 64,
    "order_sought": "suspended",
    "statement_of_truth.capacity": "authorised",
    "grounds.code": "Ground 1",
    "conditions.code": "Condition 1",
    "review.of": "introductory",
    "witness.initials": "SO",
    "application.minutes": 10,
    "costs.work.minutes": 60,
    "money_claim.interest_rate": "8",
    "online.postcode": "SX1 1AA",
    "case_id": "sample-case",
}


@functools.cache
def sample(landlord_kind: Literal["council", "provider"] = "council") -> PaperData:
    """The made-up case of a council's tenancy, or a provider's."""
    made = _model(PaperData, "")
    assert isinstance(made, PaperData)
    landlord = made.landlord.model_copy(update={"kind": landlord_kind})
    return _agreeing(made.model_copy(update={"landlord": landlord, "sample": True, "bundle_pages": {}}))


def _model(kind: type[BaseModel], path: str) -> BaseModel:
    hints = typing.get_type_hints(kind)
    made = {name: _value(hints[name], f"{path}.{name}" if path else name, name) for name in kind.model_fields}
    return kind.model_construct(**made)


def _value(hint: Any, path: str, name: str) -> Any:
    if path in _FIXED:
        return _FIXED[path]
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _value(next(one for one in inner if one is not type(None)), path, name)
    if origin is Literal:
        return next((one for one in inner if one), inner[0])
    if origin is tuple:
        return _several(inner[0], path, name)
    if origin is dict:
        return {}
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _model(hint, path)
    return _single(hint, path, name)


def _single(hint: Any, path: str, name: str) -> Any:
    if hint is bool:
        return True
    if hint is int:
        return 1 if name in ("number", "page", "pages", "proof") else 12345 if name.endswith("pence") else 14
    if hint is date:
        return _DAY
    if hint is datetime:
        return datetime(2026, 12, 14, 10, 30, tzinfo=UTC)
    if name == "email" or name.endswith("_email"):
        return "sample@landlord.example"
    if name.endswith("phone"):
        return "01632 960001"
    return f"Sample {path.rsplit('.', 2)[-2] + ' ' if '.' in path else ''}{name}".replace("_", " ")


def _several(inner: Any, path: str, name: str) -> tuple[Any, ...]:
    if name.endswith("address"):
        return _ADDRESS
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        made = [_model(inner, path) for _ in range(2)]
        names = ("full_name", "person_name")
        return tuple(
            one.model_copy(update={key: _PEOPLE[place] for key in names if key in type(one).model_fields})
            for place, one in enumerate(made)
        )
    return tuple(f"{_single(inner, path, name)} {place}" for place in (1, 2))


def _left(owed: JudgmentData | None) -> JudgmentData | None:
    """The judgment with what is left of it."""
    if owed is None:
        return None
    left = owed.sum_pence + owed.interest_pence + owed.costs_pence - owed.received_pence
    return owed.model_copy(update={"total_pence": left})


def _agreeing(made: PaperData) -> PaperData:
    """The same with running totals that follow from their lines, so that no figure is refused."""
    rows, owed = [], 0
    for place in range(6):
        paid = 5000 if place % 2 else 0
        owed += 12345 - paid
        on = _DAY - timedelta(days=7 * (5 - place))
        told = {"on": on, "due_pence": 12345, "paid_pence": paid, "balance_pence": owed}
        rows.append(made.rent_rows[0].model_copy(update=told))
    order, agreement, claim, costs, pack = made.order, made.agreement, made.money_claim, made.costs, made.pack
    assert order is not None
    assert agreement is not None
    assert claim is not None
    assert costs is not None
    assert pack is not None
    terms = tuple(
        line.model_copy(
            update={"on": _DAY + timedelta(days=7 * n), "due_pence": 600, "paid_pence": 100, "balance_pence": 500 * n}
        )
        for n, line in enumerate(order.lines, start=1)
    )
    instalments = tuple(
        line.model_copy(update={"on": _DAY, "instalment_pence": 500, "left_pence": owed - 500 * n})
        for n, line in enumerate(agreement.lines, start=1)
    )
    total = sum(line.pence for line in costs.work) + sum(line.pence for line in costs.paid) + costs.vat_pence
    numbered = tuple(d.model_copy(update={"number": n}) for n, d in enumerate(pack.documents, start=1))
    return made.model_copy(
        update={
            "rent_rows": tuple(rows),
            "arrears_pence": owed,
            "arrears_as_at": _DAY,
            "figures": tuple(f.model_copy(update={"pence": owed, "account_pence": owed}) for f in made.figures),
            "order": order.model_copy(
                update={"lines": terms, "due_pence": 1200, "paid_pence": 200, "shortfall_pence": 1000}
            ),
            "agreement": agreement.model_copy(update={"arrears_pence": owed, "lines": instalments}),
            "judgment": _left(made.judgment),
            "money_claim": claim.model_copy(update={"principal_pence": owed}),
            "costs": costs.model_copy(update={"total_pence": total}),
            "pack": pack.model_copy(update={"documents": numbered}),
        }
    )
