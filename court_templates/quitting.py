"""Ending a letting or licence that has no security: the words of notice, and the information the law prescribes."""

from typing import Any

from court_templates.boxes import Box
from court_templates.wml import keep_with_next, para, tag

PRESCRIBED = (
    "If the tenant or licensee does not leave the dwelling, the landlord or licensor must get an order for possession "
    "from the court before the tenant or licensee can lawfully be evicted. The landlord or licensor cannot apply for "
    "such an order before the notice to quit or notice to determine has run out.",
    "A tenant or licensee who does not know if he has any right to remain in possession after a notice to quit or a "
    "notice to determine runs out can obtain advice from a solicitor. Help with all or part of the cost of legal "
    "advice and assistance may be available under the Legal Aid Scheme. He should also be able to obtain information "
    "from a Citizens’ Advice Bureau, a Housing Aid Centre or a rent officer.",
)
"""The information set out in the Schedule to SI 1988/2201, in its own words."""

GIVEN = (
    "{% if leaving.holding == 'licence' %}{{ landlord.name }} gives you notice that your licence to occupy the home "
    "in part 2 is ended, and that you must give up possession, on:"
    "{% else %}{{ landlord.name }} gives you notice to quit, and to deliver up possession of, the home in part 2 on:"
    "{% endif %}"
)


def saved(holding: str) -> str:
    """The words that save a day wrongly worked out; `holding` is what ends ("licence"), or Jinja that prints it."""
    return (
        f"or at the end of the period of your {holding} which will end next after the expiry of "
        "{{ leaving.at_least }} from the service of this notice on you."
    )


WITHOUT_PREJUDICE = [
    tag("if leaving.in_alternative_to"),
    para(
        "This notice is given in the alternative to, and without prejudice to, {{ leaving.in_alternative_to }}: it "
        "counts if you no longer have the security of tenure that the other notice takes you to have.",
        size=8.5,
        after=4,
    ),
    tag("endif"),
]


def ending(number: str, *, given: str = GIVEN) -> list[Any]:
    """The words that end it, the day, and the words that save a day wrongly worked out."""
    box = Box(number, given)
    box.well("**{{ leaving.leave_on|weekday_date }}**", height=8)
    return box.words(saved("{{ leaving.holding }}")).whole()


def prescribed(number: str = "", *, test: str = "True") -> list[Any]:
    """The prescribed information, word for word, tied to what follows; printed where the Jinja `test` holds."""
    box = Box(number, "Information that the law requires this notice to give", frame=12)
    for place, sentence in enumerate(PRESCRIBED, start=1):
        box.words(f"{place}.  {sentence}", after=2, indent=5, hang=5)
    box.words("Notices to Quit etc. (Prescribed Information) Regulations 1988, SI 1988/2201, Schedule", size=8)
    made = box.whole()
    keep_with_next(*made)
    return [tag(f"if {test}"), *made, tag("endif")]


def decision(number: str) -> list[Any]:
    """Why the notice is given, with the homelessness decision that came before it; nothing where there is neither."""
    words = [
        tag("if leaving.decision"),
        para(
            "{{ leaving.decision }}{% if leaving.decision_on %} The decision was sent to you on "
            "**{{ leaving.decision_on|long_date }}**.{% endif %}{% if leaving.homeless_review_by %} You may ask for a "
            "review of that decision by {{ leaving.homeless_review_by|long_date }} (HA 1996 s.202).{% endif %}",
            after=2,
        ),
        tag("endif"),
        tag("if reasons"),
        para("{{ reasons }}"),
        tag("endif"),
    ]
    box = Box(number, "Why this notice is given").well(words, height=10, split=True)
    return [tag("if reasons or leaving.decision"), *box.done(), tag("endif")]
