"""What a field holds in the session when a value is typed into it."""

from datetime import date

from domain.typed_days import typed_day
from domain.typed_numbers import typed_number
from pages.parts.store import today

ACTS_ON = ("on", "ends_on", "decision.on", "entry.on")


def as_typed(value):
    """Days and numbers as their fields show them; everything else as it is."""
    if isinstance(value, date):
        return typed_day(value)
    return typed_number(value) if isinstance(value, int) and not isinstance(value, bool) else value


def date_it(screen, button):
    """Type today into the day of the form that a button sends, unless a day is there; gives the button.

    No form that moves money or decides begins with today, and most tests are about something else.
    """
    nonce = str(button.key).partition(":")[0]
    keys = {str(field.key) for field in screen.text_input}
    for field in screen.text_input:
        of, _, name = str(field.key).rpartition(":")
        if name == "ends_on" and f"{of}:starts_on" in keys:
            continue  # what begins may go on without an end
        if of.startswith(nonce) and name in ACTS_ON and not field.value:
            field.set_value(typed_day(today()))
    return button
