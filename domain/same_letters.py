"""Letters that look the same are the same letter when names are compared, wherever they were typed."""

import unicodedata
from functools import lru_cache
from typing import Final

# What keyboards, Word and copied pages write for an apostrophe; Unicode holds the first ones for letters.
_APOSTROPHES: Final = "ʼʻʽˈʹˊˋʾʿꞌ’‘‛`´′＇"
# Cyrillic and Greek letters that cannot be told from Latin ones, each beside the one that is meant.
_LOOK_ALIKES: Final = {
    **dict(zip("АВЕЅІЈКМНОРСТУХԚԜ", "ABESIJKMHOPCTYXQW", strict=True)),
    **dict(zip("авеѕіјкмнорстухԛԝԁһ", "abesijkmhopctyxqwdh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("αικνορτυχϲϳ", "aikvoptuxcj", strict=True)),
    "ı": "i", "ȷ": "j", "ɑ": "a", "ɡ": "g",
}  # fmt: skip
_SAME: Final = str.maketrans(_LOOK_ALIKES | dict.fromkeys(_APOSTROPHES, "'"))
_UNSEEN: Final = ("Mn", "Me", "Cf")  # accents that stand on a letter, and marks that nobody sees


# The rows of a pile say the same few words again and again.
@lru_cache(maxsize=1 << 13)
def same_form(text: str) -> str:
    """What two texts are compared by: plain letters and digits in lower case, single spaces between."""
    apart = unicodedata.normalize("NFKD", text.translate(_SAME))
    plain = "".join(c for c in apart if unicodedata.category(c) not in _UNSEEN)
    shown = unicodedata.normalize("NFKC", plain).translate(_SAME).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in shown).split())
