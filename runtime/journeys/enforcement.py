"""The last stretch of the road: breach of the terms, the warrant, the eviction."""

from datetime import date, timedelta

from runtime.journeys.cast import Cast, working_day
from runtime.journeys.client import Unexpected
from runtime.journeys.story import pounds, said

LAST_CHECK = timedelta(days=10)


def breach(cast: Cast) -> None:
    """The suspended order's terms are watched against the account; they are broken, and the tenants are warned."""
    made = cast.last("orders")
    cast.refused(
        cast.officer,
        "prepare a warrant while the terms are kept",
        kind="draft_warrant",
        order_id=made["id"],
        breach="payment",
        risk="none_known",
    )
    for _ in range(8):
        cast.forward_to(cast.today() + timedelta(days=14))
        if cast.last("orders").get("breach"):
            break
    broken = cast.last("orders")["breach"]
    if not broken:
        raise Unexpected("the terms were not found broken in sixteen weeks")
    cast.story.did(
        "Due Course",
        f"finds the terms broken on {said(broken['on'])}: "
        f"due {pounds(broken['due_pence'])}, paid {pounds(broken['paid_pence'])}",
    )
    cast.act(
        "warns the tenants", kind="record_breach_warning", order_id=made["id"], on=str(cast.today()), method="letter"
    )
    cast.forward_to(
        max(cast.today() + timedelta(days=7), date.fromisoformat(cast.last("orders")["warrant_earliest"]["on"]))
    )


def conduct_breach(cast: Cast) -> None:
    """The order's terms on conduct are broken: the breach recorded, the tenants warned, the court's permission had."""
    made = cast.last("orders")
    cast.forward_to(date.fromisoformat(made["warrant_earliest"]["on"]))
    asked = {"kind": "draft_warrant", "order_id": made["id"], "breach": "other", "risk": "none_known"}
    cast.refused(cast.officer, "prepare a warrant before a breach is recorded", **asked)
    today = str(cast.today())
    cast.act(
        "records a breach of the terms on conduct",
        kind="record_breach",
        order_id=made["id"],
        on=today,
        details="Music until three on two nights; the neighbours' diaries and the police log are on file.",
    )
    cast.act("warns the tenants", kind="record_breach_warning", order_id=made["id"], on=today, method="letter")
    cast.refused(cast.officer, "prepare a warrant without the court's permission", **asked)
    cast.forward_to(cast.today() + timedelta(days=21))
    cast.act(
        "records the court's permission to enforce (N244)",
        kind="record_permission",
        order_id=made["id"],
        on=str(cast.today()),
        granted=True,
    )


def warrant(cast: Cast, *, suspended: bool, rent: bool = True) -> None:
    """The warrant: checks, approval, the request with its form, the fee that the table does not know."""
    cast.story.chapter("Warrant", cast.today())
    made = cast.last("orders")
    reason = ("payment" if rent else "other") if suspended else "none"
    if rent:
        cast.contacts((("benefit_enquiry", "email", "Asked before enforcement: no housing costs are outstanding."),))
    cast.checks("warrant")
    cast.act(
        "prepares the request for a warrant",
        kind="draft_warrant",
        order_id=made["id"],
        breach=reason,
        risk="none_known",
    )
    drafted = cast.last("warrants")
    cast.approve(drafted["id"], "the request")
    if rent:
        cast.paper("n325a" if suspended else "n325", drafted["id"])
    cast.refused(
        cast.officer, "send it without the fee", kind="request_warrant", warrant_id=drafted["id"], on=str(cast.today())
    )
    cast.act(
        "sends the request with the fee on the court's list",
        kind="request_warrant",
        warrant_id=drafted["id"],
        on=str(cast.today()),
        fee_pence=15_200,
    )
    cast.forward_to(cast.today() + timedelta(days=7))
    cast.act(
        "records the warrant",
        kind="record_warrant_issued",
        warrant_id=drafted["id"],
        on=str(cast.today()),
        number="W0000123",
    )
    cast.story.dated("warrant lasts until", cast.last("warrants")["expires"])


def eviction(cast: Cast) -> None:
    """The appointment, the N54 fourteen clear days before it, the last check, the keys, the end."""
    issued = cast.last("warrants")
    day = working_day(cast.today() + timedelta(days=28))
    booked = {"kind": "book_eviction", "warrant_id": issued["id"], "on": str(day), "at": "10:30"}
    cast.act("records the bailiff's appointment", **booked)
    cast.forward_to(cast.today() + timedelta(days=7))
    delivered = cast.today()
    cast.refused(
        cast.officer,
        "keep an appointment inside the N54's fourteen clear days",
        **{**booked, "n54_delivered_on": str(delivered), "on": str(delivered + timedelta(days=14))},
    )
    cast.act("records that the bailiff delivered the N54", **booked, n54_delivered_on=str(delivered))
    cast.story.dated("eviction not before", cast.last("warrants")["eviction_earliest"])
    for kind in ("ex96", "eviction_letter"):
        cast.paper(kind, issued["id"])
    cast.forward_to(day - LAST_CHECK)
    last_check(cast, issued["id"])
    cast.forward_to(day)
    cast.story.chapter("Eviction", cast.today())
    cast.act(
        "records possession taken and the keys",
        kind="record_eviction",
        warrant_id=issued["id"],
        on=str(day),
        executed=True,
    )
    secured = {"kind": "record_aftermath", "warrant_id": issued["id"], "what": "secured", "on": str(day)}
    cast.officer.act(cast.case_id, secured)
    cast.story.did(cast.officer.name, "changes the locks")
    cast.act("closes the case", kind="close_case", result="evicted")
    cast.forward_to(day + timedelta(days=30))
    asked = {"asked_on": str(cast.today()), "to": "The Housing Ombudsman", "reasons": "The whole file of the case."}
    cast.paper("ombudsman_pack_cover", "case", **asked)


def last_check(cast: Cast, warrant_id: str) -> None:
    """A named person looks once more and decides; only then is the appointment confirmed, in time."""
    today = str(cast.today())
    cast.story.chapter("Last check before eviction", cast.today())
    confirming = {"kind": "confirm_eviction", "warrant_id": warrant_id, "sent_at": f"{today}T00:00:00+00:00"}
    cast.refused(cast.officer, "confirm the eviction before the last check", **confirming)
    cast.checks("eviction")
    cast.search("eviction")
    cast.decide(
        "looks once more, and decides that the eviction goes on",
        kind="record_last_check",
        warrant_id=warrant_id,
        on=today,
        proceed=True,
        reasons="Everything offered was refused; the household was referred and knows where to turn.",
        referral="sent",
        referred_on=today,
    )
    cast.act("confirms the eviction to the bailiffs", **confirming)
