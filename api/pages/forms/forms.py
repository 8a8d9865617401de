"""The form of every act that a person can do, as a table. Words are for officers; what is lawful the case decides."""

from api.pages.forms.after import AFTER_ORDER
from api.pages.forms.agreements import AGREEMENTS
from api.pages.forms.around import AROUND
from api.pages.forms.before import BEFORE_CLAIM
from api.pages.forms.corrections import CORRECTIONS
from api.pages.forms.court import AT_COURT
from api.pages.forms.documents import DOCUMENTS
from api.pages.forms.holds import HOLDS
from api.pages.forms.occupation import OCCUPATION
from api.pages.forms.options import ActForm
from api.pages.forms.review import REVIEWS

FORMS: dict[str, ActForm] = {
    **BEFORE_CLAIM,
    **AT_COURT,
    **AFTER_ORDER,
    **AROUND,
    **OCCUPATION,
    **AGREEMENTS,
    **HOLDS,
    **DOCUMENTS,
    **CORRECTIONS,
    **REVIEWS,
}
"""Every act by its command's kind."""
