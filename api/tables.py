"""Tables for a spreadsheet: CSV with a byte-order mark, in which no cell can be taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from fastapi import Response


def table(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """The rows as a file of that name (without its ending)."""
    told = io.StringIO()
    lines = csv.writer(told)
    lines.writerow(columns)
    for row in rows:
        lines.writerow([plain(each) for each in row])
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response("\ufeff" + told.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def plain(cell: object) -> str:
    """The cell so that no spreadsheet takes it for a formula. A number stays one."""
    text = "" if cell is None else str(cell)
    if isinstance(cell, int | Decimal):
        return text
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def sum_of(pence: int | None) -> Decimal | None:
    """Pence as pounds, for a column of sums."""
    return None if pence is None else Decimal(pence).scaleb(-2)
