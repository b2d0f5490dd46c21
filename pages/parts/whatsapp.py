"""The address that opens WhatsApp with words already written; who sends them to whom is chosen there."""

from typing import Final
from urllib.parse import quote

_WHATSAPP: Final = "https://wa.me/?text="


def whatsapp_address(words: str) -> str:
    """The address for some words; nothing is sent and nobody is asked until a person opens it."""
    return f"{_WHATSAPP}{quote(words, safe='')}"
