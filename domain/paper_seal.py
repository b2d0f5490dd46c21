"""The number by which a paper that went out is found again: printed on its last line, as text and as a QR."""

import re
from datetime import date
from hashlib import sha256
from typing import Final

# No 0 and O, no 1 and I: what is read aloud is typed right.
_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LONG: Final = 12
_SEAL: Final = re.compile(
    rf"(?<![0-9A-Z])([{_LETTERS}]{{4}})[- ]?([{_LETTERS}]{{4}})[- ]?([{_LETTERS}]{{4}})(?![0-9A-Z])"
)
_KEPT: Final = "nomor periksa"


def seal_of(title: str, number: str, on: date) -> str:
    """The seal of a paper by its title, the office's number and its day: "7K3M-Q2XW-9PAB"."""
    digest = int.from_bytes(sha256(f"{title}\n{number.strip()}\n{on.isoformat()}".encode()).digest())
    letters = "".join(_LETTERS[digest >> 5 * place & 31] for place in range(_LONG))
    return "-".join(letters[first : first + 4] for first in range(0, _LONG, 4))


def seal_in(text: str) -> str:
    """The seal that stands in what was typed or scanned, in its usual form; empty where there is none."""
    found = _SEAL.search(text.upper())
    return "-".join(found.groups()) if found else ""


def kept_words(seal: str) -> str:
    """The words under which a seal is kept inside the file."""
    return f"{_KEPT} {seal}"


def seal_kept_in(pdf: bytes) -> str:
    """The seal inside a file, as `kept_words` put it there; empty where there is none."""
    found = re.search(rb"/Keywords \(" + _KEPT.encode() + rb" ([0-9A-Z-]{14})\)", pdf)
    return found.group(1).decode() if found else ""
