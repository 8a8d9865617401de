"""Changes that no test can notice, each with its reason. The key is part of the change as `mutants` prints it."""

EXPLAINED: dict[str, str] = {
    "calendar.py: pace = timedelta(days=1 if n > 0 else -1)": "no business days are added for zero, either way",
}
