"""Forms of the landlord's own applications to the court: prepared, filed, dropped."""

from api.pages.forms.agreements import purposes
from api.pages.forms.fields import Field
from api.pages.forms.options import ActForm, today

APPLYING: dict[str, ActForm] = {
    "draft_application": ActForm(
        "Prepare an application to the court",
        "Prepare it",
        "It is being prepared. Make its paper (N244), and file it.",
        (
            Field("purpose", "What is asked?", "radios", options=purposes),
            Field("by_consent", "Is it by consent, or without notice?", "yes_no", first=lambda s: "no"),
        ),
        subject_field="subject",
    ),
    "file_application": ActForm(
        "Record that the application was filed",
        "Record the filing",
        "The application is on the record.",
        (
            Field("on", "When did it go to the court?", "date", first=today),
            Field("hearing_on", "When is it heard?", "date", hint="Leave it empty while no day is set.", optional=True),
            Field("fee_pence", "Court fee", "money", hint="Leave empty to take the table's.", optional=True),
        ),
        subject_field="draft_id",
        intro="What goes is the paper made here, if the landlord asks for that.",
    ),
    "drop_application": ActForm(
        "Drop the prepared application",
        "Drop it",
        "It does not go to the court.",
        (),
        subject_field="draft_id",
    ),
}
"""The forms, by command."""
