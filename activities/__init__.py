"""What workflows have done for them. Each activity is written as "make it so": running it twice does it once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from activities.context import Context


def all_activities(context: "Context") -> list[Callable[..., Any]]:
    """Every activity, working on one database and one file store."""
    # Imported when asked for: workflows read `activities.contract` and must not bring the database with it.
    from activities.build_bundle import BuildBundle  # noqa: PLC0415
    from activities.find_stranded import FindStranded  # noqa: PLC0415
    from activities.keep_record import KeepRecord  # noqa: PLC0415
    from activities.load_case import LoadCase  # noqa: PLC0415
    from activities.make_money_paper import MakeMoneyPaper  # noqa: PLC0415
    from activities.make_paper import MakePaper  # noqa: PLC0415
    from activities.money_case import LoadMoneyCase, RecordMoneyStep  # noqa: PLC0415
    from activities.record_step import RecordStep  # noqa: PLC0415
    from activities.recover_case import RecoverCase  # noqa: PLC0415
    from activities.take_document import TakeDocument  # noqa: PLC0415

    return [
        RecordStep(context).record_step,
        LoadCase(context).load_case,
        MakePaper(context).make_paper,
        BuildBundle(context).build_bundle,
        TakeDocument(context).take_document,
        FindStranded(context).find_stranded,
        KeepRecord(context).keep_record,
        RecoverCase(context).recover_case,
        RecordMoneyStep(context).record_money_step,
        LoadMoneyCase(context).load_money_case,
        MakeMoneyPaper(context).make_money_paper,
    ]
