"""What the papers refuse, and how they say it."""


class PaperRefused(Exception):
    """A paper that must not be made.

    `reasons` holds every reason found, each one plain sentence that an officer can act on. It never holds
    a tenant's name or other personal text, so it may be logged.
    """

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(reasons))
