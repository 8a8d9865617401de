"""What the law room refuses, each refusal saying which fact, which rule and what would mend it.

LawError
├── UnknownGround        no such ground in either schedule
├── GroundNotForTenancy  a real ground that this tenancy or notice cannot use
├── NoAnchor             a period rule asked for without the day a period begins
├── OutsideTables        a day our dated tables do not cover
├── NotPence             money that is not a whole number of pence
├── BadFact              a fact that cannot be right as given
├── TooEarly             a date earlier than the law allows
├── NotThisRoute         a rule that does not exist for this tenancy or on this day
└── NeedsLawyer          the Act does not answer: a person must
"""


class LawError(ValueError):
    """A refusal by the law room.

    `field` names the fact at fault, `rule` says in words what it offends, `mend` what would put it right.
    """

    def __init__(self, field: str, rule: str, mend: str) -> None:
        super().__init__(f"{field}: {rule} {mend}")
        self.field = field
        self.rule = rule
        self.mend = mend

    def __reduce__(self) -> tuple[type["LawError"], tuple[str, str, str]]:
        return type(self), (self.field, self.rule, self.mend)


class UnknownGround(LawError):
    """No ground of that number is in HA 1985 Sch 2 or HA 1988 Sch 2 as we hold them."""


class GroundNotForTenancy(LawError):
    """The ground exists, but not for this occupancy type, notice or day."""


class NoAnchor(LawError):
    """The rule runs to the end of a period and no first day of a period was given."""


class OutsideTables(LawError):
    """The day is not covered by a dated table (bank holidays, fees)."""


class NotPence(LawError):
    """Money must be an integer number of pence."""


class BadFact(LawError):
    """The fact cannot be right as given: wrong type, empty, negative or contradictory."""


class TooEarly(LawError):
    """The date given is earlier than the law allows."""


class NotThisRoute(LawError):
    """The notice or step asked about is not one this tenancy has on that day."""


class NeedsLawyer(LawError):
    """The Act gives no answer for these facts; a solicitor must decide."""
