"""Made-up facts of the letters, money claims, applications, sheets and packs: a full case, and one at the edges."""

from datetime import UTC, date, datetime, timedelta

from documents.papers import data as d
from documents.papers import proceedings as p
from documents.papers import road as r
from tests.documents.papers import facts

LETTERS = (
    "arrears_letter_1",
    "arrears_letter_2",
    "protocol_letter_before_notice",
    "protocol_letter_after_notice",
    "quarterly_statement",
    "arrangement_letter",
    "adjournment_terms_letter",
    "breach_warning",
    "pd55a_103_notice",
    "eviction_letter",
    "letter_of_claim",
)
COURT_FORMS = ("n5b", "n1", "n244", "costs_schedule", "ex96", "n279", "n225", "n323", "n337", "n316", "n349", "n379")
WITH_TRUTH = ("n5b", "n1", "n1_particulars", "n244", "n349", "n379")
OTHERS = (
    "income_and_expenditure",
    "n1_particulars",
    "part3_schedule",
    "pcs_sheet",
    "pcol_sheet",
    "homelessness_referral",
    "safeguarding_referral",
    "ombudsman_pack_cover",
    "sar_pack_cover",
)
KINDS = frozenset({*LETTERS, *COURT_FORMS, *OTHERS})
OF_A_DEBT = frozenset({"letter_of_claim", "n1", "n1_particulars", "n225", "n323", "n337", "n316", "n349", "n379"})
"""Papers of a tenancy that ended on 4 October 2026; no rent fell due after it."""
LONG = " ".join(["The first tenant says that wages were late, and the second that benefit stopped."] * 79)
"""6,398 characters: what a box of 6,400 takes."""


def agreement(count: int, *, owed: int, made_on: date = date(2026, 11, 20)) -> r.AgreementData:
    """£15.00 a week above the rent, with a line for each of `count` weeks."""
    first = date(2026, 11, 30)
    lines = tuple(
        r.AgreementLine(
            on=first + timedelta(days=7 * n), rent_pence=12846, instalment_pence=1500, left_pence=owed - 1500 * (n + 1)
        )
        for n in range(count)
    )
    return r.AgreementData(
        made_on=made_on,
        arrears_pence=owed,
        rent_pence=12846,
        instalment_pence=1500,
        frequency="week",
        first_payment_on=first,
        review_on=date(2027, 2, 22),
        terms="You will tell us within a week of any change in your Universal Credit.",
        lines=lines,
    )


def work(count: int) -> tuple[p.WorkLine, ...]:
    """Lines of work of 6 minutes to 2 hours at £177.00 an hour."""
    made = []
    for n in range(count):
        minutes = 6 + 6 * (n % 20)
        what = ("Letters and calls", "Statement and bundle", "Attending the hearing")[n % 3]
        pence = (minutes * 17700 * 2 + 60) // 120
        made.append(p.WorkLine(what=what, who="Legal officer", minutes=minutes, rate_pence=17700, pence=pence))
    return tuple(made)


def costs(lines: int) -> p.CostsData:
    """A schedule whose total is the sum of its lines."""
    done = work(lines)
    paid = (p.SumLine(what="Court fee on the claim", pence=41500),)
    net = sum(line.pence for line in done) + 41500
    return p.CostsData(
        heard_on=date(2027, 1, 27),
        earners=(p.FeeEarner(name="Priya Raman", grade="C", rate_pence=17700),),
        work=done,
        paid=paid,
        vat_pence=0,
        total_pence=net,
    )


def judged(owed: int, reasons: str) -> p.JudgmentData:
    """A judgment for the debt, £15.00 of it paid."""
    return p.JudgmentData(
        made_on=date(2026, 11, 2),
        how="In default of an answer",
        sum_pence=owed,
        costs_pence=20500,
        received_pence=1500,
        total_pence=owed + 19000,
        pay_by=date(2026, 11, 16),
        reasons=reasons,
    )


def full(kind: str) -> d.PaperData:
    """The full case, with every part that only these papers print."""
    secure = kind not in {"n5b"}
    base = facts.full(secure=secure, rows=13 if kind == "quarterly_statement" else 110)
    owed = base.arrears_pence
    if kind == "n5b":
        assert base.notice is not None
        notice = base.notice.model_copy(update={"kind": "Notice requiring possession, HA 1988 s.21"})
        base = base.model_copy(update={"notice": notice})
    if kind == "n244":
        base = base.model_copy(update={"fee_pence": 32100, "fee_note": "Application on notice, table of July 2026"})
    if kind in OF_A_DEBT:
        base = base.model_copy(update={"rent_rows": facts.rent_rows(110, ends=date(2026, 10, 4))})
    return base.model_copy(
        update={
            "letter": r.LetterData(
                reply_by=date(2026, 12, 7),
                meeting_at=datetime(2026, 12, 1, 10, 30, tzinfo=UTC),
                meeting_place="Civic Centre, room 4",
                done=("Letters on 9 March and 8 June 2026; a visit on 24 March 2026.", "Help with a benefit claim."),
                pay=("By standing order or bank transfer to the account on your rent card", "By telephone, any time"),
            ),
            "statement_period": r.StatementPeriod(first=date(2026, 8, 24), last=facts.AS_AT),
            "agreement": agreement(26, owed=owed),
            "eviction": r.EvictionData(
                at=datetime(2027, 6, 16, 9, 30, tzinfo=UTC),
                warrant_number="W00123",
                stop_pence=owed,
                suspend_fee_pence=1500,
                goods_days=28,
            ),
            "referral": r.ReferralData(
                to_name="Sample Borough Council, Housing Options",
                to_address=("Civic Centre", "Sampleton", "SX1 1AA"),
                person_name=base.tenants[0].full_name,
                phone="01632 960123",
                consent="given",
                consent_on=date(2026, 11, 19),
                urgent=True,
                likely_on=date(2027, 6, 16),
                household=("Mr Kwame Okonkwo-Lyle, joint tenant", "One child aged 7"),
                reasons="The court made an order on 24 June 2026 and the terms are not being kept.",
                needs="Asthma; asks for letters in large print.",
                risk="Sleeping badly and not eating, as she told us on 19 November 2026.",
                told=True,
                author_name="Priya Raman",
                author_position="Income Officer",
                author_phone="01632 960001",
            ),
            "pack": r.PackData(
                reference="202612345",
                asked_by=base.tenants[0].full_name,
                asked_on=date(2026, 11, 10),
                due_on=date(2026, 12, 10),
                asked="How the arrears were handled from March 2026, and what help was offered.",
                searched=("The possession case", "The rent account", "E-mail of the income team"),
                documents=(
                    r.PackDocument(number=1, on=date(2019, 6, 17), title="Tenancy agreement", page=4, pages=12),
                    r.PackDocument(number=2, on=date(2026, 3, 9), title="Letters about the arrears", page=16, pages=4),
                    r.PackDocument(
                        number=3,
                        on=date(2026, 9, 1),
                        title="Legal advice",
                        pages=2,
                        withheld="Advice between the landlord and its lawyers is privileged.",
                    ),
                ),
                events=(
                    r.PackEvent(on=date(2026, 3, 9), what="Letters to both tenants about the arrears", proof=2),
                    r.PackEvent(on=date(2026, 8, 10), what="Notice served on both tenants"),
                ),
            ),
            "accelerated": p.AcceleratedData(
                agreement_on=date(2019, 6, 14),
                licence_needed=False,
                gas_supplied=True,
                gas_given_on=date(2026, 4, 2),
                energy_given_on=date(2019, 6, 14),
                protocol_part_3=True,
                hardship_on_paper=True,
                exhibits=("A  Tenancy agreement", "B  Notice", "C  Certificate of service", "H  Part 3 papers"),
            ),
            "money_claim": p.MoneyClaimData(
                account="former tenant account 8812",
                details="It is rent that fell due under the agreement and was not paid.",
                agreement_on=date(2019, 6, 14),
                ended_on=date(2026, 10, 4),
                ended_how="the tenants gave notice and returned the keys",
                principal_pence=owed,
                interest_rate="8",
                interest_from=date(2026, 10, 5),
                interest_to=facts.AS_AT,
                interest_pence=9751,
                daily_interest_pence=199,
                letter_sent_on=date(2026, 10, 12),
                reply_by=date(2026, 12, 22) if kind == "letter_of_claim" else date(2026, 11, 11),
                pay=("By telephone", "By bank transfer"),
            ),
            "application": p.ApplicationData(
                order="An order that the claimant may issue a warrant of possession.",
                why="The defendants broke a term that is not about payment.",
                minutes=90,
                evidence="On 3 and 9 November 2026 the police were called to the property; the log is attached.",
                attached=("Draft order", "Police log"),
            ),
            "part_3": p.Part3Data(
                invited_on=date(2026, 10, 1),
                reply_by=date(2026, 10, 15),
                how="first class post to each occupier",
                replied=True,
                replies="The first defendant wrote that she is looking for work.",
                considered_on=date(2026, 10, 20),
                considered_by="Helen Marsh, Head of Tenancy Services",
                reasons="The accommodation is needed for other households and a suitable offer was refused.",
                reasons_sent_on=date(2026, 10, 22),
                documents=("Letter of 1 October 2026", "Reply of 12 October 2026"),
            ),
            "costs": costs(9),
            "bailiff": p.BailiffData(
                warrant_number="W00123",
                answers=tuple(
                    p.RiskAnswer(category=name, known=known, details=said)
                    for name, known, said in (
                        ("violence", "no", ""),
                        ("weapons", "no", ""),
                        ("crime", "not_sure", "The police were called twice in November; no charge is known."),
                        ("threats", "no", ""),
                        ("protest", "no", ""),
                        ("services", "yes", "A social worker visits once a month."),
                        ("animals", "yes", "A large dog, friendly to officers on 24 March 2026."),
                    )
                ),
                assessed_on=date(2026, 11, 20),
                locksmith=True,
                correct_address=True,
            ),
            "discontinuance": p.DiscontinuanceData(served_on=date(2026, 11, 20)),
            "judgment": judged(owed, "A wage is known from the reply."),
            "online": p.OnlineData(
                tenancy_copy=True,
                ground_reasons=(p.GroundReason(code="Ground 1", reason="Rent has not been paid since March 2026."),),
                protocol_followed=True,
                mediation=False,
                settlement=True,
                steps_taken="Letters, visits and an agreement, which was broken. No earlier court case.",
                documents=("Witness statement", "Rent statement", "Certificate of service"),
                application_too=False,
                schedule_sent_on=date(2026, 11, 16),
            ),
        }
    )


def extreme(kind: str) -> d.PaperData:
    """Five tenants with long names, 520 lines of rent, reasons of 6,400 characters, and nothing optional answered."""
    base = facts.extreme(secure=kind != "n5b")
    owed = base.arrears_pence
    people = base.tenants
    rows = tuple(
        r.PackDocument(number=n, title=f"Paper {n} of the case, as filed", pages=n % 9 + 1) for n in range(1, 121)
    )
    return base.model_copy(
        update={
            "fee_pence": 41500,
            "circumstances": LONG[:3900],
            "letter": r.LetterData(reply_by=date(2026, 12, 7)),
            "statement_period": r.StatementPeriod(first=date(2026, 8, 24), last=facts.AS_AT),
            "agreement": agreement(520, owed=owed).model_copy(update={"terms": "", "review_on": None}),
            "eviction": r.EvictionData(at=datetime(2027, 6, 16, 9, 30, tzinfo=UTC)),
            "referral": r.ReferralData(
                to_name="Sample Borough Council, Housing Options",
                person_name=people[0].full_name,
                consent="given",
                household=tuple(person.full_name for person in people[1:]),
                reasons=LONG,
                needs=LONG,
            ),
            "pack": r.PackData(
                asked_on=date(2026, 11, 10),
                documents=rows,
                events=tuple(
                    r.PackEvent(on=date(2026, 1, 1) + timedelta(days=n), what="A call, a letter or a visit.", proof=n)
                    for n in range(1, 121)
                ),
            ),
            "accelerated": p.AcceleratedData(agreement_on=date(2019, 6, 14)),
            "money_claim": p.MoneyClaimData(
                details=LONG[:3900], principal_pence=owed, reply_by=date(2026, 12, 22), kind="former_tenant"
            ),
            "application": p.ApplicationData(order=LONG, why=LONG, evidence=LONG, vulnerable=LONG[:1900]),
            "part_3": p.Part3Data(invited_on=date(2026, 10, 1), replies=LONG, reasons=LONG),
            "costs": costs(90),
            "bailiff": p.BailiffData(answers=(p.RiskAnswer(category="animals", known="yes", details=LONG),)),
            "discontinuance": p.DiscontinuanceData(),
            "judgment": judged(owed, LONG),
            "online": p.OnlineData(additional_reasons=LONG, steps_taken="x" * 501),
        }
    )
