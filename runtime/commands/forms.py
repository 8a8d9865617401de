"""`duecourse forms`: the official fillable PDFs of court forms, checked and put in use by an administrator."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from runtime import settings as settings_module

if TYPE_CHECKING:
    from documents.files import FileStore
    from documents.forms.check import FormReport
    from documents.forms.problems import FormRefused

forms = typer.Typer(help="Official PDFs of court forms that are filled in.", no_args_is_help=True)
File = Annotated[Path, typer.Argument(help="The PDF.", exists=True, dir_okay=False)]
Form = Annotated[str, typer.Option(help="The form's name, such as N5.", show_default=False)]
Fields = Annotated[
    Path | None,
    typer.Option(help="A list of fields of your own, for another edition.", exists=True, dir_okay=False),
]


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(forms, name="forms")


def file_store() -> FileStore:
    """The file store of the settings in force."""
    from documents.files import FileStore

    return FileStore(Path(settings_module.load().files))


@forms.command("list")
def list_() -> None:
    """Every form that can be filled in, and which PDF is in use for it."""
    from documents.forms.installed import Installed, fillable
    from documents.forms.mapping import mapping_of

    installed = Installed(file_store())
    table = Table()
    for heading in ("Form", "PDF in use", "Since", "Fields known", "Confidence"):
        table.add_column(heading)
    for name, kind in sorted(fillable().items()):
        mapping, form = mapping_of(kind), installed.form(kind)
        used = (form.name, f"{form.installed_on:%d %B %Y}") if form else ("our own paper", "")
        table.add_row(name, *used, str(len(mapping.names)), mapping.confidence)
    Console().print(table)


@forms.command()
def check(file: File, form: Form = "", fields: Fields = None) -> None:
    """Say which fields of the PDF are missing or new against the list; exit code 1 if it cannot be used."""
    from documents.forms.installed import fillable, paper_of
    from documents.forms.mapping import mapping_of, parse_mapping
    from documents.forms.problems import FormRefused

    data = file.read_bytes()
    try:
        if fields is not None:
            report = _checked(data, parse_mapping(fields.read_text("utf-8")))
        elif form:
            report = _checked(data, mapping_of(paper_of(form).kind))
        else:
            # Without a name the form is the one whose list fits best.
            report = min(
                (_checked(data, mapping_of(kind)) for kind in fillable().values()),
                key=lambda r: (len(r.missing) + len(r.new), r.form),
            )
    except FormRefused as refused:
        raise _told(refused) from None
    _show(report)
    raise typer.Exit(0 if report.fits else 1)


@forms.command()
def install(file: File, form: Form, fields: Fields = None) -> None:
    """Put a PDF in use: from now on this form is filled in on it, in place of our own paper."""
    from documents.forms.installed import Installed
    from documents.forms.problems import FormRefused
    from documents.papers.template import LONDON

    told = fields.read_text("utf-8") if fields else ""
    try:
        report = Installed(file_store()).install(
            file.read_bytes(),
            form,
            name=file.name,
            on=datetime.now(LONDON).date(),
            mapping_text=told,
        )
    except FormRefused as refused:
        raise _told(refused) from None
    _show(report)
    typer.echo(f"{report.form}: from now on filled in on {file.name}")


@forms.command()
def remove(form: Annotated[str, typer.Argument(help="The form's name, such as N5.")]) -> None:
    """Go back to our own paper."""
    from documents.forms.installed import Installed
    from documents.forms.problems import FormRefused

    try:
        Installed(file_store()).remove(form)
    except FormRefused as refused:
        raise _told(refused) from None
    typer.echo(f"{form}: our own paper again")


def _checked(data: bytes, mapping: object) -> FormReport:
    from documents.forms.check import check_form
    from documents.forms.mapping import Mapping

    assert isinstance(mapping, Mapping)
    return check_form(data, mapping)


def _show(report: FormReport) -> None:
    typer.echo(f"{report.form}: {report.fields} fields on {report.pages} pages")
    likely = dict(report.likely)
    for name in report.missing:
        typer.echo(f"  missing: {name}" + (f"  (there is: {likely[name]})" if name in likely else ""))
    for name in report.other_kind:
        typer.echo(f"  of another kind: {name}")
    for name in report.new:
        typer.echo(f"  new, stays empty: {name}")
    for name in report.idle:
        typer.echo(f"  not there, and not needed: {name}")
    for name in report.unsure:
        typer.echo(f"  less sure than the rest, look at it in the first paper made: {name}")
    for what in report.removed:
        typer.echo(f"  will be taken out: {what}")
    if report.fits:
        typer.echo("  every field that is needed is there")
    if report.confidence == "C":
        typer.echo(_UNCONFIRMED.format(form=report.form))


_UNCONFIRMED = """\
  not confirmed: the names in this list, and which fact goes in which box, were never held against the issued PDF (C).
  To confirm them: install it (duecourse forms install FILE --form {form}), make the paper of a sample case, and read
  every box. Where one is wrong, copy the list (the file ending in .fields.toml beside our own paper), put it right, set
  its confidence to "A", and give it: duecourse forms check FILE --fields YOURS.toml, then install it the same way."""


def _told(refused: FormRefused) -> typer.Exit:
    for reason in refused.reasons:
        typer.echo(reason, err=True)
    return typer.Exit(1)
