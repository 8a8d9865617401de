"""A template's trial in a process of its own, started by `documents.trials.keeping` on a folder that it laid out and
with the name of the landlord's converter.

In the folder lie `template.docx`, `last.docx` (what is in use now) and `about.json`; this leaves `found.json`, the
sample paper and its pages beside the last ones.
"""

import json
import resource
import signal
import sys
from pathlib import Path

from documents.convert import PdfConverter
from documents.papers.compare import Difference, compare
from documents.papers.registry import PAPERS
from documents.papers.render import make
from documents.papers.sample import sample
from documents.papers.trial import Trial, try_template
from documents.soffice import Chosen, converter_of
from documents.trials.keeping import SECONDS, OnTrial, write_found

MEMORY = 3_000_000_000
MOST_PICTURES = 30
MOST_LINES = 400


def main(folder: Path, chosen: Chosen = "builtin") -> None:
    """Try the template with the chosen converter and write down what came of it."""
    converter = converter_of(chosen)
    about = json.loads((folder / "about.json").read_text("utf-8"))
    trial = try_template(about["kind"], (folder / "template.docx").read_bytes(), converter=converter)
    changes = _changes(folder, trial, converter)
    for number, picture in enumerate(changes.pictures[:MOST_PICTURES], 1):
        (folder / f"page-{number}.png").write_bytes(picture)
    if trial.rendered is not None:
        (folder / "sample.pdf").write_bytes(trial.rendered.pdf)
    found = OnTrial(
        **about,
        passes=trial.passes,
        reasons=trial.reasons,
        notes=trial.notes,
        unused=trial.unused,
        lines=changes.lines[2 : 2 + MOST_LINES],
        pictures=min(len(changes.pictures), MOST_PICTURES),
        changed=changes.changed_pages,
    )
    write_found(folder, found)


def _changes(folder: Path, trial: Trial, converter: PdfConverter) -> Difference:
    if trial.rendered is None:
        return Difference((), (), ())
    paper = PAPERS[trial.kind]
    last = make(paper, sample(), (folder / "last.docx").read_bytes(), converter=converter).pdf
    return compare(last, trial.rendered.pdf)


def _stopped(*_: object) -> None:
    """Leave in order, so that a program that was started for the trial ends with it."""
    raise SystemExit(1)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stopped)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    main(Path(sys.argv[1]), "libreoffice" if sys.argv[2] == "libreoffice" else "builtin")
