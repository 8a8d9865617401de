"""How a place is or was held, and what a witness says first: sentences made from the facts alone."""

from collections.abc import Iterator

from documents.papers.checks import money
from documents.papers.data import GroundData, PaperData
from documents.papers.proceedings import MatterData
from documents.papers.template import long_date, names

LETTING_IN_ARREARS = MatterData()


def about(data: PaperData) -> MatterData:
    """What the claim is about; a letting in arrears where the facts do not say."""
    return data.matter or LETTING_IN_ARREARS


def article(words: str) -> str:
    """The indefinite article before the words."""
    return "an" if words[:1].lower() in set("aeiou") else "a"


def held(data: PaperData) -> str:
    """How the property is or was held, for particulars of claim (N119 box 3(a))."""
    matter, home = about(data), data.tenancy
    began = long_date(home.start_date)
    given = f"temporary accommodation{f' under {matter.duty}' if matter.duty else ''}"
    over = "It was ended by the notice in box 6."
    match matter.holding:
        case "temporary":
            return (
                f"The property was let to the defendant(s) as {given}, under a tenancy without security that began on "
                f"{began}. {over}"
            )
        case "licence":
            return f"The defendant(s) held the property as {given}, under a licence that began on {began}. {over}"
        case "garage":
            return (
                f"The property is a garage. It was let to the defendant(s) apart from any home, under an agreement "
                f"that began on {began}. {over}"
            )
        case "estate":
            return (
                f"The property was let to {_dead(matter)}, under a tenancy that began on {began}. Nobody succeeds to "
                f"it. {over}"
            )
        case "trespass":
            return "The property is let to nobody. The defendant(s) hold no tenancy or licence of it."
        case "tenancy":
            kind = f"{article(home.occupancy)} {home.occupancy} tenancy"
            return f"The property is let to the defendant(s) under {kind}, which began on {began}."


def _dead(matter: MatterData) -> str:
    who = matter.deceased or "a tenant"
    return f"{who}, who died on {long_date(matter.died_on)}" if matter.died_on else f"{who}, who has died"


def opening(data: PaperData) -> tuple[str, ...]:
    """A witness's first paragraphs: who speaks and from what, how the property is held, what is owed and relied on.

    Empty without a witness (PD 32 para 18).
    """
    witness = data.witness
    if witness is None:
        return ()
    return (
        f"I am {witness.name}, {witness.position}, employed by {witness.employer} at "
        f"{_one(data.landlord.address)}. I have authority to make this statement for the claimant.",
        "What I say is within my own knowledge where I say so; otherwise it comes from the claimant’s housing and rent "
        "records, which I have read and which are kept in the ordinary course of its work, and I believe it to be "
        "true. This statement was drafted from those records, and I have read and checked all of it.",
        _let(data),
        *_owed(data),
        *_relied(data),
    )


def _let(data: PaperData) -> str:
    matter, home = about(data), data.tenancy
    place, people, began = _one(data.property_address), names(data.tenants), long_date(home.start_date)
    rent = f"The rent is {money(home.rent_pence)} a {home.period}"
    daily = f"{rent}, which is {money(home.daily_rate_pence)} a day ({home.daily_rate_convention})."
    paid = daily if matter.rent else f"{rent}."
    given = f"temporary accommodation{f' under {matter.duty}' if matter.duty else ''}"
    match matter.holding:
        case "temporary":
            told = f"The claimant let {place} to {people} as {given}, under a tenancy without security that began on"
            return f"{told} {began}. {paid}"
        case "licence":
            return f"{people} held {place} as {given}, under the claimant’s licence, which began on {began}. {paid}"
        case "garage":
            told = f"The claimant let the garage at {place} to {people}, apart from any home, under an agreement that"
            return f"{told} began on {began}. {paid}"
        case "estate":
            return f"The claimant let {place} to {_dead(matter)}. The tenancy began on {began}. {paid}"
        case "trespass":
            return f"The claimant is entitled to possession of {place} and has let it to nobody who is there now."
        case "tenancy":
            kind = f"{article(home.occupancy)} {home.occupancy} tenancy"
            return f"The claimant lets {place} to {people} under {kind} that began on {began}. {paid}"


def _owed(data: PaperData) -> Iterator[str]:
    if not about(data).rent or not data.rent_rows:
        return
    first = data.rent_rows[0]
    before = first.balance_pence - first.due_pence + first.paid_pence
    brought = f", after a balance brought forward of {money(before)}" if before else ""
    yield (
        f"On {long_date(data.arrears_as_at)} the arrears of rent were {money(data.arrears_pence)}. The rent account "
        f"from {long_date(first.on)} to that day shows {money(sum(row.due_pence for row in data.rent_rows))} due and "
        f"{money(sum(row.paid_pence for row in data.rent_rows))} paid or credited{brought}."
    )


def _relied(data: PaperData) -> Iterator[str]:
    """The grounds with their Schedule; a right that rests on none, in its own words with its authority."""
    listed = [ground for ground in data.grounds if ground.code.startswith("Ground")]
    scheduled = [ground for ground in listed if "Sch" in ground.citation]
    if scheduled:
        act = "1985" if "1985" in scheduled[0].citation else "1988"
        said = names([_named(ground) for ground in scheduled])
        yield f"The claimant relies on {said} in Schedule 2 to the Housing Act {act}."
    for ground in data.grounds:
        if ground in scheduled:
            continue
        if ground in listed or ground.code.startswith("Section"):
            code = "the absolute ground" if ground in listed else f"{ground.code[:1].lower()}{ground.code[1:]}"
            yield f"The claimant relies on {code} ({ground.citation}). {ground.substance}"
        else:
            yield f"The claimant’s right to possession is this ({ground.citation}). {ground.substance}"


def _named(ground: GroundData) -> str:
    return f"{ground.code[:1].lower()}{ground.code[1:]} ({ground.title[:1].lower()}{ground.title[1:]})"


def _one(lines: tuple[str, ...]) -> str:
    return ", ".join(line for line in lines if line)
