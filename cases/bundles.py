"""Bundles: which papers are, and the sections each has by rule, in the order a busy list uses.

The order is court practice (fact sheet, section 6; confidence C); a court's own directions come first, and an officer
may leave sections out or put them in another order.
"""

from collections.abc import Mapping

from cases.words import PaperKind

SUMMARY = "Summary and draft order"
STATEMENTS = "Statements of case"
AGREEMENT = "Tenancy agreement"
APPLICATION = "Application"
NOTICE = "Notice and service"
RENT = "Rent account"
WITNESS = "Witness evidence"
PHOTOGRAPHS = "Photographs and incidents"
PROTOCOL = "Pre-Action Protocol"
CIRCUMSTANCES = "Benefit, vulnerability and equality"
CORRESPONDENCE = "Agreements and correspondence"
ORDERS = "Orders and warrants"
COSTS = "Costs"
COVER = "What was asked for"

_P = PaperKind
_EVERYTHING = (
    COVER,
    CORRESPONDENCE,
    CIRCUMSTANCES,
    PROTOCOL,
    AGREEMENT,
    NOTICE,
    RENT,
    STATEMENTS,
    WITNESS,
    PHOTOGRAPHS,
    ORDERS,
    APPLICATION,
    COSTS,
    SUMMARY,
)
SECTIONS: Mapping[PaperKind, tuple[str, ...]] = {
    _P.BUNDLE: (
        SUMMARY,
        STATEMENTS,
        AGREEMENT,
        NOTICE,
        RENT,
        WITNESS,
        PHOTOGRAPHS,
        PROTOCOL,
        CIRCUMSTANCES,
        CORRESPONDENCE,
        ORDERS,
        COSTS,
    ),
    _P.APPLICATION_BUNDLE: (
        APPLICATION,
        ORDERS,
        STATEMENTS,
        AGREEMENT,
        NOTICE,
        RENT,
        PROTOCOL,
        CORRESPONDENCE,
        COSTS,
    ),
    _P.WARRANT_BUNDLE: (ORDERS, RENT, NOTICE, STATEMENTS, CIRCUMSTANCES, CORRESPONDENCE),
    _P.OMBUDSMAN_BUNDLE: _EVERYTHING,
    _P.SUBJECT_ACCESS_BUNDLE: _EVERYTHING,
}
"""By kind of bundle, its sections in order."""

BUNDLES = frozenset(SECTIONS)
"""Every paper that is a bundle: made by a workflow of its own, so that it can be watched and stopped."""

FOR_COURT = frozenset({_P.BUNDLE, _P.APPLICATION_BUNDLE, _P.WARRANT_BUNDLE})
"""Bundles that a court reads, whose arrears figure must be one."""
