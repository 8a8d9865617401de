"""How many examples a property is tried on: few in every run, many when new ones are looked for."""

from hypothesis import settings

FURTHER = 20


def examples(every_run: int) -> int:
    """`every_run` examples, the same on every machine; twenty times as many under the profile `searching`."""
    return every_run * (FURTHER if settings.get_current_profile_name() == "searching" else 1)
