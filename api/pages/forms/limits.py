"""How long what is typed may be where a court's form or a letter takes only so much of it.

The numbers are those of the papers' own boxes (`court_templates`); a test holds them equal.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from api.pages.forms.fields import Field
from api.staging import MOST_CHARACTERS
from cases.refusals import Refusal


@dataclass(frozen=True)
class Limit:
    """So many characters, and what takes no more. `boxes` are the papers and their fields that the number is of."""

    characters: int
    of: str
    boxes: tuple[tuple[str, str], ...] = ()
    told_from: int = 0
    """From how many hundredths of it the count shows as one types; 0: at once."""

    @property
    def hint(self) -> str:
        """What is said beside the field."""
        return f"{self.of} takes up to {self.characters:,} characters."


_NOTICES = tuple((paper, "notice.particulars") for paper in ("nsp_s83", "nsp_s83_fixed", "notice_s8", "notice_s8_new"))
_TERMS = Limit(4_000, "The order's summary", (("draft_order", "order.terms"), ("n325a", "order.terms")))
LIMITS: Mapping[tuple[str, str], Limit] = {
    ("draft_notice", "particulars"): Limit(6_400, "The notice", _NOTICES),
    ("draft_claim", "signer"): Limit(100, "The statement of truth"),
    ("issue_claim", "claim_number"): Limit(40, "The form", (("n244", "claim_number"),)),
    ("issue_claim", "court"): Limit(100, "The form"),
    ("set_ask", "other_terms"): _TERMS,
    ("record_outcome", "other_terms"): _TERMS,
    ("offer_arrangement", "other_terms"): Limit(
        2_000, "The letter of the arrangement", (("arrangement_letter", "agreement.terms"),)
    ),
    ("draft_warrant", "access"): Limit(
        2_000,
        "The request for the warrant",
        (("n325", "warrant.access"), ("n325a", "warrant.access"), ("n293a", "warrant.access")),
    ),
    ("decide_review", "reasons"): Limit(6_400, "The letter of the decision", (("review_outcome", "review.reasons"),)),
    ("request_paper/n244", "reasons"): Limit(6_400, "The application (N244)", (("n244", "application.why"),)),
    ("request_paper/n244", "needs"): Limit(2_000, "The application (N244)", (("n244", "application.vulnerable"),)),
    ("request_paper/homelessness_referral", "reasons"): Limit(
        6_400, "The referral", (("homelessness_referral", "referral.reasons"),)
    ),
}
"""By the act and the field; of a paper's own form, by the act, the paper and the field."""


ANY = Limit(MOST_CHARACTERS, "This box", told_from=75)
"""Of free text that no paper takes less of."""


def limit_of(command: str, subject: str, field: Field) -> Limit | None:
    """The limit of a field of an act's form; None where it holds no text that is counted."""
    paper = subject.partition("/")[2]
    found = LIMITS.get((f"{command}/{paper}", field.name) if paper else (command, field.name))
    return ANY if found is None and field.widget == "words" else found


def too_long(command: str, subject: str, field: Field, value: object) -> Refusal | None:
    """The refusal of words that are longer than their form takes, with how many there are; None where they fit.

    A line's end counts as one character, as it is kept and printed.
    """
    limit = limit_of(command, subject, field)
    if limit is None or not isinstance(value, str):
        return None
    typed = len(value.replace("\r\n", "\n"))
    over = typed - limit.characters
    if over <= 0:
        return None
    return Refusal(
        code="too_long",
        says=f"{field.label}: {typed:,} characters of {limit.characters:,}, so {over:,} too many. {limit.hint}",
        mend=f"Shorten it by {over:,}.",
        field=field.name,
    )
