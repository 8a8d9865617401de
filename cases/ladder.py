"""A landlord's arrears ladder: rungs of its published policy as data, and which of them an account has reached.

It looks at accounts without a case. A rung names what is done there; only some rungs ask for a case to be opened.
"""

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from cases.base import ExplainedDate, Pence, Value
from cases.waiting import by_policy
from law.court import rent_statement_due
from law.explained import long_date, pounds

Does = Literal["letter", "call", "visit", "open_case"]
DOES = {"letter": "Write", "call": "Telephone", "visit": "Visit", "open_case": "Open a case"}
"""What is done at a rung, in words."""


class Rung(Value):
    """One rung. Every condition that is set must hold; weeks are of the average weekly charge, or calendar weeks.

    `new_within_weeks`: the tenancy began no longer ago than that. `unpaid_weeks`: no payment for so long.
    `benefit` is `none` where no tenant is recorded with a benefit, `capped` where one is recorded as capped.
    `authority` cites the landlord's own paper.
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,40}$")
    title: str = Field(min_length=1, max_length=120)
    does: Does = "open_case"
    at_least_weeks: int | None = Field(None, ge=0, le=520)
    at_least_pence: Pence | None = Field(None, ge=1)
    occupancies: tuple[str, ...] = ()
    new_within_weeks: int | None = Field(None, ge=1, le=520)
    unpaid_weeks: int | None = Field(None, ge=1, le=520)
    benefit: Literal["none", "capped"] | None = None
    broken_arrangement: bool = False
    authority: str = Field("Landlord's policy", max_length=200)

    @property
    def empty(self) -> bool:
        """Whether nothing is asked, so that every account in arrears would stand on it."""
        set_ = (self.at_least_weeks, self.at_least_pence, self.new_within_weeks, self.unpaid_weeks, self.benefit)
        return not (any(each is not None for each in set_) or self.broken_arrangement)


class BrokenPromise(Value):
    """An arrangement that outlived its case and is not kept: short by so much on a day."""

    arrangement_id: str
    shortfall_pence: Pence
    on: date


class WatchedAccount(Value):
    """A rent account without a case, as the ladder looks at it. `benefits` are as the housing system has them."""

    landlord: str
    tenancy_ref: str
    occupancy: str
    officer: str = ""
    patch: str = ""
    arrears_pence: Pence
    weekly_pence: Pence
    began_on: date
    last_payment_on: date | None = None
    benefits: tuple[str, ...] = ()
    broken: BrokenPromise | None = None
    statement_on: date | None = None


class Crossing(Value):
    """A rung that an account stands on: what led to it, fact by fact, and the rule in words."""

    code: str
    title: str
    does: Does
    because: tuple[str, ...]
    rule: str
    authority: str


class Watched(Value):
    """What there is to do about an account. `crossings` are in the ladder's order: the last is the furthest."""

    account: WatchedAccount
    crossings: tuple[Crossing, ...]
    statement: ExplainedDate | None = None
    statement_due: bool = False

    @property
    def leads(self) -> Crossing | None:
        """The furthest rung that asks for a case, else the furthest."""
        asking = [each for each in self.crossings if each.does == "open_case"]
        return (asking or list(self.crossings) or [None])[-1]  # type: ignore[list-item]

    @property
    def opens(self) -> bool:
        """Whether the ladder asks for a case."""
        return any(each.does == "open_case" for each in self.crossings)


def plain_ladder(minimum_weeks: int) -> tuple[Rung, ...]:
    """The ladder of a landlord that has written none: a case from its smallest number of weeks on."""
    title = f"{minimum_weeks} weeks' rent or more"
    return (Rung(code="minimum", title=title, at_least_weeks=minimum_weeks),)


def watch(account: WatchedAccount, ladder: tuple[Rung, ...], today: date) -> Watched | None:
    """The rungs that the account stands on and when its next statement is due; None where there is nothing to say."""
    if account.arrears_pence <= 0:
        return None
    crossings = tuple(each for rung in ladder if (each := crossed(account, rung, today)) is not None)
    statement = statement_of(account, today)
    due = statement.on <= today
    if not crossings and not due:
        return None
    return Watched(account=account, crossings=crossings, statement=statement, statement_due=due)


def crossed(account: WatchedAccount, rung: Rung, today: date) -> Crossing | None:
    """The rung with the facts that lead to it; None while one of its conditions is not met."""
    because: list[str] = []
    owed = account.arrears_pence
    if rung.occupancies and account.occupancy not in rung.occupancies:
        return None
    if rung.at_least_weeks is not None:
        needed = rung.at_least_weeks * account.weekly_pence
        if not account.weekly_pence or owed < needed:
            return None
        because.append(f"{pounds(owed)} is owed, and {rung.at_least_weeks} weeks' rent is {pounds(needed)}")
    if rung.at_least_pence is not None:
        if owed < rung.at_least_pence:
            return None
        because.append(f"{pounds(owed)} is owed, {pounds(rung.at_least_pence)} or more")
    if rung.new_within_weeks is not None:
        if today > account.began_on + timedelta(weeks=rung.new_within_weeks) or today < account.began_on:
            return None
        because.append(f"the tenancy began on {long_date(account.began_on)}")
    if rung.unpaid_weeks is not None:
        paid = account.last_payment_on
        if paid is not None and today < paid + timedelta(weeks=rung.unpaid_weeks):
            return None
        because.append(f"the last payment was on {long_date(paid)}" if paid else "nothing was ever paid")
    if rung.benefit is not None:
        found = _benefit(account, rung.benefit)
        if found is None:
            return None
        because.append(found)
    if rung.broken_arrangement:
        if account.broken is None:
            return None
        short = pounds(account.broken.shortfall_pence)
        because.append(f"what was agreed is not kept: {short} short on {long_date(account.broken.on)}")
    if not because:
        because.append(f"{pounds(owed)} is owed")
    return Crossing(
        code=rung.code,
        title=rung.title,
        does=rung.does,
        because=tuple(because),
        rule=rule_of(rung),
        authority=rung.authority,
    )


def _benefit(account: WatchedAccount, wanted: str) -> str | None:
    told = [each.strip() for each in account.benefits if each.strip()]
    if wanted == "capped":
        return "a tenant's benefit is capped" if any("cap" in each.casefold() for each in told) else None
    # An account about whose benefit nothing at all is recorded is not one without: nobody asked.
    if told and all(each.casefold() == "none" for each in told):
        return "no tenant gets a benefit"
    return None


def rule_of(rung: Rung) -> str:
    """The rung as one sentence."""
    parts = []
    if rung.at_least_weeks is not None:
        parts.append(f"{rung.at_least_weeks} weeks' rent or more is owed")
    if rung.at_least_pence is not None:
        parts.append(f"{pounds(rung.at_least_pence)} or more is owed")
    if rung.new_within_weeks is not None:
        parts.append(f"the tenancy is no older than {rung.new_within_weeks} weeks")
    if rung.unpaid_weeks is not None:
        parts.append(f"nothing was paid for {rung.unpaid_weeks} weeks")
    if rung.benefit is not None:
        parts.append("no tenant gets a benefit" if rung.benefit == "none" else "a tenant's benefit is capped")
    if rung.broken_arrangement:
        parts.append("an arrangement is broken")
    if rung.occupancies:
        parts.append(f"it is one of: {', '.join(each.replace('_', ' ') for each in rung.occupancies)}")
    return f"{DOES[rung.does]} when {' and '.join(parts) or 'anything is owed'}."


def statement_of(account: WatchedAccount, today: date) -> ExplainedDate:
    """When the next rent statement is due to the tenants of an account in arrears (Protocol 2.3)."""
    if account.statement_on is not None:
        return ExplainedDate.of(rent_statement_due(account.statement_on))
    return by_policy(today, "No rent statement is on the record", "Send the first rent statement")
