"""Which page has no text is one rule: what people send is flagged just where a bundle with it would fail."""

import pytest

from documents.bundle import BundleDocument, build_bundle
from documents.uploads import receive
from tests.documents.bundle.samples import bundle_of, scan
from tests.documents.uploads.test_receive import picture, words


@pytest.mark.parametrize(
    ("data", "flagged"),
    [
        pytest.param(picture(size=(620, 877)), True, id="a scanned page"),
        pytest.param(picture(size=(400, 600)), True, id="a photographed message on a quarter of a page"),
        pytest.param(picture(size=(160, 120)), True, id="a till receipt"),
        pytest.param(picture(size=(24, 16)), False, id="a speck"),
        pytest.param(scan(footer="Page 1 of 1, scanned on Monday"), True, id="a scan with a typed footer"),
        pytest.param(scan(footer="A typed line that says what the picture below it is of."), True, id="too short"),
        pytest.param(scan(footer="A typed line, long enough to say all of what the picture below it shows."), False),
        pytest.param(scan(cover=(90, 60), footer="My receipt of Monday"), False, id="a small picture with words"),
        pytest.param(words(""), False, id="an empty page"),
        pytest.param(words("Dear landlord"), False, id="a short letter"),
    ],
)
def test_a_page_is_flagged_as_it_comes_in_just_where_a_bundle_would_fail(data: bytes, flagged: bool) -> None:
    taken = receive(data)
    bundle = build_bundle(bundle_of(BundleDocument("Letter", None, taken.pdf)))
    point = bundle.report.point("text_layer")
    assert (bool(taken.no_text), not point.passed) == (flagged, flagged)
