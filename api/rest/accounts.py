"""Rent accounts: find one in arrears, look at it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.problems import invalid, not_found
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from cases.account import position
from store import audit, cases, clock, housing, people

router = APIRouter(tags=["accounts"])
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/accounts")
async def list_accounts(
    web: TheWeb,
    user: Staff,
    landlord: str | None = None,
    minimum_weeks: Annotated[int, Query(ge=0, le=520)] = 0,
    without_case: bool = False,
    officer: str = "",
    after: str | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Accounts by rent arrears, the greatest first. Arrears are rent lawfully due, in pence. No names."""
    async with web.reading() as session:
        try:
            page = await housing.accounts_in_arrears(
                session,
                landlord=user.landlord or landlord,
                minimum_weeks=minimum_weeks,
                without_case=without_case,
                officer=officer,
                cursor=after,
                limit=limit,
            )
        except ValueError:
            raise invalid("not_a_cursor", "This is not a place in the list.", "Use `next` as given.", "after") from None
        counts = {}
        for row in page.rows:
            counts[row.tenancy_ref, row.landlord] = len(await people.of_tenancy(session, row.landlord, row.tenancy_ref))
    return {
        "accounts": [
            {
                "tenancy_ref": row.tenancy_ref,
                "landlord": row.landlord,
                "occupancy": row.occupancy,
                "patch": row.patch,
                "officer": row.officer,
                "tenants": counts[row.tenancy_ref, row.landlord],
                "arrears_pence": row.arrears_pence,
                "weeks": row.weeks,
                "last_payment_on": row.last_payment_on,
                "last_payment_pence": row.last_payment_pence,
                "open_case": row.open_case,
            }
            for row in page.rows
        ],
        "next": page.next_cursor,
    }


@router.get("/accounts/{landlord}/{tenancy_ref}")
async def read_account(landlord: str, tenancy_ref: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """One account: the tenancy, its people and its whole rent account with a running balance of rent."""
    async with web.reading() as session:
        home = await housing.tenancy(session, landlord, tenancy_ref) if user.works_for(landlord) else None
        if home is None or home.id is None:
            raise not_found("account")
        today = await clock.today(session, landlord)
        postings = await housing.postings_of(session, home.id, up_to=today)
        tenants = await people.of_tenancy(session, landlord, tenancy_ref)
        open_case = await cases.open_case_of(session, landlord, tenancy_ref)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "account", f"{landlord}/{tenancy_ref}")
    return {
        "tenancy": home.model_dump(exclude={"id"}),
        "tenants": [{"person_id": person.person_id, "name": person.name} for person in tenants],
        "as_at": today,
        "position": _plain(position(postings, today, home)),
        "open_case": open_case,
        "postings": [posting.model_dump() for posting in postings],
    }


def _plain(value: Any) -> Any:
    return value.model_dump() if hasattr(value, "model_dump") else vars(value)
