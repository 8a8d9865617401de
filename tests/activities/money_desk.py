"""Acts on one money case through the real step, in order, without an engine; and its papers made."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import update
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import MoneyPaperInput, MoneyStepInput, MoneyStepResult, PaperResult
from activities.make_money_paper import MakeMoneyPaper
from activities.money_case import RecordMoneyStep
from cases.commands import Approve
from cases.instants import legal_day
from cases.money import commands as c
from cases.money.state import MoneyState
from cases.money.words import MoneyPaper, MoneyRoute, MoneyStep
from cases.state import Person
from store import cases, landlords
from store.details import SAMPLE
from store.engine import readers, sessions
from store.tables import Tenancy
from tests.activities.made import LANDLORD, OFFICER, SENIOR, TENANCY, Acting

FOUND_AT = "Flat 2, 9 Elm Row\nRugby\nCV21 2BB"


class MoneyActing(Acting):
    """An officer at work on one account."""

    @property
    def today(self) -> date:
        """The legal day."""
        return legal_day(self.at)

    def later(self, days: int) -> None:
        """Go on by so many days."""
        self.at += timedelta(days=days)

    def money_step(self, command: Any, actor: Person = OFFICER, key: str = "") -> MoneyStepInput:
        """The step as the workflow asks for it."""
        return MoneyStepInput(
            key=key or f"{self.ref}-{command.kind}-{self.at.isoformat()}-{command.model_dump_json()}"[:200],
            landlord=LANDLORD,
            tenancy_ref=self.ref,
            case_id=self.case_id or None,
            seen_revision=None,
            command=command,
            actor=actor,
            as_at=self.at,
        )

    async def run(self, step: MoneyStepInput) -> MoneyStepResult:
        """Run the step as an activity."""
        return await ActivityEnvironment().run(RecordMoneyStep(self.context).record_money_step, step)

    async def does(self, command: Any, actor: Person = OFFICER) -> MoneyStepResult:
        """An act that must be accepted."""
        result = await self.run(self.money_step(command, actor))
        assert result.decision.accepted, [r.says for r in result.decision.refusals]
        self.case_id = result.case_id or self.case_id
        return result

    async def state(self) -> MoneyState:
        """The case as the record has it."""
        async with readers(self.context.engine)() as session:
            found = await cases.load_money(session, self.case_id)
        assert found is not None
        return found

    async def begun(self, **home: Any) -> "MoneyActing":
        """The account of somebody who left, with the landlord's details, and the case opened on it."""
        changed = {"occupancy": "former_tenant", "end_date": self.today} | home
        async with sessions(self.context.engine).begin() as session:
            await session.execute(update(Tenancy).where(Tenancy.tenancy_ref == self.ref).values(**changed))
            await landlords.set_details(session, LANDLORD, SAMPLE)
        await self.does(c.OpenMoneyCase(tenancy_ref=self.ref, landlord=LANDLORD, officer=OFFICER.user_id))
        return self

    async def traced(self, address: str = FOUND_AT) -> "MoneyActing":
        """Every debtor found, at an address that is recorded unless it is empty."""
        for who in (await self.state()).tenants:
            known = await self.words(address) if address else None
            trace = c.RecordTrace(on=self.today, debtor=who, found=True, method="trace", address=known)
            await self.does(trace)
        return self

    async def checked(self, before: MoneyStep) -> None:
        """The search and the assessment before a step."""
        await self.does(c.SearchRegister(on=self.today, before=before, clear=True))
        reasons = await self.words("Weighed.")
        await self.does(c.AssessDebtors(on=self.today, before=before, proceed=True, reasons=reasons))

    async def written_to(self) -> "MoneyActing":
        """The letter of claim sent."""
        await self.checked(MoneyStep.LETTER)
        debtors = (await self.state()).tenants
        await self.does(c.SendLetterOfClaim(on=self.today, debtors=debtors, method="letter"))
        return self

    async def claimed(self, **more: Any) -> "MoneyActing":
        """The claim drafted, the Protocol's times having passed, and approved."""
        self.later(31)
        await self.does(c.SendIntention(on=self.today, method="letter"))
        self.later(15)
        await self.checked(MoneyStep.CLAIM)
        await self.does(c.DraftMoneyClaim(signer="Sam Okoro, Head of Housing", **more))
        await self.does(Approve(subject="C1"), SENIOR)
        return self

    async def issued(self) -> "MoneyActing":
        """The claim issued and sent."""
        told = {"route": MoneyRoute.PAPER, "claim_number": "M00XX456", "court": "Sampleton", "issued_on": self.today}
        await self.does(c.IssueMoneyClaim(claim_id="C1", **told))
        await self.does(c.RecordMoneyService(claim_id="C1", sent_on=self.today))
        return self

    async def asked(self, paper: MoneyPaper, subject: str) -> MoneyPaperInput:
        """Ask for a paper, and say what its making is told."""
        await self.does(c.RequestMoneyPaper(paper=paper, subject=subject))
        made = (await self.state()).papers[-1]
        return MoneyPaperInput(case_id=self.case_id, paper_id=made.id, paper=paper, subject=subject, as_at=self.at)

    async def make(self, asked: MoneyPaperInput) -> PaperResult:
        """Make it by the real activity."""
        return await ActivityEnvironment().run(MakeMoneyPaper(self.context).make_money_paper, asked)


def desk_of(context: Context) -> MoneyActing:
    """An officer at the test's account."""
    return MoneyActing(context, TENANCY)
