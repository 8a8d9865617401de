"""`python -m law check FILE...` computes worked cases afresh; `python -m law table [--json]` prints the tables.

The only place in this room that reads files named by a person or prints.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from law.table import tables
from law.worked import Checked, check_document


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 only when everything agreed."""
    parser = argparse.ArgumentParser(prog="python -m law", description="The law tables and their worked cases.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="compute worked cases afresh and compare")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    table = commands.add_parser("table", help="print every dated table")
    table.add_argument("--json", action="store_true", help="as JSON")
    options = parser.parse_args(argv)
    return _check(options.files) if options.command == "check" else _table(options.json)


def _check(files: Sequence[Path]) -> int:
    results: list[Checked] = []
    for file in files:
        results.extend(check_document(json.loads(file.read_text("utf-8"))))
    for result in results:
        for difference in result.differences:
            print(difference)
    agreed = sum(result.agrees for result in results)
    print(f"{agreed} of {len(results)} agree")
    return 0 if agreed == len(results) else 1


def _table(as_json: bool) -> int:
    if as_json:
        print(json.dumps(tables(), indent=2, ensure_ascii=False))
        return 0
    for name, rows in tables().items():
        print(f"{name} ({len(rows)})")
        print("\t".join(rows[0]))
        for row in rows:
            print("\t".join(row.values()))
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
