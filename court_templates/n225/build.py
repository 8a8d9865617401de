"""Request for judgment in default or on an admission: the boxes of N225 (CPR 12.4, 14.4), in our own words."""

from pathlib import Path

from court_templates.judgments import request, signed, sums
from court_templates.kit import Box, Form

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = request(
        "Request for judgment",
        "Request for judgment",
        "(in default of an answer, or on an admission)",
        "N225",
    )
    why = Box("A", "Why judgment is asked for")
    why.choice(
        "judgment.asked == 'default'",
        "the defendant has not filed an admission, a defence or an acknowledgment of service in time"
        "{% if judgment.served_on %}: the claim was served on {{ judgment.served_on|long_date }}{% endif %}"
        "{% if judgment.response_due %}, and the time to answer ended on {{ judgment.response_due|long_date }}"
        "{% endif %};",
    )
    why.choice("judgment.asked == 'admission'", "the defendant admits all of the money claimed;")
    why.choice(
        "True", "nothing has been paid that is not shown below, and no stay or breathing space stands in the way."
    )
    how = Box("C", "How the judgment is to be paid")
    how.choice("not judgment.instalment_pence", "at once;")
    how.choice(
        "judgment.instalment_pence",
        "by instalments{% if judgment.instalment_pence %} of **{{ judgment.instalment_pence|money }}** each "
        "{{ judgment.frequency }}{% endif %}.",
    )
    form.add(why.done(), sums("B", "Judgment for").done(), how.done(keep=True), signed())
    return form


if __name__ == "__main__":
    build().save(HERE / "n225.docx")
