"""The roads a case can take: for each, who lives under it, which notices it has, why possession is sought, what goes
first. One row a track; the notices' own rules are in `notice_kinds`.

A secure or assured tenant who no longer lives in the home, or has sub-let the whole of it, may have lost security: a
notice to quit then ends the tenancy, served beside the road's own notice, each without prejudice to the other, and the
claim relies on both in the alternative (HA 1985 ss.81, 93; HA 1988 ss.1, 15A).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cases.notice_kinds import KINDS
from cases.words import Cause, NoticeKind, Track
from law.grounds import ground, grounds_for
from law.regime import regime_for
from law.tenancies import Occupancy


@dataclass(frozen=True)
class Road:
    """One track. `occupancies` are law's types; `notices` the kinds it may use, the plain one first; `grounds` those
    relied on unless others are chosen (none where the court's power rests on none). `protocol` is the Part of the
    Pre-Action Protocol (0: neither). `decided_first`: a public-law decision goes before the notice. `court` is false
    where no order is needed, `notice_first` where a claim needs no notice."""

    track: Track
    occupancies: tuple[str, ...]
    notices: tuple[NoticeKind, ...]
    cause: Cause
    protocol: Literal[0, 2, 3]
    act: str
    authority: str
    confidence: str
    grounds: tuple[str, ...] = ()
    decided_first: bool = False
    court: bool = True
    notice_first: bool = True


_N = NoticeKind
_SECURE = (_N.S83, _N.S83ZA)
ROADS: Mapping[Track, Road] = {
    road.track: road
    for road in (
        Road(
            Track.SECURE_ARREARS,
            ("secure", "secure_fixed"),
            (*_SECURE, _N.S83_FIXED, _N.NOTICE_TO_QUIT),
            Cause.ARREARS,
            2,
            "HA 1985",
            "HA 1985 s.83",
            "A",
            grounds=("1",),
        ),
        Road(
            Track.SECURE_OTHER,
            ("secure", "secure_fixed"),
            (*_SECURE, _N.S83_FIXED, _N.NOTICE_TO_QUIT),
            Cause.CONDUCT,
            0,
            "HA 1985",
            "HA 1985 s.83",
            "A",
            grounds=("2",),
        ),
        Road(
            Track.SECURE_ABSOLUTE,
            ("secure", "secure_fixed"),
            (_N.S83ZA, _N.S83, _N.S83_FIXED),
            Cause.CONDUCT,
            3,
            "HA 1985",
            "HA 1985 ss.83ZA, 84A",
            "A",
            grounds=("84A",),
        ),
        Road(
            Track.INTRODUCTORY,
            ("introductory",),
            (_N.S128, _N.S125A),
            Cause.ARREARS,
            3,
            "HA 1996",
            "HA 1996 s.128",
            "B",
        ),
        Road(
            Track.DEMOTED_COUNCIL,
            ("demoted_council",),
            (_N.S143E,),
            Cause.ARREARS,
            3,
            "HA 1996",
            "HA 1996 s.143E",
            "B",
        ),
        Road(
            Track.DEMOTED_PROVIDER,
            ("demoted_provider",),
            (_N.S21, _N.S8, _N.S8_NEW),
            Cause.ARREARS,
            3,
            "HA 1988",
            "HA 1988 ss.20B, 21",
            "A",
        ),
        Road(
            Track.FLEXIBLE,
            ("flexible",),
            (_N.S107D_NON_RENEWAL, _N.S107D_POSSESSION, _N.S83_FIXED, _N.S83ZA),
            Cause.ENDED,
            3,
            "HA 1985",
            "HA 1985 s.107D",
            "B",
        ),
        Road(
            Track.ASSURED_ARREARS,
            ("assured", "assured_shorthold"),
            (_N.S8, _N.S8_NEW, _N.NOTICE_TO_QUIT),
            Cause.ARREARS,
            2,
            "HA 1988",
            "HA 1988 s.8",
            "A",
            grounds=("8", "10", "11"),
        ),
        Road(
            Track.ASSURED_OTHER,
            ("assured", "assured_shorthold"),
            (_N.S8, _N.S8_NEW, _N.NOTICE_TO_QUIT),
            Cause.CONDUCT,
            0,
            "HA 1988",
            "HA 1988 s.8",
            "A",
            grounds=("14",),
        ),
        Road(
            Track.SHORTHOLD,
            ("assured_shorthold",),
            (_N.S21, _N.S8, _N.S8_NEW),
            Cause.ENDED,
            3,
            "HA 1988",
            "HA 1988 s.21",
            "A",
        ),
        Road(
            Track.ASSURED_NEW,
            ("assured_market",),
            (_N.S8_NEW, _N.S8, _N.NOTICE_TO_QUIT),
            Cause.ARREARS,
            2,
            "HA 1988",
            "HA 1988 s.8 as amended by RRA 2025 s.3",
            "A",
            grounds=("8", "10", "11"),
        ),
        Road(
            Track.TEMPORARY,
            ("non_secure_ta",),
            (_N.NOTICE_TO_QUIT,),
            Cause.ENDED,
            3,
            "common law",
            "PEA 1977 s.5(1)",
            "A",
            decided_first=True,
        ),
        Road(
            Track.TEMPORARY_LICENCE,
            ("licence_ta",),
            (_N.LICENCE_END,),
            Cause.CONDUCT,
            3,
            "common law",
            "PEA 1977 ss.3(2B), 5(1A)",
            "B",
            decided_first=True,
        ),
        Road(
            Track.INTERIM,
            ("interim_ta",),
            (_N.REASONABLE,),
            Cause.ENDED,
            0,
            "common law",
            "R (ZH and CN) v Newham [2014] UKSC 62",
            "A",
            decided_first=True,
            court=False,
        ),
        Road(
            Track.GARAGE,
            ("garage",),
            (_N.GARAGE,),
            Cause.ENDED,
            0,
            "common law",
            "common law; the garage agreement",
            "C",
        ),
        Road(
            Track.NO_SUCCESSOR,
            ("death_no_successor",),
            (_N.ESTATE,),
            Cause.ENDED,
            3,
            "common law",
            "LP(MP)A 1994 s.18; PEA 1977 s.5",
            "A",
        ),
        Road(
            Track.TRESPASS,
            ("unauthorised",),
            (_N.LEAVE,),
            Cause.ENDED,
            3,
            "common law",
            "CPR 55.1(b), 55.5(2)",
            "C",
            notice_first=False,
        ),
    )
}
"""Every road, by its track."""


def roads_of(occupancy: str) -> tuple[Road, ...]:
    """The roads open to an occupancy type as law names it, the plain one first; empty where none is held."""
    return tuple(road for road in ROADS.values() if occupancy in road.occupancies)


def plain_notice(track: Track, occupancy: str, on: date, social: date | None = None) -> NoticeKind:
    """The notice that the road begins with on a day: the first of the regime then in force."""
    for kind in ROADS[track].notices:
        regime = KINDS[kind].regime
        if not regime or regime == regime_for(Occupancy(occupancy), on, social):
            return kind
    return ROADS[track].notices[0]


def open_grounds(kind: NoticeKind, occupancy: str, on: date, social: date | None = None) -> tuple[str, ...]:
    """The grounds that a notice of the kind may rely on for the tenancy on a day; empty where it needs none."""
    rule = KINDS[kind]
    if not rule.rests_on_grounds:
        return ()
    if rule.only_grounds:
        return rule.only_grounds
    return tuple(g.code for g in grounds_for(Occupancy(occupancy), on, social) if g.code not in ("84A", "107D"))


def for_arrears(cause: Cause, occupancy: str, grounds: tuple[str, ...], on: date, social: date | None = None) -> bool:
    """Whether a step that rests on those grounds is for rent arrears: only then do the account, Part 2 of the Protocol
    and a debt moratorium speak to it. Without grounds the cause decides; and of Ground 1 of HA 1985 Sch 2, which is for
    rent or for another breach, it says which."""
    if not grounds:
        return cause is Cause.ARREARS
    relied = [ground(Occupancy(occupancy), code, on, social) for code in grounds]
    return any(g.arrears and not (g.code == "1" and cause is Cause.CONDUCT) for g in relied)
