"""The scenes up to the claim: opening, the notice and its refusals, the claim, all played over the API."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from runtime.journeys.cast import Cast
from runtime.journeys.client import Json, Officer, Unexpected
from runtime.journeys.road import Road
from runtime.journeys.story import pounds

LONDON = ZoneInfo("Europe/London")
_PAPERS = {
    "s83": "nsp_s83",
    "s8": "notice_s8",
    "s83_fixed": "nsp_s83_fixed",
    "s83za": "notice_s83za",
    "s128": "notice_s128",
    "s125a": "notice_s125a",
    "s143e": "notice_s143e",
    "s107d_non_renewal": "notice_s107d_nonrenewal",
    "s107d_possession": "notice_s107d_possession",
    "s8_new": "notice_s8_new",
    "s21": "notice_s21",
    "notice_to_quit": "notice_to_quit",
    "licence_end": "ta_licence_termination",
    "reasonable": "ta_reasonable_notice",
    "garage": "garage_notice",
    "estate": "notice_to_personal_representatives",
    "leave": "trespass_letter",
}
_DATES = (
    ("given to all", "served"),
    ("review by", "review_by"),
    ("claim from", "issue_from_safe"),
    ("lapses", "lapse"),
)


def at_hand(day: date, hour: int = 10) -> str:
    """An instant of a London day, as the API takes it."""
    return datetime.combine(day, time(hour), LONDON).isoformat()


def pick(officer: Officer, road: Road) -> Json:
    """The account with the largest rent arrears on the road's kind of tenancy, joint tenants before one."""
    accounts: list[Json] = []
    cursor = None
    while True:
        page = officer.get("/api/v1/accounts", **({"after": cursor} if cursor else {}))
        accounts += page["accounts"]
        cursor = page.get("next")
        if not cursor:
            break
    wanted = ("tenancy_ref", road.tenancy_ref) if road.tenancy_ref else ("occupancy", road.occupancy)
    fitting = [a for a in accounts if a[wanted[0]] == wanted[1] and not a.get("open_case") and a.get("may_open", True)]
    if not fitting and road.tenancy_ref:
        return _without_debt(officer, road)
    if not fitting:
        raise Unexpected(f"no {road.occupancy} account in arrears in the sample")
    return max(fitting, key=lambda a: (a["tenants"] > 1, a["arrears_pence"]))


def _without_debt(officer: Officer, road: Road) -> Json:
    """An account that no list of arrears shows."""
    found = officer.get(f"/api/v1/accounts/{road.landlord}/{road.tenancy_ref}")
    tenancy, position = found["tenancy"], found["position"]
    return {
        "landlord": tenancy["landlord"],
        "tenancy_ref": tenancy["tenancy_ref"],
        "arrears_pence": max(0, position["rent_arrears_pence"]),
        "tenants": len(found["tenants"]),
    }


def begin(road: Road, cast: Cast) -> None:
    """First contact: find the account and open the case; a second one is refused."""
    account = pick(cast.officer, road)
    cast.landlord = account["landlord"]
    cast.story.chapter("Pre-action", cast.today())
    opening = {
        "landlord": cast.landlord,
        "tenancy_ref": account["tenancy_ref"],
        "reason": "Arrears rising; contact made."
        if road.rent
        else "Complaints of neighbours."
        if road.conduct
        else "The tenancy is not to go on.",
        **{name: value for name, value in (("track", road.track), ("cause", road.cause)) if value},
    }
    status, body = cast.officer.post("/api/v1/cases", opening)
    if status >= 400:
        raise Unexpected(f"the case was not opened: {body}")
    cast.case_id = body["case_id"]
    cast.story.did(
        cast.officer.name,
        f"opens case {cast.case_id}: {pounds(account['arrears_pence'])} rent arrears, {account['tenants']} tenants",
    )
    status, body = cast.officer.post("/api/v1/cases", opening)
    if status < 400:
        raise Unexpected("a second case was opened on one tenancy")
    cast.story.refused(cast.officer.name, "open a second case on the tenancy", body)


def notice(road: Road, cast: Cast) -> None:
    """The notice: refused while Protocol steps are missing, then drafted, approved by a senior, served on each."""
    draft = drafting(road, cast)
    cast.refused(cast.officer, "draft the notice before what goes before it", **draft)
    cast.contacts(road.before_notice)
    cast.checks("notice")
    give(road, cast, draft)
    cast.refused(
        cast.officer,
        "prepare the claim while the notice runs",
        kind="draft_claim",
        notice_id=cast.last("notices")["id"],
        signer="Head of Housing",
    )


def drafting(road: Road, cast: Cast) -> Json:
    """The command that drafts the road's notice for today."""
    return {
        "kind": "draft_notice",
        "notice": road.notice,
        "grounds": list(road.grounds),
        "planned_service": str(cast.today()),
        "particulars": road.particulars,
        **road.more,
    }


_GIVEN: Json = {
    "s83za": {
        "lines": "An offence of supplying drugs from the home\nA person living in the home\nCrown Court at Sampleton"
    },
}
"""What a paper says that the case holds nowhere, by the kind of notice."""


def give(road: Road, cast: Cast, draft: Json) -> None:
    """Draft the notice, have it approved by a senior, and hand it to each tenant."""
    today = cast.today()
    cast.story.chapter("Notice", today)
    on = f" on ground {', '.join(draft['grounds'])}" if draft["grounds"] else ""
    cast.act(f"drafts the notice ({draft['notice']}){on}", **draft)
    drafted = cast.last("notices")
    cast.story.dated("specified date", drafted["specified"])
    cast.refused(cast.officer, "approve their own draft", kind="approve", subject=drafted["id"])
    cast.refused(
        cast.officer,
        "serve it unapproved",
        kind="serve_notice",
        notice_id=drafted["id"],
        tenant=cast.case()["tenants"][0],
        method="by_hand",
        sent_at=at_hand(today, 0),
        proof="Handed over at the door.",
    )
    cast.approve(drafted["id"], "the notice")
    cast.paper(_PAPERS[draft["notice"]], drafted["id"], **_GIVEN.get(draft["notice"], {}))
    for tenant in cast.case()["tenants"]:
        cast.act(
            "hands the notice to a tenant, with a photograph and a note of the time",
            kind="serve_notice",
            notice_id=drafted["id"],
            tenant=tenant,
            method="by_hand",
            sent_at=at_hand(today, 0),
            proof="Handed over at the door; photograph of the envelope kept.",
        )
    served = cast.last("notices")
    for name, when in _DATES:
        if served[when]:
            cast.story.dated(name, served[when])
    cast.paper("certificate_of_service", served["id"])


def claim(road: Road, cast: Cast) -> None:
    """The claim: checks again, figures of the day, approval, number, fee from the dated table."""
    served = cast.last("notices")
    cast.forward_to(date.fromisoformat(served["issue_from_safe"]["on"]))
    issue_on(road, cast, served)


def issue_on(road: Road, cast: Cast, served: Json, **more: Any) -> None:
    """Prepare the claim on a notice today, have it approved, and issue it."""
    cast.story.chapter("Claim", cast.today())
    cast.contacts(road.before_claim)
    cast.checks("claim")
    cast.act("prepares the claim", kind="draft_claim", notice_id=served["id"], signer="Head of Housing", **more)
    drafted = cast.last("claims")
    if drafted["rent_claimed"]:
        cast.story.console.print(f"        arrears claimed: {pounds(drafted['arrears_pence'])}")
    cast.approve(drafted["id"], "the claim")
    for kind in (
        ("n5", "n119", "rent_schedule") if road.rent and not road.mandatory and served["kind"] in _PAPERS else ()
    ):
        cast.paper(kind, drafted["id"])
    issue = {
        "kind": "issue_claim",
        "claim_id": drafted["id"],
        "route": road.route,
        "route_reason": "The court for the postcode is not yet on the online service.",
        "claim_number": "M00XX123",
        "court": "County Court at Sampleton",
        "issued_on": str(cast.today()),
    }
    cast.refused(cast.officer, "issue with last year's fee", **{**issue, "route": "paper"}, fee_pence=40_400)
    cast.act("records the issue of the claim", **issue)
    issued = cast.last("claims")
    cast.story.console.print(
        f"        fee: {pounds(issued['fee']['pence'])} [dim]{issued['fee']['sentence']}[/dim]", highlight=False
    )
    if issued["hearing_earliest"]:
        cast.story.dated("hearing not before", issued["hearing_earliest"])
