"""The committed templates: each is what its script makes, and holds only what the converter can draw."""

import importlib
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from documents.papers.checks import NEEDS
from documents.papers.data import PaperData
from documents.papers.registry import PAPERS

FORBIDDEN = ("w:strike", "w:dstrike", "w:caps", "w:smallCaps", "w:sdt", "w:vanish", "w:drawing", "w:pict", "w:object")

COURT_FORMS = {
    "EX96",
    "N1",
    "N5",
    "N5B",
    "N119",
    "N121",
    "N215",
    "N225",
    "N244",
    "N260",
    "N279",
    "N293A",
    "N316",
    "N323",
    "N325",
    "N325A",
    "N337",
    "N349",
    "N379",
}


@pytest.mark.parametrize("kind", PAPERS)
def test_the_committed_template_is_what_its_script_makes(kind: str, tmp_path: Path) -> None:
    script = importlib.import_module(f"court_templates.{kind}.build")
    built = tmp_path / "built.docx"
    script.build().save(built)
    assert built.read_bytes() == PAPERS[kind].template.read_bytes()


@pytest.mark.parametrize("kind", PAPERS)
def test_a_template_uses_nothing_that_the_converter_drops(kind: str) -> None:
    with zipfile.ZipFile(PAPERS[kind].template) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.startswith("word/")}
    body = parts["word/document.xml"]
    drawn = "".join(xml for name, xml in parts.items() if re.match(r"word/(document|header|footer)", name))
    assert not [tag for tag in FORBIDDEN if re.search(rf"<{tag}[ />]", drawn)]
    fonts = set(re.findall(r'w:ascii="([^"]+)"', body))
    assert fonts <= {"DejaVu Sans"}
    assert 'w:val="15"' in parts["word/settings.xml"]


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_declares_known_needs_fields_authority_and_dates(kind: str) -> None:
    paper = PAPERS[kind]
    assert set(paper.needs) <= set(NEEDS)
    assert paper.fields
    assert paper.authority
    assert paper.confidence in {"A", "B", "C"}
    assert paper.in_force_from < date(2026, 11, 22)
    assert paper.court_form == (paper.form in COURT_FORMS)
    for field in paper.fields:
        assert _exists(field.name), field.name


def _exists(dotted: str) -> bool:
    """Whether the facts have this field, whatever optional or list wraps it."""
    kinds: list[object] = [PaperData]
    for part in dotted.split("."):
        found = [
            k.model_fields[part].annotation for k in kinds if hasattr(k, "model_fields") and part in k.model_fields
        ]
        if not found:
            return False
        kinds = []
        while found:
            one = found.pop()
            kinds.append(one)
            found.extend(getattr(one, "__args__", ()))
    return True


@pytest.mark.parametrize("kind", ["n119", "n325a"])
def test_word_would_open_the_paper_without_repair(kind: str) -> None:
    audit = pytest.importorskip("openxml_audit")
    result = audit.OpenXmlValidator().validate(str(PAPERS[kind].template))
    assert [str(error) for error in result.errors] == []
