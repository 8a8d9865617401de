"""Claim form for money: the boxes of N1 (CPR 7, 16), in our own words, with its particulars attached apart."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tick, truth
from court_templates.road_parts import address_box, yes_no

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Claim form for money",
        mark="Claim form, boxes as in N1 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Claim form",
        "(for money owed)",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Fee account", ""),
            ("Help with Fees", ""),
            ("Issue date", ""),
        ],
    )
    form.add(
        Box("", "Claimant", note="Name and address, with postcode.")
        .well("{{ landlord.name }}\n{{ landlord.address|lines }}", height=10)
        .done()
    )
    people = (
        "{% for t in tenants %}{{ t.full_name }}, {{ t.address|lines }}{% if not loop.last %}\n{% endif %}{% endfor %}"
    )
    form.add(
        Box("", "Defendant(s)", note="Name and address, with postcode.").well(people, height=10, split=True).done()
    )
    form.add(
        Box("", "Brief details of claim")
        .well(
            "{% if money_claim.kind == 'former_tenant' %}Rent of a tenancy that has ended{% elif money_claim.kind == "
            "'garage' %}Rent of a garage{% else %}Sum due under an agreement{% endif %}"
            "{% if money_claim.account %} ({{ money_claim.account }}){% endif %}, "
            "{{ money_claim.principal_pence|money }}"
            "{% if money_claim.interest_rate %}, with interest under section 69 of the County Courts Act 1984"
            "{% endif %}, as the particulars of claim attached set out.",
            height=12,
        )
        .done()
    )
    form.add(_value().done(), _court().done(), _money().done())
    form.add(
        Box("", "Particulars of claim")
        .words(tick("True"), "attached    ", tick("False"), "to follow within 14 days of service of this form")
        .done(keep=True)
    )
    form.add(_answer().done(keep=True))
    form.add(truth("this claim form and any attached sheets"))
    form.add(address_box())
    return form


def _value() -> Box:
    box = Box("", "Value")
    box.words("The amount claimed is {{ money_sum_pence|money }}, interest to date included.")
    return box


def _court() -> Box:
    box = Box("", "Court and hearing")
    box.line((8, "Preferred hearing centre"), (16, "{{ court_name }}", "well"))
    yes_no(box, "Does the claim, or will it, raise any issue under the Human Rights Act 1998?", "claim.human_rights")
    box.words(
        "Is a party or a witness vulnerable?   ",
        tick("money_claim.vulnerable"),
        "Yes: {{ money_claim.vulnerable or '____________________' }}      ",
        tick("not money_claim.vulnerable"),
        "Not known",
    )
    return box


def _money() -> Box:
    box = Box("", "Sums")
    for label, amount in (
        ("Amount claimed", "money_sum_pence"),
        ("Court fee", "fee_pence"),
        ("Legal representative’s costs", "legal_costs_pence"),
        ("**Total amount**", "money_total_pence"),
    ):
        box.line((14, label), (10, para("{{ " + amount + "|money }}", align="right"), "well"), height=6)
    return box


def _answer() -> Box:
    box = Box("", "To the defendant: what to do now")
    box.words(
        "Do not leave this unanswered. Within 14 days of getting the particulars you can pay, admit the claim and ask "
        "for time to pay, or defend it, on the forms that came with this; if you say that you received it you have 28 "
        "days to defend. If you do nothing, judgment can be entered against you. Free advice: Citizens Advice, "
        "National Debtline, StepChange.",
        size=9,
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "n1.docx")
