"""`python -m law explain QUESTION FACTS`: reads the facts, answers, and sets the answer out. Prints nothing itself."""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from law.asking.around import grounds_told, notice_lines, notice_rows_for
from law.asking.clocks import CLOCKS
from law.asking.facts import FACTS, Fact, Facts
from law.asking.holds_and_debts import HOLDS_AND_DEBTS
from law.asking.question import Question, explained
from law.asking.sums import SUMS
from law.asking.tracks import TRACKS
from law.errors import LawError
from law.explained import Explained, Held, long_date
from law.ground_texts import NONE_INSTALLED, InstalledTexts
from law.notice_rows import court_papers_for, ways_to_serve
from law.tenancies import TENANCIES

QUESTIONS: dict[str, Question] = {question.name: question for question in (*TRACKS, *CLOCKS, *HOLDS_AND_DEBTS, *SUMS)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add each question with its facts to the parser."""
    questions = parser.add_subparsers(dest="question", required=True, metavar="QUESTION")
    for question in QUESTIONS.values():
        asked = questions.add_parser(question.name, help=question.heading, description=f"{question.heading}.")
        for name in (*question.needs, *question.takes):
            _add_fact(asked, FACTS[name], name in question.needs)
        asked.add_argument("--json", action="store_true", help="as JSON")
        if "ground" in (*question.needs, *question.takes):
            add_texts(asked)


def add_texts(parser: argparse.ArgumentParser) -> None:
    """Add the option that names a file of official texts of grounds."""
    parser.add_argument("--texts", type=Path, metavar="FILE", help="official texts of grounds, as TOML or JSON")


def _add_fact(parser: argparse.ArgumentParser, fact: Fact, needed: bool) -> None:
    if fact.read is None:
        parser.add_argument(f"--{fact.name}", dest=fact.name, action="store_true", help=fact.words)
        return
    action = "append" if fact.several else "store"
    shown = "..." if fact.several else fact.name.upper()
    parser.add_argument(
        f"--{fact.name}", dest=fact.name, action=action, required=needed, metavar=shown, help=fact.words
    )


def answer(options: argparse.Namespace, texts: InstalledTexts = NONE_INSTALLED) -> tuple[int, str]:
    """The exit code and what to print: 0 with the answer, 2 with the law's refusal and what would mend it."""
    question = QUESTIONS[options.question]
    try:
        facts = Facts(dict(_read(question, options)), texts)
        answers = [*question.answer(facts)]
        if question.occupancy:
            answers += grounds_told(question.occupancy, facts)
        found = _once(part for whole in answers for part in explained(whole))
    except LawError as refusal:
        return 2, refused(refusal, options.json)
    return 0, _as_json(question, facts, found) if options.json else "\n".join(_lines(question, facts, found))


def _read(question: Question, options: argparse.Namespace) -> Iterator[tuple[str, Any]]:
    for name in (*question.needs, *question.takes):
        fact, text = FACTS[name], getattr(options, name)
        if fact.read is None or text is None:
            yield name, text
        elif fact.several:
            yield name, [fact.read(name, each) for each in text]
        else:
            yield name, fact.read(name, text)


def _once(parts: Iterable[tuple[str, Explained[Any] | str]]) -> list[tuple[str, Explained[Any] | str]]:
    """Each answer once: the safe day is often the first day itself."""
    found: list[tuple[str, Explained[Any] | str]] = []
    for part in parts:
        if all(part[1] != told for _, told in found):
            found.append(part)
    return found


def refused(refusal: LawError, as_json: bool) -> str:
    """The refusal as people read it, or as JSON: its kind, the fact at fault, the rule and what would mend it."""
    if as_json:
        kind = type(refusal).__name__
        return json.dumps({"refused": kind, "field": refusal.field, "rule": refusal.rule, "mend": refusal.mend})
    return f"Refused ({refusal.field}). {refusal.rule} {refusal.mend}"


def _as_json(question: Question, facts: Facts, found: Sequence[tuple[str, Explained[Any] | str]]) -> str:
    answers = [
        {"name": name, "sentence": told} if isinstance(told, str) else {"name": name, **told.as_json()}
        for name, told in found
    ]
    whole: dict[str, Any] = {"question": question.name, "title": question.heading}
    if question.occupancy:
        row = TENANCIES[question.occupancy]
        whole |= {"notice": row.notice, "ends_by": row.ends_by, "power": row.power, "authority": row.citation}
        whole |= {"notices": notice_rows_for(question.occupancy, facts)}
        whole |= {"ways_to_serve": ways_to_serve(row), "court_papers": court_papers_for(row)}
    return json.dumps({**whole, "answers": answers}, indent=2, ensure_ascii=False)


def _lines(question: Question, facts: Facts, found: Sequence[tuple[str, Explained[Any] | str]]) -> Iterator[str]:
    yield question.heading
    if question.occupancy:
        row = TENANCIES[question.occupancy]
        yield f"  Notice: {row.notice}. Ends by: {row.ends_by}. Court's power: {row.power}. ({row.citation})"
        yield from notice_lines(question.occupancy, facts)
    for _, told in found:
        yield ""
        if isinstance(told, str):
            yield told
            continue
        yield told.sentence()
        for number, step in enumerate(told.steps, 1):
            day = f" [{long_date(step.on)}]" if step.on and long_date(step.on) not in step.text else ""
            yield f"  {number}. {step.text}{day} ({step.authority})" if step.authority else f"  {number}. {step.text}"
        yield f"  Authority: {told.authority}"
        yield f"  Confidence: {told.confidence.value}, {told.confidence.label}. Tables: {told.table_version}"
        yield from (f"  {_in_force(held)}" for held in (told.held,) if held is not None)


def _in_force(held: Held) -> str:
    """Since when the rule stands as told, on whose word, and under which code of procedure."""
    until = f"to {long_date(held.ends)}" if held.ends else "and still"
    procedure = f" Procedure: {held.procedure}." if held.procedure else ""
    return f"In force: from {long_date(held.begins)} {until} ({held.source}; {held.confidence.value}).{procedure}"
