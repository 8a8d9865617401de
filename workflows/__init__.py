"""What waits. Workflows hold a case's state, wait for people and dates, and ask activities for everything else."""


def all_workflows() -> list[type]:
    """Every workflow that a worker of the cases queue runs."""
    # Imported when asked for: programs that only need a queue's name read this package too.
    from workflows.bundle_building import BundleBuilding  # noqa: PLC0415
    from workflows.closed_case import ClosedCase  # noqa: PLC0415
    from workflows.money_case import MoneyCase  # noqa: PLC0415
    from workflows.possession_case import PossessionCase  # noqa: PLC0415
    from workflows.sweep import DailySweep  # noqa: PLC0415

    return [PossessionCase, ClosedCase, MoneyCase, BundleBuilding, DailySweep]
