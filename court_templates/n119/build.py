"""Particulars of claim for a rented home: the boxes of N119 (CPR 55.4, PD 55A 2.1-2.4), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tag, tick, truth

HERE = Path(__file__).parent
_QUIT = "'quit' in notice.kind|lower"
_OTHER = "(about.holding in ('licence', 'garage') or '107D' in notice.kind or '.21)' in notice.kind)"


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Particulars of claim for possession (rented home)",
        running="Particulars of claim for possession",
        mark="Particulars, boxes as in N119 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Particulars of claim\nfor possession",
        "(rented residential premises)",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
        ],
    )
    form.add(
        Box("1", "The claimant has a right to possession of:").well("{{ property_address|lines }}", height=11).done()
    )
    form.add(
        Box("2", "To the best of the claimant’s knowledge these persons are in possession of the property:")
        .well(
            "{% for t in tenants %}{{ t.full_name }}{% if not loop.last %}; {% endif %}{% endfor %}"
            "{% if others_there %}; {{ others_there }}{% endif %}",
            height=10,
        )
        .done()
    )
    form.add(_tenancy().done(), _reasons().done(), _steps().done(), _notice().done())
    form.add(
        Box(
            "7",
            "What is known of the defendant’s circumstances:",
            note="Benefits, and any paid direct to the claimant.",
        )
        .well("{{ circumstances or 'Nothing is known.' }}", height=10, split=True)
        .done()
    )
    form.add(
        Box("8", "What the claimant wants the court to know of its own position, financial or other:")
        .well("{{ claim.claimant_information or 'Nothing more than these particulars say.' }}", height=8, split=True)
        .done()
    )
    form.add(_others().done(), _orders().done(), _alternatives().done(), _landlord().done(keep=True))
    form.add(truth("these particulars of claim"))
    return form


def _tenancy() -> Box:
    box = Box("3", "About the tenancy")
    box.words("(a)  {{ held }}", indent=6, hang=6)
    box.words(
        "(b)  The rent now is **{{ tenancy.rent_pence|money }}**, payable each   ",
        tick("tenancy.period_tick == 'week'"),
        "week    ",
        tick("tenancy.period_tick == 'fortnight'"),
        "fortnight    ",
        tick("tenancy.period_tick == 'month'"),
        "month    ",
        tick("tenancy.period_tick == 'other'"),
        "other period{% if tenancy.period_tick == 'other' %}: **{{ tenancy.period }}**{% endif %}",
        indent=6,
        hang=6,
    )
    box.words(
        "(c)  Unpaid rent, or the charge for use and occupation, is to be reckoned at "
        "**{{ tenancy.daily_rate_pence|money }}** a day ({{ tenancy.daily_rate_convention }}).",
        indent=6,
        hang=6,
    )
    return box


def _reasons() -> Box:
    box = Box("4", "The reason the claimant asks for possession is:")
    box.choice(
        "arrears_pence > 0",
        "(a)  because the rent due under the tenancy has not been paid. "
        "{% if not about.rent %}Not relied on, and no arrears are claimed.{% elif arrears_pence <= 0 %}"
        "No arrears are claimed.{% else %}The arrears were "
        "**{{ arrears_pence|money }}** on **{{ arrears_as_at|long_date }}**. "
        "Every sum due and every sum paid, with a running total, is in the rent schedule attached to these particulars"
        "{% if rent_rows %} ({{ first_row.on|long_date }} to {{ rent_rows[-1].on|long_date }}, "
        "{{ rent_rows|length }} lines){% endif %}."
        "{% if opening_pence > 0 %} {{ opening_pence|money }} was owed before the first line; the schedule of the time "
        "before that will be exhibited to a witness statement (PD 55A 2.3A).{% endif %}{% endif %}",
    )
    box.choice("claim.other_breach", "(b)  because other terms of the tenancy have been broken. Details:", keep=True)
    box.well("{{ claim.other_breach or 'None alleged.' }}", height=7, split=True)
    box.choice("grounds", "(c)  because of these statutory grounds, or other reasons:", keep=True)
    box.well(
        [
            tag("for g in grounds"),
            para("**{{ g.code }}** ({{ g.citation }}): {{ g.title }}. {{ g.substance }} {{ g.power }}", after=2),
            tag("endfor"),
            tag("if about.particulars and not claim.other_breach"),
            para("**Particulars.** {{ about.particulars }}", after=2),
            tag("endif"),
            tag("if about.conduct"),
            para("The incidents, with what was done about them, are in the schedule of conduct attached.", after=2),
            tag("endif"),
        ],
        height=10,
        split=True,
    )
    return box


def _steps() -> Box:
    box = Box("5", "Steps already taken to recover the arrears:", note="With details of any earlier court case.")
    return box.well(
        [
            tag("if not about.rent"),
            para("No arrears are claimed. Before this claim:", after=1.5),
            tag("endif"),
            tag("for s in steps if s.on"),
            para("{{ s.on|short_date }}  {{ s.text }}{% if s.para %} (Protocol {{ s.para }}){% endif %}",
                 after=1.5, indent=18.6, hang=18.6),
            tag("endfor"),
            tag("if not steps"),
            para("None recorded."),
            tag("endif"),
        ],
        height=10,
        split=True,
    )  # fmt: skip


def _notice() -> Box:
    box = Box("6", "The notice that the law requires")
    box.words(
        tick(f"notice and {_QUIT}"),
        "notice to quit    ",
        tick("False"),
        "notice of breach of lease    ",
        tick(f"notice and not {_QUIT} and not {_OTHER}"),
        "notice seeking possession    ",
        tick(f"notice and not {_QUIT} and {_OTHER}"),
        "other    ",
        tick("not notice"),
        "none",
    )
    box.words("**{{ notice.kind }}**. The date given in it is **{{ notice.specified_on|long_date }}**.", keep=True)
    box.well(
        [
            tag("for s in notice.served"),
            para("Served on {{ s.person_name }} on **{{ s.served_on|long_date }}**: {{ s.method }}"
                 "{% if s.sent_on != s.served_on %} (sent {{ s.sent_on|long_date }}){% endif %}.", after=1),
            tag("endfor"),
            tag("if not notice.served"),
            para("Service is not recorded."),
            tag("endif"),
        ],
        height=7,
        split=True,
    )  # fmt: skip
    return box


def _others() -> Box:
    box = Box("9", "Underlessees and mortgagees")
    box.choice(
        "not claim.underlessee",
        "(a)  No underlessee or mortgagee is entitled to ask the court for relief against forfeiture.",
    )
    box.choice(
        "claim.underlessee",
        "(b)  This person is, and is to have a copy of these particulars: "
        "{% if claim.underlessee %}**{{ claim.underlessee }}**{% else %}none is known.{% endif %}",
    )
    return box


def _orders() -> Box:
    box = Box("10", "What the court is asked to order")
    box.choice("True", "(a)  that the defendant gives the claimant possession of the property;")
    box.choice(
        "claim.money_judgment",
        "(b)  that the defendant pays the unpaid rent, and any charge for use and occupation, up to the order;",
    )
    box.choice(
        "claim.money_judgment",
        "(c)  that the defendant pays rent, and any charge for use and occupation, at the daily rate in box 3(c) "
        "from the order until possession is given;",
    )
    box.choice("claim.costs", "(d)  that the defendant pays the claimant’s costs of this claim.")
    return box


def _alternatives() -> Box:
    box = Box("11–12", "In the alternative")
    box.words(
        "11.  ",
        tick("claim.demotion"),
        "a demotion order    ",
        tick("claim.suspend_right_to_buy"),
        "an order suspending the right to buy    ",
        tick("not claim.demotion and not claim.suspend_right_to_buy"),
        "neither",
    )
    box.words(
        "12.  made under:   ",
        tick("claim.demotion and council"),
        "HA 1985 s.82A(2)    ",
        tick("claim.demotion and not council"),
        "HA 1988 s.6A(2)    ",
        tick("claim.suspend_right_to_buy"),
        "HA 1985 s.121A",
    )
    return box


def _landlord() -> Box:
    box = Box("13–15", "The claimant")
    box.words(
        "13.  ",
        tick("council"),
        "a local authority   ",
        tick("False"),
        "a housing action trust   ",
        tick("not council"),
        "a private registered provider   ",
        tick("False"),
        "other",
    )
    box.words(
        "14.  Statement of express terms served for a demoted tenancy:   ",
        tick("False"),
        "yes     ",
        tick("True"),
        "does not apply",
    )
    box.words("15.  Reasons for demotion or for suspending the right to buy, with the conduct alleged:", keep=True)
    box.well(
        "{% if claim.demotion or claim.suspend_right_to_buy %}{{ claim.other_breach }}"
        "{% else %}Does not apply.{% endif %}"
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "n119.docx")
