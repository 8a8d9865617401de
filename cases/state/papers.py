"""Papers and bundles as made, and what is told to those who make them."""

from datetime import date

from cases.base import FileRef, Instant, Pence, TextRef, Value
from cases.state.claims import Consent
from cases.state.people import Person


class PaperDetails(Value):
    """What a paper says that its officer gives when asking for it, and the case holds nowhere.

    Words are references. `person` is the one it is about, `to` who gets it, `lines` a list, a line each. Which paper
    asks for which is in `paper_details`.
    """

    reasons: TextRef | None = None
    needs: TextRef | None = None
    risk: TextRef | None = None
    to: TextRef | None = None
    lines: TextRef | None = None
    place: TextRef | None = None
    person: str = ""
    consent: Consent | None = None
    consent_on: date | None = None
    asked_on: date | None = None
    agreement_on: date | None = None
    reply_by: date | None = None
    meeting_at: Instant | None = None
    deposit_pence: Pence | None = None
    urgent: bool | None = None
    leave_out: tuple[str, ...] = ()
    hide: TextRef | None = None
    largest_mb: int | None = None
    late_to: str = ""
    put_in: tuple[str, ...] = ()
    hide_at: TextRef | None = None


class BundleVolume(Value):
    """One file of a bundle. Pages are the bundle's own, so a second volume goes on where the first ended."""

    file: FileRef
    first_page: int
    last_page: int


class BundleEntry(Value):
    """One line of a bundle's index: pages from 1, both ends included."""

    section: str
    title: str
    first_page: int
    last_page: int
    photograph: bool = False


class BundlePoint(Value):
    """One point of the court's guidance as a bundle was asked it; `pages` are those at fault."""

    code: str
    question: str
    passed: bool
    detail: str
    pages: tuple[int, ...] = ()
    authority: str = ""
    confidence: str = ""


class BundleMade(Value):
    """What a bundle came out as. `coarsened` pages had pictures finer than the court takes; `turned` lay sideways."""

    volumes: tuple[BundleVolume, ...] = ()
    entries: tuple[BundleEntry, ...] = ()
    points: tuple[BundlePoint, ...] = ()
    turned: tuple[int, ...] = ()
    coarsened: tuple[int, ...] = ()


class PaperMade(Value):
    """A paper made from the case, and the digest of the facts it was made from. `stale`: why it no longer stands.

    `cautions` are for its officer and not printed: what to look at before it is used. `apart`: it is made by a workflow
    of its own, which can be watched and stopped; `bundle` is what came of that.
    """

    id: str
    kind: str
    subject: str
    requested_at: Instant
    requested_by: Person
    facts_digest: str
    file: FileRef | None = None
    failed: str | None = None
    figure_pence: Pence | None = None
    stale: str | None = None
    details: PaperDetails | None = None
    cautions: tuple[str, ...] = ()
    apart: bool = False
    bundle: BundleMade | None = None
