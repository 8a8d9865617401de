"""What is known of the tenants' means (PD 55A 2.3(5)): benefits on record, and what benefit paid to the account."""

from datetime import date

from activities.papers import words
from activities.papers.living import counted
from activities.papers.source import Source
from cases.means import of_case, told_of
from law.counting import add_months
from law.explained import pounds
from store.people import PersonRow

_LOOKED_BACK_MONTHS = 24


def circumstances(source: Source, day: date) -> str:
    """All defendants' benefits, payments of benefit to the account, and the last assessment, for the court."""
    there = counted(source)
    left = of_case(source.state)
    figures = [f"Of the household, {told_of(left)}"] if left and left.on <= day else []
    return " ".join([benefits(source, day), *figures, *([there] if there else []), *_assessed(source)])


def benefits(source: Source, day: date) -> str:
    """All defendants' benefits, and payments of benefit to the account, for the court."""
    known = [
        f"{person.name} receives {named}."
        if (named := words.benefit(person.benefit))
        else f"No benefit is recorded for {person.name}."
        for person in _people(source)
    ]
    return " ".join([*known, paid_direct(source, day)])


def told(source: Source, person: PersonRow, day: date) -> str:
    """What a letter to one tenant says of their own benefits: never another's."""
    named = words.benefit(person.benefit)
    own = f"Our records show that you receive {named}." if named else "Our records show no benefit for you."
    return f"{own} {paid_direct(source, day)}"


def paid_direct(source: Source, day: date) -> str:
    """The last payment of each benefit to the rent account in the two years to a day, in a sentence."""
    since = add_months(day, -_LOOKED_BACK_MONTHS)
    last: dict[str, tuple[date, int]] = {}
    for line in source.facts.postings:
        if line.source in words.FROM_BENEFIT and line.paid_pence > 0 and since < line.on <= day:
            named = words.payer(line.source)
            if named not in last or line.on >= last[named][0]:
                last[named] = (line.on, line.paid_pence)
    if not last:
        return f"No benefit was paid direct to the rent account in the two years to {day.day} {day:%B %Y}."
    return " ".join(
        f"{named} was last paid direct to the rent account on {on.day} {on:%B %Y} ({pounds(pence)})."
        for named, (on, pence) in sorted(last.items(), key=lambda item: item[1])
    )


def _assessed(source: Source) -> list[str]:
    if not source.state.assessments:
        return []
    on = max(made.on for made in source.state.assessments)
    return [
        f"The claimant last considered vulnerability, capacity and the Equality Act on {on.day} {on:%B %Y} and decided "
        "to go on."
        if next(made for made in reversed(source.state.assessments) if made.on == on).proceed
        else f"The claimant last considered vulnerability, capacity and the Equality Act on {on.day} {on:%B %Y}."
    ]


def _people(source: Source) -> list[PersonRow]:
    found = (source.people.get(tenant) for tenant in source.state.tenants)
    return [person for person in found if person is not None]
