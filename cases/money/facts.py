"""What a decision on a money case needs from outside: the same as for any case, and the possession cases before it."""

from cases.facts import Facts


class MoneyFacts(Facts):
    """The facts of an account. `possession_cases` are the ids of every possession case there ever was on it."""

    possession_cases: tuple[str, ...] = ()
