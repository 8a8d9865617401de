"""Journeys: whole cases played through the REST API by signed-in people, in a throw-away data folder."""

from runtime.journeys.road import Road

JOURNEYS: dict[str, Road] = {
    road.name: road
    for road in (
        Road(
            name="secure-arrears",
            title="Secure periodic tenancy: s.83 notice, suspended order, breach, warrant, eviction",
            occupancy="secure",
            notice="s83",
            grounds=("1",),
        ),
        Road(
            name="assured-arrears",
            title="Assured social tenancy: s.8 notice on grounds 8, 10 and 11, outright order, warrant, eviction",
            occupancy="assured",
            notice="s8",
            grounds=("8", "10", "11"),
        ),
    )
}
"""Every journey by name."""
