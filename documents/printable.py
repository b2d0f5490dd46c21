"""Text made fit for paper: what people typed stays as it is, as far as the font can draw it."""

import unicodedata
from functools import cache
from typing import Final

from font_roboto import Roboto, RobotoBold
from fpdf import FPDF
from fpdf.fonts import TTFFont

SUBSTITUTE: Final = "\ufffd"
ELLIPSIS: Final = "…"
_LINE_END: Final = "\n"


def printable(text: str) -> str:
    """The text with a visible substitute for every character that the font cannot draw.

    Line ends stay. Characters without a shape of their own (joiners, marks that turn the writing
    direction, soft hyphens) are dropped, other white space becomes a space.
    """
    return "".join(map(_drawn, unicodedata.normalize("NFC", text)))


def one_line(text: str, longest: int) -> str:
    """What a person typed, on one line and cut with an ellipsis after `longest` characters."""
    line = " ".join(printable(text[: 4 * longest]).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + ELLIPSIS


def _drawn(character: str) -> str:
    if character == _LINE_END:
        return character
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    return character if ord(character) in _drawable() else SUBSTITUTE


@cache
def _drawable() -> frozenset[int]:
    """The characters that both weights of the font have; control characters are not among them."""
    fonts = FPDF()
    fonts.add_font("roboto", "", Roboto)
    fonts.add_font("roboto", "B", RobotoBold)
    found = [frozenset(font.cmap) for font in fonts.fonts.values() if isinstance(font, TTFFont)]
    both = frozenset.intersection(*found)
    return frozenset(code for code in both if code >= ord(" ") and not 0x7F <= code < 0xA0)
