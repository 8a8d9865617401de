"""The road of a possession case, as a journey plays it: who does what, in order, with the refusals an officer meets."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from runtime.journeys.cast import Cast, working_day
from runtime.journeys.client import Json, Officer, Unexpected
from runtime.journeys.enforcement import breach, eviction, warrant
from runtime.journeys.story import pounds

LONDON = ZoneInfo("Europe/London")
BEFORE_NOTICE = (
    (
        "contact_each_tenant",
        "telephone",
        "Called about the arrears: the cause, what the household can afford, what to do next.",
    ),
    ("income_expenditure", "visit", "Income and expenditure gone through together; the form is on file."),
    ("arrangement_offered", "letter", "Current rent and £5.00 a week offered, with a date to answer by."),
    ("rent_statement", "letter", "Statement of the last thirteen weeks sent."),
    ("benefit_help", "telephone", "Help with a claim for benefit offered; an appointment was declined."),
    ("benefit_enquiry", "email", "Asked about housing costs: nothing is outstanding."),
    ("debt_advice", "letter", "Citizens Advice and the free housing loss prevention scheme named."),
)
BEFORE_CLAIM = (
    ("post_notice_contact", "telephone", "Called after the notice: the sum, the cause, and how to put it right."),
    ("protocol_copy_sent", "letter", "A copy of the Protocol sent."),
    ("adr", "letter", "Mediation offered; no answer."),
    ("benefit_enquiry", "email", "Asked again about housing costs: nothing is outstanding."),
    ("rent_statement", "letter", "Up-to-date statement sent."),
)


@dataclass(frozen=True)
class Road:
    """One journey: the occupancy it starts from, its notice and grounds (codes of the occupancy's schedule)."""

    name: str
    title: str
    occupancy: str
    notice: str
    grounds: tuple[str, ...]

    @property
    def suspended(self) -> bool:
        """Whether the court suspends on terms, or orders outright on a mandatory ground."""
        return self.notice == "s83"


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
    fitting = [
        a for a in accounts if a["occupancy"] == road.occupancy and not a.get("open_case") and a.get("may_open", True)
    ]
    if not fitting:
        raise Unexpected(f"no {road.occupancy} account in arrears in the sample")
    return max(fitting, key=lambda a: (a["tenants"] > 1, a["arrears_pence"]))


def play(road: Road, cast: Cast) -> None:
    """Play the road from first contact to the keys."""
    begin(road, cast)
    notice(road, cast)
    claim(cast)
    hearing(road, cast)
    if road.suspended:
        breach(cast)
    else:
        cast.forward_to(date.fromisoformat(cast.last("orders")["warrant_earliest"]["on"]))
    warrant(cast, suspended=road.suspended)
    eviction(cast)


def begin(road: Road, cast: Cast) -> None:
    """First contact: find the account and open the case; a second one is refused."""
    account = pick(cast.officer, road)
    cast.landlord = account["landlord"]
    cast.story.chapter("Pre-action", cast.today())
    opening = {
        "landlord": cast.landlord,
        "tenancy_ref": account["tenancy_ref"],
        "reason": "Arrears rising; contact made.",
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
    today = cast.today()
    draft = {
        "kind": "draft_notice",
        "notice": road.notice,
        "grounds": list(road.grounds),
        "planned_service": str(today),
        "particulars": "The rent in the attached schedule is not paid. Each tenant has been written to and called.",
    }
    cast.refused(cast.officer, "draft the notice before the Protocol steps", **draft)
    cast.contacts(BEFORE_NOTICE)
    cast.checks("notice")
    cast.story.chapter("Notice", cast.today())
    cast.act(f"drafts the notice on ground {', '.join(road.grounds)}", **draft)
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
    paper = "nsp_s83" if road.notice == "s83" else "notice_s8"
    cast.paper(paper, drafted["id"])
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
    for name, field in (("given to all", "served"), ("claim from", "issue_from_safe"), ("lapses", "lapse")):
        cast.story.dated(name, served[field])
    cast.paper("certificate_of_service", served["id"])
    cast.refused(
        cast.officer,
        "prepare the claim while the notice runs",
        kind="draft_claim",
        notice_id=served["id"],
        signer="Head of Housing",
    )


def claim(cast: Cast) -> None:
    """The claim: checks again, figures of the day, approval, number, fee from the dated table."""
    served = cast.last("notices")
    cast.forward_to(date.fromisoformat(served["issue_from_safe"]["on"]))
    cast.story.chapter("Claim", cast.today())
    cast.contacts(BEFORE_CLAIM)
    cast.checks("claim")
    cast.act("prepares the claim", kind="draft_claim", notice_id=served["id"], signer="Head of Housing")
    drafted = cast.last("claims")
    cast.story.console.print(f"        arrears claimed: {pounds(drafted['arrears_pence'])}")
    cast.approve(drafted["id"], "the claim")
    for kind in ("n5", "n119", "rent_schedule"):
        cast.paper(kind, drafted["id"])
    issue = {
        "kind": "issue_claim",
        "claim_id": drafted["id"],
        "route": "paper",
        "route_reason": "The court for the postcode is not yet on the online service.",
        "claim_number": "M00XX123",
        "court": "County Court at Sampleton",
        "issued_on": str(cast.today()),
    }
    cast.refused(cast.officer, "issue with last year's fee", **issue, fee_pence=40_400)
    cast.act("records the issue of the claim", **issue)
    issued = cast.last("claims")
    cast.story.console.print(
        f"        fee: {pounds(issued['fee']['pence'])} [dim]{issued['fee']['sentence']}[/dim]", highlight=False
    )
    cast.story.dated("hearing not before", issued["hearing_earliest"])


def hearing(road: Road, cast: Cast) -> None:
    """The hearing: listed, claim served, the ten-day letter, the bundle, and what the court did."""
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
    for name, field in (
        ("claim served by", "service_latest"),
        ("ten-day letter by", "ten_day_letter_due"),
        ("witness statements by", "witness_statements_due"),
    ):
        cast.story.dated(name, listed[field])
    cast.act(
        "records that the court posted the claim",
        kind="record_claim_service",
        hearing_id=listed["id"],
        sent_on=str(cast.today()),
    )
    cast.forward_to(date.fromisoformat(listed["ten_day_letter_due"]["on"]) - timedelta(days=2))
    cast.checks("hearing")
    cast.paper("ten_day_letter", listed["id"])
    cast.act(
        "sends the ten-day letter and statement",
        kind="record_ten_day_letter",
        hearing_id=listed["id"],
        sent_on=str(cast.today()),
    )
    cast.contacts([("hearing_notified", "telephone", "Told of the date, the order asked for, and why to come.")])
    cast.paper("witness_statement", listed["id"])
    outcome = {
        "kind": "record_outcome",
        "hearing_id": listed["id"],
        "outcome": "outright",
        "on": str(day),
        "possession_on": str(day + timedelta(days=14)),
        "grounds_proved": list(road.grounds),
    }
    cast.refused(cast.officer, "record an outcome before the hearing", **outcome)
    cast.forward_to(day)
    cast.paper("bundle", listed["id"])
    cast.story.chapter("Order", cast.today())
    arrears = cast.case()["last_arrears_pence"]
    if road.suspended:
        cast.act(
            "records a suspended order: current rent and £15.00 a week",
            kind="record_outcome",
            hearing_id=listed["id"],
            outcome="suspended",
            on=str(day),
            possession_on=str(day + timedelta(days=28)),
            grounds_proved=list(road.grounds),
            judgment_pence=arrears,
            costs_pence=41_500,
            instalment_pence=1_500,
            frequency="weekly",
            first_payment=str(day + timedelta(days=7)),
        )
    else:
        cast.refused(
            cast.officer,
            "record a suspended order where only ground 8 is proved",
            kind="record_outcome",
            hearing_id=listed["id"],
            outcome="suspended",
            on=str(day),
            possession_on=str(day + timedelta(days=28)),
            grounds_proved=["8"],
            judgment_pence=arrears,
            instalment_pence=1_500,
            frequency="weekly",
            first_payment=str(day + timedelta(days=7)),
        )
        cast.act(
            "records an outright order on a mandatory ground",
            **(outcome | {"judgment_pence": arrears, "costs_pence": 41_500}),
        )
    made = cast.last("orders")
    cast.story.dated("possession", made["possession"])
