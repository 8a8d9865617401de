"""Bringing in the housing system's export: `tenancies.csv`, `people.csv`, `postings.csv`, or some of them."""

from store.importing.export import import_export
from store.importing.summary import Counts, ImportSummary, Progress, RefusedTenancy, RowError

__all__ = ["Counts", "ImportSummary", "Progress", "RefusedTenancy", "RowError", "import_export"]
