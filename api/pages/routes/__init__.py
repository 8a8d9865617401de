"""The pages, by what they are about."""

from api.pages.routes import (
    accounts,
    acts,
    case,
    cases,
    clock,
    documents,
    drafts,
    feeds,
    joint,
    lessons,
    many,
    money,
    money_acts,
    outbox,
    pipeline,
    policy,
    sightings,
    signing,
    team,
    templates,
    what_if,
    work,
)

ROUTERS = tuple(
    part.router
    for part in (
        signing,
        work,
        accounts,
        cases,
        case,
        what_if,
        acts,
        joint,
        documents,
        drafts,
        money,
        money_acts,
        pipeline,
        lessons,
        team,
        policy,
        many,
        feeds,
        outbox,
        clock,
        sightings,
        templates,
    )
)
