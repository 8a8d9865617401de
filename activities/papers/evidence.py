"""The dated evidence of a paper: notice and service, Protocol steps, hearing."""

from collections.abc import Iterator
from datetime import date, datetime

from activities.papers import words
from activities.papers.about import About
from activities.papers.notices import substance
from activities.papers.rights import RIGHTS
from activities.papers.source import Source
from cases.care import ANSWERS, CARE_STEPS
from cases.instants import LONDON
from cases.means import went_through
from cases.protocol import attempts, contacts, unanswered
from cases.state import Assessment, Contact, Hearing, Notice, Service
from cases.words import NoticeKind
from documents.papers.data import GroundData, HearingData, NoticeData, ServiceLine, ServiceMeans, StepLine
from law.counting import add_months
from law.grounds import Ground, ground
from law.notices import LIFE_MONTHS
from law.protocol import steps_for
from law.service import SERVICE_METHODS
from law.tenancies import Occupancy

_MEANS: dict[str, ServiceMeans] = {
    "by_hand": "handed",
    "left_at_property": "left",
    "first_class_post": "post",
    "second_class_post": "post",
    "recorded_delivery": "post",
    "email": "electronic",
    "portal": "electronic",
}


def grounds(source: Source, notice: Notice) -> tuple[GroundData, ...]:
    """The grounds of the notice, in our own words, with the Act's words where the landlord has supplied them."""
    social = source.facts.policy.social_commencement
    found = (ground(Occupancy(source.state.occupancy), code, notice.drafted_on, social) for code in notice.grounds)
    return tuple(
        GroundData(
            code=f"Ground {each.code}",
            title=each.title,
            substance=each.substance,
            power=_power(each),
            citation=each.citation,
            confidence=each.confidence.value,
            official_text=source.landlord.text_of(each.schedule, each.regime, each.code, notice.drafted_on),
        )
        for each in found
    )


def claimed(source: Source, line: About) -> tuple[GroundData, ...]:
    """What the claim rests on: the grounds of all its notices, or the right that follows from a notice without any."""
    relied = line.claim.notices if line.claim else (line.notice.id,) if line.notice else ()
    found = []
    for notice in (n for n in source.state.notices if n.id in relied):
        found += [*_met(source, notice)] or [RIGHTS[notice.kind]] if notice.kind in RIGHTS or notice.grounds else []
    return tuple(dict.fromkeys(found))


def _met(source: Source, notice: Notice) -> Iterator[GroundData]:
    """The grounds of a notice; of the absolute ground the condition that is met alone (HA 1985 s.84A)."""
    for each in grounds(source, notice):
        if notice.condition is None:
            yield each
            continue
        found = ground(Occupancy(source.state.occupancy), "84A", notice.drafted_on)
        number = int(notice.condition)
        yield each.model_copy(update={"substance": f"Condition {number} is met. {substance(found, number)}"})


def _power(found: Ground) -> str:
    if found.power == "mandatory":
        offer = " and suitable other accommodation is available" if found.alternative_accommodation else ""
        return f"If this ground is proved{offer} the court must order possession (mandatory)."
    offer = ", and only if suitable other accommodation is available" if found.alternative_accommodation else ""
    return f"The court may order possession only if it is reasonable to do so{offer} (discretionary)."


def notice_data(source: Source, notice: Notice) -> NoticeData:
    """The notice, and how each tenant was given it. Before service the planned dates stand in."""
    return NoticeData(
        kind=notice.kind.label,
        specified_on=notice.specified.on,
        issue_from=(notice.issue_from_safe or notice.issue_from or notice.specified).on,
        lapse_on=_lapse(notice),
        particulars=source.text(notice.particulars),
        served=tuple(_service(source, service) for service in notice.services),
    )


def _lapse(notice: Notice) -> date | None:
    """The life of a section 83 notice runs from the date in it; any other's from a service that may not have come."""
    if notice.lapse is not None:
        return notice.lapse.on
    return add_months(notice.specified.on, LIFE_MONTHS) if notice.kind is NoticeKind.S83 else None


def steps(source: Source) -> tuple[StepLine, ...]:
    """Every Protocol step with what is recorded of it, oldest first; those with nothing recorded have no day, last."""
    done: list[StepLine] = []
    missing: list[StepLine] = []
    for step in steps_for(2):
        found = [
            _line(source, contact, step.para, words.DONE.get(step.code, step.title))
            for contact in source.state.contacts
            if contact.step == step.code
        ]
        found += [StepLine(on=on, para=step.para, text=said, note=note) for on, said, note in _kept(source, step.code)]
        done += found
        if not contacts(source.state, step.code) and not any(_kept(source, step.code)):
            so_far = "nobody has been reached" if found else "nothing is recorded"
            missing.append(StepLine(on=None, para=step.para, text=f"{step.title}: {so_far}."))
    for own in CARE_STEPS:
        tried = (*contacts(source.state, own.code), *attempts(source.state, own.code))
        done += [_line(source, contact, own.para, words.DONE[own.code]) for contact in tried]
    uncared = {ANSWERS[need]: need for need in unanswered(source.state)}
    missing += [
        StepLine(on=None, para=own.para, text=f"{own.title}: found to be needed, and nothing is recorded.")
        for own in CARE_STEPS
        if own.code in uncared
    ]
    return (*sorted(done, key=lambda line: (line.on or date.max, [int(n) for n in line.para.split(".")])), *missing)


def _line(source: Source, contact: Contact, para: str, did: str) -> StepLine:
    proof = f" Document {contact.document}." if contact.document else ""
    figures = f" {went_through(contact)}" if contact.income_pence is not None else ""
    reached = f"{words.method(contact.method)}, {_whom(source, contact.tenants)}"
    text = f"{did}: {reached}.{figures}{proof}" if contact.reached else f"Tried, nobody reached: {reached}.{proof}"
    return StepLine(on=contact.on, para=para, text=text, note=source.text(contact.note))


def _kept(source: Source, code: str) -> Iterator[tuple[date, str, str]]:
    """What the case keeps in a place of its own and not as a contact: assessments, and letters before a hearing."""
    if code == "vulnerability":
        for made in source.state.assessments:
            yield made.on, _assessed(made), source.text(made.reasons)
    if code == "hearing_statement":
        for hearing in source.state.hearings:
            if hearing.ten_day_letter_sent_on:
                listed = f"{hearing.on.day} {hearing.on:%B %Y}"
                yield hearing.ten_day_letter_sent_on, f"{words.DONE[code]}, for the hearing on {listed}.", ""


def _assessed(made: Assessment) -> str:
    decided = "to go on" if made.proceed else "not to go on"
    return f"{words.DONE['vulnerability']} before the {made.before.value}, and decided {decided}."


def hearing_data(hearing: Hearing) -> HearingData:
    """The listed hearing; its time is London's."""
    return HearingData(at=datetime.combine(hearing.on, hearing.at, LONDON), court=hearing.court)


def authorities(line: About) -> dict[str, str]:
    """Where the dates of the notice come from, for the chronology: `specified` and `lapse` to an authority."""
    notice = line.notice
    if notice is None:
        return {}
    dates = {"specified": notice.specified, "lapse": notice.lapse}
    return {name: _statute(found.authority) for name, found in dates.items() if found is not None}


def _statute(authority: str) -> str:
    """The law alone, without the mark that practice adds to it."""
    parts = [part for part in authority.split("; ") if part != "practice"]
    return "; ".join(parts or [authority])


def _service(source: Source, service: Service) -> ServiceLine:
    person = source.people.get(service.tenant)
    method = SERVICE_METHODS.get(service.method)
    means = _MEANS.get(service.method, "other")
    return ServiceLine(
        person_name=person.name if person else "a tenant no longer on the record",
        method=method.title if method else words.method(service.method).capitalize(),
        means=means,
        sent_on=service.sent_at.astimezone(LONDON).date(),
        sent_at=None if means == "post" or not _has_time(service) else service.sent_at,
        served_on=service.served.on,
        served_by=source.signer(service.served_by.user_id).name,
        proof=source.text(service.proof),
        address=source.property_address,
    )


def _has_time(service: Service) -> bool:
    """Midnight is what a date becomes when nobody noted the hour."""
    local = service.sent_at.astimezone(LONDON)
    return (local.hour, local.minute) != (0, 0)


def _whom(source: Source, tenants: tuple[str, ...]) -> str:
    if set(tenants) >= set(source.state.tenants):
        return "each tenant" if len(source.state.tenants) > 1 else "the tenant"
    names = [person.name for tenant in tenants if (person := source.people.get(tenant)) is not None]
    return " and ".join(names) if names else "nobody by name"
