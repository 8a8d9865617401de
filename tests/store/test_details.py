"""What papers say of a landlord is kept beside its policy, and what is wrong with it is said."""

from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from cases.facts import Policy
from store import landlords
from store.details import SAMPLE, Details
from store.errors import NotThere

Writing = async_sessionmaker[AsyncSession]


async def test_a_sample_landlord_has_made_up_details_and_a_real_one_none(writing: Writing) -> None:
    async with writing.begin() as session:
        made_up = await landlords.ensure(session, "Sample Council", sample=True)
        real = await landlords.ensure(session, "Some Homes")
    async with writing() as session:
        assert landlords.details_of(await landlords.get(session, made_up)) == SAMPLE
        assert SAMPLE.missing == ()
        assert landlords.details_of(await landlords.get(session, real)) == Details()
        assert "signatory" in Details().missing


async def test_details_and_policy_are_kept_beside_each_other(writing: Writing) -> None:
    details = SAMPLE.changed(phone="01632 960111", grounds_text={"HA1985": {"1": "The words of the Act."}})
    async with writing.begin() as session:
        slug = await landlords.ensure(session, "Some Homes")
        await landlords.set_details(session, slug, details)
        await landlords.set_policy(session, slug, Policy(breach_grace_days=3))
        await landlords.ensure(session, "Some Homes", sample=True)
    async with writing() as session:
        owner = await landlords.get(session, slug)
        assert landlords.details_of(owner) == details
        assert landlords.policy_of(owner).breach_grace_days == 3


async def test_details_of_nobody_are_not_kept(writing: Writing) -> None:
    async with writing.begin() as session:
        with pytest.raises(NotThere):
            await landlords.set_details(session, "nobody", SAMPLE)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"address": ["1 Long Street", "Town"]}, "postcode"),
        ({"address": ["x"] * 6 + ["SA1 1MP"]}, "6 lines"),
        ({"phone": "12345"}, "ten digits"),
        ({"email": "nobody"}, "name@place"),
        ({"signatory": "Somebody"}, "Extra inputs"),
    ],
)
def test_what_is_wrong_is_said(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Details.model_validate(wrong)
