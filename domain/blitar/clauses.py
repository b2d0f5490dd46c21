"""Every clause that Perbup Blitar 3/2023 has, by its short place, in the order of the text."""

from collections.abc import Iterator
from typing import Final


def _lettered(opening: str, last: str) -> Iterator[str]:
    yield opening
    yield from (f"{opening}.{chr(code)}" for code in range(ord("a"), ord(last) + 1))


CLAUSES: Final = (
    "Judul",
    *(f"Menimbang {letter}" for letter in "abc"),
    *(f"Mengingat {number}" for number in range(1, 12)),
    "1",
    *(f"1.{number}" for number in range(1, 16)),
    *("2(1)", *_lettered("2(2)", "l")),
    *_lettered("3", "c"),
    *_lettered("4", "h"),
    *("5(1)", "5(2)", *_lettered("5(3)", "i")),
    *("6(1)", "6(2)", "6(3)"),
    *_lettered("7", "m"),
    *_lettered("8", "e"),
    *("9(1)", *_lettered("9(2)", "e")),
    *("10", "11(1)", "11(2)"),
    *_lettered("12", "r"),
    *("13(1)", "13(2)", "14", "15(1)", "15(2)", "16(1)", "16(2)", "17"),
)
