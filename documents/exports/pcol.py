"""A claim as data for Possession Claim Online: every box of its entry, in its order, in XML of our own shape.

The service takes claims in bulk through the court service's secure data transfer, whose public code knows it as a
target (hmcts/civil-sdt: `PCOL`) with a header of customer, target, count and reference; the schema of a possession
claim there is not public. So the shape is ours, marked C: it is to be mapped to the schema that comes with a bulk
licence.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from documents.exports.base import (
    ExportCourt,
    cut,
    no_words_erased,
    postcode_of,
    same_figures,
    unanswered,
)
from documents.papers import pcol, pcs
from documents.papers.data import PaperData
from documents.papers.problems import PaperRefused
from documents.papers.sheets import Answer, Page

SCHEMA = Path(__file__).with_name("pcol_claims.xsd")
NAME, NUMBER, CONFIDENCE = "due-course claims, Possession Claim Online", "1", "C"
NOTE = "No schema of the service is public: check this against the schema of your bulk licence."
MOST_REFERENCE = 32
_GROUPS: Mapping[str, str] = {
    "1": "eligibility",
    "2": "claimant",
    "3": "defendants",
    "4": "property",
    "5": "rent",
    "6": "arrears",
    "7": "notice",
    "8": "reasons",
    "9": "orders",
}
BOXES: Mapping[str, str] = {
    "Home let by the claimant, rent arrears only": "rentArrearsOnly",
    "Only arrears, interest and costs besides": "noOtherRemedy",
    "Postcode of the property known": "postcodeKnown",
    "A defendant known to be a child or protected party": "childOrProtectedParty",
    "Is the organisation’s name right? Else enter": "name",
    "E-mail for notices": "email",
    "Address for documents": "address",
    "Telephone: 0 and ten digits": "telephone",
    "first name": "firstName",
    "last name": "lastName",
    "address for service": "addressForService",
    "Address": "address",
    "Postcode (finds the country and the court)": "postcode",
    "Kind of tenancy": "tenancyKind",
    "Date it began": "tenancyBegan",
    "Rent": "amount",
    "Each": "period",
    "Daily rate": "dailyRate",
    "Arrears": "total",
    "On": "asAt",
    "Full schedule sent to the defendant before issue": "scheduleSent",
    "So enter": "howToEnter",
    "Kind": "kind",
    "Served on": "servedOn",
    "Date in it": "specifiedDate",
    "Steps taken to recover the arrears": "recoverySteps",
    "Grounds for possession": "grounds",
    "Defendants’ circumstances": "defendantCircumstances",
    "Claimant’s circumstances": "claimantCircumstances",
    "Possession, arrears, daily rate to possession, costs": "sought",
    "Fee": "fee",
    "Legal representative’s costs": "legalCosts",
    "Full name": "signerName",
    "Position": "signerPosition",
}
"""The box of each question of the sheet, by the question."""
_DEFENDANT = re.compile(r"Defendant ([0-9]+): (.+)")
_DAY = re.compile(r"([0-9]{2}) ([0-9]{2}) ([0-9]{4})")


def build(data: PaperData, court: ExportCourt, reference: str) -> bytes:
    """The file of one claim, XML in UTF-8; the same facts give the same bytes.

    `data` is clean and has passed the gates of the sheet. Raises PaperRefused with every reason found.
    """
    no_words_erased(data)
    same_figures(data)
    postcode_of(data)
    (named,) = cut((reference,), MOST_REFERENCE, "The reference of the claim")
    claim = etree.Element("claim", requestId=named)
    where = etree.SubElement(claim, "court", confidence=court.confidence, reason=court.reason)
    where.text = court.name
    rest: list[tuple[str, str]] = []
    for page in pcol.pages(data):
        _group(claim, page, rest)
    _schedule(claim, data)
    for box, text in rest:
        etree.SubElement(claim, "continuation", box=box).text = text
    for line in checks(data, court):
        etree.SubElement(claim, "check").text = line
    return whole([claim], named)


def whole(claims: list["etree._Element"], reference: str) -> bytes:
    """The file of some claims, with its header, checked against our schema. Raises PaperRefused."""
    root = etree.Element("claims", name=NAME, number=NUMBER, confidence=CONFIDENCE, note=NOTE)
    header = etree.SubElement(root, "header")
    etree.SubElement(header, "targetApplicationId").text = "PCOL"
    etree.SubElement(header, "requestCount").text = str(len(claims))
    etree.SubElement(header, "customerReference").text = reference
    root.extend(claims)
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    if not schema.validate(root):
        # The line that names the value is left out: it may name somebody.
        places = dict.fromkeys(str(fault.path).rpartition("/")[2] for fault in schema.error_log)
        raise PaperRefused(
            tuple(f"The box {place} does not keep to the shape: it is missing or too long." for place in places)
        )
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def read(data: bytes) -> list["etree._Element"]:
    """The claims of a file of ours. Raises ValueError where it is none, or of another number."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))
    except etree.XMLSyntaxError as fault:
        raise ValueError("it is no XML") from fault
    if (root.tag, root.get("number")) != ("claims", NUMBER):
        raise ValueError("it was made in another shape")
    return list(root.findall("claim"))


def _group(claim: "etree._Element", page: Page, rest: list[tuple[str, str]]) -> None:
    group = etree.SubElement(claim, _GROUPS[page.number])
    one = None
    for answer in page.answers:
        question, parent = answer.question, group
        defendant = _DEFENDANT.fullmatch(question)
        if defendant:
            if one is None or one.get("number") != defendant[1]:
                one = etree.SubElement(group, "defendant", number=defendant[1])
            question, parent = defendant[2], one
        box = BOXES[question]
        if box in ("firstName", "lastName"):
            cut((answer.text,), pcs.NAME, "A defendant's name")
        etree.SubElement(parent, box).text = _value(answer)
        if answer.rest:
            rest.append((box, answer.rest))


def _value(answer: Answer) -> str:
    """What the box takes; a day as 2026-11-22."""
    return _DAY.sub(lambda day: f"{day[3]}-{day[2]}-{day[1]}", answer.fits)


def _schedule(claim: "etree._Element", data: PaperData) -> None:
    table = etree.SubElement(
        claim, "rentSchedule", asAt=data.arrears_as_at.isoformat(), arrearsPence=str(data.arrears_pence)
    )
    for row in data.rent_rows:
        etree.SubElement(
            table,
            "row",
            on=row.on.isoformat(),
            what=row.what,
            duePence=str(row.due_pence),
            paidPence=str(row.paid_pence),
            source=row.source,
            balancePence=str(row.balance_pence),
        )


def checks(data: PaperData, court: ExportCourt) -> Iterator[str]:
    """What a person has to look at or do before the claim is sent; the service finds the court itself."""
    yield NOTE
    yield "Whether a defendant is known to be a child or protected party: if so, issue on paper (PD 55B)."
    yield from unanswered(pcol.pages(data))
    if data.online is not None and data.online.schedule_sent_on is not None:
        yield "The full schedule was sent before issue: a summary may be entered, and it is brought to the hearing."
