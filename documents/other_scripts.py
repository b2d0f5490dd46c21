"""Letters that the font of the papers lacks and another one has: Arabic, and small pictures (emoji).

Read only when a text holds one: most papers hold none.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_PACKAGE: Final = "manimgx_fonts"
_FILES: Final = {"arab": "NotoSansArabic[wght].ttf", "emoji": "NotoEmoji[wght].ttf"}
# Below these no other font is asked; Roboto has what is Latin, Greek and Cyrillic.
_FIRST_LETTER: Final = 0x0590
# Quotes, dashes, arrows and signs of money, which Roboto has itself as far as papers use them.
_OWN: Final = range(0x1E00, 0x2100)
_RIGHT_TO_LEFT: Final = range(0x0590, 0x0900)
_SHAPED: Final = range(0xFB50, 0xFF00)


def draws(character: str) -> bool:
    """Whether one of the other fonts has a character."""
    return _font_of(character) is not None


def fonts_for(text: str) -> list[tuple[str, Path]]:
    """The names and the files of the other fonts that the characters of a text need."""
    if text.isascii():
        return []
    needed = dict.fromkeys(filter(None, map(_font_of, text)))
    return [(name, _fonts()[name][0]) for name in needed]


def _font_of(character: str) -> str | None:
    code = ord(character)
    if code < _FIRST_LETTER or code in _OWN:
        return None
    return next((name for name, (_, codes) in _fonts().items() if code in codes), None)


def written(text: str) -> str:
    """The text with Arabic letters in the shapes they take beside each other, in the order of the page.

    What is written so already stays as it is.
    """
    if not any(ord(one) in _RIGHT_TO_LEFT for one in text) or any(ord(one) in _SHAPED for one in text):
        return text
    from arabic_reshaper import reshape  # type: ignore[import-untyped]
    from fpdf.bidi import BidiParagraph
    from fpdf.enums import TextDirection

    lines = (reshape(line) for line in text.split("\n"))
    return "\n".join(
        BidiParagraph(text=line, base_direction=TextDirection.LTR).get_reordered_string() if line else ""
        for line in lines
    )


@cache
def _fonts() -> dict[str, tuple[Path, frozenset[int]]]:
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        return {}
    folder = Path(found.origin).parent
    return {name: (folder / file, _codes_of(folder / file)) for name, file in _FILES.items()}


def _codes_of(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())
