"""Serving a notice again: the form of a new notice as the one it replaces had it."""

from collections.abc import Callable
from typing import Any

from api.pages.forms.fields import First, Seen
from api.pages.render import day
from cases.state import CaseState, Notice


def replaces(state: CaseState) -> dict[str, str]:
    """For each notice that stands in the place of an older one of its kind, the older one's id."""
    found: dict[str, str] = {}
    for place, notice in enumerate(state.notices):
        before = [n for n in state.notices[:place] if not n.live and n.kind is notice.kind]
        if before:
            found[notice.id] = before[-1].id
    return found


def replaced(seen: Seen) -> Notice | None:
    """The lapsed or withdrawn notice that the form is to replace; None where a notice is drafted afresh."""
    notice: Notice | None = seen.item("notices")
    return None if notice is None or notice.live else notice


def as_before(value: Callable[[Notice], Any], otherwise: First = lambda seen: None) -> First:
    """What the replaced notice had; what the form holds at first where none is replaced."""

    def first(seen: Seen) -> Any:
        notice = replaced(seen)
        return otherwise(seen) if notice is None else value(notice)

    return first


def words_before(seen: Seen) -> str | None:
    """The replaced notice's particulars, where their words are still stored."""
    notice = replaced(seen)
    return None if notice is None else seen.words.get(notice.particulars.id)


def told(seen: Seen) -> str:
    """Which notice the new one replaces, and what to look at before it is sent on."""
    notice = replaced(seen)
    if notice is None:
        return ""
    if notice.lapsed and notice.lapse is not None:
        ended = f"which lapsed on {day(notice.lapse.on)}"
    else:
        ended = "which lapsed" if notice.lapsed else "which was withdrawn"
    kept = words_before(seen) is not None
    words = "" if kept else " The words of its particulars are no longer stored; write them again."
    return (
        f"This replaces {notice.id} ({notice.kind.label}), {ended}. It is filled in as {notice.id} was: check the "
        f"grounds and the particulars against today's facts. The dates and the figure are worked out afresh.{words}"
    )
