"""The warning before a broken order is acted on, one letter to each tenant (Protocol 2.13; CPR 83.2, 83.26)."""

from pathlib import Path

from court_templates.kit import Box, Form, tag
from court_templates.letters import letter_end, letter_top, section, section_if
from court_templates.road_parts import LEGAL_ADVICE, UNDERSTANDING, next_step, pay_ways, terms_statement

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Warning that a court order is not being kept",
        running="Your court order is not being kept",
        mark="Warning before a broken order is acted on · v{{ paper.version }}",
    )
    form.add(
        letter_top(
            "You could lose your home: please put this right by {{ letter.reply_by|weekday_date }}",
            reference="Our reference {{ case_id }} · Claim no. {{ claim_number }}",
        )
    )
    form.words(
        "On {{ order.made_on|long_date }} the court made an order about {{ property_address|lines }}. You can stay "
        "while its terms are kept. They are not being kept.",
        after=6,
    )
    form.add(_terms().whole())
    form.add(tag("if order.broken"), _broken().whole(), tag("endif"))
    form.add(tag("if order.lines"), _short().whole(), tag("endif"))
    form.add(
        section_if(
            "order.shortfall_pence > 0",
            "What to do by {{ letter.reply_by|long_date }}",
            "Pay **{{ order.shortfall_pence|money }}**, or call us to agree how to bring the payments back on track. "
            "If a benefit payment is late, tell us which and when it was claimed. If you can no longer afford the "
            "terms, you can ask the court to change them (form N244).",
        ),
        section_if(
            "order.broken",
            "{% if order.shortfall_pence > 0 %}And{% else %}What to do by {{ letter.reply_by|long_date }}{% endif %}",
            "Keep to the terms from today, and see that everybody who lives with you or visits you does. If you say "
            "that this did not happen, or there is something that we should know about it, tell us by that day. If you "
            "can no longer keep to the terms, you can ask the court to change them (form N244).",
        ),
        tag("if order.lines"),
        pay_ways(),
        tag("endif"),
        tag("if order.lines"),
        next_step(
            "We may ask the court for an eviction date without another hearing where the order allows it, or ask it to "
            "list the claim again. We will look at your circumstances once more before that."
        ),
        tag("else"),
        next_step(
            "We may ask the court for permission to have you evicted. You will be told of that, and can answer it. We "
            "will look at your circumstances once more before that."
        ),
        tag("endif"),
        letter_end(
            "statement of payments due and made under the order",
            enclosed_if="order.lines",
            closing=section(
                "If we do ask for an eviction",
                "You can still ask the court to stop or put off the eviction, at any time until it happens. Get "
                "advice at once: do not wait for the date.",
                LEGAL_ADVICE,
                UNDERSTANDING,
            ),
        ),
        tag("if order.lines"),
        terms_statement(),
        tag("endif"),
    )
    return form


def _terms() -> Box:
    return Box("", "The terms of the order").well("{{ order.terms }}", height=8, split=True)


def _broken() -> Box:
    box = Box("", "How they were broken")
    return box.well(
        "{% if order.broken_on %}On {{ order.broken_on|long_date }}: {% endif %}{{ order.broken }}",
        height=8,
        split=True,
    )


def _short() -> Box:
    box = Box("", "What is short")
    for label, amount in (
        ("Due under the order from {{ order.lines[0].on|long_date }}", "order.due_pence"),
        ("Paid since then", "order.paid_pence"),
        ("**Short**", "order.shortfall_pence"),
        ("All rent owed on {{ arrears_as_at|long_date }}", "arrears_pence"),
    ):
        box.line((16, label), (8, "{{ " + amount + "|money }}", "well"), height=6)
    return box


if __name__ == "__main__":
    build().save(HERE / "breach_warning.docx")
