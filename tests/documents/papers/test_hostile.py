"""Over every template: whatever a value holds comes out as that text or is refused, and nothing around it vanishes."""

import io
import re
import typing
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from pydantic import BaseModel

from documents.papers.checks import strings
from documents.papers.clean import clean_text
from documents.papers.data import PaperData
from documents.papers.problems import PaperRefused
from documents.papers.registry import PAPERS
from documents.papers.render import Rendered, render
from documents.papers.sample import sample
from tests.documents.papers.reading import text

pytestmark = pytest.mark.long

MARK = "¤"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What these say decides what is printed: they are codes, not words of anybody's.
CODES = {"code", "category", "occupancy", "period", "interest_rate", "mark", "initials", "facts_digest", "case_id",
         "person_id", "postcode", "person_name", "para"}  # fmt: skip
PIECES = ["<b>", "</w:t>", "&", "&amp;", "]]>", "{{7*7}}", "{%x%}", "{#y#}", "=1+1", "@SUM", "$x$", "\\n", "#let", "%s"]
UNSEEN = ["\x00", "\x08", "\x1f", "\x7f", "\u202e", "\u202c", "\u2066", "\u200b", "\ud800", "\uffff", "\ufeff"]

hostile = st.tuples(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=2),
    st.lists(st.sampled_from(UNSEEN), max_size=3),
).map(lambda parts: "".join((MARK, *parts[1], *parts[0])))


def spoiled(facts: Any, tail: str) -> Any:
    """The same facts with `tail` after every text that people write."""
    if isinstance(facts, BaseModel):
        hints = typing.get_type_hints(type(facts))
        free = {name for name, hint in hints.items() if "Literal" not in str(hint) and name not in CODES}
        return facts.model_copy(update={name: spoiled(getattr(facts, name), tail) for name in free})
    if isinstance(facts, tuple):
        return tuple(spoiled(each, tail) for each in facts)
    return facts + tail if isinstance(facts, str) and facts else facts


def paragraphs(docx: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for paragraph in etree.fromstring(package.read("word/document.xml")).iter(f"{W}p"):
            yield "".join(part.text or "" for part in paragraph.iter(f"{W}t"))


def body(docx: bytes) -> str:
    return squeezed("\n".join(paragraphs(docx)))


def squeezed(words: str) -> str:
    return re.sub(r"[\s-]+", "", words)


def plainly(kind: str) -> Rendered:
    return render(kind, sample())


def named(name: str) -> PaperData:
    first, *rest = sample().tenants
    return sample().model_copy(update={"tenants": (first.model_copy(update={"full_name": name}), *rest)})


@pytest.mark.parametrize("kind", PAPERS)
@settings(
    max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)
@given(tail=hostile)
def test_every_text_on_every_paper_comes_out_as_it_was_written(kind: str, tail: str) -> None:
    before = body(plainly(kind).docx)
    made = render(kind, spoiled(sample(), tail))
    after, shown = body(made.docx), squeezed(clean_text(tail))
    lost = [
        path
        for path, value in strings(sample())
        if path.rsplit(".", 1)[-1] not in CODES and len(value) > 8 and squeezed(value) in before
        if squeezed(value) not in after
    ]
    assert lost == []
    assert after.count(MARK) == after.count(shown)
    assert text(made.pdf).count(MARK) >= after.count(MARK)


@pytest.mark.parametrize("kind", PAPERS)
def test_the_template_s_own_words_stand_whatever_the_values_hold(kind: str) -> None:
    tail = "<w:p>&"
    before = [squeezed(words) for words in paragraphs(plainly(kind).docx)]
    after = squeezed(" ".join(paragraphs(render(kind, spoiled(sample(), tail)).docx)))
    values = [squeezed(value).casefold() for _, value in strings(sample()) if len(value) > 3]
    fixed = [words for words in before if len(words) > 12 and not any(value in words.casefold() for value in values)]
    assert fixed
    assert [words for words in fixed if words not in after] == []


@pytest.mark.parametrize("kind", PAPERS)
def test_five_thousand_letters_are_refused_without_being_repeated(kind: str) -> None:
    with pytest.raises(PaperRefused) as refused:
        render(kind, named("W" * 5000))
    assert any("5,000 characters long" in reason for reason in refused.value.reasons)
    assert all("WWW" not in reason for reason in refused.value.reasons)


@pytest.mark.parametrize("kind", PAPERS)
def test_a_name_of_nothing_that_can_be_seen_is_no_name(kind: str) -> None:
    unseen = "".join(UNSEEN)
    if "tenants" in PAPERS[kind].needs:
        with pytest.raises(PaperRefused, match="full name is missing"):
            render(kind, named(unseen))
    else:
        assert unseen not in text(render(kind, named(unseen)).pdf)


@pytest.mark.parametrize("kind", PAPERS)
def test_formula_text_is_text(kind: str) -> None:
    name = "=cmd|'/C calc'!A0"
    made = body(render(kind, named(name)).docx)
    if squeezed(sample().tenants[0].full_name) in body(plainly(kind).docx):
        assert squeezed(name) in made
