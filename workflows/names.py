"""Names that Temporal knows us by: task queues and search attributes. No personal data ever goes into them."""

from temporalio.common import SearchAttributeKey

CASES_QUEUE = "cases"
DOCUMENTS_QUEUE = "documents"

STAGE = SearchAttributeKey.for_keyword("Stage")
NEXT_DUE = SearchAttributeKey.for_datetime("NextDue")
LANDLORD = SearchAttributeKey.for_keyword("Landlord")
NEEDS_ATTENTION = SearchAttributeKey.for_bool("NeedsAttention")
SEARCH_ATTRIBUTES = (STAGE, NEXT_DUE, LANDLORD, NEEDS_ATTENTION)
