"""The tables about occupancy types, notices and grounds as rows of words, and one row for each of their combinations.

Nothing of the law is written here: each cell is read from the table that owns it.
"""

from collections.abc import Iterator
from datetime import date

from law import forms, notice_table
from law.cells import Row, mark, yes
from law.explained import long_date, weakest
from law.ground_texts import InstalledTexts
from law.grounds import GROUNDS, Ground
from law.notice_table import BY_GROUND, COURT_PAPERS, NOTICES, NOW, STAGES, Notice, Stage, counted
from law.notices import dispensation
from law.rent_lines import RENT_LINES
from law.service import SERVICE_METHODS, ServiceMethod, day_of_service
from law.situations import SITUATIONS
from law.tenancies import TENANCIES, Occupancy, Tenancy

NO_GROUND = "none"
ANY_STAGE = "any"
_NOTICE_WORDS = {
    "ntq": "the day a notice to quit could expire",
    "immediate": "none: at once",
    "107D": "the pair of section 107D notices",
}
_SECTION_8 = ("s8", "s8-new")


def by_ground() -> list[Row]:
    """A row for each occupancy type, stage, notice and ground; all have the same cells and none is empty."""
    return [
        _row(tenancy, stage, notice, found, applies)
        for tenancy in TENANCIES.values()
        for stage in _stages(tenancy.occupancy)
        for notice, applies in _notices(tenancy.occupancy)
        for found in notice.grounds or (None,)
    ]


def _stages(occupancy: Occupancy) -> tuple[Stage | None, ...]:
    return tuple(stage for stage in STAGES if stage.occupancy is occupancy) or (None,)


def _notices(occupancy: Occupancy) -> Iterator[tuple[Notice, str]]:
    for notice in NOTICES.values():
        if occupancy in notice.occupancies:
            yield notice, NOW
        elif occupancy in notice.applies:
            yield notice, notice.applies[occupancy]


def _row(tenancy: Tenancy, stage: Stage | None, notice: Notice, found: Ground | None, applies: str) -> Row:
    marks = [notice.confidence, tenancy.confidence]
    marks += [each.confidence for each in (stage, found) if each is not None]
    marks += [found.detail_confidence] if found else []
    return {
        "occupancy": tenancy.occupancy.value,
        "stage": f"{stage.code}: {stage.words} ({stage.authority})" if stage else ANY_STAGE,
        "notice": notice.code,
        "ground": found.code if found else NO_GROUND,
        "applies": applies,
        "title": notice.title,
        "form": notice.form,
        "form's authority": _form(notice),
        "must say": notice.must_say,
        "minimum": notice_table.minimum(notice, found),
        "earliest date": counted(notice.earliest),
        "recommended date": counted(notice.recommended),
        "claim from": counted(notice.claim_from),
        "claim safely from": counted(notice.claim_safe),
        "ends": counted(notice.ends),
        "review": notice.review,
        "court may dispense": _dispensing(notice, found),
        "may be changed": notice.amending,
        "the tenancy": notice.tenancy,
        "court's power": found.court_test if found else notice.court,
        "must be shown": "; ".join(found.conditions) if found else notice.shown,
        "when tested": found.when_tested if found else notice.tested,
        "in a fixed term": _fixed_term(notice, found),
        "ways to serve": ways_to_serve(tenancy),
        "court papers": court_papers_for(tenancy),
        "authority": f"{notice.authority}; {found.citation}" if found else notice.authority,
        "confidence": mark(weakest(*marks)),
    }


def _form(notice: Notice) -> str:
    form = forms.FORMS.get(notice.form)
    return f"{form.authority}: {form.edition}" if form else f"no form is prescribed; {notice.authority}"


def _dispensing(notice: Notice, found: Ground | None) -> str:
    if found is None or notice.code not in _SECTION_8:
        return notice.dispensing
    told = dispensation("s8", [found.code], regime=found.regime)
    return f"{told.shown()}: {'; '.join(step.text for step in told.steps)} ({told.authority})"


def _fixed_term(notice: Notice, found: Ground | None) -> str:
    if notice.minimum != BY_GROUND or found is None or found.schedule == "HA1985":
        return "decided by the occupancy type"
    if found.regime == "new":
        return "there are none in the new regime"
    return "yes, if the agreement lets it be ended on it (s.7(6))" if found.in_fixed_term else "no (s.7(6))"


def ways_to_serve(tenancy: Tenancy) -> str:
    """Each way to serve a notice on such an occupier: when it is good for the landlord, and the day it gives."""
    return "; ".join(_way(row, tenancy) for row in SERVICE_METHODS.values())


def _way(row: ServiceMethod, tenancy: Tenancy) -> str:
    good = {"council": row.council, "provider": row.provider}
    said = ", ".join(f"{good[landlord]} ({landlord})" for landlord in tenancy.landlords)
    day = "" if set(good.values()) == {"never"} else f", {day_of_service(row)}"
    return f"{row.title}: {said}{day}"


def court_papers_for(tenancy: Tenancy) -> str:
    """When court papers count as served on such an occupier; never the rule for a notice."""
    if tenancy.power == "none":
        return "no claim is needed, so none"
    left_out = ("n54",) if tenancy.power == "money only" else ()
    return "; ".join(f"{row.title}: {counted(row.day)}" for row in COURT_PAPERS if row.code not in left_out)


def tenancies() -> list[Row]:
    """The occupancy types."""
    return [
        {
            "occupancy": row.occupancy.value,
            "title": row.title,
            "landlord": " or ".join(row.landlords),
            "act": row.act,
            "ends by": row.ends_by,
            "notice": row.notice,
            "court's power": row.power,
            "authority": row.citation,
            "confidence": mark(row.confidence),
        }
        for row in TENANCIES.values()
    ]


def notices() -> list[Row]:
    """The notices."""
    return [
        {
            "notice": row.code,
            "title": row.title,
            "for": ", ".join(row.occupancies),
            "grounds": ", ".join(found.code for found in row.grounds) or NO_GROUND,
            "form": row.form,
            "form's authority": _form(row),
            "must say": row.must_say,
            "minimum": counted(row.minimum),
            "earliest date": counted(row.earliest),
            "recommended date": counted(row.recommended),
            "claim from": counted(row.claim_from),
            "claim safely from": counted(row.claim_safe),
            "ends": counted(row.ends),
            "review": row.review,
            "court may dispense": row.dispensing,
            "may be changed": row.amending,
            "the tenancy": row.tenancy,
            "authority": row.authority,
            "confidence": mark(row.confidence),
        }
        for row in NOTICES.values()
    ]


def grounds(texts: InstalledTexts) -> list[Row]:
    """The grounds, each saying whether its official text is installed."""
    return [
        {
            "ground": row.code,
            "schedule": row.schedule,
            "regime": row.regime,
            "title": row.title,
            "substance": row.substance,
            "official text": _installed(row, texts),
            "must be shown": "; ".join(row.conditions),
            "when tested": row.when_tested,
            "power": row.power,
            "alternative accommodation": yes(row.alternative_accommodation),
            "arrears": yes(row.arrears),
            "notice": _NOTICE_WORDS.get(row.notice, row.notice),
            "in a fixed term": yes(row.in_fixed_term),
            "authority": row.citation,
            "confidence": mark(row.confidence),
            "confidence of what must be shown": mark(row.detail_confidence),
        }
        for row in GROUNDS
    ]


def _installed(found: Ground, texts: InstalledTexts) -> str:
    held = texts.of(found)
    if not held:
        return "not installed: our own words are used"
    return "; ".join(f"installed from {long_date(one.start)} to {_end(one.end)} ({one.source})" for one in held)


def _end(day: date | None) -> str:
    return long_date(day) if day else "now"


def official_texts(texts: InstalledTexts) -> list[Row]:
    """The official texts that a landlord installed."""
    return [
        {
            "ground": one.code,
            "schedule": one.schedule,
            "regime": one.regime,
            "from": long_date(one.start),
            "to": _end(one.end),
            "text": one.text,
            "source": one.source,
            "confidence": mark(one.confidence),
        }
        for one in texts.texts
    ]


def court_papers() -> list[Row]:
    """How court papers are served, which no notice borrows."""
    return [
        {"paper": row.code, "title": row.title, "served": counted(row.day), "confidence": mark(row.confidence)}
        for row in COURT_PAPERS
    ]


def rent_lines() -> list[Row]:
    """The kinds of line on an account, and which of them are rent lawfully due."""
    return [
        {
            "kind": row.code,
            "title": row.title,
            "counts as rent": row.counts,
            "why": row.why,
            "authority": row.authority,
            "confidence": mark(row.confidence),
        }
        for row in RENT_LINES.values()
    ]


def situations() -> list[Row]:
    """The situations that change which notice is right."""
    return [
        {
            "situation": row.code,
            "title": row.title,
            "known by": row.known_by,
            "what to do": row.do,
            "authority": row.authority,
            "confidence": mark(row.confidence),
        }
        for row in SITUATIONS.values()
    ]
