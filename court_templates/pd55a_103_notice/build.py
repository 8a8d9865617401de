"""The notice before a date for possession is asked for under a postponed order (PD 55A 10.3, 10.4)."""

from pathlib import Path

from court_templates.kit import Box, Form, para
from court_templates.letters import letter_end, letter_top, section
from court_templates.rent_schedule.build import attached
from court_templates.road_parts import LEGAL_ADVICE

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice that a date for possession will be asked for",
        running="Notice under a postponed order",
        mark="Notice before an application to fix a date (PD 55A 10.3) · v{{ paper.version }}",
    )
    form.add(
        letter_top(
            "Notice: we intend to ask the court to fix a date for possession of your home",
            reference="Our reference {{ case_id }} · Claim no. {{ claim_number }}",
        )
    )
    form.words(
        "On **{{ order.made_on|long_date }}** the court made an order for possession of {{ property_address|lines }} "
        "and put off the date on which you must leave, on terms about payment. We give you notice that we intend to "
        "apply to the court for an order fixing that date.",
        after=6,
    )
    form.add(_breach().done())
    form.add(
        section(
            "Please reply within 7 days",
            "**By {{ letter.reply_by|long_date }}** write to us to say whether you agree with the figures in the "
            "enclosed statement. If you do not, say what is wrong and what you have paid that it does not show. You "
            "may use the reply on the next page.",
        ),
        section(
            "What you can ask the court",
            "You have the right to ask the court for more time before you must leave, for a stay of the order, or for "
            "it to be suspended, now or after we apply. The court normally fixes the date on the papers, without a "
            "hearing, and may fix the next working day.",
        ),
        section(
            "When we may apply",
            "We may apply not less than 14 days and not more than three months after this notice. If you bring the "
            "payments up to date, or agree with us how to, we may not need to.",
        ),
        letter_end(
            "rent statement since the order was first broken; form of reply",
            closing=section("Advice", "Take this notice to an adviser at once.", LEGAL_ADVICE),
        ),
    )
    form.add(para("Your reply", style="Heading1", size=14, bold=True, break_before=True, after=4))
    form.add(_reply().whole())
    form.add(attached())
    return form


def _breach() -> Box:
    box = Box("", "The terms, and how they were broken")
    box.well("{{ order.terms }}", height=8, split=True)
    box.words(
        "From {{ order.lines[0].on|long_date }} **{{ order.due_pence|money }}** fell due under the order and "
        "**{{ order.paid_pence|money }}** was paid: **{{ order.shortfall_pence|money }}** is short. All the rent "
        "unpaid on {{ arrears_as_at|long_date }} is **{{ arrears_pence|money }}**.",
        after=2,
    )
    return box


def _reply() -> Box:
    box = Box("", "To {{ landlord.name }}", note="Claim no. {{ claim_number }}. Send it by the date in the notice.")
    box.words("☐  I agree with the rent statement.", after=1.5)
    box.words("☐  I do not agree. What is wrong, and what I have paid:", after=1.5)
    box.well("", height=26)
    box.words("☐  A claim for Universal Credit or Housing Benefit is waiting. Made on, and reference:", after=1.5)
    box.well("", height=9)
    box.words("☐  I want to ask for more time, or for the order to be stayed or suspended. Why:", after=1.5)
    box.well("", height=20)
    box.line((4, "Name"), (8, "", "well"), (4, "   Telephone"), (8, "", "well"))
    box.line((4, "Signed"), (8, "", "well"), (4, "   Date"), (8, "", "well"), height=10)
    return box


if __name__ == "__main__":
    build().save(HERE / "pd55a_103_notice.docx")
