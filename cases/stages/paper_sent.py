"""What a notice's own paper has to be before the notice goes on: the Act's words in it, and made of today's facts."""

from typing import Any

from cases.commands import Approve, ServeNotice
from cases.facts import Facts
from cases.gates import Gate, Question
from cases.paper_rules import notice_paper
from cases.stages import paperwork
from cases.state import CaseState, Notice
from law.errors import LawError
from law.grounds import ground
from law.tenancies import Occupancy

APPROVE = ("approve",)
SERVE = ("serve_notice",)


def text_key(schedule: str, regime: str, code: str) -> str:
    """The name under which facts tell that the official text of a ground is installed."""
    return f"{schedule}/{regime}/{code}"


def _texts(q: Question[Approve]) -> str | None:
    notice = next((n for n in q.case.notices if n.id == q.command.subject), None)
    if not q.facts.policy.require_official_texts or notice is None:
        return None
    missing = [code for code in notice.grounds if not _installed(q, notice, code)]
    if not missing:
        return None
    named = f"ground{'s' if len(missing) > 1 else ''} {', '.join(missing)}"
    return f"The Act's own words of {named} are not installed, so notice {notice.id} would give them in substance only."


def _installed(q: Question[Any], notice: Notice, code: str) -> bool:
    social = q.facts.policy.social_commencement
    try:
        found = ground(Occupancy(q.case.occupancy), code, notice.drafted_on, social)
    except (LawError, ValueError):
        return False
    return text_key(found.schedule, found.regime, found.code) in q.facts.ground_texts


def _made(q: Question[ServeNotice]) -> str | None:
    if not q.facts.policy.require_paper_before_service:
        return None
    notice = q.notice(q.command.notice_id)
    kind = notice_paper(notice.kind)
    papers = [p for p in q.case.papers if (p.kind, p.subject) == (kind.value, notice.id) and p.file is not None]
    if not papers:
        return f"The paper of notice {notice.id} was never made here, so what was served is not on the file."
    newest = papers[-1]
    if newest.stale:
        return f"Paper {newest.id} of notice {notice.id} no longer stands: {newest.stale}"
    if newest.facts_digest != _digest(q.case, q.facts, notice):
        return f"Paper {newest.id} of notice {notice.id} was made from other facts than the record has now."
    return None


def _digest(state: CaseState, facts: Facts, notice: Notice) -> str:
    return paperwork.digest(state, facts, notice_paper(notice.kind), notice.id)


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "official_text_needed",
        APPROVE,
        "Does the notice give its grounds in the Act's own words?",
        _texts,
        "An administrator installs them: duecourse landlords texts, with a file of the official texts.",
        "Landlord's policy; HA 1985 s.83(2); HA 1988 s.8(2)",
        "B",
    ),
    Gate(
        "paper_not_made",
        SERVE,
        "Was the notice's paper made, from today's facts?",
        _made,
        "Make the notice's paper, and serve that.",
        "Landlord's policy",
    ),
)
