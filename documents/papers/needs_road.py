"""The parts that letters, money claims, applications and packs need, and figures of theirs that must agree."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from documents.papers.data import PaperData
from documents.papers.proceedings import CostsData, MoneyClaimData
from documents.papers.road import AgreementData

ROAD_NEEDS: dict[str, tuple[Callable[[PaperData], bool], str]] = {
    "reply_by": (
        lambda d: d.letter is not None and d.letter.reply_by is not None,
        "The last day to answer the letter is not settled.",
    ),
    "statement_period": (lambda d: d.statement_period is not None, "The days the statement covers are not settled."),
    "agreement": (lambda d: d.agreement is not None, "No arrangement is recorded."),
    "agreement_lines": (
        lambda d: d.agreement is not None and bool(d.agreement.lines),
        "The arrangement has no schedule of payments.",
    ),
    "eviction": (lambda d: d.eviction is not None, "No eviction appointment is recorded."),
    "referral": (
        lambda d: d.referral is not None and bool(d.referral.to_name and d.referral.person_name),
        "Who is referred, and to whom, is not recorded.",
    ),
    "referral_reasons": (
        lambda d: d.referral is not None and bool(d.referral.reasons),
        "The reasons for the referral are not recorded.",
    ),
    "referral_consent": (
        lambda d: d.referral is not None and d.referral.consent == "given",
        "The person's consent to the referral is not recorded (HA 1996 s.213B(2)).",
    ),
    "pack": (lambda d: d.pack is not None and bool(d.pack.documents), "The pack has no documents."),
    "accelerated": (
        lambda d: d.accelerated is not None and d.accelerated.agreement_on is not None,
        "An accelerated claim needs a written tenancy agreement and its date (CPR 55.12).",
    ),
    "money_claim": (
        lambda d: d.money_claim is not None and d.money_claim.principal_pence > 0,
        "No debt is recorded.",
    ),
    "money_reply_by": (
        lambda d: d.money_claim is not None and d.money_claim.reply_by is not None,
        "The last day to answer the letter of claim is not settled (30 days from its date).",
    ),
    "judgment_asked": (lambda d: d.judgment is not None, "The claim is not one on which judgment can be asked for."),
    "judgment_made": (lambda d: d.judgment is not None and d.judgment.made_on is not None, "There is no judgment."),
    "application": (lambda d: d.application is not None and bool(d.application.order), "No application is recorded."),
    "part_3": (
        lambda d: d.part_3 is not None and d.part_3.invited_on is not None and bool(d.part_3.reasons),
        "The invitation to the occupiers and the reasons for going on are not recorded (Protocol 3.2).",
    ),
    "costs": (lambda d: d.costs is not None and bool(d.costs.work or d.costs.paid), "No costs are recorded."),
    "bailiff": (lambda d: d.bailiff is not None, "The risk assessment for the visit is not recorded."),
    "discontinuance": (lambda d: d.discontinuance is not None, "That the claim is given up is not recorded."),
    "online": (lambda d: d.online is not None, "The answers for the online service are not recorded."),
}


def disagreements(data: PaperData) -> Iterator[str]:
    """Figures of the road's papers that do not agree to the penny or the day."""
    if data.agreement is not None:
        yield from _arrangement(data.agreement)
    if data.money_claim is not None:
        yield from _debt(data, data.money_claim)
    owed = data.judgment
    if owed is not None:
        left = owed.sum_pence + owed.interest_pence + owed.costs_pence - owed.received_pence
        if left != owed.total_pence:
            yield "What is left of the judgment is not its sum, interest and costs less what was paid."
    if data.costs is not None:
        yield from _costs(data.costs)
    if data.eviction is not None and data.eviction.at.tzinfo is None:
        yield "The eviction's time has no time zone."
    period = data.statement_period
    if period is not None and period.first > period.last:
        yield "The statement's period ends before it begins."
    if data.pack is not None:
        known = {document.number for document in data.pack.documents}
        if len(known) != len(data.pack.documents):
            yield "Two documents of the pack have the same number."
        if any(event.proof is not None and event.proof not in known for event in data.pack.events):
            yield "The chronology names a document that is not in the pack."


def _arrangement(agreed: AgreementData) -> Iterator[str]:
    lines = agreed.lines
    if not lines:
        return
    if lines[0].on != agreed.first_payment_on:
        yield "The arrangement's first payment is not the first line of its schedule."
    left = agreed.arrears_pence
    for line in lines:
        left -= line.instalment_pence
        if line.left_pence != left:
            yield f"The arrears left on {line.on:%d/%m/%Y} do not follow from the arrangement's lines before."
            return
    if any(before.on > after.on for before, after in pairwise(lines)):
        yield "The arrangement's payments are not in order of date."


def _debt(data: PaperData, claim: MoneyClaimData) -> Iterator[str]:
    if data.rent_rows and claim.principal_pence != data.arrears_pence:
        yield "The debt claimed is not what the account shows."
    if claim.interest_pence and not (claim.interest_rate and claim.interest_from and claim.interest_to):
        yield "Interest is claimed without its rate and its days (CCA 1984 s.69)."


def _costs(costs: CostsData) -> Iterator[str]:
    for line in costs.work:
        if line.pence != (line.minutes * line.rate_pence * 2 + 60) // 120:
            yield "A line of the costs schedule is not its time at its rate."
            break
    total = sum(line.pence for line in costs.work) + sum(line.pence for line in costs.paid) + costs.vat_pence
    if total != costs.total_pence:
        yield "The costs schedule's total is not the sum of its lines."
