"""Made-up facts of claims that are not for rent: a nuisance, and one against trespassers; full, and at the edges."""

from datetime import date

from documents.papers import data as d
from documents.papers import proceedings as p
from tests.documents.papers import facts
from tests.documents.papers.facts_road import LONG

KINDS = frozenset({"n121", "conduct_schedule"})
GROUND_2 = d.GroundData(
    code="Ground 2",
    title="Nuisance, illegal use or offence",
    substance="Conduct causing or likely to cause nuisance to somebody in the locality.",
    power="The court may order possession only if it is reasonable to do so (discretionary).",
    citation="HA 1985 Sch 2 Ground 2",
)
STEPS = (
    d.StepLine(
        on=date(2026, 8, 2),
        para="",
        text="Incident recorded.",
        note="Loud music from 1 am to 4 am; two neighbours kept diaries.",
        incident=True,
    ),
    d.StepLine(
        on=date(2026, 8, 4), para="", text="Warned about the conduct: letter.", note="What may follow was said."
    ),
    d.StepLine(on=date(2026, 8, 9), para="1.7", text="Considered vulnerability.", note="Nothing is known."),
)

VISITS = (
    d.StepLine(on=date(2026, 10, 7), para="", text="Called at the property; one occupier spoke to us."),
    d.StepLine(on=date(2026, 10, 9), para="1.7", text="Considered vulnerability: the occupiers were asked."),
    d.StepLine(on=date(2026, 10, 12), para="", text="Social services and the housing options team were told."),
)


def full(kind: str) -> d.PaperData:
    """A claim on conduct, or against trespassers, with every part that its papers print."""
    base = facts.full()
    matter = p.MatterData(rent=False, conduct=True, particulars="Loud music after midnight on nine nights.")
    if kind == "n121":
        told = "The tenant, Mr Jonah Penhale, gave up his tenancy on 4 October 2026 and left."
        matter = matter.model_copy(update={"holding": "trespass", "conduct": False, "particulars": told})
        assert base.notice is not None
        served = tuple(
            line.model_copy(update={"sent_on": date(2026, 10, 12), "served_on": date(2026, 10, 12), "means": "left",
                                    "method": "Left at the property"})
            for line in base.notice.served
        )  # fmt: skip
        letter = {"kind": "Letter requiring an unauthorised occupier to leave", "specified_on": date(2026, 10, 26)}
        base = base.model_copy(update={"notice": base.notice.model_copy(update={**letter, "served": served})})
    return base.model_copy(
        update={
            "grounds": (GROUND_2,),
            "steps": VISITS if kind == "n121" else STEPS,
            "matter": matter,
            "arrears_pence": 0,
            "rent_rows": (),
            "figures": (),
            "claim": base.claim.model_copy(update={"money_judgment": False, "trespass": kind == "n121"}),
        }
    )


def extreme(kind: str) -> d.PaperData:
    """Five people with long names, reasons of 6,400 characters, forty incidents, and nothing optional answered."""
    base, edge = full(kind), facts.extreme()
    assert base.matter is not None
    steps = tuple(line.model_copy(update={"note": LONG[: 200 * (n % 8)]}) for n in range(40) for line in STEPS)
    return base.model_copy(
        update={
            "tenants": edge.tenants,
            "property_address": edge.property_address,
            "steps": (*steps, STEPS[0].model_copy(update={"note": LONG})),
            "matter": base.matter.model_copy(update={"particulars": LONG}),
            "notice": None,
            "circumstances": "",
        }
    )
