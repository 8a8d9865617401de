"""The dated tables as one Markdown document for people to review."""

from law.ground_texts import NONE_INSTALLED, InstalledTexts
from law.table import tables

_TITLES = {
    "rules": "Rules of counting",
    "tenancies": "Occupancy types",
    "notices": "Notices",
    "grounds": "Grounds",
    "by_ground": "Occupancy types, notices and grounds together (`--json` has every cell)",
    "court_papers": "How court papers are served, and no notice",
    "rent_lines": "What on an account is rent lawfully due",
    "situations": "Situations that change the notice",
    "official_texts": "Official texts installed",
    "fees": "Court fees",
    "forms": "Forms and notices",
    "service": "Ways to serve a notice",
    "protocol": "The Pre-Action Protocol, step by step",
    "breathing_space": "What breathing space stops",
    "fairness": "Fairness checks",
    "insolvency": "Insolvency",
    "routes": "Ways to issue a claim",
    "bank_holidays": "Bank holidays, England and Wales",
    "versions": "Versions of the tables",
}
_OPENING = """# The law it holds, table by table

Made by `duecourse law table` from the tables that the product counts with; a test proves it is current.
How to read, question and change them is in [law-guide.md](law-guide.md).

| Mark | Means |
|---|---|
| A | read in an official source |
| B | a secondary source, or a rule seen in part |
| C | to be confirmed: a person should check it before real cases rest on it |
"""


# Cells that a table repeats from another one: on paper they are read there.
_SHOWN = {
    "by_ground": ("occupancy", "stage", "notice", "ground", "applies", "minimum", "court may dispense", "confidence"),
}


def document(texts: InstalledTexts = NONE_INSTALLED) -> str:
    """Every table of `law.table` as Markdown, in its order."""
    parts = [_OPENING]
    for name, rows in tables(texts).items():
        title = _TITLES.get(name) or name.replace("_", " ").capitalize()
        head = list(_SHOWN.get(name) or rows[0])
        lines = [f"## {title}", "", _line(head), "|" + "---|" * len(head)]
        lines += [_line([row[cell] for cell in head]) for row in rows]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts).rstrip()


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"
