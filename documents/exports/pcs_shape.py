"""The shape of a claim file for the digital possession service: fields by the service's own names, with their limits.

Read in the service's public code (hmcts/pcs-api at 7bddd046, 22 August 2026, and payloads of its tests): money is whole
pence as text, an address has the parts of its address type. What the file wraps the answers in is ours. Confidence B:
the service publishes no schema of what it takes from outside, and its names have changed before.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from documents.exports.pcs_grounds import CODES, LISTS, QUESTIONS, REASONS

SOURCE = "hmcts/pcs-api 7bddd046, 22 August 2026"

YesNo = Literal["YES", "NO"]
Cased = Literal["Yes", "No"]


def _text(most: int) -> StringConstraints:
    return StringConstraints(min_length=1, max_length=most)


Name = Annotated[str, _text(60)]
Short = Annotated[str, _text(250)]
Reason = Annotated[str, _text(500)]
Long = Annotated[str, _text(950)]
Additional = Annotated[str, _text(6400)]
Signer = Annotated[str, _text(100)]
Line = Annotated[str, _text(200)]
PenceText = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,12}$")]
Phone = Annotated[str, StringConstraints(pattern=r"^0[0-9]{10}$")]
Mark = Literal["A", "B", "C"]
LocalTime = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$")]
"""A day and a time in London, as the service writes them."""


def _one_of(names: frozenset[str]) -> tuple[AfterValidator, WithJsonSchema]:
    """A name that the service has, in the schema as an enumeration."""

    def known(name: str) -> str:
        if name not in names:
            raise ValueError("is none of the service's names")
        return name

    return AfterValidator(known), WithJsonSchema({"type": "string", "enum": sorted(names)})


GroundList = Annotated[str, *_one_of(LISTS)]
GroundCode = Annotated[str, *_one_of(CODES)]
GroundReason = Annotated[str, *_one_of(REASONS)]
GroundQuestion = Annotated[str, *_one_of(QUESTIONS)]


class Shape(BaseModel):
    """A part of the file. What it does not name is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Address(Shape):
    """An address in the service's parts."""

    AddressLine1: Annotated[str, _text(150)]
    AddressLine2: Annotated[str, _text(50)] | None = None
    AddressLine3: Annotated[str, _text(50)] | None = None
    PostTown: Annotated[str, _text(50)]
    PostCode: Annotated[str, _text(14)]
    Country: Literal["England", "United Kingdom"] = "United Kingdom"


class Choice(Shape):
    """A choice of a list, by its code."""

    code: Literal["PROVIDER_OF_SOCIAL_HOUSING"] = "PROVIDER_OF_SOCIAL_HOUSING"
    label: str = "Registered provider of social housing or local authority"


class ClaimantType(Shape):
    """Who claims."""

    value: Choice = Choice()
    valueCode: Literal["PROVIDER_OF_SOCIAL_HOUSING"] = "PROVIDER_OF_SOCIAL_HOUSING"


class Defendant(Shape):
    """A defendant and where papers reach them."""

    nameKnown: YesNo
    firstName: Name | None = None
    lastName: Name | None = None
    addressKnown: YesNo
    addressSameAsPossession: YesNo
    correspondenceAddress: Address | None = None


class OneOf(Shape):
    """A further defendant, as the service lists them."""

    value: Defendant


class Reasons(Shape):
    """Additional reasons."""

    hasReasons: YesNo
    reasons: Additional | None = None


class Underlessee(Shape):
    """An underlessee or mortgagee."""

    nameKnown: YesNo
    name: Name | None = None
    addressKnown: YesNo


class Truth(Shape):
    """Who signs. Whether they agree is ticked by them, on the service, and is not in the file."""

    completedBy: Literal["CLAIMANT", "LEGAL_REPRESENTATIVE"]
    fullNameParty: Signer | None = None
    positionParty: Signer | None = None
    fullNameLegalRep: Signer | None = None
    firmNameLegalRep: Signer | None = None
    positionLegalRep: Signer | None = None


class Answers(Shape):
    """The answers of one claim. Grounds, and the reasons for them, are in `grounds` of the same name on the service."""

    propertyAddress: Address
    legislativeCountry: Literal["England"] = "England"
    caseManagementLocationNumber: int | None = None
    claimantType: ClaimantType = ClaimantType()
    claimAgainstTrespassers: Literal["NO"] = "NO"
    claimantName: Line
    isClaimantNameCorrect: YesNo = "YES"
    claimantContactEmail: Line | None = None
    overriddenClaimantContactAddress: Address | None = None
    claimantProvidePhoneNumber: YesNo
    claimantContactPhoneNumber: Phone | None = None
    defendant1: Defendant
    addAnotherDefendant: YesNo
    additionalDefendants: tuple[OneOf, ...] = Field(default=(), max_length=24)
    tenancy_TypeOfTenancyLicence: Literal[
        "ASSURED_TENANCY",
        "SECURE_TENANCY",
        "INTRODUCTORY_TENANCY",
        "FLEXIBLE_TENANCY",
        "DEMOTED_TENANCY",
        "OTHER",
    ]
    tenancy_DetailsOfOtherTypeOfTenancyLicence: Reason | None = None
    tenancy_TenancyLicenceDate: date
    tenancy_HasCopyOfTenancyLicence: YesNo | None = None
    tenancy_ReasonsForNoTenancyLicenceDocuments: Reason | None = None
    preActionProtocolCompleted: YesNo | None = None
    preActionProtocolIncompleteExplanation: Short | None = None
    mediationAttempted: YesNo | None = None
    settlementAttempted: YesNo | None = None
    noticeServed: Cased
    notice_NoticeServiceMethod: (
        Literal["FIRST_CLASS_POST", "DELIVERED_PERMITTED_PLACE", "PERSONALLY_HANDED", "OTHER_ELECTRONIC", "OTHER"]
        | None
    ) = None
    notice_NoticePostedDate: date | None = None
    notice_NoticeDeliveredDate: date | None = None
    notice_NoticeHandedOverDateTime: LocalTime | None = None
    notice_NoticeOtherElectronicDateTime: LocalTime | None = None
    notice_NoticeOtherDateTime: LocalTime | None = None
    notice_NoticePersonName: Name | None = None
    notice_NoticeOtherElectronicMethodExplanation: Short | None = None
    notice_NoticeOtherExplanation: Short | None = None
    rentDetails_CurrentRent: PenceText | None = None
    rentDetails_Frequency: Literal["WEEKLY", "FORTNIGHTLY", "MONTHLY", "OTHER"] | None = None
    rentDetails_OtherFrequency: Name | None = None
    rentDetails_DailyCharge: PenceText | None = None
    rentArrears_Total: PenceText | None = None
    rentArrears_RecoveryAttempted: YesNo | None = None
    rentArrears_RecoveryAttemptDetails: Reason | None = None
    arrearsJudgmentWanted: YesNo
    claimantCircumstancesSelect: YesNo
    claimantCircumstancesDetails: Long | None = None
    hasDefendantCircumstancesInfo: YesNo
    defendantCircumstancesInfo: Long | None = None
    alternativesToPossession: tuple[Literal["SUSPENSION_OF_RIGHT_TO_BUY", "DEMOTION_OF_TENANCY"], ...] = ()
    additionalReasonsForPossession: Reasons
    hasUnderlesseeOrMortgagee: YesNo
    underlesseeOrMortgagee1: Underlessee | None = None
    wantToUploadDocuments: YesNo
    applicationWithClaim: YesNo
    languageUsed: Literal["ENGLISH"] = "ENGLISH"
    statementOfTruth: Truth | None = None


class Grounds(Shape):
    """The grounds as the service lists them, those before the reform of 2026, and the reason for each, by its names."""

    chosen: dict[GroundList, tuple[GroundCode, ...]] = {}
    told: dict[GroundQuestion, Cased | YesNo] = {}
    reasons: dict[GroundReason, Reason] = {}


class Row(Shape):
    """A line of the rent schedule, which goes up as a document: the balance after it is positive where rent is owed."""

    on: date
    what: str
    due_pence: int
    paid_pence: int
    source: str
    balance_pence: int


class Schedule(Shape):
    """The rent schedule of the claim; its last balance is the total of the arrears."""

    as_at: date
    arrears_pence: int
    rows: tuple[Row, ...]


class Court(Shape):
    """The court that the claim is for, and how it is known."""

    name: Line
    reason: str
    confidence: Mark


class Left(Shape):
    """What a box does not take, to be sent as a document with the claim."""

    field: str
    text: str


class Claim(Shape):
    """One claim. `check` is what a person has to look at or do; `uploads` the documents that go with it."""

    reference: Annotated[str, _text(60)]
    court: Court
    answers: Answers
    grounds: Grounds
    schedule: Schedule | None = None
    continuation: tuple[Left, ...] = ()
    uploads: tuple[str, ...] = ()
    check: tuple[str, ...] = ()


class About(Shape):
    """What the file is, after which source, and how sure that is."""

    name: Literal["due-course claims, digital possession service"] = "due-course claims, digital possession service"
    number: Literal[1] = 1
    source: str = SOURCE
    confidence: Mark = "B"


class ClaimFile(Shape):
    """The whole file: one claim, or several."""

    shape: About = About()
    claims: tuple[Claim, ...] = Field(min_length=1, max_length=100)
