"""A letter of claim with its reply form and income and spending form (Pre-Action Protocol for Debt Claims 3.1)."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tag
from court_templates.letters import letter_end, letter_top, section
from court_templates.rent_schedule.build import attached
from court_templates.road_parts import BREATHING_SPACE, FREE_ADVICE, means

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Letter of claim",
        running="Letter of claim",
        mark="Letter under the Pre-Action Protocol for Debt Claims · v{{ paper.version }}",
    )
    form.add(letter_top("Letter of claim: please answer by {{ money_claim.reply_by|weekday_date }}"))
    form.words(
        "This letter is about money that you owe {{ landlord.name }}. Please read it and answer within 30 days of its "
        "date, with the reply form enclosed. If you answer, we will try to agree with you; if you do not, we may start "
        "a claim in the county court.",
        after=6,
    )
    form.add(_debt().done())
    form.add(
        section(
            "How the debt arose",
            "{{ money_claim.details or 'It arose under the agreement named above; every charge and payment is in the "
            "statement enclosed.' }}",
        ),
        tag("if money_claim.interest_rate"),
        *section(
            "Interest",
            "Interest at {{ money_claim.interest_rate }}% a year may be asked for in a claim (County Courts Act 1984 "
            "s.69){% if money_claim.interest_pence %}; to {{ money_claim.interest_to|long_date }} it comes to "
            "{{ money_claim.interest_pence|money }}{% endif %}{% if money_claim.daily_interest_pence %}, and goes on "
            "at {{ money_claim.daily_interest_pence|money }} a day{% endif %}. A claim would add court fees and costs.",
        ),
        tag("else"),
        *section("Interest", "No interest is being added now. A claim would add court fees and costs."),
        tag("endif"),
        tag("if money_claim.pay"),
        para("**How to pay**", after=2, keep=True),
        tag("for way in money_claim.pay"),
        para("•  {{ way }}", after=1, indent=4, hang=4),
        tag("endfor"),
        para("", exact=5),
        tag("endif"),
        section(
            "What to do by {{ money_claim.reply_by|long_date }}",
            "Tick the box that fits in the reply form. You can pay. You can say that you owe it and offer a sum that "
            "you can keep up, with the income and spending form. You can ask for papers, or say that you are taking "
            "debt advice. Or you can say that you do not owe it, and why. You may ask us for the agreement and for a "
            "full account at any time.",
            "If you ask for papers, we will send them, and will not claim within 30 days of doing so. If you are "
            "taking advice that needs longer, tell us. If we cannot agree, we will write at least 14 days before we "
            "claim.",
        ),
        letter_end(
            "statement of account; reply form; income and spending form; list of free advisers",
            closing=section("Free advice", f"{FREE_ADVICE} {BREATHING_SPACE}"),
        ),
    )
    form.add(para("Reply form", style="Heading1", size=15, bold=True, break_before=True, after=4))
    form.words(
        "Send it to {{ landlord.name }}, {{ landlord.address|lines }}{% if landlord.email %}, or "
        "{{ landlord.email }}{% endif %}. Our reference {{ case_id }}.",
        after=5,
    )
    form.add(_who().whole(), _answer().done(), _papers().whole(), _signed().whole(), _advisers().whole())
    form.add(para("Income and spending form", style="Heading1", size=15, bold=True, break_before=True, after=4))
    form.words("To fill in if you offer to pay over time. It is easier with a debt adviser.", after=4)
    # One page, with some to spare for a converter that sets its rows higher.
    form.add(*means(1, apart=0.6))
    form.add(attached(title="Statement of account"))
    return form


def _debt() -> Box:
    box = Box("", "The debt")
    box.line((6, "Owed to"), (18, "{{ landlord.name }}, {{ landlord.address|lines }}", "well"))
    box.line((6, "Owed by"), (18, "{{ tenants|names }}", "well"))
    kind = (
        "{% if money_claim.kind == 'former_tenant' %}Rent of a tenancy that has ended{% elif money_claim.kind == "
        "'garage' %}Rent of a garage{% else %}Sum due under an agreement{% endif %}"
        "{% if money_claim.account %}: {{ money_claim.account }}{% endif %}"
    )
    box.line((6, "What it is"), (18, kind, "well"))
    box.line(
        (6, "Agreement"),
        (18, "{% if money_claim.agreement_on %}Written agreement of {{ money_claim.agreement_on|long_date }}"
             "{% elif money_claim.kind != 'sundry' %}Let from {{ tenancy.start_date|long_date }}"
             "{% else %}Not dated in our records{% endif %}, {{ property_address|lines }}"
             "{% if money_claim.ended_on %}; it ended on {{ money_claim.ended_on|long_date }}"
             "{% if money_claim.ended_how %} ({{ money_claim.ended_how }}){% endif %}{% endif %}", "well"),
    )  # fmt: skip
    box.line(
        (6, "**Amount owed**"),
        (8, "**{{ money_claim.principal_pence|money }}**", "well"),
        (3, "   on"),
        (7, "{{ arrears_as_at|long_date }}", "well"),
    )
    return box


def _who() -> Box:
    box = Box("1", "You")
    box.line((5, "Your name"), (8, "", "well"), (4, "   Date of birth"), (7, "", "well"))
    box.line((5, "Address"), (19, "", "well"))
    box.line((5, "Telephone"), (8, "", "well"), (4, "   E-mail"), (7, "", "well"))
    return box


def _answer() -> Box:
    box = Box("2", "Do you owe this debt?", note="Tick one box.")
    box.words("☐  A. I owe all of it and will pay it by the date in the letter.", after=1.5)
    box.words("☐  B. I owe it but cannot pay at once. My offer is in the income and spending form.", after=1.5)
    box.words("☐  C. I owe some of it, and I explain below what I do not owe and why.", after=1.5)
    box.words("☐  D. I do not owe it, and I explain below why.", after=1.5)
    box.words("☐  E. I do not know whether I owe it. I ask for the papers ticked in box 3.", after=1.5)
    box.words("☐  F. I am taking or mean to take debt advice. From whom, and until when I need:", after=1.5)
    box.well("", height=9)
    box.line((9, "I owe, if you tick C"), (6, "£", "well"), (9, "Why I do not owe the rest, or all of it:"))
    box.well("", height=24)
    return box


def _papers() -> Box:
    box = Box("3", "Papers")
    box.words("I ask for:  ☐ the agreement   ☐ a full account   ☐ how interest was reckoned   ☐ other:", after=1.5)
    box.well("", height=8)
    box.words("I enclose:  ☐ income and spending form   ☐ proof of payment   ☐ other:", after=1.5)
    box.well("", height=8)
    return box


def _signed() -> Box:
    box = Box("", "Signature", frame=12)
    box.line((4, "**Signed**"), (12, "", "well"), (2, "   Date"), (6, "", "well"), height=11)
    return box


def _advisers() -> Box:
    box = Box("", "Free and independent debt advice")
    box.words(
        "National Debtline, StepChange Debt Charity, Citizens Advice, AdviceUK members, Christians Against Poverty, "
        "and MoneyHelper, which finds an adviser near you. They are free, confidential, and know how to answer this "
        "letter.",
        size=9,
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "letter_of_claim.docx")
