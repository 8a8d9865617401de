"""What a landlord has put in place of our own papers."""

from documents.files import FileStore
from documents.forms.installed import Installed, InstalledForm


class Own:
    """The official PDFs of this installation, and the approved templates of one landlord (its short name).

    Everything lies in the file store, so every worker that can make papers can find it.
    """

    def __init__(self, files: FileStore, landlord: str = "") -> None:
        self.landlord = landlord
        self._forms = Installed(files)

    def form(self, kind: str) -> InstalledForm | None:
        """The official PDF in use for this paper, if one is."""
        return self._forms.form(kind)

    def pdf(self, form: InstalledForm) -> bytes:
        """The PDF's bytes. Raises FileStoreError where it has gone or was altered."""
        return self._forms.pdf(form)
