"""Particulars of a claim against trespassers: the boxes of N121 (CPR 55.1(b), PD 55A 2.6), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tag, tick, truth

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Particulars of claim for possession (trespassers)",
        running="Particulars of claim against trespassers",
        mark="Particulars, boxes as in N121 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Particulars of claim\nfor possession",
        "(trespassers)",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
        ],
    )
    form.add(
        Box("1", "The claimant has a right to possession of:").well("{{ property_address|lines }}", height=11).done(),
        _occupied().done(),
        _interest().done(),
        _how().done(),
        _asked().done(),
        _before().done(),
        Box("6", "What the claimant wants the court to know besides:")
        .well("{{ claim.claimant_information or 'Nothing more than these particulars say.' }}", height=8, split=True)
        .done(keep=True),
        truth("these particulars of claim"),
    )
    return form


def _occupied() -> Box:
    box = Box("", "The property is occupied by the defendant(s), who entered or stayed without the claimant’s consent")
    box.words(
        tick("True"),
        "They are named above, so far as their names are known to the claimant.",
    )
    box.words(
        tick("unknown_people"),
        "The claimant does not know the names of all of them, and claims against persons unknown (CPR 55.3(4)).",
    )
    return box


def _interest() -> Box:
    box = Box("2", "The claimant’s interest in the property")
    box.words(
        "{{ landlord.name }} is entitled to possession of the property as its owner or lessee. Evidence of its title "
        "goes with these particulars.",
    )
    box.line((7, "Title number, if registered"), (17, "", "well"))
    return box


def _how() -> Box:
    box = Box("3", "How the property came to be occupied without a licence or consent")
    return box.well(
        [
            para("{{ held }}", after=2),
            tag("if about.particulars"),
            para("{{ about.particulars }}", after=2),
            tag("endif"),
            tag("if notice"),
            para(
                "They were asked to leave: {{ notice.kind }}, giving {{ notice.specified_on|long_date }}."
                "{% for s in notice.served %} Given to {{ s.person_name }} on {{ s.served_on|long_date }}, "
                "{{ s.method|lower }}.{% endfor %}",
                after=2,
            ),
            tag("endif"),
        ],
        height=14,
        split=True,
    )


def _asked() -> Box:
    box = Box("4", "What the court is asked to order")
    box.choice("True", "(a)  that the defendant(s) give the claimant possession of the property;")
    box.choice("claim.money_judgment", "(b)  that the defendant(s) pay for the use of the property;")
    box.choice("claim.costs", "(c)  that the defendant(s) pay the claimant’s costs of this claim.")
    return box


def _before() -> Box:
    box = Box("5", "What was done before the claim to learn of the occupiers’ circumstances:")
    return box.well(
        [
            tag("for s in steps if s.on"),
            para(
                "{{ s.on|short_date }}  {{ s.text }}{% if s.para %} (Protocol {{ s.para }}){% endif %}",
                after=1.5,
                indent=18.6,
                hang=18.6,
            ),
            tag("endfor"),
            tag("if not steps"),
            para("Nothing is recorded."),
            tag("endif"),
        ],
        height=8,
        split=True,
    )


if __name__ == "__main__":
    build().save(HERE / "n121.docx")
