"""The scenes at court and after: the hearing, the order, breach, warrant, eviction."""

from datetime import date, timedelta

from runtime.journeys.cast import Cast, working_day
from runtime.journeys.enforcement import breach, conduct_breach, eviction, warrant
from runtime.journeys.road import Road


def hearing(road: Road, cast: Cast) -> None:
    """The hearing: listed, prepared for, held, and the order."""
    prepare(road, cast)
    order(road, cast)


def prepare(road: Road, cast: Cast) -> None:
    """The hearing is listed, the claim served, the ten-day letter and the bundle made; its day comes."""
    issued = cast.last("claims")
    day = working_day(date.fromisoformat(issued["hearing_earliest"]["on"]) + timedelta(days=10))
    cast.refused(
        cast.officer,
        "list the hearing within four weeks",
        kind="list_hearing",
        claim_id=issued["id"],
        on=str(cast.today() + timedelta(days=14)),
        at="10:00",
        court="County Court at Sampleton",
    )
    cast.act(
        "records the hearing date",
        kind="list_hearing",
        claim_id=issued["id"],
        on=str(day),
        at="10:00",
        court="County Court at Sampleton",
    )
    cast.story.chapter("Hearing", cast.today())
    listed = cast.last("hearings")
    for name, when in (
        ("claim served by", "service_latest"),
        ("ten-day letter by", "ten_day_letter_due"),
        ("witness statements by", "witness_statements_due"),
    ):
        cast.story.dated(name, listed[when])
    cast.act(
        "records that the court posted the claim",
        kind="record_claim_service",
        hearing_id=listed["id"],
        sent_on=str(cast.today()),
    )
    cast.forward_to(date.fromisoformat(listed["ten_day_letter_due"]["on"]) - timedelta(days=2))
    cast.checks("hearing")
    papers = road.rent and not road.mandatory
    if papers:
        cast.paper("ten_day_letter", listed["id"])
    cast.act(
        "sends the ten-day letter and statement" if road.rent else "sends the letter about the hearing",
        kind="record_ten_day_letter",
        hearing_id=listed["id"],
        sent_on=str(cast.today()),
    )
    cast.contacts([("hearing_notified", "telephone", "Told of the date, the order asked for, and why to come.")])
    if papers:
        cast.paper("witness_statement", listed["id"])
    outright = {
        "kind": "record_outcome",
        "hearing_id": listed["id"],
        "outcome": "outright",
        "on": str(day),
        "possession_on": str(day + timedelta(days=14)),
        "grounds_proved": list(road.ordered_on),
    }
    cast.refused(cast.officer, "record an outcome before the hearing", **outright)
    cast.forward_to(day)
    if papers:
        cast.paper("bundle", listed["id"])
    cast.story.chapter("Order", cast.today())


def order(road: Road, cast: Cast) -> None:
    """What the court did on the day: suspended on terms, or outright where it had to order possession."""
    day = cast.today()
    made = {"kind": "record_outcome", "hearing_id": cast.last("hearings")["id"], "on": str(day)}
    arrears = cast.case()["last_arrears_pence"] if road.rent else 0
    terms = {
        "possession_on": str(day + timedelta(days=28)),
        "judgment_pence": arrears,
        "instalment_pence": 1_500 if road.rent else 0,
        "frequency": "weekly",
        "first_payment": str(day + timedelta(days=7)),
    }
    if road.suspended:
        words = "current rent and £15.00 a week" if road.rent else "while the tenant keeps to the terms on conduct"
        more = {} if road.rent else {"other_terms": "No nuisance to anybody in the locality."}
        cast.act(
            f"records a suspended order: {words}",
            **made,
            outcome="suspended",
            grounds_proved=list(road.ordered_on),
            costs_pence=41_500,
            **terms,
            **more,
        )
    else:
        proved = ["8"] if "8" in road.ordered_on else list(road.ordered_on)
        what = "only ground 8 is proved" if "8" in proved else "the court had to order possession"
        cast.refused(
            cast.officer,
            f"record a suspended order where {what}",
            **made,
            outcome="suspended",
            grounds_proved=proved,
            **terms,
        )
        cast.act(
            "records an outright order",
            **made,
            outcome="outright",
            possession_on=str(day + timedelta(days=14)),
            grounds_proved=list(road.ordered_on),
            judgment_pence=arrears,
            costs_pence=41_500,
        )
    cast.story.dated("possession", cast.last("orders")["possession"])


def to_the_keys(road: Road, cast: Cast) -> None:
    """From the order to the end: breach where it is suspended, warrant, eviction."""
    if road.suspended:
        breach(cast) if road.rent else conduct_breach(cast)
    else:
        cast.forward_to(date.fromisoformat(cast.last("orders")["warrant_earliest"]["on"]))
    warrant(cast, suspended=road.suspended, rent=road.rent)
    eviction(cast)
