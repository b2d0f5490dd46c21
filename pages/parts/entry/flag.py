"""The mark in a visit that something was refused for want of a recent sign-in."""

from typing import Final

SIGN_IN_AGAIN: Final = "masuk-lagi-diminta"
