"""Bundles made after an order: what goes before the court on an application, and beside a request for a warrant."""

from datetime import timedelta
from pathlib import Path

import pytest

from activities.context import Context
from activities.papers import bundles
from activities.papers.about import about
from activities.papers.gather import paper_data
from cases.commands import RecordApplication
from cases.court_words import ApplicationFor, Party
from cases.words import PaperKind, Risk
from documents.papers.render import render
from tests.activities.made import Acting
from tests.activities.road import to_a_drafted_warrant
from tests.documents.record.reading import maker_of, pages, source_of
from tests.documents.record.test_bundles import filed

ON_FILE = (
    (PaperKind.RENT_SCHEDULE, "C1"),
    (PaperKind.N5, "C1"),
    (PaperKind.CERTIFICATE_OF_SERVICE, "N1"),
    (PaperKind.N325, "W1"),
)


@pytest.mark.parametrize(
    ("kind", "subject", "first"),
    [
        (PaperKind.WARRANT_BUNDLE, "W1", ["Request for warrant N325", "Rent schedule", "Certificate of service"]),
        (PaperKind.APPLICATION_BUNDLE, "A1", ["Request for warrant N325", "Claim form N5", "Certificate of service"]),
    ],
)
async def test_a_bundle_after_an_order_stands_in_its_own_order_and_tells_what_followed(
    context: Context, tmp_path: Path, kind: PaperKind, subject: str, first: list[str]
) -> None:
    desk = Acting(context)
    await to_a_drafted_warrant(desk, Risk.NONE_KNOWN)
    made_on = desk.at.date()
    asked = RecordApplication(
        subject="O1",
        purpose=ApplicationFor.STAY,
        by=Party.TENANT,
        made_on=made_on,
        hearing_on=made_on + timedelta(days=14),
    )
    assert (await desk.act(asked)).decision.accepted
    source = await source_of(desk)
    for number, (paper, of) in enumerate(ON_FILE):
        pdf = render(paper.value, paper_data(source, paper, about(source.state, of, paper))).pdf
        source = filed(source, context, paper, pdf, f"P{90 + number}")
    built = bundles.write(
        source, about(source.state, subject, kind), kind, maker_of(context), tmp_path, lambda *_: None
    )
    assert not built.written.failed
    assert [entry.title for entry in built.written.entries][1:4] == first
    read = pages(built.written.volumes[0].path.read_bytes())
    assert kind.label.upper() in read[0]
    assert "Outright possession order made." in read[1]
    assert "The defendant applied to the court: stay enforcement." in read[1]
