"""A landlord's own templates as its people manage them: what is in use, what is on trial, and what came of that."""

from documents.papers.dropped import LARGEST_TEMPLATE
from documents.trials.catalogue import InUse, docx_in_use, every, in_use, remove
from documents.trials.keeping import NotOnTrial, OnTrial, TrialFailed, Trials

__all__ = [
    "LARGEST_TEMPLATE",
    "InUse",
    "NotOnTrial",
    "OnTrial",
    "TrialFailed",
    "Trials",
    "docx_in_use",
    "every",
    "in_use",
    "remove",
]
