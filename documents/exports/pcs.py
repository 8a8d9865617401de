"""A claim as data for the digital possession service, from the same facts as its sheet of answers and to the penny."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from documents.exports import pcs_shape as shape
from documents.exports.base import (
    ExportCourt,
    Rest,
    cut,
    no_words_erased,
    phone_of,
    postcode_of,
    same_figures,
    unanswered,
)
from documents.exports.pcs_grounds import ground_answers
from documents.papers import pcs
from documents.papers.data import PaperData, ServiceLine
from documents.papers.problems import PaperRefused
from documents.papers.proceedings import OnlineData
from documents.papers.sheets import Answer

_LONDON = ZoneInfo("Europe/London")
_FREQUENCY = {"week": "WEEKLY", "fortnight": "FORTNIGHTLY", "month": "MONTHLY", "other": "OTHER"}
_DAYS = {"week": Decimal(7), "fortnight": Decimal(14), "month": Decimal("30.44")}
_NO_AGREEMENT = "The signer reads the statement of truth on the service and ticks it there: the file does not."


def build(data: PaperData, court: ExportCourt, reference: str) -> bytes:
    """The file of one claim, as JSON in UTF-8; the same facts give the same bytes.

    `data` is clean and has passed the gates of the sheet. Raises PaperRefused with every reason found.
    """
    no_words_erased(data)
    same_figures(data)
    kind = pcs.tenancy_kind(data)
    rest: list[Rest] = []
    grounds = ground_answers(data, kind)
    try:
        claim = shape.Claim.model_validate(
            {
                "reference": reference,
                "court": {"name": court.name, "reason": court.reason, "confidence": court.confidence},
                "answers": _answers(data, court, kind, rest),
                "grounds": {"chosen": grounds.chosen, "told": grounds.told, "reasons": grounds.reasons},
                "schedule": _schedule(data),
                "continuation": [{"field": one.field, "text": one.text} for one in (*rest, *grounds.rest)],
                "uploads": data.online.documents if data.online else (),
                "check": tuple(checks(data, court)),
            }
        )
    except ValidationError as fault:
        raise PaperRefused(tuple(_refused(fault))) from None
    return written(shape.ClaimFile(claims=(claim,)))


def written(file: shape.ClaimFile) -> bytes:
    """The file as bytes; what is not answered is left out."""
    told = file.model_dump(mode="json", exclude_none=True)
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def read(data: bytes) -> shape.ClaimFile:
    """A file of ours, checked against the shape. Raises ValidationError."""
    return shape.ClaimFile.model_validate_json(data)


def schema() -> dict[str, Any]:
    """The JSON Schema that every such file keeps."""
    return shape.ClaimFile.model_json_schema()


def _answers(data: PaperData, court: ExportCourt, kind: str, rest: list[Rest]) -> dict[str, Any]:
    online = data.online or OnlineData()

    def boxed(box: str, text: str, room: int) -> str | None:
        answer = Answer(box, text, room)
        if answer.rest:
            rest.append(Rest(box, answer.rest))
        return answer.fits or None

    home, claim, phone = data.tenancy, data.claim, phone_of(online.contact_phone or data.landlord.phone)
    people = [_defendant(data, place) for place in range(len(data.tenants))]
    followed, why_not = pcs.protocol_answer(data, online)
    found: dict[str, Any] = {
        "propertyAddress": _address(data.property_address, "England", postcode_of(data)),
        "caseManagementLocationNumber": int(court.number) if court.number.isdecimal() else None,
        "claimantName": data.landlord.name,
        "claimantContactEmail": online.contact_email or data.landlord.email or None,
        "overriddenClaimantContactAddress": _address(data.landlord.address),
        "claimantProvidePhoneNumber": _yes(bool(phone)),
        "claimantContactPhoneNumber": phone or None,
        "defendant1": people[0],
        "addAnotherDefendant": _yes(len(people) > 1),
        "additionalDefendants": [{"value": one} for one in people[1:]],
        "tenancy_TypeOfTenancyLicence": "OTHER" if kind == "other" else f"{kind.upper()}_TENANCY",
        "tenancy_TenancyLicenceDate": home.start_date,
        "tenancy_HasCopyOfTenancyLicence": _maybe(online.tenancy_copy),
        "preActionProtocolCompleted": _maybe(followed),
        "mediationAttempted": _maybe(online.mediation),
        "settlementAttempted": _maybe(online.settlement),
        "noticeServed": "Yes" if data.notice is not None else "No",
        "arrearsJudgmentWanted": _yes(claim.money_judgment),
        "claimantCircumstancesSelect": _yes(bool(claim.claimant_information)),
        "claimantCircumstancesDetails": boxed("claimantCircumstancesDetails", claim.claimant_information, pcs.LONG),
        "hasDefendantCircumstancesInfo": _yes(bool(data.circumstances)),
        "defendantCircumstancesInfo": boxed("defendantCircumstancesInfo", data.circumstances, pcs.LONG),
        "alternativesToPossession": [
            *(["SUSPENSION_OF_RIGHT_TO_BUY"] if claim.suspend_right_to_buy else []),
            *(["DEMOTION_OF_TENANCY"] if claim.demotion else []),
        ],
        "additionalReasonsForPossession": {
            "hasReasons": _yes(bool(online.additional_reasons)),
            "reasons": boxed("additionalReasonsForPossession.reasons", online.additional_reasons, pcs.ADDITIONAL),
        },
        "hasUnderlesseeOrMortgagee": _yes(bool(claim.underlessee)),
        "wantToUploadDocuments": _yes(bool(online.documents)),
        "applicationWithClaim": _yes(bool(online.application_too)),
        "statementOfTruth": _truth(data, online),
    }
    if kind == "other":
        box = "tenancy_DetailsOfOtherTypeOfTenancyLicence"
        found[box] = boxed(box, home.occupancy, pcs.REASON)
    if online.tenancy_copy is False:
        box = "tenancy_ReasonsForNoTenancyLicenceDocuments"
        found[box] = boxed(box, online.tenancy_copy_reason, pcs.REASON)
    if followed is False:
        box = "preActionProtocolIncompleteExplanation"
        found[box] = boxed(box, why_not, pcs.SHORT)
    if claim.underlessee:
        (name,) = cut((claim.underlessee,), pcs.NAME, "The underlessee's or mortgagee's name")
        found["underlesseeOrMortgagee1"] = {"nameKnown": "YES", "name": name, "addressKnown": "NO"}
    if data.notice is not None and data.notice.served:
        found |= _service(data.notice.served[0], online, boxed)
    if data.matter is None or data.matter.rent:
        found |= _rent(data, online, boxed)
    return found


def _defendant(data: PaperData, place: int) -> dict[str, Any]:
    person = data.tenants[place]
    first, last = cut(pcs.split_name(person.full_name), pcs.NAME, f"A name of defendant {place + 1}")
    same = person.address == data.property_address
    return {
        "nameKnown": "YES",
        "firstName": first or None,
        "lastName": last or None,
        "addressKnown": _yes(any(person.address)),
        "addressSameAsPossession": _yes(same),
        "correspondenceAddress": None if same or not any(person.address) else _address(person.address),
    }


def _address(lines: Sequence[str], country: str = "United Kingdom", postcode: str = "") -> dict[str, Any]:
    """An address in the service's parts: the last line is its postcode, the one before it its town."""
    said = [line for line in lines if line]
    if len(said) < 3:
        raise PaperRefused(("An address has too few lines: its street, its town and its postcode are needed.",))
    *streets, town, code = said
    rows = [streets[0], *([", ".join(streets[1:-1])] if len(streets) > 2 else []), *streets[1:][-1:]]
    cut(rows[:1], 150, "The first line of an address")
    cut((*rows[1:], town), 50, "A line of an address")
    named = {f"AddressLine{number}": row for number, row in enumerate(rows, start=1)}
    return {**named, "PostTown": town, "PostCode": postcode or code, "Country": country}


def _service(served: ServiceLine, online: OnlineData, boxed: Any) -> dict[str, Any]:
    at = served.sent_at or datetime(served.sent_on.year, served.sent_on.month, served.sent_on.day, tzinfo=_LONDON)
    local = f"{at.astimezone(_LONDON):%Y-%m-%dT%H:%M:%S}"
    how = online.service_details or served.method
    match served.means:
        case "post":
            return {"notice_NoticeServiceMethod": "FIRST_CLASS_POST", "notice_NoticePostedDate": served.sent_on}
        case "left":
            method = "DELIVERED_PERMITTED_PLACE"
            return {"notice_NoticeServiceMethod": method, "notice_NoticeDeliveredDate": served.sent_on}
        case "handed":
            (name,) = cut((served.person_name,), pcs.NAME, "The name of the person the notice was left with")
            return {
                "notice_NoticeServiceMethod": "PERSONALLY_HANDED",
                "notice_NoticeHandedOverDateTime": local,
                "notice_NoticePersonName": name,
            }
        case "electronic":
            box = "notice_NoticeOtherElectronicMethodExplanation"
            return {
                "notice_NoticeServiceMethod": "OTHER_ELECTRONIC",
                "notice_NoticeOtherElectronicDateTime": local,
                box: boxed(box, how, pcs.SHORT),
            }
    box = "notice_NoticeOtherExplanation"
    said = {"notice_NoticeServiceMethod": "OTHER", "notice_NoticeOtherDateTime": local}
    return {**said, box: boxed(box, how, pcs.SHORT)}


def _rent(data: PaperData, online: OnlineData, boxed: Any) -> dict[str, Any]:
    home = data.tenancy
    found: dict[str, Any] = {
        "rentDetails_CurrentRent": str(home.rent_pence),
        "rentDetails_Frequency": _FREQUENCY[home.period_tick],
        "rentArrears_Total": str(data.arrears_pence),
        "rentArrears_RecoveryAttempted": _yes(bool(online.steps_taken or data.steps)),
    }
    if home.period_tick == "other":
        found["rentDetails_OtherFrequency"] = home.period
        found["rentDetails_DailyCharge"] = str(home.daily_rate_pence)
    if online.steps_taken:
        box = "rentArrears_RecoveryAttemptDetails"
        found[box] = boxed(box, online.steps_taken, pcs.REASON)
    return found


def _truth(data: PaperData, online: OnlineData) -> dict[str, Any] | None:
    signer = data.statement_of_truth
    if signer is None:
        return None
    if signer.capacity == "legal_representative":
        firm = {"firmNameLegalRep": online.firm or None, "positionLegalRep": signer.position or None}
        return {"completedBy": "LEGAL_REPRESENTATIVE", "fullNameLegalRep": signer.name or None, **firm}
    position = signer.position or None
    return {"completedBy": "CLAIMANT", "fullNameParty": signer.name or None, "positionParty": position}


def _schedule(data: PaperData) -> dict[str, Any] | None:
    """The rows of the rent schedule as the paper has them."""
    if not data.rent_rows:
        return None
    rows = [row.model_dump() for row in data.rent_rows]
    return {"as_at": data.arrears_as_at, "arrears_pence": data.arrears_pence, "rows": rows}


def checks(data: PaperData, court: ExportCourt) -> Iterator[str]:
    """What a person has to look at or do before the claim is submitted."""
    yield from unanswered(pcs.pages(data))
    yield _NO_AGREEMENT
    signer, home = data.statement_of_truth, data.tenancy
    if signer is not None and signer.capacity == "legal_representative":
        yield "The service's start page sends legal representatives to Possession Claim Online or paper (confidence A)."
    if court.online_from is None:
        yield "Whether the service takes claims for this court yet is not in the landlord's table; its start page says."
    elif court.online_from > data.made_on:
        yield f"By the landlord's table the service takes this court's claims from {court.online_from:%d %m %Y} only."
    if not phone_of((data.online.contact_phone if data.online else "") or data.landlord.phone):
        yield "The landlord's telephone number is not 0 and ten digits, as the service wants it: it is left out."
    days = _DAYS.get(home.period_tick)
    if days is not None:
        theirs = int((home.rent_pence / days).quantize(Decimal(1), ROUND_HALF_UP))
        if theirs != home.daily_rate_pence:
            told = (
                f"The service works out {theirs} pence a day; the claim's daily rate is {home.daily_rate_pence} pence."
            )
            yield f"{told} Enter the claim's."


def _refused(fault: ValidationError) -> Iterator[str]:
    """What does not keep to the shape, by field and never by value: a value may name somebody."""
    for each in fault.errors():
        place = ".".join(str(part) for part in each["loc"])
        yield f"{place}: {each['msg'][:1].lower()}{each['msg'][1:]}. Put it right where it is kept."


def _yes(answer: bool) -> str:
    return "YES" if answer else "NO"


def _maybe(answer: bool | None) -> str | None:
    return None if answer is None else _yes(answer)
