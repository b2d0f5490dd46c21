"""Sentences as a paper for the public tells them: without the numbers by which the office files readings."""

import re
from typing import Final

_FILED: Final = r"[SOB]-\d{2}"
_NOTED: Final = re.compile(rf"\s*\((?:menurut )?(?:tafsir )?{_FILED}(?:, {_FILED})*\)|[;,] tafsir {_FILED}")
_NAMED: Final = re.compile(rf"\b(tafsir) {_FILED}\b")
_UNDER: Final = re.compile(rf"\b([Mm])enurut (?:tafsir )?{_FILED}(?: bacaan)? [A-Z]\b")


def for_the_public(sentence: str) -> str:
    """A sentence of the program without the numbers of readings; what another reading gives stays."""
    told = _UNDER.sub(r"\1enurut bacaan lain", _NOTED.sub("", sentence))
    return _NAMED.sub(r"\1", told)
