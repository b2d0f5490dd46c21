"""Every clause that Perbup Sampang 20/2015 has, by its short place, in the order of the text."""

from collections.abc import Iterator
from typing import Final


def _numbered(opening: str, last: int) -> Iterator[str]:
    yield opening
    yield from (f"{opening}.{number}" for number in range(1, last + 1))


def _lettered(above: str, last: str, first: str = "a") -> Iterator[str]:
    yield from (f"{above}.{chr(code)}" for code in range(ord(first), ord(last) + 1))


# IV.3 and IV.4 read the same; VIII.2 and VIII.5 have no words above their letters.
CLAUSES: Final = (
    *("Judul", *(f"Menimbang {letter}" for letter in "abcd")),
    *(f"Mengingat {number}" for number in range(1, 18)),
    *("Pasal I", "Pasal II"),
    *_numbered("III", 10),
    *("IV", "IV.1", *_lettered("IV.1", "h"), *_numbered("IV.1.i", 2), *_lettered("IV.1", "l", "j")),
    *("IV.2", *_lettered("IV.2", "f"), *_numbered("IV.2.g", 2), "IV.2.h"),
    *("IV.3", *_lettered("IV.3", "g")),
    *("IV.4", *_lettered("IV.4", "g")),
    *("V", *_numbered("V.1", 5)),
    *("VI", "VI.1", "VI.2", *_numbered("VI.2.a", 5), "VI.2.b", "VI.2.c", "VI.3"),
    *_numbered("VII", 10),
    *("VIII", "VIII.1", *_lettered("VIII.1", "d")),
    *(*_numbered("VIII.2.a", 2), *_numbered("VIII.2.b", 6), "VIII.2.c", "VIII.2.d"),
    *("VIII.3", *_lettered("VIII.3", "b")),
    *("VIII.4", *_lettered("VIII.4", "d")),
    *_lettered("VIII.5", "i"),
    *_numbered("IX", 3),
)
