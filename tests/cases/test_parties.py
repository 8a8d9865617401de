"""Who holds the tenancy, and what each change of them leaves undone: by table, and for any run of changes."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import commands as c
from cases import parties
from cases.court_words import ApplicationFor, Party
from cases.events import AlarmRaised, PaperChanged
from cases.facts import Facts, Renamed
from cases.party_words import BuyEnd, PartyCause
from cases.state import CaseState, Person
from cases.words import HoldKind, NoticeKind, OutcomeKind, PaperKind, StepBefore, Track
from law.parties import CAUSES
from tests.cases import walks
from tests.cases.road import OFFICER, SECURE, SENIOR, SYSTEM, TEXT, Road, assured_road, secure_road

DAY = timedelta(days=1)
NEW = "T1-3"
OTHER = "T2-2"
AGAIN = (
    PartyCause.WITH_CONSENT,
    PartyCause.FAMILY_ORDER,
    PartyCause.SUCCESSION,
    PartyCause.JOINED,
    PartyCause.UNSTATED,
)


NEVER_SECURE = (PartyCause.WITHOUT_CONSENT, PartyCause.RELEASE)


class Housing(Road):
    """A road on which the housing system may say other than the case."""

    claims_to_buy: date | None = None
    renamed: tuple[Renamed, ...] = ()

    def facts(self, who: Person = OFFICER) -> Facts:
        there = {"right_to_buy_claimed_on": self.claims_to_buy, "renamed": self.renamed}
        return super().facts(who).model_copy(update=there)

    def there(self, *tenants: str) -> "Housing":
        self.tenancy = self.tenancy.model_copy(update={"tenants": tenants})
        return self

    def changed(self, cause: PartyCause, *tenants: str, on: date | None = None) -> "Housing":
        self.there(*tenants)
        self.do(c.RecordParties(cause=cause, on=on or self.day, tenants=tenants, proof=TEXT))
        return self

    def died(self, *tenants: str) -> "Housing":
        told = c.StartHold(hold=HoldKind.DEATH, started_on=self.day, tenants=tenants, reason=TEXT)
        self.do(told)
        return self


def council(**changes: object) -> Housing:
    return Housing(SECURE.model_copy(update=changes))


def after(road: Housing, cause: PartyCause) -> Housing:
    """The road after a change of that cause among T1-1, T1-2 and a third."""
    match cause:
        case PartyCause.SUCCESSION:
            return road.died("T1-1").changed(cause, "T1-2", NEW)
        case PartyCause.SURVIVORSHIP:
            return road.died("T1-1").changed(cause, "T1-2")
        case PartyCause.JOINED:
            return road.changed(cause, "T1-1", "T1-2", NEW)
        case PartyCause.JOINT_NOTICE:
            return road.changed(cause, "T1-2")
        case PartyCause.NAME:
            return road.changed(cause, "T1-1", "T1-2")
    return road.changed(cause, "T1-2", NEW)


def test_every_cause_is_in_laws_table() -> None:
    assert {cause.value for cause in PartyCause} == set(CAUSES)


@pytest.mark.parametrize("cause", AGAIN)
def test_a_notice_given_before_binds_nobody_new_and_is_served_afresh(cause: PartyCause) -> None:
    road = council()
    road.to_ripe_notice()
    after(road, cause)
    why = next(r for r in road.ask(c.DraftClaim(notice_id="N1", signer="officer.a")).refusals
               if r.code == "notice_not_binding")  # fmt: skip
    assert "N1 was given to those who held the tenancy before" in why.says
    assert "serve a new notice" in why.mend
    assert why.confidence == "C"
    assert "N1.parties" in {d.id for d in road.case.deadlines}
    road.do(c.Withdraw(subject="N1", reason=TEXT))
    assert "N1.parties" not in {d.id for d in road.case.deadlines}
    road.contact("contact_each_tenant").do(road.draft(planned_service=road.day))
    road.approve_latest_notice().search(StepBefore.NOTICE)
    for tenant in road.case.tenants:
        road.do(road.serve(tenant))
    assert road.case.notices[-1].served is not None
    assert "notice_not_binding" not in road.refused(c.DraftClaim(notice_id="N2", signer="officer.a"))


@pytest.mark.parametrize("cause", [PartyCause.SURVIVORSHIP, PartyCause.NAME])
def test_a_notice_that_those_who_stay_were_given_stands(cause: PartyCause) -> None:
    road = council()
    road.to_ripe_notice()
    after(road, cause)
    assert road.ask(c.DraftClaim(notice_id="N1", signer="officer.a")).accepted


@pytest.mark.parametrize("cause", [PartyCause.WITH_CONSENT, PartyCause.FAMILY_ORDER])
def test_the_tenancy_may_pass_to_one_joint_tenant_who_was_given_the_notice(cause: PartyCause) -> None:
    road = council()
    road.to_ripe_notice()
    road.changed(cause, "T1-2")
    assert road.case.tenants == ("T1-2",)
    assert road.ask(c.DraftClaim(notice_id="N1", signer="officer.a")).accepted


def test_a_joint_tenant_of_an_assured_tenancy_may_be_released() -> None:
    road = Housing(assured_road().tenancy.model_copy(update={"tenants": ("T2-1", OTHER)}))
    road.opened()
    road.changed(PartyCause.RELEASE, OTHER)
    assert road.case.tenants == (OTHER,)


def test_a_joint_tenants_notice_ends_the_tenancy_and_the_road_with_it() -> None:
    road = council()
    road.to_ripe_notice()
    after(road, PartyCause.JOINT_NOTICE)
    refusal = next(r for r in road.ask(c.DraftClaim(notice_id="N1", signer="a")).refusals)
    assert refusal.code == "notice_not_binding"
    assert "none against trespassers" in refusal.mend
    assert "Hammersmith v Monk" in refusal.authority


def garage() -> Housing:
    """A garage whose notice to quit has been served on its two tenants."""
    walk = walks.council("garage", tenants=("T1-1", "T1-2")).begin(Track.GARAGE).give(NoticeKind.GARAGE)
    road = Housing(walk.tenancy)
    road.state, road.day = walk.case, walk.day
    return road


@pytest.mark.parametrize(
    ("cause", "days", "stands"),
    [(PartyCause.FAMILY_ORDER, 3, True), (PartyCause.FAMILY_ORDER, 0, False), (PartyCause.UNSTATED, 3, False)],
)
def test_a_notice_to_quit_ends_the_tenancy_for_whoever_takes_it_afterwards(
    cause: PartyCause, days: int, stands: bool
) -> None:
    road = garage()
    served = road.case.notices[0].served
    assert served is not None
    road.on(served.on).later(3)
    road.changed(cause, "T1-1", NEW, on=served.on + days * DAY)
    assert (parties.unbound(road.case, road.case.notices[0], road.day) is None) is stands


def test_a_notice_drafted_for_those_before_is_neither_approved_nor_served() -> None:
    road = council()
    road.to_drafted_notice()
    after(road, PartyCause.JOINED)
    assert "names_old_tenants" in {r.code for r in road.ask(c.Approve(subject="N1"), SENIOR).refusals}
    road = council()
    road.to_approved_notice().search(StepBefore.NOTICE)
    after(road, PartyCause.JOINED)
    assert "names_old_tenants" in road.refused(road.serve(NEW))


def test_contact_with_a_new_tenant_is_open_again() -> None:
    road = council()
    road.opened().protocol()
    after(road, PartyCause.JOINED)
    assert NEW in road.why(road.draft(), "contact_each_tenant")
    road.do(c.RecordContact(step="contact_each_tenant", on=road.day, tenants=(NEW,), method="letter"))
    assert "contact_each_tenant" not in {r.code for r in road.ask(road.draft()).refusals}


def test_a_claim_prepared_before_is_prepared_again() -> None:
    road = council()
    road.to_approved_claim()
    after(road, PartyCause.SURVIVORSHIP)
    assert "claim_names_old_tenants" in road.refused(road.issue())
    road.do(c.Withdraw(subject="C1", reason=TEXT))
    road.do(c.DraftClaim(notice_id="N1", signer="officer.a")).do(c.Approve(subject="C2"), SENIOR)
    assert road.ask(road.issue()).accepted


def amended(road: Housing) -> Housing:
    road.do(c.RecordApplication(subject="C1", purpose=ApplicationFor.PARTIES, by=Party.LANDLORD, made_on=road.day))
    road.do(c.DecideApplication(application_id="A1", on=road.day, granted=True))
    return road


def test_a_claim_before_the_court_needs_its_parties_amended() -> None:
    road = council()
    road.to_listed_hearing().later(1)
    after(road, PartyCause.WITH_CONSENT)
    ask = c.SetAsk(hearing_id="H1", outcome=OutcomeKind.OUTRIGHT)
    refusal = next(r for r in road.ask(ask).refusals if r.code == "parties_not_amended")
    assert "N244" in refusal.mend
    assert "CPR 19.2" in refusal.authority
    assert ("C1", "parties_not_amended") in {(d.subject, d.code) for d in road.case.doubts}
    assert "C1.parties" in {d.id for d in road.case.deadlines}
    amended(road)
    assert road.ask(ask).accepted
    assert not road.case.doubts
    assert "C1.parties" not in {d.id for d in road.case.deadlines}


def test_an_order_made_against_those_before_is_not_enforced() -> None:
    road = council()
    road.to_hearing_day()
    after(road, PartyCause.WITH_CONSENT)
    road.later(1)
    road.do(road.outcome(OutcomeKind.OUTRIGHT, possession_on=road.day + 28 * DAY, judgment_pence=120_000))
    assert ("O1", "parties_not_amended") in {(d.subject, d.code) for d in road.case.doubts}
    road.on(road.case.orders[0].warrant_earliest.on)  # type: ignore[union-attr]
    draft = c.DraftWarrant(order_id="O1", breach="none", risk="none_known")
    assert "parties_not_amended" in road.refused(draft)
    amended(road)
    assert "parties_not_amended" not in {r.code for r in road.ask(draft).refusals}


@pytest.mark.parametrize("cause", [cause for cause in PartyCause if cause not in NEVER_SECURE])
def test_after_an_order_other_parties_mean_permission_first(cause: PartyCause) -> None:
    road = council()
    road.to_outright_order().on(date(2026, 6, 16))
    after(road, cause)
    draft = c.DraftWarrant(order_id="O1", breach="none", risk="none_known")
    refused = {r.code for r in road.ask(draft).refusals}
    assert ("permission_needed" in refused) is CAUSES[cause.value].changes
    assert "parties_not_amended" not in refused
    if CAUSES[cause.value].changes:
        assert "CPR 83.2(3)" in next(r.authority for r in road.ask(draft).refusals if r.code == "permission_needed")
        road.do(c.RecordPermission(order_id="O1", on=road.day, granted=True))
        assert "permission_needed" not in {r.code for r in road.ask(draft).refusals}


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"cause": PartyCause.WITH_CONSENT, "tenants": ()}, "no_tenants"),
        ({"cause": PartyCause.WITH_CONSENT, "tenants": ("T9-9",)}, "not_of_tenancy"),
        ({"cause": PartyCause.WITH_CONSENT, "tenants": ("T1-1", "T1-2")}, "same_tenants"),
        ({"cause": PartyCause.NAME, "tenants": ("T1-1",)}, "same_tenants"),
        ({"cause": PartyCause.JOINED, "tenants": ("T1-1", NEW)}, "cause_unfit"),
        ({"cause": PartyCause.RELEASE, "tenants": ("T1-1", NEW)}, "cause_unfit"),
        ({"cause": PartyCause.WITH_CONSENT, "tenants": ("T1-1", "T1-2", NEW)}, "cause_unfit"),
        ({"cause": PartyCause.RELEASE, "tenants": ("T1-1",)}, "cannot_pass"),
        ({"cause": PartyCause.SURVIVORSHIP, "tenants": ("T1-1",)}, "no_death"),
        ({"cause": PartyCause.WITHOUT_CONSENT, "tenants": ("T1-1", NEW)}, "cannot_pass"),
        ({"cause": PartyCause.JOINED, "tenants": ("T1-1", "T1-2", NEW), "on": date(2030, 1, 1)}, "in_future"),
        ({"cause": PartyCause.JOINED, "tenants": ("T1-1", "T1-2", NEW), "on": date(2019, 1, 1)}, "before_tenancy"),
        ({"cause": PartyCause.NAME, "tenants": ("T1-1", "T1-2"), "document": "P7"}, "unknown_document"),
    ],
)
def test_what_cannot_be_is_refused(told: dict[str, object], code: str) -> None:
    road = council()
    road.opened()
    road.there("T1-1", "T1-2", NEW)
    plain = c.RecordParties(cause=PartyCause.NAME, on=road.day, tenants=("T1-1", "T1-2"), proof=TEXT)
    assert code in road.refused(plain.model_copy(update=told))


def test_an_assured_tenancy_passes_without_consent_all_the_same() -> None:
    road = Housing(assured_road().tenancy)
    road.opened()
    road.changed(PartyCause.WITHOUT_CONSENT, OTHER)
    assert road.case.tenants == (OTHER,)


def test_a_successor_steps_into_the_case_that_a_death_had_stopped() -> None:
    road = Housing(assured_road().tenancy)
    road.opened().protocol()
    road.died("T2-1")
    assert "on_hold" in road.refused(road.draft())
    road.changed(PartyCause.SUCCESSION, OTHER)
    assert "on_hold" not in {r.code for r in road.ask(road.draft()).refusals}


def test_papers_made_from_the_old_parties_go_stale_and_a_new_name_makes_them_stale_too() -> None:
    for cause in (PartyCause.JOINED, PartyCause.NAME):
        road = council()
        road.to_approved_notice()
        road.do(c.RequestPaper(paper=PaperKind.NSP_S83, subject="N1"))
        told = c.RecordParties(
            cause=cause,
            on=road.day,
            tenants=("T1-1", "T1-2", NEW) if cause is PartyCause.JOINED else ("T1-1", "T1-2"),
            proof=TEXT,
        )
        road.there(*told.tenants)
        stale = [e.paper.stale for e in road.ask(told).events if isinstance(e, PaperChanged)]
        assert len(stale) == 1
        assert stale[0] is not None
        assert "PT1" in stale[0]


def test_the_housing_system_is_told_of_until_the_case_says_the_same() -> None:
    road = council()
    road.opened()
    road.there("T1-1", NEW).do(c.RentChanged(), SYSTEM)
    told = next(d for d in road.case.deadlines if d.id == "parties.housing")
    assert told.date.on == road.day
    assert told.title.endswith(f"{NEW} now too; T1-2 no longer")
    road.changed(PartyCause.UNSTATED, "T1-1", NEW)
    ids = {d.id for d in road.case.deadlines}
    assert "parties.housing" not in ids
    assert "PT1.cause" in ids
    fix = c.Correct(fact="PT1/record_parties/cause", label="family_order", reason=TEXT)
    road.do(fix, SENIOR)
    assert "PT1.cause" not in {d.id for d in road.case.deadlines}


def test_another_name_in_the_housing_system_is_told_of_until_it_is_recorded() -> None:
    road = council()
    road.opened().later(2)
    road.renamed = (Renamed(tenant="T1-1", on=road.day), Renamed(tenant="T9-9", on=road.day))
    road.do(c.RentChanged(), SYSTEM)
    told = [d for d in road.case.deadlines if d.kind == "parties_housing"]
    assert [d.id for d in told] == ["parties.name.T1-1"]
    road.changed(PartyCause.NAME, "T1-1", "T1-2")
    assert not [d for d in road.case.deadlines if d.kind == "parties_housing"]


def test_a_change_is_put_right_and_a_change_that_never_was_gives_the_tenants_back() -> None:
    road = council()
    road.to_ripe_notice()
    after(road, PartyCause.JOINED)
    road.there("T1-1", "T1-2", NEW)
    assert road.refused(c.Correct(fact="PT1/record_parties/on", remove=True, reason=TEXT)) == {
        "correction_needs_senior"
    }
    road.do(c.Correct(fact="PT1/record_parties/tenants", codes=("T1-1", NEW), reason=TEXT), SENIOR)
    assert road.case.tenants == ("T1-1", NEW)
    road.do(c.Correct(fact="PT1/record_parties/on", remove=True, reason=TEXT), SENIOR)
    assert road.case.tenants == ("T1-1", "T1-2")
    assert road.case.party_changes[0].never
    assert road.ask(c.DraftClaim(notice_id="N1", signer="officer.a")).accepted


def test_each_person_is_told_of_with_what_they_were_given() -> None:
    road = council()
    road.to_served_notice().later(3)
    after(road, PartyCause.WITH_CONSENT)
    told = {one.tenant: one for one in parties.known(road.case)}
    assert (told["T1-2"].now, [n for n, _ in told["T1-2"].served]) == (True, ["N1"])
    assert (told[NEW].since, told[NEW].not_served, told[NEW].spoken_to) == (road.day, ("N1",), None)
    assert (told["T1-1"].now, told["T1-1"].until) == (False, road.day)


def test_a_death_of_somebody_who_has_left_can_still_be_put_right() -> None:
    road = council()
    road.opened()
    after(road, PartyCause.SURVIVORSHIP)
    road.later(1)
    fix = c.Correct(fact="L1/start_hold/tenants", codes=("T1-2",), reason=TEXT)
    assert road.ask(fix, SENIOR).accepted


PEOPLE = ("T1-1", "T1-2", "T1-3", "T1-4")
CHANGES = st.lists(st.tuples(st.integers(0, 200), st.sets(st.sampled_from(PEOPLE), min_size=1)), max_size=6)


@settings(max_examples=25)
@given(CHANGES, st.data())
def test_who_holds_the_tenancy_is_the_changes_in_the_order_of_their_days(
    told: list[tuple[int, set[str]]], data: st.DataObject
) -> None:
    road = council()
    road.opened()
    opened, held = road.day, road.case.tenants
    road.there(*PEOPLE).later(300)
    for n, people in sorted(told, key=lambda one: one[0]):
        tenants = tuple(sorted(people))
        if set(tenants) == set(held):
            continue
        on = opened + n * DAY
        road.do(c.RecordParties(cause=PartyCause.UNSTATED, on=on, tenants=tenants, proof=TEXT))
        held = road.case.tenants
        assert set(held) == people == set(parties.tenants_on(road.case, on)) == set(parties.tenants_after(road.case))
    assert set(parties.everyone(road.case)) >= {*held, "T1-1", "T1-2"}
    assert set(parties.tenants_on(road.case, opened - DAY)) == {"T1-1", "T1-2"}
    if road.case.party_changes:
        gone = data.draw(st.sampled_from(road.case.party_changes))
        road.do(c.Correct(fact=f"{gone.id}/record_parties/on", remove=True, reason=TEXT), SENIOR)
        assert len(parties.changes(road.case)) == len(road.case.party_changes) - 1
        assert road.case.tenants == parties.tenants_after(road.case)


def living(state: CaseState) -> tuple[int, int, bool]:
    found = parties.household(state)
    assert found is not None
    return found.adults, found.children, found.unknown


def test_who_else_lives_there_is_recorded_and_the_newest_counts() -> None:
    road = council()
    road.opened()
    assert parties.household(road.case) is None
    road.do(c.RecordHousehold(on=road.day, adults=2, names=TEXT, children=3))
    road.do(c.RecordHousehold(on=road.day - DAY, adults=0, unknown=True))
    assert living(road.case) == (2, 3, False)
    road.do(c.RecordHousehold(on=road.day, adults=1, unknown=True))
    assert living(road.case) == (1, 0, True)
    assert road.refused(c.RecordHousehold(on=road.day, adults=0, names=TEXT)) == {"count_wrong"}
    assert road.refused(c.RecordHousehold(on=road.day, children=-1)) == {"count_wrong"}


def told_of_buying(road: Road) -> list[str]:
    return [e.title for e in road.decisions[-1].events if isinstance(e, AlarmRaised) and "buy" in e.deadline_id]


def test_a_claim_to_buy_is_told_at_issue_and_at_the_order() -> None:
    road = council()
    road.to_approved_claim()
    road.do(c.RecordRightToBuy(claimed_on=road.day - 9 * DAY))
    assert not told_of_buying(road)
    road.do(road.issue())
    assert [title.split(":")[0] for title in told_of_buying(road)] == ["C1"]
    road.do(c.RecordRightToBuy(claimed_on=road.day - 9 * DAY, admitted_on=road.day))
    assert len(road.case.right_to_buys) == 1
    road = council()
    road.to_hearing_day().do(c.RecordRightToBuy(claimed_on=road.day))
    assert len(told_of_buying(road)) == 1
    day = road.day + 28 * DAY
    road.do(road.outcome(OutcomeKind.OUTRIGHT, possession_on=day, judgment_pence=120_000))
    [title] = told_of_buying(road)
    assert title.startswith("O1:")
    assert "HA 1985 ss.121, 138; HRA 2008 s.304; C" in title
    road.do(c.EndRightToBuy(right_to_buy_id="RB1", on=road.day, how=BuyEnd.WITHDRAWN))
    assert parties.buying(road.case) is None
    assert road.refused(c.EndRightToBuy(right_to_buy_id="RB1", on=road.day, how=BuyEnd.WITHDRAWN)) == {"not_buying"}


def test_a_postponed_order_without_a_date_ends_the_right_to_buy_too() -> None:
    road = council()
    road.to_hearing_day().do(c.RecordRightToBuy(claimed_on=road.day))
    terms = {"instalment_pence": 1_000, "frequency": "weekly", "first_payment": road.day + 7 * DAY}
    road.do(road.outcome(OutcomeKind.POSTPONED, judgment_pence=120_000, **terms))
    assert road.case.orders[0].possession is None
    [title] = told_of_buying(road)
    assert title.startswith("O1:")
    assert "suspended or postponed" in title


@pytest.mark.parametrize(
    ("days", "refused"),
    [((0, None, None), set()), ((0, 5, 9), set()), ((0, None, 9), {"buy_dates"}), ((5, 0, None), {"buy_dates"}),
     ((99, None, None), {"buy_dates"})],
)  # fmt: skip
def test_the_days_of_a_claim_to_buy_are_in_order(days: tuple[int, int | None, int | None], refused: set[str]) -> None:
    road = council()
    road.opened().later(30)
    on = [None if n is None else road.day + (n - 20) * DAY for n in days]
    assert on[0] is not None
    command = c.RecordRightToBuy(claimed_on=on[0], admitted_on=on[1], offer_on=on[2])
    assert {r.code for r in road.ask(command).refusals} == refused


def test_a_claim_to_buy_that_the_housing_system_has_is_told_of_until_it_is_recorded() -> None:
    road = council()
    road.opened()
    road.claims_to_buy = road.day - DAY
    road.do(c.RentChanged(), SYSTEM)
    assert "buy.housing" in {d.id for d in road.case.deadlines}
    road.do(c.RecordRightToBuy(claimed_on=road.day - DAY))
    assert "buy.housing" not in {d.id for d in road.case.deadlines}
    road.do(c.Correct(fact="RB1/record_right_to_buy/claimed_on", remove=True, reason=TEXT), SENIOR)
    assert "buy.housing" in {d.id for d in road.case.deadlines}


def test_the_days_of_a_claim_to_buy_and_its_end_are_put_right() -> None:
    road = council()
    road.opened().do(c.RecordRightToBuy(claimed_on=road.day - 3 * DAY, admitted_on=road.day))
    road.do(c.Correct(fact="RB1/record_right_to_buy/admitted_on", remove=True, reason=TEXT), SENIOR)
    assert road.case.right_to_buys[0].admitted_on is None
    road.do(c.EndRightToBuy(right_to_buy_id="RB1", on=road.day, how=BuyEnd.REFUSED))
    road.do(c.Correct(fact="RB1/end_right_to_buy/how", label="withdrawn", reason=TEXT), SENIOR)
    assert road.case.right_to_buys[0].ended_how is BuyEnd.WITHDRAWN
    road.do(c.Correct(fact="RB1/end_right_to_buy/on", remove=True, reason=TEXT), SENIOR)
    assert parties.buying(road.case) is not None


def test_a_plain_road_asks_for_nothing_of_this() -> None:
    road = secure_road().to_outright_order()
    assert not [d for d in road.case.deadlines if d.kind.startswith(("parties", "right_to_buy"))]
