"""The file name of a bundle, as a court office sorts it."""

import re
import unicodedata
from datetime import date

_LONGEST_PART = 30


def bundle_file_name(
    *, claim_number: str, claimant: str, first_defendant: str, kind: str, hearing_on: date, version: int = 1
) -> str:
    """`L00ZZ999_Sample-Homes-v-Sample_Hearing_2027-01-27.pdf`; a re-issued bundle adds `_v2`.

    `first_defendant` is a surname. Accents are dropped and every other character becomes a hyphen, because court
    systems refuse them. The form is practice (confidence C): a court's own directions come first.
    """
    short = f"{_plain(claimant)}-v-{_plain(first_defendant)}"
    again = f"_v{version}" if version > 1 else ""
    return f"{_plain(claim_number)}_{short}_{_plain(kind)}_{hearing_on.isoformat()}{again}.pdf"


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", letters)[:_LONGEST_PART].strip("-") or "x"
