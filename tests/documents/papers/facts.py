"""Made-up cases for the papers' tests: a full one, and one at the edges."""

from datetime import UTC, date, datetime, timedelta

from documents.papers import data as d

AS_AT = date(2026, 11, 22)


def rent_rows(count: int, *, weekly: int = 12846, ends: date = AS_AT) -> tuple[d.RentRow, ...]:
    """Weekly charges with lumpy payments; the last line is on or before `ends`."""
    rows: list[d.RentRow] = []
    balance = 0
    first = ends - timedelta(days=7 * (count - 1))
    for place in range(count):
        paid = (weekly, 0, 0, 4000, weekly, 0, 2000)[place % 7]
        balance += weekly - paid
        what = "Rent and service charge" if not paid else "Rent and service charge; payment received"
        source = {0: "", weekly: "Housing benefit", 4000: "Tenant"}.get(paid, "UC managed payment")
        on = first + timedelta(days=7 * place)
        rows.append(
            d.RentRow(on=on, what=what, due_pence=weekly, paid_pence=paid, source=source, balance_pence=balance)
        )
    return tuple(rows)


GROUND_1 = d.GroundData(
    code="Ground 1",
    title="Rent unpaid or a term of the tenancy broken",
    substance="Rent lawfully due from the tenant has not been paid, or an obligation of the tenancy has been broken.",
    power="The court may order possession only if it is reasonable to do so (discretionary).",
    citation="HA 1985 Sch 2 Part I",
    confidence="C",
)
GROUNDS_S8 = (
    d.GroundData(
        code="Ground 8",
        title="Serious rent arrears",
        substance="When the notice was served and at the hearing, at least eight weeks’ rent (rent paid weekly or "
        "fortnightly) or two months’ rent (rent paid monthly) was lawfully due and unpaid.",
        power="The court must order possession if the ground is made out (mandatory).",
        citation="HA 1988 Sch 2 Part I",
        confidence="A",
    ),
    d.GroundData(
        code="Ground 10",
        title="Some rent arrears",
        substance="Some rent lawfully due was unpaid when the claim began and when the notice was served.",
        power="The court may order possession only if it is reasonable to do so (discretionary).",
        citation="HA 1988 Sch 2 Part II",
    ),
    d.GroundData(
        code="Ground 11",
        title="Persistent delay",
        substance="Whether or not rent is now owed, the tenant has persistently delayed paying rent lawfully due.",
        power="The court may order possession only if it is reasonable to do so (discretionary).",
        citation="HA 1988 Sch 2 Part II",
    ),
)

STEPS = (
    d.StepLine(on=date(2026, 3, 9), para="2.1", text="Separate letters to both tenants about the arrears, by "
                                                     "first class post; no reply."),
    d.StepLine(on=date(2026, 3, 24), para="2.1", text="Home visit; spoke to the second tenant about hours "
                                                      "cut at work."),
    d.StepLine(on=date(2026, 3, 24), para="2.2", text="Income and spending form completed; £15.00 a week "
                                                      "above rent agreed in writing."),
    d.StepLine(on=date(2026, 4, 6), para="2.3", text="Quarterly rent statement sent to each tenant."),
    d.StepLine(on=date(2026, 4, 13), para="2.5", text="Helped with a claim for a discretionary housing "
                                                      "payment; refused 5 May 2026."),
    d.StepLine(on=date(2026, 4, 13), para="2.7", text="Debt advice leaflet and referral to the advice centre."),
    d.StepLine(on=date(2026, 6, 8), para="2.9", text="Agreement broken; warning letter with 14 days to put it right."),
    d.StepLine(on=None, para="2.8", text="Contact after the notice: not recorded yet."),
)  # fmt: skip


def order_lines(count: int = 20, *, due: int = 13346) -> tuple[d.TermsLine, ...]:
    """Due dates of a suspended order with some payments missed; the last is the Monday before the papers are made."""
    start = date(2026, 11, 16) - timedelta(days=7 * (count - 1))
    lines: list[d.TermsLine] = []
    balance = 0
    for place in range(count):
        paid = 0 if place % 4 == 3 else due
        balance += due - paid
        on = start + timedelta(days=7 * place)
        lines.append(d.TermsLine(on=on, due_pence=due, paid_pence=paid, balance_pence=balance))
    return tuple(lines)


def order(count: int = 20) -> d.OrderData:
    """A suspended possession order for arrears."""
    lines = order_lines(count)
    due, paid = sum(x.due_pence for x in lines), sum(x.paid_pence for x in lines)
    first = lines[0].on
    return d.OrderData(
        made_on=first - timedelta(days=12),
        kind="Suspended possession order (form N28)",
        possession_on=first + timedelta(days=16),
        judgment_pence=269175,
        instalment_pence=500,
        frequency="week",
        terms="Current rent plus £5.00 a week off the judgment, the first payment on or before "
        f"{first.day} {first:%B %Y}.",
        due_pence=due,
        paid_pence=paid,
        shortfall_pence=due - paid,
        lines=lines,
    )


def owed_on(rows: tuple[d.RentRow, ...], day: date) -> int:
    """The balance at the end of a day."""
    return next((row.balance_pence for row in reversed(rows) if row.on <= day), 0)


def full(*, secure: bool = True, rows: int = 110) -> d.PaperData:
    """Two joint tenants, two years of weekly rent, everything answered."""
    account = rent_rows(rows)
    home = ("12 Kestrel House", "41 Whitley Rise", "Sampleton", "SX2 0XX")
    people = tuple(
        d.PersonData(person_id=f"p{n}", full_name=name, address=home, salutation=salutation, told=told)
        for n, name, salutation, told in (
            (1, "Mrs Amara Okonkwo-Lyle", "Mrs Okonkwo-Lyle", "Our records show that you receive Universal Credit."),
            (2, "Mr Kwame Okonkwo-Lyle", "", "Our records show no benefit for you."),
        )
    )
    served = tuple(
        d.ServiceLine(
            person_name=person.full_name,
            method="First class post to the property",
            means="post",
            sent_on=date(2026, 8, 6),
            served_on=date(2026, 8, 10),
            served_by="Priya Raman, Income Officer",
            proof="Certificate of posting 000123; copy of the notice kept",
            address=home,
        )
        for person in people
    )
    owed = account[-1].balance_pence
    in_august, at_claim = (owed_on(account, day) for day in (date(2026, 8, 6), date(2026, 9, 15)))
    return d.PaperData(
        case_id="case/sample-borough/T100074",
        landlord=d.LandlordData(
            name="Sample Borough Council" if secure else "Sample Homes Limited",
            kind="council" if secure else "provider",
            address=("Civic Centre", "1 Sample Square", "Sampleton", "SX1 1AA"),
            phone="01632 960001",
            email="income@sample.example",
            signatory_name="Priya Raman",
            signatory_position="Income Team Leader",
        ),
        court_name="County Court at Sampleton",
        claim_number="L00SX123",
        tenants=people,
        property_address=home,
        tenancy=d.TenancyData(
            occupancy="secure periodic" if secure else "assured periodic",
            start_date=date(2019, 6, 17),
            rent_pence=12846,
            period="week",
            period_tick="week",
            daily_rate_pence=1835,
            daily_rate_convention="weekly rent ÷ 7",
        ),
        grounds=(GROUND_1,) if secure else GROUNDS_S8,
        arrears_pence=owed,
        arrears_as_at=AS_AT,
        rent_rows=account,
        notice=d.NoticeData(
            kind="Notice of seeking possession, HA 1985 s.83" if secure else "Notice seeking possession, HA 1988 s.8",
            specified_on=date(2026, 9, 14),
            issue_from=date(2026, 9, 15),
            lapse_on=date(2027, 9, 14),
            particulars="Rent of £128.46 a week is due each Sunday, and the account has been in arrears since October "
            "2024.\nA schedule of every charge and payment is attached.",
            served=served,
        ),
        steps=STEPS,
        circumstances="The first defendant receives universal credit with the housing part paid to the claimant since "
        "1 July 2026. One child aged 7 lives at the property. An assessment on 3 August 2026 found no "
        "vulnerability and no duty under the Equality Act 2010 that stands against a claim.",
        fee_pence=41500,
        fee_note="Claim fee, table of July 2026",
        legal_costs_pence=6950,
        hearing=d.HearingData(
            at=datetime(2027, 1, 27, 10, 30, tzinfo=UTC),
            court="County Court at Sampleton",
            address=("The Law Courts", "2 Assize Street", "Sampleton", "SX1 2BB"),
        ),
        order=order(),
        warrant=d.WarrantData(
            risks=("A large dog is kept at the property.",),
            vulnerable=("One child aged 7.",),
            access="Communal door: the claimant’s officer brings a fob. Second floor, no lift.",
            amounts=d.WarrantAmounts(balance_pence=269175, fee_pence=14800, costs_pence=0, land_registry_pence=None),
            contact_name="Priya Raman",
            contact_phone="01632 960001",
        ),
        witness=d.WitnessData(
            name="Priya Raman",
            position="Income Team Leader",
            employer="Sample Borough Council",
            number=1,
            initials="P. Raman",
            exhibits=(
                d.ExhibitData(mark="PR1", title="Tenancy agreement of 17 June 2019"),
                d.ExhibitData(mark="PR2", title="Notice and certificate of service"),
                d.ExhibitData(mark="PR3", title="Rent schedule"),
            ),
            paragraphs=(
                "The tenancy agreement is at [PR1]. I have not found any later agreement.",
                "I took over the account in March 2026. I wrote to each tenant on 9 March 2026 and visited "
                "on 24 March 2026.",
                "The notice and the proof of its service are at [PR2].",
                "An agreement to pay £15.00 a week above the rent was made on 24 March 2026 and kept for nine weeks.",
            ),
        ),
        statement_of_truth=d.StatementOfTruth(
            name="Priya Raman", position="Income Team Leader", capacity="authorised", signed_on=AS_AT
        ),
        made_on=AS_AT,
        sample=True,
        figures=(
            d.FigureLine(what="the notice", on=date(2026, 8, 6), pence=in_august, account_pence=in_august),
            d.FigureLine(what="the claim", on=date(2026, 9, 15), pence=at_claim, account_pence=at_claim - 4000),
        ),
        last_payment_on=date(2026, 11, 8),
        last_payment_pence=4000,
        facts_digest="3fa9c1d20b7e44c1a86e9f",
        bundle_pages={"PR1": 14, "PR2": 22, "PR3": 27},
    )


LONG_NAMES = (
    "Ms Wilhelmina-Anastasía Fitzgerald-Öztürk-Cholmondeley de la Peña y Nguyễn",
    "Mr Bartholomew Oluwaṣeun Featherstonehaugh-Marjoribanks",
    "Dr Zdzisława Przybyszewska-Wójcikiewicz",
    "Mrs Siân Llewelyn-D’Alembert O’Shaughnessy",
    "Mr Þórður Þorgeirsson-Šimić",
)


def extreme(*, secure: bool = True) -> d.PaperData:
    """Five joint tenants with long names, 520 weeks of rent, a very long reason, nothing optional answered."""
    base = full(secure=secure, rows=520)
    home = (
        "Flat 1207, The Old Ropery and Sailmakers’ Loft Apartments",
        "Featherstonehaugh-Cholmondeley Crescent",
        "Saint Mary-le-Sample without the Walls",
        "SX29 9ZZ",
    )
    people = tuple(d.PersonData(person_id=f"p{n}", full_name=name, address=home) for n, name in enumerate(LONG_NAMES))
    assert base.notice is not None
    served = tuple(
        d.ServiceLine(
            person_name=person.full_name,
            method="Left at the property in a sealed envelope addressed to the tenant by name",
            means="left",
            sent_on=date(2026, 8, 10),
            served_on=date(2026, 8, 10),
        )
        for person in people
    )
    long = " ".join(
        ["The first tenant says that wages were late, and the second that benefit stopped without warning."] * 38
    )
    steps = tuple(
        d.StepLine(on=date(2026, 1, 5) + timedelta(days=6 * n), para=("2.1", "2.2", "2.5", "2.8")[n % 4],
                   text="Letter, call and visit to each of the five tenants; two spoke to us and three did not answer.")
        for n in range(24)
    )  # fmt: skip
    assert base.witness is not None
    return base.model_copy(
        update={
            "tenants": people,
            "property_address": home,
            "notice": base.notice.model_copy(update={"served": served, "particulars": long}),
            "steps": steps,
            "circumstances": long,
            "fee_pence": None,
            "legal_costs_pence": None,
            "hearing": base.hearing,
            "order": order(78),
            "warrant": d.WarrantData(),
            "witness": base.witness.model_copy(
                update={"exhibits": (), "paragraphs": tuple(f"{long[: 400 + 37 * n]}." for n in range(30))}
            ),
            "statement_of_truth": d.StatementOfTruth(name="Priya Raman", position="Income Team Leader"),
            "figures": (),
            "facts_digest": "",
            "bundle_pages": {},
            "landlord": base.landlord.model_copy(update={"phone": "", "email": ""}),
        }
    )
