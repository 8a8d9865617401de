"""The official PDFs in use: kept in the file store under their hash, named by a small record each."""

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from documents.files import FileStore
from documents.forms.check import FormReport, check_form
from documents.forms.mapping import Mapping, mapping_of, mapping_path, parse_mapping
from documents.forms.problems import FormRefused
from documents.papers.registry import PAPERS, Paper

FOLDER = "forms"


@dataclass(frozen=True)
class InstalledForm:
    """A PDF in use for a paper. `mapping_text` empty: the list of fields that comes with the program."""

    kind: str
    sha256: str
    name: str
    installed_on: date
    mapping_text: str = ""

    @property
    def mapping(self) -> Mapping:
        """The list of fields it is filled by."""
        return parse_mapping(self.mapping_text) if self.mapping_text else mapping_of(self.kind)

    @property
    def said(self) -> str:
        """What a paper says of the form it was filled in on."""
        on = f"{self.installed_on.day} {self.installed_on:%B %Y}"
        return f"PDF of form {self.mapping.form} installed on {on} (SHA-256 {self.sha256[:16]})"


def fillable() -> dict[str, str]:
    """Form name to paper, for every paper that has a list of fields ("N215" to "certificate_of_service")."""
    return {paper.form: kind for kind, paper in PAPERS.items() if mapping_path(kind).exists()}


def paper_of(form: str) -> Paper:
    """The paper that a form is for, by form name or paper kind. Raises FormRefused."""
    known = fillable()
    kind = known.get(form.upper(), form if form in known.values() else "")
    if not kind:
        raise FormRefused(f"'{form}' is not a form that is filled in here. Known: {', '.join(sorted(known))}.")
    return PAPERS[kind]


class Installed:
    """The forms in use of one file store."""

    def __init__(self, files: FileStore) -> None:
        self._files = files
        self._folder = files.root / FOLDER

    def form(self, kind: str) -> InstalledForm | None:
        """The form in use for this paper, if one is."""
        record = self._record(kind)
        if not record.exists():
            return None
        told = json.loads(record.read_text("utf-8"))
        return InstalledForm(**{**told, "installed_on": date.fromisoformat(told["installed_on"])})

    def forms(self) -> tuple[InstalledForm, ...]:
        """Every form in use, by form name."""
        found = (self.form(kind) for _, kind in sorted(fillable().items()))
        return tuple(form for form in found if form is not None)

    def pdf(self, form: InstalledForm) -> bytes:
        """The PDF's bytes. Raises FileStoreError where it has gone or was altered."""
        return self._files.get(form.sha256)

    def install(self, data: bytes, form: str, *, name: str, on: date, mapping_text: str = "") -> FormReport:
        """Put a PDF in use for a form and say how it fits. Raises FormRefused where it does not fit."""
        kind = paper_of(form).kind
        mapping = parse_mapping(mapping_text) if mapping_text else mapping_of(kind)
        report = check_form(data, mapping)
        if not report.fits:
            raise FormRefused(*_against(report))
        stored = self._files.put(data, name=name, kind="form")
        told = {
            "kind": kind,
            "sha256": stored.sha256,
            "name": stored.name,
            "installed_on": on.isoformat(),
            "mapping_text": mapping_text,
        }
        self._folder.mkdir(exist_ok=True, mode=0o700)
        aside = self._record(kind).with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(aside, self._record(kind))
        return report

    def remove(self, form: str) -> None:
        """Go back to our own paper. Raises FormRefused for a form that is not in use."""
        record = self._record(paper_of(form).kind)
        if not record.exists():
            raise FormRefused(f"No PDF of {form} is installed.")
        record.unlink()

    def _record(self, kind: str) -> Path:
        return self._folder / f"{kind}.json"


def _against(report: FormReport) -> list[str]:
    listed = dict(report.likely)
    said = [
        f"The PDF has no box '{name}'" + (f"; it has '{listed[name]}'." if name in listed else ".")
        for name in report.missing
    ]
    return said + [f"The box '{name}' is of another kind than expected." for name in report.other_kind]
