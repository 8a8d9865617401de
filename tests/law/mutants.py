"""Breaks every statutory constant and comparison of the law room, one at a time, and sees whether a test notices.

`python -m tests.law.mutants [--write] [--jobs N] [--only PART]`. In code whole numbers go up and down by one,
comparisons are turned or shifted, ground numbers are spoilt; `max` and `min`, `and` and `or`, plus and minus change
places. In tables numbers, days, periods, powers and yes-or-no cells change. Each change runs in a process of its own:
the corpus first, then the room's tests, without those that only repeat what the room once said (`snapshot.json`,
`docs/law.md`). A change nobody notices must be explained in `EXPLAINED`, or the run fails. Left out are the doors
(`asking`, `worked`, `table`, `markdown`, `__main__`), which hold no rule of law.
"""

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import re
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.law.mutants_explained import EXPLAINED

ROOT = Path(__file__).parents[2]
LAW, TESTS, PROOF = ROOT / "law", ROOT / "tests" / "law", ROOT / "docs" / "law-proof.md"
GOLDEN = ("test_the_tables_document_is_what_the_tables_say", "snapshot")
ASKED_ALREADY = ("test_corpus.py", "test_worked_cases.py")
DOORS = (
    "asking",
    "worked",
    "table.py",
    "dated_rows.py",
    "notice_rows.py",
    "standing.py",
    "cells.py",
    "markdown.py",
    "__main__.py",
)
PATIENCE = 8  # seconds of the processor for the corpus, and again for each file of tests; none needs half of it
DAY = re.compile(r"\d{4}-\d\d-\d\d")
GROUND = re.compile(r"\d+[A-Z]{0,2}")
TURNED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
SWAPPED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.And: ast.Or, ast.Or: ast.And}


@dataclass(frozen=True)
class Mutant:
    """One change: the file, the line as it stands, what is done to it, and how to find it again."""

    file: str
    line: str
    change: str
    number: int

    def __str__(self) -> str:
        return f"{self.file}: {self.line} -> {self.change}"


Edit = tuple[int, str, Callable[[], None]]  # line, words, what does it to the tree in hand


def edits(tree: ast.Module) -> Iterator[Edit]:
    """Every change that can be made to a module, in order."""
    for node in _meant(tree):
        if isinstance(node, ast.Constant):
            for value in _other(node.value):
                yield node.lineno, f"{node.value!r} becomes {value!r}", _set(node, "value", value)
        elif isinstance(node, ast.Compare):
            for n, op in enumerate(node.ops):
                for other in TURNED[type(op)]:
                    words = f"{type(op).__name__} becomes {other.__name__}"
                    yield node.lineno, words, _put(node.ops, n, other())
        elif isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPPED:
            swapped = SWAPPED[type(node.op)]
            yield node.lineno, f"{type(node.op).__name__} becomes {swapped.__name__}", _set(node, "op", swapped())
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("max", "min"):
            other_name = {"max": "min", "min": "max"}[node.func.id]
            yield node.lineno, f"{node.func.id} becomes {other_name}", _set(node.func, "id", other_name)


def _meant(tree: ast.Module) -> Iterator[ast.AST]:
    """The nodes that do something: not annotations, type names, nor the insides of texts."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop(0)
        yield node
        for name, child in ast.iter_fields(node):
            if name in ("annotation", "returns", "format_spec", "decorator_list"):
                continue
            for each in child if isinstance(child, list) else [child]:
                if isinstance(each, ast.AST) and not _a_type(each):
                    waiting.append(each)


def _a_type(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"


def _other(value: object) -> tuple[object, ...]:
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        return (value + 1, value - 1)
    if isinstance(value, str) and re.fullmatch(r"\d+\.\d+", value):
        return (f"1{value}",)
    return ("ZZ",) if isinstance(value, str) and GROUND.fullmatch(value) else ()


def _set(node: Any, name: str, value: object) -> Callable[[], None]:
    return lambda: setattr(node, name, value)


def _put(items: list[Any], n: int, value: object) -> Callable[[], None]:
    return lambda: items.__setitem__(n, value)


def cells(table: Any, path: str = "") -> Iterator[tuple[str, str, Callable[[], None]]]:
    """Every change that can be made to a table: where, what, and what does it to the table in hand."""
    for key, value in list(table.items() if isinstance(table, dict) else enumerate(table)):
        here = f"{path}.{key}" if path else str(key)
        if isinstance(key, str) and DAY.fullmatch(key):
            yield here, "a day later", _moved(table, key)
        if isinstance(value, dict | list):
            yield from cells(value, f"{path}.{value['code']}" if isinstance(value, dict) and "code" in value else here)
        for other in _other_cell(str(key), value):
            yield here, f"{value!r} becomes {other!r}", _put(table, key, other)


def _moved(table: dict[str, Any], key: str) -> Callable[[], None]:
    later = (date.fromisoformat(key) + timedelta(days=1)).isoformat()
    return lambda: table.__setitem__(later, table.pop(key))


def _other_cell(key: str, value: object) -> tuple[object, ...]:
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        return (value + 1,)
    if isinstance(value, date):
        return (value + timedelta(days=1),)
    if key in ("begins", "ends") and isinstance(value, str) and DAY.fullmatch(value):
        return ((date.fromisoformat(value) + timedelta(days=1)).isoformat(),)
    if key == "power":
        return ({"mandatory": "discretionary", "discretionary": "mandatory"}[str(value)],)
    if key == "notice" and isinstance(value, str):
        return ("2 months" if value == "2 weeks" else "2 weeks",)
    return ()


def mutants() -> list[Mutant]:
    """All of them, code first."""
    found: list[Mutant] = []
    for path in sorted(path for path in LAW.rglob("*.py") if path.relative_to(LAW).parts[0] not in DOORS):
        source = path.read_text("utf-8")
        lines, name = source.splitlines(), str(path.relative_to(LAW))
        for n, (line, words, _) in enumerate(edits(ast.parse(source))):
            found.append(Mutant(name, lines[line - 1].strip(), words, n))
    for path in sorted((LAW / "data").glob("*.*ml")) + sorted((LAW / "data").glob("*.json")):
        for n, (where, words, _) in enumerate(cells(_read(path))):
            found.append(Mutant(f"data/{path.name}", where, words, n))
    return found


def _read(path: Path) -> Any:
    text = path.read_text("utf-8")
    return json.loads(text) if path.suffix == ".json" else tomllib.loads(text)


class _Broken(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module of the law room with its change."""

    def __init__(self, module: str, path: Path, number: int) -> None:
        self.module, self.path, self.number = module, path, number

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> Any:
        if fullname != self.module:
            return None
        package = self.path.name == "__init__.py"
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=str(self.path), is_package=package)
        if package:
            spec.submodule_search_locations = [str(self.path.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        tree = ast.parse(self.path.read_text("utf-8"))
        list(edits(tree))[self.number][2]()
        module.__file__ = str(self.path)
        exec(compile(ast.fix_missing_locations(tree), str(self.path), "exec"), module.__dict__)


def break_with(mutant: Mutant) -> None:
    """Make the change in this process, before the law room is imported."""
    path = LAW / mutant.file
    if path.suffix == ".py":
        dotted = ".".join(("law", *Path(mutant.file).with_suffix("").parts)).removesuffix(".__init__")
        sys.meta_path.insert(0, _Broken(dotted, path, mutant.number))
        return
    import law.data

    whole = law.data.table

    def table(name: str) -> dict[str, Any]:
        found = copy.deepcopy(whole(name))
        if name == path.name:
            list(cells(found))[mutant.number][2]()
        return found

    law.data.table = table


def corpus_notices() -> bool:
    """Whether the corpus disagrees."""
    from law.worked import check_document

    files = sorted((TESTS / "corpus").glob("*.json"))
    return not all(checked.agrees for file in files for checked in check_document(json.loads(file.read_text("utf-8"))))


def tests_notice(mutant: Mutant) -> bool:
    """Whether a test fails; the files that speak most of the module come first."""
    import pytest
    from hypothesis import settings

    settings.register_profile("mutants", max_examples=40, derandomize=True, database=None, deadline=None)
    settings.load_profile("mutants")
    stem = Path(mutant.file).stem if "__init__" not in mutant.file else Path(mutant.file).parent.name
    files = [file for file in TESTS.glob("test_*.py") if file.name not in ASKED_ALREADY]
    files.sort(key=lambda file: (file.name == "test_asking.py", -file.read_text("utf-8").count(stem), file.name))
    shut = " and ".join(f"not {name}" for name in GOLDEN)
    options = ["-x", "-q", "-c", os.devnull, "--rootdir", str(ROOT), "--import-mode=importlib", "--noconftest"]
    options += ["-p", "no:cacheprovider", "-k", shut]
    for file in files:
        _be_patient()
        if pytest.main([*options, str(file)]) not in (0, 5):
            return True
    return False


def _be_patient() -> None:
    """End this process when the next stretch runs for ever; a busy machine does not shorten it."""
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)


def _child(mutant: Mutant) -> int:
    _be_patient()
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    break_with(mutant)
    try:
        if corpus_notices():
            return 1
    except Exception:
        return 1
    return 2 if tests_notice(mutant) else 0


def run(jobs: int, only: str, every: int = 1) -> dict[Mutant, str]:
    """What became of each: `corpus`, `tests`, `time` (ran for ever) or `survived`."""
    import holidays  # noqa: F401  # slow to load: once here, not in every child
    import hypothesis  # noqa: F401
    import pytest  # noqa: F401

    assert not [name for name in sys.modules if name == "law" or name.startswith("law.")]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    waiting = [mutant for mutant in mutants() if only in str(mutant)][::every]
    running: dict[int, Mutant] = {}
    fates: dict[Mutant, str] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop(0)
            child = os.fork()
            if child == 0:
                try:
                    code = _child(mutant)
                except BaseException:
                    code = 2
                os._exit(code)
            running[child] = mutant
        ended, status = os.wait()
        mutant = running.pop(ended)
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 3
        fates[mutant] = {0: "survived", 1: "corpus", 2: "tests", 3: "time"}[code]
        if code == 0:
            sys.stdout.write(f"survived{' (explained)' if _why(mutant) else ''}: {mutant}\n")
            sys.stdout.flush()
    return fates


def _why(mutant: Mutant) -> str:
    for part, reason in EXPLAINED.items():
        if part in str(mutant):
            return reason
    return ""


def report(fates: dict[Mutant, str], seconds: float) -> str:
    """The score as Markdown."""
    counts = Counter("explained" if fate == "survived" and _why(m) else fate for m, fate in fates.items())
    noticed = counts["corpus"] + counts["tests"] + counts["time"]
    rows = [
        ("changes made", len(fates)),
        ("noticed by the corpus", counts["corpus"]),
        ("noticed by a test", counts["tests"]),
        ("made it run for ever, noticed by the clock", counts["time"]),
        ("not noticed, and explained: they change nothing in law", counts["explained"]),
        ("not noticed and not explained", counts["survived"]),
    ]
    table = "\n".join(f"| {words} | {number} |" for words, number in rows)
    explained = Counter(_why(m) for m, fate in fates.items() if fate == "survived" and _why(m))
    reasons = "\n".join(f"| {reason} | {number} |" for reason, number in explained.most_common())
    return (
        f"{noticed} of {len(fates)} noticed ({100 * noticed / len(fates):.1f} %); every other one is explained below"
        f" ({seconds / 60:.0f} minutes).\n\n| Changes | Number |\n|---|---|\n{table}\n\n"
        f"| Why nothing can notice | Number |\n|---|---|\n{reasons}"
    )


def main() -> int:
    """Run, print, and with `--write` put the score in the document; 1 when a survivor is not explained."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="")
    parser.add_argument("--every", type=int, default=1, help="only each nth change: to know how long the whole takes")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if options.list:
        sys.stdout.write("\n".join(str(mutant) for mutant in mutants() if options.only in str(mutant)) + "\n")
        return 0
    began = time.monotonic()
    fates = run(options.jobs, options.only, options.every)
    said = report(fates, time.monotonic() - began)
    sys.stdout.write(said + "\n")
    if options.write:
        before, mark, rest = PROOF.read_text("utf-8").partition("<!-- mutants -->\n")
        _, end, after = rest.partition("\n<!-- end of mutants -->")
        PROOF.write_text(before + mark + said + end + after, "utf-8")
    return 1 if any(fate == "survived" and not _why(mutant) for mutant, fate in fates.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
