"""The font of the papers, read once for a process: each paper begins with a copy that knows no letter yet."""

from copy import copy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from font_roboto import Roboto, RobotoBold
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fpdf import FPDF
from fpdf.fonts import SubsetMap, TTFFont

FAMILY: Final = "roboto"
_FILES: Final = {"": Roboto, "B": RobotoBold}


def take_typeface(paper: FPDF) -> None:
    """Give a paper both weights of the font, of which its file keeps the letters that it writes."""
    for style in _FILES:
        read = _read(style)
        font = copy(read)
        font.i = len(paper.fonts) + 1
        font.cw = read.cw.copy()
        font.missing_glyphs = []
        # Printing takes away what is not used, so each paper has tables of its own, read when needed.
        font.ttfont = TTFont(BytesIO(_bytes(style)), recalcTimestamp=False, lazy=True)
        font.subset = SubsetMap(font)
        paper.fonts[font.fontkey] = font


def drawable() -> frozenset[int]:
    """The characters that both weights have."""
    return frozenset.intersection(*(frozenset(_read(style).cmap) for style in _FILES))


@cache
def _read(style: str) -> TTFFont:
    fonts = FPDF()
    fonts.add_font(FAMILY, style, _FILES[style])
    (font,) = (one for one in fonts.fonts.values() if isinstance(one, TTFFont))
    return font


@cache
def _bytes(style: str) -> bytes:
    return Path(_FILES[style]).read_bytes()
