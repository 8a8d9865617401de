"""Notice of proceedings on a secure fixed term: content of SI 1987/755 Sch Part II, in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, signature, tag
from court_templates.parts import (
    PARTICULARS,
    addressed,
    advice,
    grounds,
    home,
    meaning,
    service_record,
    warning,
    well,
)
from court_templates.rent_schedule.build import attached

HERE = Path(__file__).parent

MEANING = (
    "**You do not have to leave because of this notice.** Your tenancy goes on, and so does the rent, until a court "
    "order is carried out. Only a court bailiff or enforcement officer may make you leave.",
    "**A judge decides.** Under grounds 1 to 8 the judge must think it reasonable to make an order. Under grounds 9 to "
    "11 you must be offered somewhere suitable to live. Under grounds 12 to 15A both are needed.",
    "**No date is given** in this notice because the term has not ended (HA 1985 s.83(6)). The claim may be started "
    "at any time after this notice is served.",
    "**If the term ends first,** your tenancy goes on from period to period, and this notice counts for it too "
    "(HA 1985 s.86).",
    "**The ground may change.** The court can allow your landlord to add a ground or to change one.",
    "**If you pay or agree.** Tell us at once if you can pay, if the figures look wrong, or if your benefit has "
    "changed. If you keep to an agreement, your landlord should hold back from a claim.",
    "**If you go.** If you are willing to give up the home without a court order, tell your landlord in writing first, "
    "and take advice: you may lose your right to be housed again.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice of proceedings (secure fixed term)",
        running="Notice of proceedings",
        mark="Notice under s.83 Housing Act 1985 · content of SI 1987/755 Part II in our own words "
        "· v{{ paper.version }}",
    )
    form.head(
        "Notice of proceedings\nfor possession",
        "(secure tenancy for a fixed term)",
        [
            ("Under", "Section 83, Housing Act 1985"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    form.add(
        warning(
            "Your home may be at risk: please read all of this notice",
            "Your landlord may ask a court to end your tenancy and to order you out of your home. Use the time "
            "before a claim to talk to us and to get advice.",
        ),
        addressed("1"),
        home(
            "2",
            "{{ landlord.name }} means to ask the court{% if term.ask_to_end %} to end your fixed term and{% endif %} "
            "for an order that you give up possession of:",
        ),
        grounds("3", "The ground or grounds relied on, from Schedule 2 to the Housing Act 1985:"),
        well("4", "Why the ground or grounds are relied on (particulars):", PARTICULARS),
        _term(),
        advice("6"),
        signature("For the landlord"),
        meaning(MEANING, keep=True),
        service_record(),
        attached(),
    )
    return form


def _term() -> list[object]:
    box = Box("5", "The fixed term")
    box.line(
        (4, "Began on"),
        (8, "{{ term.began_on|long_date }}", "well"),
        (4, "   Last day"),
        (8, "{{ term.ends_on|long_date }}", "well"),
    )
    early = Box("", "The clause under which the term can be ended before its last day")
    early.well("{{ term.early_end_clause }}", height=9, split=True)
    early.words(
        "{% if term.ask_to_end %}The court is asked to end the term in place of forfeiture (HA 1985 s.82(3)). The "
        "tenancy would then go on from period to period until an order for possession is carried out."
        "{% else %}The term is not to be ended early under that clause by this notice alone.{% endif %}",
        size=8.5,
    )
    return [*box.done(), tag("if term.early_end_clause"), *early.done(), tag("endif")]


if __name__ == "__main__":
    build().save(HERE / "nsp_s83_fixed.docx")
