"""The form of income and spending for a tenant to fill in, with leave to speak to the benefit office (Protocol 2.2)."""

from pathlib import Path

from court_templates.kit import Box, Form
from court_templates.road_parts import FREE_ADVICE, means

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Income and spending",
        running="Your income and spending",
        mark="Form for the Pre-Action Protocol 2.2 and 2.6 · v{{ paper.version }}",
    )
    form.head(
        "Your income\nand spending",
        "(for agreeing what you can afford)",
        [
            ("Tenant(s)", "{{ tenants|names }}"),
            ("Property", "{{ property_address|lines }}"),
            (
                "{% if money_claim %}Account{% else %}Rent{% endif %}",
                "{% if money_claim %}{{ money_claim.account or case_id }}{% else %}"
                "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}{% endif %}",
            ),
            ("Owed", "{{ arrears_pence|money }} on {{ arrears_as_at|short_date }}"),
            ("Reference", "{{ case_id }}"),
        ],
    )
    form.words(
        "Fill in what you can. It helps us to agree a sum that you can keep up. Send it to {{ landlord.name }}, "
        "{{ landlord.address|lines }}{% if landlord.email %}, or {{ landlord.email }}{% endif %}"
        "{% if letter and letter.reply_by %}, by **{{ letter.reply_by|long_date }}**{% endif %}. "
        "You do not have to fill it in, and you can have help with it: call us"
        "{% if landlord.phone %} on {{ landlord.phone }}{% endif %}, or ask an advice agency.",
        after=6,
    )
    form.add(_you().whole(), *means(2))
    form.add(_leave().done(keep=True), _signed().whole())
    form.words(FREE_ADVICE, size=8.5)
    return form


def _you() -> Box:
    box = Box("1", "You and your household")
    box.line((5, "Your name"), (8, "", "well"), (4, "   Telephone"), (7, "", "well"))
    box.line((5, "Best way to reach you"), (8, "", "well"), (4, "   E-mail"), (7, "", "well"))
    box.line((5, "Adults at home"), (8, "", "well"), (4, "   Children, ages"), (7, "", "well"))
    box.words("☐ working    ☐ looking for work    ☐ unable to work    ☐ caring for somebody    ☐ retired", after=2)
    box.line((9, "Illness, disability or anything else we should know"), (15, "", "well"), height=10)
    return box


def _leave() -> Box:
    box = Box("6", "May we speak to the benefit office for you?", note="Tick what you agree to. You can change it.")
    box.words("☐  You may ask the council about Housing Benefit and discretionary payments.", after=1)
    box.words("☐  You may ask the DWP about Universal Credit, and ask for payment direct to you.", after=1)
    box.line((9, "National Insurance number, if you wish"), (9, "", "well"))
    return box


def _signed() -> Box:
    box = Box("", "Signature", frame=12)
    box.line((4, "**Signed**"), (12, "", "well"), (2, "   Date"), (6, "", "well"), height=11)
    return box


if __name__ == "__main__":
    build().save(HERE / "income_and_expenditure.docx")
