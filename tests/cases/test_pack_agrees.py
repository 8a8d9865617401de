"""Every pair of papers that go to court together: a penny or a day between them stops the making, or the sending."""

import copy
import functools
from collections.abc import Callable
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest

from cases.commands import PaperDone, RecordFiling, RecordTenDayLetter, RequestPaper, RequestWarrant
from cases.words import PaperKind, Route
from tests.cases.road import SYSTEM, Road, secure_road

FILE = {"sha256": "0" * 64, "size": 1, "name": "n.pdf", "kind": "n5"}
OWED = 120_000
_P = PaperKind


def issuing(route: Route) -> Callable[[Road], Any]:
    return lambda road: road.issue(route=route)


def filing(road: Road) -> RecordFiling:
    return RecordFiling(hearing_id="H1", filed_on=road.day, served_on=road.day)


def requesting(road: Road) -> RequestWarrant:
    return RequestWarrant(warrant_id="W1", on=road.day, fee_pence=road.fee_where_unknown())


def writing(road: Road) -> RecordTenDayLetter:
    return RecordTenDayLetter(hearing_id="H1", sent_on=road.day)


def enforced() -> Road:
    return secure_road().to_outright_order().later(30).to_approved_warrant()


PACKS: dict[str, tuple[Callable[[], Road], str, tuple[PaperKind, ...], Callable[[Road], Any]]] = {
    "paper": (
        lambda: secure_road().to_approved_claim(),
        "C1",
        (_P.N5, _P.N119, _P.RENT_SCHEDULE, _P.PROTOCOL_STATEMENT),
        issuing(Route.PAPER),
    ),
    "digital": (
        lambda: secure_road().to_approved_claim(),
        "C1",
        (_P.PCS_SHEET, _P.RENT_SCHEDULE, _P.PROTOCOL_STATEMENT),
        issuing(Route.PCS),
    ),
    "online": (
        lambda: secure_road().to_approved_claim(),
        "C1",
        (_P.PCOL_SHEET, _P.RENT_SCHEDULE, _P.PROTOCOL_STATEMENT),
        issuing(Route.PCOL),
    ),
    "hearing": (
        lambda: secure_road().to_listed_hearing(),
        "H1",
        (_P.WITNESS_STATEMENT, _P.CASE_SUMMARY, _P.DRAFT_ORDER),
        filing,
    ),
    "letter": (lambda: secure_road().to_listed_hearing(), "H1", (_P.TEN_DAY_LETTER,), writing),
    "warrant": (enforced, "W1", (_P.N325,), requesting),
}
PAIRS = [(pack, one, other) for pack, (_, _, kinds, _) in PACKS.items() for one, other in combinations(kinds, 2)]
MADE_OF_ONE_FIGURE = [
    (pack, kind)
    for pack, (_, _, kinds, _) in PACKS.items()
    for kind in kinds
    if kind not in (_P.PROTOCOL_STATEMENT, _P.WITNESS_STATEMENT, _P.CASE_SUMMARY, _P.DRAFT_ORDER, _P.TEN_DAY_LETTER)
]


@functools.cache
def whole(pack: str) -> Road:
    begin, subject, kinds, _ = PACKS[pack]
    road = begin()
    for kind in kinds:
        road.do(RequestPaper(paper=kind, subject=subject))
        road.do(PaperDone(paper_id=road.case.papers[-1].id, file=FILE, figure_pence=OWED), SYSTEM)
    return road


def made(pack: str, **figures: int) -> Road:
    """The pack with every paper made, each stating what is owed but for those named."""
    road = copy.copy(whole(pack))
    road.postings = list(road.postings)
    papers = tuple(p.model_copy(update={"figure_pence": figures.get(p.kind, OWED)}) for p in road.case.papers)
    road.state = road.case.model_copy(update={"papers": papers})
    return road


def refused(road: Road, pack: str) -> dict[str, str]:
    return {r.code: r.says for r in road.ask(PACKS[pack][3](road)).refusals}


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_of_one_figure_goes_out(pack: str) -> None:
    assert {"papers_differ", "papers_stale"}.isdisjoint(refused(made(pack), pack))


@pytest.mark.parametrize(("pack", "one", "other"), PAIRS, ids=lambda part: str(part))
def test_a_penny_between_two_papers_of_a_pack_stops_it_with_both_named(
    pack: str, one: PaperKind, other: PaperKind
) -> None:
    for wrong, right, penny in ((one, other, 1), (other, one, -1)):
        said = refused(made(pack, **{wrong.value: OWED + penny}), pack)["papers_differ"]
        assert f"{wrong.label} P" in said
        assert "£0.01 from the £1,200.00" in said
        assert f"{right.label} P" not in said


@pytest.mark.parametrize("penny", [1, -1])
@pytest.mark.parametrize(("pack", "kind"), MADE_OF_ONE_FIGURE, ids=lambda part: str(part))
def test_a_paper_that_comes_back_a_penny_out_is_not_kept(pack: str, kind: PaperKind, penny: int) -> None:
    begin, subject, _, _ = PACKS[pack]
    road = begin().do(RequestPaper(paper=kind, subject=subject))
    road.do(PaperDone(paper_id="P1", file=FILE, figure_pence=OWED + penny), SYSTEM)
    paper = road.case.papers[0]
    assert paper.file is None
    assert "£1,200.00" in (paper.failed or "")


@pytest.mark.parametrize("days", [1, -1])
@pytest.mark.parametrize("pack", PACKS)
def test_a_line_of_the_account_that_moves_by_a_day_stops_the_pack(pack: str, days: int) -> None:
    road = made(pack)
    first = road.postings[0]
    road.postings[0] = first.model_copy(update={"on": first.on + timedelta(days=days)})
    assert "made from other facts" in refused(road, pack)["papers_stale"]


@pytest.mark.parametrize("pack", ["paper", "digital", "online"])
def test_a_tenancy_that_began_a_day_later_stops_the_claims_papers(pack: str) -> None:
    road = made(pack)
    began = road.tenancy.start_date + timedelta(days=1)
    road.tenancy = road.tenancy.model_copy(update={"start_date": began})
    assert "made from other facts" in refused(road, pack)["papers_stale"]


def test_the_hearing_put_right_by_a_day_stops_its_papers() -> None:
    road = made("hearing")
    on = road.case.hearings[0].on + timedelta(days=1)
    hearing = road.case.hearings[0].model_copy(update={"on": on})
    road.state = road.case.model_copy(update={"hearings": (hearing,)})
    assert "made from other facts" in refused(road, "hearing")["papers_stale"]
