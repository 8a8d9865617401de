"""The letter before an eviction, one to each tenant: when, what can still be done, what to bring away."""

from pathlib import Path

from court_templates.kit import Box, Form
from court_templates.letters import letter_end, letter_top, section, section_if
from court_templates.road_parts import LEGAL_ADVICE, UNDERSTANDING, pay_ways

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Letter before an eviction",
        mark="Letter before an eviction · v{{ paper.version }}",
        stands_alone=True,
    )
    form.add(
        letter_top(
            "You will be evicted on {{ eviction.at|london_day|weekday_date }} unless something changes",
            reference="Our reference {{ case_id }} · Claim no. {{ claim_number }}",
        )
    )
    form.words(
        "The court has fixed a time at which its bailiff will evict everybody from {{ property_address|lines }}. You "
        "will also have a notice of eviction from the court. This letter tells you what you can still do.",
        after=6,
    )
    form.add(_when().whole())
    form.add(
        section(
            "Get advice today",
            "{% if eviction.may_suspend is false %}The judge had to make this order, so the court can put the eviction "
            "off only in few cases. An adviser can tell you whether yours is one, and how to ask: use form N244 and "
            "take it to the court that made the order, before the eviction. There is a fee{% else %}"
            "You can ask the court to stop or put off the eviction at any time until it happens: use form N244 and "
            "take it to the court that made the order. There is a fee{% endif %}"
            "{% if eviction.suspend_fee_pence is not none %} of {{ eviction.suspend_fee_pence|money }}{% endif %}, and "
            "help with it if your income is low. The judge may see you the same day.",
            LEGAL_ADVICE,
        ),
        section_if(
            "eviction.stop_pence is not none",
            "If you can pay",
            "Call us at once. If you pay **{{ eviction.stop_pence|money }}** before that time and we can see it, we "
            "will ask that the eviction does not go ahead. On {{ arrears_as_at|long_date }} you owed "
            "{{ arrears_pence|money }} of rent in all.",
        ),
        section_if(
            "eviction.stop_pence is none",
            "Paying",
            "Paying would not by itself stop this eviction"
            "{% if about.rent %}, but the rent and the costs remain owing: "
            "{{ arrears_pence|money }} of rent on {{ arrears_as_at|long_date }}{% endif %}. Ask an adviser what it "
            "would change.",
        ),
        pay_ways(),
        section(
            "Somewhere to live",
            "Ask the council’s homelessness service for help now; do not wait for the day. Take this letter and the "
            "notice of eviction with you. We can refer you if you agree: call us.",
        ),
        section(
            "Tell us about anybody at risk",
            "If a child, or somebody who is ill, disabled, pregnant or frail lives with you, or if anything has "
            "changed since the hearing, tell us at once. We look at every case again before the day.",
            UNDERSTANDING,
        ),
        letter_end(
            closing=section(
                "Before the day",
                "Take away everything you want to keep, with pets, medicines, papers and keys. "
                "{% if eviction.goods_days is not none %}We will keep what is left for {{ eviction.goods_days }} days "
                "and tell you how to collect it; after that we may sell or dispose of it, as the law allows."
                "{% else %}We will write to you about anything that is left before we sell or dispose of it."
                "{% endif %} If you leave sooner, give us all the keys. Please have the meters read and leave us an "
                "address for letters.",
            )
        ),
    )
    return form


def _when() -> Box:
    box = Box("", "The eviction")
    box.line(
        (4, "Day and time"),
        (20, "**{{ eviction.at|london_day|weekday_date }} at {{ eviction.at|clock }}**", "well"),
    )
    box.line((4, "Home"), (20, "{{ property_address|lines }}", "well"))
    box.line(
        (4, "Court"),
        (10, "{{ court_name }}", "well"),
        (4, "   Warrant no."),
        (6, "{{ eviction.warrant_number }}", "well"),
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "eviction_letter.docx")
