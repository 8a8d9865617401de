"""Made-up facts of every notice and of the letters about them: a full case, and one at the edges."""

from datetime import UTC, date, datetime

from documents.papers import data as d
from documents.papers import data_notices as n
from tests.documents.papers import facts

NOTICES = (
    "nsp_s83_fixed",
    "notice_s83za",
    "notice_s128",
    "notice_s125a",
    "notice_s143e",
    "notice_s107d_nonrenewal",
    "notice_s107d_possession",
    "notice_s8_new",
    "notice_s21",
    "notice_to_quit",
    "notice_to_personal_representatives",
)
LETTERS = (
    "ta_reasonable_notice",
    "ta_licence_termination",
    "trespass_letter",
    "garage_notice",
    "review_acknowledgement",
    "review_outcome",
)
KINDS = frozenset({*NOTICES, *LETTERS})
PROVIDERS = frozenset({"notice_s8", "notice_s8_new", "notice_s21"})
"""Notices that only a private registered provider gives."""

OFFENCE = n.ConditionData(
    number=1,
    title="Serious offence",
    substance="The tenant, a person living in the home or a visitor has been convicted of a serious offence that was "
    "committed in or near the home, or against someone living or working there.",
    citation="HA 1985 s.84A(3)",
    what="Supplying a class A drug from the home",
    who="Mr Kwame Okonkwo-Lyle",
    court="Crown Court at Sampleton",
    decided_on=date(2026, 6, 12),
    appeal="No appeal was brought.",
)
REVIEW = n.ReviewData(
    of="introductory",
    days=14,
    served_on=date(2026, 11, 24),
    ask_by=date(2026, 12, 7),
    decide_by=date(2026, 12, 30),
    email="reviews@sample.example",
    asked_on=date(2026, 12, 1),
    oral=True,
    said="I was in hospital in August and my benefit stopped. I have paid £200 since.",
    representations_by=date(2026, 12, 11),
    hearing_at=datetime(2026, 12, 16, 14, 0, tzinfo=UTC),
    hearing_place="Committee Room 2, Civic Centre, 1 Sample Square",
    reviewer_name="Helen Marsh",
    reviewer_position="Head of Tenancy Services",
    upheld=True,
    decided_on=date(2026, 12, 18),
    reasons="The reviewer read the account, the letters and what you said at the hearing.\n"
    "The arrears are not disputed. Three agreements were made and none was kept for more than two weeks.",
)
LEAVING = n.LeavingData(
    leave_on=date(2027, 1, 3),
    leave_at="11 am",
    duty="section 193(2) of the Housing Act 1996",
    decision="On 2 November 2026 we decided that our duty to house you has ended, because you refused a suitable offer "
    "of 14 Sample Court.",
    decision_on=date(2026, 11, 3),
    homeless_review_by=date(2026, 11, 24),
    agreement_on=date(2025, 3, 10),
    clause="clause 9: either side may end this agreement by four weeks’ notice in writing",
    in_alternative_to="the notice seeking possession of the same date",
    incidents=(
        n.IncidentLine(on=date(2026, 9, 4), text="Noise until 3 am; two neighbours complained.", term="clause 4(b)"),
        n.IncidentLine(
            on=date(2026, 10, 17), text="A person not named in the licence was living there.", term="clause 6"
        ),
    ),
    belongings="We can store what you cannot carry for 28 days; ask us before you leave.",
)
DECEASED = n.DeceasedData(
    full_name="Mrs Amara Okonkwo-Lyle",
    died_on=date(2026, 9, 30),
    representatives=("Mr Tobias Lyle", "Ms Ada Okonkwo"),
    account_reference="T100074",
)
TRIAL = n.TrialData(began_on=date(2026, 3, 2), ends_on=date(2027, 3, 1), extended_to=date(2027, 9, 1))
TERM = n.TermData(
    began_on=date(2022, 6, 6),
    ends_on=date(2027, 6, 5),
    early_end_clause="Clause 12: the landlord may end the term early where rent is eight weeks in arrears.",
    ask_to_end=True,
    non_renewal_given_on=date(2026, 11, 24),
    non_renewal_review="Asked for on 1 December 2026; the decision was confirmed on 18 December 2026.",
)


REASONS = {
    "notice_s83za": "The offence was committed in your home over several months and frightened your neighbours. We "
    "have weighed your family’s needs and your health, and nothing less would protect the people who live near you.",
    "trespass_letter": "The tenant of this property, Mr Jonah Penhale, ended his tenancy on 4 October 2026. Nobody "
    "else was ever granted a tenancy or licence of it.",
    "garage_notice": "The rent has not been paid since March, and the site is to be cleared for new homes.",
    "ta_reasonable_notice": "No other duty to house you is owed.",
}


def _served(data: d.PaperData, kind: str, **parts: object) -> d.PaperData:
    """What one kind of notice or letter prints, on top of a case that has everything."""
    of = {
        "notice_s125a": ("extension", 14),
        "notice_s143e": ("demoted", 14),
        "notice_s107d_nonrenewal": ("flexible", 21),
        "notice_s83za": ("absolute", 7),
    }.get(kind, ("introductory", 14))
    assert data.notice is not None
    dates: dict[str, date | None] = {
        "specified_on": date(2027, 1, 11),
        "issue_from": date(2027, 1, 12),
        "lapse_on": date(2028, 1, 11),
    }
    last = {7: date(2026, 11, 30), 14: date(2026, 12, 7), 21: date(2026, 12, 14)}[of[1]]
    made_on = {
        "notice_s107d_possession": date(2027, 3, 22),
        "review_acknowledgement": date(2026, 12, 3),
        "review_outcome": date(2026, 12, 18),
    }.get(kind, data.made_on)
    if kind == "notice_s107d_possession":
        dates = {"specified_on": date(2027, 6, 7), "issue_from": date(2027, 6, 8), "lapse_on": None}
    interim = {"duty": "section 188(1) of the Housing Act 1996", "protected": False}
    update: dict[str, object] = {
        "notice": data.notice.model_copy(update=dates),
        "reasons": REASONS.get(kind)
        or "You have not kept three agreements to pay, made in March, June and August 2026, and have not "
        "answered our letters since.",
        "review": REVIEW.model_copy(update={"ask_by": last}),
        "trial": TRIAL,
        "term": TERM if kind != "notice_s83za" else None,
        "conditions": (OFFENCE,),
        "deceased": DECEASED,
        "leaving": LEAVING.model_copy(update=interim if kind == "ta_reasonable_notice" else {}),
        "made_on": made_on,
    }
    of_kind = {"of": of[0], "days": of[1]}
    made = data.model_copy(update={**update, **parts})
    return made.model_copy(update={"review": made.review.model_copy(update=of_kind)} if made.review else {})


def full(kind: str, **parts: object) -> d.PaperData:
    """Two people, everything answered."""
    return _served(facts.full(secure=kind not in PROVIDERS), kind, **parts)


def extreme(kind: str) -> d.PaperData:
    """Five people with long names, 520 weeks of rent, very long reasons, nothing optional answered."""
    data = facts.extreme(secure=kind not in PROVIDERS)
    assert data.notice is not None
    long = data.notice.particulars
    held = LEAVING.model_copy(
        update={
            "leave_at": "",
            "duty": "",
            "decision_on": None,
            "homeless_review_by": None,
            "agreement_on": None,
            "clause": "",
            "in_alternative_to": "",
            "belongings": "",
            "incidents": tuple(
                n.IncidentLine(on=None, text=f"{long[: 200 + 10 * place]}.", term="") for place in range(14)
            ),
        }
    )
    bare = n.ReviewData(
        of="introductory",
        days=14,
        asked_on=date(2026, 12, 1),
        said=long,
        reviewer_name=facts.LONG_NAMES[0],
        upheld=False,
        decided_on=date(2026, 12, 18),
        reasons=long,
    )
    return _served(
        data,
        kind,
        reasons=long,
        review=bare,
        trial=TRIAL if kind == "notice_s125a" else TRIAL.model_copy(update={"extended_to": None}),
        term=None
        if kind == "notice_s83za"
        else TERM.model_copy(update={"early_end_clause": "", "ask_to_end": False, "non_renewal_review": ""}),
        conditions=tuple(OFFENCE.model_copy(update={"number": place, "appeal": ""}) for place in range(1, 6)),
        deceased=n.DeceasedData(full_name=facts.LONG_NAMES[0]),
        leaving=held,
        notice=data.notice.model_copy(update={"lapse_on": None}),
    )
