"""The history of a money case in plain sentences: what happened, with its sums, dates and words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from api.pages.render import day, plain
from cases import setting
from cases.money.words import MoneyPaper
from law.explained import long_date, pounds

_SILENT = frozenset({"deadlines_changed", "owed_read"})
_WHATS: Mapping[tuple[str, str], str] = {
    ("money_claim_changed", "judgment_asked"): "Judgment asked for on",
    ("money_claim_changed", "sent_back"): "Sent back:",
    ("judgment_changed", "given"): "Judgment given:",
    ("judgment_changed", "paid_towards"): "Money received towards",
    ("judgment_changed", "interest_ran"): "Interest ran on",
    ("judgment_changed", "unpaid"): "Found behind:",
    ("judgment_changed", "made_up"): "Made up:",
}


def lines(
    events: Iterable[Any], words: Mapping[str, str | None] | None, people: Mapping[str, str], names: Mapping[str, str]
) -> list[tuple[Any, str, str]]:
    """When, who and what, newest first; dates that were only worked out again are left out. Words None: none quoted."""
    told = []
    for each in events:
        if each.event.kind in _SILENT:
            continue
        said = _SAID.get(each.event.kind, _plainly)(each.event, names)
        quoted = "" if words is None else _quoted(each.event, words)
        told.append((each.at, people.get(each.actor.user_id, "Due Course"), f"{said}{quoted}"))
    return told[::-1]


def _quoted(event: Any, words: Mapping[str, str | None]) -> str:
    ref = _words_of(event)
    return "" if ref is None else f" “{words.get(ref.id) or 'These words were erased.'}”"


def _words_of(event: Any) -> Any:
    for holder in (event, getattr(event, "trace", None), getattr(event, "assessment", None)):
        for field in ("text", "reason", "note", "reasons"):
            ref = getattr(holder, field, None)
            if ref is not None and hasattr(ref, "digest"):
                return ref
    return None


def _item(name: str, noun: str, sums: Callable[[Any], str] | None = None) -> Callable[[Any, Mapping[str, str]], str]:
    def told(event: Any, names: Mapping[str, str]) -> str:
        item = getattr(event, name)
        begins = _WHATS.get((event.kind, event.what), f"{plain(event.what)}:")
        return f"{begins} {noun} {item.id}{sums(item) if sums else ''}."

    return told


def _debtor(names: Mapping[str, str], who: str) -> str:
    return names.get(who, who)


def _traced(event: Any, names: Mapping[str, str]) -> str:
    found = "found" if event.trace.found else "not found"
    return f"{_debtor(names, event.trace.debtor)} was looked for and {found} ({plain(event.trace.method).lower()})."


def _searched(event: Any, names: Mapping[str, str]) -> str:
    clear = "nothing found" if event.search.clear else "something found"
    return f"Breathing-space register searched before: {event.search.before.label.lower()}, {clear}."


def _assessed(event: Any, names: Mapping[str, str]) -> str:
    on = "going on" if event.assessment.proceed else "not going on"
    return f"Vulnerability and the Equality Act weighed before: {event.assessment.before.label.lower()}, {on}."


def _letter(event: Any, names: Mapping[str, str]) -> str:
    one = event.letter
    return f"Letter of claim {one.id} sent for {pounds(one.owed_pence)}; reply by {long_date(one.reply_by.on)}."


def _reply(event: Any, names: Mapping[str, str]) -> str:
    if event.what == "documents_sent":
        return f"Documents sent that reply {event.reply.id} asked for."
    return f"Reply {event.reply.id} of {_debtor(names, event.reply.debtor)}: {event.reply.answer.label.lower()}."


def _means(event: Any, names: Mapping[str, str]) -> str:
    return (
        f"Income and spending of {_debtor(names, event.means.debtor)}: {pounds(event.means.left_pence)} left a month."
    )


def _intention(event: Any, names: Mapping[str, str]) -> str:
    return f"Notice of the claim sent; it may be issued from {long_date(event.intention.issue_from.on)}."


def _hold(event: Any, names: Mapping[str, str]) -> str:
    held = event.hold
    if held.ended_on is not None:
        return f"Hold {held.id} ended."
    return f"Held until {long_date(held.until.on)}: {held.reason.label.lower()}."


def _struck_out(event: Any, names: Mapping[str, str]) -> str:
    moved = setting.told(event.moved)
    return f"{event.held_by} was recorded by mistake and is struck out.{f' {moved}.' if moved else ''}"


def _acknowledged(event: Any, names: Mapping[str, str]) -> str:
    return f"{_debtor(names, event.acknowledgement.debtor)} acknowledged the debt in writing."


def _paper(event: Any, names: Mapping[str, str]) -> str:
    kinds = {kind.value: kind.label for kind in MoneyPaper}
    title = kinds.get(event.paper.kind, plain(event.paper.kind))
    return f"{title} ({event.paper.subject}): {'not made' if event.what == 'failed' else event.what}."


def _alarm(event: Any, names: Mapping[str, str]) -> str:
    return f"Told: {event.title}, {long_date(event.on)}."


def _closed(event: Any, names: Mapping[str, str]) -> str:
    return f"Case closed: {event.closed.result.label.lower()}, {pounds(event.closed.owed_pence)} left."


def _opened(event: Any, names: Mapping[str, str]) -> str:
    return f"Money case opened with {pounds(event.state.opened_owed_pence)} owed."


def _told_of_before(event: Any, names: Mapping[str, str]) -> str:
    act = plain(event.act.removeprefix("record_")).lower()
    return f"Recorded about {day(event.on)}, before Due Course: {act}."


def _recovered(event: Any, names: Mapping[str, str]) -> str:
    who = "the daily sweep" if event.by == "sweep" else "an administrator"
    return f"The run that keeps the case was lost; {who} started it again from this record, with the same dates."


def _attention(event: Any, names: Mapping[str, str]) -> str:
    return f"Needs a person: {event.attention.what}" if event.attention else "Somebody has looked at what went wrong."


def _space(event: Any, names: Mapping[str, str]) -> str:
    space = event.breathing_space
    if space.ended_on is not None:
        return f"Breathing space {space.id} ended on {long_date(space.ended_on)}."
    until = f" until {long_date(space.ends.on)}" if space.ends else ", with no end known"
    return f"Breathing space {space.id} from {long_date(space.started_on)}{until}: no step to collect."


def _enforced(event: Any, names: Mapping[str, str]) -> str:
    item = event.enforcement
    way = f"{plain(item.method).lower()} ({item.form}) {item.id}"
    if event.what == "requested":
        paid = f"; fee {pounds(item.fee.pence)}, to be confirmed" if item.fee and item.fee.pence is not None else ""
        return f"The court was asked for {way}{paid}."
    if event.what == "ended":
        return f"What came of {way}: {'money was recovered' if item.recovered else 'nothing was recovered'}."
    return f"{_WHATS.get((event.kind, event.what), plain(event.what)).rstrip(':')}: {way}."


def _plainly(event: Any, names: Mapping[str, str]) -> str:
    what = getattr(event, "what", "")
    return plain(event.kind) + (f": {plain(what).lower()}" if isinstance(what, str) and what else "") + "."


_SAID: Mapping[str, Callable[[Any, Mapping[str, str]], str]] = {
    "money_case_opened": _opened,
    "earlier_told": _told_of_before,
    "traced": _traced,
    "register_searched": _searched,
    "debtors_assessed": _assessed,
    "letter_sent": _letter,
    "reply_changed": _reply,
    "means_recorded": _means,
    "intention_sent": _intention,
    "debt_acknowledged": _acknowledged,
    "money_hold_changed": _hold,
    "money_hold_struck_out": _struck_out,
    "money_arrangement_changed": _item(
        "arrangement", "arrangement", lambda a: f", {pounds(a.instalment_pence)} {plain(a.frequency).lower()}"
    ),
    "money_claim_changed": _item("claim", "claim", lambda c: f" for {pounds(c.claimed_pence)}"),
    "judgment_changed": _item("judgment", "judgment", lambda j: f", {pounds(j.left_pence)} left"),
    "enforcement_changed": _enforced,
    "write_off_changed": _item("write_off", "write-off", lambda w: f" of {pounds(w.pence)}"),
    "money_paper_changed": _paper,
    "alarm_raised": _alarm,
    "money_case_closed": _closed,
    "case_recovered": _recovered,
    "attention_changed": _attention,
    "breathing_space_changed": _space,
    "reassigned": lambda event, names: "The case went to another officer.",
    "note_added": lambda event, names: "Note:",
}
