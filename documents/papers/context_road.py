"""Names for the templates of letters, money claims, costs and online sheets, made from the recorded facts."""

from typing import Any

from documents.papers import bailiff, pcol, pcs
from documents.papers.data import PaperData
from documents.papers.sheets import too_long


def road_names(data: PaperData) -> dict[str, Any]:
    """Sums of a money claim and of costs, the sheets' pages with what does not fit, and the risks for a visit."""
    pcs_pages, pcol_pages = pcs.pages(data), pcol.pages(data)
    costs = data.costs
    return {
        "pcs_pages": pcs_pages,
        "pcs_too_long": too_long(pcs_pages),
        "pcol_pages": pcol_pages,
        "pcol_too_long": too_long(pcol_pages),
        "risk_rows": bailiff.rows(data.bailiff),
        "money_sum_pence": _claimed(data),
        "money_total_pence": _with_costs(data),
        "work_pence": sum(line.pence for line in costs.work) if costs else 0,
        "work_minutes": sum(line.minutes for line in costs.work) if costs else 0,
        "paid_out_pence": sum(line.pence for line in costs.paid) if costs else 0,
        "withheld": tuple(d for d in data.pack.documents if d.withheld) if data.pack else (),
    }


def _claimed(data: PaperData) -> int:
    """The debt with its interest to date."""
    claim = data.money_claim
    return claim.principal_pence + claim.interest_pence if claim else 0


def _with_costs(data: PaperData) -> int | None:
    """The debt, its interest, the court fee and legal costs; None while the fee is not known."""
    return None if data.fee_pence is None else _claimed(data) + data.fee_pence + (data.legal_costs_pence or 0)
