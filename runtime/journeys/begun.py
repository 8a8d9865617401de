"""A case that was under way elsewhere: taken on from a table, and gone on with."""

from datetime import date, timedelta

from runtime.journeys.cast import Cast
from runtime.journeys.client import Json, Unexpected
from runtime.journeys.road import Road
from runtime.journeys.scenes import pick
from runtime.journeys.story import pounds

_COLUMNS = (
    *("tenancy_ref", "step", "on", "at", "code", "notice", "grounds", "specified_on", "claim_number", "court"),
    *("outcome", "grounds_proved", "possession_on", "judgment", "instalment", "frequency", "first_payment"),
)
_COURT = "County Court at Sampletown"


def _table(road: Road, ref: str, today: date) -> str:
    """What happened, from a notice of a year ago to a suspended order."""

    def ago(days: int) -> str:
        day = today - timedelta(days=days)
        return str(day - timedelta(days=max(0, day.weekday() - 4)))

    told: tuple[dict[str, str], ...] = (
        {"step": "contact", "on": ago(390), "code": "contact_each_tenant"},
        {"step": "notice", "on": ago(371), "notice": road.notice, "grounds": " ".join(road.grounds)},
        {"step": "claim", "on": ago(300), "claim_number": "L00RM400", "court": _COURT},
        {"step": "hearing", "on": ago(230), "at": "10:00", "court": _COURT},
        {
            "step": "outcome",
            "on": ago(230),
            "outcome": "suspended",
            "grounds_proved": " ".join(road.grounds),
            "possession_on": ago(202),
            "judgment": "1800.00",
            "instalment": "15.00",
            "frequency": "weekly",
            "first_payment": ago(223),
        },
    )
    lines = (",".join({"tenancy_ref": ref, **row}.get(name, "") for name in _COLUMNS) for row in told)
    return "\n".join((",".join(_COLUMNS), *lines))


def taken_on(road: Road, cast: Cast) -> None:
    """A table of the case's past is tried, then brought in; the same table again changes nothing."""
    account = pick(cast.officer, road)
    cast.landlord = account["landlord"]
    cast.story.chapter("Taken on", cast.today())
    table = {"landlord": cast.landlord, "csv": _table(road, account["tenancy_ref"], cast.today())}
    tried = _sent(cast, {**table, "apply": False}, "would_come_in")
    cast.story.did(cast.officer.name, f"tries the table: the case would stand at {tried['stage']}")
    came = _sent(cast, {**table, "apply": True}, "came_in")
    cast.case_id = came["case_id"]
    cast.story.did(cast.officer.name, f"takes on case {cast.case_id}")
    _sent(cast, {**table, "apply": True}, "here_already")
    broken = cast.last("orders")["breach"]
    if not broken:
        raise Unexpected("the terms of the order were not held against the account")
    cast.story.did("Due Course", f"finds the terms broken: {pounds(broken['shortfall_pence'])} short")


def _sent(cast: Cast, table: Json, wanted: str) -> Json:
    status, rows = cast.officer.post("/api/v1/cases/taken-on/table", table)
    if status >= 400 or not isinstance(rows, list) or rows[0]["outcome"] != wanted:
        raise Unexpected(f"the table was not '{wanted}': {status} {rows}")
    row: Json = rows[0]
    return row


def gone_on_with(road: Road, cast: Cast) -> None:
    """The tenants are warned of the breach; the days go by, and the case waits for the decision to enforce."""
    order = cast.last("orders")["id"]
    today = str(cast.today())
    cast.act("warns the tenants", kind="record_breach_warning", order_id=order, on=today, method="letter")
    cast.forward_to(cast.today() + timedelta(days=16))
    waits = {each["kind"] for each in cast.case()["deadlines"]}
    if not {"breach_decision", "six_years"} <= waits:
        raise Unexpected(f"the case does not wait for what it should: {sorted(waits)}")
