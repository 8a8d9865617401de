"""Application notice: the boxes of N244 (CPR 23), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tag, tick, truth
from court_templates.road_parts import address_box

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Application notice",
        mark="Application, boxes as in N244 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Application notice",
        "(to be sent with its fee, the draft order and the evidence)",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Fee", "{{ fee_pence|money }}"),
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
            ("Date", "{{ made_on|long_date }}"),
        ],
    )
    form.add(_who().done())
    form.add(
        Box("3", "What order is asked for, and why?")
        .well([para("{{ application.order }}", after=2), tag("if application.why"), para("{{ application.why }}"),
               tag("endif")], height=14, split=True)
        .done()
    )  # fmt: skip
    form.add(_how().done(), _date().done(), _serve().done(), _evidence().done())
    vulnerable = Box("11", "Vulnerable people", note="A party or witness: how, and what should the court do?")
    vulnerable.words(
        tick("application.vulnerable"), "yes    ", tick("not application.vulnerable"), "none known", keep=True
    )
    vulnerable.well(
        "{{ application.vulnerable or 'No party or witness is known to need special arrangements.' }}",
        height=7,
        split=True,
    )
    form.add(vulnerable.done(keep=True))
    form.add(truth("this application notice and any continuation sheets"))
    form.add(address_box("Applicant’s address for documents"))
    return form


def _who() -> Box:
    box = Box("1–2", "Who applies")
    box.line((6, "1.  Name or firm"), (18, "{{ landlord.name }}", "well"))
    box.words(
        "2.  ",
        tick("truth.capacity != 'legal_representative'"),
        "claimant    ",
        tick("False"),
        "defendant    ",
        tick("truth.capacity == 'legal_representative'"),
        "legal representative of the claimant    ",
        tick("False"),
        "other",
    )
    return box


def _how() -> Box:
    box = Box("4–6", "How it should be dealt with")
    box.words(
        "4.  A draft of the order is attached:   ",
        tick("application.draft_attached"),
        "yes    ",
        tick("not application.draft_attached"),
        "no",
    )
    box.words(
        "5.  ",
        tick("application.dealt_with == 'hearing'"),
        "at a hearing    ",
        tick("application.dealt_with == 'no_hearing'"),
        "without a hearing    ",
        tick("application.dealt_with == 'remote'"),
        "at a remote hearing",
    )
    box.words(
        "6.  Time needed: **{% if application.minutes %}{% if application.minutes >= 60 %}"
        "{{ application.minutes // 60 }} h {% endif %}{% if application.minutes % 60 %}"
        "{{ application.minutes % 60 }} min{% endif %}{% else %}not stated{% endif %}**.   Agreed by all parties:   ",
        tick("application.time_agreed"),
        "yes    ",
        tick("not application.time_agreed"),
        "no",
    )
    return box


def _date() -> Box:
    box = Box("7–8", "Dates and judge")
    box.line(
        (10, "7.  Fixed hearing, trial date or window"),
        (14, "{{ application.fixed_date or 'There is no fixed date.' }}", "well"),
    )
    box.line((10, "8.  Level of judge"), (14, "{{ application.judge }}", "well"))
    return box


def _serve() -> Box:
    box = Box("9", "Who should be served", note="Other than the claimant and the defendants, give an address.")
    return box.well(
        [
            tag("for one in application.serve_on"),
            para("{{ one }}", after=1),
            tag("endfor"),
            tag("if not application.serve_on"),
            para("{{ tenants|names }}, {{ property_address|lines }}."),
            tag("endif"),
        ],
        height=7,
        split=True,
    )


def _evidence() -> Box:
    box = Box("10", "What the application relies on")
    box.words(
        tick("application.relies_on_statement"),
        "the attached witness statement    ",
        tick("application.relies_on_case"),
        "the statement of case    ",
        tick("application.evidence"),
        "the evidence here:",
        keep=True,
    )
    box.well("{{ application.evidence }}", height=10, split=True)
    box.words("Attached: {% for one in application.attached %}{{ one }}{% if not loop.last %}; {% endif %}"
              "{% else %}nothing more{% endfor %}.", size=9)  # fmt: skip
    return box


if __name__ == "__main__":
    build().save(HERE / "n244.docx")
