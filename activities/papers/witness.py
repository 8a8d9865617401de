"""What the officer's witness statement says after its opening, drafted from the record (PD 32 paras 17-20; our words).

Who the officer is, where the facts come from, the letting, the figure and the grounds are the template's own
paragraphs. The officer reads, mends and signs it.
"""

from collections.abc import Iterator
from datetime import date

from activities.papers import evidence, means, money
from activities.papers.about import About
from activities.papers.source import Source
from cases import account, tenancy
from cases.state import Notice
from documents.papers.data import ExhibitData, FigureLine, WitnessData
from law.errors import LawError
from law.explained import pounds
from law.ground8 import ground8_threshold

RENT_SCHEDULE, NOTICE, PROTOCOL = "rent", "notice", "protocol"
_BY_AGE_MONTHS = 3  # quarterly and yearly rent is counted by how old it is, not by one sum


def witness_data(source: Source, line: About, day: date) -> WitnessData:
    """The statement of the case's officer, as at a day, with its exhibits' marks."""
    officer = source.signer(source.state.officer)
    called = [word for word in officer.name.split() if word[0].isalpha()]
    letters = "".join(word[0] for word in called).upper() or "W"
    marks = {RENT_SCHEDULE: f"{letters}1", NOTICE: f"{letters}2", PROTOCOL: f"{letters}3"}
    return WitnessData(
        name=officer.name,
        position=officer.position,
        employer=source.facts.tenancy.landlord_name,
        initials=" ".join([*(f"{word[0].upper()}." for word in called[:-1]), *called[-1:]]),
        exhibits=(
            ExhibitData(mark=marks[RENT_SCHEDULE], title="Rent schedule"),
            ExhibitData(mark=marks[NOTICE], title="Notice and certificate of service"),
            ExhibitData(mark=marks[PROTOCOL], title="Statement of compliance with the Pre-Action Protocol"),
        ),
        paragraphs=tuple(_paragraphs(source, line, day, marks)),
    )


def _paragraphs(source: Source, line: About, day: date, marks: dict[str, str]) -> Iterator[str]:
    yield f"A schedule of every sum due and every sum received, with a running balance, is [{marks[RENT_SCHEDULE]}]."
    yield _last_payment(source, day)
    stated = money.figures(source, line)
    if stated:
        yield "The arrears were " + " and ".join(_stated(figure) for figure in stated) + "."
    yield from (_moved(figure) for figure in stated if figure.account_pence != figure.pence)
    if line.notice and "8" in line.notice.grounds:
        yield from _ground8(source, line.notice, day)
    if line.notice and line.notice.served:
        yield (
            f"The defendants were given a notice: {line.notice.kind.label}. {_service(source, line.notice)} The notice "
            f"and the certificate of its service are [{marks[NOTICE]}]."
        )
    yield (
        "Before the claim the claimant took steps under the Pre-Action Protocol for Possession Claims by Social "
        f"Landlords. What was done, and when, and what is not recorded, is set out in [{marks[PROTOCOL]}]."
    )
    yield means.circumstances(source, day)
    if line.claim and line.claim.issued_on:
        yield f"The claim was issued on {_day(line.claim.issued_on)} with number {line.claim.claim_number}."
    if line.hearing and line.hearing.ten_day_letter_sent_on:
        yield (
            f"On {_day(line.hearing.ten_day_letter_sent_on)} each defendant was sent a letter with the date, time and "
            "place of the hearing, the order asked for and an up-to-date rent statement."
        )
    if line.order and line.order.terms:
        order = money.order_data(source, line.order, day)
        yield (
            f"Under the order of {_day(order.made_on)} {pounds(order.due_pence)} fell due up to {_day(day)}, "
            f"and {pounds(order.paid_pence)} was received."
        )
    daily = money.tenancy_data(source).daily_rate_pence
    yield (
        f"The claimant asks the court for an order for possession, judgment for the arrears, {pounds(daily)} a day "
        "from then until possession is given, and its costs."
    )


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
