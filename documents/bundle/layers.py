"""Layers of a document: what its maker hid stays hidden in the bundle."""

from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf


def keep_layers(pdf: Pdf, sources: Iterable[Pdf]) -> None:
    """Carry the layers of documents already added to `pdf`, each shown or hidden as it was by default.

    Without this a viewer would show every layer: a struck-out draft, or what a redaction had switched off.
    """
    own = pdf.Root.get("/OCProperties")
    every = Array(own.OCGs) if isinstance(own, Dictionary) else Array([])
    hidden = Array(own.D.OFF) if isinstance(own, Dictionary) else Array([])
    for source in sources:
        layers = source.Root.get("/OCProperties")
        if not isinstance(layers, Dictionary) or not isinstance(layers.get("/OCGs"), Array):
            continue
        default = layers.get("/D")
        off = _hidden(layers.OCGs, default if isinstance(default, Dictionary) else Dictionary())
        for group in layers.OCGs:
            if not isinstance(group, Dictionary) or not group.is_indirect:
                continue
            copied = pdf.copy_foreign(group)
            every.append(copied)
            if group.objgen in off:
                hidden.append(copied)
    if len(every):
        pdf.Root.OCProperties = Dictionary(OCGs=every, D=Dictionary(BaseState=Name.ON, OFF=hidden, Order=Array([])))


def _hidden(groups: pikepdf.Object, default: pikepdf.Object) -> set[tuple[int, int]]:
    def named(key: str) -> set[tuple[int, int]]:
        listed = default.get(key)
        return {g.objgen for g in listed if isinstance(g, Dictionary)} if isinstance(listed, Array) else set()

    if default.get("/BaseState") == Name.OFF:
        return {g.objgen for g in groups if isinstance(g, Dictionary)} - named("/ON")
    return named("/OFF")
