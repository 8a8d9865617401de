"""A PDF is held against its list of fields before it is used; what is missing, new or unusable is said."""

import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from documents.files import FileStore
from documents.forms import FormRefused, Installed, check_form, mapping_of
from documents.forms.installed import fillable
from documents.papers.own import Own
from documents.papers.problems import PaperRefused
from documents.papers.registry import PAPERS
from documents.papers.render import render
from tests.documents.forms.making import FORMS, form, mapping, official, saved
from tests.documents.papers.every import case

TODAY = date(2026, 11, 22)


def test_every_list_of_fields_is_for_a_court_form_of_the_same_name() -> None:
    assert fillable() == {name: kind for kind, name in FORMS.items()}
    assert all(mapping_of(kind).form == PAPERS[kind].form for kind in FORMS)


def test_the_check_names_what_is_missing_new_and_likely_meant() -> None:
    listed = mapping({"the claimant’s address": '"x"', "Court": '"x"'}, {"Yes": '"True"'}, 'left = ["Seal"]')
    report = check_form(form(["the claimant's address", "Reference"], ["Court"]), listed)
    assert report.missing == ("the claimant’s address", "Yes")
    assert report.idle == ("Seal",)
    assert report.new == ("the claimant's address", "Reference")
    assert report.likely == (("the claimant’s address", "the claimant's address"),)
    assert report.other_kind == ("Court",)
    assert not report.fits


def test_a_form_that_fits_is_installed_with_its_new_boxes_told(tmp_path: Path) -> None:
    pdf = official("n5")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.Root.AcroForm.Fields[0].T = "In the court of"
        report = check_form(saved(opened), mapping_of("n5"))
    assert report.missing == ("In the court",)
    forms = Installed(FileStore(tmp_path))
    assert forms.install(pdf, "n5", name="N5.pdf", on=TODAY).fits
    (kept,) = forms.forms()
    assert (kept.kind, kept.name, kept.installed_on) == ("n5", "N5.pdf", TODAY)
    assert forms.pdf(kept) == pdf


def test_a_form_that_lacks_a_box_is_refused_by_the_boxs_name(tmp_path: Path) -> None:
    with pytest.raises(FormRefused) as refused:
        Installed(FileStore(tmp_path)).install(form(["Other"]), "EX96", name="x", on=TODAY)
    assert "The PDF has no box 'Risks'." in refused.value.reasons
    assert Installed(FileStore(tmp_path)).forms() == ()


def test_a_landlord_may_bring_a_list_of_fields_for_another_edition(tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    told = 'form = "EX96"\nconfidence = "B"\n[text]\n"Field 1" = "{{ tenants|names }}"\n'
    Installed(files).install(form(["Field 1"]), "EX96", name="x", on=TODAY, mapping_text=told)
    assert render("ex96", case("ex96"), own=Own(files)).made_from


def test_removing_a_form_goes_back_to_our_own_paper(tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    Installed(files).install(official("n5"), "N5", name="x", on=TODAY)
    Installed(files).remove("N5")
    assert render("n5", case("n5"), own=Own(files)).docx
    with pytest.raises(FormRefused, match="No PDF"):
        Installed(files).remove("N5")


def test_an_installed_file_that_has_gone_stops_the_paper(tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    Installed(files).install(official("n5"), "N5", name="x", on=TODAY)
    kept = Installed(files).form("n5")
    assert kept is not None
    files.path(kept.sha256).unlink()
    with pytest.raises(PaperRefused, match="Install it again"):
        render("n5", case("n5"), own=Own(files))


def encrypted(user: str) -> bytes:
    with pikepdf.open(io.BytesIO(form(["A"]))) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="owner", user=user))


def xfa_only() -> bytes:
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=pdf.make_stream(b"<xdp/>"))
    return saved(pdf)


def blank() -> bytes:
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    return saved(pdf)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 not a pdf", "not a PDF"),
        (encrypted("secret"), "encrypted"),
        (encrypted(""), "encrypted"),
        (form(["A"])[:400], "broken"),
        (form(["A"])[:-300], "broken"),
        (xfa_only(), "XFA form"),
        (blank(), "no boxes"),
    ],
)
def test_a_pdf_that_cannot_be_used_is_refused_clearly(data: bytes, said: str) -> None:
    with pytest.raises(FormRefused, match=said):
        check_form(data, mapping_of("n5"))


def test_a_form_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormRefused, match="'N999' is not a form"):
        Installed(FileStore(tmp_path)).install(form(["A"]), "N999", name="x", on=TODAY)
