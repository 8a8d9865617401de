"""Where a person is sent next: never out of this service."""

import re

_OURS = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")


def inside(address: str, otherwise: str = "/") -> str:
    """The address if it is a path within this service; `otherwise` for anything else, however it is disguised."""
    return address if _OURS.fullmatch(address) else otherwise
