"""Making pages: one template environment, and the words that dates, sums and references are shown in."""

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from uuid import uuid4
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.security.people import User
from cases.available import MENDS, Action
from cases.how_many import how_many
from cases.paper_details import ASKS
from cases.readiness import Ready
from cases.refusals import Refusal
from cases.tenancy import named
from cases.words import PaperKind
from law.calendar import ends_soon
from law.explained import Confidence

LONDON = ZoneInfo("Europe/London")
HERE = Path(__file__).parent
# Acts whose form needs nothing but the case to be opened.
MENDING = {
    "record_contact": "Record this step",
    "record_search": "Record a search",
    "record_assessment": "Record an assessment",
    "draft_notice": "Draft a notice",
}
STATIC = HERE / "static"
_MONEY_CASE = re.compile(r"-M[0-9]+$")


def pounds(pence: int | None) -> str:
    """£1,234.56 from pence; a credit with a minus."""
    if pence is None:
        return "not known"
    sign = "-" if pence < 0 else ""
    return f"{sign}£{abs(pence) // 100:,}.{abs(pence) % 100:02}"


def day(on: date | str | None) -> str:
    """27 November 2026."""
    if not on:
        return ""
    on = date.fromisoformat(on) if isinstance(on, str) else on
    return f"{on.day} {on:%B %Y}"


def weekday(on: date | str | None) -> str:
    """Friday 27 November 2026."""
    if not on:
        return ""
    on = date.fromisoformat(on) if isinstance(on, str) else on
    return f"{on:%A} {day(on)}"


def moment(at: datetime | None) -> str:
    """27 November 2026 at 9:05am, London time."""
    if at is None:
        return ""
    local = at.astimezone(LONDON)
    return f"{day(local.date())} at {clock_time(local.time())}"


def clock_time(at: time | None) -> str:
    """9:05am."""
    if at is None:
        return ""
    hour = at.hour % 12 or 12
    return f"{hour}:{at.minute:02}{'am' if at.hour < 12 else 'pm'}"


def plain(code: str) -> str:
    """A code as words: `rent_statement` is Rent statement."""
    words = str(code).replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def occupancy(code: str) -> str:
    """An occupancy type in law's words."""
    words = named(code)
    return plain(code) if words.startswith("type '") else words[:1].upper() + words[1:]


def certainty(confidence: str) -> Markup:
    """A tag that says how sure the rule is."""
    if not confidence:
        return Markup("")
    colour = {"A": "green", "B": "blue", "C": "yellow"}.get(confidence, "grey")
    label = Confidence(confidence).label if confidence in Confidence.__members__ else confidence
    return Markup('<strong class="govuk-tag govuk-tag--{}">{}: {}</strong>').format(colour, confidence, label)


def paper_title(kind: str) -> str:
    """A paper's title from its kind."""
    return PaperKind(kind).label if kind in PaperKind.__members__.values() else plain(kind)


def act_address(action: Action, case_id: str) -> str:
    """Where the form of an act is, with what it suggests to fill in."""
    asked = {"subject": action.subject} if action.subject else {}
    if action.suggests:
        asked["step" if action.command == "record_contact" else "before"] = action.suggests
    return f"/cases/{quote(case_id)}/do/{action.command}" + (f"?{urlencode(asked)}" if asked else "")


def doing_address(item: Ready, case_id: str) -> str:
    """Where a line of a hearing's list is done: the form of its act, filled in as far as the list knows."""
    root = f"/cases/{quote(case_id)}"
    if item.command == "request_paper":
        asks = item.paper in ASKS
        return f"{root}/do/request_paper?subject={quote(f'{item.subject}/{item.paper}')}" if asks else f"{root}/papers"
    asked = {"subject": item.subject} if item.subject else {}
    if item.suggests:
        asked["step" if item.command == "record_contact" else "before"] = item.suggests
    return f"{root}/do/{item.command}" + (f"?{urlencode(asked)}" if asked else "")


def mending(refusal: Refusal, case_id: str) -> str:
    """Where the act is that mends a refusal; empty where none does, or where it is about something else of the case."""
    found = None if _MONEY_CASE.search(case_id) else MENDS.of(refusal.code)
    if found is None or found[0] not in MENDING:
        return ""
    command, step = found
    return f"/cases/{quote(case_id)}/do/{command}" + (f"?step={quote(step)}" if step else "")


def mend_label(address: str) -> str:
    """What a link to a mending act says."""
    return MENDING[address.split("?")[0].rsplit("/", 1)[-1]]


def told(level: str) -> str:
    """When an alarm speaks, from its level: `reminder_14` is 14 days before."""
    kind, _, days = level.partition("_")
    if kind == "reminder" and days.isdigit():
        return f"{days} day{'' if days == '1' else 's'} before"
    return {"due": "on the day", "escalation": "to the team leader if nothing is done"}.get(level, plain(level).lower())


def local_day(at: datetime) -> str:
    """27 November 2026, the day in London."""
    return day(at.astimezone(LONDON).date())


def field_id(name: str) -> str:
    """The id of a field on a form, from a refusal's field name."""
    return str(escape(name.split(".")[0])) if name else "main"


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        pounds=pounds,
        how_many=how_many,
        day=day,
        weekday=weekday,
        moment=moment,
        clock=clock_time,
        plain=plain,
        occupancy=occupancy,
        certainty=certainty,
        field_id=field_id,
        paper=paper_title,
        told=told,
        act=act_address,
        doing=doing_address,
        mending=mending,
        mend_label=mend_label,
        local_day=local_day,
        table_ends=ends_soon,
    )
    # Each form that acts carries a key of its own, so that sending it twice does it once.
    made.globals["new_key"] = lambda: str(uuid4())
    return made


ENVIRONMENT = _environment()


def page(request: Request, template: str, user: User | None, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page as an answer."""
    body = ENVIRONMENT.get_template(template).render(
        user=user,
        nonce=request.state.nonce,
        path=request.url.path,
        refusals=context.pop("refusals", ()),
        samples=request.app.state.samples,
        **context,
    )
    return HTMLResponse(body, status)
