"""Changes that no test can notice, each with its reason. The key is part of the change as `mutants` prints it."""

EXPLAINED: dict[str, str] = {}
