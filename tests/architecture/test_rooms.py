"""House rules that import contracts cannot see, held by reading the code."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("law", "cases", "documents", "store", "activities", "workflows", "api", "runtime", "court_templates")
PURE = ("law", "cases", "workflows")
# Longer than 300 lines because they are tables: of data, of words, or of models that only declare.
TABLES = {
    "cases/events.py",
    "cases/money/commands.py",
    "cases/money/state.py",
    "cases/words.py",
}
LONGEST = 300

CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("os", "urandom"),
}
UNPREDICTABLE = {"random", "secrets", "time", "uuid"}
TIMERS = {
    ("workflow", "sleep"),
    ("asyncio", "sleep"),
    ("asyncio", "wait_for"),
    ("asyncio", "timeout"),
    ("asyncio", "timeout_at"),
}


def sources(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def each(*rooms: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", [pytest.param(path, id=named(path)) for path in sources(*rooms)])


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and top-level name of everything imported, wherever in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module.split(".")[0]


def calls(tree: ast.Module) -> Iterator[tuple[ast.Call, tuple[str, str]]]:
    """Every call of the form `a.b(...)` or `x.a.b(...)`, as (a, b)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            yield node, (name, node.func.attr)


@each("law")
def test_law_needs_nothing_but_the_standard_library(path: Path) -> None:
    foreign = [(line, name) for line, name in imported(tree_of(path)) if name not in {*sys.stdlib_module_names, "law"}]
    assert not foreign


@each(*PURE)
def test_pure_rooms_read_no_clock_and_draw_no_lots(path: Path) -> None:
    tree = tree_of(path)
    read = [(call.lineno, *name) for call, name in calls(tree) if name in CLOCKS]
    drawn = [(line, name) for line, name in imported(tree) if name in UNPREDICTABLE]
    if named(path) == "law/__main__.py":
        read = []
    assert not read + drawn


@each("workflows")
def test_timers_are_set_in_one_place(path: Path) -> None:
    if path.name == "waiting.py":
        return
    set_here = [
        (call.lineno, *name)
        for call, name in calls(tree_of(path))
        if name in TIMERS
        or (name == ("workflow", "wait_condition") and any(word.arg == "timeout" for word in call.keywords))
    ]
    assert not set_here


def test_every_update_has_a_validator() -> None:
    missing, found = [], 0
    for path in sources("workflows"):
        for owner in (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)):
            methods = [node for node in owner.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
            decorators = {ast.unparse(each) for method in methods for each in method.decorator_list}
            for method in methods:
                if any(ast.unparse(each).startswith("workflow.update") for each in method.decorator_list):
                    found += 1
                    if f"{method.name}.validator" not in decorators:
                        missing.append(f"{named(path)}: {method.name}")
    assert not missing
    assert found, "no update at all: has this test gone blind?"


@each(*ROOMS)
def test_no_file_grows_beyond_reading(path: Path) -> None:
    length = path.read_bytes().count(b"\n")
    assert length <= LONGEST or named(path) in TABLES or path.parent == ROOT / "store/migrations/versions"


def test_the_list_of_tables_is_not_stale() -> None:
    assert {name for name in TABLES if not (ROOT / name).exists()} == set()


def test_no_room_shadows_the_standard_library() -> None:
    assert not set(ROOMS) & set(sys.stdlib_module_names)
