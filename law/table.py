"""Every dated table as rows of words with no empty cell, for people to read and lawyers to check."""

from collections.abc import Iterable
from datetime import date, timedelta

from law import (
    breathing_space,
    calendar,
    duties,
    fees,
    forms,
    grounds,
    notice_table,
    protocol,
    routes,
    rules,
    service,
    tenancies,
)
from law.explained import Confidence, long_date, pounds

Row = dict[str, str]
UNKNOWN = "to be confirmed"


def tables() -> dict[str, list[Row]]:
    """All tables by name; within a table every row has the same cells and none is empty."""
    return {
        "rules": _rules(),
        "tenancies": _tenancies(),
        "notices": _notices(),
        "grounds": _grounds(),
        "fees": list(_fees()),
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


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _mark(confidence: Confidence) -> str:
    return f"{confidence.value}: {confidence.label}"


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
        "moved by closed days": _yes(rule.closed_days),
        "from": long_date(rule.held.begins),
        "to": _to(rule.held.ends),
        "since then on the word of": f"{rule.held.source} ({rule.held.confidence.value})",
        "authority": rule.authority,
        "confidence": _mark(rule.confidence),
        "table": rule.version,
    }


def _to(day: date | None) -> str:
    return long_date(day) if day else "in force"


def _tenancies() -> list[Row]:
    return [
        {
            "occupancy": row.occupancy.value,
            "title": row.title,
            "act": row.act,
            "ends by": row.ends_by,
            "notice": row.notice,
            "court's power": row.power,
            "authority": row.citation,
            "confidence": _mark(row.confidence),
        }
        for row in tenancies.TENANCIES.values()
    ]


def _notices() -> list[Row]:
    return [
        {
            "notice": row.code,
            "title": row.title,
            "for": ", ".join(row.occupancies),
            "form": row.form,
            "must say": row.must_say,
            "earliest date": notice_table.counted(row.earliest),
            "recommended date": notice_table.counted(row.recommended),
            "claim from": notice_table.counted(row.claim_from),
            "claim safely from": notice_table.counted(row.claim_safe),
            "ends": notice_table.counted(row.ends),
            "review": row.review,
            "court may dispense": row.dispensing,
            "the tenancy": row.tenancy,
            "authority": row.authority,
            "confidence": _mark(row.confidence),
        }
        for row in notice_table.NOTICES.values()
    ]


_NOTICE_WORDS = {
    "ntq": "the day a notice to quit could expire",
    "immediate": "none: at once",
    "107D": "the pair of section 107D notices",
}


def _grounds() -> list[Row]:
    return [
        {
            "ground": row.code,
            "schedule": row.schedule,
            "regime": row.regime,
            "title": row.title,
            "substance": row.substance,
            "must be shown": "; ".join(row.conditions),
            "when tested": row.when_tested,
            "power": row.power,
            "alternative accommodation": _yes(row.alternative_accommodation),
            "arrears": _yes(row.arrears),
            "notice": _NOTICE_WORDS.get(row.notice, row.notice),
            "in a fixed term": _yes(row.in_fixed_term),
            "authority": row.citation,
            "confidence": _mark(row.confidence),
            "confidence of what must be shown": _mark(row.detail_confidence),
        }
        for row in grounds.GROUNDS
    ]


def _fees() -> Iterable[Row]:
    for rows in fees.FEES.values():
        ends: list[date | None] = [row.start for row in rows[1:]]
        for row, following in zip(rows, [*ends, None], strict=True):
            yield {
                "kind": row.kind,
                "title": row.title,
                "from": long_date(row.start) if row.start else "before the first change we hold",
                "to": _to(following - timedelta(days=1) if following else None),
                "fee": pounds(row.pence) if row.pence is not None else UNKNOWN,
                "source": row.source,
                "confidence": _mark(row.confidence),
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
            "confidence": _mark(row.confidence),
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
            "day of service": f"{row.working_days} working days after posting" if row.working_days else "the same day",
            "authority": row.authority,
            "confidence": _mark(row.confidence),
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
            "confidence": _mark(row.confidence),
        }
        for row in protocol.STEPS
    ]


def _breathing_space() -> list[Row]:
    return [
        {
            "step": row.step,
            "title": row.title,
            "barred": _yes(row.barred),
            "why": row.why,
            "authority": f"SI 2020/1311 {row.citation}",
            "confidence": _mark(row.confidence),
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
            "confidence": _mark(row.confidence),
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
            "confidence": _mark(row.confidence),
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
            "confidence": _mark(row.confidence),
        }
        for row in routes.ROUTES.values()
    ]


def _versions() -> list[Row]:
    named = {
        "rules": rules.TABLE_VERSION,
        "notices": notice_table.TABLE_VERSION,
        "grounds": grounds.TABLE_VERSION,
        "fees": fees.TABLE_VERSION,
        "forms": forms.TABLE_VERSION,
        "protocol": protocol.TABLE_VERSION,
        "duties and routes": duties.TABLE_VERSION,
        "bank holidays": f"{calendar.TABLE_VERSION}, {calendar.TABLE_SOURCE}",
        "bank holidays end": long_date(calendar.TABLE_ENDS),
    }
    return [{"table": table, "version": version} for table, version in named.items()]
