"""The REST API, under /api/v1."""

from fastapi import APIRouter

from api.rest import (
    accounts,
    bulk,
    cases,
    claim_files,
    clock,
    documents,
    drafts,
    forecast,
    lessons,
    money_cases,
    outbox,
    papers,
    pipeline,
    policies,
    restrictions,
    session,
    sightings,
    taking_on,
    team,
    what_if,
)

router = APIRouter(prefix="/api/v1")
PARTS = (
    session,
    accounts,
    taking_on,
    cases,
    money_cases,
    papers,
    documents,
    drafts,
    pipeline,
    outbox,
    clock,
    bulk,
    claim_files,
    team,
    policies,
    forecast,
    lessons,
    sightings,
    restrictions,
    what_if,
)
for part in PARTS:
    router.include_router(part.router)
