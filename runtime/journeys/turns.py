"""Turns of the road that only some tracks take: a review, a lapsed trial, an extension, a pair, money on the day."""

from datetime import date, timedelta

from runtime.journeys.cast import Cast
from runtime.journeys.client import Unexpected
from runtime.journeys.road import Road
from runtime.journeys.scenes import drafting, give, issue_on
from runtime.journeys.story import said

DAY = timedelta(days=1)
CLAIM = {"kind": "draft_claim", "signer": "Head of Housing"}


def wrong_tenancy(road: Road, cast: Cast) -> None:
    """Opening a case on a tenancy whose recorded type is past its end is refused, with what it has become."""
    cast.landlord = "sample-borough-council"
    opening = {"landlord": cast.landlord, "tenancy_ref": "T101813", "reason": "Arrears rising."}
    status, body = cast.officer.post("/api/v1/cases", opening)
    if status < 400:
        raise Unexpected("a case was opened on a type of tenancy that has ended")
    cast.story.refused(cast.officer.name, "open a case on a flexible tenancy whose term ended long ago", body)


def review_upheld(road: Road, cast: Cast) -> None:
    """A tenant asks for a review with a hearing; the claim waits; somebody uninvolved decides it in time."""
    served = cast.last("notices")
    tenant = cast.case()["tenants"][0]
    cast.forward_to(cast.today() + 3 * DAY)
    today = cast.today()
    cast.story.chapter("Review", today)
    asked = {"kind": "request_review", "notice_id": served["id"], "tenant": tenant, "asked_on": str(today)}
    cast.act("records that the tenant asks for a review, with a hearing", **asked, hearing_wanted=True)
    review = cast.last("reviews")
    cast.story.dated("decide and tell by", review["decide_by"])
    cast.refused(cast.officer, "prepare the claim while the review waits", **CLAIM, notice_id=served["id"])
    hearing = {"kind": "arrange_review_hearing", "review_id": review["id"], "told_on": str(today)}
    cast.refused(cast.officer, "set the hearing for tomorrow", **hearing, on=str(today + DAY))
    cast.act("arranges the hearing with five clear days' notice", **hearing, on=str(today + 7 * DAY))
    cast.forward_to(today + 7 * DAY)
    decision = {
        "kind": "decide_review",
        "review_id": review["id"],
        "on": str(cast.today()),
        "told_on": str(cast.today()),
        "upheld": True,
        "reasons": "The tenant was heard. The facts are as the notice says, and going on is proportionate.",
    }
    cast.refused(cast.senior, "decide the review of a notice they approved themselves", **decision)
    cast.decide("decides the review: the decision stands, and the tenant is told why", **decision)


def lapsed_trial(road: Road, cast: Cast) -> None:
    """Nobody issues the claim in time: the trial ends, and the tenancy has become a secure one."""
    served = cast.last("notices")
    cast.story.dated("the trial ends", cast.case()["standing"]["ends"])
    cast.forward_to(date.fromisoformat(cast.case()["standing"]["ends"]["on"]) + DAY)
    cast.story.chapter("The trial is over", cast.today())
    standing = cast.case()["standing"]
    if not standing["over_on"]:
        raise Unexpected("the trial did not end")
    cast.story.did("Due Course", f"finds the trial over on {said(standing['over_on'])}: the tenancy is secure now")
    cast.refused(cast.officer, "prepare the claim on the lapsed notice", **CLAIM, notice_id=served["id"])
    cast.refused(cast.officer, "draft another notice of the trial", **drafting(road, cast))
    cast.act("closes the case, to open one on the secure tenancy", kind="close_case", result="tenancy_changed")


def extension(road: Road, cast: Cast) -> None:
    """The trial is extended: the time to ask for a review passes, and the new end is known."""
    served = cast.last("notices")
    before = cast.case()["standing"]["ends"]
    cast.story.dated("the trial ends", before)
    cast.forward_to(date.fromisoformat(served["review_by"]["on"]) + DAY)
    standing = cast.case()["standing"]
    if not standing["extended"]:
        raise Unexpected("the extension does not stand")
    cast.story.did("Due Course", "finds that nobody asked for a review: the extension stands")
    cast.story.dated("the trial now ends", standing["ends"])
    cast.refused(cast.officer, "extend the trial a second time", **drafting(road, cast))
    cast.act("closes the case: the conduct has mended", kind="close_case", result="withdrawn")


def second_of_the_pair(road: Road, cast: Cast) -> None:
    """The possession notice follows the notice of non-renewal."""
    possession = {**drafting(road, cast), "notice": "s107d_possession"}
    cast.forward_to(date.fromisoformat(cast.case()["standing"]["ends"]["on"]) - 60 * DAY)
    cast.checks("notice")
    give(road, cast, {**possession, "planned_service": str(cast.today())})


def lone_possession_notice(road: Road, cast: Cast) -> None:
    """A possession notice without the notice of non-renewal is refused."""
    lone = {**drafting(road, cast), "notice": "s107d_possession"}
    cast.refused(cast.officer, "serve a possession notice without one of non-renewal", **lone)


def same_day_claim(road: Road, cast: Cast) -> None:
    """Ground 2 lets the claim follow service at once, by paper; the digital service takes it a day later."""
    issue_on(road, cast, cast.last("notices"))


def paid_down(road: Road, cast: Cast) -> None:
    """On the morning of the hearing a payment takes the arrears under the threshold of ground 8."""
    day = cast.today()
    cast.paid(cast.case()["last_arrears_pence"] - 10_000)
    made = {"kind": "record_outcome", "hearing_id": cast.last("hearings")["id"], "on": str(day)}
    ground8 = {"outcome": "outright", "possession_on": str(day + 14 * DAY), "grounds_proved": ["8"]}
    cast.refused(cast.officer, "record an order on ground 8 all the same", **made, **ground8)
    cast.act(
        "records a suspended order on grounds 10 and 11: current rent and £5.00 a week",
        **made,
        outcome="suspended",
        grounds_proved=["10", "11"],
        possession_on=str(day + 28 * DAY),
        judgment_pence=cast.case()["last_arrears_pence"],
        costs_pence=0,
        instalment_pence=500,
        frequency="weekly",
        first_payment=str(day + 7 * DAY),
    )
    cast.forward_to(day + 5 * DAY)
    cast.paid(cast.case()["last_arrears_pence"])
    order = cast.last("orders")["id"]
    cast.act(
        "records that the order is discharged, everything being paid",
        kind="discharge_order",
        order_id=order,
        on=str(cast.today()),
        reason="The court discharged it on the landlord's consent.",
    )
    cast.act("closes the case", kind="close_case", result="arrears_cleared")


def on_papers(road: Road, cast: Cast) -> None:
    """The accelerated claim: served, the defence awaited, the order asked for, and made without a hearing."""
    claim = cast.last("claims")
    cast.story.chapter("On papers", cast.today())
    asked = {"kind": "ask_for_papers_order", "claim_id": claim["id"]}
    sent = {"kind": "record_papers_served", "claim_id": claim["id"], "sent_on": str(cast.today())}
    cast.act("records that the court sent the claim", **sent)
    due = cast.last("claims")["papers_defence_due"]
    cast.story.dated("defence by", due)
    cast.refused(cast.officer, "ask for the order before the defence is due", **asked, on=str(cast.today()))
    cast.forward_to(date.fromisoformat(due["on"]) + DAY)
    cast.act("asks for the order, no defence having come", **asked, on=str(cast.today()))
    cast.forward_to(cast.today() + 10 * DAY)
    today = cast.today()
    decision = {"kind": "record_papers_decision", "claim_id": claim["id"], "on": str(today), "decision": "order"}
    late = str(today + 28 * DAY)
    cast.refused(cast.officer, "record possession in 28 days", **decision, possession_on=late)
    cast.act(
        "records the order made on papers",
        **decision,
        possession_on=str(today + 14 * DAY),
        costs_pence=46_450,
    )
    cast.story.dated("possession", cast.last("orders")["possession"])


def no_warrant_yet(road: Road, cast: Cast) -> None:
    """The household leaves by the date in the order: the case is closed without a warrant."""
    cast.forward_to(date.fromisoformat(cast.last("orders")["possession"]["on"]))
    cast.act("closes the case: the tenant has left", kind="close_case", result="tenant_left")
