"""Steps that were taken and, as the facts are now known, were not open: the gates asked again of what was done.

A correction, or a moratorium heard of late, is never refused because it spoils a later step. It is recorded, and the
step is at risk, loudly, with the authority, until a person has decided what to do.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cases import earlier, held
from cases.commands import RecordEviction, ServeNotice
from cases.events import AlarmRaised, DoubtsChanged, Event
from cases.gates import Gate, Question, reasons
from cases.instants import legal_day, start_of_day
from cases.recorded import Act, acts
from cases.stages import claim, eviction, hearing, hold_bars, notice, order, party_gates, serving, warrant
from cases.state import CaseState, Claim, Doubt, Notice, Order, Warrant
from cases.words import Role
from law import holds as table
from law.explained import long_date, pounds
from law.holds import HoldStep

_GATES: tuple[Gate[Any], ...] = (
    *hold_bars.BARS,
    *party_gates.BARS,
    *notice.GATES,
    *serving.GATES,
    *claim.GATES,
    *hearing.GATES,
    *order.GATES,
    *warrant.GATES,
    *eviction.GATES,
)
_NONE = frozenset[str]()
_HELD = frozenset({"breathing_space", "on_hold"})
LOOKED_AT: Mapping[str, frozenset[str]] = {
    "serve_notice": _HELD | {"method_not_allowed", "before_approval", "search_needed", "specified_too_early"},
    "issue_claim": _HELD
    | {"notice_not_ripe", "notice_lapsed", "notice_void", "search_needed", "before_approval", "decision_needed"}
    | {"notice_not_served", "trustee_copy", "review_window", "review_pending", "review_late", "notice_not_binding"},
    "list_hearing": frozenset({"hearing_too_early", "court_closed"}),
    "record_claim_service": frozenset({"before_issue", "after_hearing"}),
    "record_ten_day_letter": frozenset({"before_issue", "after_hearing"}),
    "record_outcome": frozenset(
        {"before_hearing", "before_issue", "ground_not_in_notice", "cannot_suspend", "possession_date_wrong"}
        | {"first_payment_wrong"}
    ),
    "record_breach_warning": frozenset({"before_order", "before_breach"}),
    "record_permission": frozenset({"before_order"}),
    "request_warrant": _HELD | {"possession_date_ahead", "permission_needed", "search_needed", "before_approval"},
    "record_warrant_issued": frozenset({"before_request"}),
    "book_eviction": _HELD | {"n54_not_delivered", "eviction_too_early", "warrant_expires"},
    "record_eviction": _HELD | {"before_appointment", "n54_too_late"},
}
"""For each act, the gates that rest on recorded facts alone and so can be asked again at any time."""

TAKEN_ON: Mapping[str, frozenset[str]] = {
    "draft_notice": frozenset(
        {"wrong_notice", "wrong_ground", "wrong_regime", "condition_needed", "window_over", "pair_needed"}
    ),
    "serve_notice": frozenset({"window_over", "decision_needed"}),
    "issue_claim": frozenset({"route_not_open", "pair_needed", "no_order_needed", "hand_over"}),
}
"""Asked besides of what was done before the case came here: no gate of ours had looked at it."""
_THE_ACCOUNT: Mapping[str, frozenset[str]] = {"serve_notice": frozenset({"no_arrears", "ground8_threshold"})}
"""The same, where the rent account reaches back to that day."""
_NOT_OF_HERE = frozenset({"search_needed", "before_approval"})
"""Of such acts they are not asked: the search and the approval were somebody else's, and are on no file of ours."""
_MEND = {
    "draft_notice": "Serve a new notice, and do not claim on this one without a solicitor's advice.",
    "serve_notice": "Serve a new notice, and do not claim on this one without a solicitor's advice.",
    "issue_claim": "Ask a solicitor at once: withdraw the claim and issue again, or tell the court.",
    "record_outcome": "Check the sealed order; ask a solicitor whether it can stand.",
    "request_warrant": "Ask a solicitor at once: withdraw the warrant, or tell the court.",
    "record_warrant_issued": "Check the dates on the warrant; ask the court.",
    "book_eviction": "Ask the bailiff at once for a later day.",
    "record_eviction": "Ask a solicitor at once: possession may have to be given back.",
}
_OTHERWISE = "Check the dates against the papers; ask a solicitor if they are right."
LOUD = frozenset(
    {"correct", "start_breathing_space", "end_breathing_space", "start_hold", "extend_hold", "end_hold"}
    | {"take_on", "withdraw", "record_outcome", "discharge_order", "close_case", "record_decision_review"}
    | {"record_parties", "decide_application"}
)
"""Acts after which the road already taken is looked at again."""


def doubts(q: Question[Any], state: CaseState) -> tuple[Doubt, ...]:
    """Every step of the live road that was not open, as the facts now stand, in the order of the road."""
    found = [doubt for act in acts(state) if _live(state, act) for doubt in _doubts(q, state, act)]
    return (*found, *party_gates.doubts(state, q.today), *_money(state))


def looked_at(q: Question[Any], state: CaseState | None) -> list[Event]:
    """The change of doubts that an act brings, and the word to a team leader where there is a new one."""
    if state is None or q.command.kind not in LOUD or state.closed is not None:
        return []
    now = doubts(q, state)
    if now == state.doubts:
        return []
    changed: list[Event] = [DoubtsChanged(doubts=now)]
    known = {(one.subject, one.step, one.code) for one in state.doubts}
    new = [one for one in now if (one.subject, one.step, one.code) not in known]
    if new:
        changed.append(
            AlarmRaised(
                deadline_id=f"doubt:{state.revision + 1}",
                level="escalation",
                due=q.as_at,
                to_role=Role.TEAM_LEADER,
                title="; ".join(f"{one.subject} at risk: {one.says} {one.mend}" for one in new),
                on=q.today,
            )
        )
    return changed


def _doubts(q: Question[Any], state: CaseState, act: Act) -> Iterator[Doubt]:
    codes = _codes(q, state, act)
    if not codes:
        return
    facts = q.facts.model_copy(update={"actor": act.by}) if act.by else q.facts
    asked = Question(act.command, _as_then(state, act), facts, _at(q, state, act))
    for refusal in reasons([gate for gate in _GATES if gate.code in codes], asked):
        yield Doubt(
            subject=act.item,
            step=act.command.kind,
            code=refusal.code,
            says=refusal.says,
            mend=_MEND.get(act.command.kind, _OTHERWISE),
            authority=refusal.authority,
            confidence=refusal.confidence,
        )


def _codes(q: Question[Any], state: CaseState, act: Act) -> frozenset[str]:
    """Which gates the act is asked again: more of one that no gate had seen, and none that is about our own file."""
    kind = act.command.kind
    codes = LOOKED_AT.get(kind, frozenset())
    if state.taken_on is None or not state.taken_on.told(act.item, kind):
        return codes
    own = _THE_ACCOUNT.get(kind, frozenset()) if earlier.reaches(q.facts, legal_day(_at(q, state, act))) else _NONE
    return (codes | TAKEN_ON.get(kind, _NONE) | own) - _NOT_OF_HERE


def _at(q: Question[Any], state: CaseState, act: Act) -> datetime:
    """The instant to ask at: now, or the act's own of a notice that was drafted or served before the case came here."""
    if state.taken_on is None or not state.taken_on.told(act.item, act.command.kind):
        return q.as_at
    if isinstance(act.command, ServeNotice):
        return act.command.sent_at
    return start_of_day(act.day) if act.day else q.as_at


def _as_then(state: CaseState, act: Act) -> CaseState:
    """The case before possession was taken, where that is the act: its gates ask of an appointment still ahead."""
    if not isinstance(act.command, RecordEviction):
        return state
    warrants = (w.model_copy(update={"executed_on": None}) if w.id == act.item else w for w in state.warrants)
    return state.model_copy(update={"warrants": tuple(warrants)})


def _live(state: CaseState, act: Act) -> bool:
    """Whether anything still rests on the act: what is withdrawn, lapsed or over spoils nothing."""
    heard = next((h.claim_id for h in state.hearings if h.id == act.item), act.item)
    items: tuple[Notice | Claim | Order | Warrant, ...] = (
        *state.notices,
        *state.claims,
        *state.orders,
        *state.warrants,
    )
    item = next((one for one in items if one.id == heard), None)
    return item is not None and (item.live or bool(getattr(item, "executed_on", None)))


def _money(state: CaseState) -> Iterator[Doubt]:
    """Money orders, and terms of paying, for a debt that an insolvency has taken out of the landlord's hands."""
    for made in (o for o in state.orders if o.live):
        asked: list[tuple[HoldStep, str]] = []
        if made.judgment_pence:
            asked.append(("money", f"a judgment of {pounds(made.judgment_pence)}"))
        if made.terms and made.terms.instalment_pence:
            asked.append(("terms", f"terms of {pounds(made.terms.instalment_pence)} on top of the rent"))
        for one in held.covering(state, made.made_on):
            for step, what in asked if one.kind in table.INSOLVENCIES else ():
                row = table.bar(one.law_kind, step, for_debt=True)
                if row is None:
                    continue
                told = f"Order {made.id} of {long_date(made.made_on)} gives {what}, in {one.label.lower()} {one.id}"
                yield Doubt(
                    subject=made.id,
                    step="record_outcome",
                    code=f"{step}_in_insolvency",
                    says=f"{told}. {row.why}.",
                    mend=_MEND["record_outcome"],
                    authority=row.authority,
                    confidence=row.confidence.value,
                )
