"""Gates on arrangements: what may be agreed, refused, warned about and ended; and the one that a claim has to pass."""

from datetime import date
from typing import Any

from cases.commands import EndArrangement, ExpectBenefit, OfferArrangement, RefuseArrangement, WarnArrangement
from cases.court_words import ENDINGS, REFUSALS, ArrangementKind
from cases.gates import Gate, Question, Why
from cases.refusals import NotFound, Refusal
from cases.stages.demands import pressing_warning
from cases.stages.in_tenancy import in_tenancy
from cases.stages.shared import not_future, running
from cases.state import Arrangement
from law.explained import long_date, pounds

OFFER = ("offer_arrangement",)
AGREE = ("agree_arrangement",)
REFUSE = ("refuse_arrangement",)
WARN = ("warn_arrangement",)
END = ("end_arrangement",)
BENEFIT = ("expect_benefit",)
ON_OFFER = AGREE + REFUSE
ON_LIVE = WARN + END + BENEFIT
PROTOCOL = "Pre-Action Protocol 2.2, 2.9, 2.13"


def arrangement_of(q: Question[Any]) -> Arrangement:
    """The arrangement that is meant. Raises NotFound."""
    wanted = q.command.arrangement_id
    for arrangement in q.case.arrangements:
        if arrangement.id == wanted:
            return arrangement
    says = f"This case has no arrangement {wanted}."
    raise NotFound(Refusal(code="no_arrangement", says=says, mend="Look at the case again."))


def _only_one(q: Question[OfferArrangement]) -> str | Why | None:
    other = next((a for a in q.case.arrangements if a.open and a.kind is q.command.arrangement), None)
    if other is None:
        return None
    if other.agreed_on is None:
        told = f"Arrangement {other.id} was offered on {long_date(other.offered_on)} and has no answer yet."
        return Why(told, "Record that it was agreed or refused first.")
    return f"Arrangement {other.id} of the same kind has run since {long_date(other.agreed_on)}."


def _before_court(q: Question[OfferArrangement]) -> str | None:
    kind = q.command.arrangement
    if kind is ArrangementKind.COURT and not any(c.live and c.issued_on for c in q.case.claims):
        return "No claim is before the court, so nothing can be agreed as terms of an adjournment."
    return None


def _owed(q: Question[OfferArrangement]) -> str | None:
    if q.arrears > 0:
        return None
    stood = "is clear" if q.arrears == 0 else f"is {pounds(-q.arrears)} in credit"
    return f"Nothing is owed: on {long_date(q.today)} the rent account {stood}."


def _moratorium(q: Question[OfferArrangement]) -> Why | None:
    space = running(q.case, q.today)
    if space is None or q.command.tenant_asked:
        return None
    began = long_date(space.started_on)
    return Why(
        f"Breathing space {space.id} has run since {began}; the tenant may not be approached about the debt in it.",
        "Wait until it ends, or say that the tenant asked for an arrangement.",
    )


def _sums(q: Question[OfferArrangement]) -> str | None:
    c = q.command
    sums = {"total": c.total_pence, "instalment": c.instalment_pence, "lump sum": c.lump_sum_pence}
    wrong = [name for name, pence in sums.items() if pence is not None and pence <= 0]
    if wrong:
        return f"A sum has to be more than nothing: {', '.join(wrong)}."
    total = q.arrears if c.total_pence is None else c.total_pence
    if total <= 0:
        return None  # that nothing is owed is told by its own gate
    more = [name for name in ("instalment", "lump sum") if (sums[name] or 0) > total]
    return f"The {' and the '.join(more)} would be more than the {pounds(total)} to be cleared." if more else None


def _whole(q: Question[OfferArrangement]) -> str | Why | None:
    c = q.command
    instalments = {"the instalment": c.instalment_pence, "how often": c.frequency, "the first date": c.first_payment}
    lump = {"the lump sum": c.lump_sum_pence, "its date": c.lump_sum_on}
    for part in (instalments, lump):
        missing = [name for name, value in part.items() if value is None]
        if missing and len(missing) < len(part):
            return f"Part of the payments is not entered: {', '.join(missing)}."
    if c.instalment_pence is None and c.lump_sum_pence is None:
        return "Nothing is to be paid: neither instalments nor a lump sum is entered."
    total = q.arrears if c.total_pence is None else c.total_pence
    if c.instalment_pence is None and c.lump_sum_pence is not None and c.lump_sum_pence < total:
        left = pounds(total - c.lump_sum_pence)
        return Why(f"The lump sum leaves {left} of {pounds(total)}.", "Add instalments, or enter the smaller total.")
    return None


def _dates(q: Question[OfferArrangement]) -> str | None:
    c = q.command
    made = c.agreed_on or q.today
    for name, day in (("first payment", c.first_payment), ("lump sum", c.lump_sum_on)):
        if day is not None and day < made:
            return f"The {name} on {long_date(day)} would be before {long_date(made)}."
    if c.reply_by is not None and c.agreed_on is None and c.reply_by < q.today:
        return f"A reply by {long_date(c.reply_by)} cannot be asked for any more."
    return None


def _agreed_by_now(q: Question[OfferArrangement]) -> str | None:
    on: date | None = q.command.agreed_on
    return f"{long_date(on)} has not come yet." if on is not None and on > q.today else None


def _open(q: Question[Any]) -> str | None:
    arrangement = arrangement_of(q)
    if arrangement.ended is None or arrangement.ended_on is None:
        return None
    return (
        f"Arrangement {arrangement.id} ended on {long_date(arrangement.ended_on)}: {arrangement.ended.label.lower()}."
    )


def _unanswered(q: Question[Any]) -> str | None:
    arrangement = arrangement_of(q)
    if not arrangement.open or arrangement.agreed_on is None:
        return None
    return f"Arrangement {arrangement.id} was agreed on {long_date(arrangement.agreed_on)}."


def _agreed(q: Question[Any]) -> str | None:
    arrangement = arrangement_of(q)
    if not arrangement.open or arrangement.agreed_on is not None:
        return None
    return f"Arrangement {arrangement.id} was offered and not agreed yet."


def _after_start(q: Question[Any]) -> str | None:
    arrangement = arrangement_of(q)
    began = arrangement.agreed_on or arrangement.offered_on
    if q.command.on >= began:
        return None
    return f"{long_date(q.command.on)} is before arrangement {arrangement.id} of {long_date(began)}."


def _still_time(q: Question[Any]) -> str | None:
    arrangement, on = arrangement_of(q), q.command.on
    days = [d for d in (arrangement.first_payment, arrangement.lump_sum_on) if d is not None]
    if not days or on <= max(days):
        return None
    return f"It was to be paid by {long_date(max(days))}, before {long_date(on)}."


def _is_broken(q: Question[WarnArrangement]) -> str | None:
    arrangement = arrangement_of(q)
    if not arrangement.kept:
        return None
    return f"Arrangement {arrangement.id} is kept; there is nothing to warn about."


def _time_given(q: Question[WarnArrangement]) -> str | None:
    c = q.command
    if c.pay_by > c.on:
        return None
    return f"The tenants would have until {long_date(c.pay_by)}, which is not after the warning on {long_date(c.on)}."


def _refusal(q: Question[RefuseArrangement]) -> str | None:
    return None if q.command.by in REFUSALS else f"'{q.command.by.label}' is not a way to refuse an offer."


def _ending(q: Question[EndArrangement]) -> str | Why | None:
    if q.command.because not in ENDINGS:
        return f"'{q.command.because.label}' is not a reason to end an arrangement."
    arrangement = arrangement_of(q)
    if q.command.because.value == "broken" and arrangement.kept:
        says = f"Arrangement {arrangement.id} is kept: no payment is found missed after the days of grace."
        return Why(says, "Wait for a missed payment to be found, or give another reason.")
    return None


def _expected(q: Question[ExpectBenefit]) -> str | None:
    return "A sum that is expected has to be more than nothing." if q.command.pence <= 0 else None


GATES: tuple[Gate[Any], ...] = (
    Gate("arrangement_live", OFFER, "Is no other of that kind open?", _only_one, "End that one first.", PROTOCOL, "B"),
    Gate("no_claim", OFFER, "Is a claim before the court?", _before_court, "Choose another kind.", field="arrangement"),
    Gate("nothing_owed", OFFER, "Is anything owed?", _owed, "Nothing has to be agreed. Close the case."),
    Gate(
        "breathing_space",
        OFFER,
        "Is there no breathing space, or did the tenant ask?",
        _moratorium,
        "Wait until the breathing space ends.",
        "SI 2020/1311 regs 7(7)(l), 11",
        "B",
        "tenant_asked",
    ),
    Gate("sum_wrong", OFFER, "Are the sums right?", _sums, "Correct the sums.", field="instalment_pence"),
    Gate(
        "payments_missing",
        OFFER,
        "What is to be paid, and when?",
        _whole,
        "Enter instalments with how often and the first date, a lump sum with its date, or both.",
        PROTOCOL,
        "B",
        "instalment_pence",
    ),
    Gate("first_payment_wrong", OFFER, "Are the dates ahead?", _dates, "Correct the dates.", field="first_payment"),
    Gate("in_future", OFFER, "Was it agreed?", _agreed_by_now, "Leave it empty until then.", field="agreed_on"),
    in_tenancy(OFFER, lambda q: q.command.agreed_on, "agreed_on"),
    Gate("arrangement_ended", ON_OFFER + ON_LIVE, "Is it open?", _open, "Offer a new one."),
    Gate("arrangement_agreed", ON_OFFER, "Is it still an offer?", _unanswered, "End it instead."),
    Gate("not_agreed", ON_LIVE, "Was it agreed?", _agreed, "Record that it was agreed, or refused."),
    not_future(AGREE + REFUSE + WARN + END, lambda q: q.command.on, "on", "This record"),
    Gate(
        "before_arrangement",
        AGREE + REFUSE + WARN + END,
        "Was it after it was made?",
        _after_start,
        "Correct the date.",
        field="on",
    ),
    Gate("too_late", AGREE, "Is there still something ahead?", _still_time, "Offer it again with new dates."),
    Gate("not_a_refusal", REFUSE, "Who refused?", _refusal, "Choose who refused.", field="by"),
    Gate(
        "no_breach",
        WARN,
        "Is it broken?",
        _is_broken,
        "Wait: payments are looked at when the days of grace have passed.",
        PROTOCOL,
        "B",
    ),
    pressing_warning(WARN),
    Gate("no_time_given", WARN, "Is there time to catch up?", _time_given, "Give some days.", PROTOCOL, "B", "pay_by"),
    Gate("not_an_ending", END, "Why does it end?", _ending, "Choose the reason.", field="because"),
    Gate("sum_wrong", BENEFIT, "Is the sum right?", _expected, "Correct the sum.", field="pence"),
)


def no_kept_arrangement(guards: tuple[str, ...]) -> Gate[Any]:
    """No arrangement that is kept, and none that is broken without warning and time: a claim is postponed for it.

    For the acts that begin or restore proceedings for arrears (Protocol 2.9 before issue, 2.13 after).
    """

    def says(q: Question[Any]) -> Why | None:
        for arrangement in (a for a in q.case.arrangements if a.live):
            made = long_date(arrangement.agreed_on) if arrangement.agreed_on else ""
            if arrangement.breach is None:
                told = f"Arrangement {arrangement.id} of {made} is kept, so the claim is to be postponed."
                return Why(told, "Wait while it is kept; a missed payment is found from the rent account.")
            short = pounds(arrangement.breach.shortfall_pence)
            if arrangement.warned_on is None or arrangement.pay_by is None:
                told = f"Arrangement {arrangement.id} of {made} is {short} short, and the tenants have not been warned."
                return Why(told, "Warn them that a claim will follow and by when to catch up, and record it.")
            if q.today <= arrangement.pay_by:
                told = f"The tenants have until {long_date(arrangement.pay_by)} to catch up with {arrangement.id}."
                return Why(told, f"Wait until {long_date(arrangement.pay_by)} has passed.")
        return None

    return Gate(
        code="arrangement_kept",
        guards=guards,
        asks="Is no arrangement kept, or broken without warning and time to catch up?",
        says=says,
        mend="Wait while it is kept.",
        authority="Pre-Action Protocol 2.9, 2.13",
        confidence="B",
    )
