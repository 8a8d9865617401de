"""Numbers of things in words that agree with them."""


def how_many(number: int, noun: str) -> str:
    """As in '1 tenant' and '2 tenants'; the noun takes a plain s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def share_of(part: int, whole: int, noun: str) -> str:
    """As in '1 of 2 tenants'; of a single one 'the tenant'."""
    return f"the {noun}" if whole == 1 else f"{part} of {whole} {noun}s"
