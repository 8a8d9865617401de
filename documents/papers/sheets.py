"""Answers to copy into an online service: each in its page's order, with its length counted against the limit."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """A question of an online page and what to enter. `limit` in characters (0: none is known)."""

    question: str
    text: str
    limit: int = 0

    @property
    def length(self) -> int:
        """Characters of the answer as typed, line breaks counted as one."""
        return len(self.text)

    @property
    def over(self) -> int:
        """Characters too many; 0 where it fits."""
        return max(0, self.length - self.limit) if self.limit else 0

    @property
    def fits(self) -> str:
        """As much of the answer as the box takes, to the end of a word where one ends in its second half."""
        if not self.over:
            return self.text
        cut = self.text[: self.limit]
        if self.text[self.limit].isspace():
            return cut.rstrip()
        end = max(cut.rfind(" "), cut.rfind("\n"))
        return cut[:end].rstrip() if end > self.limit // 2 else cut

    @property
    def rest(self) -> str:
        """What the box does not take; empty where it takes all."""
        return self.text[len(self.fits) :].strip()

    @property
    def counted(self) -> str:
        """The count as printed: "212 of 950"; nothing where there is no limit."""
        if not self.limit:
            return ""
        return f"{self.length:,} of {self.limit:,}" + (f": {self.over:,} too many" if self.over else "")


@dataclass(frozen=True)
class Page:
    """A page of the service, numbered as it comes, with its answers."""

    number: str
    title: str
    answers: tuple[Answer, ...]
    note: str = ""


def too_long(pages: Sequence[Page]) -> tuple[str, ...]:
    """The answers that do not fit, each named by its page, with how many characters to take out and what to do."""
    return tuple(
        f"Page {page.number}, {answer.question}: {answer.over:,} character{'s' if answer.over > 1 else ''} too many. "
        "Shorten it, or enter the first part and send the rest, marked on the sheet, as a document with the claim."
        for page in pages
        for answer in page.answers
        if answer.over
    )


def yes_no(answer: bool | None) -> str:
    """Yes, no, or that nobody has answered."""
    return "Not answered yet" if answer is None else "Yes" if answer else "No"


def pounds(pence: int) -> str:
    """A sum as an online box takes it: no sign, no comma ("1234.50")."""
    return f"{pence // 100}.{pence % 100:02d}"
