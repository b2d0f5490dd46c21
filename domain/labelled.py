"""Named choices that carry the words people read."""

import re
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


def word_for(label: str) -> str:
    """A label as addresses and names of files bear it: "Surat perjanjian" is "surat-perjanjian"."""
    return "-".join(re.findall(r"[a-z0-9]+", label.lower()))
