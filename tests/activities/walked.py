"""A case walked in pure code, put into the record whole, and a paper of it made by the real activity."""

from typing import Any

from pypdfium2 import PdfDocument
from sqlalchemy.ext.asyncio import AsyncSession
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import PaperInput, PaperResult
from activities.make_paper import MakePaper
from cases.commands import RequestPaper
from cases.events import CaseOpened
from cases.words import PaperKind, Role
from store import accounts, landlords, readmodel, texts
from store.cases import RecordedStep, record
from store.details import SAMPLE
from store.engine import sessions
from store.tables import Person, Posting, Tenancy, Text
from tests.cases.road import OFFICER, TEXT, Road

SAID = "The account was never cleared, and what was promised was not paid."
"""What every text of a walked case says."""
STAFF = {
    "officer.a": ("Amal Reid", Role.OFFICER),
    "senior.b": ("Sam Okoro", Role.SENIOR),
    "senior.r": ("Robin Marsh", Role.SENIOR),
}
FIRST_NAMES = ("Alex", "Robin", "Kim")


class Office:
    """Keeps one walked case in the record, and has its papers made."""

    def __init__(self, context: Context, walk: Road, said: str = SAID) -> None:
        self.context = context
        self.walk = walk
        self.said = said
        self.there = False

    async def paper(self, kind: PaperKind, subject: str, **details: Any) -> PaperResult:
        """Ask for the paper in the walk, put the case into the record, and make it. Words are given as text."""
        async with sessions(self.context.engine).begin() as session:
            if not self.there:
                await self._around(session)
            staged = {name: await _staged(session, kind.value, name, said) for name, said in details.items()}
            self.walk.do(RequestPaper(paper=kind, subject=subject, **staged))
            if self.there:
                case = self.walk.case
                view = {"case_id": case.case_id, "revision": case.revision, "state": case.model_dump(mode="json")}
                await readmodel.update_view(session, view)
            else:
                await record(session, self._whole())
            self.there = True
        asked = PaperInput(
            case_id=self.walk.case.case_id,
            paper_id=self.walk.case.papers[-1].id,
            paper=kind,
            subject=subject,
            as_at=self.walk.as_at,
        )
        return await ActivityEnvironment().run(MakePaper(self.context).make_paper, asked)

    def words(self, made: PaperResult) -> str:
        """All that the paper prints, its lines run together."""
        assert made.file is not None, made.failed
        document = PdfDocument(self.context.files.get(made.file.sha256))
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())

    def _whole(self) -> RecordedStep:
        case = self.walk.case
        return RecordedStep(
            key="whole",
            landlord=case.landlord,
            tenancy_ref=case.tenancy_ref,
            case_id=case.case_id,
            command_kind="open_case",
            actor=OFFICER,
            as_at=self.walk.as_at,
            answer={},
            events=(CaseOpened(state=case),),
            state=case,
        )

    async def _around(self, session: AsyncSession) -> None:
        """The landlord, its staff, the tenancy with its people, the account, and the words of the case."""
        home = self.walk.tenancy
        slug = await landlords.ensure(session, home.landlord_name, kind=home.landlord_kind, sample=True)
        assert slug == home.landlord
        await landlords.set_details(session, slug, SAMPLE)
        await landlords.set_policy(session, slug, self.walk.policy)
        for user_id, (name, role) in STAFF.items():
            await accounts.create(
                session, user_id=user_id, username=user_id, display_name=name, role=role, password_hash="x"
            )
        row = Tenancy(
            **{name: getattr(home, name) for name in type(home).model_fields if name in Tenancy.model_fields},
            address_line_1="1 Mill Terrace",
            town="Sampleton",
            postcode="SA1 2BC",
            officer="officer.a",
        )
        session.add(row)
        await session.flush()
        for number, person in enumerate(home.tenants, 1):
            self._person(session, row.id or 0, number, person)
        for line in self.walk.postings:
            session.add(Posting(tenancy_id=row.id or 0, posted_on=line.on, **line.model_dump(exclude={"on"})))
        session.add(
            Text(id=TEXT.id, digest=TEXT.digest, salt="", body=self.said, field="text", staged_at=self.walk.as_at)
        )
        await session.flush()

    def _person(self, session: AsyncSession, tenancy: int, number: int, person: str) -> None:
        more = {"role": "tenant", "title": "Mx", "first_name": FIRST_NAMES[number - 1], "last_name": "Sample"}
        session.add(Person(person_id=person, tenancy_id=tenancy, number=number, **more))


async def _staged(session: AsyncSession, key: str, name: str, said: Any) -> Any:
    """Words as a reference; anything else as it is."""
    plain = name in ("person", "consent") or not isinstance(said, str)
    return said if plain else await texts.stage(session, said, key=key, field=name)
