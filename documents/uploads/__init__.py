"""What people send in: looked at by content, made inert, turned into a PDF that a bundle can take, measured once."""

from documents.uploads.facts import PageFacts, page_facts
from documents.uploads.receive import Limits, Received, UploadRefused, receive

__all__ = ["Limits", "PageFacts", "Received", "UploadRefused", "page_facts", "receive"]
