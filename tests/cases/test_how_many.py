"""Numbers agree with what they count, in every refusal that counts."""

import pytest

from cases.commands import DraftClaim
from cases.how_many import how_many, share_of
from tests.cases.road import Road, assured_road, secure_road


@pytest.mark.parametrize(("number", "said"), [(0, "0 cases"), (1, "1 case"), (2, "2 cases")])
def test_a_number_agrees_with_its_noun(number: int, said: str) -> None:
    assert how_many(number, "case") == said


def test_a_single_one_is_no_share() -> None:
    assert (share_of(1, 1, "tenant"), share_of(1, 2, "tenant")) == ("the tenant", "1 of 2 tenants")


@pytest.mark.parametrize(
    ("road", "said"),
    [
        (assured_road, "The tenant has not yet been contacted about the arrears: T2-1."),
        (secure_road, "2 of 2 tenants have not yet been contacted about the arrears: T1-1, T1-2."),
    ],
)
def test_tenants_not_contacted_are_counted_as_people_say_it(road: type[Road], said: str) -> None:
    opened = road().opened()
    assert opened.why(opened.draft(), "contact_each_tenant") == said


def test_a_notice_served_on_nobody_is_not_served_on_none_of_so_many() -> None:
    road = secure_road().to_approved_notice()
    asked = DraftClaim(notice_id="N1", signer="officer.a")
    assert road.why(asked, "notice_not_served") == "Notice N1 has not been served yet: T1-1, T1-2."
