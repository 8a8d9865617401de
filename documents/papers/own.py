"""What a landlord has put in place of our own papers: official PDFs, and Word templates of its own."""

import json
import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from documents.files import FileStore
from documents.forms.installed import Installed, InstalledForm

_SHORT_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")


@dataclass(frozen=True)
class OwnTemplate:
    """A landlord's approved template of one paper, as it was checked and kept."""

    kind: str
    sha256: str
    name: str
    installed_on: date

    @property
    def said(self) -> str:
        """What a paper says of the template it was made from."""
        on = f"{self.installed_on.day} {self.installed_on:%B %Y}"
        return f"Made from the landlord's own template, installed on {on} (SHA-256 {self.sha256[:16]})."


class Own:
    """The official PDFs of this installation, and the approved templates of one landlord (its short name).

    Everything lies in the file store, so every worker that can make papers can find it.
    """

    def __init__(self, files: FileStore, landlord: str = "") -> None:
        if landlord and not _SHORT_NAME.fullmatch(landlord):
            raise ValueError("a landlord's short name is small letters, digits, dots, dashes and underlines")
        self.landlord = landlord
        self._files = files
        self._forms = Installed(files)
        self._folder = files.root / "templates" / (landlord or "-")

    def form(self, kind: str) -> InstalledForm | None:
        """The official PDF in use for this paper, if one is."""
        return self._forms.form(kind)

    def template(self, kind: str) -> OwnTemplate | None:
        """The landlord's template in use for this paper, if one is."""
        record = self._record(kind)
        if not self.landlord or not record.exists():
            return None
        told = json.loads(record.read_text("utf-8"))
        return OwnTemplate(**{**told, "installed_on": date.fromisoformat(told["installed_on"])})

    def bytes_of(self, put: InstalledForm | OwnTemplate) -> bytes:
        """The file's bytes. Raises FileStoreError where it has gone or was altered."""
        return self._files.get(put.sha256)

    def keep_template(self, kind: str, docx: bytes, *, name: str, on: date) -> OwnTemplate:
        """Put a template in use that has passed its trial; the one before stays in the file store."""
        stored = self._files.put(docx, name=name, kind="template")
        told = {"kind": kind, "sha256": stored.sha256, "name": stored.name, "installed_on": on.isoformat()}
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        aside = self._record(kind).with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        os.replace(aside, self._record(kind))
        return OwnTemplate(kind, stored.sha256, stored.name, on)

    def remove_template(self, kind: str) -> bool:
        """Go back to our own template; False if none was in use."""
        there = self._record(kind).exists()
        self._record(kind).unlink(missing_ok=True)
        return there

    def _record(self, kind: str) -> Path:
        return self._folder / f"{kind}.json"
