"""The risks on which a landlord answers before a bailiff's visit (the digital service's categories; confidence A)."""

from typing import Any

from documents.papers.proceedings import BailiffData

RISKS: tuple[tuple[str, str], ...] = (
    ("violence", "Violent or aggressive behaviour"),
    ("weapons", "Firearms or other weapons"),
    ("crime", "Criminal or anti-social behaviour, drugs"),
    ("threats", "Threats, spoken or written"),
    ("protest", "A group that may protest or resist an eviction"),
    ("services", "Visits by the police or social services"),
    ("animals", "Dogs or other dangerous animals"),
)


def rows(sheet: BailiffData | None) -> tuple[dict[str, Any], ...]:
    """Each category with its answer; one that nobody has answered has `known` empty. Unknown categories follow."""
    given = {answer.category: answer for answer in sheet.answers} if sheet else {}
    listed = dict(RISKS)
    names = [*listed, *(name for name in given if name not in listed)]
    return tuple(
        {
            "label": listed.get(name, name),
            "known": given[name].known if name in given else "",
            "details": given[name].details if name in given else "",
        }
        for name in names
    )
