"""The tables of sums and of effects as rows of words, each with the days it stands for."""

from collections.abc import Iterable

from law import benefits, debt, effects, fees, holds, parties, rules
from law.cells import Row, mark, to, yes
from law.explained import Confidence, long_date, pounds

UNKNOWN = "to be confirmed"


def fees_rows() -> Iterable[Row]:
    """Each court fee from one day to the next, a gap said."""
    for rows in fees.FEES.values():
        for row in rows:
            yield {
                "kind": row.kind,
                "title": row.title,
                "from": long_date(row.start)
                if row.start
                else f"{long_date(fees.TABLE_BEGINS)}, where the table begins",
                "to": to(row.ends),
                "fee": pounds(row.pence) if row.pence is not None else UNKNOWN,
                "source": row.source,
                "confidence": mark(row.confidence),
                "table": fees.TABLE_VERSION,
            }


def costs_rows() -> list[Row]:
    """The fixed sums of costs."""
    return [
        {
            "item": row.code,
            "title": row.title,
            "from": long_date(row.start),
            "to": to(None),
            "sum": pounds(row.pence),
            "source": row.source,
            "confidence": mark(row.confidence),
            "table": fees.TABLE_VERSION,
        }
        for row in fees.COSTS.values()
    ]


def benefits_rows() -> list[Row]:
    """The benefit rates by year."""
    rows = []
    for row in benefits.STANDARD_ALLOWANCES:
        rows += [(f"Universal Credit, {name.replace('_', ' ')}, a month", row, name) for name in benefits.HOUSEHOLDS]
    rows += [("older benefits, single 25 or over, a week", row, "pence") for row in benefits.LEGACY_ALLOWANCES]
    return [
        {
            "allowance": title,
            "from": long_date(row["from"]),
            "to": long_date(row["to"]),
            "sum": pounds(row[cell]) if cell in row else UNKNOWN,
            "source": row["source"],
            "confidence": mark(Confidence(row["confidence"])),
            "table": benefits.TABLE_VERSION,
        }
        for title, row, cell in rows
    ]


def effects_rows() -> list[Row]:
    """What each step meets, by kind of hold."""
    return [
        {
            "step": row.step,
            "hold": held.title,
            "title": row.title,
            "effect": row.effect,
            "why": row.why,
            "from": long_date(held.begins),
            "to": to(None),
            "authority": row.authority,
            "confidence": mark(Confidence.C if held.code == "iva" else row.confidence),
            "table": effects.TABLE_VERSION,
        }
        for row in effects.EFFECTS.values()
        for held in effects.KINDS.values()
        if held.family == row.family
    ]


def holds_rows() -> list[Row]:
    """Each step that each kind of hold bars, where it rests on rent arrears and where it does not."""
    return [
        {
            "hold": kind,
            "step": step,
            "rests on arrears": yes(for_debt),
            "why it is barred": found.why,
            **_vouched(found.authority, found.confidence, holds.TABLE_VERSION),
        }
        for kind in holds.KINDS
        for step in holds.STEPS
        for for_debt in (True, False)
        if (found := holds.bar(kind, step, for_debt=for_debt))
    ]


def clocks_rows() -> list[Row]:
    """What each hold does to each clock."""
    return [
        {
            "hold": row.kind,
            "clock": row.clock,
            "title": row.title,
            "effect": row.effect,
            "why": row.why,
            **_vouched(row.authority, row.confidence, holds.TABLE_VERSION),
        }
        for row in holds.CLOCKS.values()
    ]


def parties_rows() -> list[Row]:
    """What each cause of a change of tenants means for what was done before it."""
    return [
        {
            "cause": row.title,
            "a notice given before": _NOTICES_AFTER[row.notice],
            "a notice to quit served before": _NOTICES_AFTER[row.quit],
            "other parties now": yes(row.changes),
            "why": row.why,
            **_vouched(row.authority, row.confidence, parties.TABLE_VERSION),
        }
        for row in parties.CAUSES.values()
    ]


def passing_rows() -> list[Row]:
    """Tenancies that cannot pass in a way; what brings a claim's parties up to date; a purchase beside the case."""
    cannot = [
        (f"{parties.CAUSES[code].title}, {occupancy.replace('_', ' ')}", row)
        for (code, occupancy), row in parties.CANNOT.items()
    ]
    named = [
        ("Parties of a claim", parties.AMEND),
        ("Parties of a claim, after a death", parties.AMEND_AFTER_DEATH),
        ("Right to buy beside a claim", parties.BUY_AND_CLAIM),
        ("Right to buy after an order", parties.BUY_AND_ORDER),
    ]
    return [
        {"about": about, "rule": row.why, **_vouched(row.authority, row.confidence, parties.TABLE_VERSION)}
        for about, row in (*cannot, *named)
    ]


_NOTICES_AFTER = {"binds": "stands", "again": "is to be served afresh", "ended": "leads nowhere: the tenancy has ended"}


def enforcement_rows() -> list[Row]:
    """The ways to enforce a judgment for money."""
    return [
        {
            "way": row.code,
            "title": row.title,
            "form": row.form,
            "fits": row.fits,
            "least owed": pounds(row.least_pence) if row.least_pence is not None else "any sum",
            "most owed": pounds(row.most_pence) if row.most_pence is not None else "any sum",
            **_vouched(row.authority, row.confidence, debt.TABLE_VERSION),
        }
        for row in debt.ENFORCEMENTS.values()
    ]


def _vouched(authority: str, confidence: Confidence, version: str) -> Row:
    since = rules.BEGINS["vouched"]
    return {
        "from": long_date(since.day),
        "to": to(None),
        "since then on the word of": f"{since.source} ({since.confidence.value})",
        "authority": authority,
        "confidence": mark(confidence),
        "table": version,
    }
