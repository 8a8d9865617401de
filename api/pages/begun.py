"""Forms that somebody has begun, as pages tell them: what each is called, where it goes on, how long it is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from api import acting, drafts
from api.drafts import Form, Resumed
from api.pages.forms import FORMS
from api.pages.forms.money import money_forms
from api.pages.forms.options import ActForm
from api.pages.naming import named
from api.pages.render import plain
from api.security.people import User
from api.web import Web
from store import accounts
from store.drafts import Draft, Place
from store.kinds import MONEY

SHOWN = 8
"""How many begun forms a person's own work lists."""


@dataclass(frozen=True)
class Begun:
    """One form in a list. `days_left` is in whole days; `with_file`: it asks for a file, which is not kept."""

    title: str
    draft: Draft
    days_left: int
    with_file: bool = False

    @property
    def href(self) -> str:
        """Where the form is, filled in as it was left."""
        place, about = self.draft.place, self.draft.subject
        if not place.case_id:
            return f"{place.address}#open"
        asked = f"?{urlencode({'subject': about})}" if about else ""
        return f"{place.address}/do/{quote(place.command)}{asked}"

    @property
    def about(self) -> str:
        """What the form is about, in a few words."""
        place = self.draft.place
        return f"case {place.case_id}" if place.case_id else f"account {place.tenancy_ref}"


@dataclass(frozen=True)
class Onward:
    """What a form that is opened says of the draft of it. `fills`: the form holds what was typed."""

    begun: Begun
    resumed: Resumed
    fills: bool
    changed: tuple[Mapping[str, Any], ...]


def listed(web: Web, found: Iterable[Draft]) -> list[Begun]:
    """Begun forms as lists show them."""
    return [begun(web, draft) for draft in found]


async def shown_on_case(web: Web, user: User, landlord: str, case_id: str, kept: str, thrown: str) -> dict[str, Any]:
    """What the page of a case shows of begun forms: the person's own, a team leader's word of others', and what was
    just saved (`kept`, a command) or thrown away."""
    async with web.reading() as session:
        mine, others = await drafts.on_case(session, user, landlord, case_id)
        known = await accounts.display_names(session) if others else {}
    rows = listed(web, mine)
    return {
        "begun": rows,
        "begun_by_others": [(row, known.get(row.draft.user_id, row.draft.user_id)) for row in listed(web, others)],
        "kept": next((row for row in rows if row.draft.place.command == kept), None),
        "thrown": bool(thrown),
    }


def begun(web: Web, draft: Draft) -> Begun:
    """A begun form with its title."""
    form = form_of(draft.place)
    title = form.title if form else "Open a possession case" if not draft.place.case_id else plain(draft.place.command)
    files = any(field.widget == "file" for field in form.fields_of(draft.subject)) if form else False
    return Begun(title, draft, drafts.days_left(web, draft), files)


def form_of(place: Place) -> ActForm | None:
    """The act's form; None where no page has one."""
    if place.command == acting.OPENING:
        return None
    return (money_forms() if place.kind == MONEY else FORMS).get(place.command)


async def onward(
    web: Web, user: User, form: Form, subject: str, chosen: Mapping[str, str], names: Mapping[str, str]
) -> Onward | None:
    """The person's draft of the form that they open now; None if they have begun none.

    It does not fill a form about something else, nor one on which the link has `chosen` otherwise than the draft.
    """
    found = await drafts.resume(web, user, form)
    if found is None:
        return None
    kept = found.typed or {}
    same = all((kept.get(name) or [""])[0] in ("", value) for name, value in chosen.items())
    changed = tuple({**one, "what": [named(what, names) for what in one["what"]]} for one in found.changed)
    fills = found.typed is not None and found.draft.subject == subject and same
    if fills:
        kept |= {name: [value] for name, value in chosen.items()}
    return Onward(begun(web, found.draft), replace(found, changed=(), typed=found.typed and kept), fills, changed)
