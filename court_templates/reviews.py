"""The five decisions that a tenant may ask to have reviewed, as letters name them."""

_DECISIONS = {
    "introductory": "to ask the court for possession of your introductory tenancy",
    "extension": "to extend the trial period of your introductory tenancy",
    "demoted": "to ask the court for possession of your demoted tenancy",
    "flexible": "not to grant you another tenancy when your flexible tenancy ends",
    "absolute": "to ask the court for possession on the absolute ground for anti-social behaviour",
}
_LAW = {
    "introductory": "Housing Act 1996 s.129",
    "extension": "Housing Act 1996 s.125B",
    "demoted": "Housing Act 1996 s.143F",
    "flexible": "Housing Act 1985 s.107E",
    "absolute": "Housing Act 1985 s.85ZA",
}


def by_decision(words: dict[str, str]) -> str:
    """Jinja text that prints the words for the decision under review (`ReviewData.of`)."""
    said = "".join(f"{{% {'elif' if n else 'if'} review.of == '{of}' %}}{w}" for n, (of, w) in enumerate(words.items()))
    return said + "{% endif %}"


DECISION = by_decision({of: f"{said} ({_LAW[of]})" for of, said in _DECISIONS.items()})
