"""Questions about money: Ground 8, daily rates, interest, costs, deductions and fees."""

from collections.abc import Iterator

from law import fees, ground8, money, rent_due
from law.asking.facts import Facts
from law.asking.question import Answer, Question


def _ground8(facts: Facts) -> Iterator[Answer]:
    regime = facts.get("regime", "old")
    yield ground8.ground8_threshold(facts.cycle(), facts["rent"], regime)
    if facts.has("arrears-at-notice") or facts.has("overdue-at-notice"):
        at_hearing = facts.get("arrears-at-hearing", facts.get("overdue-at-hearing"))
        yield ground8.ground8(
            period=facts.cycle(),
            rent_pence=facts["rent"],
            arrears_at_notice_pence=facts.get("arrears-at-notice", 0),
            arrears_at_hearing_pence=at_hearing,
            regime=regime,
            overdue_at_notice_pence=facts.get("overdue-at-notice"),
            overdue_at_hearing_pence=facts.get("overdue-at-hearing"),
            uc_awaited_at_notice_pence=facts.get("awaited-at-notice", 0),
            uc_awaited_at_hearing_pence=facts.get("awaited-at-hearing", 0),
        )


def _rent_due(facts: Facts) -> Iterator[Answer]:
    yield rent_due.rent_due(
        facts["line"],
        facts["on"],
        reserved=facts.get("reserved", ()),
        awaited=facts.get("awaited", ()),
        frozen_from=facts.get("frozen-from"),
        regime=facts.get("regime", "old"),
    )


def _daily_rate(facts: Facts) -> Iterator[Answer]:
    weeks = facts.get("rent-weeks", 52)
    yield money.daily_rate(facts["rent"], facts.cycle(), facts.get("convention", "pcs"), weeks)
    yield money.direct_payment_threshold(facts["rent"], facts.cycle(), weeks)
    yield money.hb_direct_threshold(facts["rent"], facts.cycle())


def _interest(facts: Facts) -> Iterator[Answer]:
    yield money.interest_to_judgment(facts["sum"], facts["from"], facts["to"])


def _judgment_interest(facts: Facts) -> Iterator[Answer]:
    yield money.judgment_interest_runs(facts["judgment"])
    yield money.judgment_interest(facts["judgment"], facts["from"], facts["to"])


def _use(facts: Facts) -> Iterator[Answer]:
    yield money.use_and_occupation(facts["sum"], facts["from"], facts["to"])


def _fee(facts: Facts) -> Iterator[Answer]:
    if facts["kind"] == "adjournment":
        yield fees.adjournment_fee(facts["on"], facts["hearing"], facts.flag("agreed"))
    elif facts["kind"] == "money_claim":
        yield fees.money_claim_fee(facts["sum"])
    else:
        yield fees.fee(facts["kind"], facts["on"])


def _costs(facts: Facts) -> Iterator[Answer]:
    if facts.flag("accelerated"):
        yield money.accelerated_costs(facts["sum"])
    elif facts.has("defendants"):
        yield money.fixed_costs(facts["sum"], money.personal_service_costs(facts["defendants"]))
    else:
        yield money.fixed_costs(facts["sum"])


def _deductions(facts: Facts) -> Iterator[Answer]:
    if facts.has("per-cent"):
        yield money.uc_deduction(facts["sum"], facts["per-cent"])
    else:
        yield money.legacy_deduction(facts["sum"])


SUMS: tuple[Question, ...] = (
    Question(
        "ground-8",
        ("rent", "period"),
        (
            "regime",
            "arrears-at-notice",
            "arrears-at-hearing",
            "overdue-at-notice",
            "overdue-at-hearing",
            "awaited-at-notice",
            "awaited-at-hearing",
        ),
        _ground8,
        title="Ground 8 in pence",
    ),
    Question(
        "rent-due",
        ("line", "on"),
        ("reserved", "awaited", "frozen-from", "regime"),
        _rent_due,
        title="Rent lawfully due",
    ),
    Question("daily-rate", ("rent", "period"), ("convention", "rent-weeks"), _daily_rate, title="The daily rate"),
    Question("interest", ("sum", "from", "to"), (), _interest, title="Interest to judgment"),
    Question("judgment-interest", ("judgment", "from", "to"), (), _judgment_interest, title="Interest on a judgment"),
    Question("use-and-occupation", ("sum", "from", "to"), (), _use, title="Use and occupation, --sum a day"),
    Question("fee", ("kind",), ("on", "hearing", "agreed", "sum"), _fee, title="A court fee"),
    Question(
        "fixed-costs",
        ("sum",),
        ("defendants", "accelerated"),
        _costs,
        title="Fixed costs with the court fee, --sum",
    ),
    Question("deduction", ("sum",), ("per-cent",), _deductions, title="A benefit deduction from the allowance, --sum"),
)
