"""Who else lives in the home, as last recorded, for the papers that ask."""

from activities.papers.source import Source
from cases.parties import household
from documents.papers.household import HouseholdData


def living(source: Source) -> HouseholdData | None:
    """As last recorded; None where nobody recorded it."""
    found = household(source.state)
    if found is None:
        return None
    return HouseholdData(
        on=found.on,
        adults=found.adults,
        named=source.lines(found.names),
        unknown=found.unknown,
        children=found.children,
    )


def counted(source: Source) -> str:
    """The same for the court, in a sentence and without a name; empty where nobody recorded it."""
    found = household(source.state)
    if found is None:
        return ""
    adults = f"{found.adults or 'no'} other adult{'' if found.adults == 1 else 's'}"
    unknown = ", persons unknown" if found.unknown else ""
    children = f"{found.children or 'no'} child{'' if found.children == 1 else 'ren'}"
    on = f"{found.on.day} {found.on:%B %Y}"
    return f"As known on {on}, besides the tenants {adults}{unknown} and {children} live there."
