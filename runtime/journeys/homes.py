"""Scenes of homes and places without security: a decision first, no court at all, an estate, a trespass claim."""

from datetime import date, timedelta

from runtime.journeys.cast import Cast, working_day
from runtime.journeys.client import Json
from runtime.journeys.court import order
from runtime.journeys.road import Road
from runtime.journeys.scenes import drafting, give, issue_on

DAY = timedelta(days=1)
SUBLET = "sublet"


def decided(road: Road, cast: Cast) -> None:
    """A decision with its reasons goes before the notice, and has to be told; a review of it would hold everything."""
    cast.contacts(road.before_notice)
    cast.checks("notice")
    cast.story.chapter("Decision", cast.today())
    cast.refused(cast.officer, "draft the notice before the decision", **drafting(road, cast))
    made = {
        "kind": "record_decision",
        "decision": _decision(road),
        "on": str(cast.today()),
        "reasons": "The household was asked for its answer, which was weighed. The file holds the letter.",
    }
    cast.act("records the decision", **made)
    cast.refused(cast.officer, "draft the notice before the household is told", **drafting(road, cast))
    cast.act("records that the decision was sent", **made, told_on=str(cast.today()))
    decision = cast.last("decisions")
    if decision["review_by"]:
        cast.story.dated("review by", decision["review_by"])


def _decision(road: Road) -> str:
    return {"licence_ta": SUBLET, "interim_ta": "no_duty"}.get(road.occupancy, "duty_ended")


def _draft(road: Road, cast: Cast) -> Json:
    draft = drafting(road, cast)
    if road.notice in ("reasonable", "leave"):
        days = 7 if road.notice == "reasonable" else 0
        draft["specified_on"] = str(cast.today() + days * DAY)
    return draft


def notice(road: Road, cast: Cast) -> None:
    """The notice, once what goes before it is done; a claim on it is refused while it runs."""
    give(road, cast, _draft(road, cast))
    served = cast.last("notices")
    cast.refused(
        cast.officer, "prepare the claim at once", kind="draft_claim", notice_id=served["id"], signer="Head of Housing"
    )


def plain_notice(road: Road, cast: Cast) -> None:
    """Nothing but the assessment and the search goes before it."""
    cast.refused(cast.officer, "draft the notice before the assessment", **drafting(road, cast))
    cast.checks("notice")
    give(road, cast, _draft(road, cast))


def copy_for_the_trustee(road: Road, cast: Cast) -> None:
    """A notice to an estate is worth nothing unless the Public Trustee has a copy before it expires."""
    served = cast.last("notices")
    due = next(d for d in cast.case()["deadlines"] if d["kind"] == "trustee_copy")
    cast.story.dated("copy for the Public Trustee by", due["date"])
    cast.refused(
        cast.officer,
        "prepare the claim without the copy",
        kind="draft_claim",
        notice_id=served["id"],
        signer="Head of Housing",
    )
    cast.forward_to(cast.today() + 5 * DAY)
    cast.act(
        "records that the Public Trustee has the copy",
        kind="record_trustee_copy",
        notice_id=served["id"],
        on=str(cast.today()),
    )


def taken_back(road: Road, cast: Cast) -> None:
    """Interim accommodation: no court is needed; it is taken back when the reasonable notice has run out."""
    back = {"kind": "record_leaving", "how": "taken_back"}
    cast.refused(cast.officer, "take the room back while the notice runs", **back, on=str(cast.today()))
    cast.forward_to(date.fromisoformat(cast.last("notices")["specified"]["on"]) + DAY)
    cast.story.chapter("The end", cast.today())
    cast.act("records that the room was taken back", **back, on=str(cast.today()))
    cast.act("closes the case", kind="close_case", result="taken_back")


def keys_back(road: Road, cast: Cast) -> None:
    """The garage is given up when the notice has run out: no claim is needed while nobody stays."""
    cast.forward_to(date.fromisoformat(cast.last("notices")["issue_from_safe"]["on"]))
    cast.refused(
        cast.officer, "change the lock without an order", kind="record_leaving", how="taken_back", on=str(cast.today())
    )
    cast.act("records that the keys came back", kind="record_leaving", how="keys", on=str(cast.today()))
    cast.act("closes the case", kind="close_case", result="tenant_left")


def claim_at_once(road: Road, cast: Cast) -> None:
    """A trespass claim follows the letter at once, and is heard within days, with all statements served at once."""
    issue_on(road, cast, cast.last("notices"))
    issued = cast.last("claims")
    day = working_day(cast.today() + 12 * DAY)
    cast.act(
        "records the hearing date, days away",
        kind="list_hearing",
        claim_id=issued["id"],
        on=str(day),
        at="10:00",
        court="County Court at Sampleton",
    )
    cast.story.chapter("Hearing", cast.today())
    listed = cast.last("hearings")
    cast.story.dated("claim and statements served by", listed["service_latest"])
    cast.act(
        "records that the papers were fixed to the door and left in a clear envelope",
        kind="record_claim_service",
        hearing_id=listed["id"],
        sent_on=str(cast.today()),
    )
    cast.forward_to(day)
    cast.story.chapter("Order", cast.today())
    order(road, cast)
