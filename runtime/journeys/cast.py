"""The people of a journey, and what each may do: act, be refused, approve, have a paper made, wait for a day."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from law.calendar import is_business_day, next_business_day
from runtime.journeys.client import Json, Officer, Unexpected
from runtime.journeys.story import Story, pounds

PAPER_POLLS = 300
PAPER_POLL_SECONDS = 0.1


@dataclass
class Cast:
    """The people of a journey, and what they see of the case as it goes."""

    officer: Officer
    senior: Officer
    leader: Officer
    story: Story
    papers_dir: Path
    bring_in: Callable[[Path], None]
    landlord: str = ""
    case_id: str = ""

    def today(self) -> date:
        """The landlord's legal day."""
        return date.fromisoformat(self.officer.get("/api/v1/clock", landlord=self.landlord)["today"])

    def case(self) -> Json:
        """The case as it stands."""
        seen: Json = self.officer.get(f"/api/v1/{self.officer.door}/{self.case_id}")
        state: Json = seen["state"]
        return state

    def last(self, items: str) -> Json:
        """The newest of the case's notices, claims, hearings, orders or warrants."""
        item: Json = self.case()[items][-1]
        return item

    def forward_to(self, day: date) -> None:
        """Move the sample landlord's clock to a day; its rent is posted on the way."""
        days = (day - self.today()).days
        if days <= 0:
            return
        status, body = self.officer.post("/api/v1/clock/forward", {"landlord": self.landlord, "days": days})
        if status >= 400:
            raise Unexpected(f"the clock did not move: {body}")
        self.story.console.print(f"\n      [dim]… {days} days pass …[/dim]")

    def act(self, what: str, **command: Any) -> Json:
        """The officer does something that is accepted."""
        answer = self.officer.act(self.case_id, command)
        self.story.did(self.officer.name, what)
        return answer

    def decide(self, what: str, **command: Any) -> None:
        """The team leader, who was not involved, decides something."""
        self.leader.act(self.case_id, command)
        self.story.did(self.leader.name, what)

    def paid(self, pence: int) -> None:
        """The housing system's export brings a payment of today."""
        header = "tenancy_ref,posted_on,kind,due_pence,paid_pence,source,narrative"
        line = f"{self.case()['tenancy_ref']},{self.today()},payment,0,{pence},tenant,Card payment"
        with TemporaryDirectory() as folder:
            (Path(folder) / "postings.csv").write_text(f"{header}\n{line}\n", "utf-8")
            self.bring_in(Path(folder))
        self.story.did("The housing system", f"brings a payment of {pounds(pence)}, made this morning")

    def approve(self, subject: str, what: str) -> None:
        """The senior approves."""
        self.senior.act(self.case_id, {"kind": "approve", "subject": subject})
        self.story.did(self.senior.name, f"approves {what}")

    def refused(self, who: Officer, what: str, **command: Any) -> None:
        """Somebody tries something that must be refused, with reasons."""
        status, body = who.attempt(self.case_id, command)
        if status < 400 or not body.get("refusals"):
            raise Unexpected(f"'{what}' should have been refused; the API answered {status}")
        self.story.refused(who.name, what, body)

    def contacts(self, steps: Iterable[tuple[str, str, str]]) -> None:
        """The protocol steps, each to every joint tenant."""
        tenants = self.case()["tenants"]
        for step, method, note in steps:
            command = {
                "kind": "record_contact",
                "step": step,
                "on": str(self.today()),
                "tenants": tenants,
                "method": method,
                "note": note,
            }
            self.act(f"records {step.replace('_', ' ')}", **command)

    def checks(self, before: str) -> None:
        """The assessment and the breathing-space search of a step."""
        today = str(self.today())
        self.act(
            f"assesses vulnerability and the Equality Act before the {before}",
            kind="record_assessment",
            on=today,
            before=before,
            proceed=True,
            reasons="The household was asked; what the housing record notes was weighed. Going on is proportionate.",
        )
        if before != "eviction":
            self.search(before)

    def search(self, before: str) -> None:
        """A breathing-space search of today."""
        what = f"searches the breathing-space register before the {before}: nothing found"
        self.act(what, kind="record_search", on=str(self.today()), before=before, clear=True)

    def paper(self, kind: str, subject: str, **given: Any) -> None:
        """Have a paper made, with what its officer gives, wait for it, and keep a copy."""
        asking = "request_money_paper" if self.officer.door == "money-cases" else "request_paper"
        self.officer.act(self.case_id, {"kind": asking, "paper": kind, "subject": subject, **given})
        made = self.wait_for_paper(kind)
        target = self.papers_dir / f"{len(self.story.papers) + 1:02}-{kind}.pdf"
        target.write_bytes(self.officer.fetch(f"/api/v1/{self.officer.door}/{self.case_id}/papers/{made['id']}/file"))
        self.story.paper(kind.replace("_", " "), str(target), f"{made['file']['size'] // 1024} KB")

    def wait_for_paper(self, kind: str) -> Json:
        """The newest paper of a kind, once it is made."""
        for _ in range(PAPER_POLLS):
            made: Json = [p for p in self.case()["papers"] if p["kind"] == kind][-1]
            if made.get("failed"):
                raise Unexpected(f"{kind} was not made: {made['failed']}")
            if made.get("file"):
                return made
            time.sleep(PAPER_POLL_SECONDS)
        raise Unexpected(f"{kind} was not made in 30 seconds")


def working_day(day: date) -> date:
    """The day itself, or the next that the court sits."""
    return day if is_business_day(day) else next_business_day(day)
