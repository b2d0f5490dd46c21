"""Long numbers of letters in a narrow column: they break after a stroke, never within a part."""

import re
from typing import Final

from documents.printable import printable
from documents.sheet import BODY, Sheet

_PARTS: Final = re.compile(r"[^/]*/+|[^/]+")


def broken_at_strokes(sheet: Sheet, text: str, width: float) -> str:
    """The text with line ends after strokes, where a word is wider than so many millimetres."""
    sheet.write_as(BODY)
    return " ".join(_broken(sheet, word, width) for word in printable(text).split(" "))


def _broken(sheet: Sheet, word: str, width: float) -> str:
    lines = [""]
    for part in _PARTS.findall(word):
        if lines[-1] and sheet.get_string_width(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)
