"""What a user typed wrong, as a value that a form can show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in what a user gave: the form field and an Indonesian sentence about it.

    The sentence says what is wrong, why, and what to do. It never repeats the typed text, so
    that it can be logged and shown without exposing personal data. `field` may be empty.
    """

    field: str
    sentence: str
