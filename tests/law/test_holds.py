"""What holds a case: each step it bars and no other, and each clock it stops. Written out again by hand."""

from datetime import date

import pytest

from law import holds
from law.errors import BadFact
from law.explained import Confidence

KINDS = ("standard", "crisis", "bankruptcy", "debt_relief_order", "iva", "stay", "death", "policy")
STEPS = ("notice", "claim", "warrant", "booking", "eviction", "money", "terms")
# Steps barred where they rest on rent arrears, then where they do not (SI 2020/1311 reg 7; Sharples; CPR 83.2).
BARRED = {
    "standard": ("notice claim warrant booking eviction terms", ""),
    "crisis": ("notice claim warrant booking eviction terms", ""),
    "bankruptcy": ("money terms", ""),
    "debt_relief_order": ("money terms", ""),
    "iva": ("money terms", ""),
    "stay": ("warrant booking eviction", "warrant booking eviction"),
    "death": ("notice claim money warrant booking eviction", "notice claim money warrant booking eviction"),
    "policy": ("notice claim warrant booking", "notice claim warrant booking"),
}
# Each clock under the kinds in their order: s stops, r runs, x is extended, - is not touched.
CLOCKS = {
    "rent_enforcement": "ss----ss",
    "enforcement": "-----s--",
    "notice_life": "rrrrrrrr",
    "trial_end": "rrrrrrrr",
    "hearing": "rrrrrsrr",
    "ongoing_rent": "rrrrr---",
    "order_limit": "xx------",
    "debt_limit": "xx------",
    "warrant_life": "rr---rrr",
}
LETTER = {"stops": "s", "runs": "r", "extended": "x"}


def test_the_kinds_and_the_steps_are_all_here() -> None:
    assert holds.KINDS == KINDS
    assert holds.STEPS == STEPS
    assert {"standard", "crisis"} == holds.MORATORIA
    assert {"bankruptcy", "debt_relief_order", "iva"} == holds.INSOLVENCIES
    assert set(KINDS) - holds.TOLD_TO_COURT == {"stay", "policy"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("for_debt", [True, False])
def test_a_hold_bars_its_own_steps_and_no_others(kind: holds.Kind, for_debt: bool) -> None:
    barred = {step for step in STEPS if holds.bar(kind, step, for_debt=for_debt)}  # type: ignore[arg-type]
    assert barred == set(BARRED[kind][0 if for_debt else 1].split())


def test_a_bar_says_why_on_whose_authority_and_how_sure_it_is() -> None:
    void = holds.bar("standard", "notice", for_debt=True)
    assert void is not None
    assert (void.why, void.authority, void.confidence) == (
        "Serve an arrears notice: void. It would be void",
        "SI 2020/1311 reg 7(6)-(7)(j), (12)",
        Confidence.A,
    )
    dead = holds.bar("death", "eviction", for_debt=False)
    assert dead is not None
    assert (dead.authority, dead.confidence) == ("CPR 83.2(3)(b)", Confidence.A)
    assert "court's permission" in dead.why


def test_an_arrangement_bars_as_a_bankruptcy_does_and_is_to_be_confirmed() -> None:
    sure, doubted = (holds.bar(kind, "money", for_debt=True) for kind in ("bankruptcy", "iva"))  # type: ignore[arg-type]
    assert sure is not None
    assert doubted is not None
    assert sure.why == doubted.why
    assert (sure.confidence, doubted.confidence) == (Confidence.A, Confidence.C)


@pytest.mark.parametrize("clock", CLOCKS)
def test_each_clock_under_each_hold(clock: str) -> None:
    found = ""
    for kind in KINDS:
        row = holds.CLOCKS.get((kind, clock))
        found += LETTER[row.effect] if row else "-"
        assert holds.stops(kind, clock) is (row is not None and row.effect == "stops")  # type: ignore[arg-type]
    assert found == CLOCKS[clock]


def test_a_hold_tells_its_clocks_in_the_tables_order() -> None:
    assert {row.clock for kind in KINDS for row in holds.clocks(kind)} == set(CLOCKS)  # type: ignore[arg-type]
    assert [row.clock for row in holds.clocks("stay")] == [
        "enforcement",
        "notice_life",
        "trial_end",
        "hearing",
        "warrant_life",
    ]


@pytest.mark.parametrize(
    ("kind", "says", "authority"),
    [
        ("standard", "To pursue a joint tenant for the debt: barred.", "SI 2020/1311 reg 7(7)(n)"),
        ("crisis", "To pursue a joint tenant for the debt: barred.", "SI 2020/1311 reg 7(7)(n)"),
        ("bankruptcy", "To pursue a joint tenant for the debt: goes on.", ""),
        ("death", "The tenancy goes on in the surviving joint tenants", "Survivorship of joint tenants, common law"),
        ("stay", "It holds the case for everybody.", "As the hold"),
    ],
)
def test_what_a_hold_on_one_joint_tenant_means_for_the_others(kind: holds.Kind, says: str, authority: str) -> None:
    row = holds.for_the_others(kind)
    assert row.kind == kind
    assert row.says.startswith(says)
    assert authority in row.authority


def test_what_is_no_hold_or_no_step_is_refused() -> None:
    for refused in (
        lambda: holds.bar("mood", "notice", for_debt=True),  # type: ignore[arg-type]
        lambda: holds.bar("stay", "dance", for_debt=True),  # type: ignore[arg-type]
        lambda: holds.clocks("mood"),  # type: ignore[arg-type]
        lambda: holds.stops("mood", "hearing"),  # type: ignore[arg-type]
        lambda: holds.for_the_others("mood"),  # type: ignore[arg-type]
    ):
        with pytest.raises(BadFact):
            refused()


def test_what_was_stopped_goes_on_the_day_after() -> None:
    assert holds.day_after(date(2028, 2, 28)) == date(2028, 2, 29)
    with pytest.raises(BadFact):
        holds.day_after("2028-02-28")  # type: ignore[arg-type]
