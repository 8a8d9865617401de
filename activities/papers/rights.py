"""The right to possession that a claim rests on where no ground of a schedule is relied on, in our own words."""

from collections.abc import Mapping

from cases.words import NoticeKind
from documents.papers.base import Confidence
from documents.papers.data import GroundData

_MUST = "The court must order possession if this is shown (mandatory)."
_COMMON = "common law; HA 1980 s.89"
_N = NoticeKind


def _right(code: str, title: str, substance: str, citation: str, confidence: Confidence = "B") -> GroundData:
    return GroundData(
        code=code,
        title=title,
        substance=substance,
        power=_MUST,
        citation=citation,
        confidence=confidence,
    )


RIGHTS: Mapping[NoticeKind, GroundData] = {
    _N.S128: _right(
        "Section 127",
        "Introductory tenancy",
        "The tenancy is introductory. Notice of proceedings with the reasons was given, and the date in it has passed.",
        "HA 1996 ss.127-128",
    ),
    _N.S143E: _right(
        "Section 143D",
        "Demoted tenancy",
        "The tenancy is demoted. Notice of proceedings with the reasons was given, and the date in it has passed.",
        "HA 1996 ss.143D-143E",
    ),
    _N.S107D_POSSESSION: _right(
        "Section 107D",
        "End of a flexible tenancy",
        "The flexible term has ended. Six months' notice that no other tenancy would be granted, and two months' "
        "notice that possession is required, were given.",
        "HA 1985 s.107D",
    ),
    _N.S21: _right(
        "Section 21",
        "Assured shorthold tenancy",
        "The tenancy is an assured shorthold. Notice requiring possession was given, and the date in it has passed.",
        "HA 1988 s.21",
    ),
    _N.NOTICE_TO_QUIT: _right(
        "Notice to quit",
        "A tenancy without security, ended by notice",
        "The tenancy has no security of tenure. It was ended by a notice to quit, which has run out.",
        f"PEA 1977 ss.3, 5; {_COMMON}",
    ),
    _N.LICENCE_END: _right(
        "Licence",
        "A licence, ended by notice",
        "The home was occupied under a licence without security. It was ended by a notice, which has run out.",
        f"PEA 1977 ss.3, 5; {_COMMON}",
    ),
    _N.GARAGE: _right(
        "Notice to quit",
        "A garage let with no dwelling",
        "The garage is let under an agreement that was ended by a notice, which has run out.",
        _COMMON,
        "C",
    ),
    _N.ESTATE: _right(
        "Notice to quit",
        "A tenancy that passed to nobody",
        "The tenant has died and nobody succeeds to the tenancy. It was ended by a notice to quit to the personal "
        "representatives, with a copy to the Public Trustee, and the notice has run out.",
        f"LP(MP)A 1994 s.18; PEA 1977 s.5; {_COMMON}",
    ),
    _N.LEAVE: _right(
        "Trespass",
        "Occupation without a right",
        "The occupiers entered or stayed without any tenancy or licence, and were asked to leave.",
        "CPR 55.1(b); common law",
        "C",
    ),
}
"""By the notice that was given. A notice that rests on grounds has none."""
