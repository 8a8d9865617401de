"""The figures of a paper, to the penny: arrears on its day, the rent schedule, and an order's terms. All pence."""

from collections.abc import Iterable
from datetime import date

from activities.papers import words
from activities.papers.about import About
from activities.papers.source import Source
from cases import account, schedule, tenancy
from cases.base import ExplainedSum
from cases.notice_kinds import KINDS
from cases.paper_rules import NOTICE_PAPERS
from cases.stages import payments, writ
from cases.stages.shared import cause_of
from cases.state import Arrangement, Order, SuspendedTerms
from cases.tracks import for_arrears
from cases.words import PaperKind
from documents.papers.data import FigureLine, OrderData, PeriodTick, RentRow, TenancyData, TermsLine
from law.explained import long_date, pounds
from law.fees import FeeKind, fee
from law.money import daily_rate, rent_schedule_from

ON_NOTICE_FIGURES = NOTICE_PAPERS
ON_CLAIM_FIGURES = {
    PaperKind.N5,
    PaperKind.N119,
    PaperKind.N121,
    PaperKind.CONDUCT_SCHEDULE,
    PaperKind.PCS_SHEET,
    PaperKind.PCOL_SHEET,
    PaperKind.PCS_DATA,
    PaperKind.PCOL_DATA,
}
NO_RENT = {PaperKind.N5B, PaperKind.REVIEW_ACKNOWLEDGEMENT, PaperKind.REVIEW_OUTCOME}
"""Papers that speak of no rent account."""
OF_PROCEEDINGS = {
    PaperKind.RENT_SCHEDULE,
    PaperKind.TEN_DAY_LETTER,
    PaperKind.WITNESS_STATEMENT,
    PaperKind.CASE_SUMMARY,
    PaperKind.DRAFT_ORDER,
    PaperKind.BUNDLE,
    PaperKind.BREACH_WARNING,
    PaperKind.N325,
    PaperKind.N293A,
    PaperKind.EVICTION_LETTER,
}
"""Papers in a claim that speak of the account only where the claim does."""
ON_WARRANT_FIGURES = {PaperKind.N325, PaperKind.N325A, PaperKind.N293A}
_KINDS = {"rent": "Rent", "service_charge": "Service charge", "payment": "Payment", "adjustment": "Adjustment"}
_EVERY = {"weekly": "week", "fortnightly": "fortnight", "four_weekly": "four weeks", "monthly": "month"}
_TICKS: dict[str, PeriodTick] = {"week": "week", "fortnight": "fortnight", "month": "month"}


def figure_day(kind: PaperKind, line: About, today: date) -> tuple[date, int | None]:
    """The day whose arrears a paper states, and the figure it must come to where one was approved.

    Notices, claims and warrants state the figure they were drafted and approved with; everything else today's.
    """
    of_claim = kind in ON_CLAIM_FIGURES or (kind is PaperKind.RENT_SCHEDULE and line.subject == _id(line.claim))
    if kind is PaperKind.PROTOCOL_STATEMENT and line.claim and line.subject == line.claim.id:
        of_claim = line.claim.issued_on is None  # it goes with the claim; later it is made afresh for a bundle
    if kind in ON_NOTICE_FIGURES and line.notice:
        return line.notice.drafted_on, line.notice.arrears_pence
    if of_claim and line.claim:
        return line.claim.drafted_on, line.claim.arrears_pence
    if kind in ON_WARRANT_FIGURES and line.warrant:
        return line.warrant.drafted_on, line.warrant.arrears_pence
    return today, None


def rent_matters(source: Source, kind: PaperKind, line: About) -> bool:
    """Whether the paper states the account: a notice that rests on it, a claim for it, a letter about it."""
    if kind in NOTICE_PAPERS and line.notice:
        social = source.facts.policy.social_commencement
        notice, state = line.notice, source.state
        return for_arrears(cause_of(state), state.occupancy, notice.grounds, notice.drafted_on, social)
    if kind in OF_PROCEEDINGS or kind in ON_CLAIM_FIGURES:
        return rent_in_issue(source, line)
    return kind not in NO_RENT


def rent_in_issue(source: Source, line: About) -> bool:
    """Whether arrears are claimed, or a notice that the claim rests on is for them; without a claim, always."""
    claim = line.claim
    if claim is None or rent_claimed(line):
        return True
    social, state = source.facts.policy.social_commencement, source.state
    return any(
        not KINDS[n.kind].no_reason and for_arrears(cause_of(state), state.occupancy, n.grounds, n.drafted_on, social)
        for n in state.notices
        if n.id in claim.notices
    )


def rent_claimed(line: About) -> bool:
    """Whether the claim asks for the arrears; claims older than the question do."""
    return line.claim is None or line.claim.rent_claimed is not False


def every(frequency: str) -> str:
    """How often, in words: `weekly` is each `week`."""
    return _EVERY.get(frequency, frequency)


def rent_and(source: Source, instalment_pence: int, frequency: str) -> str:
    """The current rent of the tenancy and an instalment, in words."""
    rent = source.facts.tenancy.period_unit.replace("_", "-")
    return (
        f"The current rent of {pounds(tenancy.rent_pence(source.facts.tenancy))} every {rent} and "
        f"{pounds(instalment_pence)} every {every(frequency)} off the arrears"
    )


def disagreement(source: Source, day: date, approved: int | None) -> str | None:
    """Why the account no longer bears the approved figure, in words; None where it does."""
    now = arrears(source, day)
    if approved is None or now == approved:
        return None
    return (
        f"It was approved with arrears of {pounds(approved)} on {long_date(day)}, but the rent account now gives "
        f"{pounds(now)} for that day. Withdraw it and draft it again, so that every figure agrees."
    )


def arrears(source: Source, day: date) -> int:
    """Rent lawfully due at the end of a day."""
    return account.position(source.facts.postings, day, source.facts.tenancy).rent_arrears_pence


def fee_of(line: About, day: date) -> ExplainedSum | None:
    """The court fee of the application, warrant or claim: as recorded when paid, else the table's for the day."""
    if line.application is not None:
        kind: FeeKind = "application_consent" if line.application.by_consent else "application_notice"
        return line.application.fee or ExplainedSum.of(fee(kind, day))
    if line.warrant is not None:
        return line.warrant.fee or ExplainedSum.of(fee(writ.fee_kind(line.warrant), day))
    if line.claim is not None:
        return line.claim.fee or ExplainedSum.of(fee("claim", day))
    return None


def rent_rows(source: Source, day: date, *, whole: bool = False) -> tuple[RentRow, ...]:
    """The rent schedule to a day: two years back, or from the first default if that is later (PD 55A 2.3(2)).

    `whole`: from the first default however old, as a witness exhibits it (PD 55A 2.3A).
    """
    everything = account.running(source.facts.postings, date.min, day, source.facts.tenancy)
    default = default_of(everything)
    first = default if whole and default else rent_schedule_from(day, default).value
    return printed(row for row in everything if row.on >= first)


def printed(rows: Iterable[account.AccountRow]) -> tuple[RentRow, ...]:
    """Lines of an account as papers print them."""
    return tuple(
        RentRow(
            on=row.on,
            what=_what(row),
            due_pence=row.due_pence,
            paid_pence=row.paid_pence,
            source=words.payer(row.source),
            balance_pence=row.balance_pence,
        )
        for row in rows
    )


def figures(source: Source, line: About) -> tuple[FigureLine, ...]:
    """The arrears that the notice and the claim stated, and what the account gives for those days by now."""
    stated = [("the notice", line.notice), ("the claim", line.claim)]
    return tuple(
        FigureLine(
            what=what, on=item.drafted_on, pence=item.arrears_pence, account_pence=arrears(source, item.drafted_on)
        )
        for what, item in stated
        if item is not None
    )


def first_default(source: Source, day: date) -> date | None:
    """The day on which the account last fell into arrears and stayed there until a day."""
    return default_of(account.running(source.facts.postings, date.min, day, source.facts.tenancy))


def judgment_balance(source: Source, order: Order, day: date) -> int:
    """What is left of a judgment and its costs on a day, in pence.

    Money received since the order goes to the rent charged since then first, and only what is over to the judgment.
    """
    lines = account.rent_lines(source.facts.postings, source.facts.tenancy)
    since = [p for p in lines if order.made_on < p.on <= day]
    over = sum(p.paid_pence for p in since) - sum(p.due_pence for p in since)
    return max(0, order.judgment_pence + order.costs_pence - max(0, over))


def tenancy_data(source: Source) -> TenancyData:
    """The letting, with its daily rate and how that was worked out (PD 55A 2.3(3))."""
    home = source.facts.tenancy
    rent = tenancy.rent_pence(home)
    daily = daily_rate(rent, tenancy.rent_period(home), rent_weeks=home.weeks_charged_a_year or 52)
    return TenancyData(
        occupancy=_as_adjective(tenancy.named(home.occupancy)),
        start_date=home.start_date,
        rent_pence=rent,
        period=home.period_unit.replace("_", "-"),
        period_tick=_TICKS.get(home.period_unit, "other"),
        daily_rate_pence=daily.value,
        daily_rate_convention=_convention(home.period_unit, daily.steps[-1].text) if daily.steps else "",
    )


def _convention(unit: str, step: str) -> str:
    rent = {"week": "the weekly rent", "fortnight": "the fortnightly rent", "month": "the monthly rent"}.get(unit)
    return f"{rent or 'the rent'} {step.partition(':')[0].lower()}"


def _as_adjective(named: str) -> str:
    kind = named.partition(" tenancy")[0].partition(" of a ")[0]
    return kind[:1].lower() + kind[1:]


def order_data(source: Source, order: Order, day: date) -> OrderData:
    """The order, and what fell due and was received under its terms up to a day."""
    lines = _terms_lines(source, order, day)
    due, paid = sum(line.due_pence for line in lines), sum(line.paid_pence for line in lines)
    terms = order.terms
    return OrderData(
        made_on=order.made_on,
        kind=order.kind.label,
        possession_on=order.possession.on if order.possession else None,
        judgment_pence=order.judgment_pence,
        instalment_pence=terms.instalment_pence if terms else None,
        frequency=every(terms.frequency) if terms else "",
        terms=terms_words(source, terms) if terms else "",
        due_pence=due,
        paid_pence=paid,
        shortfall_pence=due - paid,
        lines=lines,
        broken=source.text(order.breach_details),
        broken_on=order.breach_on,
        permission_on=order.permission_on,
        high_court_on=order.high_court_on,
    )


def terms_words(source: Source, terms: SuspendedTerms | Arrangement) -> str:
    """What an order or an arrangement asks for, in words: payments, other terms such as on conduct, or both."""
    rent = source.facts.tenancy.period_unit.replace("_", "-")
    asked = []
    if terms.current_rent_pence:
        asked.append(f"current rent of {pounds(terms.current_rent_pence)} every {rent}")
    if terms.instalment_pence:
        asked.append(f"{pounds(terms.instalment_pence)} every {every(terms.frequency)} off the arrears")
    others = source.text(terms.other_terms)
    if terms.lump_sum_pence and terms.lump_sum_on:
        asked.append(f"{pounds(terms.lump_sum_pence)} at once by {long_date(terms.lump_sum_on)}")
    if not asked:
        return others
    first = f", the first payment on {long_date(terms.first_payment)}" if terms.first_payment else ""
    said = f"{' and '.join(asked)}{first}."
    return f"{said[:1].upper()}{said[1:]} {others}".strip()


def _terms_lines(source: Source, order: Order, day: date) -> tuple[TermsLine, ...]:
    promised = payments.of_order(order, source.state, source.facts)
    if promised is None:
        return ()
    return tuple(
        TermsLine(
            on=line.on, due_pence=line.expected_pence, paid_pence=line.actual_pence, balance_pence=line.balance_pence
        )
        for line in schedule.lines(promised, source.facts, day)
    )


def default_of(rows: Iterable[account.AccountRow]) -> date | None:
    """The day on which the account last fell into arrears and stayed there."""
    since: date | None = None
    for row in rows:
        if row.balance_pence <= 0:
            since = None
        elif since is None:
            since = row.on
    return since


def _what(row: account.AccountRow) -> str:
    kind = _KINDS.get(row.kind, row.kind.replace("_", " ").capitalize())
    if row.kind == "payment" and row.source in words.FROM_BENEFIT:
        return kind  # who paid stands in its own column
    return f"{kind}: {row.narrative}" if row.narrative and row.narrative.lower() not in _same(kind) else kind


def _same(kind: str) -> set[str]:
    return {kind.lower(), f"{kind.lower()} charge", f"{kind.lower()} received"}


def _id(item: object | None) -> str | None:
    return getattr(item, "id", None)
