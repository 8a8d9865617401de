"""Notice of discontinuance: the boxes of N279 (CPR 38), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice of discontinuance",
        mark="Notice, boxes as in N279 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Notice of\ndiscontinuance",
        "(a claim, or part of it, is given up)",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
        ],
    )
    what = Box("", "To the court")
    what.words("The claimant discontinues:", keep=True)
    what.choice("not discontinuance.part", "all of this claim;")
    what.choice(
        "discontinuance.part", "this part of it: {{ discontinuance.part or '______________________________' }};"
    )
    what.words("against:", keep=True)
    what.choice("not discontinuance.against", "every defendant;")
    what.choice(
        "discontinuance.against",
        "{% if discontinuance.against %}{{ discontinuance.against|names }}{% else %}______________________________"
        "{% endif %}.",
    )
    form.add(what.done())
    leave = Box("", "Permission and consent")
    leave.choice("not discontinuance.permission", "The court’s permission is not needed.")
    leave.choice(
        "discontinuance.permission",
        "Permission or consent: {{ discontinuance.permission or '______________________________' }}",
    )
    form.add(leave.done())
    served = Box("", "Service")
    served.words(
        "A copy {% if discontinuance.served_on %}was served on every other party on "
        "**{{ discontinuance.served_on|long_date }}**{% else %}is to be served on every other party before this is "
        "filed{% endif %}."
    )
    served.words(
        "Unless the court orders otherwise, a claimant who discontinues is liable for the other party’s costs up to "
        "the day of service of this notice (CPR 38.6). Ask before signing whether an order about costs, or an "
        "adjournment, would be better.",
        size=8.5,
    )
    form.add(served.done(keep=True))
    box = Box("", "Signature", frame=12)
    box.line((4, "**Signed**"), (12, "", "well"), (2, "   Date"), (6, "", "well"), height=11)
    box.line(
        (4, "**Name**"),
        (8, "{{ truth.name or landlord.signatory_name }}", "well"),
        (4, "   **Position**"),
        (8, "{{ truth.position or landlord.signatory_position }}", "well"),
    )
    form.add(box.whole())
    return form


if __name__ == "__main__":
    build().save(HERE / "n279.docx")
