"""The form of a paper that says more than its case holds. Its subject is `item/paper`, such as `A1/n244`."""

from api.pages.forms.fields import Field, Option, Seen, Widget
from api.pages.forms.options import labels, tenants
from cases.bundles import SECTIONS
from cases.instants import legal_day
from cases.on_file import on_file
from cases.paper_details import ASKS, Detail
from cases.words import PaperKind
from law.explained import long_date

_CONSENT = [
    ("given", "Yes"),
    ("refused", "No"),
    ("not_asked", "They were not asked"),
    ("not_needed", "It is not needed"),
]
_WIDGETS: dict[str, Widget] = {
    "reasons": "words",
    "needs": "words",
    "risk": "words",
    "to": "words",
    "lines": "words",
    "place": "text",
    "person": "select",
    "consent": "radios",
    "consent_on": "date",
    "asked_on": "date",
    "agreement_on": "date",
    "reply_by": "date",
    "meeting_at": "instant",
    "deposit_pence": "money",
    "urgent": "yes_no",
    "hide": "words",
    "late_to": "select",
    "hide_at": "words",
    "leave_out": "checkboxes",
    "put_in": "checkboxes",
    "largest_mb": "text",
}


def _none(seen: Seen) -> list[Option]:
    return []


def _consent(seen: Seen) -> list[Option]:
    return _CONSENT


def _bundles(seen: Seen) -> list[Option]:
    return [(p.id, f"{p.id}, {PaperKind(p.kind).label}") for p in seen.state.papers if p.kind.endswith("bundle")]


def _sections(seen: Seen) -> list[Option]:
    paper = paper_asked(seen.subject).get("paper", "")
    kind = PaperKind(paper) if paper in PaperKind._value2member_map_ else PaperKind.BUNDLE
    made = [p.bundle for p in seen.state.papers if p.kind == kind.value and p.bundle is not None]
    listed = [entry.title for entry in made[-1].entries if entry.section] if made else []
    return [*((title, title) for title in (*SECTIONS.get(kind, ()), *dict.fromkeys(listed))), *_documents(seen)]


def _papers(seen: Seen) -> list[Option]:
    made = [
        (p.id, f"{p.id}: {PaperKind(p.kind).label}, made {long_date(legal_day(p.requested_at))}")
        for p in seen.state.papers
        if p.file is not None and p.stale is None and PaperKind(p.kind) not in SECTIONS
    ]
    return [*made, *_documents(seen)]


def _documents(seen: Seen) -> list[Option]:
    return [(d.id, f"{d.id}: {d.kind.label.lower()} of {long_date(d.on)}") for d in on_file(seen.state)]


_OPTIONS = {
    "person": tenants,
    "consent": _consent,
    "late_to": _bundles,
    "leave_out": _sections,
    "put_in": _papers,
}


def paper_asked(subject: str) -> dict[str, str]:
    """The command's fields that the form's subject holds."""
    item, _, paper = subject.partition("/")
    return {"subject": item, "paper": paper} if paper else {}


def paper_fields(subject: str) -> tuple[Field, ...]:
    """What the paper asks for; of a plain subject, which paper."""
    paper = paper_asked(subject).get("paper", "")
    if not paper:
        return (Field("paper", "Paper", "select", options=labels(list(PaperKind))),)
    known = PaperKind(paper) if paper in PaperKind._value2member_map_ else None
    return tuple(_field(detail) for detail in ASKS.get(known, ()) if detail.name in _WIDGETS) if known else ()


def paper_told(seen: Seen) -> str:
    """Which paper it is."""
    paper = paper_asked(seen.subject).get("paper", "")
    return PaperKind(paper).label if paper in PaperKind._value2member_map_ else ""


def _field(detail: Detail) -> Field:
    return Field(
        detail.name,
        detail.asks,
        _WIDGETS[detail.name],
        hint=detail.hint,
        options=_OPTIONS.get(detail.name, _none),
        optional=not detail.needed,
    )
