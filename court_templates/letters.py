"""The top and the end of a letter: one to each tenant, on a page of its own."""

from collections.abc import Sequence
from typing import Any

from court_templates.kit import keep_with_next, para, tag


def letter_top(subject: str, *, reference: str = "Our reference {{ case_id }}", dear: bool = True) -> list[Any]:
    """The landlord, the addressee, the date, the subject and "Dear"; opens the loop over tenants as `t`."""
    name = "{{ landlord.name }}"
    made = [
        tag("for t in tenants"),
        tag("if loop.first"),
        para(name, size=13, bold=True, style="Heading1"),
        tag("else"),
        para(name, size=13, bold=True, style="Heading1", break_before=True),
        tag("endif"),
        para("{{ landlord.address|lines }}", size=8.5, after=1),
        para(
            "{{ landlord.phone }}{% if landlord.phone and landlord.email %} · {% endif %}{{ landlord.email }}",
            size=8.5,
            after=14,
        ),
        para("{{ t.full_name }}\n{{ t.address|stacked }}", after=10),
        para("{{ made_on|long_date }}", after=10),
        para(reference, size=8.5, after=8),
        para(f"**{subject}**", size=11, after=6),
    ]
    return [*made, para("Dear {{ t.salutation or t.full_name }}", after=6)] if dear else made


def letter_end(enclosed: str = "", *, enclosed_if: str = "", closing: Sequence[Any] = ()) -> list[Any]:
    """Who signs, what is enclosed ("rent statement") and who else is written to; closes the loop over tenants.

    `enclosed_if`: the Jinja test on which it is enclosed; empty: always.
    `closing` is the letter's last section, tied to the signature so that no page holds the signature alone.
    """
    each = "We have sent the same letter to each of you: {{ tenants|names }}."
    many = f"{{% if tenants|length > 1 %}}{each}{{% endif %}}"
    last = f"Enclosed: {enclosed}.{{% if tenants|length > 1 %}} {each}{{% endif %}}" if enclosed else many
    if enclosed_if:
        last = f"{{% if {enclosed_if} %}}{last}{{% else %}}{many}{{% endif %}}"
    keep_with_next(*closing)
    return [
        *closing,
        para("Yours sincerely", after=22, keep=True),
        para("{{ landlord.signatory_name }}\n{{ landlord.signatory_position }}", after=8, keep=bool(last)),
        para(last, size=8.5, after=4),
        tag("endfor"),
    ]


def section(heading: str, *words: str, after: float = 6) -> list[Any]:
    """A bold line kept with the first of the paragraphs under it."""
    return [para(f"**{heading}**", after=2, keep=True), *(para(part, after=after) for part in words)]


def section_if(test: str, heading: str, *words: str) -> list[Any]:
    """A section printed only where the Jinja expression `test` holds."""
    return [tag(f"if {test}"), *section(heading, *words), tag("endif")]
