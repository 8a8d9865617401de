"""The REST API, under /api/v1."""

from fastapi import APIRouter

from api.rest import (
    accounts,
    bulk,
    cases,
    clock,
    forecast,
    money_cases,
    outbox,
    papers,
    pipeline,
    session,
    sightings,
    team,
)

router = APIRouter(prefix="/api/v1")
for part in (session, accounts, cases, money_cases, papers, pipeline, outbox, clock, bulk, team, forecast, sightings):
    router.include_router(part.router)
