"""What a field holds in the session when a value is typed into it."""

from datetime import date

from domain.typed_days import typed_day
from domain.typed_numbers import typed_number


def as_typed(value):
    """Days and numbers as their fields show them; everything else as it is."""
    if isinstance(value, date):
        return typed_day(value)
    return typed_number(value) if isinstance(value, int) and not isinstance(value, bool) else value
