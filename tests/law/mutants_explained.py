"""Changes that no test can notice, each with its reason. The key is part of the change as `mutants` prints it."""

_PLACES = "only the places of the figure are read, not its value"

EXPLAINED: dict[str, str] = {
    "calendar.py: pace = timedelta(days=1 if need_count(": "no business days are added for zero, either way",
    "ground8.py: by_age = period.months >= 3 -> 3 becomes 2": "a rent period of two months is refused before",
    "money.py: return int(value.quantize(Decimal(1), ROUND_HALF_UP))": _PLACES,
    'statistics.py: _PLACES = Decimal("0.001")': _PLACES,
    "periods.py: earliest, step = (first, first_step) if first": "no day is first and last of a period at once",
    "periods.py: floors.insert(0, ": "before the only item of a list is the same place from either end",
    "calendar.py: while _seen_closed(day) if day > TABLE_ENDS": "on the table's last day both see the same",
    'need_date("on", on) < rule.held.begins': "asked on its first day the same rule is found",
    "terms.py: for i in range(len(lines) - 1, -1, -1): -> 1 becomes 2": "the newest sum is all unpaid by then",
    "terms.py: missed = [line.on for line, (rent, instalment) in zip(": "the two lists are always of one length",
    "terms.py: owed.setdefault(day, [0, 0])[0] = ": "the cell is written over at once",
    "court.py: if minute is not None and minute <= COURT_OFFICE_SHUTS and settle(day, 1) == day: -> 1 becomes 2": (
        "only whether the day is open is asked, not which day comes next"
    ),
    "fees.py: for row, last in zip(": "the two lists are always of one length",
    'service.py: ServiceMethod("text_message", ': "a text message is never service, so its day is never counted",
}
