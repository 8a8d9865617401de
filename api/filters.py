"""Which cases a list shows, as its address says it: never a name, so that the address may be kept and sent on."""

from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from api.problems import invalid
from api.security.people import User
from api.shapes import SEEN
from cases.money.words import DebtKind, MoneyStage
from cases.words import Role, Stage, Track
from store import accounts, pipeline
from store.kinds import MONEY, AnyStage
from store.pipeline import CaseRow

SHOWN = 25
SHOWS = (
    ("open", "Open cases"),
    ("at_risk", "At risk"),
    ("attention", "Needs attention"),
    ("waiting", "Waiting for approval"),
    ("closed", "Closed cases"),
)
ROADS: dict[str, str] = {one.value: one.label for one in (*Track, *DebtKind)}
"""The road of a case, or the kind of its debt, as shown to people."""
Word = Annotated[str, Query(max_length=200, pattern=SEEN)]


@dataclass(frozen=True)
class Filter:
    """What is asked of a list of cases; `kind` None lists every kind. What is empty narrows nothing."""

    kind: str | None = None
    stage: str = ""
    officer: str = ""
    patch: str = ""
    track: str = ""
    only: str = "open"
    after: str = ""

    @property
    def at(self) -> AnyStage | None:
        """The stage asked for; None where it is none of this kind's."""
        return next((one for one in self.stages if one.value == self.stage), None)

    @property
    def stages(self) -> list[AnyStage]:
        """The stages to choose from."""
        every: list[AnyStage] = list(MoneyStage) if self.kind == MONEY else list(Stage)
        return [one for one in every if one.value != "closed"]

    @property
    def tracks(self) -> list[Track] | list[DebtKind]:
        """The roads to choose from; of money cases, the kinds of debt."""
        return list(DebtKind) if self.kind == MONEY else list(Track)

    def address(self, root: str, **more: str) -> str:
        """The list's address with what is asked, and with `more` in its place."""
        names = ("stage", "officer", "patch", "track", "only")
        said = {name: value for name in names if (value := getattr(self, name)) and (name, value) != ("only", "open")}
        said |= {name: value for name, value in more.items() if value}
        return f"{root}?{urlencode(said)}" if said else root

    async def rows(self, session: AsyncSession, user: User, limit: int = SHOWN) -> list[CaseRow]:
        """The cases, by their next date. Raises Problem for a place in the list that is not one."""
        try:
            return await pipeline.cases(
                session,
                landlord=user.landlord,
                kind=self.kind,
                stage=self.at,
                officer=self.officer or None,
                patch=self.patch or None,
                track=self.track or None,
                at_risk=self.only == "at_risk",
                attention=self.only == "attention",
                waiting_approval=self.only == "waiting",
                closed=self.only == "closed",
                cursor=self.after or None,
                limit=limit,
            )
        except ValueError:
            raise invalid("not_a_cursor", "This is not a place in the list.", "Go back to the first page.") from None

    async def every(self, session: AsyncSession, user: User, most: int) -> list[CaseRow]:
        """The cases of every page, as far as `most`."""
        found: list[CaseRow] = []
        page = self
        while len(found) < most:
            rows = await page.rows(session, user, 500)
            found += rows
            if len(rows) < 500:
                break
            page = replace(page, after=rows[-1].cursor)
        return found[:most]

    async def choices(self, session: AsyncSession, user: User) -> dict[str, Any]:
        """What the form of the filter offers, and whom the list names."""
        everybody = await accounts.every(session, landlord=user.landlord)
        return {
            "filter": self,
            "shows": SHOWS,
            "patches": await pipeline.patches(session, user.landlord, self.kind),
            "officers": [(one.user_id, one.display_name) for one in everybody if one.role != Role.ADMINISTRATOR],
            "people": {one.user_id: one.display_name for one in everybody},
        }
