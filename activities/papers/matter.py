"""What a claim is about besides its sums, and what was done about it before: conduct, decisions, reviews, Part 3."""

from collections.abc import Iterator

from activities.papers import evidence, money, words
from activities.papers.about import About
from activities.papers.source import Source
from cases.protocol import CONDUCT_STEPS, contacts
from cases.stages import decision, review
from cases.stages.shared import cause_of
from cases.state import Assessment, Notice
from cases.tracks import ROADS
from cases.words import Cause, NoticeKind
from documents.papers.data import StepLine
from documents.papers.proceedings import Holding, MatterData
from law.explained import long_date
from law.grounds import ground
from law.tenancies import Occupancy

_HELD: dict[str, Holding] = {
    "non_secure_ta": "temporary",
    "licence_ta": "licence",
    "interim_ta": "licence",
    "garage": "garage",
    "unauthorised": "trespass",
    "death_no_successor": "estate",
}
_DONE = {
    "incident_log": "Incident recorded",
    "conduct_warning": "Warned about the conduct",
    "conduct_answer": "Heard the tenant's side",
    "agencies_asked": "Asked other agencies",
    "part3_invite": "Told why possession is sought and asked for their circumstances",
    "part3_reasons": "What was said, or the silence, was weighed, and reasons given for going on",
}
_PART_3 = ("part3_invite", "part3_reasons")


def matter(source: Source, line: About) -> MatterData:
    """What the claim, or the notice while there is no claim, is about."""
    home = source.facts.tenancy
    gone = next((p for p in source.people.values() if p.role == "tenant" and p.person_id in source.state.tenants), None)
    estate = home.occupancy == "death_no_successor"
    section = home.duty.strip().removeprefix("s.")
    return MatterData(
        rent=money.rent_in_issue(source, line),
        conduct=for_conduct(source, line),
        particulars=reasons(source, line),
        holding=_HELD.get(source.state.occupancy, "tenancy"),
        duty=f"section {section} of the Housing Act 1996" if section else "",
        deceased=gone.name if estate and gone else "",
        died_on=home.died_on if estate else None,
    )


def for_conduct(source: Source, line: About) -> bool:
    """Whether what somebody did is relied on, whatever else is: by the case's cause, or a ground that is not rent's."""
    return cause_of(source.state) is Cause.CONDUCT or (bool(_grounds(source, line)) and not _only_rent(source, line))


def _grounds(source: Source, line: About) -> tuple[str, ...]:
    return line.notice.grounds if line.notice else ()


def _only_rent(source: Source, line: About) -> bool:
    """Whether every ground of the notice is for rent; ground 1 of a secure tenancy is what the case says it is."""
    notice, social = line.notice, source.facts.policy.social_commencement
    if notice is None or not notice.grounds:
        return False
    relied = [ground(Occupancy(source.state.occupancy), code, notice.drafted_on, social) for code in notice.grounds]
    return all(g.arrears for g in relied) and cause_of(source.state) is not Cause.CONDUCT


def reasons(source: Source, line: About) -> str:
    """The reasons that the notice gave, where they are for more than the account."""
    notice = line.notice
    if notice is None or notice.kind is NoticeKind.S21 or _only_rent(source, line):
        return ""
    return source.text(notice.particulars)


def steps(source: Source, line: About) -> tuple[StepLine, ...]:
    """What was done before the claim, oldest first: for arrears the Protocol's Part 2, and what its road asks for."""
    rent = money.rent_in_issue(source, line)
    first = evidence.steps(source) if rent else tuple(_assessed(source))
    done = [step for step in first if step.on is not None]
    missing = [step for step in first if step.on is None]
    done += _recorded(source, line)
    if ROADS[source.state.track].decided_first:
        done += _decided(source)
    if line.notice is not None:
        done += _reviewed(source, line.notice)
    return (*sorted(done, key=lambda step: (step.on or source.today, step.para)), *missing)


def _recorded(source: Source, line: About) -> Iterator[StepLine]:
    codes = (*(CONDUCT_STEPS if for_conduct(source, line) else ()), *_PART_3)
    for contact in contacts(source.state, *codes):
        part_3 = contact.step in _PART_3
        incident = contact.step == "incident_log"
        how = "" if incident or contact.method == "file_note" else f": {words.method(contact.method)}"
        yield StepLine(
            on=contact.on,
            para="3.2" if part_3 else "",
            text=f"{_DONE[contact.step]}{how}.",
            note=source.text(contact.note),
            incident=incident,
        )


def _assessed(source: Source) -> Iterator[StepLine]:
    for made in source.state.assessments:
        yield StepLine(on=made.on, para="1.7", text=considered(made), note=source.text(made.reasons))


def considered(made: Assessment) -> str:
    """That an assessment was made, before which step, and what it came to."""
    decided = "to go on" if made.proceed else "not to go on"
    return f"{words.DONE['vulnerability']} before the {made.before.value}, and decided {decided}."


def _decided(source: Source) -> Iterator[StepLine]:
    made = decision.standing(source.state)
    if made is not None:
        said = f"Decided: {low(made.decision.label)}."
        yield StepLine(on=made.on, para="", text=said, note=source.text(made.reasons))


def _reviewed(source: Source, notice: Notice) -> Iterator[StepLine]:
    asked = review.of_notice(source.state, notice)
    if asked is not None and asked.decided_on is not None:
        kept = "stood" if asked.upheld else "did not stand"
        yield StepLine(
            on=asked.decided_on,
            para="",
            text=f"Reviewed, as asked on {long_date(asked.asked_on)}: the decision {kept}.",
            note=source.text(asked.reasons),
        )


def low(text: str) -> str:
    """The words as they stand inside a sentence."""
    return text[:1].lower() + text[1:]
