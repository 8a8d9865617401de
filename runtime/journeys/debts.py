"""The scenes of a money case: trace, letter of claim, the Protocol's times, claim, judgment, and what becomes of it."""

from datetime import date, timedelta

from runtime.journeys.cast import Cast, working_day
from runtime.journeys.client import Unexpected
from runtime.journeys.road import Road
from runtime.journeys.story import pounds


def opened(road: Road, cast: Cast) -> None:
    """The money case is opened on its account; a second one is refused."""
    cast.landlord = road.landlord
    for person in (cast.officer, cast.senior, cast.leader):
        person.door = "money-cases"
    cast.story.chapter("The debt", cast.today())
    opening = {"landlord": road.landlord, "account_ref": road.tenancy_ref, "reason": "The account is not being paid."}
    status, body = cast.officer.post("/api/v1/money-cases", opening)
    if status >= 400:
        raise Unexpected(f"the money case was not opened: {body}")
    cast.case_id = body["case_id"]
    owed = cast.case()["opened_owed_pence"]
    cast.story.did(cast.officer.name, f"opens money case {cast.case_id}: {pounds(owed)} owed")
    status, body = cast.officer.post("/api/v1/money-cases", opening)
    if status < 400:
        raise Unexpected("a second money case was opened on one account")
    cast.story.refused(cast.officer.name, "open a second money case on the account", body)


def checks(cast: Cast, before: str) -> None:
    """The search of the day and the assessment before a step."""
    today = str(cast.today())
    what = f"searches the breathing-space register before the {before}: nothing found"
    cast.act(what, kind="search_register", on=today, before=before, clear=True)
    cast.act(
        f"assesses vulnerability and the Equality Act before the {before}",
        kind="assess_debtors",
        on=today,
        before=before,
        proceed=True,
        reasons="What is known of each debtor was weighed. Going on is proportionate.",
    )


def letter(road: Road, cast: Cast) -> None:
    """Each debtor is found, and written to; the letter is refused until then."""
    state = cast.case()
    sent = {"kind": "send_letter_of_claim", "debtors": state["tenants"], "method": "letter"}
    cast.refused(cast.officer, "send the letter of claim at once", **sent, on=str(cast.today()))
    if not state["address_known"]:
        for who in state["tenants"]:
            cast.act(
                "finds where a debtor lives now",
                kind="record_trace",
                on=str(cast.today()),
                debtor=who,
                found=True,
                method="tracing_agent",
                address="Flat 4, 12 Sample Row\nSampleton\nSA1 2XY",
                note="The agent's report is on file.",
            )
    checks(cast, "letter")
    cast.paper("letter_of_claim", "case")
    cast.act("sends the letter of claim to every debtor", **sent, on=str(cast.today()))
    cast.story.dated("reply by", cast.last("letters")["reply_by"])


def documents(road: Road, cast: Cast) -> None:
    """A debtor asks for time and documents: thirty days more."""
    cast.forward_to(cast.today() + timedelta(days=12))
    cast.act(
        "records a reply: wants advice and the account's history",
        kind="record_reply",
        on=str(cast.today()),
        debtor=cast.case()["tenants"][0],
        answer="wants_time",
        documents_asked=True,
        advice=True,
    )
    cast.forward_to(cast.today() + timedelta(days=4))
    reply = cast.last("replies")["id"]
    cast.act("sends the documents", kind="send_documents", reply_id=reply, on=str(cast.today()))
    cast.story.dated("issue from", cast.last("replies")["issue_from"])


def broken_arrangement(road: Road, cast: Cast) -> None:
    """Instalments are agreed, and found broken by themselves when the first is not paid."""
    cast.forward_to(cast.today() + timedelta(days=10))
    today = cast.today()
    cast.paper("income_and_expenditure", "case")
    cast.act(
        "records income and expenditure",
        kind="record_means",
        on=str(today),
        debtor=cast.case()["tenants"][0],
        income_pence=141_000,
        spending_pence=135_500,
    )
    first = today + timedelta(days=14)
    cast.act(
        "offers £25.00 a month",
        kind="offer_arrangement",
        on=str(today),
        instalment_pence=2_500,
        frequency="monthly",
        first_payment=str(first),
    )
    offered = cast.last("arrangements")["id"]
    cast.act("records that it is agreed", kind="agree_arrangement", arrangement_id=offered, on=str(today))
    notice = {"kind": "send_intention", "method": "letter"}
    cast.refused(cast.officer, "give notice of a claim while it is kept", **notice, on=str(cast.today()))
    for _ in range(6):
        cast.forward_to(cast.today() + timedelta(days=14))
        if cast.last("arrangements")["breach"]:
            break
    broken = cast.last("arrangements")["breach"]
    if not broken:
        raise Unexpected("the arrangement was not found broken")
    cast.story.did("Due Course", f"finds it broken: {pounds(broken['shortfall_pence'])} short")
    cast.act(
        "ends the arrangement",
        kind="end_arrangement",
        arrangement_id=offered,
        on=str(cast.today()),
        reason="Nothing was paid; two calls were not answered.",
    )


def claim(road: Road, cast: Cast) -> None:
    """Notice of the claim, the claim itself on paper with the table's fee, service."""
    replied = cast.case()["letters"][-1]["reply_by"]["on"]
    cast.forward_to(date.fromisoformat(replied) + timedelta(days=1))
    cast.act("gives notice of the claim", kind="send_intention", on=str(cast.today()), method="letter")
    notice = cast.last("intentions")
    cast.story.dated("issue from", notice["issue_from"])
    checks(cast, "claim")
    cast.story.chapter("Claim", cast.today())
    cast.act("drafts the claim", kind="draft_money_claim", signer="Head of Housing")
    drafted = cast.last("claims")
    cast.refused(cast.officer, "approve their own draft", kind="approve", subject=drafted["id"])
    cast.approve(drafted["id"], "the claim")
    cast.paper("n1", drafted["id"])
    cast.paper("n1_particulars", drafted["id"])
    issue = {
        "kind": "issue_money_claim",
        "claim_id": drafted["id"],
        "claim_number": "M00XX456",
        "court": "County Court Money Claims Centre",
    }
    cast.refused(cast.officer, "issue too soon", **issue, route="paper", issued_on=str(cast.today()))
    dates = [notice["issue_from"]["on"], *(r["issue_from"]["on"] for r in cast.case()["replies"])]
    cast.forward_to(date.fromisoformat(max(dates)))
    today = str(cast.today())
    what = "searches the breathing-space register before the claim: nothing found"
    cast.act(what, kind="search_register", on=today, before="claim", clear=True)
    cast.refused(cast.officer, "issue it by Possession Claim Online", **issue, route="pcol", issued_on=today)
    cast.act("records the issue on paper N1", **issue, route="paper", issued_on=today)
    fee = cast.last("claims")["fee"]
    cast.story.console.print(f"        fee: {pounds(fee['pence'])} [dim]{fee['sentence']}[/dim]", highlight=False)
    cast.act("records service", kind="record_money_service", claim_id=drafted["id"], sent_on=today)
    cast.story.dated("answer due", cast.last("claims")["response_due"])


def default_judgment(road: Road, cast: Cast) -> None:
    """Nobody answers: judgment in default, payable in fourteen days, found unpaid by itself."""
    item = cast.last("claims")
    asked = {"kind": "ask_judgment", "claim_id": item["id"]}
    cast.refused(cast.officer, "ask for judgment before the time to answer ends", **asked, on=str(cast.today()))
    cast.forward_to(date.fromisoformat(item["response_due"]["on"]) + timedelta(days=1))
    cast.act("asks for judgment in default", **asked, on=str(cast.today()))
    cast.forward_to(working_day(cast.today() + timedelta(days=10)))
    _judged(cast, "default", {})


def admitted_judgment(road: Road, cast: Cast) -> None:
    """The debtor admits it: judgment by instalments, which are not kept."""
    item = cast.last("claims")
    cast.forward_to(date.fromisoformat(item["served"]["on"]) + timedelta(days=5))
    today = str(cast.today())
    cast.act("records an admission", kind="record_response", claim_id=item["id"], on=today, response="admission")
    cast.act("asks for judgment on it", kind="ask_judgment", claim_id=item["id"], on=today)
    cast.forward_to(working_day(cast.today() + timedelta(days=10)))
    first = str(cast.today() + timedelta(days=28))
    _judged(cast, "admission", {"pay_by": first, "instalment_pence": 4_000, "frequency": "monthly"})


def _judged(cast: Cast, kind: str, terms: dict[str, object]) -> None:
    item = cast.last("claims")
    cast.story.chapter("Judgment", cast.today())
    cast.act(
        f"records judgment ({kind})",
        kind="record_judgment",
        claim_id=item["id"],
        judgment=kind,
        on=str(cast.today()),
        sum_pence=item["claimed_pence"],
        costs_pence=item["fee"]["pence"],
        **terms,
    )
    made = cast.last("judgments")
    cast.story.dated("payable by", made["pay_by"])
    enforce = {"kind": "choose_enforcement", "judgment_id": made["id"], "reasons": "A wage is known from the reply."}
    cast.refused(cast.officer, "enforce it while it is not behind", **enforce, method="attachment_of_earnings")
    cast.forward_to(date.fromisoformat(made["pay_by"]["on"]) + timedelta(days=10))
    behind = cast.last("judgments")["breach"]
    if not behind:
        raise Unexpected("the judgment was not found unpaid")
    cast.story.did("Due Course", f"finds the judgment {pounds(behind['shortfall_pence'])} behind")


def enforced(road: Road, cast: Cast) -> None:
    """A way of enforcing is chosen with reasons, approved and asked for; it brings nothing."""
    cast.story.chapter("Enforcement", cast.today())
    checks(cast, "enforcement")
    cast.act(
        "chooses attachment of earnings",
        kind="choose_enforcement",
        judgment_id=cast.last("judgments")["id"],
        method="attachment_of_earnings",
        reasons="The debtor is employed; the employer is known from the reply.",
    )
    way = cast.last("enforcements")["id"]
    cast.approve(way, "the enforcement")
    today = str(cast.today())
    cast.act(
        "sends the request to the court", kind="request_enforcement", enforcement_id=way, on=today, fee_pence=13_100
    )
    cast.forward_to(cast.today() + timedelta(days=60))
    cast.act(
        "records that the job had ended and nothing came of it",
        kind="record_enforcement",
        enforcement_id=way,
        on=str(cast.today()),
        recovered=False,
    )


def written_off(road: Road, cast: Cast) -> None:
    """What is left is written off by somebody who may, and the case closed; it may be taken up again."""
    owed = cast.case()["last_owed_pence"]
    cast.refused(cast.officer, "close it as paid", kind="close_money_case", result="paid")
    cast.act(
        f"proposes to write off {pounds(owed)}",
        kind="propose_write_off",
        pence=owed,
        why="uneconomic",
        recoverable=True,
        text="The cost of another step is more than it would bring.",
    )
    proposal = cast.last("write_offs")["id"]
    if owed > 50_000:
        cast.refused(cast.senior, "approve more than a senior may", kind="approve", subject=proposal)
        cast.leader.act(cast.case_id, {"kind": "approve", "subject": proposal})
        cast.story.did(cast.leader.name, "approves the write-off")
    else:
        cast.approve(proposal, "the write-off")
    cast.act("closes the case", kind="close_money_case", result="written_off")
