"""What is refused of an official PDF, and how it is said."""


class FormRefused(Exception):
    """A PDF, a mapping or a value that cannot be used. `reasons`: plain sentences without personal words."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__(" ".join(reasons))
