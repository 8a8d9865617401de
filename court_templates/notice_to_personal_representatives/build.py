"""Notice to quit to the personal representatives of a tenant who died, and its copy for the Public Trustee.

Law of Property (Miscellaneous Provisions) Act 1994 s.18: addressed to them, left at or posted to the last home, and a
copy to the Public Trustee before it expires.
"""

from pathlib import Path

from court_templates.kit import Box, Form, gap, para, signature, tag
from court_templates.parts import home, meaning, service_record
from court_templates.quitting import ending, prescribed

HERE = Path(__file__).parent

MEANING = (
    "**Why you have this notice.** The tenancy passed to the estate, and nobody has a right to take it over. This "
    "notice ends it.",
    "**If you live here** and have nowhere else to go, or think that you have a right to take over the tenancy, "
    "tell us now and take advice. Nobody may be made to leave without a court order.",
    "**The estate** owes rent until this notice runs out, and after that a charge for use and occupation until the "
    "home is empty and the keys are back. If the home can be given back sooner, tell us: we can agree an earlier end.",
    "**Where to get advice:** a solicitor, a citizens advice bureau, a housing aid centre or a law centre.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice to quit to personal representatives",
        running="Notice to quit (estate)",
        mark="Notice to quit with the information of SI 1988/2201 · in our own words · v{{ paper.version }}",
    )
    form.add(tag("for copy in (False, True)"), tag("if copy"))
    form.add(para("", exact=1, break_before=True), _trustee(), tag("endif"))
    form.head(
        "Notice to quit{% if copy %} (copy){% endif %}",
        "(to personal representatives)",
        [
            ("Under", "Section 5, Protection from Eviction Act 1977"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    form.add(
        _addressed(),
        home("2", "The home, of which the tenancy was held by {{ tenants|names }}:"),
        ending("3"),
        prescribed(),
        signature("For the landlord"),
        tag("if not copy"),
        meaning(MEANING, keep=True),
        service_record(),
        tag("endif"),
        tag("endfor"),
        gap(1),
    )
    return form


def _addressed() -> list[object]:
    box = Box("1", "To:", note="Left at, or posted to, the last known home of the tenant who died.")
    box.well(
        "**The Personal Representatives of {{ deceased.full_name }}, deceased**"
        "{% if deceased.representatives %}\n{{ deceased.representatives|names }}{% endif %}"
        "\n{{ (deceased.address or property_address)|lines }}",
        height=9,
    )
    return box.done()


def _trustee() -> list[object]:
    box = Box("", "For the Public Trustee: copy of a notice under section 18(1) of the Law of Property "
                  "(Miscellaneous Provisions) Act 1994")  # fmt: skip
    box.line((6, "Who died"), (18, "{{ deceased.full_name }}", "well"))
    box.line(
        (6, "Day of death"),
        (6, "{{ deceased.died_on|long_date or 'not known to us' }}", "well"),
        (4, "   Reference"),
        (8, "{{ deceased.account_reference or case_id }}", "well"),
    )
    box.line((6, "Last known home"), (18, "{{ (deceased.address or property_address)|lines }}", "well"))
    box.line((6, "From"), (18, "{{ landlord.name }}, {{ landlord.address|lines }}", "well"))
    box.words(
        "Send this copy, with the form and fee for registering it (Form NL1, current edition), so that it arrives "
        "before **{{ leaving.leave_on|long_date }}**, the day on which the notice runs out.",
        size=8.5,
    )
    return box.whole()


if __name__ == "__main__":
    build().save(HERE / "notice_to_personal_representatives.docx")
