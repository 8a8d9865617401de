"""`python -m law`: `check FILE...` works cases afresh, `table` prints the tables, `explain` answers a question.

The only place in this room that reads files named by a person or prints.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from law.asking import cli
from law.errors import BadFact, LawError
from law.ground_texts import NONE_INSTALLED, InstalledTexts, read_texts
from law.markdown import document
from law.table import tables
from law.worked import Checked, check_document


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 only when everything agreed."""
    parser = argparse.ArgumentParser(prog="python -m law", description="The law tables and their worked cases.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="compute worked cases afresh and compare")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    table = commands.add_parser("table", help="print every dated table as Markdown")
    table.add_argument("--json", action="store_true", help="as JSON")
    cli.add_texts(table)
    cli.add_arguments(commands.add_parser("explain", help="answer a question with its reasons"))
    options = parser.parse_args(argv)
    if options.command == "check":
        return _check(options.files)
    try:
        texts = _texts(options)
    except LawError as refusal:
        print(cli.refused(refusal, options.json), file=sys.stderr)
        return 2
    if options.command == "table":
        return _table(options.json, texts)
    return _explain(options, texts)


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


def _texts(options: argparse.Namespace) -> InstalledTexts:
    """The official texts in the file named, if one is. Raises LawError."""
    file: Path | None = getattr(options, "texts", None)
    if file is None:
        return NONE_INSTALLED
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadFact("texts", f"{file} cannot be read: {problem}.", "Name a file of texts.") from None
    return read_texts(text, "json" if file.suffix.lower() == ".json" else "toml")


def _table(as_json: bool, texts: InstalledTexts) -> int:
    print(json.dumps(tables(texts), indent=2, ensure_ascii=False) if as_json else document(texts))
    return 0


def _explain(options: argparse.Namespace, texts: InstalledTexts) -> int:
    code, text = cli.answer(options, texts)
    print(text, file=sys.stderr if code else sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main())
