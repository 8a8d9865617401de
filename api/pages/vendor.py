"""Vendors the page assets: `python -m api.pages.vendor NODE_MODULES`.

NODE_MODULES is where `npm install govuk-frontend @ministryofjustice/frontend` put them. The published files are made
fit for a service outside GOV.UK: its typeface, crown and crest are for that domain only, so fonts are cut out and Arial
stands in; source maps go; a manifest of SHA-256 sums is written for the test that watches them.
"""

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent / "static" / "vendor"
PACKAGES = ("govuk-frontend", "@ministryofjustice/frontend")


def vendor(node_modules: Path, to: Path = HERE) -> None:
    """Copy and mend the assets, and write the manifest."""
    shutil.rmtree(to, ignore_errors=True)
    (to / "images").mkdir(parents=True)
    govuk = node_modules / "govuk-frontend/dist/govuk"
    moj = node_modules / "@ministryofjustice/frontend/moj"
    (to / "govuk.css").write_text(_style((govuk / "govuk-frontend.min.css").read_text()))
    (to / "moj.css").write_text(_style((moj / "moj-frontend.min.css").read_text()))
    (to / "govuk.js").write_text(_script((govuk / "govuk-frontend.min.js").read_text()))
    for picture in sorted((moj / "assets/images").glob("icon-*.svg")):
        shutil.copyfile(picture, to / "images" / picture.name)
    sums = {
        str(path.relative_to(to)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(to.rglob("*"))
        if path.is_file()
    }
    versions = {name: json.loads((node_modules / name / "package.json").read_text())["version"] for name in PACKAGES}
    (to / "MANIFEST.json").write_text(json.dumps({"versions": versions, "sha256": sums}, indent=1) + "\n")


def _style(css: str) -> str:
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = re.sub(r'"?GDS Transport"?,\s*arial,\s*sans-serif', "Arial,Helvetica,sans-serif", css)
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)
    css = re.sub(r"url\(/assets/images/govuk-[^)]*\)", "none", css)
    return css.replace("url(/assets/images/", "url(/assets/vendor/images/")


def _script(js: str) -> str:
    return re.sub(r"\n?//# sourceMappingURL=.*", "", js)


if __name__ == "__main__":
    vendor(Path(sys.argv[1]))
