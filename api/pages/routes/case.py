"""A case: what is next and why not, its dates, its Protocol ledger, its papers, its history."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from api import joint
from api.casefile import facts_of, interpreted, load, references
from api.pages.begun import shown_on_case
from api.pages.forms import FORMS
from api.pages.forms.again import replaces
from api.pages.history import lines
from api.pages.naming import actions_named, recommended_named, refusals_named
from api.pages.noted import noted
from api.pages.render import page
from api.problems import not_found
from api.rest.papers import read_paper
from api.security.people import STAFF, User, allow
from api.web import TheWeb, Web
from cases import parties
from cases.account import position
from cases.available import Action
from cases.compared import order_compared
from cases.costs import fees_paid
from cases.courts import court_of
from cases.facts import Facts
from cases.freshness import stale_papers
from cases.held import meanings
from cases.instants import legal_day
from cases.ledger import gaps, ledger, pcs_answer
from cases.means import of_arrangements
from cases.on_file import on_file, proved_by
from cases.paper_details import ASKS
from cases.papers import may_make, offered
from cases.protocol import known_steps
from cases.ranking import next_of
from cases.readiness import hearing_ready
from cases.recorded import facts_of as facts_recorded
from cases.roles import may
from cases.schedule import arrangement_schedule
from cases.stages.buying import says as buying_says
from cases.stages.claim_court import may_choose
from cases.stages.correction import shown as value_of
from cases.state import CaseState
from cases.views import stage, summary
from cases.words import Role
from documents.progress import ProgressBoard
from store import accounts, audit, cases, clock, housing, linked, people, restricted, texts
from store.verify import verify_chain

router = APIRouter()
ANY_TIME = "At any time"
NEVER_LATE = frozenset(
    {
        "record_contact",
        "record_search",
        "record_assessment",
        "start_breathing_space",
        "start_hold",
        "record_benefit_claim",
        "add_note",
        "reassign",
        "withdraw",
        "close_case",
        "record_parties",
        "record_household",
        "record_right_to_buy",
    }
)
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/cases/{case_id}")
async def overview(
    case_id: str, request: Request, web: TheWeb, user: Staff, done: str = "", kept: str = "", thrown: str = ""
) -> Response:
    """What can be done next, and for everything else why not and what would mend it."""
    state, shown = await frame(web, user, case_id)
    async with web.reading() as session:
        facts, as_at = await facts_of(session, user, state)
        words = await texts.read(session, references(state))
        others = await linked.linked(session, state.landlord, state.tenancy_ref, case_id)
        accounts_held = await joint.by_hold(session, state)
        there = await people.by_ids(session, facts.tenancy.tenants)
        held_elsewhere = await joint.missing(session, user, state)
    shown["names"] |= {who: one.name for who, one in there.items()}
    told = next_of(state, facts, as_at, user.person, with_days=False)
    actions = actions_named([a for a in told.actions if a.command in FORMS], shown["names"])
    return page(
        request,
        "case_overview.html",
        user,
        **shown,
        groups=grouped(actions),
        any_time=ANY_TIME,
        actions=actions,
        recommended=recommended_named(told.recommended, shown["names"]),
        forms=FORMS,
        words=words,
        account=position(facts.postings, legal_day(as_at), facts.tenancy),
        holds=meanings(state, facts, legal_day(as_at)),
        done=FORMS[done].done if done in FORMS else "",
        replaces=replaces(state),
        may_draft=may(user.role, "draft_notice"),
        ready=hearing_ready(state, facts, as_at),
        linked=others,
        accounts_held=accounts_held,
        **people_told(state, facts, user.role, legal_day(as_at)),
        was_named={who: one.was_named for who, one in there.items()},
        held_elsewhere=held_elsewhere,
        **await shown_on_case(web, user, state.landlord, case_id, kept, thrown),
        courts={c.id: court_of(c, facts.courts, state.landlord) for c in state.claims if may_choose(c)},
    )


@router.get("/cases/{case_id}/dates")
async def dates(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Every date the case waits for, with its explanation."""
    _, shown = await frame(web, user, case_id)
    return page(request, "case_dates.html", user, **shown)


@router.get("/cases/{case_id}/payments")
async def payments(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """What orders and arrangements asked for against what came, and what was asked of the court against its order."""
    state, shown = await frame(web, user, case_id)
    async with web.reading() as session:
        facts, as_at = await facts_of(session, user, state)
    heard = [(hearing, order_compared(state, hearing.id)) for hearing in reversed(state.hearings)]
    return page(
        request,
        "case_payments.html",
        user,
        **shown,
        schedules=arrangement_schedule(state, facts, as_at),
        compared=[(hearing, rows) for hearing, rows in heard if rows],
        fees=fees_paid(state),
        afforded=of_arrangements(state),
    )


@router.get("/cases/{case_id}/facts")
async def recorded_facts(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Every recorded fact that can be put right, and what has been."""
    state, shown = await frame(web, user, case_id)
    async with web.reading() as session:
        words = await texts.read(session, [one.reason for one in state.corrections])
        everybody = await accounts.display_names(session)
    rows = [(address, title, value_of(value)) for address, title, value in facts_recorded(state)]
    return page(request, "case_facts.html", user, **shown, rows=rows, words=words, people=everybody)


@router.get("/cases/{case_id}/protocol")
async def protocol(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """The Pre-Action Protocol, step by step, with its evidence and its gaps."""
    state, shown = await frame(web, user, case_id)
    async with web.reading() as session:
        words = await texts.read(session, references(state))
        everybody = await accounts.display_names(session)
        interpreters = interpreted(await people.by_ids(session, state.tenants))
    return page(
        request,
        "case_protocol.html",
        user,
        **shown,
        sections=[
            (name, list(steps)) for name, steps in groupby(ledger(state, interpreters), lambda step: step.section)
        ],
        gaps=gaps(state, interpreters),
        pcs=pcs_answer(state),
        recordable=known_steps(),
        files={
            **{p.id: f"/cases/{case_id}/papers/{p.id}" for p in state.papers if p.file is not None},
            **{d.id: f"/cases/{case_id}/documents/{d.id}" for d in on_file(state)},
        },
        proofs={c.id: proved_by(state, c.id) for c in state.contacts},
        words=words,
        people=everybody,
    )


@router.get("/cases/{case_id}/papers")
async def papers(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Papers: what can be made, what was made."""
    state, shown = await frame(web, user, case_id)
    async with web.reading() as session:
        facts, as_at = await facts_of(session, user, state)
    offers = [
        (kind, subject, refusals_named(may_make(state, facts, kind, subject, as_at), shown["names"]))
        for kind, subject in offered(state)
    ]
    moved = {one.paper_id: one.says for one in stale_papers(state, facts, as_at)}
    pending = any(paper.file is None and not paper.failed for paper in state.papers)
    board = ProgressBoard(web.files.progress)
    progress = {paper.id: board.read(f"{case_id}/{paper.id}") for paper in state.papers if paper.apart}
    return page(
        request,
        "case_papers.html",
        user,
        **shown,
        offers=offers,
        pending=pending,
        asks=ASKS,
        progress=progress,
        moved=moved,
    )


@router.get("/cases/{case_id}/papers/{paper_id}")
async def paper(case_id: str, paper_id: str, web: TheWeb, user: Staff, volume: int = 1) -> Response:
    """The PDF itself; of a bundle in several files, the volume asked for."""
    return await read_paper(case_id, paper_id, web, user, volume)


@router.get("/cases/{case_id}/history")
async def history(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Everything that happened, newest first, and whether the record is whole."""
    state, shown = await frame(web, user, case_id)
    async with web.reading() as session:
        events = await cases.events_of(session, case_id)
        chain = await verify_chain(session, case_id)
        words = await texts.read(session, [ref for each in events for ref in references(each.event)])
        everybody = await accounts.display_names(session)
    told = lines(events, words, everybody)
    return page(request, "case_history.html", user, **shown, lines=told, chain=chain, state=state)


def grouped(actions: Sequence[Action]) -> list[tuple[str, list[Action]]]:
    """What there is to do besides the leading act: now, not yet, and at any time. Papers have a page of their own."""
    groups: dict[str, list[Action]] = {"You can also": [], "Not yet": [], ANY_TIME: []}
    for action in actions:
        if action.leads or action.command == "request_paper":
            continue
        if not action.allowed:
            groups["Not yet"].append(action)
        else:
            groups[ANY_TIME if action.command in NEVER_LATE else "You can also"].append(action)
    return [(title, found) for title, found in groups.items() if found]


def people_told(state: CaseState, facts: Facts, role: Role, today: date) -> dict[str, Any]:
    """What the page tells of who holds the tenancy, who else lives there, and a claim to buy."""
    new, gone = parties.told_otherwise(state, facts)
    claimed = facts.right_to_buy_claimed_on
    told = any(one.claimed_on == claimed and not one.never for one in state.right_to_buys)
    return {
        "there": facts.tenancy.tenants,
        "there_new": new,
        "there_gone": gone,
        "there_buying": None if told else claimed,
        "renamed": parties.renamed(state, facts),
        "may_change": state.closed is None and may(role, "record_parties"),
        "changes": parties.changes(state),
        "persons": parties.known(state),
        "gaps": tuple(parties.gaps(state, today)),
        "household": parties.household(state),
        "buying": buying_says(state),
    }


async def frame(web: Web, user: User, case_id: str) -> tuple[CaseState, dict[str, Any]]:
    """The case and what every one of its pages shows; that it was seen is recorded."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
        home = await housing.tenancy(session, state.landlord, state.tenancy_ref)
        tenants = await people.by_ids(session, parties.everyone(state))
        today = await clock.today(session, state.landlord)
        everybody = await accounts.display_names(session)
        kept = await restricted.of_account(session, state.landlord, state.tenancy_ref)
    if home is None:
        raise not_found("tenancy")
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "case", case_id)
    names = {who: tenants[who].name if who in tenants else who for who in parties.everyone(state)}
    return state, {
        "case": state,
        "stage": stage(state),
        "risks": summary(state).at_risk,
        "home": home,
        "officer": everybody.get(state.officer, state.officer),
        "known": everybody,
        "names": names,
        "noted": noted(tenants[who] for who in state.tenants if who in tenants),
        "today": today,
        "restricted": kept,
    }
