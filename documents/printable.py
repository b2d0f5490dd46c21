"""Text made fit for paper: what people typed stays as it is, as far as a font can draw it."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Final

from documents.other_scripts import draws, written
from documents.typeface import drawable

ELLIPSIS: Final = "…"
CODE: Final = "[U+"
_LINE_END: Final = "\n"


def printable(text: str) -> str:
    """The text with its code in brackets for every character that no font here can draw: [U+4E2D].

    Line ends stay. Characters without a shape of their own (joiners, marks that turn the writing
    direction, soft hyphens) are dropped, other white space becomes a space.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isascii() and text.isprintable():
        return text
    shown = "".join(map(_shown, written(text)))
    runs = groupby(shown, key=_is_drawn)
    return "".join("".join(run) if drawn else _codes(run) for drawn, run in runs)


def not_printable(text: str) -> str:
    """The characters of a text, each once, that a paper shows by their code alone."""
    shown = "".join(map(_shown, written(unicodedata.normalize("NFC", text))))
    return "".join(dict.fromkeys(one for one in shown if not _is_drawn(one)))


def one_line(text: str, longest: int) -> str:
    """What a person typed, on one line and cut with an ellipsis after `longest` characters."""
    line = " ".join(printable(text[: 4 * longest]).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + ELLIPSIS


def _shown(character: str) -> str:
    if character == _LINE_END:
        return character
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    return character


def _is_drawn(character: str) -> bool:
    return character == _LINE_END or ord(character) in _drawable() or draws(character)


def _codes(run: Iterable[str]) -> str:
    return f"{CODE}{' U+'.join(f'{ord(one):04X}' for one in run)}]"


@cache
def _drawable() -> frozenset[int]:
    """The characters that the font of the papers has; control characters are not among them."""
    return frozenset(code for code in drawable() if code >= ord(" ") and not 0x7F <= code < 0xA0)
