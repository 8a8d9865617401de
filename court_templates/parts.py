"""What notices have in common: to whom, which home, grounds, reasons, dates, reviews, advice, the record of service."""

from collections.abc import Sequence
from typing import Any

from court_templates.boxes import Box
from court_templates.wml import keep_with_next, para, tag

ADVICE = "a citizens advice bureau, a housing aid centre, a law centre or a solicitor"

PARTICULARS = [
    tag("if arrears_pence > 0"),
    para(
        "The rent unpaid on {{ arrears_as_at|long_date }} was **{{ arrears_pence|money }}**. The rent is "
        "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}."
        "{% if rent_rows %} The schedule at the end of this notice shows every sum due and paid.{% endif %}",
        after=2,
    ),
    tag("endif"),
    para("{{ notice.particulars }}"),
]

REASONS = [
    tag("if rent_rows"),
    para(
        "The rent unpaid on {{ arrears_as_at|long_date }} was **{{ arrears_pence|money }}**. The rent is "
        "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}. The schedule at the end of this notice shows every sum "
        "due and paid.",
        after=2,
    ),
    tag("endif"),
    para("{{ reasons }}"),
]


def warning(heading: str, words: str) -> list[Any]:
    """The frame at the top that says what is at stake and where to go with it."""
    return Box("", heading).words(words).done()


def addressed(number: str = "1", note: str = "Every tenant named in the tenancy.") -> list[Any]:
    """The numbered box with everyone to whom the notice is given, a line each."""
    people = "{% for t in tenants %}{{ t.full_name }}{% if not loop.last %}\n{% endif %}{% endfor %}"
    return Box(number, "To:", note=note).well(people, height=9).done()


SEEKING = "{{ landlord.name }} means to ask the court for an order that you give up possession of:"


def home(number: str, sentence: str = SEEKING) -> list[Any]:
    """The numbered box that ends in the address of the home; `sentence` leads up to it."""
    return Box(number, sentence).well("{{ property_address|lines }}", height=9).done()


def grounds(number: str, heading: str) -> list[Any]:
    """Each ground relied on: the Act's words where the landlord has installed them, else our summary, and which."""
    each = [
        tag("for g in grounds"),
        para("**{{ g.code }}: {{ g.title }}** ({{ g.citation }})", after=1.5, keep=True),
        *_words("g"),
        para("{{ g.power }}", size=8.5, italic=True, after=3),
        tag("endfor"),
    ]
    return Box(number, heading).well(each, height=14, split=True).done()


def conditions(number: str, heading: str) -> list[Any]:
    """Each condition of the absolute ground, with the court's decision that meets it."""
    each = [
        tag("for c in conditions"),
        para("**Condition {{ c.number }}: {{ c.title }}** ({{ c.citation }})", after=1.5, keep=True),
        *_words("c"),
        para(
            "Relied on: {{ c.what }}. Concerning: {{ c.who }}. Decided by {{ c.court }} on "
            "**{{ c.decided_on|long_date }}**.{% if c.appeal %} {{ c.appeal }}{% endif %}",
            after=3,
        ),
        tag("endfor"),
    ]
    return Box(number, heading).well(each, height=14, split=True).done()


def _words(name: str) -> list[Any]:
    return [
        tag(f"if {name}.official_text"),
        para(f"It reads: {{{{ {name}.official_text }}}}", after=1.5),
        tag("else"),
        para(f"In substance: {{{{ {name}.substance }}}}", after=1.5),
        tag("endif"),
    ]


def well(number: str, heading: str, words: Sequence[Any], *, note: str = "", height: float = 14) -> list[Any]:
    """A numbered box with a long answer that may run over the page."""
    return Box(number, heading, note=note).well(list(words), height=height, split=True).done()


def review_right(number: str, *, decision: str = "this decision", by: str, late: bool = False) -> list[Any]:
    """The right to a review: how long there is to ask, where, and who decides by when.

    `by` is when the tenant is told if no day is known ("before the date in part 4"). `late`: say that the law lets
    nobody take a late request.
    """
    box = Box(number, "Your right to a review")
    box.words(
        f"**You may ask us to look at {decision} again.** You must ask within **{{{{ review.days }}}} days beginning "
        "with the day on which this notice is served on you**; that day is the first of them."
        "{% if review.ask_by %} If it is served on {{ review.served_on|long_date }}, the last day to ask is "
        "**{{ review.ask_by|long_date }}**.{% endif %}"
        + (" The law does not let us take a request that comes later." if late else ""),
        after=2,
    )
    box.line((4, "Write to"), (20, "{{ (review.address or landlord.address)|lines }}", "well"))
    box.line((4, "or e-mail"), (20, "{{ review.email or landlord.email }}", "well"))
    box.words(
        "Say that you want a review, and why you think that the decision is wrong. Say whether you want a hearing, "
        "where you can speak and bring somebody to help you, or only that we read what you write. Somebody "
        "who took no part in the decision, and who is senior to whoever made it, will look at it, and we will tell you "
        "the result and the reasons in writing {% if review.decide_by %}by **{{ review.decide_by|long_date }}**"
        f"{{% else %}}{by}{{% endif %}}.",
        size=8.5,
    )
    return box.whole()


def review_request() -> list[Any]:
    """A form to ask for the review with, to be torn off or copied; kept with the record of service after it."""
    box = Box("", "To ask for a review", note="You may use this form, or write in any other way. Keep a copy.")
    box.words("I ask {{ landlord.name }} to review the decision in the notice dated {{ made_on|long_date }}.", after=2)
    box.words("☐  I want a hearing.        ☐  I do not want a hearing; please read what I have written.", after=2)
    box.line((4, "Why"), (20, "", "well"), height=16)
    box.line((4, "Name"), (9, "", "well"), (4, "   Telephone"), (7, "", "well"))
    box.line((4, "Signed"), (9, "", "well"), (4, "   Date"), (7, "", "well"), height=9)
    return _tied(box)


def _tied(box: Box) -> list[Any]:
    made = box.whole()
    keep_with_next(*made)
    return made


def advice(number: str = "", *, losing: bool = True) -> list[Any]:
    """Where help can be had, in the terms in which the Housing Acts ask for it. `losing`: the home is at risk."""
    box = Box(number, "If you need help or advice")
    box.words(
        "If you need help or advice about this notice, and about what to do about it, take it at once to "
        f"**{ADVICE}**."
        + (" Free legal advice on losing your home is available whatever your income." if losing else "")
    )
    return box.whole()


def meaning(lines: Sequence[str], *, keep: bool = False) -> list[Any]:
    """The notes at the end, on one page; `keep` ties them to what follows."""
    box = Box("", "What this notice means")
    for line in lines:
        box.words(line, after=1.5, size=8.5)
    return _tied(box) if keep else box.whole()


def service_record() -> list[Any]:
    """Room to write down, on the landlord's copy, how the notice was served."""
    box = Box("", "Record of service (for the landlord’s own copy)")
    box.line((4, "Served on"), (9, "", "well"), (4, "   How and where"), (7, "", "well"), height=6.5)
    box.line((4, "Day and time"), (9, "", "well"), (4, "   Served by"), (7, "", "well"), height=6.5)
    made = box.whole()
    made[-1] = para("", exact=1)  # so that it can stand at the very foot of a page
    return made
