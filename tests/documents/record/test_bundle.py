"""The hearing bundle of a case: the court's order, pages that are where it says, one figure to the penny."""

import re
from datetime import timedelta

import pytest

from activities.context import Context
from activities.papers.bundle import Built, states
from activities.papers.source import Source
from documents.bundle import BundleRefused, inspect
from tests.activities.made import Acting
from tests.activities.road import to_a_listed_hearing
from tests.documents.bundle.samples import bundle_of, document, letter
from tests.documents.record.reading import built, pages, post, source_of


async def test_the_papers_stand_in_the_order_of_a_busy_list_and_the_bundle_passes_inspection(context: Context) -> None:
    _, made = await plain(Acting(context))
    assert made.figure_pence == 2_000_00
    index = pages(made.pdf)[0]
    titles = (
        "Chronology",
        "Case summary",
        "Draft order",
        "Claim form N5",
        "Particulars of claim N119",
        "Notice seeking possession (HA 1985 s.83)",
        "Certificate of service",
        "Rent schedule",
        "Witness statement of the claimant's officer",
        "Statement of compliance with the Pre-Action Protocol",
    )
    places = [index.find(f" {title} ") for title in titles]
    assert -1 not in places
    assert places == sorted(places)
    report = inspect(made.pdf, file_name=made.file_name)
    assert report.passed, [point.code for point in report.failed]


async def test_every_page_says_that_the_people_are_made_up(context: Context) -> None:
    _, made = await plain(Acting(context))
    assert all("Sample: made-up people and landlord" in page for page in pages(made.pdf))


async def test_the_witness_and_the_summary_cite_the_pages_on_which_things_lie(context: Context) -> None:
    _, made = await plain(Acting(context))
    read = pages(made.pdf)
    words = " ".join(read)
    for mark, begins in (("AR1", "Rent schedule (every sum"), ("AR2", "Notice of seeking"), ("AR3", "Pre-Action Pro")):
        (page,) = set(re.findall(rf"exhibit {mark} \(bundle page (\d+)\)", words))
        assert begins in read[int(page) - 1]
    for title, begins in (("Particulars of claim N119", "Particulars of claim"), ("Rent schedule", "Rent schedule (")):
        (page,) = set(re.findall(rf"[:;] {title}, page (\d+)", words))
        assert begins in read[int(page) - 1]


def test_a_paper_that_does_not_state_the_figure_stops_the_bundle() -> None:
    told = bundle_of(document("Rent schedule", letter()))
    with pytest.raises(BundleRefused) as caught:
        states(told, 123_45, {told.documents[0].title})
    assert caught.value.reasons == (f"{told.documents[0].title} does not state the arrears of £123.45.",)
    states(told, 123_45, set())


async def test_the_same_record_gives_the_same_bytes(context: Context) -> None:
    source, made = await plain(Acting(context))
    assert built(source, context, HEARING).pdf == made.pdf


async def test_a_payment_that_arrives_before_the_bundle_is_made_is_in_every_paper_of_the_day(context: Context) -> None:
    desk = Acting(context)
    await source_of_after_listing(desk)
    await post(context, (desk.at + timedelta(days=1)).date(), 5_00)
    desk.at += timedelta(days=2)
    after = built(await source_of(desk), context, HEARING)
    assert after.figure_pence == 1_995_00
    read = pages(after.pdf)
    for phrase in (
        "Case summary (for",
        "It is ordered that:",
        "(every sum due",
        "On behalf of Claimant",
        "what was done (",
    ):
        (page,) = [words for words in read if phrase in words]
        assert "£1,995.00" in page, phrase
    particulars = next(words for words in read if words.startswith("Particulars of claim for possession"))
    assert "The arrears were £2,000.00 on" in particulars
    assert "now gives" not in " ".join(read)


async def test_a_late_entry_for_a_day_already_pleaded_is_owned_up_to(context: Context) -> None:
    desk = Acting(context)
    await source_of_after_listing(desk)
    await post(context, (desk.at - timedelta(days=3)).date(), 5_00)
    words = " ".join(pages(built(await source_of(desk), context, HEARING).pdf))
    assert "the rent account now gives £1,995.00, not the £2,000.00 stated in the claim" in words
    assert "(the claim), now £1,995.00 for that day because of later entries" in words


HEARING = "H1"
PLAIN: list[tuple[Source, Built]] = []


async def plain(desk: Acting) -> tuple[Source, Built]:
    """A case just listed and its bundle, built once for all tests that only read them."""
    if not PLAIN:
        source = await source_of_after_listing(desk)
        PLAIN.append((source, built(source, desk.context, HEARING)))
    return PLAIN[0]


async def source_of_after_listing(desk: Acting) -> Source:
    assert await to_a_listed_hearing(desk) == HEARING
    return await source_of(desk)
