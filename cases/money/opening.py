"""Opening a money case: which accounts can be claimed on, and what is said of the others. Traces, searches, holds."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from cases.base import ExplainedDate
from cases.gates import Gate
from cases.held import REACHING, next_id
from cases.instants import legal_day
from cases.money.asking import Ask, gate, hold
from cases.money.commands import (
    AssessDebtors,
    EndMoneyHold,
    HoldMoneyCase,
    OpenMoneyCase,
    RecordTrace,
    SearchRegister,
)
from cases.money.events import (
    DebtorsAssessed,
    HoldChanged,
    MoneyCaseOpened,
    MoneyEvent,
    RegisterSearched,
    Traced,
)
from cases.money.facts import MoneyFacts
from cases.money.shared import a_debtor, not_future
from cases.money.state import MoneyAssessment, MoneyHold, MoneySearch, MoneyState, Trace
from cases.money.words import DebtKind, HoldReason
from cases.refusals import Refusal, Refused
from cases.stages import holds as spaces
from cases.state import BreathingSpace
from cases.waiting import Wait, by_policy
from law.effects import bankruptcy_discharge, debt_relief_end
from law.explained import long_date, pounds

OPEN = ("open_money_case", "take_on_debt")
RECORDS = ("record_trace", "search_register", "assess_debtors")
HOLD = ("hold_money_case",)
LONGEST_HOLD = timedelta(days=366)
_LASTS = {HoldReason.BANKRUPTCY: bankruptcy_discharge, HoldReason.DEBT_RELIEF_ORDER: debt_relief_end}
TRACE_WITHIN = timedelta(days=14)


def case_id(tenancy_ref: str, number: int) -> str:
    """The identifier of the nth money case on an account, safe in an address."""
    return f"{re.sub(r'[^A-Za-z0-9]+', '-', tenancy_ref).strip('-')}-M{number}"


def debt_kind(facts: MoneyFacts, day: Any) -> DebtKind | None:
    """What kind of debt the account holds; None where its rent is still a tenancy's own."""
    tenancy = facts.tenancy
    if tenancy.occupancy == "sundry_debt":
        return DebtKind.SUNDRY
    if tenancy.occupancy == "former_tenant" or (tenancy.end_date is not None and tenancy.end_date < day):
        return DebtKind.FORMER_TENANT
    return DebtKind.GARAGE if tenancy.occupancy == "garage" else None


def _no_money_account(ask: Ask[Any]) -> str | None:
    if debt_kind(ask.facts, ask.today) or _evicted(ask):
        return None
    return "This is the rent account of a tenancy that still runs; its arrears take the possession road."


def _evicted(ask: Ask[OpenMoneyCase]) -> bool:
    """A case handed over after eviction: the housing system may not have ended the tenancy yet."""
    return ask.command.earlier_case is not None and ask.command.earlier_case in ask.facts.possession_cases


def _earlier(ask: Ask[OpenMoneyCase]) -> str | None:
    earlier = ask.command.earlier_case
    if earlier is None or earlier in ask.facts.possession_cases:
        return None
    return f"Case {earlier} was never a case on this account."


def _owing(ask: Ask[Any]) -> str | None:
    stood = "was clear" if ask.owed == 0 else f"was {pounds(-ask.owed)} in credit"
    return None if ask.owed > 0 else f"Nothing is owed: on {long_date(ask.today)} the account {stood}."


def _debtors(ask: Ask[Any]) -> str | None:
    return None if ask.facts.tenancy.tenants else "Nobody is recorded who would owe this debt."


def _england(ask: Ask[Any]) -> str | None:
    country = ask.facts.tenancy.country.strip()
    return None if country.lower() == "england" else f"The account is in {country or 'no recorded country'}."


def _officer(ask: Ask[OpenMoneyCase]) -> str | None:
    if not ask.facts.officers or ask.command.officer in ask.facts.officers:
        return None
    return f"Nobody called {ask.command.officer} works cases for this landlord."


def _account(ask: Ask[OpenMoneyCase]) -> str | None:
    known = ask.facts.tenancy
    same = (ask.command.landlord, ask.command.tenancy_ref) == (known.landlord, known.tenancy_ref)
    return None if same else f"The facts are of account {known.tenancy_ref}."


def _until(ask: Ask[HoldMoneyCase]) -> str | None:
    c = ask.command
    if c.until is None and c.hold.value not in REACHING:
        return "The day on which it ends is missing; without one it would be forgotten."
    until = c.until or _ends(ask)[0].on
    if ask.today < until <= ask.today + LONGEST_HOLD:
        return None
    return f"{long_date(until)} is not within a year from today, {long_date(ask.today)}."


def _ends(ask: Ask[HoldMoneyCase]) -> tuple[ExplainedDate, bool]:
    """The day on which the hold ends by itself, and whether that is only the day to look again."""
    c, began = ask.command, ask.command.began_on or ask.today
    told = f"Held from {long_date(began)}: {c.hold.label.lower()}"
    if c.until is not None:
        return by_policy(c.until, told, "The hold ends"), False
    lasts = _LASTS.get(c.hold)
    if lasts is not None:
        return ExplainedDate.of(lasts(began)), False
    return by_policy(ask.today + LONGEST_HOLD, told, "Look whether it still holds the case"), True


def _strangers(ask: Ask[HoldMoneyCase]) -> str | None:
    strangers = [one for one in ask.command.debtors if one not in ask.case.tenants]
    return "It names somebody who does not owe this debt." if strangers else None


def _running(ask: Ask[EndMoneyHold]) -> str | None:
    found = ask.hold(ask.command.hold_id)
    return f"Hold {found.id} ended on {long_date(found.ended_on)}." if found.ended_on else None


GATES: tuple[Gate[Any], ...] = (
    gate("wrong_account", OPEN, "Are these the facts of that account?", _account, "Look the account up again."),
    gate("not_england", OPEN, "Is it in England?", _england, "Ask a solicitor there.", "CPR 2.1", "C"),
    gate(
        "not_a_money_account",
        OPEN,
        "Is it a former tenant's, a garage or a sundry account?",
        _no_money_account,
        "Open a possession case, or end the tenancy in the housing system first.",
        "Pre-Action Protocol for Debt Claims 1.1",
        "C",
    ),
    gate(
        "unknown_earlier_case",
        OPEN,
        "Was the earlier case on this account?",
        _earlier,
        "Leave it out, or name the case of this account.",
        field="earlier_case",
    ),
    gate("no_debtors", OPEN, "Is there a debtor?", _debtors, "Record who owes it in the housing system."),
    gate("nothing_owed", OPEN, "Is something owed?", _owing, "There is nothing to claim. Check the account."),
    gate("unknown_officer", OPEN, "Does the officer work here?", _officer, "Choose an officer.", field="officer"),
    not_future(RECORDS, lambda ask: ask.command.on),
    a_debtor(("record_trace",)),
    gate("hold_length", HOLD, "Does it end within a year?", _until, "Give a later day within a year.", field="until"),
    not_future(HOLD, lambda ask: ask.command.began_on or ask.today, "began_on"),
    gate("not_a_debtor", HOLD, "Is it a debtor of this account?", _strangers, "Choose a debtor.", field="debtors"),
    gate("hold_over", ("end_money_hold",), "Does it still run?", _running, "Nothing to do."),
)


def open_money_case(ask: Ask[OpenMoneyCase]) -> Sequence[MoneyEvent]:
    """Open the case; refused with its link when one is open already."""
    return [MoneyCaseOpened(state=opened(ask), reason=ask.command.reason)]


def opened(ask: Ask[Any]) -> MoneyState:
    """The case as it begins. Raises Refused with every reason, or with the link to one that is open."""
    if ask.state is not None or ask.facts.open_case is not None:
        open_id = ask.state.case_id if ask.state is not None else ask.facts.open_case
        raise Refused(
            Refusal(
                code="already_open",
                says=f"Money case {open_id} is open on this account; one may be open at a time.",
                mend="Go on with the open case.",
                link=f"/money-cases/{open_id}",
            )
        )
    hold(GATES, ask)
    tenancy = ask.facts.tenancy
    kind = debt_kind(ask.facts, ask.today) or DebtKind.FORMER_TENANT
    return MoneyState(
        case_id=case_id(tenancy.tenancy_ref, ask.facts.earlier_cases + 1),
        landlord=tenancy.landlord,
        tenancy_ref=tenancy.tenancy_ref,
        debt=kind,
        occupancy=tenancy.occupancy,
        tenants=tenancy.tenants,
        officer=ask.command.officer,
        patch=tenancy.patch,
        opened_on=ask.today,
        opened_by=ask.actor,
        opened_owed_pence=ask.owed,
        earlier_case=ask.command.earlier_case,
        address_known=kind is not DebtKind.FORMER_TENANT,
        last_owed_pence=ask.owed,
        last_owed_on=ask.today,
    )


def record_trace(ask: Ask[RecordTrace]) -> Sequence[MoneyEvent]:
    """Keep a look for where a debtor lives now."""
    hold(GATES, ask)
    c = ask.command
    trace = Trace(
        id=f"T{len(ask.case.traces) + 1}",
        on=c.on,
        debtor=c.debtor,
        found=c.found,
        method=c.method,
        address=c.address,
        note=c.note,
        recorded_by=ask.actor,
    )
    return [Traced(trace=trace)]


def located(state: MoneyState) -> tuple[str, ...]:
    """The debtors whose address is known: all of a current account, those traced of a former one."""
    if state.address_known:
        return state.tenants
    found = {t.debtor: t.found for t in state.traces}
    return tuple(who for who in state.tenants if found.get(who))


def search_register(ask: Ask[SearchRegister]) -> Sequence[MoneyEvent]:
    """Keep a search of the breathing-space register."""
    hold(GATES, ask)
    c = ask.command
    return [RegisterSearched(search=MoneySearch(on=c.on, before=c.before, clear=c.clear, recorded_by=ask.actor))]


def assess_debtors(ask: Ask[AssessDebtors]) -> Sequence[MoneyEvent]:
    """Keep a vulnerability and Equality Act assessment."""
    hold(GATES, ask)
    c = ask.command
    made = MoneyAssessment(on=c.on, before=c.before, proceed=c.proceed, reasons=c.reasons, recorded_by=ask.actor)
    return [DebtorsAssessed(assessment=made)]


def hold_money_case(ask: Ask[HoldMoneyCase]) -> Sequence[MoneyEvent]:
    """Hold the case until a day, which ends the hold by itself."""
    hold(GATES, ask)
    c = ask.command
    until, open_ended = _ends(ask)
    made = MoneyHold(
        id=next_id("D", ask.case.holds, ask.case.struck_out),
        reason=c.hold,
        on=c.began_on or ask.today,
        until=until,
        debtors=tuple(dict.fromkeys(c.debtors)),
        open_ended=open_ended,
    )
    return [HoldChanged(hold=made, text=c.reason)]


def end_money_hold(ask: Ask[EndMoneyHold]) -> Sequence[MoneyEvent]:
    """The reason for a hold is gone."""
    hold(GATES, ask)
    ended = ask.hold(ask.command.hold_id).model_copy(update={"ended_on": ask.today})
    return [HoldChanged(hold=ended, text=ask.command.reason)]


def start_breathing_space(ask: Ask[Any]) -> Sequence[MoneyEvent]:
    """A moratorium was notified; its rules are those of any case."""
    return cast(Sequence[MoneyEvent], spaces.start_breathing_space(cast(Any, ask)))


def end_breathing_space(ask: Ask[Any]) -> Sequence[MoneyEvent]:
    """A moratorium ended; its rules are those of any case."""
    return cast(Sequence[MoneyEvent], spaces.end_breathing_space(cast(Any, ask)))


def ran_out(space: BreathingSpace) -> BreathingSpace:
    """The moratorium after its last day has passed."""
    return spaces.ran_out(space)


def waits(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Wait]:
    """A first trace, the ends of moratoriums, and the end of each hold."""
    if len(located(state)) == 0 and not state.letters:
        due = by_policy(state.opened_on + TRACE_WITHIN, f"Opened on {long_date(state.opened_on)}", "Trace the debtors")
        yield Wait("trace", "trace", "Find where the debtors live now", due)
    yield from spaces.waits(cast(Any, state), facts, as_at)
    today = legal_day(as_at)
    for held in (h for h in state.holds if h.ended_on is None and h.until.on >= today):
        title = f"Hold {held.id} ends: look at the case again"
        yield Wait(f"{held.id}.end", "money_hold_end", title, held.until, held.id, after=True, escalates=False)
