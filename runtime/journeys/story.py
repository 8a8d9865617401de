"""Telling a journey as it is played: every step, every refusal with its reasons, every date with why."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rich.console import Console


def said(day: str | date) -> str:
    """A date as people say it."""
    on = day if isinstance(day, date) else date.fromisoformat(day)
    return f"{on:%A} {on.day} {on:%B %Y}"


def pounds(pence: int) -> str:
    """Pence as pounds."""
    return f"£{pence / 100:,.2f}" if pence >= 0 else f"-£{-pence / 100:,.2f}"


@dataclass
class Story:
    """What is printed, and counted, while a journey runs."""

    console: Console
    steps: int = 0
    refusals: int = 0
    papers: list[tuple[str, str]] = field(default_factory=list)

    def chapter(self, title: str, today: date) -> None:
        """A new stage of the case."""
        self.console.print(f"\n[bold]{title}[/bold]  [dim]{said(today)}[/dim]")

    def did(self, who: str, what: str) -> None:
        """A step that took effect."""
        self.steps += 1
        self.console.print(f"  {self.steps:>2}. [green]{who}[/green] {what}", highlight=False)

    def refused(self, who: str, what: str, problem: dict[str, Any]) -> None:
        """A step that was refused, with every reason and its mend."""
        self.refusals += 1
        self.console.print(f"   ✗  [red]{who}[/red] tries to {what}: refused", highlight=False)
        for refusal in problem.get("refusals", []):
            source = f" [dim]({refusal['authority']})[/dim]" if refusal.get("authority") else ""
            self.console.print(f"        - {refusal['says']}{source}", highlight=False)
            if refusal.get("mend"):
                self.console.print(f"          [dim]To mend: {refusal['mend']}[/dim]", highlight=False)

    def dated(self, name: str, explained: dict[str, Any]) -> None:
        """A legal date with its explanation."""
        self.console.print(f"        {name}: [bold]{said(explained['on'])}[/bold]", highlight=False)
        self.console.print(
            f"        [dim]{explained['sentence']} [{explained['confidence']}][/dim]", highlight=False, markup=True
        )

    def paper(self, title: str, path: str, pages: str = "") -> None:
        """A paper that was made, and where it lies."""
        self.papers.append((title, path))
        self.console.print(f"        paper: {title} [dim]{pages}[/dim]", highlight=False)
