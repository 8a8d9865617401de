"""What is asked of a bundle before any of its documents is opened."""

import unicodedata

from cases.refusals import Refusal
from documents.bundle.spec import BundleSpec
from documents.papers.clean import undrawable

_LONGEST_TITLE = 200


def pounds(pence: int) -> str:
    """A sum as people write it: 123456 is £1,234.56."""
    sign = "-" if pence < 0 else ""
    return f"{sign}£{abs(pence) // 100:,}.{abs(pence) % 100:02d}"


def refuse_bad_spec(spec: BundleSpec) -> list[Refusal]:
    """Every reason for which this spec cannot become a bundle, before any document is opened."""
    return [*_figures(spec), *_shape(spec), *_words(spec), *_titles(spec), *_chronology(spec)]


def _figures(spec: BundleSpec) -> list[Refusal]:
    return [
        Refusal(
            code="bundle.figures_differ",
            says=f"{f.paper} gives the arrears as {pounds(f.pence)}; the case's figure is {pounds(spec.arrears_pence)} "
            f"({pounds(abs(f.pence - spec.arrears_pence))} {'more' if f.pence > spec.arrears_pence else 'less'}).",
            mend=f"Make {f.paper} again from the rent account as it stands, or explain the difference in a statement.",
            authority="Our own rule: one arrears figure in every paper before the court",
            confidence="A",
        )
        for f in spec.figures
        if f.pence != spec.arrears_pence
    ]


def _shape(spec: BundleSpec) -> list[Refusal]:
    found = []
    if not spec.documents:
        found.append(_refusal("bundle.empty", "The bundle has no documents.", "Add at least one document."))
    for section in spec.sections:
        if not section.documents:
            says = f"Section {section.letter} ({section.title}) has no documents."
            found.append(_refusal("bundle.empty_section", says, "Add a document or leave the section out."))
    letters = [s.letter for s in spec.sections]
    for letter in sorted({x for x in letters if letters.count(x) > 1}):
        says = f"Two sections have the letter {letter}."
        found.append(_refusal("bundle.letter_twice", says, "Give each section its own letter."))
    if not spec.defendants:
        found.append(_refusal("bundle.no_defendant", "No defendant is named.", "Name every defendant of the claim."))
    return found


def _words(spec: BundleSpec) -> list[Refusal]:
    before_court = {"court_name": spec.court_name, "claim_number": spec.claim_number}
    words = {
        **(before_court if spec.kind in ("hearing", "application", "warrant") else {}),
        "claimant": spec.claimant,
        "title": spec.title,
        **({"hearing": spec.hearing} if spec.kind == "hearing" else {}),
        **{f"defendants.{i}": name for i, name in enumerate(spec.defendants)},
        **{f"sections.{s.letter}.title": s.title for s in spec.sections},
        **{f"chronology.{i}.text": line.text for i, line in enumerate(spec.chronology)},
    }
    found = []
    for where, text in words.items():
        longest = 2_000 if where.startswith("chronology") else _LONGEST_TITLE
        if trouble := _unprintable(text, longest):
            found.append(_refusal("bundle.words", f"{_called(where)} {trouble}.", "Mend the words.", where))
    return found


def _called(where: str) -> str:
    """A field of the spec in an officer's words."""
    kind, _, rest = where.partition(".")
    place = rest.partition(".")[0]
    if kind == "defendants":
        return f"The name of defendant {int(place) + 1}"
    if kind == "sections":
        return f"The title of section {place}"
    if kind == "chronology":
        return f"Line {int(place) + 1} of the chronology"
    return f"The bundle's {kind.replace('_', ' ').removesuffix(' name')}"


def _titles(spec: BundleSpec) -> list[Refusal]:
    found = []
    titles = [d.title for d in spec.documents]
    for title in titles:
        if trouble := _unprintable(title, _LONGEST_TITLE):
            says = f"The document title {_shown(title)} {trouble}."
            found.append(_refusal("bundle.title", says, "Give the document a short printable title."))
    for title in sorted({t for t in titles if titles.count(t) > 1}):
        says = f"Two documents have the title {_shown(title)}."
        mend = "Give each its own title, for example with its date: an index with the same line twice cannot be cited."
        found.append(_refusal("bundle.title_twice", says, mend))
    return found


def _chronology(spec: BundleSpec) -> list[Refusal]:
    known = {d.title for d in spec.documents}
    return [
        _refusal(
            "bundle.chronology_reference",
            f"The chronology cites {_shown(line.document_title)}, which is not in the bundle.",
            "Add the document, or take the reference out of the chronology.",
        )
        for line in spec.chronology
        if line.document_title is not None and line.document_title not in known
    ]


def _refusal(code: str, says: str, mend: str, where: str = "") -> Refusal:
    return Refusal(code=code, says=says, mend=mend, field=where)


def _unprintable(text: str, longest: int) -> str:
    if not text.strip():
        return "is empty"
    if len(text) > longest:
        return f"is longer than {longest} characters"
    if any(unicodedata.category(c) in ("Cc", "Cs", "Cn", "Co") or c in _OVERRIDES for c in text):
        return "holds characters that cannot be printed"
    if not text.isascii() and (missing := undrawable(text)):
        return f"holds characters that no font here draws: {', '.join(missing[:8])}"
    return ""


def _shown(title: str) -> str:
    return "“" + "".join(c if c.isprintable() else "�" for c in title[:80]) + "”"


# Bidirectional overrides can make a printed name read as another one.
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
