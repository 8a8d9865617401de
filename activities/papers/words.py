"""Words for the codes that the housing system and the record use: benefits, who paid, what a Protocol step did."""

from collections.abc import Mapping

BENEFITS: Mapping[str, str] = {
    "hb": "Housing Benefit",
    "uc": "Universal Credit",
    "uc managed payment": "Universal Credit, with the housing part paid to the landlord",
}
"""Benefits as housing records write them (lower case). Anything else but `NO_BENEFIT` is printed as it was written."""

NO_BENEFIT = frozenset({"", "none", "no", "n/a"})

PAYERS: Mapping[str, str] = {
    "tenant": "Tenant",
    "hb": "Housing Benefit",
    "uc_apa": "Universal Credit",
    "uc": "Universal Credit",
    "dwp_tpd": "DWP deduction",
    "tpd": "DWP deduction",
    "dhp": "Discretionary payment",
    "adjustment": "",
}
FROM_BENEFIT = frozenset({"hb", "uc_apa", "uc", "dwp_tpd", "tpd", "dhp"})

DONE: Mapping[str, str] = {
    "understanding": "Checked what help was needed to understand the papers",
    "vulnerability": "Considered vulnerability, capacity and the Equality Act",
    "contact_each_tenant": "Made contact about the arrears",
    "income_expenditure": "Went through income and spending",
    "arrangement_offered": "Offered an affordable arrangement, with its time limits in writing",
    "rent_statement": "Sent a rent statement for the past 13 weeks",
    "direct_payment": "Asked the DWP for payments direct",
    "benefit_help": "Offered help with benefit claims",
    "benefit_enquiry": "Asked the benefit office whether a claim was waiting",
    "debt_advice": "Pointed to debt advice",
    "post_notice_contact": "Made contact again after the notice",
    "protocol_copy_sent": "Sent a copy of the Protocol",
    "agreement_check": "Checked whether an agreement was being kept",
    "adr": "Considered settling without the court",
    "hearing_statement": "Sent an up-to-date rent statement and the benefit position",
    "hearing_notified": "Told of the hearing and the order asked for",
    "agreement_after_issue": "Checked whether an agreement made after issue was being kept",
    "capacity_considered": "Considered capacity and a litigation friend",
    "support_referral": "Referred for tenancy support",
    "debt_advice_referral": "Referred to a debt adviser",
    "social_services_referral": "Asked adult social services to assess care and support",
    "children_referral": "Told children's services",
    "case_conference": "Held a case conference with the agencies that know the household",
    "social_care_report": "Reported on the tenancy for social-care proceedings",
}
"""What each step of `law.protocol.STEPS` and of `cases.care.CARE_STEPS` did, once it was done."""

_METHODS: Mapping[str, str] = {"email": "e-mail", "portal": "message on the portal", "file_note": "note on the file"}


def benefit(recorded: str) -> str | None:
    """The benefit in words; None where the record says that there is none."""
    key = recorded.strip().lower()
    return None if key in NO_BENEFIT else BENEFITS.get(key, recorded.strip())


def payer(source: str) -> str:
    """Who paid a line of the account; an unknown code in plain words."""
    return PAYERS[source] if source in PAYERS else source.replace("_", " ").capitalize()


def method(code: str) -> str:
    """How a contact was made."""
    return _METHODS.get(code, code.replace("_", " "))
