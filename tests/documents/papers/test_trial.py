"""A template is tried before papers are made from it: what is unknown, unused, missing, lost or unsound is said."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from documents.files import FileStore
from documents.papers.compare import compare
from documents.papers.own import Own
from documents.papers.package import repack
from documents.papers.problems import PaperRefused
from documents.papers.registry import PAPERS
from documents.papers.render import render
from documents.papers.sample import sample
from documents.papers.trial import Trial, try_template
from tests.documents.papers.every import case
from tests.documents.papers.reading import text
from tests.documents.papers.test_scripts import Office

KIND = "arrears_letter_1"
OURS = PAPERS[KIND].template.read_bytes()


def changed(old: str, new: str, docx: bytes = OURS) -> bytes:
    """The template with one part of its body's XML replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                body = data.decode()
                assert old in body
                data = body.replace(old, new, 1).encode()
            made.writestr(name, data)
    return repack(out.getvalue())


def with_words(words: str, docx: bytes = OURS) -> bytes:
    return changed("<w:body>", f"<w:body><w:p><w:r>{words}</w:r></w:p>", docx)


def tried(docx: bytes) -> Trial:
    return try_template(KIND, docx)


@pytest.mark.long
@pytest.mark.parametrize("kind", PAPERS)
def test_each_of_our_templates_passes_its_own_trial(kind: str) -> None:
    trial = try_template(kind, PAPERS[kind].template.read_bytes())
    assert trial.reasons == ()
    assert trial.unused == ()


def test_a_template_of_ours_passes_its_own_trial() -> None:
    trial = tried(OURS)
    assert (trial.reasons, trial.unused) == ((), ())


def test_the_sample_says_of_itself_that_it_is_one() -> None:
    assert sample().sample
    assert all("Sample" in tenant.full_name for tenant in sample().tenants)


def test_a_field_that_no_paper_has_is_named() -> None:
    trial = tried(with_words("<w:t>{{ tenants[0].nickname }} {{ rent_owed }}</w:t>"))
    assert trial.unknown == ("rent_owed", "tenants.nickname")
    assert not trial.passes


def test_a_value_that_ours_states_and_theirs_drops_is_named() -> None:
    body = zipfile.ZipFile(io.BytesIO(OURS)).read("word/document.xml").decode()
    without = re.sub(r"\{\{ ?arrears_pence ?\|[^}]*\}\}", "a sum", body)
    trial = tried(changed(body, without))
    assert "arrears_pence" in trial.missing
    assert "It does not print 'arrears_pence', which this paper must state." in trial.reasons


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("<w:rPr><w:strike/></w:rPr><w:t>out</w:t>", "struck through"),
        ("<w:rPr><w:caps/></w:rPr><w:t>loud</w:t>", "capitals"),
        ("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>", "hidden text"),
        ("<w:drawing/>", "pictures"),
    ],
)
def test_what_the_converter_would_lose_is_refused_by_name(words: str, said: str) -> None:
    trial = tried(with_words(words))
    assert any(said in reason and "converter would lose" in reason for reason in trial.reasons)


def test_a_switch_that_is_off_is_no_loss() -> None:
    assert tried(with_words('<w:rPr><w:strike w:val="0"/></w:rPr><w:t>kept</w:t>')).dropped == ()


def test_a_macro_and_a_part_drawn_in_from_outside_are_refused() -> None:
    out = io.BytesIO(OURS)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
        package.writestr(
            "word/_rels/footer9.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://x/image" '
            'Target="http://elsewhere.example/x.png" TargetMode="External"/>'
            "</Relationships>",
        )
    assert set(tried(out.getvalue()).dropped) == {"macros", "links to other files"}


@pytest.mark.parametrize("docx", [b"", b"%PDF-1.7", b"PK\x03\x04 nothing", OURS[: len(OURS) // 2]])
def test_what_is_no_word_file_is_refused_and_harms_nothing(docx: bytes) -> None:
    assert any("Word file" in reason for reason in tried(docx).reasons)


@pytest.mark.parametrize("words", ["{{ tenants", "{% for x in tenants %}", "{{ tenants|unheard_of }}"])
def test_fields_that_cannot_be_read_are_told(words: str) -> None:
    trial = tried(with_words(f"<w:t>{words}</w:t>"))
    assert any("fields cannot be" in reason for reason in trial.reasons)


def test_a_template_cannot_reach_behind_the_facts() -> None:
    trial = tried(with_words("<w:t>{{ tenants.__class__.__mro__ }}</w:t>"))
    assert not trial.passes


def test_a_court_paper_without_its_statement_of_truth_is_refused() -> None:
    docx = PAPERS["n5"].template.read_bytes()
    trial = try_template("n5", changed("contempt of court", "some trouble", docx))
    assert any("statement of truth" in reason for reason in trial.reasons)


def test_the_landlords_template_takes_the_place_of_ours_for_that_landlord_only(tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    theirs = with_words("<w:t>From your housing team</w:t>")
    assert tried(theirs).passes
    Own(files, "sample-borough").keep_template(KIND, theirs, name="letter.docx", on=date(2026, 11, 22))
    paper = render(KIND, case(KIND), own=Own(files, "sample-borough"))
    assert "From your housing team" in text(paper.pdf)
    assert "landlord's own template, installed on 22 November 2026" in paper.made_from
    assert paper.made_from in paper.cautions
    assert "From your housing team" not in text(render(KIND, case(KIND), own=Own(files, "another")).pdf)
    assert Own(files, "sample-borough").remove_template(KIND)
    assert render(KIND, case(KIND), own=Own(files, "sample-borough")).made_from == ""


STRUCK = with_words("<w:rPr><w:strike/></w:rPr><w:t>out</w:t>")


def test_what_libreoffice_draws_is_barred_only_where_the_builtin_converter_makes_the_papers() -> None:
    assert tried(STRUCK).dropped == ("text struck through, which would come out as if it stood",)
    assert try_template(KIND, STRUCK, converter=Office()).passes


def test_a_template_that_the_builtin_converter_would_spoil_goes_through_libreoffice_or_makes_no_paper(
    tmp_path: Path,
) -> None:
    own = Own(FileStore(tmp_path), "sample")
    own.keep_template(KIND, STRUCK, name="x.docx", on=date(2026, 11, 22))
    with pytest.raises(PaperRefused, match=r"has text struck through.* which the built-in converter would lose"):
        render(KIND, case(KIND), own=own)
    paper = render(KIND, case(KIND), own=own, office=Office())
    assert "Made by LibreOffice: the built-in converter would spoil text struck through" in paper.made_from
    assert render(KIND, case(KIND), own=own, converter=Office()).made_from.endswith(").")


def test_a_template_that_has_gone_stops_the_paper(tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    kept = Own(files, "sample").keep_template(KIND, OURS, name="x.docx", on=date(2026, 11, 22))
    files.path(kept.sha256).unlink()
    with pytest.raises(PaperRefused, match="Install it again"):
        render(KIND, case(KIND), own=Own(files, "sample"))


def test_a_short_name_cannot_leave_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="short name"):
        Own(FileStore(tmp_path), "../elsewhere")


def test_changes_are_shown_in_words_and_in_pictures(tmp_path: Path) -> None:
    before = try_template(KIND, OURS).rendered
    after = tried(with_words("<w:t>From your housing team</w:t>")).rendered
    assert before is not None
    assert after is not None
    found = compare(before.pdf, after.pdf)
    assert any(line.startswith("+") and "From your housing team" in line for line in found.lines)
    assert found.changed_pages[0] == 1
    first = found.save(tmp_path / "changes")[0]
    with Image.open(first) as picture:
        assert picture.width > picture.height
    assert compare(before.pdf, before.pdf).same
