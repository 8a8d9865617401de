"""`duecourse templates`: papers' templates tried, compared with the last, and a landlord's own put in use."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from runtime.commands.forms import file_store
from runtime.settings import Settings

if TYPE_CHECKING:
    from documents.convert import PdfConverter
    from documents.papers.own import Own
    from documents.papers.trial import Trial

templates = typer.Typer(help="Templates of papers: tried, compared, and a landlord's own.", no_args_is_help=True)
Slug = Annotated[str, typer.Argument(help="Short name of the landlord.")]
Kind = Annotated[str, typer.Argument(help="The paper, such as arrears_letter_1.")]
DocxFile = Annotated[Path, typer.Argument(help="The .docx.", exists=True, dir_okay=False)]


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(templates, name="templates")


@templates.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(help="A .docx; none: all of ours.", exists=True, dir_okay=False)
    ] = None,
    kind: Annotated[str, typer.Option(help="The paper; empty: the file's own name.", show_default=False)] = "",
    out: Annotated[Path | None, typer.Option(help="Where pictures of the changes go.", show_default=False)] = None,
    against: Annotated[
        Path | None, typer.Option(help="A PDF to compare with in place of our paper.", exists=True, dir_okay=False)
    ] = None,
) -> None:
    """Try a template on a made-up case, beside the last one; exit code 1 if papers may not be made from it."""
    from documents.papers.registry import PAPERS
    from documents.papers.trial import try_template

    converter = _converter()
    if file is None:
        failed = 0
        for paper in PAPERS.values():
            trial = try_template(paper.kind, paper.template.read_bytes(), converter=converter)
            failed += not trial.passes
            _show(trial)
        raise typer.Exit(1 if failed else 0)
    trial = try_template(_known(kind or file.stem), file.read_bytes(), converter=converter)
    _show(trial)
    if trial.rendered is not None:
        _compare(trial, against.read_bytes() if against else None, out or Path(f"{trial.kind}-changes"), converter)
    raise typer.Exit(0 if trial.passes else 1)


@templates.command()
def install(landlord: Slug, kind: Kind, file: DocxFile) -> None:
    """Put a landlord's own template in the place of ours; refused with every reason if its trial fails."""
    from documents.papers.template import LONDON
    from documents.papers.trial import try_template

    own = _own(landlord)
    trial = try_template(_known(kind), file.read_bytes(), converter=_converter())
    _show(trial)
    if not trial.passes:
        raise typer.Exit(1)
    own.keep_template(kind, file.read_bytes(), name=file.name, on=datetime.now(LONDON).date())
    typer.echo(f"{landlord}: {kind} is made from {file.name} from now on")


@templates.command("list")
def list_(landlord: Slug) -> None:
    """The landlord's own templates in use."""
    from documents.papers.registry import PAPERS

    own = _own(landlord)
    for kind in PAPERS:
        template = own.template(kind)
        if template is not None:
            typer.echo(f"{kind}: {template.name}, since {template.installed_on:%d %B %Y}")


@templates.command()
def remove(landlord: Slug, kind: Kind) -> None:
    """Go back to our own template."""
    if not _own(landlord).remove_template(_known(kind)):
        raise typer.BadParameter(f"{landlord} has no template of its own for {kind}")
    typer.echo(f"{landlord}: {kind} is made from our own template again")


def _own(landlord: str) -> Own:
    from documents.papers.own import Own

    try:
        return Own(file_store(), landlord)
    except ValueError as problem:
        raise typer.BadParameter(str(problem)) from None


def _converter() -> PdfConverter:
    """What papers are made by here: a template is tried with nothing else."""
    from documents.soffice import converter_of

    return converter_of(Settings().converter)


def _known(kind: str) -> str:
    from documents.papers.registry import PAPERS

    if kind not in PAPERS:
        raise typer.BadParameter(f"there is no paper '{kind}'; name one with --kind")
    return kind


def _show(trial: Trial) -> None:
    typer.echo(f"{trial.kind}: {'may be used' if trial.passes else 'may not be used'}")
    for reason in trial.reasons:
        typer.echo(f"  {reason}")
    for name in trial.unused:
        typer.echo(f"  note: ours prints '{name}', this one never names it")
    for note in trial.notes:
        typer.echo(f"  note: {note}")


def _compare(trial: Trial, before: bytes | None, folder: Path, converter: PdfConverter) -> None:
    from documents.papers.compare import compare
    from documents.papers.registry import PAPERS
    from documents.papers.render import make
    from documents.papers.sample import sample

    assert trial.rendered is not None
    paper = PAPERS[trial.kind]
    last = before or make(paper, sample(), paper.template.read_bytes(), converter=converter).pdf
    found = compare(last, trial.rendered.pdf)
    if found.same:
        typer.echo("  looks and reads like the last one")
        return
    found.save(folder)
    (folder / "sample.pdf").write_bytes(trial.rendered.pdf)
    for line in found.lines[2:]:
        typer.echo(f"  {line}")
    typer.echo(f"  pages that look different: {', '.join(map(str, found.changed_pages))}; pictures in {folder}")
