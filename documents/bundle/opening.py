"""How a PDF opens: the page, the size, the bookmarks, the title; and how its text layer is told of."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from documents.bundle.spec import Point


def opening(pdf: Pdf) -> Point:
    """Whether it opens on page 1 at 100%, with bookmarks and title shown (Guidance, 29 November 2021)."""
    question = "Does it open on page 1 at 100%, with its bookmarks and title shown?"
    root = pdf.Root
    missing = []
    action = root.get("/OpenAction")
    place = action.get("/D") if isinstance(action, Dictionary) else action
    if not _first_at_full_size(pdf, place):
        missing.append("it does not open on page 1 at 100%")
    if root.get("/PageMode") != Name.UseOutlines:
        missing.append("bookmarks are not shown on opening")
    preferences = root.get("/ViewerPreferences")
    if not (isinstance(preferences, Dictionary) and bool(preferences.get("/DisplayDocTitle", False))):
        missing.append("the window shows the file name, not the title")
    if not str(pdf.docinfo.get("/Title", "")):
        missing.append("it has no title")
    if not str(root.get("/Lang", "")).startswith("en"):
        missing.append("its language is not given")
    says = ("; ".join(missing) + ".").capitalize() if missing else "It opens on page 1 at 100%, bookmarks shown."
    return Point("opening", question, not missing, says)


def _first_at_full_size(pdf: Pdf, place: pikepdf.Object | None) -> bool:
    if not isinstance(place, Array) or len(place) < 5 or place[1] != Name.XYZ:
        return False
    first = pdf.pages[0].obj
    zoom = place[4]
    return (
        isinstance(place[0], Dictionary) and place[0].objgen == first.objgen and zoom is not None and float(zoom) == 1
    )


def typed_pages(photographs: int) -> str:
    """What is said of a text layer that is as it should be, with so many photographs among the pages."""
    if not photographs:
        return "Every page that is a picture has text behind it."
    return f"Every typed page has text; {photographs} marked as photographs are pictures without."
