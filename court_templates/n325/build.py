"""Request for a warrant of possession of land: the boxes of N325 (CPR 83.26), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tag, tick

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Request for a warrant of possession of land",
        running="Request for a warrant of possession",
        mark="Request, boxes as in N325 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    head(
        form, "Request for a warrant\nof possession of land", "(made without notice, to the court that made the order)"
    )
    form.add(parties().done())
    order = Box("1", "The order")
    order.line(
        (5, "Made on"),
        (7, "{{ order.made_on|long_date }}", "well"),
        (5, "   Possession by"),
        (7, "{{ order.possession_on|long_date }}", "well"),
    )
    order.loop("if order.terms")
    order.line((5, "Its terms"), (19, "{{ order.terms }}", "well"))
    order.loop("endif")
    order.line((5, "Kind of order"), (19, "{{ order.kind }}", "well"))
    form.add(order.done())
    form.add(land().done(), amounts().done())
    certify = Box("4", "Certificate")
    certify.words("I certify that:", keep=True)
    certify.choice(
        "True", "the day fixed for possession has passed and the defendant has not left the land as ordered;"
    )
    certify.choice(
        "order.shortfall_pence > 0 or (warrant.amounts.balance_pence or 0) > 0",
        "a sum due under the order has not been paid, and the balance now due is the sum in box 3;",
    )
    certify.choice(
        "order.broken",
        "{% if order.broken %}the terms of the order were broken"
        "{% if order.broken_on %} on {{ order.broken_on|long_date }}{% endif %}: {{ order.broken }}{% else %}"
        "another term of the order was broken (does not apply);{% endif %}",
    )
    certify.choice(
        "order.permission_on",
        "the court gave permission for this warrant{% if order.permission_on %} on "
        "{{ order.permission_on|long_date }}{% endif %} (CPR 83.2);",
    )
    certify.choice("True", "no stay, suspension or breathing space stands in the way of this request.")
    form.add(certify.done())
    form.add(*bailiff(5))
    form.add(signed())
    return form


def head(form: Form, title: str, subtitle: str) -> None:
    """The title and the case panel of a request for a warrant."""
    form.head(
        title,
        subtitle,
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Warrant no.", ""),
            ("Issue date", ""),
        ],
    )


def parties() -> Box:
    """Who asks, and against whom."""
    box = Box("", "The parties")
    box.line((4, "Claimant"), (20, "{{ landlord.name }}, {{ landlord.address|lines }}", "well"))
    box.line((4, "Defendant(s)"), (20, "{{ tenants|names }}", "well"))
    return box


def land() -> Box:
    """The land to be recovered."""
    return Box("2", "The land of which possession is to be given:").well("{{ property_address|lines }}", height=9)


def amounts() -> Box:
    """The money side of a warrant; an unknown sum stays blank for the court."""
    box = Box("3", "Sums to be recovered with the warrant")
    for label, amount in (
        ("Balance due under the judgment, with the costs ordered", "balance_pence"),
        ("Fee for this warrant", "fee_pence"),
        ("Legal representative’s costs of issue", "costs_pence"),
        ("Land Registry fee", "land_registry_pence"),
    ):
        box.line((15, label), (9, para("{{ warrant.amounts." + amount + "|money }}", align="right"), "well"), height=6)
    total = "**{{ warrant_total_pence|money }}{% if warrant.amounts.fee_pence is none %} and the fee{% endif %}**"
    box.line((15, "**Total**"), (9, para(total, align="right"), "well"), height=6)
    box.words(
        "{% if about.rent %}All the rent unpaid on {{ arrears_as_at|long_date }}, whether or not in the judgment: "
        "**{{ arrears_pence|money }}**.{% else %}The claim was not for rent.{% endif %}",
        size=9,
    )
    return box


def bailiff(first: int) -> list[object]:
    """Who is to be evicted, risk, vulnerable people, access and contact: boxes numbered from `first`."""
    evict = Box(str(first), "Who is to be evicted")
    evict.words(
        tick("not warrant.evict"), "everyone on the land    ", tick("warrant.evict"), "only the people named here:"
    )
    evict.well(
        "{% if warrant.evict %}{{ warrant.evict|names }}{% else %}{{ tenants|names }}, and anybody else there."
        "{% endif %}",
        height=7,
    )
    risks = Box(
        str(first + 1),
        "Risk to the bailiff",
        note="Violence, weapons, drugs, dogs, protest, illness, anything else known.",
    )
    risks.words(
        tick("warrant.risks"),
        "yes    ",
        tick("not warrant.risks and warrant.risk_assessed"),
        "none known",
        keep=True,
    )
    risks.well(
        _listed(
            "warrant.risks",
            none="{% if not warrant.risk_assessed %}To be filled in from the risk assessment "
            "before this is sent.{% endif %}",
        ),
        height=8,
        split=True,
    )
    frail = Box(str(first + 2), "Children and vulnerable people on the land")
    frail.words(
        tick("warrant.vulnerable"),
        "yes    ",
        tick("not warrant.vulnerable and warrant.risk_assessed"),
        "none known",
        keep=True,
    )
    frail.well(_listed("warrant.vulnerable"), height=8, split=True)
    access = Box(str(first + 3), "Access, and who meets the bailiff")
    access.well("{{ warrant.access }}", height=8, split=True)
    access.line(
        (4, "Contact"),
        (10, "{{ warrant.contact_name }}", "well"),
        (4, "   Telephone"),
        (6, "{{ warrant.contact_phone }}", "well"),
    )
    return [evict.done(), risks.done(), frail.done(), access.done(keep=True)]


def _listed(lines: str, none: str = "") -> list[object]:
    return [
        tag(f"for line in {lines}"),
        para("{{ line }}", after=1),
        tag("endfor"),
        tag(f"if not {lines}"),
        para(none),
        tag("endif"),
    ]


def signed() -> list[object]:
    """The signature of whoever certifies the request."""
    box = Box("", "Signature", frame=12)
    box.words("I ask the court to issue a warrant of possession, and I certify what is stated above.", after=2)
    box.line((4, "**Signed**"), (20, "{{ truth.signature }}", "well"), height=11)
    box.line(
        (4, "**Full name**"),
        (8, "{{ truth.name }}", "well"),
        (4, "   **Position**"),
        (8, "{{ truth.position }}", "well"),
    )
    box.line(
        (4, "**Date**"),
        (8, "{{ truth.signed_on|long_date }}", "well"),
        (4, "   Reference"),
        (8, "{{ case_id }}", "well"),
    )
    return box.whole()


if __name__ == "__main__":
    build().save(HERE / "n325.docx")
