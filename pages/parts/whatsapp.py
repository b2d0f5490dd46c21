"""The address that opens WhatsApp with words already written; who sends them to whom is chosen there."""

from typing import Final
from urllib.parse import quote

_WHATSAPP: Final = "https://wa.me/"


def whatsapp_address(words: str, to: str = "") -> str:
    """The address for some words, to a number or to whom its user chooses.

    Nothing is sent and nobody is asked until a person opens it.
    """
    return f"{_WHATSAPP}{to}?text={quote(words, safe='')}"
