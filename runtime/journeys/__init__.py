"""Journeys: whole cases played through the REST API by signed-in people, in a throw-away data folder."""

from runtime.journeys.court import hearing, prepare, to_the_keys
from runtime.journeys.road import Road
from runtime.journeys.scenes import begin, claim, notice
from runtime.journeys.turns import (
    extension,
    lapsed_trial,
    lone_possession_notice,
    no_warrant_yet,
    on_papers,
    paid_down,
    review_upheld,
    same_day_claim,
    second_of_the_pair,
    wrong_tenancy,
)

_TO_THE_KEYS = (begin, notice, claim, hearing, to_the_keys)
_REVIEWED = (begin, notice, review_upheld, claim, hearing, no_warrant_yet)

JOURNEYS: dict[str, Road] = {
    road.name: road
    for road in (
        Road(
            name="secure-arrears",
            title="Secure periodic tenancy: s.83 notice, suspended order, breach, warrant, eviction",
            occupancy="secure",
            notice="s83",
            grounds=("1",),
            suspended=True,
            scenes=_TO_THE_KEYS,
        ),
        Road(
            name="assured-arrears",
            title="Assured social tenancy: s.8 notice on grounds 8, 10 and 11, outright order, warrant, eviction",
            occupancy="assured",
            notice="s8",
            grounds=("8", "10", "11"),
            scenes=_TO_THE_KEYS,
        ),
        Road(
            name="secure-nuisance",
            title="Secure tenancy, ground 2: same-day claim, order suspended on conduct, breach, permission, eviction",
            occupancy="secure",
            track="secure_other",
            notice="s83",
            grounds=("2",),
            suspended=True,
            rent=False,
            scenes=(begin, notice, same_day_claim, hearing, to_the_keys),
        ),
        Road(
            name="secure-absolute",
            title="Secure tenancy, absolute ground: condition and window, review, mandatory order",
            occupancy="secure",
            track="secure_absolute",
            notice="s83za",
            grounds=("84A",),
            rent=False,
            mandatory=True,
            more={"condition": "1", "condition_on": "2026-09-14"},
            scenes=_REVIEWED,
        ),
        Road(
            name="introductory",
            title="Introductory tenancy: s.128 notice for arrears, review with a hearing, mandatory order",
            occupancy="introductory",
            tenancy_ref="T101554",
            notice="s128",
            mandatory=True,
            scenes=_REVIEWED,
        ),
        Road(
            name="introductory-lapsed",
            title="Introductory tenancy: the trial ends before a claim is issued, and the tenancy is secure",
            occupancy="introductory",
            tenancy_ref="T101628",
            notice="s128",
            mandatory=True,
            scenes=(begin, notice, lapsed_trial),
        ),
        Road(
            name="trial-extension",
            title="Introductory tenancy: the trial extended for conduct, nobody asking for a review",
            occupancy="introductory",
            tenancy_ref="T101517",
            cause="conduct",
            notice="s125a",
            rent=False,
            scenes=(begin, notice, extension),
        ),
        Road(
            name="demoted",
            title="Demoted tenancy of a council: s.143E notice, review, mandatory order",
            occupancy="demoted",
            tenancy_ref="T104625",
            notice="s143e",
            mandatory=True,
            scenes=_REVIEWED,
        ),
        Road(
            name="flexible",
            title="Flexible tenancy at the end of its term: the pair of notices, review, mandatory order",
            occupancy="flexible",
            tenancy_ref="T104662",
            notice="s107d_non_renewal",
            rent=False,
            mandatory=True,
            scenes=(
                wrong_tenancy,
                begin,
                lone_possession_notice,
                notice,
                review_upheld,
                second_of_the_pair,
                claim,
                hearing,
                no_warrant_yet,
            ),
        ),
        Road(
            name="ground8-paid-down",
            title="Assured social tenancy: ground 8 paid down on the day of the hearing",
            occupancy="assured",
            notice="s8",
            grounds=("8", "10", "11"),
            scenes=(begin, notice, claim, prepare, paid_down),
        ),
        Road(
            name="starter-section-21",
            title="Starter tenancy: section 21 notice, accelerated claim decided on papers",
            occupancy="assured_shorthold",
            tenancy_ref="T104699",
            track="shorthold",
            notice="s21",
            rent=False,
            mandatory=True,
            route="accelerated",
            more={"confirmed": ["deposit", "gas_and_epc", "licence"]},
            scenes=(begin, notice, claim, on_papers, no_warrant_yet),
        ),
        Road(
            name="market-rent",
            title="Market-rent let under the new regime: four weeks' notice on grounds 8, 10 and 11, outright order",
            occupancy="assured_market",
            notice="s8_new",
            grounds=("8", "10", "11"),
            scenes=_TO_THE_KEYS,
        ),
    )
}
"""Every journey by name."""
