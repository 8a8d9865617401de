"""The vendored page assets: just those of the manifest, without what only GOV.UK services may use."""

import hashlib
import json
import re

from api.pages.vendor import HERE


def test_the_assets_are_those_of_the_manifest() -> None:
    manifest = json.loads((HERE / "MANIFEST.json").read_text())
    found = {
        str(path.relative_to(HERE)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in HERE.rglob("*")
        if path.is_file() and path.name != "MANIFEST.json"
    }
    assert found == manifest["sha256"]
    assert set(manifest["versions"]) == {"govuk-frontend", "@ministryofjustice/frontend"}


def test_nothing_of_the_governments_own_look_is_left() -> None:
    for path in HERE.rglob("*"):
        if path.is_file():
            words = path.read_text()
            assert not re.search(r"@font-face|GDS Transport|sourceMappingURL", words), path
            assert not re.search(r"crest|crown|logotype", path.name)


def test_every_picture_that_a_style_asks_for_is_here() -> None:
    for style in HERE.glob("*.css"):
        for address in re.findall(r"url\(([^)]*)\)", style.read_text()):
            assert address.startswith(("/assets/vendor/", "data:")), address
            if address.startswith("/assets/vendor/"):
                assert (HERE / address.removeprefix("/assets/vendor/")).is_file(), address
