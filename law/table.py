"""Every dated table as rows of words with no empty cell, for people to read and lawyers to check."""

from collections.abc import Iterable

from law import (
    benefits,
    calendar,
    dated_rows,
    debt,
    duties,
    effects,
    fees,
    forms,
    grounds,
    holds,
    notice_rows,
    notice_table,
    parties,
    protocol,
    rent_lines,
    routes,
    rules,
    service,
    situations,
    standing,
)
from law.cells import Row, mark, to, yes
from law.explained import Confidence, long_date
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
        "situations": notice_rows.situations(),
        "fees": list(dated_rows.fees_rows()),
        "costs": dated_rows.costs_rows(),
        "benefits": dated_rows.benefits_rows(),
        "forms": _forms(),
        "service": _service(),
        "protocol": _protocol(),
        "breathing_space_and_insolvency": dated_rows.effects_rows(),
        "holds": dated_rows.holds_rows(),
        "clocks_of_holds": dated_rows.clocks_rows(),
        "changes_of_tenants": dated_rows.parties_rows(),
        "tenants_and_claims": dated_rows.passing_rows(),
        "enforcing_a_debt": dated_rows.enforcement_rows(),
        "fairness": _fairness(),
        "insolvency": _insolvency(),
        "routes": _routes(),
        "bank_holidays": list(_bank_holidays()),
        "versions": _versions(),
    }
    dated = {name: [_dated(name, row) for row in rows] for name, rows in found.items() if name != "versions"}
    found |= dated
    return found | ({"official_texts": notice_rows.official_texts(texts)} if texts.texts else {})


_AS_AT = {
    "protocol": protocol.TABLE_VERSION,
    "bank_holidays": f"bank holidays {calendar.TABLE_VERSION}",
    "fairness": duties.TABLE_VERSION,
    "insolvency": duties.TABLE_VERSION,
    "routes": duties.TABLE_VERSION,
    "forms": forms.TABLE_VERSION,
    "service": notice_table.TABLE_VERSION,
    "tenancies": notice_table.TABLE_VERSION,
    "notices": notice_table.TABLE_VERSION,
    "by_ground": notice_table.TABLE_VERSION,
    "court_papers": notice_table.TABLE_VERSION,
    "grounds": grounds.TABLE_VERSION,
    "rent_lines": rent_lines.TABLE_VERSION,
    "situations": situations.TABLE_VERSION,
}


def _dated(name: str, row: Row) -> Row:
    """The row with the days it stands for, where it names none of its own, and its table's version."""
    if name not in _AS_AT:
        return row
    return row | standing.cells(name, row) | {"table": _AS_AT[name]}


def _bank_holidays() -> Iterable[Row]:
    for day, name in calendar.BANK_HOLIDAYS.items():
        yield {
            "day": long_date(day),
            "name": name,
            "from": long_date(day),
            "to": long_date(day),
            "source": calendar.TABLE_SOURCE,
            "confidence": mark(Confidence.A),
        }


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
        "to": to(rule.held.ends),
        "since then on the word of": f"{rule.held.source} ({rule.held.confidence.value})",
        "authority": rule.authority,
        "confidence": mark(rule.confidence),
        "table": rule.version,
    }


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
            "from": long_date(protocol.IN_FORCE_FROM),
            "to": to(None),
            "authority": protocol.SOURCE,
            "confidence": mark(row.confidence),
        }
        for row in protocol.STEPS
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
        "rent lines": rent_lines.TABLE_VERSION,
        "situations": situations.TABLE_VERSION,
        "fees": fees.TABLE_VERSION,
        "benefits": benefits.TABLE_VERSION,
        "effects": effects.TABLE_VERSION,
        "holds": holds.TABLE_VERSION,
        "parties": parties.TABLE_VERSION,
        "debts": debt.TABLE_VERSION,
        "days of rows": standing.TABLE_VERSION,
        "forms": forms.TABLE_VERSION,
        "protocol": protocol.TABLE_VERSION,
        "duties and routes": duties.TABLE_VERSION,
        "bank holidays": f"{calendar.TABLE_VERSION}, {calendar.TABLE_SOURCE}",
        "bank holidays end": long_date(calendar.TABLE_ENDS),
    }
    return [{"table": table, "version": version} for table, version in named.items()]
