"""The dated evidence of a paper: notice and service, Protocol steps, hearing, circumstances, explanations."""

from datetime import datetime

from activities.papers.about import About
from activities.papers.source import Source
from cases.instants import LONDON
from cases.state import Hearing, Notice, Service
from documents.papers.data import GroundData, HearingData, NoticeData, ServiceLine, ServiceMeans, StepLine
from law.grounds import ground
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
    supplied = source.landlord.grounds_text or {}
    found = (ground(Occupancy(source.state.occupancy), code, notice.drafted_on) for code in notice.grounds)
    return tuple(
        GroundData(
            code=f"Ground {each.code}",
            title=each.title,
            substance=each.substance,
            power=each.power,
            citation=each.citation,
            confidence=each.confidence.value,
            official_text=supplied.get(each.code),
        )
        for each in found
    )


def notice_data(source: Source, notice: Notice) -> NoticeData:
    """The notice, and how each tenant was given it. Before service the planned dates stand in."""
    return NoticeData(
        kind=notice.kind.label,
        specified_on=notice.specified.on,
        issue_from=(notice.issue_from_safe or notice.issue_from or notice.specified).on,
        lapse_on=(notice.lapse or notice.specified).on,
        particulars=source.text(notice.particulars),
        served=tuple(_service(source, service) for service in notice.services),
    )


def steps(source: Source) -> tuple[StepLine, ...]:
    """Every Protocol step with what is recorded of it; a step with nothing recorded has no day."""
    lines = []
    for step in steps_for(2):
        contacts = sorted((c for c in source.state.contacts if c.step == step.code), key=lambda c: (c.on, c.id))
        lines += [
            StepLine(
                on=contact.on,
                para=step.para,
                text=f"{step.title}: {_how(contact.method)}, {_who(source, contact.tenants)}.",
            )
            for contact in contacts
        ]
        if not contacts:
            lines.append(StepLine(on=None, para=step.para, text=f"{step.title}: nothing recorded."))
    return tuple(lines)


def hearing_data(hearing: Hearing) -> HearingData:
    """The listed hearing; its time is London's."""
    return HearingData(at=datetime.combine(hearing.on, hearing.at, LONDON), court=hearing.court)


def circumstances(source: Source) -> str:
    """What is known of the tenants' means (PD 55A 2.3(5)): benefits as the housing records have them."""
    known = [
        f"{person.name}: {person.benefit}."
        for tenant in source.state.tenants
        if (person := source.people.get(tenant)) is not None and person.benefit
    ]
    if not known:
        return "The claimant has no record of benefits received by the defendants."
    return "The claimant's records show these benefits. " + " ".join(known)


def explanations(line: About) -> tuple[str, ...]:
    """How the dates of this line were worked out, one sentence each."""
    dates = []
    if line.notice:
        dates += [line.notice.specified, line.notice.served, line.notice.issue_from, line.notice.lapse]
    if line.order:
        dates += [line.order.possession]
    return tuple(found.sentence for found in dates if found is not None)


def _service(source: Source, service: Service) -> ServiceLine:
    person = source.people.get(service.tenant)
    method = SERVICE_METHODS.get(service.method)
    return ServiceLine(
        person_name=person.name if person else service.tenant,
        method=method.title if method else _how(service.method),
        means=_MEANS.get(service.method, "other"),
        sent_on=service.sent_at.astimezone(LONDON).date(),
        served_on=service.served.on,
        served_by=source.signer(service.served_by.user_id).name,
        proof=source.text(service.proof),
        address=source.property_address,
    )


def _who(source: Source, tenants: tuple[str, ...]) -> str:
    names = [person.name for tenant in tenants if (person := source.people.get(tenant)) is not None]
    return "to " + " and ".join(names) if names else "to nobody by name"


def _how(method: str) -> str:
    return method.replace("_", " ")
