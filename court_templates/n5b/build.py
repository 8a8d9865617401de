"""Accelerated claim for possession: the boxes of N5B (CPR 55.11-55.19; HA 1988 s.21), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tag, tick, truth
from court_templates.road_parts import address_box, yes_no

HERE = Path(__file__).parent
_MARKS = "Copies are attached and marked with the letters shown."


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Accelerated claim for possession of property",
        running="Accelerated claim for possession",
        mark="Claim form, boxes as in N5B · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Accelerated claim for\npossession of property",
        "(assured shorthold tenancy, section 21 notice, no claim for money)",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Fee account", ""),
            ("Issue date", ""),
        ],
    )
    form.add(Box("1", "Claimant").well("{{ landlord.name }}\n{{ landlord.address|lines }}", height=10).done())
    people = (
        "{% for t in tenants %}{{ t.full_name }}, {{ t.address|lines }}{% if not loop.last %}\n{% endif %}{% endfor %}"
    )
    form.add(Box("2", "Defendant(s)").well(people, height=10).done())
    form.add(_property().done(), _meaning().done(), _agreement().done(), _shorthold().done(), _earlier().whole())
    form.add(_notice().done(), _licence().whole(), _deposit().done(), _safety().whole(), _condition().whole())
    form.add(_provider().whole(), _hardship().whole(), _orders().whole(), _exhibits().done(keep=True))
    form.add(truth("this claim form"))
    form.add(address_box())
    return form


def _property() -> Box:
    box = Box("3", "The claimant asks for possession of:")
    box.well("{{ property_address|lines }}", height=9)
    box.words("which is ", tick("True"), "a dwelling-house    ", tick("False"), "part of one.")
    box.line((6, "Court fee"), (6, "{{ fee_pence|money }}", "well"), (12, "   {{ fee_note }}"), height=6)
    box.line((6, "Legal costs"), (6, "{{ legal_costs_pence|money }}", "well"), (3, "   **Total**"),
             (9, "**{{ total_pence|money }}**", "well"), height=6)  # fmt: skip
    return box


def _meaning() -> Box:
    box = Box("", "To the defendant: what this means")
    box.words(
        "The claimant asks the court for your home without a hearing. If you disagree, or need more time to leave, "
        "fill in the defence form that came with this and send it to the court **within 14 days** of getting this. "
        "A judge will read both sides. If the claim is in order the judge must make an order, usually to leave within "
        "14 days, and can allow up to six weeks only for exceptional hardship. Get advice at once: it is free.",
        size=9,
    )
    return box


def _agreement() -> Box:
    box = Box("4", "The tenancy agreement", note="Mark the agreement A.")
    box.line(
        (8, "(a)  Date of the written agreement"),
        (6, "{{ accelerated.agreement_on|long_date }}", "well"),
        (4, "   (b)  Let from"),
        (6, "{{ tenancy.start_date|long_date }}", "well"),
    )
    box.line(
        (8, "(c)  Rent now"),
        (6, "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}", "well"),
        (4, "   (d)  Term ends"),
        (6, "{{ accelerated.fixed_term_ends|long_date or 'Periodic' }}", "well"),
    )
    return box


def _shorthold() -> Box:
    box = Box("5–6", "An assured shorthold tenancy")
    box.words("The claimant states that:", keep=True)
    for words in (
        "the tenancy began on or after 28 February 1997, so that no notice was needed to make it a shorthold;",
        "it is the tenant’s only or main home, let to an individual, and is not an agricultural occupancy;",
        "no notice was given, and nothing is in the agreement, that makes it other than a shorthold tenancy;",
        "it did not follow, between the same parties, a tenancy that was assured but not shorthold.",
    ):
        box.choice("True", words)
    return box


def _earlier() -> Box:
    box = Box("7–8", "Earlier agreements, and demotion")
    box.words(
        "7.  ",
        tick("not accelerated.replaces_on"),
        "This is the first agreement.    ",
        tick("accelerated.replaces_on"),
        "It replaced one of {% if accelerated.replaces_on %}**{{ accelerated.replaces_on|long_date }}**"
        "{% else %}____________{% endif %} (mark that A1).",
    )
    box.words(
        "8.  ",
        tick("accelerated.demoted"),
        "The tenancy was demoted by order of {% if accelerated.demoted_on %}"
        "**{{ accelerated.demoted_on|long_date }}**{% else %}____________{% endif %}.    ",
        tick("not accelerated.demoted"),
        "It is not a demoted tenancy.",
    )
    return box


def _notice() -> Box:
    box = Box("9", "The notice under section 21", note="Mark the notice B and the proof of its service C.")
    box.words("**{{ notice.kind }}**: possession is required after **{{ notice.specified_on|long_date }}**. "
              "A claim may be issued from {{ notice.issue_from|long_date }}"
              "{% if notice.lapse_on %} until {{ notice.lapse_on|long_date }}{% endif %}.", keep=True)  # fmt: skip
    box.words(
        tick("accelerated.long_fixed_term"),
        "Fixed term of two years or more: six months’ written notice that no new tenancy would be granted was given"
        "{% if accelerated.six_months_notice_on %} on **{{ accelerated.six_months_notice_on|long_date }}**{% endif %} "
        "(s.21(1A), (1B)).",
        indent=7,
        hang=7,
        keep=True,
    )
    box.well(
        [
            tag("for s in notice.served"),
            para("Served on {{ s.person_name }} on **{{ s.served_on|long_date }}**: {{ s.method }}"
                 "{% if s.served_by %}, by {{ s.served_by }}{% endif %}.", after=1),
            tag("endfor"),
            tag("if not notice.served"),
            para("Service is not recorded."),
            tag("endif"),
        ],
        height=7,
        split=True,
    )  # fmt: skip
    return box


def _licence() -> Box:
    box = Box("10", "Licensing")
    yes_no(box, "Must the property be licensed (Housing Act 2004, Part 2 or 3)?", "accelerated.licence_needed")
    yes_no(box, "If so, is there a licence or an application that has not been decided?", "accelerated.licence_held")
    return box


def _deposit() -> Box:
    box = Box("11–13", "Deposit", note="Mark the scheme’s certificate and the prescribed information D.")
    box.words(
        "11.  ",
        tick("accelerated.deposit_pence == 0"),
        "No money deposit was taken.    ",
        tick("accelerated.deposit_pence > 0"),
        "A deposit of {% if accelerated.deposit_pence %}**{{ accelerated.deposit_pence|money }}**"
        "{% else %}£________{% endif %} was taken.",
    )
    box.line(
        (5, "12.  Scheme"),
        (8, "{{ accelerated.deposit_scheme }}", "well"),
        (4, "   Reference"),
        (7, "{{ accelerated.deposit_reference }}", "well"),
    )
    box.line(
        (5, "Protected on"),
        (8, "{{ accelerated.deposit_protected_on|long_date }}", "well"),
        (4, "   Told on"),
        (7, "{{ accelerated.deposit_informed_on|long_date }}", "well"),
    )
    box.line((5, "Returned on"), (8, "{{ accelerated.deposit_returned_on|long_date }}", "well"))
    box.words("13.  ", tick("True"), "No deposit was taken in anything but money.")
    return box


def _safety() -> Box:
    box = Box("14–15", "Energy and gas", note="Mark the energy certificate E and the gas safety record F.")
    box.line((16, "14.  Energy performance certificate given to the tenant on"),
             (8, "{{ accelerated.energy_given_on|long_date }}", "well"))  # fmt: skip
    yes_no(box, "15.  Is there gas at the property?", "accelerated.gas_supplied")
    box.line((16, "If so, gas safety record given to the tenant on"),
             (8, "{{ accelerated.gas_given_on|long_date }}", "well"))  # fmt: skip
    return box


def _condition() -> Box:
    box = Box("16–17", "Rights booklet, and the state of the home")
    box.words(
        "16.  The booklet on how to rent (mark it G): ",
        tick("accelerated.provider"),
        "not needed of a private registered provider    ",
        tick("not accelerated.provider"),
        "given",
    )
    box.words(
        "17.  Improvement notice or emergency works within six months before the notice (Deregulation Act 2015 s.33): ",
        tick("accelerated.provider"),
        "does not bind a private registered provider    ",
        tick("not accelerated.provider"),
        "there is none",
    )
    return box


def _provider() -> Box:
    box = Box("18", "Social landlord", note="Mark the papers that show it H.")
    yes_no(box, "18.  Is the claimant a private registered provider of social housing?", "accelerated.provider")
    yes_no(box, "18a.  If so, has it kept to Part 3 of the Pre-Action Protocol?", "accelerated.protocol_part_3")
    return box


def _hardship() -> Box:
    box = Box("19", "If the defendant asks for more time")
    yes_no(
        box,
        "May the court decide that request without a hearing?",
        "accelerated.hardship_on_paper",
    )
    return box


def _orders() -> Box:
    box = Box("20", "What the court is asked to order")
    box.choice("True", "that the defendant gives the claimant possession of the property;")
    box.choice("claim.costs", "that the defendant pays the costs of this claim.")
    return box


def _exhibits() -> Box:
    box = Box("", "Attached", note=_MARKS)
    return box.well(
        [
            tag("for x in accelerated.exhibits"),
            para("{{ x }}", after=1),
            tag("endfor"),
            tag("if not accelerated.exhibits"),
            para("To be listed before this is signed."),
            tag("endif"),
        ],
        height=8,
        split=True,
    )


if __name__ == "__main__":
    build().save(HERE / "n5b.docx")
