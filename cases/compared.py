"""What was asked of the court beside what it ordered: where they differ, and what follows. Sums in pence."""

from collections.abc import Sequence
from datetime import date

from cases.base import Value
from cases.state import Asked, CaseState, Claim, Hearing, Notice, Order
from cases.words import OutcomeKind
from law.explained import long_date, pounds

NOTHING = "nothing"


class Compared(Value):
    """One point: what was asked, what was got, whether they differ, and what follows from the difference."""

    code: str
    what: str
    asked: str
    got: str
    differs: bool
    follows: str = ""

    @property
    def sentence(self) -> str:
        """The difference in one line."""
        return f"{self.what}: asked {self.asked}, got {self.got}"


def order_compared(state: CaseState, hearing_id: str) -> tuple[Compared, ...]:
    """Every point of an outcome beside what was asked for it; empty while the hearing has none."""
    heard = next((h for h in state.hearings if h.id == hearing_id and h.outcome is not None), None)
    claim = next((c for c in state.claims if heard and c.id == heard.claim_id), None)
    if heard is None or claim is None:
        return ()
    order = next((o for o in state.orders if o.hearing_id == heard.id), None)
    return differences(heard, order, claim, [n for n in state.notices if n.id in claim.notices])


def differences(heard: Hearing, order: Order | None, claim: Claim, notices: Sequence[Notice]) -> tuple[Compared, ...]:
    """Every point of an outcome beside what was asked. Without a record of what was asked, the claim says it:

    possession outright on every ground of its notices, the arrears of the hearing day, and the fee as costs.
    """
    if heard.outcome is None or heard.outcome is OutcomeKind.WITHDRAWN:
        return ()
    asked = heard.asked or _of_claim(heard, claim)
    rows = [_kind(asked, heard.outcome)]
    if order is None:
        return tuple(rows)
    grounds = tuple(dict.fromkeys(ground for notice in notices for ground in notice.grounds))
    if order.kind.gives_possession and grounds:
        rows.append(_grounds(grounds, order))
    if asked.outcome.gives_possession or order.possession:
        rows.append(_possession(asked, order))
    rows.append(_judgment(asked, order))
    rows.append(_costs(asked, order))
    if order.terms or asked.instalment_pence is not None:
        rows.append(_terms(asked, order))
    return tuple(rows)


def _of_claim(heard: Hearing, claim: Claim) -> Asked:
    return Asked(
        outcome=OutcomeKind.OUTRIGHT,
        recorded_on=heard.on,
        judgment_pence=heard.arrears_pence if claim.arrears_pence else None,
        costs_pence=claim.fee.pence if claim.fee else None,
    )


_FOLLOWS = {
    OutcomeKind.SUSPENDED: "It cannot be enforced while the terms are kept; the payments are watched from the account.",
    OutcomeKind.POSTPONED: "No date is fixed: on a breach, give notice and ask the court for one (PD 55A 10).",
    OutcomeKind.CONSENT: "What was agreed governs; keep to its own default clause.",
    OutcomeKind.MONEY_ONLY: "The tenancy goes on; only the money can be enforced.",
    OutcomeKind.DEMOTED: "The tenancy goes on as a demoted one for a time; no warrant can follow.",
    OutcomeKind.BUY_SUSPENDED: "The tenancy goes on; tell whoever handles the right to buy.",
    OutcomeKind.OUTRIGHT: "It can be enforced after the possession date without a breach.",
    OutcomeKind.DISMISSED: "The claim is over. Look at the reasons, the costs and the time to appeal.",
    OutcomeKind.STRUCK_OUT: "The claim is over unless it is restored in time. Look at the reasons.",
    OutcomeKind.STAYED: "Nothing can be done in the claim until the stay is lifted.",
    OutcomeKind.ADJOURNED_TO_DATE: "Prepare again: a fresh statement and letter before the next hearing.",
    OutcomeKind.ADJOURNED_ON_TERMS: "On a breach the claim is restored, not enforced; warn the tenants first.",
    OutcomeKind.ADJOURNED_GENERALLY: "Restore it in time if it is still needed.",
}


def _kind(asked: Asked, got: OutcomeKind) -> Compared:
    differs = asked.outcome is not got
    follows = _FOLLOWS.get(got, "") if differs else ""
    return _row("kind", "What was ordered", asked.outcome.label, got.label, differs, follows)


def _grounds(relied_on: tuple[str, ...], order: Order) -> Compared:
    missing = [g for g in relied_on if g not in order.grounds_proved]
    follows = f"Ground {', '.join(missing)} was not found proved; see why before it is relied on again."
    asked, got = ", ".join(relied_on), ", ".join(order.grounds_proved) or NOTHING
    return _row("grounds", "Grounds", asked, got, bool(missing), follows)


def _possession(asked: Asked, order: Order) -> Compared:
    got = order.possession.on if order.possession else None
    wanted = _on(asked.possession_on) if asked.possession_on else "the usual date"
    if got is None:
        follows = "No date for possession is given, so no warrant can be asked for on it."
        return _row("possession", "Possession", wanted, "no date", asked.outcome.gives_possession, follows)
    if asked.possession_on is None:
        return _row("possession", "Possession", wanted, _on(got), False, "")
    days = (got - asked.possession_on).days
    way = "later" if days > 0 else "earlier"
    from_ = f"; a warrant may be asked for from {_on(order.warrant_earliest.on)}" if order.warrant_earliest else ""
    follows = f"It is {abs(days)} days {way} than asked{from_}."
    return _row("possession", "Possession", wanted, _on(got), days != 0, follows)


def _judgment(asked: Asked, order: Order) -> Compared:
    wanted = asked.judgment_pence or 0
    short = wanted - order.judgment_pence
    if short > 0:
        follows = f"{pounds(short)} is in no judgment: check the schedule, and the order for a slip (CPR 40.12)."
    else:
        follows = f"{pounds(-short)} more than the account shows: check the order for a slip (CPR 40.12)."
    return _row("judgment", "Money judgment", _sum(wanted), _sum(order.judgment_pence), short != 0, follows)


def _costs(asked: Asked, order: Order) -> Compared:
    if asked.costs_pence is None:
        return _row("costs", "Costs", "as the court allows", _sum(order.costs_pence), False, "")
    differs = asked.costs_pence != order.costs_pence
    follows = f"Put {pounds(order.costs_pence)} on the account as court costs, not as rent."
    if not order.costs_pence:
        follows = "No costs may be charged to the account."
    return _row("costs", "Costs", _sum(asked.costs_pence), _sum(order.costs_pence), differs, follows)


def _terms(asked: Asked, order: Order) -> Compared:
    wanted = _pays(asked.instalment_pence, asked.frequency, asked.first_payment)
    terms = order.terms
    got = _pays(terms.instalment_pence, terms.frequency, terms.first_payment) if terms else "no terms"
    if terms and not (terms.current_rent_pence or terms.instalment_pence):
        got = "other terms, and no payment"
    follows = "The terms in the order are watched, not those that were asked for."
    if terms and terms.lump_sum_on:
        got += f", and {pounds(terms.lump_sum_pence)} by {_on(terms.lump_sum_on)}"
    if terms and terms.instalment_pence and terms.judgment_pence:
        times = -(-(order.to_clear_pence - terms.lump_sum_pence) // terms.instalment_pence)
        what = "judgment and the costs" if order.to_clear_pence > terms.judgment_pence else "judgment"
        follows += f" {times} payments clear the {what}."
    return _row("terms", "Terms", wanted, got, wanted != got, follows)


def _pays(pence: int | None, every: str, first: date | None) -> str:
    if pence is None:
        return "none"
    return f"rent and {pounds(pence)} {every.replace('_', '-')}" + (f" from {_on(first)}" if first else "")


def _sum(pence: int) -> str:
    return pounds(pence) if pence else NOTHING


def _on(day: date) -> str:
    return long_date(day)


def _row(code: str, what: str, asked: str, got: str, differs: bool, follows: str) -> Compared:
    return Compared(code=code, what=what, asked=asked, got=got, differs=differs, follows=follows if differs else "")
