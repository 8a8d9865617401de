"""The letter before a hearing, one to each tenant, with an up-to-date statement (Protocol 2.11, 2.12)."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tag
from court_templates.letters import letter_end, letter_top
from court_templates.rent_schedule.build import lines

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Letter before the hearing",
        running="Your court hearing",
        mark="Letter under the Pre-Action Protocol 2.11 and 2.12 · v{{ paper.version }}",
    )
    form.add(
        letter_top(
            "{% if about.holding == 'garage' %}Your garage{% else %}Your home is at risk{% endif %}: court hearing on "
            "{{ hearing.at|london_day|weekday_date }}",
            reference="Our reference {{ case_id }} · Claim no. {{ claim_number }}",
        )
    )
    form.words(
        "{{ landlord.name }} has asked the court for possession of {{ property_address|lines }}. "
        "This letter tells you when the hearing is{% if about.rent %}, what we will ask for, and what your rent "
        "account shows today{% else %} and what we will ask for{% endif %}."
    )
    form.add(_when().whole())
    form.words("**What we will ask the court to do**", after=2, keep=True)
    form.words(
        "We will ask for an order for possession of {% if about.holding == 'garage' %}the garage{% else %}your home"
        "{% endif %}{% if claim.money_judgment %}, for payment of the rent owed{% endif %}"
        "{% if claim.costs %} and for our costs{% endif %}. "
        "{% if grounds and grounds[0].code.startswith('Ground') %}"
        "The ground{{ 's are' if grounds|length > 1 else ' is' }} {% for g in grounds %}"
        "{{ g.code[:1]|lower }}{{ g.code[1:] }} "
        "({{ g.title[:1]|lower }}{{ g.title[1:] }}){% if not loop.last %}, {% endif %}{% endfor %}."
        "{% if must %} If {{ must }} is proved the judge must make the order.{% endif %}"
        "{% else %}The reason is this. {% for g in grounds %}{{ g.substance }}{% if not loop.last %} {% endif %}"
        "{% endfor %} If this is shown the judge must make the order.{% endif %}"
        "{% if about.particulars %}\n{{ about.particulars }}{% endif %}",
        after=6,
    )
    form.words("**Please come to the hearing**", after=2, keep=True)
    form.words(
        "If you do not come, the judge can make the order without hearing you and you could lose your home. "
        "Come early, "
        "bring this letter{% if about.rent %}, proof of income and benefits, and proof of anything you have paid"
        "{% else %} and anything that you want the judge to see{% endif %}. "
        "{% if about.holding == 'garage' %}Citizens Advice or a solicitor can advise you.{% else %}A free legal "
        "adviser may "
        "be at court on the day: ask the usher. You can have free legal advice before then from the Housing Loss "
        "Prevention Advice Service, Citizens Advice or a law centre.{% endif %}",
        after=6,
    )
    form.add(tag("if about.rent"))
    form.words("**What you owe**", after=2, keep=True)
    form.words(
        "On {{ arrears_as_at|long_date }} the rent owed was **{{ arrears_pence|money }}**. The rent is "
        "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}. The enclosed statement shows every charge and payment.",
        after=6,
    )
    form.words("**What we know of your benefits and circumstances**", after=2, keep=True)
    form.words(
        "{{ t.told or 'We know of no benefit claim. Tell us if that is wrong.' }}",
        after=6,
    )
    form.words(
        "If any of this is wrong, or you can pay or make an offer, call us before the hearing. If we agree "
        "terms and you keep to them, we will tell the court.",
        after=8,
    )
    form.add(tag("else"))
    form.words(
        "If any of this is wrong, or there is something about you or anybody who lives with you that we should weigh, "
        "such as illness, disability or children, tell us before the hearing. We will tell the court what you say.",
        after=8,
    )
    form.add(tag("endif"))
    form.add(letter_end("rent statement", enclosed_if="about.rent"))
    form.add(tag("if about.rent"))
    form.add(para("Rent statement", style="Heading1", size=15, bold=True, break_before=True, after=2))
    form.words(
        "{{ tenants|names }}, {{ property_address|lines }}. Balance on {{ arrears_as_at|long_date }}: "
        "**{{ arrears_pence|money }}**.",
        after=5,
    )
    form.add(lines(), tag("endif"))
    return form


def _when() -> Box:
    box = Box("", "The hearing")
    box.line(
        (3, "Date"),
        (13, "**{{ hearing.at|london_day|weekday_date }}**", "well"),
        (2, "  at"),
        (6, "**{{ hearing.at|clock }}**", "well"),
    )
    box.line(
        (3, "Court"),
        (21, "{{ hearing.court }}{% if hearing.address %}, {{ hearing.address|lines }}{% endif %}", "well"),
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "ten_day_letter.docx")
