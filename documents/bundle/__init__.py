"""Hearing bundles: built from a case's papers as the court asks, and inspected before anyone sees them."""

from documents.bundle.assemble import build_bundle, plan_pages, write_bundle
from documents.bundle.facts import Shelf
from documents.bundle.inspection import inspect
from documents.bundle.late import add_late
from documents.bundle.naming import bundle_file_name
from documents.bundle.redact import redact, redacted_spec
from documents.bundle.spec import (
    Bundle,
    BundleDocument,
    BundleRefused,
    BundleSpec,
    ChronologyLine,
    Figure,
    IndexEntry,
    Inspection,
    Point,
    Section,
    Volume,
    Written,
)

__all__ = [
    "Bundle",
    "BundleDocument",
    "BundleRefused",
    "BundleSpec",
    "ChronologyLine",
    "Figure",
    "IndexEntry",
    "Inspection",
    "Point",
    "Section",
    "Shelf",
    "Volume",
    "Written",
    "add_late",
    "build_bundle",
    "bundle_file_name",
    "inspect",
    "plan_pages",
    "redact",
    "redacted_spec",
    "write_bundle",
]
