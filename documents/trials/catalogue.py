"""Which template each paper of a landlord is made from."""

from dataclasses import dataclass

from documents.files import FileStore
from documents.forms.installed import InstalledForm
from documents.papers.own import Own, OwnTemplate
from documents.papers.registry import PAPERS


@dataclass(frozen=True)
class InUse:
    """A paper and what it is made from: ours, unless there is an official `pdf`, or else the landlord's `template`.

    `form` is the court's name of it ("N5"), empty for a paper that is no court form. `version` is our template's.
    """

    kind: str
    title: str
    form: str
    version: str
    template: OwnTemplate | None
    pdf: InstalledForm | None


def in_use(files: FileStore, landlord: str, kind: str) -> InUse:
    """What a paper is made from. Raises KeyError for an unknown paper."""
    paper, own = PAPERS[kind], Own(files, landlord)
    form = paper.form if paper.court_form else ""
    return InUse(kind, paper.title, form, paper.version, own.template(kind), own.form(kind))


def every(files: FileStore, landlord: str) -> tuple[InUse, ...]:
    """Every paper by its title."""
    papers = sorted(PAPERS.values(), key=lambda paper: paper.title.casefold())
    return tuple(in_use(files, landlord, paper.kind) for paper in papers)


def docx_in_use(files: FileStore, landlord: str, kind: str) -> bytes:
    """The template in use. Raises KeyError for an unknown paper, FileStoreError where the file has gone."""
    own = Own(files, landlord)
    used = own.template(kind)
    return own.bytes_of(used) if used else PAPERS[kind].template.read_bytes()


def remove(files: FileStore, landlord: str, kind: str) -> bool:
    """Go back to our own template; False if none was in use."""
    return Own(files, landlord).remove_template(kind)
