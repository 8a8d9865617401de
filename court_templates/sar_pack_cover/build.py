"""The cover of a person's data, given on request: what was searched, what is here, what not (UK GDPR art 15)."""

from pathlib import Path

from court_templates.kit import Box, Form, signature
from court_templates.packs import chronology, index, left_out
from court_templates.road_parts import listed

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Answer to a request for personal data",
        running="Your personal data",
        mark="Answer to a subject access request (UK GDPR art 15) · v{{ paper.version }}",
    )
    form.head(
        "Your personal data:\nwhat we hold",
        "(answer to your request)",
        [
            ("To", "{{ pack.asked_by or tenants|names }}"),
            ("Address", "{{ pack.asked_by_address|lines or property_address|lines }}"),
            ("From", "{{ landlord.name }}"),
            ("Request of", "{{ pack.asked_on|long_date }}"),
            ("Answer due", "{{ pack.due_on|long_date }}"),
            ("Reference", "{{ pack.reference or case_id }}"),
        ],
    )
    form.add(
        Box("1", "What you asked for")
        .well("{{ pack.asked or 'All personal data that we hold about you.' }}", height=8, split=True)
        .done()
    )
    form.add(_why().done())
    form.add(
        Box("3", "Where we looked")
        .well(
            listed("one in pack.searched", "{{ one }}", "The possession case, its rent account and its papers."),
            height=8,
            split=True,
        )
        .done()
    )
    index(form)
    chronology(form)
    form.add(Box("4", "What is left out, and why").well(left_out("Nothing was left out."), height=8, split=True).done())
    form.add(_rights().done(keep=True), signature("For the landlord"))
    return form


def _why() -> Box:
    box = Box("2", "Why we hold it, who sees it, for how long")
    box.words(
        "We hold it to let the home at {{ property_address|lines }} to {{ tenants|names }}, to collect its rent and, "
        "where need be, to ask a court for possession: to keep a contract, to meet duties that the law puts on us, and "
        "to establish legal claims. It comes from you, from the housing and rent records, from benefit offices and "
        "from the court. Those who may see it are our officers who need it, our advisers, the court, and bodies to "
        "which we refer with your leave or by law. We keep it while the tenancy lasts and for as long afterwards as a "
        "claim could be made, as our retention rules say.",
        size=9,
    )
    return box


def _rights() -> Box:
    box = Box("5", "Your rights")
    box.words(
        "You may ask us to put wrong data right, to erase it or limit its use where the law allows, or object to its "
        "use. No decision in your case is made by a machine alone. If you are not content with this answer, tell us; "
        "you may also complain to the Information Commissioner or ask a court.",
        size=9,
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "sar_pack_cover.docx")
