"""One page for the judge: who, what, how much, what has been done, what is asked."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tag

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form("Case summary", mark="Case summary for the hearing · v{{ paper.version }}")
    form.head(
        "Case summary",
        "(for the hearing{% if hearing %} on {{ hearing.at|london_day|long_date }} at "
        "{{ hearing.at|clock }}{% endif %})",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
        ],
    )
    facts = Box("", "The tenancy")
    facts.line((5, "Property"), (19, "{{ property_address|lines }}", "well"))
    facts.loop("if about.holding == 'tenancy'")
    facts.line(
        (5, "Tenancy"),
        (7, "{{ tenancy.occupancy }}", "well"),
        (4, "   Began"),
        (8, "{{ tenancy.start_date|long_date }}", "well"),
    )
    facts.loop("else")
    facts.line((5, "Held"), (19, "{{ held|replace(' It was ended by the notice in box 6.', '') }}", "well"))
    facts.loop("endif")
    facts.loop("if about.holding != 'trespass'")
    facts.line(
        (5, "Rent"),
        (7, "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}", "well"),
        (4, "   Daily rate"),
        (8, "{{ tenancy.daily_rate_pence|money }}", "well"),
    )
    facts.loop("endif")
    facts.loop("if about.rent")
    facts.line(
        (5, "Arrears"),
        (7, "**{{ arrears_pence|money }}**", "well"),
        (4, "   on"),
        (8, "{{ arrears_as_at|long_date }}", "well"),
    )
    facts.loop("if figures")
    facts.line(
        (5, "Arrears before"),
        (
            19,
            "{% for f in figures %}{{ f.pence|money }} on {{ f.on|long_date }} ({{ f.what }})"
            "{% if f.account_pence != f.pence %}, now {{ f.account_pence|money }} for that day because of later entries"
            "{% endif %}{% if not loop.last %}; {% endif %}{% endfor %}",
            "well",
        ),
    )
    facts.loop("endif")
    facts.loop("endif")
    facts.line(
        (5, "{% if about.rent %}Last payment{% else %}Arrears{% endif %}"),
        (19, "{% if about.rent %}{{ last_paid }}{% else %}None are claimed.{% endif %}", "well"),
    )
    form.add(facts.done())
    form.add(
        Box("", "Grounds")
        .well(
            [
                tag("for g in grounds"),
                para("**{{ g.code }}**: {{ g.title[:1]|lower }}{{ g.title[1:] }}. {{ g.power }}", after=1.5),
                tag("endfor"),
                tag("if about.particulars"),
                para("**The reasons given.** {{ about.particulars }}", after=1.5),
                tag("endif"),
            ],
            height=7,
            split=True,
        )
        .done()
    )
    notice = Box("", "Notice")
    notice.well(
        "{% if notice %}{{ notice.kind }}, giving {{ notice.specified_on|long_date }} as its date; first day for a "
        "claim {{ notice.issue_from|long_date }}{% if notice.lapse_on %}; in force to {{ notice.lapse_on|long_date }}"
        "{% endif %}.{% for s in notice.served %} Served on {{ s.person_name }} on {{ s.served_on|long_date }}, "
        "{{ s.method|lower }}.{% endfor %}{% else %}None.{% endif %}",
        height=7,
        split=True,
    )
    form.add(notice.done())
    form.add(
        Box("", "Benefits and circumstances")
        .well("{{ circumstances or 'Nothing is known.' }}", height=9, split=True)
        .done()
    )
    form.add(
        Box("", "What was done")
        .well(
            [
                tag("for s in steps if s.on"),
                para("{{ s.on|short_date }}\u00a0\u00a0{{ s.text }}", after=0.5, size=8.5, indent=16.8, hang=16.8),
                tag("endfor"),
                tag("if not steps"),
                para("Nothing is recorded."),
                tag("endif"),
            ],
            height=7,
            split=True,
        )
        .done()
    )
    asked = Box("", "Order asked for")
    asked.well(
        "{{ asked_for }}{% if claim.money_judgment %}; judgment for {{ arrears_pence|money }} and "
        "{{ tenancy.daily_rate_pence|money }} a day ({{ tenancy.daily_rate_convention }}) "
        "until possession{% endif %}{% if claim.costs %}; costs"
        "{% if total_pence is not none %} of {{ total_pence|money }} (court fee{% if legal_costs_pence %} and fixed "
        "costs{% endif %}){% endif %}{% endif %}.",
        height=7,
    )
    form.add(asked.done())
    form.add(tag("if contents"))
    form.words(
        "**Where to find it:** {% for title, page in contents %}{{ title }}, page {{ page }}"
        "{% if not loop.last %}; {% endif %}{% endfor %}.",
        size=8.5,
        after=0,
    )
    form.add(tag("endif"))
    return form


if __name__ == "__main__":
    build().save(HERE / "case_summary.docx")
