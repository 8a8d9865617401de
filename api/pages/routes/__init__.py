"""The pages, by what they are about."""

from api.pages.routes import accounts, acts, case, cases, clock, money, outbox, pipeline, signing, work

ROUTERS = tuple(part.router for part in (signing, work, accounts, cases, case, acts, money, pipeline, outbox, clock))
