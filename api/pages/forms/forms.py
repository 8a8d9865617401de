"""The form of every act that a person can do, as a table. Words are for officers; what is lawful the case decides."""

from dataclasses import replace

from api.pages.forms.after import AFTER_ORDER
from api.pages.forms.agreements import AGREEMENTS
from api.pages.forms.applying import APPLYING
from api.pages.forms.around import AROUND
from api.pages.forms.before import BEFORE_CLAIM
from api.pages.forms.corrections import CORRECTIONS
from api.pages.forms.court import AT_COURT
from api.pages.forms.documents import DOCUMENTS
from api.pages.forms.holds import HOLDS
from api.pages.forms.occupation import OCCUPATION
from api.pages.forms.options import ActForm
from api.pages.forms.people import PEOPLE, buying_told, household_told
from api.pages.forms.review import REVIEWS

_FORMS: dict[str, ActForm] = {
    **BEFORE_CLAIM,
    **AT_COURT,
    **AFTER_ORDER,
    **AROUND,
    **OCCUPATION,
    **PEOPLE,
    **AGREEMENTS,
    **APPLYING,
    **HOLDS,
    **DOCUMENTS,
    **CORRECTIONS,
    **REVIEWS,
}
_TOLD = {
    **dict.fromkeys(("issue_claim", "set_ask", "record_outcome", "record_papers_decision"), buying_told),
    "draft_warrant": household_told,
    "draft_claim": lambda seen: " ".join(told for told in (buying_told(seen), household_told(seen)) if told),
}
"""What a form says of the people of the case, above its fields."""
FORMS: dict[str, ActForm] = {
    kind: replace(form, tells=_TOLD[kind]) if kind in _TOLD and form.tells is None else form
    for kind, form in _FORMS.items()
}
"""Every act by its command's kind."""
