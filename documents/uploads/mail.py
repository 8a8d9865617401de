"""An e-mail as pages: who wrote to whom and when, what it says, and what was attached, named."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser
from pathlib import Path

import typst

from documents.papers.clean import clean_text, undrawable

_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "fonts"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
MOST_LETTERS = 400_000
LONGEST_HEAD = 20_000
_UNREADABLE = (RecursionError, AssertionError, LookupError, ValueError, AttributeError, TypeError)


class BadMail(Exception):
    """The message is written so that it cannot be read: nested without end, or against the rules for messages."""


@contextmanager
def unreadable() -> Iterator[None]:
    """Names what the library stumbles over in a hostile message. Raises BadMail."""
    try:
        yield
    except _UNREADABLE as fault:
        raise BadMail from fault


def read_mail(data: bytes) -> EmailMessage:
    """The message as the library reads it. Raises BadMail."""
    with unreadable():
        message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    return message


def attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    """Name and bytes of each attached file, in order; attached messages as `.eml`. Raises BadMail."""
    with unreadable():
        return _attachments(message)


def _attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    found = []
    for part in message.iter_attachments():
        name = clean_text(part.get_filename() or "attachment")[:120]
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            found.append((name, inner.as_bytes()))
        else:
            payload = part.get_payload(decode=True)
            found.append((name, payload if isinstance(payload, bytes) else b""))
    return found


def mail_pages(message: EmailMessage, fates: list[tuple[str, str]]) -> tuple[bytes, tuple[str, ...]]:
    """The message's own pages, and what its officer is told of them: last letters left out, characters not drawn.

    `fates`: each attachment's name and what became of it. Raises BadMail.
    """
    with unreadable():
        heads = [
            [label, clean_text(str(said))]
            for label in ("From", "To", "Cc", "Date", "Subject")
            if (said := message.get(label))
        ]
        words = clean_text(body(message), prose=True)
    left_out = max(0, len(words) - MOST_LETTERS)
    # Hundreds of people fit into that; a book in a subject line would take the typesetter a minute.
    if any(len(head) > LONGEST_HEAD for _, head in heads):
        raise BadMail
    told = {
        "heads": heads,
        "paragraphs": words[:MOST_LETTERS].split("\n"),
        "cut": f"The message goes on for {left_out:,} letters more, which are not shown here." if left_out else "",
        "attached": [[clean_text(name), fate] for name, fate in fates],
    }
    made = typst.compile(
        _HERE / "mail.typ",
        format="pdf",
        root=_HERE,
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        sys_inputs={"mail": json.dumps(told)},
        timestamp=_EPOCH,
    )
    if not isinstance(made, bytes):
        raise RuntimeError("the message was not laid out as one PDF")
    notes = []
    if left_out:
        notes.append(f"The message is very long: {left_out:,} of its letters are not in the pages.")
    missing = undrawable(" ".join([words[:MOST_LETTERS], *(head for _, head in heads)]))
    if missing:
        notes.append(f"Characters of the message that no font here draws stand as boxes: {', '.join(missing[:8])}.")
    return made, tuple(notes)


def body(message: EmailMessage) -> str:
    """The message's words: its plain part, or the words of its HTML without anything that would be fetched or run."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        text = part.get_content()
    except (LookupError, UnicodeError):
        payload = part.get_payload(decode=True)
        text = payload.decode("latin-1") if isinstance(payload, bytes) else ""
    return _words(text) if part.get_content_type() == "text/html" else str(text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "head"):
            self._silent += 1
        if tag in ("p", "br", "div", "tr", "li", "h1", "h2", "h3"):
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "head"):
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(re.sub(r"\s+", " ", data))


def _words(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.said)
