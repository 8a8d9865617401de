"""Reading one file of the export, row by row, without ever holding it whole."""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from store.importing.rules import Column, Wrong
from store.importing.summary import RowError

Fault = Callable[[RowError], None]


def count_lines(path: Path) -> int:
    """About how many rows the file has; for progress only."""
    with path.open("rb") as file:
        return max(0, sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")) - 1)


def rows(path: Path, columns: Mapping[str, Column], fault: Fault) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """(line, values) of each row; values are None for a row with a fault, which has then been told."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(csv.reader(file, strict=True), path.name, columns, fault)
    except UnicodeDecodeError:
        fault(RowError(path.name, 0, "", "the file must be UTF-8 text", "export it again with UTF-8 encoding"))


def _rows(
    reader: Any, name: str, columns: Mapping[str, Column], fault: Fault
) -> Iterator[tuple[int, dict[str, Any] | None]]:
    header: list[str] = next(reader, [])
    missing = [column for column, rule in columns.items() if rule.required and column not in header]
    for column in missing:
        fault(RowError(name, 1, column, "the column is missing", "export the file with this column"))
    if missing:
        return
    places = [(header.index(column), column, rule.read) for column, rule in columns.items() if column in header]
    blank = {column: rule.read("") for column, rule in columns.items() if column not in header}
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            rule = "the row is not proper CSV (a quotation mark is open or misplaced)"
            fault(RowError(name, line, "", rule, "export the file again; quotation marks inside a cell are doubled"))
            return
        if not cells:
            continue
        if len(cells) != len(header):
            rule = f"the row has {len(cells)} cells, the header {len(header)}"
            fault(RowError(name, line, "", rule, "put cells that hold a comma in quotation marks"))
            yield line, None
            continue
        values: dict[str, Any] | None = dict(blank)
        for place, column, read in places:
            try:
                cell = read(cells[place].strip())
            except Wrong as wrong:
                fault(RowError(name, line, column, wrong.rule, wrong.mend))
                values = None
            else:
                if values is not None:
                    values[column] = cell
        yield line, values
