"""An order moved to the High Court and enforced there: permission, every occupier told, the seal of a writ."""

from datetime import date
from typing import Any

from cases.commands import (
    Approve,
    DecideApplication,
    DraftWarrant,
    PaperDone,
    RecordApplication,
    RecordPermission,
    RequestPaper,
    RequestWarrant,
)
from cases.court_words import ApplicationFor, Party
from cases.facts import Policy
from cases.words import PaperKind, Risk, StepBefore
from tests.cases.road import SENIOR, SYSTEM, Road, secure_road


def outright() -> Road:
    """An order whose possession date has passed, on 16 June 2026, with what goes before a warrant."""
    road = secure_road().to_outright_order()
    road.wait_until(date(2026, 6, 16))
    return road.contact("benefit_enquiry").assess(StepBefore.WARRANT)


def moving(road: Road, **changes: Any) -> RecordApplication:
    asked = RecordApplication(subject="O1", purpose=ApplicationFor.TRANSFER, by=Party.LANDLORD, made_on=road.day)
    return asked.model_copy(update=changes)


def moved() -> Road:
    """The County Court moved the order to the High Court the same day."""
    road = outright()
    road.do(moving(road))
    return road.do(DecideApplication(application_id="A1", on=road.day, granted=True))


def writ(road: Road, **changes: Any) -> DraftWarrant:
    asked = DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN, occupiers_told_on=road.day)
    return asked.model_copy(update=changes)


def test_an_order_is_moved_once_by_the_landlord_alone_and_not_while_the_bailiffs_have_a_warrant() -> None:
    road = outright()
    assert road.refused(moving(road, by=Party.TENANT)) == {"cannot_transfer"}
    assert moved().case.orders[0].high_court_on == date(2026, 6, 16)
    assert moved().refused(moving(moved())) == {"cannot_transfer"}
    with_bailiffs = outright().to_issued_warrant()
    assert with_bailiffs.refused(moving(with_bailiffs)) == {"cannot_transfer"}


def test_a_writ_needs_permission_and_everybody_in_the_home_told() -> None:
    road = moved()
    assert road.refused(writ(road, occupiers_told_on=None)) == {"writ_permission", "occupiers_told"}
    road.do(RecordPermission(order_id="O1", on=road.day, granted=True))
    assert road.refused(writ(road, occupiers_told_on=None)) == {"occupiers_told"}
    road.do(writ(road))
    assert road.case.warrants[0].form == "N293A"


def test_a_writ_pays_the_fee_of_its_seal() -> None:
    road = moved()
    road.do(RecordPermission(order_id="O1", on=road.day, granted=True)).do(writ(road)).do(Approve(subject="W1"), SENIOR)
    road.search(StepBefore.WARRANT).do(RequestWarrant(warrant_id="W1", on=road.day))
    fee = road.case.warrants[0].fee
    assert fee is not None
    assert "writ" in fee.sentence.lower()


def test_a_writ_is_asked_for_on_its_own_form_made_here_where_the_landlord_asks_for_that() -> None:
    road = moved()
    road.do(RecordPermission(order_id="O1", on=road.day, granted=True)).do(writ(road)).do(Approve(subject="W1"), SENIOR)
    road.search(StepBefore.WARRANT)
    road.policy = Policy(require_paper_before_service=True)
    asked = RequestWarrant(warrant_id="W1", on=road.day)
    assert road.refused(asked) == {"papers_not_made"}
    road.do(RequestPaper(paper=PaperKind.N293A, subject="W1"))
    file = {"sha256": "0" * 64, "size": 1, "name": "w.pdf", "kind": "n293a"}
    owed = road.case.warrants[0].arrears_pence
    road.do(PaperDone(paper_id="P1", file=file, figure_pence=owed), SYSTEM)
    assert road.ask(asked).accepted


def test_a_warrant_of_the_county_court_is_not_asked_who_was_told() -> None:
    road = outright()
    assert road.refused(writ(road)) == {"occupiers_told"}
    assert road.ask(writ(road, occupiers_told_on=None)).accepted
