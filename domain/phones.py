"""A telephone number as people write it, made into the one that a link can call."""

from typing import Final

_COUNTRY: Final = "62"
_SHORTEST, _LONGEST = 10, 15  # with the country, by ITU-T E.164


def international(told: str) -> str:
    """The digits with the country before them; blank for what cannot be a mobile number of Indonesia."""
    digits = "".join(sign for sign in told if sign.isascii() and sign.isdigit())
    if digits.startswith("0"):
        digits = _COUNTRY + digits.lstrip("0")
    elif digits.startswith("8"):
        digits = _COUNTRY + digits
    is_mobile = digits.startswith(f"{_COUNTRY}8") and _SHORTEST <= len(digits) <= _LONGEST
    return digits if is_mobile else ""
