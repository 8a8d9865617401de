"""What the officer's witness statement says after its opening, drafted from the record (PD 32 paras 17-20; our words).

Who the officer is, where the facts come from, the letting, the figure and the grounds are the template's own
paragraphs. The officer reads, mends and signs it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from activities.papers import claims, evidence, means, money, witness_told
from activities.papers.about import About
from activities.papers.chronology import CONDUCT, PART_3, PROTOCOL, SCHEDULE
from activities.papers.source import Source
from cases import account, tenancy
from cases.paper_rules import fits
from cases.state import Notice
from cases.words import PaperKind
from documents.papers.data import ExhibitData, FigureLine, WitnessData
from law.errors import LawError
from law.explained import pounds
from law.ground8 import ground8_threshold

_BY_AGE_MONTHS = 3  # quarterly and yearly rent is counted by how old it is, not by one sum


@dataclass(frozen=True)
class Exhibit:
    """What the witness exhibits: its mark, what it is, and the title under which a bundle holds it."""

    mark: str
    title: str
    filed_as: str


def exhibits(source: Source, line: About) -> tuple[Exhibit, ...]:
    """The exhibits of the case officer's statement in their order, as far as the claim has them."""
    called = [word for word in source.signer(source.state.officer).name.split() if word[0].isalpha()]
    letters = "".join(word[0] for word in called).upper() or "W"
    wanted: list[tuple[str, str]] = []
    if money.rent_in_issue(source, line):
        wanted.append(("Rent schedule", SCHEDULE))
    wanted.append(("Notice and certificate of service", line.notice.kind.label if line.notice else ""))
    for kind, title, filed_as in _OF_THE_CLAIM:
        if line.claim is not None and fits(source.state, kind, line.claim):
            wanted.append((title, filed_as))
    return tuple(Exhibit(f"{letters}{n}", title, filed_as) for n, (title, filed_as) in enumerate(wanted, 1))


_OF_NOBODY_S_HOME = frozenset({"garage", "unauthorised", "death_no_successor"})
_OF_THE_CLAIM = (
    (PaperKind.PROTOCOL_STATEMENT, "Statement of compliance with the Pre-Action Protocol", PROTOCOL),
    (PaperKind.CONDUCT_SCHEDULE, "Schedule of conduct", CONDUCT),
    (PaperKind.PART3_SCHEDULE, "Schedule under Part 3 of the Pre-Action Protocol", PART_3),
)


def witness_data(source: Source, line: About, day: date) -> WitnessData:
    """The statement of the case's officer, as at a day, with its exhibits' marks."""
    officer = source.signer(source.state.officer)
    called = [word for word in officer.name.split() if word[0].isalpha()]
    listed = exhibits(source, line)
    return WitnessData(
        name=officer.name,
        position=officer.position,
        employer=source.facts.tenancy.landlord_name,
        initials=" ".join([*(f"{word[0].upper()}." for word in called[:-1]), *called[-1:]]),
        exhibits=tuple(ExhibitData(mark=each.mark, title=each.title) for each in listed),
        paragraphs=tuple(_paragraphs(source, line, day, {each.filed_as: each.mark for each in listed})),
    )


def _paragraphs(source: Source, line: About, day: date, marks: dict[str, str]) -> Iterator[str]:
    if money.rent_in_issue(source, line):
        yield from _rent(source, line, day, marks[SCHEDULE])
    if line.notice and line.notice.served:
        mark = marks[line.notice.kind.label]
        yield (
            f"The defendants were given a notice: {line.notice.kind.label}. {_service(source, line.notice)} "
            f"{_dated(line.notice)}The notice and the certificate of its service are [{mark}]."
        )
    yield from witness_told.told(source, line, marks)
    if PROTOCOL in marks:
        yield (
            "Before the claim the claimant took steps under the Pre-Action Protocol for Possession Claims by Social "
            f"Landlords. What was done, and when, and what is not recorded, is set out in [{marks[PROTOCOL]}]."
        )
    yield from witness_told.considered(source)
    if source.state.occupancy not in _OF_NOBODY_S_HOME:
        yield means.benefits(source, day)
    yield from _at_court(source, line, day)
    yield _asked(source, line)


def _rent(source: Source, line: About, day: date, mark: str) -> Iterator[str]:
    yield f"A schedule of every sum due and every sum received, with a running balance, is [{mark}]."
    yield _last_payment(source, day)
    stated = money.figures(source, line)
    if stated:
        yield "The arrears were " + " and ".join(_stated(figure) for figure in stated) + "."
    yield from (_moved(figure) for figure in stated if figure.account_pence != figure.pence)
    if line.notice and "8" in line.notice.grounds:
        yield from _ground8(source, line.notice, day)


def _at_court(source: Source, line: About, day: date) -> Iterator[str]:
    if line.claim and line.claim.issued_on:
        yield f"The claim was issued on {_day(line.claim.issued_on)} with number {line.claim.claim_number}."
    if line.hearing and line.hearing.ten_day_letter_sent_on:
        statement = " and an up-to-date rent statement" if money.rent_in_issue(source, line) else ""
        yield (
            f"On {_day(line.hearing.ten_day_letter_sent_on)} each defendant was sent a letter with the date, time and "
            f"place of the hearing, {'' if statement else 'and '}the order asked for{statement}."
        )
    if line.order and line.order.terms:
        order = money.order_data(source, line.order, day)
        if order.lines:
            yield (
                f"Under the order of {_day(order.made_on)} {pounds(order.due_pence)} fell due up to {_day(day)}, "
                f"and {pounds(order.paid_pence)} was received."
            )
        if order.broken:
            on = f" on {_day(order.broken_on)}" if order.broken_on else ""
            yield f"The order of {_day(order.made_on)} was broken{on}: {order.broken}"


def _asked(source: Source, line: About) -> str:
    """What the court is asked for, as far as the claim goes: money only where the claim asks for money."""
    asked = line.hearing.asked if line.hearing else None
    what = claims.ASKED_FOR.get(asked.outcome, "an order for possession") if asked else "an order for possession"
    if not money.rent_claimed(line):
        return f"The claimant asks the court for {what} and its costs."
    daily = money.tenancy_data(source).daily_rate_pence
    return (
        f"The claimant asks the court for {what}, judgment for the arrears, {pounds(daily)} a day from then until "
        "possession is given, and its costs."
    )


def _dated(notice: Notice) -> str:
    """The day that the notice gave, once it has come."""
    return f"The date given in it is {_day(notice.specified.on)}. "


def _stated(figure: FigureLine) -> str:
    return f"{pounds(figure.pence)} on {_day(figure.on)}, as stated in {figure.what}"


def _moved(figure: FigureLine) -> str:
    return (
        f"For {_day(figure.on)} the rent account now gives {pounds(figure.account_pence)}, not the "
        f"{pounds(figure.pence)} stated in {figure.what}, because of entries made after it. They are in the schedule."
    )


def _ground8(source: Source, notice: Notice, day: date) -> Iterator[str]:
    """Both days that ground 8 asks about, with the least sum it needs (HA 1988 Sch 2 ground 8)."""
    period = tenancy.rent_period(source.facts.tenancy)
    try:
        needed = ground8_threshold(period, tenancy.rent_pence(source.facts.tenancy))
    except LawError:
        return
    if period.months >= _BY_AGE_MONTHS or notice.served is None:
        return
    least = needed.steps[-1].text.partition(";")[0]
    yield (
        f"For ground 8: {least[:1].lower()}{least[1:]}. When the notice was served, on {_day(notice.served.on)}, "
        f"{pounds(money.arrears(source, notice.served.on))} was owed, and on {_day(day)} "
        f"{pounds(money.arrears(source, day))}."
    )


def _service(source: Source, notice: Notice) -> str:
    served = evidence.notice_data(source, notice).served
    return " ".join(f"Service on {s.person_name}: {s.method.lower()}, {_day(s.served_on)}." for s in served)


def _last_payment(source: Source, day: date) -> str:
    position = account.position(source.facts.postings, day, source.facts.tenancy)
    if position.last_payment_on is None:
        return "No payment towards the rent is recorded."
    return f"The last payment recorded was {pounds(position.last_payment_pence)} on {_day(position.last_payment_on)}."


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
