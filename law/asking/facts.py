"""The facts a question is asked with: how each is written on a command line, and how it is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from law.errors import BadFact
from law.ground_texts import NONE_INSTALLED, InstalledTexts
from law.holds import KINDS
from law.periods import RentPeriod, Unit
from law.rent_due import AwaitedBenefit
from law.rent_lines import AccountLine

_CYCLES: dict[str, tuple[Unit, int]] = {
    "weekly": ("week", 1),
    "fortnightly": ("week", 2),
    "four-weekly": ("week", 4),
    "monthly": ("month", 1),
    "quarterly": ("quarter", 1),
    "yearly": ("year", 1),
}
_DAY_FORM = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Fact:
    """One fact: what it is in words, how its text is read; `several` facts may be given more than once.

    A fact without `read` is a yes-or-no one, said by naming it.
    """

    name: str
    words: str
    read: Callable[[str, str], Any] | None = None
    several: bool = False


class Facts:
    """The facts of one question, already read. A fact that was not given is None, False or empty.

    `texts` are the official texts of grounds that were named with the question.
    """

    def __init__(self, given: Mapping[str, Any], texts: InstalledTexts = NONE_INSTALLED) -> None:
        self._given = given
        self.texts = texts

    def has(self, name: str) -> bool:
        """Whether the fact was given."""
        return self._given.get(name) not in (None, [], False)

    def __getitem__(self, name: str) -> Any:
        """The fact as read. Raises BadFact when it was not given."""
        if not self.has(name):
            raise BadFact(name, "This question needs it.", f"Give --{name}: {FACTS[name].words}.")
        return self._given[name]

    def get(self, name: str, otherwise: Any = None) -> Any:
        """The fact as read, or the other value when it was not given."""
        return self._given[name] if self.has(name) else otherwise

    def flag(self, name: str) -> bool:
        """Whether a yes-or-no fact was said."""
        return bool(self._given.get(name))

    def period(self) -> RentPeriod | None:
        """The rent period with its anchor, when both were given; None without a period. Raises NoAnchor."""
        if not self.has("period"):
            return None
        unit, n = self["period"]
        return RentPeriod(unit, n, self.get("anchor"))

    def cycle(self) -> RentPeriod:
        """The rent period for sums, where its anchor does not matter."""
        unit, n = self["period"]
        return RentPeriod(unit, n, self.get("anchor", date(2026, 1, 5)))


def _day(name: str, text: str) -> date:
    if _DAY_FORM.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise BadFact(name, f"'{text}' is not a day.", "Write it as 2026-11-20.")


def _moment(name: str, text: str) -> date | datetime:
    if "T" not in text:
        return _day(name, text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise BadFact(name, f"'{text}' is not a day and hour.", "Write it as 2026-11-20T17:05.") from None


def _pence(name: str, text: str) -> int:
    try:
        pence = Decimal(text.removeprefix("£").replace(",", "")) * 100
    except InvalidOperation:
        raise BadFact(name, f"'{text}' is not a sum.", "Write pounds and pence as 118.42.") from None
    if not pence.is_finite() or pence != int(pence):
        raise BadFact(name, f"'{text}' is not whole pence.", "Write pounds and pence as 118.42.")
    return int(pence)


def _number(name: str, text: str) -> int:
    if re.fullmatch(r"\d{1,6}", text):
        return int(text)
    raise BadFact(name, f"'{text}' is not a whole number.", "Write it in figures.")


def _words(name: str, text: str) -> str:
    return text


def _cycle(name: str, text: str) -> tuple[Unit, int]:
    found = _CYCLES.get(text.replace("_", "-"))
    if found is None:
        raise BadFact(name, f"'{text}' is not a rent period known here.", f"Choose one of: {', '.join(_CYCLES)}.")
    return found


def _receipt(name: str, text: str) -> tuple[date, int]:
    day, equals, sum_ = text.partition("=")
    if not equals:
        raise BadFact(name, f"'{text}' is not a day and a sum.", "Write it as 2026-11-20=118.42.")
    return _day(name, day), _pence(name, sum_)


def _line(name: str, text: str) -> AccountLine:
    found = re.fullmatch(r"(\w+):([^=:]+)=([^:]+)(?::(\w+))?", text)
    if found is None:
        raise BadFact(
            name, f"'{text}' is not a line.", "Write it as court_cost:2026-11-20=415, a payment with a minus."
        )
    kind, day, pounds, towards = found.groups()
    return AccountLine(_day(name, day), kind, _pence(name, pounds), towards or "rent")


def _awaited(name: str, text: str) -> AwaitedBenefit:
    found = re.fullmatch(r"(universal_credit|housing_benefit):([^:]+):([^:]+):([^=]+)=(.+)", text)
    if found is None:
        raise BadFact(
            name, f"'{text}' is not an award.", "Write it as universal_credit:2026-11-01:2026-11-30:2026-12-07=400."
        )
    kind, first, last, expected, pounds = found.groups()
    days = [_day(name, day) for day in (first, last, expected)]
    return AwaitedBenefit(
        "universal_credit" if kind == "universal_credit" else "housing_benefit", _pence(name, pounds), *days
    )


def _flag(name: str, words: str) -> Fact:
    return Fact(name, words)


FACTS: dict[str, Fact] = {
    fact.name: fact
    for fact in (
        Fact("served", "the day of service", _day),
        Fact("period", f"the rent period: {', '.join(_CYCLES)}", _cycle),
        Fact("anchor", "the first day of any one rent period", _day),
        Fact("ground", "a ground relied on, given once for each", _words, several=True),
        Fact("specified", "the day written in the notice", _day),
        Fact("condition", "the condition of the absolute ground, 1 to 5", _words),
        Fact("event", "the day of the conviction, finding or order", _day),
        Fact("relevant-date", "the day from which Ground 15A is counted", _day),
        Fact("began", "the day the tenancy, trial or demotion began", _day),
        Fact("term-last-day", "the last day of the fixed term", _day),
        Fact("extension-served", "the day the notice extending the trial was served", _day),
        Fact("kept-alive-until", "the day to which a notice or claim keeps the type alive", _day),
        Fact("agreed-until", "a later day the agreement asks for", _day),
        Fact("social-commencement", "the day the 2025 Act reaches social housing, once it is known", _day),
        Fact("duty", "the section of HA 1996: s.188, s.190(2), s.200(1) or s.204(4)", _words),
        Fact("commencement", "the day the new regime begins for this tenancy", _day),
        Fact("notice", "the kind of notice", _words),
        Fact("expires", "the day the notice expires", _day),
        Fact("given", "the day the notice was given", _day),
        Fact("method", "how it was served or sent", _words),
        Fact("sent", "the day, or day and hour in London, it was handed over, left, posted or sent", _moment),
        Fact("landlord", "council or provider", _words),
        Fact("issued", "the day of issue", _day),
        Fact("first-default", "the day of the first default", _day),
        Fact("route", "the way of issue: pcs, pcol, paper or accelerated", _words),
        Fact("hearing", "the day of the hearing", _day),
        Fact("land", "residential or other", _words),
        Fact("ordered", "the day of the order", _day),
        Fact("days", "how many days the order gives", _number),
        Fact("determined", "the day the application was decided", _day),
        Fact("occupancy", "the occupancy type, as in the tenancies table", _words),
        Fact("on", "the day asked about", _day),
        Fact("possession-date", "the possession date of the order", _day),
        Fact("order-served", "the day the order was served", _day),
        Fact("expires-on", "the last day of the warrant", _day),
        Fact("defendants", "how many defendants were served personally", _number),
        Fact("breach", "none, payment or other", _words),
        Fact("delivered", "the day the notice of eviction was delivered", _day),
        Fact("eviction", "the day of the eviction", _day),
        Fact("granted", "the day permission was given", _day),
        Fact("last-sent", "the day the last rent statement was sent", _day),
        Fact("due", "the day the rent fell due", _day),
        Fact("letter", "the date of the letter of claim", _day),
        Fact("registered", "the day of entry on the register", _day),
        Fact("treatment-stops", "the day crisis treatment ends", _day),
        Fact("step", "the step asked about, as in the breathing_space table", _words),
        Fact("rent", "the rent of one period, in pounds", _pence),
        Fact("instalment", "the instalment, in pounds", _pence),
        Fact("judgment", "the judgment, in pounds", _pence),
        Fact("frequency", "weekly, fortnightly, four_weekly or monthly", _words),
        Fact("first-payment", "the first payment date", _day),
        Fact("receipt", "a receipt as day=sum, given once for each", _receipt, several=True),
        Fact("arrears-at-notice", "arrears at service, in pounds", _pence),
        Fact("arrears-at-hearing", "arrears at the hearing, in pounds", _pence),
        Fact("overdue-at-notice", "the part over three months old at service, in pounds", _pence),
        Fact("overdue-at-hearing", "the part over three months old at the hearing, in pounds", _pence),
        Fact("awaited-at-notice", "Universal Credit awarded, not received, at service, in pounds", _pence),
        Fact("awaited-at-hearing", "Universal Credit awarded, not received, at the hearing, in pounds", _pence),
        Fact("line", "a line of the account as kind:day=sum, or kind:day=sum:towards", _line, several=True),
        Fact("reserved", "a kind of line the agreement reserves as rent, given once for each", _words, several=True),
        Fact("awaited", "benefit not yet come, as kind:first day:last day:expected=sum", _awaited, several=True),
        Fact("frozen-from", "the first day of a breathing space that runs", _day),
        Fact("regime", "old or new", _words),
        Fact("convention", "pcs or annual_365", _words),
        Fact("rent-weeks", "weeks charged in a year", _number),
        Fact("sum", "the sum, in pounds", _pence),
        Fact("from", "the first day", _day),
        Fact("to", "the last day, itself not counted", _day),
        Fact("kind", "the kind of fee, as in the fees table", _words),
        Fact("household", "single_under_25, single_25_or_over, couple_under_25 or couple_25_or_over", _words),
        Fact("reason", "delay, damage or loss", _words),
        Fact("against", "tenants or trespassers", _words),
        Fact("occupiers-told", "the day the last occupier was told of the proceedings", _day),
        Fact("hold", f"the kind of hold: {', '.join(KINDS)}", _words),
        Fact("made", "the day of the insolvency order", _day),
        Fact("limit", "the last day of a limitation or enforcement period", _day),
        Fact("lump-sum", "a lump sum as day=sum, given once for each", _receipt, several=True),
        Fact("reply-received", "the day the reply form came", _day),
        Fact("documents-asked", "the day documents were asked for", _day),
        Fact("documents-sent", "the day documents were sent", _day),
        Fact("intention-sent", "the day notice of the intention to claim was sent", _day),
        Fact("debt-kind", "rent or other", _words),
        Fact("acknowledged", "a day the debt was acknowledged in writing, given once for each", _day, several=True),
        Fact("part-paid", "a day a part was paid, given once for each", _day, several=True),
        Fact("moratorium-from", "the first day of a breathing space", _day),
        Fact("moratorium-to", "its last day", _day),
        Fact("per-cent", "the share of the allowance", _number),
        _flag("fixed-term", "the fixed term is still running"),
        _flag("extended", "the trial was extended in time"),
        _flag("agreement-allows", "the agreement allows this way of service"),
        _flag("hardship", "the court found exceptional hardship"),
        _flag("parties-changed", "the parties have changed since the order"),
        _flag("suspended", "the order is suspended"),
        _flag("money-claimed", "money is claimed for keeping the goods"),
        _flag("council", "the landlord is a council"),
        _flag("agreed", "the other side agrees"),
        _flag("by-post", "sent by post"),
        _flag("executed", "the eviction was carried out"),
        _flag("accelerated", "the claim was an accelerated one"),
        _flag("at-court-office", "the act is done at the court office"),
    )
}
