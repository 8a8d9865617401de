"""What the officer's witness statement says after its opening, drafted from the record (PD 32 paras 17-20; our words).

Who the officer is, where the facts come from, the letting, the figure and the grounds are the template's own
paragraphs. The officer reads, mends and signs it.
"""

from datetime import date

from activities.papers import evidence, money
from activities.papers.about import About
from activities.papers.source import Source
from cases import account
from documents.papers.data import ExhibitData, WitnessData
from law.explained import long_date, pounds

RENT_SCHEDULE, NOTICE, PROTOCOL = "rent", "notice", "protocol"


def witness_data(source: Source, line: About, day: date) -> WitnessData:
    """The statement of the case's officer, as at a day, with its exhibits' marks."""
    officer = source.signer(source.state.officer)
    initials = "".join(word[0] for word in officer.name.split() if word[0].isalpha()).upper() or "W"
    marks = {RENT_SCHEDULE: f"{initials}1", NOTICE: f"{initials}2", PROTOCOL: f"{initials}3"}
    return WitnessData(
        name=officer.name,
        position=officer.position,
        employer=source.facts.tenancy.landlord_name,
        initials=initials,
        exhibits=(
            ExhibitData(mark=marks[RENT_SCHEDULE], title="Rent schedule"),
            ExhibitData(mark=marks[NOTICE], title="Notice and certificate of service"),
            ExhibitData(mark=marks[PROTOCOL], title="Statement of compliance with the Pre-Action Protocol"),
        ),
        paragraphs=tuple(_paragraphs(source, line, day, marks)),
    )


def _paragraphs(source: Source, line: About, day: date, marks: dict[str, str]) -> list[str]:
    said = [
        f"A schedule of every sum due and every sum received, with a running balance, is [{marks[RENT_SCHEDULE]}].",
        _last_payment(source, day),
    ]
    if line.notice and line.notice.served:
        said.append(
            f"The tenants were given this notice: {line.notice.kind.label}. It counts as given to all of them on "
            f"{long_date(line.notice.served.on)}. It is, with the certificate of service, [{marks[NOTICE]}]."
        )
    said.append(
        "Before the claim the claimant took the steps of the Pre-Action Protocol for Possession Claims by Social "
        f"Landlords. What was done, and when, is set out in [{marks[PROTOCOL]}]."
    )
    said.append(evidence.circumstances(source))
    if line.claim and line.claim.issued_on:
        said.append(f"The claim was issued on {long_date(line.claim.issued_on)} with number {line.claim.claim_number}.")
    if line.order and line.order.terms:
        order = money.order_data(source, line.order, day)
        said.append(
            f"Under the order of {long_date(order.made_on)} {pounds(order.due_pence)} fell due up to {long_date(day)}, "
            f"and {pounds(order.paid_pence)} was received."
        )
    said.append("The claimant asks the court to make the order for possession that is sought in the claim.")
    return said


def _last_payment(source: Source, day: date) -> str:
    position = account.position(source.facts.postings, day)
    if position.last_payment_on is None:
        return "No payment towards the rent is recorded."
    return (
        f"The last payment recorded was {pounds(position.last_payment_pence)} on {long_date(position.last_payment_on)}."
    )
