"""Who lives in the home besides its tenants, as papers tell it. Children are a number and nothing else."""

from datetime import date

from documents.papers.base import Facts, Lines


class HouseholdData(Facts):
    """Who else lived there, as known on a day: adults by number, those named among them, others unknown, children."""

    on: date
    adults: int = 0
    named: Lines = ()
    unknown: bool = False
    children: int = 0


def in_possession(data: HouseholdData | None) -> str:
    """Who is in possession besides the tenants, as the particulars name them; empty where nobody is known to be."""
    if data is None:
        return ""
    unnamed = data.adults - len(data.named)
    counted = f"{unnamed} other adult{'' if unnamed == 1 else 's'}" if unnamed > 0 else ""
    return "; ".join(part for part in (*data.named, counted, "persons unknown" if data.unknown else "") if part)


def lines(data: HouseholdData | None) -> Lines:
    """Each of them in a line, for a sheet or a referral."""
    if data is None:
        return ()
    unnamed = data.adults - len(data.named)
    told = [f"{name}, adult living there, not a tenant" for name in data.named]
    if unnamed > 0:
        told.append(f"{unnamed} other adult{'' if unnamed == 1 else 's'} living there, not named")
    if data.unknown:
        told.append("Persons unknown living there")
    return (*told, *children(data))


def children(data: HouseholdData | None) -> Lines:
    """How many children live there, in a line; empty where none is known of."""
    if data is None or not data.children:
        return ()
    return (f"{data.children} child{'' if data.children == 1 else 'ren'} living there",)
