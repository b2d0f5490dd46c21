"""Named choices that carry the words people read."""

from enum import StrEnum


class Labelled(StrEnum):
    """A choice with a stable value and an Indonesian label."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Labelled":
        """Make a choice of its value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
