"""Names for ids, at the last moment: refusals and labels speak of people by their ids, pages by their names."""

import re
from collections.abc import Iterable, Mapping

from cases.available import Action
from cases.ranking import Recommended
from cases.refusals import Refusal


def named(text: str, names: Mapping[str, str]) -> str:
    """The text with every person's id put as their name."""
    if not names:
        return text
    ids = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<![\w-])(?:{ids})(?![\w-])", lambda found: names[found[0]], text)


def refusals_named(refusals: Iterable[Refusal], names: Mapping[str, str]) -> tuple[Refusal, ...]:
    """The refusals as a page shows them."""
    return tuple(
        refusal.model_copy(update={"says": named(refusal.says, names), "mend": named(refusal.mend, names)})
        for refusal in refusals
    )


def recommended_named(recommended: Iterable[Recommended], names: Mapping[str, str]) -> list[Recommended]:
    """The recommendations as a page shows them."""
    return [each.model_copy(update={"because": named(each.because, names)}) for each in recommended]


def actions_named(actions: Iterable[Action], names: Mapping[str, str]) -> list[Action]:
    """The actions as a page shows them."""
    return [
        action.model_copy(update={"why": named(action.why, names), "refusals": refusals_named(action.refusals, names)})
        for action in actions
    ]
