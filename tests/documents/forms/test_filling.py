"""Official PDFs are filled by field name, flat and whole; what does not fit goes on sheets; nothing vanishes."""

import io
import subprocess
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from documents.files import FileStore
from documents.forms import FormRefused, Installed, fill_form, mapping_of, parse_mapping
from documents.forms.words import address, first_names, last_name
from documents.papers.own import Own
from documents.papers.problems import PaperRefused
from documents.papers.render import Rendered, render
from tests.documents.forms.making import FORMS, form, mapping, official, saved, text
from tests.documents.papers.every import case
from tests.documents.papers.reading import page_texts

TODAY = date(2026, 11, 22)
FACTS = {"made_on": TODAY, "landlord": case("n5").landlord, "claim_number": "T1"}


def made(kind: str, folder: Path, which: str = "full", pdf: bytes | None = None) -> Rendered:
    files = FileStore(folder / "files")
    Installed(files).install(pdf or official(kind), FORMS[kind], name="form.pdf", on=TODAY)
    return render(kind, case(kind, which), own=Own(files))


@pytest.mark.parametrize("which", [pytest.param("full", marks=pytest.mark.long), "extreme"])
@pytest.mark.parametrize("kind", FORMS)
def test_every_court_form_is_filled_flat_and_inert(kind: str, which: str, tmp_path: Path) -> None:
    paper = made(kind, tmp_path, which)
    with pikepdf.open(io.BytesIO(paper.pdf)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert all("/Widget" not in str(note.get("/Subtype")) for page in pdf.pages for note in page.get("/Annots", []))
        assert str(pdf.Root.Lang) == "en-GB"
    landlord = case(kind, which).landlord
    assert landlord.name.replace(" ", "") in text(paper.pdf)
    for tenant in case(kind, which).tenants:
        assert tenant.full_name.replace(" ", "").replace("-", "") in text(paper.pdf).replace("-", "")


@pytest.mark.parametrize(
    "kind", [kind if kind == "n5" else pytest.param(kind, marks=pytest.mark.long) for kind in FORMS]
)
def test_a_paper_says_which_form_it_was_made_on(kind: str, tmp_path: Path) -> None:
    paper = made(kind, tmp_path)
    assert f"PDF of form {FORMS[kind]} installed on 22 November 2026" in paper.made_from
    assert paper.made_from in paper.cautions
    assert render(kind, case(kind)).made_from == ""
    with pikepdf.open(io.BytesIO(paper.pdf)) as pdf:
        assert str(pdf.docinfo["/Subject"]) == paper.made_from


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    assert made("n119", tmp_path).pdf == made("n119", tmp_path).pdf


def test_the_gates_of_a_paper_hold_for_the_official_form_too(tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    Installed(files).install(official("n5"), "N5", name="n5.pdf", on=TODAY)
    penny_off = case("n5").model_copy(update={"arrears_pence": 1})
    with pytest.raises(PaperRefused, match="rent account ends"):
        render("n5", penny_off, own=Own(files))


def test_a_typographic_apostrophe_is_matched_letter_for_letter() -> None:
    curly = mapping({"To the best of the claimant’s knowledge": '"known"'})
    assert "known" in text(fill_form(form(["To the best of the claimant’s knowledge"]), curly, FACTS, title="t").pdf)
    straight = form(["To the best of the claimant's knowledge"])
    with pytest.raises(FormRefused, match="has no text box 'To the best of the claimant’s knowledge'"):
        fill_form(straight, curly, FACTS, title="t")


def test_the_lists_of_n5_and_n119_hold_the_forms_own_apostrophes() -> None:
    n119 = mapping_of("n119").names
    assert (
        "To the best of the claimant\u2019s knowledge the following persons are in possession of the property:" in n119
    )
    assert "Name of claimant\u2019s legal representative\u2019s firm" in n119
    assert len(n119) == 54
    assert "claimant's details" in mapping_of("n5").names


def test_what_does_not_fit_its_box_goes_whole_on_a_continuation_sheet() -> None:
    long = " ".join(f"word{n}" for n in range(400))
    listed = mapping({"Box": f'{{ value = "{long}", title = "4(a) Reasons" }}'})
    pages = page_texts(fill_form(form(["Box"]), listed, FACTS, title="t").pdf)
    assert "See continuation sheet 1." in pages[0]
    assert "word7" not in pages[0]
    assert "Continuation sheet 1 to form T1" in pages[1]
    assert "4(a) Reasons" in pages[1]
    assert all(f"word{n} " in " ".join(pages[1:]) + " " for n in range(400))


def test_a_box_with_a_limit_sends_longer_words_to_a_sheet_or_refuses_them() -> None:
    pdf = form(["Box"], limits={"Box": 20})
    over = mapping({"Box": '"twenty-one characters"'})
    assert "twenty-one characters" in page_texts(fill_form(pdf, over, FACTS, title="t").pdf)[1]
    with pytest.raises(FormRefused, match="does not fit"):
        fill_form(pdf, mapping({"Box": '{ value = "twenty-one characters", overflow = false }'}), FACTS, title="t")


def test_a_date_goes_in_figures_only_where_its_box_has_eight_places(tmp_path: Path) -> None:
    dates = ("Text Field 93", "Text Field 94")
    wide = text(made("certificate_of_service", tmp_path / "wide").pdf)
    pdf = official("certificate_of_service", limits=dict.fromkeys(dates, 8))
    narrow = text(made("certificate_of_service", tmp_path / "narrow", pdf=pdf).pdf)
    served = case("certificate_of_service").notice
    assert served is not None
    sent_on = served.served[0].sent_on
    assert f"{sent_on:%d/%m/%Y}" in wide
    assert f"{sent_on:%d%m%Y}" in narrow


def test_a_comb_box_has_a_letter_to_a_cell() -> None:
    pdf = form(["Post"], limits={"Post": 7}, comb=["Post"], high=16)
    filled = fill_form(pdf, mapping({"Post": '"SX20XX"'}), FACTS, title="t").pdf
    assert "SX20XX" in text(filled)


@pytest.mark.parametrize("with_states", [True, False])
def test_a_tick_is_seen_whether_or_not_the_form_brings_its_own_drawing(with_states: bool) -> None:
    pdf = form([], ["yes", "no"], with_states=with_states)
    filled = fill_form(pdf, mapping(tick={"yes": '"True"', "no": '"False"'}), FACTS, title="t").pdf
    assert text(filled).count("X") == 1


def test_names_from_everywhere_can_be_read_back() -> None:
    name = "Chidi Ọláwálé Nguyễn-Þórsson, Łukasz Žák"
    assert name in " ".join(page_texts(fill_form(form(["Box"]), mapping({"Box": f'"{name}"'}), FACTS, title="t").pdf))


def test_a_script_that_joins_its_letters_is_set_on_a_sheet_and_not_in_the_box() -> None:
    filled = fill_form(form(["Box"]), mapping({"Box": '"سامر"'}), FACTS, title="t")
    assert filled.sheets == ("Box",)


def test_hostile_values_come_out_as_text() -> None:
    value = "Smith & <Ltd> {{ 7*7 }} {% for %} ) Tj =cmd()"
    filled = fill_form(form(["Box"]), mapping({"Box": '"{{ landlord }}"'}), {**FACTS, "landlord": value}, title="t")
    assert value.replace(" ", "") in text(filled.pdf)


def test_a_mapping_reaches_values_and_nothing_behind_them() -> None:
    import jinja2

    reaching = mapping({"Box": '"{{ landlord.__class__.__mro__ }}"'})
    with pytest.raises((jinja2.exceptions.SecurityError, FormRefused)):
        fill_form(form(["Box"]), reaching, FACTS, title="t")


def test_scripts_and_xfa_do_not_survive_filling() -> None:
    with pikepdf.open(io.BytesIO(form(["Box"]))) as pdf:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.Root.OpenAction = script
        pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")
        pdf.Root.AcroForm.Fields[0].AA = pikepdf.Dictionary(K=script)
        live = saved(pdf)
    filled = fill_form(live, mapping({"Box": '"x"'}), FACTS, title="t").pdf
    with pikepdf.open(io.BytesIO(filled)) as pdf:
        raw = b"".join(thing.unparse(resolved=True) for thing in pdf.objects if not isinstance(thing, pikepdf.Stream))
    assert b"JavaScript" not in raw
    assert b"XFA" not in raw


@pytest.mark.parametrize(("value", "said"), [("[text]\n'A' = 3", "lacks or misspells"), ("form = ", "not TOML")])
def test_a_list_of_fields_that_cannot_be_read_is_refused(value: str, said: str) -> None:
    with pytest.raises(FormRefused, match=said):
        parse_mapping('form = "T"\n' + value if "text" in value else value)


def test_a_filled_form_is_read_by_another_program(tmp_path: Path) -> None:
    path = tmp_path / "n5.pdf"
    path.write_bytes(made("n5", tmp_path).pdf)
    read = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "Sample Borough Council" in read
    assert "415.00" in read


def test_addresses_and_names_are_put_in_a_forms_boxes() -> None:
    home = address(("12 Kestrel House", "41 Whitley Rise", "Sampleton", "SX2 0XX"))
    assert (home.street, home.second, home.town, home.county, home.postcode) == (
        "12 Kestrel House", "41 Whitley Rise", "Sampleton", "", "SX2 0XX",
    )  # fmt: skip
    assert address(("Only House",)).town == ""
    assert address(()).street == ""
    assert (first_names("Mrs Amara J. Okonkwo-Lyle"), last_name("Mrs Amara J. Okonkwo-Lyle")) == (
        "Amara J.",
        "Okonkwo-Lyle",
    )
