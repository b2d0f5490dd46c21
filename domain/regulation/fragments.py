"""Whether a quoted fragment stands in its clause word for word, without the text of the clause."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_LENGTH: Final = 6


def hashed_words(text: str) -> list[str]:
    """Every word of a text as a short hash; capitals and signs count for nothing."""
    return [_hashed(word) for word in _WORD.findall(text.casefold())]


@cache
def _hashed(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()[:_LENGTH]


def stands_in(fragment: str, place: str, clauses: Mapping[str, str]) -> bool:
    """Whether a fragment's words follow each other in a clause, or in what stands below it.

    `clauses` gives the hashed words of each clause by its short place, without those below it.
    """
    whole = "".join(
        words for at, words in clauses.items() if at == place or at.startswith((f"{place}.", f"{place}("))
    )
    wanted = "".join(hashed_words(fragment))
    start = whole.find(wanted)
    while start % _LENGTH and start >= 0:
        start = whole.find(wanted, start + 1)
    return bool(wanted) and start >= 0
