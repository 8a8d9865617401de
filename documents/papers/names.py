"""Which facts a Word template prints, read from its own words without filling it."""

import io
import types
import typing
from collections.abc import Iterator

from docxtpl import DocxTemplate
from jinja2 import nodes
from pydantic import BaseModel

from documents.papers.data import PaperData
from documents.papers.template import environment


def source_of(docx: bytes) -> str:
    """The template's body, heads and feet as one text of Jinja, as it is filled."""
    template = DocxTemplate(io.BytesIO(docx))
    template.init_docx()
    parts = [template.patch_xml(template.get_xml())]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        parts += [template.patch_xml(template.get_part_xml(part)) for _, part in template.get_headers_footers(uri)]
    return "\n".join(parts)


def facts_used(docx: bytes) -> frozenset[str]:
    """Dotted names as a paper's fields are written (`tenants.full_name`), with every name on the way to them.

    Raises TemplateSyntaxError where the template's words cannot be read.
    """
    tree = environment().parse(source_of(docx))
    found: set[str] = set()
    _visit(tree, {}, found)
    return frozenset(found)


def unknown_names(used: frozenset[str], known: frozenset[str]) -> tuple[str, ...]:
    """The names that no paper has: neither a fact, nor among `known`, the names made for templates."""
    wrong = []
    for name in sorted(used):
        root = name.split(".")[0]
        if root in PaperData.model_fields:
            if not exists(name):
                wrong.append(name)
        elif root not in known and root not in environment().globals:
            wrong.append(name)
    return tuple(wrong)


def exists(dotted: str) -> bool:
    """Whether the facts have this field, whatever optional or list wraps it."""
    kinds: list[object] = [PaperData]
    for part in dotted.split("."):
        found: list[object] = []
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, BaseModel) and part in kind.model_fields:
                found.append(kind.model_fields[part].annotation)
        if not found:
            # Below a date or a text lie its own attributes, which are not facts.
            return not any(isinstance(k, type) and issubclass(k, BaseModel) for k in kinds)
        kinds = [one for each in found for one in _within(each)]
    return True


def _within(hint: object) -> Iterator[object]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType, tuple):
        for inner in typing.get_args(hint):
            yield from _within(inner)
    elif hint not in (type(None), Ellipsis):
        yield hint


def _visit(node: nodes.Node, local: dict[str, str], found: set[str]) -> None:
    if isinstance(node, nodes.For):
        listed = _path(node.iter, local)
        _visit(node.iter, local, found)
        inner = dict(local)
        for name in _targets(node.target):
            inner[name] = listed or ""
        for part in (*node.body, *([node.test] if node.test else []), *node.else_):
            _visit(part, inner, found)
        return
    if isinstance(node, nodes.Assign):
        _visit(node.node, local, found)
        for name in _targets(node.target):
            local[name] = _path(node.node, local) or ""
        return
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        path = _path(node, local)
        if path:
            steps = path.split(".")
            found.update(".".join(steps[:n]) for n in range(1, len(steps) + 1))
        if path is not None:
            return
    for child in node.iter_child_nodes():
        _visit(child, local, found)


def _targets(target: nodes.Node) -> list[str]:
    if isinstance(target, nodes.Name):
        return [target.name]
    return [name for child in target.iter_child_nodes() for name in _targets(child)]


def _path(node: nodes.Node, local: dict[str, str]) -> str | None:
    """The dotted name of an expression, "" for what only the template knows, None for what is no name."""
    if isinstance(node, nodes.Name):
        return "" if node.name == "loop" else local.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        above = _path(node.node, local)
        return above if not above else f"{above}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return _path(node.node, local)
    if isinstance(node, nodes.Filter) and node.node is not None and node.name in ("sort", "list", "reverse", "unique"):
        return _path(node.node, local)
    return None
