"""Questions about what holds a case, the High Court, filing, benefit rates and claims for money only."""

from collections.abc import Callable, Iterator
from datetime import date

from law import benefits, breathing_space, court, debt, effects, high_court, holds
from law.asking.facts import Facts
from law.asking.question import Answer, Question
from law.explained import Explained

_COUNTED: tuple[tuple[str, Callable[[date], Explained[date]]], ...] = (
    ("letter", debt.reply_by),
    ("reply-received", debt.issue_after_reply),
    ("documents-asked", debt.documents_due),
    ("documents-sent", debt.issue_after_documents),
    ("intention-sent", debt.issue_after_intention),
    ("issued", debt.serve_by),
)


def _writ(facts: Facts) -> Iterator[Answer]:
    against = facts.get("against", "tenants")
    yield high_court.writ_transfer(
        ordered=facts["ordered"],
        on=facts["on"],
        reason=facts.get("reason", "delay"),
        against=against,
        occupiers_told=facts.get("occupiers-told"),
        n54_delivered=facts.get("delivered"),
    )
    if against == "trespassers":
        yield high_court.trespass_writ_by(facts["ordered"])
    if facts.has("issued"):
        yield high_court.writ_expires(facts["issued"])
    yield high_court.restitution_permission("writ", facts["on"])


def _filing(facts: Facts) -> Iterator[Answer]:
    yield court.filed(facts["sent"])


def _hold(facts: Facts) -> Iterator[Answer]:
    kind, step = facts["hold"], facts["step"]
    if step in effects.STEPS and kind in effects.KINDS:
        yield effects.effect(step, kind, facts.get("on"))
    else:
        for for_debt in (True, False):
            yield _barred(holds.bar(kind, step, for_debt=for_debt), kind, step, for_debt)
    for row in holds.clocks(kind):
        yield f"{row.title}: {row.effect}; {row.why} ({row.authority}; {row.confidence.label})."
    others = holds.for_the_others(kind)
    yield f"Joint tenants. {others.says} ({others.authority}; {others.confidence.label})."


def _barred(found: holds.Bar | None, kind: str, step: str, for_debt: bool) -> str:
    rests = "resting on rent arrears" if for_debt else "resting on something else"
    if found is None:
        return f"The step '{step}', {rests}, stays open under '{kind}'."
    return f"The step '{step}', {rests}, is barred: {found.why} ({found.authority}; {found.confidence.label})."


def _insolvency(facts: Facts) -> Iterator[Answer]:
    yield effects.debt_relief_end(facts["made"])
    yield effects.bankruptcy_discharge(facts["made"])


def _limit(facts: Facts) -> Iterator[Answer]:
    yield breathing_space.limit_with_moratorium(facts["limit"], facts["moratorium-from"], facts["moratorium-to"])


def _benefits(facts: Facts) -> Iterator[Answer]:
    on = facts["on"]
    if facts.has("household"):
        allowance = benefits.standard_allowance(facts["household"], on)
        yield allowance
        if allowance.value is not None:
            span = benefits.uc_deduction_range(allowance.value, on)
            yield from (told.after(allowance) for told in (span.least, span.most, span.cap))
    yield benefits.legacy_deduction_on(on)


def _money_claim(facts: Facts) -> Iterator[Answer]:
    for name, count in _COUNTED:
        if facts.has(name):
            yield count(facts[name])
    if facts.has("served"):
        response = debt.response_due(facts["served"])
        yield response
        yield debt.defence_due(facts["served"])
        yield debt.stayed_from(response.value)


def _limitation(facts: Facts) -> Iterator[Answer]:
    first = facts.get("moratorium-from")
    space = (first, facts["moratorium-to"]) if first is not None else None
    yield debt.last_day_to_sue(
        facts["due"], facts.get("debt-kind", "rent"), facts.get("acknowledged", ()), facts.get("part-paid", ()), space
    )


def _enforcing(facts: Facts) -> Iterator[Answer]:
    for code, way in debt.ENFORCEMENTS.items():
        problem = debt.enforcement_problem(code, facts["judgment"])
        yield f"{way.title}, form {way.form}: {problem or way.fits} ({way.authority}; {way.confidence.label})."


HOLDS_AND_DEBTS: tuple[Question, ...] = (
    Question(
        "writ",
        ("ordered", "on"),
        ("reason", "against", "occupiers-told", "delivered", "issued"),
        _writ,
        title="Enforcement in the High Court",
    ),
    Question("filing", ("sent",), (), _filing, title="A paper sent to the court electronically"),
    Question("hold", ("hold", "step"), ("on",), _hold, title="What a hold means for a step"),
    Question("insolvency", ("made",), (), _insolvency, title="When an insolvency ends"),
    Question(
        "moratorium-limit",
        ("limit", "moratorium-from", "moratorium-to"),
        (),
        _limit,
        title="A limit that runs out in a breathing space",
    ),
    Question("benefit-rates", ("on",), ("household",), _benefits, title="Benefit rates of the day"),
    Question(
        "money-claim",
        (),
        ("letter", "reply-received", "documents-asked", "documents-sent", "intention-sent", "issued", "served"),
        _money_claim,
        title="A claim for money only",
    ),
    Question(
        "limitation",
        ("due",),
        ("debt-kind", "acknowledged", "part-paid", "moratorium-from", "moratorium-to"),
        _limitation,
        title="The last day to sue",
    ),
    Question("enforcing-a-debt", ("judgment",), (), _enforcing, title="Ways to enforce a judgment for money"),
)
