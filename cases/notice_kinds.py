"""What each kind of notice is in law: one row a kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cases import notice_law as law
from cases import notice_terms as terms
from cases import tenancy as tenancies
from cases.facts import TenancyFacts
from cases.notice_law import Drafted, Served, WhenDrafted, WhenServed
from cases.words import NoticeKind
from law.counting import months_beginning_last_day


@dataclass(frozen=True)
class Confirm:
    """Something its drafter must confirm before the notice is good; asked `when` that is so (always, if None)."""

    code: str
    asks: str
    authority: str
    confidence: str
    when: Callable[[TenancyFacts, date, Sequence[str]], bool] | None = None


@dataclass(frozen=True)
class Kind:
    """One kind of notice. `review_days` begin with service (0: no review). `to_court` is false where it leads to no
    claim by itself. `dated` is false where no date is written in it.

    `mandatory`: the court must order possession whatever the grounds, so Part 3 of the Protocol speaks. `regime`: the
    version of HA 1988 it belongs to. `of_standing`: it falls with the trial, the demotion or the flexible term.
    `no_reason`: it asks for none, so it is never for arrears (a breathing space does not touch it).
    """

    kind: NoticeKind
    drafted: WhenDrafted
    served: WhenServed
    specified_authority: str
    ripe_authority: str
    lapse_authority: str = ""
    rests_on_grounds: bool = False
    only_grounds: tuple[str, ...] = ()
    review_days: int = 0
    to_court: bool = True
    dated: bool = True
    review_authority: str = ""
    mandatory: bool = False
    regime: str = ""
    of_standing: bool = False
    confirms: tuple[Confirm, ...] = ()
    no_reason: bool = False


def dates_when_drafted(kind: NoticeKind, tenancy: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    """The dates to write if it takes effect by service on a day. Raises LawError."""
    return KINDS[kind].drafted(tenancy, served, grounds)


def dates_when_served(
    kind: NoticeKind, tenancy: TenancyFacts, served: date, specified: date, grounds: Sequence[str]
) -> Served:
    """What follows from service on a day of a notice specifying a day. Raises LawError."""
    return KINDS[kind].served(tenancy, served, specified, grounds)


def had_security(occupancy: str) -> bool:
    """Whether a notice to quit ends a tenancy of that type only where its security was lost."""
    return occupancy.startswith(("secure", "assured"))


_s83, _s83_served = law.by_act("s83")
_s8, _s8_served = law.by_act("s8")
_ntq, _ntq_served = law.to_quit(pea=True)
_garage, _garage_served = law.to_quit(pea=False)
_estate, _estate_served = law.to_quit(pea=True, deceased=True)
_N = NoticeKind


def _in_term(t: TenancyFacts, on: date, grounds: Sequence[str]) -> bool:
    return t.fixed_term_end is not None and on <= t.fixed_term_end


def _long_term(t: TenancyFacts, on: date, grounds: Sequence[str]) -> bool:
    return t.fixed_term_end is not None and t.fixed_term_end >= months_beginning_last_day(t.start_date, 24)


_TERM_CLAUSE = Confirm(
    "term_clause",
    "the agreement lets the fixed term be ended on these grounds",
    "HA 1988 s.7(6)",
    "C",
    _in_term,
)
_SECURE_CLAUSE = Confirm(
    "term_clause",
    "the agreement has a break or forfeiture clause by which the fixed term can be ended for this",
    "HA 1985 s.82(1), (3); Croydon v Kalonga [2022] UKSC 7",
    "A",
    _in_term,
)
_LOST = Confirm(
    "security_lost",
    "the file shows that the home is not the tenant's only or principal home any more, or was sub-let whole",
    "HA 1985 ss.81, 93; HA 1988 ss.1, 15A",
    "C",
    lambda t, on, grounds: had_security(tenancies.occupancy_of(t)),
)
_SECTION_21 = (
    Confirm("deposit", "any deposit is protected, or none was taken", "HA 2004 s.215", "B"),
    Confirm("gas_and_epc", "the gas record and the energy certificate were given", "HA 1988 s.21A", "C"),
    Confirm("licence", "the dwelling has the licence it needs, or needs none", "HA 2004 ss.75, 98", "C"),
    Confirm(
        "six_months_told",
        "six months' written notice of no new tenancy was given, or the starter period's break is used",
        "HA 1988 s.21(1A)-(1B); Livewest v Bamber [2019] EWCA Civ 1174",
        "A",
        _long_term,
    ),
)

KINDS: Mapping[NoticeKind, Kind] = {
    row.kind: row
    for row in (
        Kind(
            _N.S83,
            _s83,
            _s83_served,
            "HA 1985 s.83(5)",
            "HA 1985 s.83A(1)",
            "HA 1985 s.83(4)(b)",
            rests_on_grounds=True,
        ),
        Kind(
            _N.S8,
            _s8,
            _s8_served,
            "HA 1988 s.8(4B)",
            "HA 1988 s.8(3)(b)",
            "HA 1988 s.8(3)(c)",
            rests_on_grounds=True,
            regime="old",
            confirms=(_TERM_CLAUSE,),
        ),
        Kind(
            _N.S83_FIXED,
            terms.s83_fixed_drafted,
            terms.s83_fixed_served,
            "HA 1985 s.83(6)",
            "HA 1985 ss.82(3), 83(6)",
            rests_on_grounds=True,
            dated=False,
            confirms=(_SECURE_CLAUSE,),
        ),
        Kind(
            _N.S83ZA,
            law.s83za_drafted,
            law.s83za_served,
            "HA 1985 s.83ZA",
            "HA 1985 s.83ZA",
            "HA 1985 s.83ZA",
            rests_on_grounds=True,
            only_grounds=("84A",),
            review_days=7,
            mandatory=True,
            review_authority="HA 1985 s.85ZA; SI 2014/2554",
            confirms=(_SECURE_CLAUSE,),
        ),
        Kind(
            _N.S128,
            law.s128_drafted,
            law.s128_served,
            "HA 1996 s.128(4)",
            "HA 1996 s.128(5)",
            "HA 1996 s.125",
            review_days=14,
            mandatory=True,
            of_standing=True,
            review_authority="HA 1996 s.129; SI 1997/72",
        ),
        Kind(
            _N.S125A,
            law.s125a_drafted,
            law.s125a_served,
            "HA 1996 s.125A",
            "HA 1996 s.125A",
            review_days=14,
            to_court=False,
            of_standing=True,
            review_authority="HA 1996 s.125B; SI 2006/1077",
        ),
        Kind(
            _N.S143E,
            law.s143e_drafted,
            law.s143e_served,
            "HA 1996 s.143E",
            "HA 1996 s.143E",
            "HA 1996 s.143B",
            review_days=14,
            mandatory=True,
            of_standing=True,
            review_authority="HA 1996 s.143F; SI 2004/1679",
        ),
        Kind(
            _N.S107D_NON_RENEWAL,
            law.non_renewal_drafted,
            law.non_renewal_served,
            "HA 1985 s.107D(3)",
            "HA 1985 s.107D",
            review_days=21,
            to_court=False,
            dated=False,
            of_standing=True,
            review_authority="HA 1985 s.107E",
            no_reason=True,
        ),
        Kind(
            _N.S107D_POSSESSION,
            law.possession_drafted,
            law.possession_served,
            "HA 1985 s.107D(4)",
            "HA 1985 s.107D",
            mandatory=True,
            of_standing=True,
            no_reason=True,
        ),
        Kind(
            _N.S8_NEW,
            law.s8_new_drafted,
            law.s8_new_served,
            "HA 1988 s.8(4AA)",
            "HA 1988 s.8(3)(b)",
            "HA 1988 s.8(3)(c)",
            rests_on_grounds=True,
            regime="new",
        ),
        Kind(
            _N.S21,
            terms.s21_drafted,
            terms.s21_served,
            "HA 1988 s.21(1)(b), (4)",
            "HA 1988 s.21",
            "HA 1988 s.21(4D)-(4E)",
            mandatory=True,
            regime="old",
            review_authority="Landlord's policy",
            confirms=_SECTION_21,
            no_reason=True,
        ),
        Kind(
            _N.NOTICE_TO_QUIT,
            _ntq,
            _ntq_served,
            "PEA 1977 s.5(1)",
            "PEA 1977 s.3",
            mandatory=True,
            confirms=(_LOST,),
        ),
        Kind(
            _N.LICENCE_END,
            law.licence_drafted,
            law.licence_served,
            "PEA 1977 s.5(1A)",
            "PEA 1977 s.3(2B)",
            mandatory=True,
        ),
        Kind(
            _N.REASONABLE,
            law.reasonable_drafted,
            law.reasonable_served,
            "R (ZH and CN) v Newham [2014] UKSC 62",
            "R (ZH and CN) v Newham [2014] UKSC 62",
            to_court=False,
        ),
        Kind(_N.GARAGE, _garage, _garage_served, "common law; the garage agreement", "common law"),
        Kind(
            _N.ESTATE,
            _estate,
            _estate_served,
            "PEA 1977 s.5(1); LP(MP)A 1994 s.18",
            "PEA 1977 s.3",
            mandatory=True,
        ),
        Kind(_N.LEAVE, law.leave_drafted, law.leave_served, "CPR 55.1(b)", "CPR 55.1(b)"),
    )
}
"""Every kind of notice."""
