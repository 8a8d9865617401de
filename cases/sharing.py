"""Sharing out a leaver's cases: by patch first, then to whoever has least to do. Nothing is given by chance."""

from collections.abc import Iterable

from cases.base import Value

AT_RISK_WEIGHS = 2


class ToShare(Value):
    """A case that needs another officer."""

    case_id: str
    patch: str = ""
    at_risk: bool = False


class Desk(Value):
    """An officer who can take cases: what they hold now, and the patches they work."""

    user_id: str
    load: int = 0
    patches: tuple[str, ...] = ()


class Share(Value):
    """Who would get a case, and why."""

    case_id: str
    officer: str
    why: str


def share_out(cases: Iterable[ToShare], desks: Iterable[Desk]) -> tuple[Share, ...]:
    """An officer for each case, the heaviest cases first; empty where there is nobody to take them.

    A case at risk weighs as much as two. Of several with the same load the first by name is taken, so that the same
    question has the same answer.
    """
    known = tuple(desks)
    loads = {desk.user_id: desk.load for desk in known}
    patches = {desk.user_id: set(desk.patches) for desk in known}
    if not loads:
        return ()
    found = []
    for case in sorted(cases, key=lambda each: (not each.at_risk, each.case_id)):
        local = [who for who in loads if case.patch and case.patch in patches[who]]
        chosen = min(local or loads, key=lambda who: (loads[who], who))
        where = f"works {case.patch} and has" if local else "has"
        found.append(Share(case_id=case.case_id, officer=chosen, why=f"{where} the least to do ({loads[chosen]})"))
        loads[chosen] += AT_RISK_WEIGHS if case.at_risk else 1
    return tuple(sorted(found, key=lambda each: each.case_id))
