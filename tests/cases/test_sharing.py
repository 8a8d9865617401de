"""A leaver's cases are shared out by patch and by what everybody has to do."""

from cases.sharing import Desk, ToShare, share_out


def test_a_case_goes_to_whoever_works_its_patch_even_if_others_have_less_to_do() -> None:
    desks = (Desk(user_id="ann", load=9, patches=("North",)), Desk(user_id="bo", load=0, patches=("South",)))
    (share,) = share_out([ToShare(case_id="T1-1", patch="North")], desks)
    assert (share.officer, share.why) == ("ann", "works North and has the least to do (9)")


def test_where_nobody_works_the_patch_the_least_loaded_takes_it() -> None:
    desks = (Desk(user_id="ann", load=2), Desk(user_id="bo", load=1))
    assert [s.officer for s in share_out([ToShare(case_id="T1-1", patch="West")], desks)] == ["bo"]


def test_loads_are_levelled_as_cases_are_given_and_a_case_at_risk_weighs_two() -> None:
    cases = [ToShare(case_id=f"T{n}-1", at_risk=n == 3) for n in range(1, 5)]
    shares = share_out(cases, (Desk(user_id="ann"), Desk(user_id="bo")))
    assert {s.case_id: s.officer for s in shares} == {"T3-1": "ann", "T1-1": "bo", "T2-1": "bo", "T4-1": "ann"}


def test_the_same_question_has_the_same_answer_in_whatever_order_it_is_asked() -> None:
    cases = [ToShare(case_id=f"T{n}-1") for n in range(7)]
    desks = [Desk(user_id="bo"), Desk(user_id="ann")]
    assert share_out(cases, desks) == share_out(list(reversed(cases)), list(reversed(desks)))


def test_without_anybody_nothing_is_shared() -> None:
    assert share_out([ToShare(case_id="T1-1")], ()) == ()
