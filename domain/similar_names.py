"""Names that may be one, written in two ways: Aisyah and Aisah, Moh. and Mohammad. A hint, never a proof."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from domain.same_letters import same_form

LIKE: Final = 90
_NOTHING_ALIKE: Final = 50
_TITLES: Final = frozenset(
    ("h", "hj", "haji", "hajah", "bpk", "pak", "bapak", "ibu", "bu", "sdr", "sdri", "drs", "dra", "ir", "kh")
)
# The short forms and spellings of one name, by what they stand for.
_SPELLINGS: Final = {
    "muhamad": ("m", "moh", "mohd", "moch", "much", "muh", "muhd", "md", "mohamad", "mohammad", "mohamed",
                "mohammed", "muhammad", "mochamad", "mochammad", "muchamad", "muchammad"),
    "abdul": ("abd", "abdl", "abdoel"),
    "siti": ("st", "sitti"),
    "ahmad": ("ach", "achmad", "akhmad"),
}  # fmt: skip
_ONE_NAME: Final = {short: name for name, shorts in _SPELLINGS.items() for short in shorts}
# Old and new spellings of one sound, the longer ones first.
_SOUNDS: Final = (("sy", "s"), ("sh", "s"), ("dz", "z"), ("dj", "j"), ("tj", "c"), ("oe", "u"), ("kh", "h"),
                  ("ch", "h"), ("y", "i"), ("v", "f"), ("q", "k"))  # fmt: skip
_TWICE: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 13)
def sounded(name: str) -> str:
    """A name as it is heard: titles gone, usual short forms written out, one letter for one sound."""
    words = [word for word in same_form(name).split() if word not in _TITLES]
    return " ".join(_heard(_ONE_NAME.get(word, word)) for word in words)


def _heard(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _TWICE.sub(r"\1", word)


def similar_among(name: str, others: Sequence[str]) -> set[int]:
    """The places of the names that may be the same name written in another way."""
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.process import extract

    heard = sounded(name)
    if not heard:
        return set()
    # Most names of a kecamatan have nothing in common: they are told apart before they are sounded.
    near = extract(name, others, scorer=token_sort_ratio, score_cutoff=_NOTHING_ALIKE, limit=None)
    as_heard = ((place, sounded(other)) for other, _, place in near)
    return {place for place, told in as_heard if told and token_sort_ratio(heard, told) >= LIKE}


def are_similar(one: str, other: str) -> bool:
    """Whether two names may be one name written in two ways."""
    return bool(similar_among(one, [other]))


class HeardNames:
    """Many names, each sounded once, against which many others are held."""

    def __init__(self, names: Sequence[str]) -> None:
        self._heard = [_in_order(sounded(name)) for name in names]

    def like(self, name: str) -> set[int]:
        """The places of the names that may be the same name written in another way."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract

        heard = _in_order(sounded(name))
        if not heard:
            return set()
        found = extract(heard, self._heard, scorer=ratio, score_cutoff=LIKE, limit=None)
        return {place for _, _, place in found}


def _in_order(heard: str) -> str:
    return " ".join(sorted(heard.split()))
