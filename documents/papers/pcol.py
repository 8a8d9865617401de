"""What to enter in Possession Claim Online (PD 55B; CPR 55.10A): a claim on rent arrears only, field by field.

No official source for the size of its text boxes was found: each answer is held to the limit that the newer service
sets for the same question (confidence C), so that one text serves both.
"""

from documents.papers import pcs
from documents.papers.data import PaperData
from documents.papers.proceedings import OnlineData
from documents.papers.sheets import Answer, Page, pounds, yes_no


def pages(data: PaperData) -> tuple[Page, ...]:
    """The fields in groups, with the rules that decide whether this service may be used at all."""
    online = data.online or OnlineData()
    of = {page.number: page for page in pcs.pages(data)}
    notice = data.notice
    served = notice.served[0] if notice and notice.served else None
    sent = online.schedule_sent_on
    return (
        Page("1", "May it be used?", (
            Answer("Home let by the claimant, rent arrears only", yes_no(data.arrears_pence > 0 and not _more(data))),
            Answer("Only arrears, interest and costs besides", yes_no(not data.claim.demotion
                                                                      and not data.claim.suspend_right_to_buy)),
            Answer("Postcode of the property known", yes_no(bool(of["1"].answers[1].text))),
            Answer("A defendant known to be a child or protected party", "Check: if so, use paper"),
        )),
        Page("2", "Claimant", (of["2"].answers[0], *of["5"].answers)),
        Page("3", "Defendants", of["6"].answers),
        Page("4", "Property and tenancy", (
            *of["1"].answers,
            Answer("Kind of tenancy", data.tenancy.occupancy),
            Answer("Date it began", f"{data.tenancy.start_date:%d %m %Y}"),
        )),
        Page("5", "Rent", (
            Answer("Rent", pounds(data.tenancy.rent_pence)),
            Answer("Each", data.tenancy.period, pcs.OTHER_PERIOD),
            Answer("Daily rate", pounds(data.tenancy.daily_rate_pence)),
        )),
        Page("6", "Arrears", (
            Answer("Arrears", pounds(data.arrears_pence)),
            Answer("On", f"{data.arrears_as_at:%d %m %Y}"),
            Answer("Full schedule sent to the defendant before issue", f"Yes, {sent:%d %m %Y}" if sent else "No"),
            Answer("So enter", "A summary, and bring the full schedule to the hearing (PD 55B 6.3A-6.3C)" if sent
                   else "Every payment due and made for two years, or since the first default, with a running total"),
        )),
        Page("7", "Notice", (
            Answer("Kind", notice.kind if notice else ""),
            Answer("Served on", f"{served.served_on:%d %m %Y}" if served else ""),
            Answer("Date in it", f"{notice.specified_on:%d %m %Y}" if notice else ""),
        )),
        Page("8", "Reasons in words", (
            Answer("Steps taken to recover the arrears", online.steps_taken, pcs.REASON),
            Answer("Grounds for possession", "; ".join(f"{g.code}: {g.title}" for g in data.grounds), pcs.REASON),
            Answer("Defendants’ circumstances", data.circumstances, pcs.LONG),
            Answer("Claimant’s circumstances", data.claim.claimant_information, pcs.LONG),
        )),
        Page("9", "Orders, fee and statement of truth", (
            Answer("Possession, arrears, daily rate to possession, costs", "Tick each"),
            Answer("Fee", "" if data.fee_pence is None else pounds(data.fee_pence)),
            Answer("Legal representative’s costs", "" if data.legal_costs_pence is None
                   else pounds(data.legal_costs_pence)),
            *of["23"].answers[:2],
        )),
    )  # fmt: skip


def _more(data: PaperData) -> bool:
    return bool(data.claim.other_breach) or data.claim.antisocial or data.claim.unlawful_use
