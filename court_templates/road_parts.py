"""What letters and papers of the road have in common: sums owed, ways to pay, advice, terms, the form of means."""

from collections.abc import Sequence
from typing import Any

from court_templates.boxes import Box, ruled_table
from court_templates.letters import section, section_if
from court_templates.wml import WIDTH, cell, gap, keep_with_next, para, row, table, tag, tag_row, tick

OWED = (
    "On {{ arrears_as_at|long_date }} you owed **{{ arrears_pence|money }}** of rent. Your rent is "
    "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}."
)
FREE_ADVICE = (
    "You can get free, confidential advice from Citizens Advice, StepChange, National Debtline, a law centre or a "
    "housing advice centre. If you are taking advice on your debts, tell us and we will give you time."
)
LEGAL_ADVICE = (
    "Once you have had a notice, you can get free legal advice from the Housing Loss Prevention Advice Service, "
    "whatever your income. Citizens Advice, a law centre or a solicitor can help too."
)
UNDERSTANDING = (
    "Tell us if you would like this letter in large print, in another language or read out to you, or if somebody "
    "helps you with letters. Tell us too if illness, disability or anything else makes this hard for you: we must take "
    "it into account."
)
BREATHING_SPACE = (
    "A debt adviser can also ask for breathing space for you: while it lasts we cannot chase you for this debt."
)


def pay_ways() -> list[Any]:
    """How to pay, a line each, where the landlord gives any."""
    return [
        tag("if letter and letter.pay"),
        para("**How to pay**", after=2, keep=True),
        tag("for way in letter.pay"),
        para("•  {{ way }}", after=1, indent=4, hang=4),
        tag("endfor"),
        para("", exact=5),
        tag("endif"),
    ]


def appointment() -> list[Any]:
    """The appointment offered, if there is one."""
    return section_if(
        "letter.meeting_at",
        "An appointment for you",
        "We have made an appointment for you on **{{ letter.meeting_at|london_day|weekday_date }} at "
        "{{ letter.meeting_at|clock }}**{% if letter.meeting_place %}, {{ letter.meeting_place }}{% endif %}. "
        "If you cannot come, call us. We can find another time, or talk by telephone.",
    )


def next_step(words: str) -> list[Any]:
    """What follows if nothing is done: the officer's words if there are any, else `words`."""
    return section("What happens if we do not hear from you", f"{{{{ letter.next_step or '{words}' }}}}")


def what_we_know() -> list[Any]:
    """What the landlord knows of this tenant's benefits."""
    return section(
        "What we know of your benefits",
        "{{ t.told or 'We know of no benefit claim of yours.' }} If that is wrong or has changed, tell us.",
    )


def terms_table() -> Any:
    """What fell due and was paid under an order's terms."""
    return ruled_table(
        [
            ("Date due", 40.0, "left", "{{ line.on|short_date }}"),
            ("Due under the order", 46.0, "right", "{{ line.due_pence|money }}"),
            ("Paid", 46.0, "right", "{{ line.paid_pence|money }}"),
            ("Short in all", 46.0, "right", "{{ line.balance_pence|money }}"),
        ],
        "line in order.lines",
        size=9,
        total=(
            "Total",
            "{{ order.due_pence|money }}",
            "{{ order.paid_pence|money }}",
            "{{ order.shortfall_pence|money }}",
        ),
    )


def terms_statement() -> list[Any]:
    """The statement of payments due and made under the order, on a page of its own."""
    return [
        para(
            "Statement of payments due and made under the order",
            style="Heading1",
            size=14,
            bold=True,
            break_before=True,
            after=2,
        ),
        para(
            "Order of {{ order.made_on|long_date }}. Rent and instalments that fell due under its terms, and "
            "what was paid, from {{ order.lines[0].on|long_date }} to {{ order.lines[-1].on|long_date }}.",
            after=5,
        ),
        terms_table(),
    ]


def proceedings() -> list[Any]:
    """Court, claim number and parties, as they stand at the head of a statement or an order."""
    return [
        para("**In the {{ court_name }}**\tClaim no. **{{ claim_number }}**", tabs=[(WIDTH, "right")], after=10),
        para("Between", after=6),
        para("{{ landlord.name }}", bold=True, align="center", after=2),
        para("Claimant", align="right", after=4),
        para("and", align="center", after=4),
        para("{{ tenants|names }}", bold=True, align="center", after=2),
        para("{% if tenants|length > 1 %}Defendants{% else %}Defendant{% endif %}", align="right", after=6),
    ]


def proceedings_title(words: str) -> list[Any]:
    """The paper's name between two rules, under the parties."""
    title = para(words, style="Heading1", size=14, bold=True, align="center", before=3, after=3)
    return [table([WIDTH], [row([cell(WIDTH, [title], edges="tb", line=8)])]), gap(8)]


def numbered(paragraphs: Sequence[tuple[str, Any]], *, tied: bool = False) -> list[Any]:
    """Numbered paragraphs, each (Jinja test or "", words or paragraphs), counted as printed.

    `tied`: the last stays on the page with what follows; it must have no test.
    """
    lead = 10.0
    count = "{% set counted.number = counted.number + 1 %}{{ counted.number }}."
    rows = []
    for test, words in paragraphs:
        line = row([cell(lead, count, edges="", after=6), cell(WIDTH - lead, words, edges="", after=6)], split=True)
        rows += [tag_row(f"if {test}", WIDTH, 2), line, tag_row("endif", WIDTH, 2)] if test else [line]
    made = [para("{%p set counted = namespace(number=0) %}"), table([lead, WIDTH - lead], rows, pad=(0, 0, 0, 0))]
    if tied:
        tie = gap(2)
        keep_with_next(rows[-1], tie)
        made.append(tie)
    return made


def listed(loop: str, line: str, nothing: str, *, hang: float = 0) -> list[Any]:
    """A paragraph for each item of the Jinja `loop` ("x in letter.pay"), or one that says there is nothing."""
    return [
        tag(f"for {loop}"),
        para(line, after=1, indent=hang, hang=hang),
        tag("endfor"),
        tag(f"if not {loop.split(' in ', 1)[1]}"),
        para(nothing),
        tag("endif"),
    ]


def yes_no(box: Box, question: str, test: str, *, units: int = 18) -> Box:
    """A question with Yes and No boxes; both stay empty where `test` gives None."""
    answers = para(
        tick(f"{test} is not none and {test}"), "Yes      ", tick(f"{test} is not none and not {test}"), "No"
    )
    return box.line((units, question), (24 - units, [answers]), height=5)


_INCOME = (
    "Wages or salary after tax",
    "Universal Credit",
    "Housing Benefit",
    "Other benefits and tax credits",
    "Pension",
    "Child maintenance received",
    "Money from others at home",
    "Anything else",
)
_SPENDING = (
    "Rent",
    "Council tax",
    "Gas, electricity, other fuel",
    "Water",
    "Food and housekeeping",
    "Travel to work or school",
    "Children: childcare, school, clothes",
    "Telephone and internet",
    "Insurance, TV licence, other",
)
_DEBTS = ("Rent arrears", "Council tax arrears", "Fuel or water arrears", "Court fines", "Loans and cards", "Other")


def means(first: int = 1, *, apart: float = 1.2) -> list[Any]:
    """Boxes for income, spending, debts and an offer, to be filled in by hand, numbered from `first`.

    `apart` is the space between their lines in millimetres.
    """
    every = "Write each sum and tick how often: W each week, F each fortnight, M each month."
    return [
        _sums(str(first), "Money coming in", every, _INCOME, apart).whole(),
        _sums(str(first + 1), "Money going out", every, _SPENDING, apart).whole(),
        _debts(str(first + 2), apart).whole(),
        _offer(str(first + 3)).whole(),
    ]


def _sums(number: str, heading: str, note: str, labels: Sequence[str], apart: float) -> Box:
    box = Box(number, heading, note=note)
    for label in (*labels, "**Total**"):
        box.line((11, label), (6, "£", "well"), (7, "   ☐ W    ☐ F    ☐ M"), height=6, apart=apart)
    return box


def _debts(number: str, apart: float) -> Box:
    box = Box(number, "What you owe", note="Debts that can cost you your home, fuel or freedom come first.")
    for label in _DEBTS:
        box.line(
            (8, label), (3, "You owe"), (5, "£", "well"), (3, "   You pay"), (5, "£", "well"), height=6, apart=apart
        )
    return box


def _offer(number: str) -> Box:
    box = Box(number, "What you can pay", note="Offer only what you can keep up, on top of the rent as it falls due.")
    box.line((8, "I offer, on top of the rent"), (5, "£", "well"), (11, "   each   ☐ week   ☐ fortnight   ☐ month"))
    box.line((8, "First payment on"), (5, "", "well"), (4, "   Paid by"), (7, "", "well"))
    return box


def address_box(heading: str = "Claimant’s address for documents and payments") -> list[Any]:
    """Where papers and money reach the claimant, with the case's reference."""
    box = Box("", heading)
    box.well("{{ landlord.name }}\n{{ landlord.address|stacked }}", height=18)
    box.line((4, "Telephone"), (8, "{{ landlord.phone }}", "well"), (3, "   Fax"), (9, "", "well"))
    box.line((4, "E-mail"), (8, "{{ landlord.email }}", "well"), (3, "   DX no."), (9, "", "well"))
    box.line((4, "Reference"), (20, "{{ case_id }}", "well"))
    return box.whole()
