"""Every dated table as rows of words with no empty cell, for people to read and lawyers to check."""

from collections.abc import Iterable
from datetime import date

from law import (
    benefits,
    breathing_space,
    calendar,
    duties,
    fees,
    forms,
    grounds,
    notice_rows,
    notice_table,
    protocol,
    rent_due,
    routes,
    rules,
    service,
)
from law.cells import Row, mark, yes
from law.explained import long_date, pounds
from law.ground_texts import NONE_INSTALLED, InstalledTexts

UNKNOWN = "to be confirmed"


def tables(texts: InstalledTexts = NONE_INSTALLED) -> dict[str, list[Row]]:
    """All tables by name; within a table every row has the same cells and none is empty.

    With official texts of grounds installed, they are a table more.
    """
    found = {
        "rules": _rules(),
        "tenancies": notice_rows.tenancies(),
        "notices": notice_rows.notices(),
        "grounds": notice_rows.grounds(texts),
        "by_ground": notice_rows.by_ground(),
        "court_papers": notice_rows.court_papers(),
        "rent_lines": notice_rows.rent_lines(),
        "fees": list(_fees()),
        "costs": _costs(),
        "benefits": _benefits(),
        "forms": _forms(),
        "service": _service(),
        "protocol": _protocol(),
        "breathing_space": _breathing_space(),
        "fairness": _fairness(),
        "insolvency": _insolvency(),
        "routes": _routes(),
        "bank_holidays": [{"day": long_date(day), "name": name} for day, name in calendar.BANK_HOLIDAYS.items()],
        "versions": _versions(),
    }
    return found | ({"official_texts": notice_rows.official_texts(texts)} if texts.texts else {})


def _rules() -> list[Row]:
    """Each rule with what stood before it, the newest first, then as it stands under the Online Procedure Rules."""
    rows: list[Row] = []
    for code, versions in rules.VERSIONS.items():
        rows += [_rule(rule) for rule in versions]
        if code in rules.ONLINE:
            rows.append(_rule(rules.ONLINE[code]))
    return rows


def _rule(rule: rules.Rule) -> Row:
    return {
        "code": rule.code,
        "procedure": rule.held.procedure or "not a court clock",
        "gives": rule.title,
        "counted": rule.counting,
        "moved by closed days": yes(rule.closed_days),
        "from": long_date(rule.held.begins),
        "to": _to(rule.held.ends),
        "since then on the word of": f"{rule.held.source} ({rule.held.confidence.value})",
        "authority": rule.authority,
        "confidence": mark(rule.confidence),
        "table": rule.version,
    }


def _to(day: date | None) -> str:
    return long_date(day) if day else "in force"


def _fees() -> Iterable[Row]:
    for rows in fees.FEES.values():
        for row in rows:
            yield {
                "kind": row.kind,
                "title": row.title,
                "from": long_date(row.start)
                if row.start
                else f"{long_date(fees.TABLE_BEGINS)}, where the table begins",
                "to": _to(row.ends),
                "fee": pounds(row.pence) if row.pence is not None else UNKNOWN,
                "source": row.source,
                "confidence": mark(row.confidence),
                "table": fees.TABLE_VERSION,
            }


def _costs() -> list[Row]:
    return [
        {
            "item": row.code,
            "title": row.title,
            "from": long_date(row.start),
            "to": _to(None),
            "sum": pounds(row.pence),
            "source": row.source,
            "confidence": mark(row.confidence),
            "table": fees.TABLE_VERSION,
        }
        for row in fees.COSTS.values()
    ]


def _benefits() -> list[Row]:
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


def _forms() -> list[Row]:
    return [
        {
            "form": row.code,
            "title": row.title,
            "used for": row.used_for,
            "authority": row.authority,
            "edition": row.edition,
            "in use from": long_date(row.in_use_from) if row.in_use_from else UNKNOWN,
            "in use to": long_date(row.in_use_to) if row.in_use_to else "in use",
            "confidence": mark(row.confidence),
        }
        for row in forms.FORMS.values()
    ]


def _service() -> list[Row]:
    return [
        {
            "method": row.code,
            "title": row.title,
            "good for a council": row.council,
            "good for a provider": row.provider,
            "day of service": service.day_of_service(row),
            "authority": row.authority,
            "confidence": mark(row.confidence),
        }
        for row in service.SERVICE_METHODS.values()
    ]


def _protocol() -> list[Row]:
    return [
        {
            "step": row.code,
            "paragraph": row.para,
            "part": str(row.part),
            "title": row.title,
            "when": row.when,
            "evidence": row.evidence,
            "before": row.before,
            "confidence": mark(row.confidence),
        }
        for row in protocol.STEPS
    ]


def _breathing_space() -> list[Row]:
    return [
        {
            "step": row.step,
            "title": row.title,
            "barred": yes(row.barred),
            "why": row.why,
            "authority": f"SI 2020/1311 {row.citation}",
            "confidence": mark(row.confidence),
        }
        for row in breathing_space.EFFECTS.values()
    ]


def _fairness() -> list[Row]:
    return [
        {
            "check": row.code,
            "title": row.title,
            "before": ", ".join(row.gates),
            "authority": row.authority,
            "confidence": mark(row.confidence),
        }
        for row in duties.FAIRNESS.values()
    ]


def _insolvency() -> list[Row]:
    return [
        {
            "event": row.code,
            "title": row.title,
            "leaves open": row.leaves_open,
            "bars": row.bars,
            "authority": row.authority,
            "confidence": mark(row.confidence),
        }
        for row in duties.INSOLVENCY.values()
    ]


def _routes() -> list[Row]:
    return [
        {
            "route": row.code,
            "title": row.title,
            "takes": row.takes,
            "shuts out": row.shuts_out,
            "authority": row.authority,
            "confidence": mark(row.confidence),
        }
        for row in routes.ROUTES.values()
    ]


def _versions() -> list[Row]:
    named = {
        "rules": rules.TABLE_VERSION,
        "notices": notice_table.TABLE_VERSION,
        "grounds": grounds.TABLE_VERSION,
        "rent lines": rent_due.TABLE_VERSION,
        "fees": fees.TABLE_VERSION,
        "benefits": benefits.TABLE_VERSION,
        "forms": forms.TABLE_VERSION,
        "protocol": protocol.TABLE_VERSION,
        "duties and routes": duties.TABLE_VERSION,
        "bank holidays": f"{calendar.TABLE_VERSION}, {calendar.TABLE_SOURCE}",
        "bank holidays end": long_date(calendar.TABLE_ENDS),
    }
    return [{"table": table, "version": version} for table, version in named.items()]
