"""What the page of papers says of a bundle: its files with their hashes, and every point of the inspection."""

from datetime import UTC, datetime

from api.pages.render import ENVIRONMENT
from cases.base import FileRef
from cases.state import BundleMade, BundlePoint, BundleVolume, PaperMade, Person
from cases.words import Role

VOLUMES = tuple(
    BundleVolume(
        file=FileRef(sha256=letter * 64, size=12_300_000, name="b.pdf", kind="bundle"), first_page=first, last_page=last
    )
    for letter, first, last in (("a", 1, 411), ("b", 412, 820))
)
POINTS = (
    BundlePoint(code="numbering", question="Numbered?", passed=True, detail="Yes.", authority="G", confidence="A"),
    BundlePoint(
        code="text_layer",
        question="Read?",
        passed=False,
        detail="No.",
        pages=(7, 9),
        authority="G",
        confidence="A",
    ),
)


def report(made: BundleMade) -> str:
    paper = PaperMade(
        id="P7",
        kind="bundle",
        subject="H1",
        requested_at=datetime(2027, 1, 4, 12, tzinfo=UTC),
        requested_by=Person(user_id="o", role=Role.OFFICER),
        facts_digest="f",
        apart=True,
        bundle=made,
    )
    said = ENVIRONMENT.get_template("bundle.html").module.bundle_report(paper, "T900001-1")  # type: ignore[attr-defined]
    return " ".join(str(said).split())


def test_each_volume_is_linked_with_its_pages_and_its_hash() -> None:
    said = report(BundleMade(volumes=VOLUMES, points=POINTS[:1]))
    assert (
        '<a class="govuk-link" href="/cases/T900001-1/papers/P7?volume=2">Volume 2</a>, pages 412 to 820, 12.3 MB'
        in said
    )
    assert "b" * 64 in said
    assert "1 of 1 points hold" in said


def test_a_point_that_fails_names_its_pages_and_its_authority() -> None:
    said = report(BundleMade(points=POINTS))
    assert "1 of 2 points hold" in said
    assert "<strong>Fail.</strong> Read? No. Pages: 7, 9. (G; confidence A)" in said
