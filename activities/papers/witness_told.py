"""What a witness tells besides the account: the conduct, what was done about it, what was decided, and why."""

from collections.abc import Iterator
from datetime import date

from activities.papers import claims, evidence, matter, notices
from activities.papers.about import About
from activities.papers.chronology import CONDUCT, PART_3
from activities.papers.source import Source
from cases.notice_kinds import KINDS
from cases.protocol import contacts
from cases.stages import decision, review
from cases.state import Contact, Decision, Notice
from cases.tracks import ROADS
from cases.words import NoticeKind, PaperKind

_SAID = {
    "incident_log": "this was recorded",
    "conduct_warning": "{whom} warned about the conduct",
    "conduct_answer": "the answer to the complaints was heard",
    "agencies_asked": "other agencies were asked what they know",
}


def told(source: Source, line: About, marks: dict[str, str]) -> Iterator[str]:
    """The conduct and the reasons, then the decisions that the claim rests on; none where it is for arrears alone."""
    reasons = matter.reasons(source, line)
    if reasons:
        gave = "The notice gave these reasons" if _says_why(line) else "The reasons recorded for it are these"
        yield f"{gave}: {_stopped(reasons)}"
    if line.notice is not None:
        yield from _condition(source, line.notice)
        if line.notice.trustee_copy_on is not None:
            yield f"A copy of the notice was given to the Public Trustee on {_day(line.notice.trustee_copy_on)}."
    if matter.for_conduct(source, line):
        yield from _conduct(source)
    if CONDUCT in marks:
        yield f"The incidents, and what was done about each, are listed by date in [{marks[CONDUCT]}]."
    if ROADS[source.state.track].decided_first:
        yield from _decided(source)
    if line.notice is not None:
        yield from _reviewed(source, line.notice)
    yield from _part_3(source, marks)


def _says_why(line: About) -> bool:
    """Whether the notice is of a kind that gives reasons."""
    return line.notice is not None and not KINDS[line.notice.kind].no_reason


def _conduct(source: Source) -> Iterator[str]:
    for contact in contacts(source.state, *_SAID):
        whom = "the defendant was" if len(source.state.tenants) == 1 else "the defendants were"
        said = _SAID[contact.step].format(whom=whom)
        yield f"On {_day(contact.on)} {said}{_note(source, contact)}"


def _note(source: Source, contact: Contact) -> str:
    note = source.text(contact.note)
    return f": {_stopped(note)}" if note else "."


def _condition(source: Source, notice: Notice) -> Iterator[str]:
    """The condition of the absolute ground that is met, with the court's decision (HA 1985 s.84A)."""
    for met in notices.conditions(source, notice, _given_with(source, notice)):
        what = f" What it was: {_stopped(met.what)}" if met.what else ""
        who = f" It concerned: {_stopped(met.who)}" if met.who else ""
        court = f" It was made by {_stopped(met.court)}" if met.court else ""
        appeal = f" {_stopped(met.appeal)}" if met.appeal else ""
        yield (
            f"Condition {met.number} of section 84A is met: {matter.low(met.title)}, by a decision of "
            f"{_day(met.decided_on)}.{what}{who}{court}{appeal}"
        )


def _given_with(source: Source, notice: Notice) -> tuple[str, ...]:
    """What its officer gave when the notice was made: the conviction, finding or order, line by line."""
    asked = [p for p in source.state.papers if p.kind == PaperKind.NOTICE_S83ZA.value and p.subject == notice.id]
    given = next((p.details.lines for p in reversed(asked) if p.details and p.details.lines), None)
    return source.lines(given)


def _decided(source: Source) -> Iterator[str]:
    made = decision.standing(source.state)
    if made is None:
        return
    knew = f" The household was told on {_day(made.told_on)}." if made.told_on else ""
    yield (
        f"On {_day(made.on)} the claimant decided: {matter.low(made.decision.label)}.{knew} The reasons were: "
        f"{_stopped(source.text(made.reasons))}"
    )
    yield from _decision_review(made)


def _decision_review(made: Decision) -> Iterator[str]:
    if made.review_decided_on is not None:
        yield f"A review was asked for, and on {_day(made.review_decided_on)} the decision stood."
    elif made.review_asked_on is not None:
        yield f"A review was asked for on {_day(made.review_asked_on)} and is not decided yet."
    elif made.review_by is not None:
        yield f"A review could be asked for by {_day(made.review_by.on)}; none is recorded."


def _reviewed(source: Source, notice: Notice) -> Iterator[str]:
    """The review of the notice that its Act gives, and of a notice of non-renewal that came before it."""
    earlier = [n for n in source.state.notices if n.kind is NoticeKind.S107D_NON_RENEWAL and n.id != notice.id]
    if notice.kind is NoticeKind.S107D_POSSESSION:
        for given in (n for n in earlier if n.served):
            yield f"Before it the claimant gave a {matter.low(given.kind.label)}. {_service(source, given)}"
    for one in (*earlier, notice):
        asked = review.of_notice(source.state, one)
        if asked is None:
            if one.review_by is not None:
                yield f"A review could be asked for by {_day(one.review_by.on)}; none is recorded."
            continue
        if asked.decided_on is None:
            yield f"A review was asked for on {_day(asked.asked_on)} and is not decided yet."
            continue
        kept = "stood" if asked.upheld else "did not stand"
        yield (
            f"A review was asked for on {_day(asked.asked_on)}. On {_day(asked.decided_on)} the decision {kept}. "
            f"The reasons were: {_stopped(source.text(asked.reasons))}"
        )


def _service(source: Source, notice: Notice) -> str:
    served = evidence.notice_data(source, notice).served
    return " ".join(f"Service on {s.person_name}: {s.method.lower()}, {_day(s.served_on)}." for s in served)


def _part_3(source: Source, marks: dict[str, str]) -> Iterator[str]:
    done = claims.part_3(source)
    if done is None or done.invited_on is None:
        return
    yield (
        f"On {_day(done.invited_on)} the occupiers were told why possession is sought and were asked to write of their "
        "personal circumstances, as Part 3 of the Pre-Action Protocol asks."
    )
    if done.considered_on is not None:
        yield (
            f"On {_day(done.considered_on)} what was said, or that nothing was said, was weighed, and reasons for "
            f"going on were given: {_stopped(done.reasons)}"
        )
    if PART_3 in marks:
        yield f"The schedule of those steps is [{marks[PART_3]}]."


def considered(source: Source) -> Iterator[str]:
    """Each assessment of vulnerability, capacity and the Equality Act, with its reasons."""
    for made in source.state.assessments:
        went = "to go on" if made.proceed else "not to go on"
        yield (
            f"On {_day(made.on)}, before the {made.before.value}, the claimant considered vulnerability, capacity and "
            f"the Equality Act 2010, and decided {went}. The reasons recorded are: "
            f"{_stopped(source.text(made.reasons))}"
        )


def _stopped(text: str) -> str:
    """The words with a full stop after them."""
    return text if text.rstrip()[-1:] in (".", "!", "?", "”", "") else f"{text.rstrip()}."


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
