"""Particulars of a money claim for rent or another sum owed (CPR 16.4; CCA 1984 s.69), with the account."""

from pathlib import Path

from court_templates.kit import Form, truth
from court_templates.rent_schedule.build import attached
from court_templates.road_parts import numbered, proceedings, proceedings_title

HERE = Path(__file__).parent
_KIND = "{% if money_claim.kind == 'garage' %}garage{% else %}property{% endif %}"
_ARE = "{{ 's' if tenants|length > 1 else '' }}"

PARAGRAPHS: tuple[tuple[str, str], ...] = (
    (
        "",
        "The claimant is {% if council %}a local housing authority{% else %}a private registered provider of social "
        "housing{% endif %} and owns or manages {{ property_address|lines }} (the " + _KIND + ").",
    ),
    (
        "money_claim.kind != 'sundry'",
        "By {% if money_claim.agreement_on %}a written agreement of {{ money_claim.agreement_on|long_date }}"
        "{% else %}an agreement{% endif %} the claimant let the " + _KIND + " to the defendant" + _ARE + " from "
        "{{ tenancy.start_date|long_date }}{% if money_claim.kind == 'former_tenant' and tenancy.occupancy %} under "
        "{{ article }} "
        "{{ tenancy.occupancy }} tenancy{% endif %}. The rent was last {{ tenancy.rent_pence|money }} a "
        "{{ tenancy.period }}. A copy of the agreement, or of its terms, is attached where the claimant holds one.",
    ),
    (
        "money_claim.kind == 'sundry'",
        "By {% if money_claim.agreement_on %}a written agreement of {{ money_claim.agreement_on|long_date }}"
        "{% else %}an agreement{% endif %} the defendant" + _ARE + " undertook to pay the claimant the sum claimed here"
        "{% if money_claim.account %} ({{ money_claim.account }}){% endif %}.",
    ),
    (
        "money_claim.ended_on",
        "The agreement ended on {{ money_claim.ended_on|long_date }}"
        "{% if money_claim.ended_how %}: {{ money_claim.ended_how }}{% endif %}. No rent is claimed for any time "
        "after that day.",
    ),
    ("money_claim.details", "{{ money_claim.details }}"),
    (
        "",
        "The defendant" + _ARE + " did not pay all that fell due. On {{ arrears_as_at|long_date }} "
        "**{{ money_claim.principal_pence|money }}** was owed. {% if rent_rows %}Every sum due and every sum paid, "
        "with a running total, is in the schedule attached ({{ first_row.on|long_date }} to "
        "{{ rent_rows[-1].on|long_date }}).{% endif %}{% if tenants|length > 1 %} The defendants are each liable for "
        "the whole.{% endif %}",
    ),
    (
        "",
        "{% if money_claim.letter_sent_on %}A letter of claim under the Pre-Action Protocol for Debt Claims, with the "
        "account, a reply form and a form of means, was sent to each defendant on "
        "{{ money_claim.letter_sent_on|long_date }}{% if money_claim.reply_by %}, asking for an answer by "
        "{{ money_claim.reply_by|long_date }}{% endif %}. {{ money_claim.replied or 'No answer was received.' }}"
        "{% else %}The letter of claim that the Pre-Action Protocol for Debt Claims asks for is not recorded."
        "{% endif %}",
    ),
    (
        "circumstances",
        "What the claimant knows of the defendant" + _ARE + ": {{ circumstances }}",
    ),
    (
        "money_claim.interest_rate",
        "The claimant claims interest under section 69 of the County Courts Act 1984 at {{ money_claim.interest_rate }}"
        "% a year from {{ money_claim.interest_from|long_date }} to {{ money_claim.interest_to|long_date }}, which is "
        "**{{ money_claim.interest_pence|money }}**, and from then at the same rate until judgment or earlier payment, "
        "a daily rate of **{{ money_claim.daily_interest_pence|money }}**.",
    ),
    (
        "",
        "The claimant claims {{ money_claim.principal_pence|money }}{% if money_claim.interest_rate %}; interest as "
        "set out above, in all **{{ money_sum_pence|money }}** to date{% endif %}"
        "{% if claim.costs %}; and costs{% endif %}.",
    ),
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Particulars of claim (money)",
        running="Particulars of claim",
        mark="Particulars of a money claim (CPR 16.4) · v{{ paper.version }}",
    )
    form.add(proceedings(), proceedings_title("Particulars of claim"), numbered(PARAGRAPHS, tied=True))
    form.add(truth("these particulars of claim"), attached(title="Statement of account"))
    return form


if __name__ == "__main__":
    build().save(HERE / "n1_particulars.docx")
