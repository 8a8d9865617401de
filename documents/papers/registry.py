"""The list of papers, read once from the `.toml` beside each template."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

TEMPLATES = Path(__file__).parents[2] / "court_templates"


@dataclass(frozen=True)
class PaperField:
    """One answer of a paper: the fact printed (dotted name), its box, type, and limit in characters (0: none)."""

    name: str
    box: str
    type: str
    limit: int = 0


@dataclass(frozen=True)
class Paper:
    """A paper that can be made: what it is, what it stands on, what it needs. `needs` are keys of `checks.NEEDS`.

    `before_claim`: it never bears a claim number. `cautions` are told to the officer each time it is made.
    """

    kind: str
    title: str
    form: str
    version: str
    template: Path
    in_force_from: date
    in_force_to: date | None
    authority: str
    confidence: str
    needs: tuple[str, ...]
    fields: tuple[PaperField, ...]
    court_form: bool
    before_claim: bool = False
    cautions: tuple[str, ...] = ()


def _read(path: Path) -> Paper:
    facts = tomllib.loads(path.read_text(encoding="utf-8"))
    return Paper(
        kind=path.stem,
        title=facts["title"],
        form=facts["form"],
        version=facts["version"],
        template=path.with_suffix(".docx"),
        in_force_from=facts["in_force"]["from"],
        in_force_to=facts["in_force"].get("to"),
        authority=facts["authority"],
        confidence=facts["confidence"],
        needs=tuple(facts["needs"]),
        fields=tuple(PaperField(**field) for field in facts["field"]),
        court_form=facts["court_form"],
        before_claim=facts.get("before_claim", False),
        cautions=tuple(facts.get("cautions", ())),
    )


def _all() -> Mapping[str, Paper]:
    # A second dot marks a file about the court's own form, which is not a paper of ours.
    papers = (_read(path) for path in sorted(TEMPLATES.glob("*/*.toml")) if "." not in path.stem)
    return MappingProxyType({paper.kind: paper for paper in papers})


PAPERS: Mapping[str, Paper] = _all()
