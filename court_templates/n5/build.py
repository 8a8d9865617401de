"""Claim form for possession of property: the boxes of N5 (CPR 55.3, PD 55A 1.5), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tick, truth
from court_templates.road_parts import address_box

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Claim form for possession of property",
        mark="Claim form, boxes as in N5 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Claim form for\npossession of property",
        "",
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
    form.add(
        Box("", "Defendant(s)", note="Names and address, with postcode.")
        .well("{% for t in tenants %}{{ t.full_name }}, "
              "{{ t.address|lines }}{% if not loop.last %}\n{% endif %}{% endfor %}",
              height=10)
        .done()
    )  # fmt: skip
    land = Box("", "The claimant claims possession of:")
    land.well("{{ property_address|lines }}", height=9)
    land.words(
        "which   ",
        tick("about.holding != 'garage'"),
        "includes    ",
        tick("about.holding == 'garage'"),
        "does not include    residential property.",
    )
    land.words(
        tick("claim.money_judgment"),
        "The claimant also claims money. Full particulars of the claim are attached.",
    )
    form.add(land.done())
    form.add(_hearing().whole())
    form.add(_meaning().done())
    form.add(_service().done())
    form.add(_grounds().whole())
    form.add(_questions().done(keep=True))
    form.add(truth("this claim form"))
    form.add(address_box())
    return form


def _hearing() -> Box:
    box = Box("", "Hearing", note="The court fills this in when it issues the claim.")
    on, at = (
        "{% if hearing %}{{ hearing.at|london_day|long_date }}{% endif %}",
        "{% if hearing %}{{ hearing.at|clock }}{% endif %}",
    )
    box.line((4, "Heard on"), (10, on, "well"), (2, "   at"), (8, at, "well"))
    box.line(
        (4, "Place"),
        (
            20,
            "{% if hearing %}{{ hearing.court }}{% if hearing.address %}, "
            "{{ hearing.address|lines }}{% endif %}{% endif %}",
            "well",
        ),
    )
    return box  # fmt: skip


def _meaning() -> Box:
    box = Box("", "To the defendant: what this means")
    box.words(
        "At the hearing the court will look at whether you must leave the property and, if so, when. It will hear what "
        "you and the claimant say. If you do not come, it can decide without you.",
        size=9,
    )
    box.words(
        "What to do now: get help and advice at once from an advice agency or a solicitor; fill in the "
        "defence form that "
        "came with this and send it to the court within 14 days of service; come to the hearing, even if you have "
        "agreed something with the claimant. A free adviser may be at court on the day.",
        size=9,
    )
    return box


def _service() -> Box:
    box = Box("", "Service and cost")
    box.line((6, "Defendant’s address for service"), (18, "{{ property_address|lines }}", "well"))
    box.line(
        (6, "To be served by"),
        (18, [_ticks([("claim.served_by_court", "the court"), ("not claim.served_by_court", "the claimant")])]),
    )
    box.line((6, "Court fee"), (5, "{{ fee_pence|money }}", "well"), (13, "   {{ fee_note }}"), height=6)
    box.line((6, "Legal representative’s costs"), (5, "{{ legal_costs_pence|money }}", "well"), height=6)
    box.line((6, "**Total amount**"), (5, "**{{ total_pence|money }}**", "well"), height=6)
    return box


def _ticks(choices: list[tuple[str, str]]) -> object:
    parts: list[object] = []
    for test, label in choices:
        parts += [tick(test), f"{label}      "]
    return para(*parts)


def _grounds() -> Box:
    box = Box("", "Grounds for possession", note="Full details are in the attached particulars of claim.")
    unit: list[tuple[str, str, str, str]] = [
        ("arrears_pence > 0", "rent arrears", "False", "forfeiture of the lease"),
        ("claim.other_breach", "other breach of tenancy", "False", "mortgage arrears"),
        ("claim.trespass", "trespass", "False", "other breach of the mortgage"),
    ]
    for left, one, right, two in unit:
        box.line((12, _ticks([(left, one)])), (12, _ticks([(right, two)])), height=5)
    box.words(
        tick("not about.rent and not claim.other_breach and not claim.trespass"),
        "other      {% if grounds and grounds[0].code.startswith('Ground') %}Statutory grounds{% else %}The right to "
        "possession{% endif %}, set out in the particulars: "
        "{% for g in grounds %}{{ g.code }}{% if not loop.last %}, {% endif %}{% endfor %}.",
    )
    return box


def _questions() -> Box:
    box = Box("", "Other questions")
    asked = (
        ("claim.antisocial", "Does the claim allege anti-social behaviour by the defendant?"),
        ("claim.unlawful_use", "Does the claim allege that the property is used for an unlawful purpose?"),
        ("claim.demotion", "In the alternative, is a demotion of the tenancy asked for?"),
        ("claim.suspend_right_to_buy", "In the alternative, is an order suspending the right to buy asked for?"),
        ("claim.human_rights", "Does the claim, or will it, raise any issue under the Human Rights Act 1998?"),
    )
    for test, question in asked:
        box.line((18, question), (6, _ticks([(test, "Yes"), (f"not ({test})", "No")])), height=5)
    box.words("Where the answer is Yes, details are in the particulars of claim.", size=8.5)
    return box


if __name__ == "__main__":
    build().save(HERE / "n5.docx")
