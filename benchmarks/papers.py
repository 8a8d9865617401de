"""A claim pack of six papers and a schedule of 520 rows, beside the bare work: `make bench-papers`.

In one run and one process, after the converter has woken: ours (facts checked, template filled, laid out, converted,
read back) and bare docxtpl with the same converter on the same context.
"""

import sys
import time
from collections.abc import Callable

from documents.convert import DxpdfConverter
from documents.papers.context import context
from documents.papers.registry import PAPERS
from documents.papers.render import render
from documents.papers.template import fill
from tests.documents.papers.facts import full

PACK = ("n5", "n119", "rent_schedule", "protocol_statement", "witness_statement", "certificate_of_service")
ROWS = 520
RUNS = 5


def best(work: Callable[[], object]) -> float:
    """The quickest of a few runs, in seconds."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> int:
    converter = DxpdfConverter()
    pack, long = full(), full(rows=ROWS)

    def ours() -> None:
        for kind in PACK:
            render(kind, pack)

    def bare() -> None:
        for kind in PACK:
            paper = PAPERS[kind]
            converter.to_pdf(fill(paper.template, context(paper, pack)), title=paper.title)

    schedule = PAPERS["rent_schedule"]
    ours()
    print(f"claim pack of {len(PACK)}: bare {best(bare):.2f} s, ours {best(ours):.2f} s")
    long_bare = best(lambda: converter.to_pdf(fill(schedule.template, context(schedule, long)), title=schedule.title))
    print(f"schedule of {ROWS} rows: bare {long_bare:.2f} s, ours {best(lambda: render('rent_schedule', long)):.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
