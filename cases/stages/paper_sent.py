"""What a step's own papers have to be before they go out: the Act's words in a notice, and made of today's facts.

Asked again when a notice is served, a claim issued, a warrant requested, a statement filed and the
letter before a hearing sent: a paper that was made here and no longer says what the record says does not go out, and
one whose arrears are a penny from its siblings' neither. Whether they must have been made here is the landlord's rule.
"""

from collections.abc import Mapping
from typing import Any

from cases.commands import (
    Approve,
    FileApplication,
    IssueClaim,
    RecordFiling,
    RecordTenDayLetter,
    RequestWarrant,
    ServeNotice,
)
from cases.gates import Gate, Question
from cases.instants import legal_day
from cases.paper_rules import DATA_OF, RULES, find, fits, notice_paper
from cases.stages.paper_digest import digest
from cases.state import CaseState, Claim, Hearing, Notice, PaperMade, Warrant
from cases.words import PaperKind, Route
from law.errors import LawError
from law.explained import long_date, pounds
from law.grounds import ground
from law.tenancies import Occupancy

APPROVE = ("approve",)
SERVE = ("serve_notice",)
SEND = ("issue_claim", "request_warrant", "record_filing", "record_ten_day_letter", "file_application")


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
    newest = newest_of(q.case, kind, notice.id)
    if newest is None:
        return f"The paper of notice {notice.id} was never made here, so what was served is not on the file."
    return outdated(q, newest)


def newest_of(state: CaseState, kind: PaperKind, subject: str) -> PaperMade | None:
    """The newest such paper on file; None where none is."""
    found = [p for p in state.papers if (p.kind, p.subject) == (kind.value, subject) and p.file is not None]
    return found[-1] if found else None


def outdated(q: Question[Any], made: PaperMade) -> str | None:
    """Why the paper no longer says what the record says; None where it does."""
    kind, of = PaperKind(made.kind), f"{PaperKind(made.kind).label} {made.id} of {made.subject}"
    if made.stale:
        return f"{of} no longer stands: {made.stale}"
    on = legal_day(made.requested_at)
    if made.facts_digest == digest(q.case, q.facts, kind, made.subject, on):
        return None
    return f"{of}, made on {long_date(on)}, was made from other facts than the record has now."


def sent_with(q: Question[Any]) -> tuple[tuple[PaperKind, str], ...]:
    """The papers that go out with the step, each with its subject; none where the step sends none."""
    command = q.command
    match command:
        case IssueClaim():
            wanted = q.claim(command.claim_id)
            kinds = _OF_A_CLAIM[command.route]
            data = DATA_OF.get(command.route)
            # The data of a claim is what went to the court where it was made; it may as well be typed in.
            went = (data,) if data is not None and newest_of(q.case, data, wanted.id) is not None else ()
            return tuple((kind, wanted.id) for kind in (*kinds, *went) if _goes(q, kind, wanted))
        case RequestWarrant():
            asked = q.warrant(command.warrant_id)
            return ((PaperKind(asked.form.lower()), asked.id),)
        case FileApplication():
            return ((PaperKind.N244, command.draft_id),)
        case RecordTenDayLetter():
            return ((PaperKind.TEN_DAY_LETTER, command.hearing_id),)
        case RecordFiling():
            return ((PaperKind.WITNESS_STATEMENT, command.hearing_id),)
        case _:
            return ()


def beside(q: Question[Any]) -> tuple[tuple[PaperKind, str], ...]:
    """The papers that the court reads beside those, where they were made: their figures have to be the same."""
    match q.command:
        case IssueClaim():
            return ((PaperKind.PROTOCOL_STATEMENT, q.command.claim_id),)
        case RecordFiling():
            return tuple((kind, q.command.hearing_id) for kind in (PaperKind.CASE_SUMMARY, PaperKind.DRAFT_ORDER))
        case _:
            return ()


def _goes(q: Question[Any], kind: PaperKind, claim: Claim) -> bool:
    """Whether such a claim has such a paper: a schedule of rent only where rent is claimed."""
    if kind is PaperKind.RENT_SCHEDULE and claim.rent_claimed is False:
        return False
    return fits(q.case, kind, claim)


_P = PaperKind
_WITH_IT = (_P.RENT_SCHEDULE, _P.PART3_SCHEDULE)
_OF_A_CLAIM: Mapping[Route, tuple[PaperKind, ...]] = {
    Route.PAPER: (_P.N5, _P.N119, _P.N121, *_WITH_IT),
    Route.ACCELERATED: (_P.N5B, _P.PART3_SCHEDULE),
    Route.PCS: (_P.PCS_SHEET, *_WITH_IT),
    Route.PCOL: (_P.PCOL_SHEET, *_WITH_IT),
}


def _never_made(q: Question[Any]) -> str | None:
    if not q.facts.policy.require_paper_before_service:
        return None
    lacking = [kind.label for kind, subject in sent_with(q) if newest_of(q.case, kind, subject) is None]
    return f"Never made here, so what is sent is not on the file: {', '.join(lacking)}." if lacking else None


def _moved(q: Question[Any]) -> str | None:
    sent = (newest_of(q.case, kind, subject) for kind, subject in sent_with(q))
    said = [why for made in sent if made is not None and (why := outdated(q, made))]
    return " ".join(said) or None


def _differs(q: Question[Any]) -> str | None:
    """Each paper that states arrears beside the sum the step goes out with, to the penny and the day."""
    said = []
    for kind, subject in (*sent_with(q), *beside(q)):
        made, item = newest_of(q.case, kind, subject), find(q.case, subject, kind)
        if made is None or made.figure_pence is None or not isinstance(item, Claim | Warrant | Hearing):
            continue
        if isinstance(item, Hearing):
            day = legal_day(made.requested_at)
            owed, whose = q.arrears_on(day), f"the rent account now gives for {long_date(day)}"
            if not _of_rent(q, item):
                continue
        elif not _of_its_subject(kind) or (isinstance(item, Claim) and item.rent_claimed is False):
            continue
        else:
            owed, whose = item.arrears_pence, f"{subject} states"
        if made.figure_pence != owed:
            apart = pounds(abs(owed - made.figure_pence))
            stated = f"{kind.label} {made.id} states arrears of {pounds(made.figure_pence)}"
            said.append(f"{stated}, {apart} from the {pounds(owed)} that {whose}.")
    return " ".join(said) or None


def _of_its_subject(kind: PaperKind) -> bool:
    """Whether the arrears in such a paper are those that its claim or warrant was drafted with."""
    return RULES[kind].states_figure or kind is PaperKind.PROTOCOL_STATEMENT


def _of_rent(q: Question[Any], hearing: Hearing) -> bool:
    return any(c.id == hearing.claim_id and c.rent_claimed is not False for c in q.case.claims)


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
    Gate(
        "papers_not_made",
        SEND,
        "Were the papers that go out made here?",
        _never_made,
        "Make each, read it, and send that.",
        "Landlord's policy",
    ),
    Gate(
        "papers_stale",
        SEND,
        "Do the papers that go out say what the record says now?",
        _moved,
        "Make it again, read it, and send that.",
        "PD 22; landlord's policy",
        "B",
    ),
    Gate(
        "papers_differ",
        SEND,
        "Do the papers that go out state one figure, to the penny?",
        _differs,
        "Make it again; if the sum is still another, withdraw the draft and make it with today's figure.",
        "PD 55A 2.3; PD 22",
        "B",
    ),
)
