"""What to enter in the HMCTS digital possession service, page by page (its code of 22 August 2026; confidence A).

The limits are the service's own. Its rent questions want pounds without sign or comma.
"""

from documents.papers.clean import clean_text
from documents.papers.data import GroundData, NoticeData, PaperData, ServiceLine
from documents.papers.household import in_possession
from documents.papers.proceedings import OnlineData
from documents.papers.sheets import Answer, Page, pounds, yes_no

NAME, OTHER_PERIOD, SHORT, REASON, LONG, ADDITIONAL, SIGNER = 60, 60, 250, 500, 950, 6400, 100
_FROM_PERIOD = {"week": "Weekly", "fortnight": "Fortnightly", "month": "Monthly", "other": "Other"}
_METHODS = {
    "handed": "Personally handed to the defendant, or left with somebody at their address",
    "left": "Delivered to or left at a permitted place",
    "post": "First class post, or another service that delivers on the next business day",
    "electronic": "Other electronic method",
    "other": "Other",
}


def pages(data: PaperData) -> tuple[Page, ...]:
    """Every page of the claim in the order in which the service asks, with our answers."""
    online = data.online or OnlineData()
    return (*_parties(data, online), *_tenancy(data, online), *_before(data, online), *_money(data, online),
            *_positions(data, online), *_end(data, online))  # fmt: skip


def _parties(data: PaperData, online: OnlineData) -> tuple[Page, ...]:
    lines = [line for line in data.property_address if line]
    claimant = data.landlord
    people = []
    for place, person in enumerate(data.tenants, start=1):
        first, last = split_name(person.full_name)
        same = person.address == data.property_address
        people += [
            Answer(f"Defendant {place}: first name", first, NAME),
            Answer(f"Defendant {place}: last name", last, NAME),
            Answer(f"Defendant {place}: address for service", "Same as the property" if same else _one(person.address)),
        ]
    return (
        Page("1", "The property", (
            Answer("Address", _one(lines)),
            Answer("Postcode (finds the country and the court)", online.postcode or (lines[-1] if lines else "")),
        )),
        Page("2", "Claimant’s name", (Answer("Is the organisation’s name right? Else enter", claimant.name),)),
        Page("3", "Claimant’s type", (
            Answer("Who is the claimant?", "Registered provider of social housing or local authority"),
        )),
        Page("4", "Kind of claim", (Answer("Against trespassers?", "No"),)),
        Page("5", "How to reach the claimant", (
            Answer("E-mail for notices", online.contact_email or claimant.email),
            Answer("Address for documents", _one(claimant.address)),
            Answer("Telephone: 0 and ten digits", "".join((online.contact_phone or claimant.phone).split())),
        )),
        Page("6", "The defendants", (*people, *_others(data)), note="“Add another” for each."),
    )  # fmt: skip


def _others(data: PaperData) -> tuple[Answer, ...]:
    """Who lives there and is no tenant: told beside the defendants, so that nobody is forgotten."""
    there = in_possession(data.household)
    return (Answer("Living there besides, and no defendant unless you add them", there),) if there else ()


def _tenancy(data: PaperData, online: OnlineData) -> tuple[Page, ...]:
    home, kind = data.tenancy, tenancy_kind(data)
    first = [Answer("Kind of tenancy", kind.capitalize())]
    if kind == "other":
        first.append(Answer("Describe it", home.occupancy, REASON))
    first += [
        Answer("Date it began", f"{home.start_date:%d %m %Y}"),
        Answer("Is a copy held? Upload it", yes_no(online.tenancy_copy)),
    ]
    if online.tenancy_copy is False:
        first.append(Answer("Why there is no copy", online.tenancy_copy_reason, REASON))
    reasons = {one.code: one.reason for one in online.ground_reasons}
    grounds = []
    for ground in data.grounds:
        grounds.append(Answer("Tick", f"{ground.code}: {ground.title}{_split_ground(ground, kind)}"))
        grounds.append(Answer(f"Reasons, {ground.code}", reasons.get(ground.code, ""), REASON))
    return (
        Page("7", "The tenancy", tuple(first)),
        Page("8", "Grounds", tuple(grounds), note="The service lists the grounds before the reform of 2026."),
    )


def tenancy_kind(data: PaperData) -> str:
    """The tenancy as the service sorts it: assured, secure, introductory, flexible, demoted or other."""
    kinds = ("assured", "secure", "introductory", "flexible", "demoted")
    return next((one for one in kinds if one in data.tenancy.occupancy.lower()), "other")


def _split_ground(ground: GroundData, kind: str) -> str:
    """The service splits ground 1 of a secure tenancy in two."""
    if kind in ("secure", "flexible") and ground.code.split()[-1:] == ["1"]:
        return " (tick rent arrears, or breach of the tenancy, or both)"
    return ""


def protocol_answer(data: PaperData, online: OnlineData) -> tuple[bool | None, str]:
    """Whether the Protocol was followed, and why not; None where nobody has answered and it may apply."""
    if online.protocol_followed is None and data.matter is not None and not data.matter.rent:
        why = "No Part of it speaks to this claim: it is not for arrears, and the court may choose whether to order it."
        return False, why
    return online.protocol_followed, online.protocol_reason


def _before(data: PaperData, online: OnlineData) -> tuple[Page, ...]:
    followed, why = protocol_answer(data, online)
    protocol = [Answer("Was the Pre-Action Protocol followed?", yes_no(followed))]
    if followed is False:
        protocol.append(Answer("Why not", why, SHORT))
    return (
        Page("9", "Pre-Action Protocol", tuple(protocol)),
        Page("10", "Mediation and settlement", (
            Answer("Was mediation attempted?", yes_no(online.mediation)),
            Answer("Was settlement attempted?", yes_no(online.settlement)),
        )),
        Page("11", "Notice", (Answer("Was notice served?", yes_no(data.notice is not None)),)),
        _service(data.notice, online),
    )  # fmt: skip


def _service(notice: NoticeData | None, online: OnlineData) -> Page:
    served = notice.served[0] if notice and notice.served else None
    answers: tuple[Answer, ...] = ()
    if notice is not None and served is not None:
        answers = (
            Answer("Which notice", notice.kind),
            Answer("How it was served", _METHODS[served.means]),
            Answer("Date", f"{served.served_on:%d %m %Y}"),
            *_details(served, online),
            Answer("Upload the notice, or say why not", "Upload", SHORT),
        )
    note = "One notice and one service only: certificates for the others go in as extra documents."
    return Page("12", "How the notice was served", answers, note=note)


def _details(served: ServiceLine, online: OnlineData) -> tuple[Answer, ...]:
    if served.means == "handed":
        return (Answer("Name of the person it was left with", served.person_name, NAME),)
    details = online.service_details or served.method
    return (Answer("Details", details, SHORT),)


def _money(data: PaperData, online: OnlineData) -> tuple[Page, ...]:
    home = data.tenancy
    rent = [Answer("Rent", pounds(home.rent_pence)), Answer("How often", _FROM_PERIOD[home.period_tick])]
    if home.period_tick == "other":
        rent += [
            Answer("Describe the period", home.period, OTHER_PERIOD),
            Answer("Daily charge", pounds(home.daily_rate_pence)),
        ]
    return (
        Page("13", "Rent", tuple(rent), note="" if home.period_tick == "other" else (
            "The service works out the daily charge itself: weekly ÷ 7, fortnightly ÷ 14, monthly ÷ 30.44.")),
        _arrears(data, online),
        Page("15", "Money judgment", (Answer("Judgment for the arrears?", yes_no(data.claim.money_judgment)),)),
    )  # fmt: skip


def _arrears(data: PaperData, online: OnlineData) -> Page:
    if data.matter is not None and not data.matter.rent:
        return Page("14", "Rent arrears", (), note="Asked only where arrears are a ground or are claimed: not here.")
    return Page("14", "Rent arrears", (
        Answer("Upload the rent statement", "Rent schedule, PDF"),
        Answer("Total arrears", pounds(data.arrears_pence)),
        Answer("Were steps taken before to recover them?", yes_no(bool(online.steps_taken or data.steps))),
        Answer("Details, with case numbers", online.steps_taken, REASON),
    ))  # fmt: skip


def _positions(data: PaperData, online: OnlineData) -> tuple[Page, ...]:
    ours, theirs = data.claim.claimant_information, data.circumstances
    return (
        Page("16", "Claimant’s circumstances", (
            Answer("Anything to say of them?", yes_no(bool(ours))),
            Answer("What", ours, LONG),
        )),
        Page("17", "Defendants’ circumstances", (
            Answer("Anything to say of them?", yes_no(bool(theirs))),
            Answer("What: benefits, and any paid direct, must be said", theirs, LONG),
        )),
        Page("18", "Alternatives to possession", (
            Answer("Suspension of the right to buy", yes_no(data.claim.suspend_right_to_buy)),
            Answer("Demotion", yes_no(data.claim.demotion)),
        ), note="If yes: the section of the Act, express terms served, and the reasons."),
        Page("19", "Additional reasons", (Answer("Reasons", online.additional_reasons, ADDITIONAL),)),
        Page("20", "Underlessee or mortgagee", (
            Answer("Is there one?", yes_no(bool(data.claim.underlessee))),
            *((Answer("Name and address", data.claim.underlessee, NAME),) if data.claim.underlessee else ()),
        )),
    )  # fmt: skip


def _end(data: PaperData, online: OnlineData) -> tuple[Page, ...]:
    signer = data.statement_of_truth
    return (
        Page("21", "Extra documents", tuple(Answer("Upload", one) for one in online.documents)),
        Page("22", "Application and language", (
            Answer("An application at the same time?", yes_no(online.application_too)),
            Answer("Language", "English"),
            Answer("Submit now, or save", "Save, check against this sheet, then submit"),
        ), note="An application wanted before listing must follow within 24 hours of submitting and paying."),
        Page("23", "Statement of truth and fee", (
            Answer("Full name", signer.name if signer else "", SIGNER),
            Answer("Position", signer.position if signer else ""),
            *((Answer("Firm", online.firm),) if signer and signer.capacity == "legal_representative" else ()),
            Answer("Fee", "" if data.fee_pence is None else pounds(data.fee_pence)),
        ), note="Read the statement on the screen before ticking it; the signer must have authority."),
    )  # fmt: skip


def split_name(full_name: str) -> tuple[str, str]:
    """First and last name without a title; a single name is a last name."""
    words = full_name.split()
    if words and words[0].rstrip(".") in {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Dame", "Rev", "Prof"}:
        words = words[1:]
    return (" ".join(words[:-1]), words[-1]) if words else ("", "")


def _one(lines: tuple[str, ...] | list[str]) -> str:
    return ", ".join(clean_text(line) for line in lines if line)
