"""What a decision needs from outside the case, gathered in one reading."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from cases.courts import court_facts
from cases.facts import Facts, Renamed, TenancyFacts
from cases.instants import legal_day
from cases.money.facts import MoneyFacts
from cases.state import Person as Actor
from store import accounts, delegations, elsewhere, landlords, people, policies
from store.cases import cases_of, open_case_of
from store.errors import NotThere
from store.housing import postings_of
from store.kinds import MONEY
from store.tables import PARTIES, Landlord, Tenancy


async def gather(
    session: AsyncSession, *, landlord: str, tenancy_ref: str, actor: Actor, as_at: datetime
) -> Facts | None:
    """The facts as at an instant of the landlord's clock; None if the landlord or its tenancy is not known.

    Postings later than the legal day of `as_at` are left out; of the people only the ids of today's tenants are told.
    """
    try:
        owner = await landlords.get(session, landlord)
    except NotThere:
        return None
    tenancy = (
        await session.execute(select(Tenancy).where(Tenancy.landlord == landlord, Tenancy.tenancy_ref == tenancy_ref))
    ).scalar_one_or_none()
    if tenancy is None or tenancy.id is None:
        return None
    held = [one for one in await people.of_tenancy(session, landlord, tenancy_ref) if one.role in PARTIES]
    tenants = [person.person_id for person in held]
    today = legal_day(as_at)
    lines = await postings_of(session, tenancy.id, up_to=today)
    details = landlords.details_of(owner)
    return Facts(
        actor=actor,
        tenancy=_tenancy(owner, tenancy, tuple(tenants)),
        postings=tuple(lines),
        policy=await policies.in_force(session, owner, today),
        officers=await accounts.officers(session, landlord),
        earlier_cases=len(await cases_of(session, landlord, tenancy_ref)),
        open_case=await open_case_of(session, landlord, tenancy_ref),
        sample=owner.sample,
        landlord_missing=details.missing,
        ground_texts=details.texts_on(today),
        delegations=await delegations.running_to(session, landlord, actor.user_id, today),
        held_elsewhere=await elsewhere.held_elsewhere(session, landlord, tenancy_ref),
        right_to_buy_claimed_on=tenancy.right_to_buy_claimed_on,
        renamed=tuple(Renamed(tenant=one.person_id, on=one.renamed_on) for one in held if one.renamed_on),
        courts=court_facts(details.courts, tenancy.postcode, today, details.court_name),
    )


async def gather_money(
    session: AsyncSession, *, landlord: str, tenancy_ref: str, actor: Actor, as_at: datetime
) -> MoneyFacts | None:
    """The facts of an account as a money case needs them; None if the landlord or its account is not known."""
    found = await gather(session, landlord=landlord, tenancy_ref=tenancy_ref, actor=actor, as_at=as_at)
    if found is None:
        return None
    earlier = len(await cases_of(session, landlord, tenancy_ref, MONEY))
    open_case = await open_case_of(session, landlord, tenancy_ref, MONEY)
    before = tuple(await cases_of(session, landlord, tenancy_ref))
    told = {name: getattr(found, name) for name in type(found).model_fields}
    return MoneyFacts(**told | {"earlier_cases": earlier, "open_case": open_case, "possession_cases": before})


def _tenancy(owner: Landlord, tenancy: Tenancy, tenants: tuple[str, ...]) -> TenancyFacts:
    return TenancyFacts(
        tenancy_ref=tenancy.tenancy_ref,
        landlord=owner.slug,
        landlord_name=owner.name,
        landlord_kind=owner.kind,
        occupancy=tenancy.occupancy,
        social_housing=tenancy.social_housing,
        country=tenancy.country,
        start_date=tenancy.start_date,
        fixed_term_end=tenancy.fixed_term_end,
        end_date=tenancy.end_date,
        period_unit=tenancy.period_unit,
        period_anchor=tenancy.period_anchor,
        weeks_charged_a_year=tenancy.weeks_charged_a_year,
        rent_pence=tenancy.rent_pence,
        service_charge_pence=tenancy.service_charge_pence,
        service_charge_is_rent=tenancy.service_charge_is_rent,
        patch=tenancy.patch,
        tenants=tenants,
        agreement_allows_post=tenancy.agreement_allows_post,
        duty=tenancy.duty,
        demoted_on=tenancy.demoted_on,
        trial_extended=tenancy.trial_extended,
        first_tenancy_start=tenancy.first_tenancy_start,
        died_on=tenancy.died_on,
    )
