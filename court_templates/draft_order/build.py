"""A draft order for the judge to settle: outright, suspended, postponed, or a claim adjourned on terms."""

from pathlib import Path
from typing import Any

from court_templates.kit import Form, para, tag, tick
from court_templates.road_parts import numbered, proceedings, proceedings_title

HERE = Path(__file__).parent
_BLANK = "____________________"
_PARTY = "The defendant{% if tenants|length > 1 %}s{% endif %}"
_PAY = (
    "defendant{% if tenants|length > 1 %}s{% endif %} "
    "{% if on_conduct %}keep{% if tenants|length == 1 %}s{% endif %} to these terms"
    "{% else %}pay{% if tenants|length == 1 %}s{% endif %}{% endif %}"
)
_TERMS = (
    "{% if order and order.terms %}{{ order.terms }}{% elif on_conduct %}"
    "____________________________________________________________{% else %}the current rent and £________ each "
    "{{ tenancy.period }} off the arrears, the first payment on or before " + _BLANK + ".{% endif %}"
)
_POSTPONED, _ADJOURNED = "order_sought == 'postponed'", "order_sought == 'adjourned'"
_FIXED = "order_sought not in ('postponed', 'adjourned')"


def build() -> Form:
    """The paper, ready to save."""
    form = Form("Draft order", mark="Draft order for the court to settle · v{{ paper.version }}")
    parties = proceedings()
    parties.insert(1, para("Before District Judge " + _BLANK, after=8))
    form.add(parties, proceedings_title("Draft order"))
    form.words(
        "**Upon** hearing {{ landlord.name }} and "
        + _BLANK
        + "{% if hearing %} on {{ hearing.at|london_day|long_date }}{% endif %}",
        after=3,
    )
    form.words(
        "**And upon** {% if " + _ADJOURNED + " %}the court thinking it right to give the terms below a trial"
        "{% elif grounds and not grounds[0].code.startswith('Ground') %}"
        "the court finding that the claimant has a right to possession, as follows. "
        "{% for g in grounds %}{{ g.substance }} ({{ g.citation }})"
        "{% if not loop.last %} {% endif %}{% endfor %}"
        "{% else %}the court finding {% if must %}{{ must }} proved{% endif %}{% if must and may %}, or {% endif %}"
        "{% if may %}{{ may }} proved and that it is reasonable to make this order{% endif %}"
        "{% if 'Sch' in grounds[0].citation %} (Schedule 2 to the "
        "Housing Act {{ '1985' if '1985' in grounds[0].citation else '1988' }}){% else %} "
        "({{ grounds[0].citation }}){% endif %}{% endif %}",
        after=6,
    )
    form.words("**It is ordered that:**", after=4)
    form.add(numbered(_ordered()))
    form.words("Dated " + _BLANK, before=14, after=0)
    return form


def _ordered() -> list[tuple[str, Any]]:
    """Each paragraph of the order with the Jinja test on which it is printed."""
    return [
        (
            _FIXED,
            _PARTY + " give the claimant possession of {{ property_address|lines }} on or before " + _BLANK + ".",
        ),
        (
            _POSTPONED,
            _PARTY + " give the claimant possession of {{ property_address|lines }} on a date to be fixed by the court "
            "on the claimant’s application. That date is postponed while the " + _PAY + ": " + _TERMS,
        ),
        (
            _POSTPONED,
            "The claimant may apply for the date to be fixed only if those terms are not kept, and only after it "
            "has given the notice of Practice Direction 55A paragraph 10.3, not less than 14 days and not more than "
            "three months before it applies.",
        ),
        (
            _ADJOURNED,
            "The claim for possession of {{ property_address|lines }} is adjourned while the " + _PAY + ": " + _TERMS,
        ),
        (
            _ADJOURNED,
            "If those terms are not kept the claimant may ask in writing for the claim to be listed again. If it has "
            "not done so by {% if order and order.restore_by %}{{ order.restore_by|long_date }}{% else %}"
            + _BLANK
            + "{% endif %}, the claim is struck out."
            "{% if about.rent %} The arrears on {{ arrears_as_at|long_date }} were "
            "{{ arrears_pence|money }}; no judgment is given for them now.{% endif %}",
        ),
        (
            f"claim.money_judgment and not ({_ADJOURNED})",
            _PARTY + " pay the claimant {{ arrears_pence|money }} for arrears of rent to "
            "{{ arrears_as_at|long_date }}, and {{ tenancy.daily_rate_pence|money }} a day from then until possession "
            "is given.{% if " + _POSTPONED + " %} This is not to be enforced while those payments are made.{% endif %}",
        ),
        (
            f"claim.costs and not ({_ADJOURNED})",
            _PARTY + " pay the claimant’s costs{% if total_pence is not none %}, assessed at {{ total_pence|money }}"
            "{% else %}, assessed at £________{% endif %}.",
        ),
        (_ADJOURNED, "Costs in the case."),
        ("may and order_sought in ('', 'suspended')", _suspended()),
    ]


def _suspended() -> list[Any]:
    """The terms on which the order is not to be enforced; a box for the judge to tick where nobody asked for them."""
    words = (
        "{% if must %}If {{ must }} is not proved: this{% else %}This{% endif %} order is not to be enforced while "
        "the " + _PAY + ":"
    )
    return [
        tag("if order_sought == 'suspended' or (order and order.terms)"),
        para(words, after=3),
        tag("else"),
        para(tick("False"), words, after=3),
        tag("endif"),
        para(_TERMS, after=6, indent=7),
    ]


if __name__ == "__main__":
    build().save(HERE / "draft_order.docx")
