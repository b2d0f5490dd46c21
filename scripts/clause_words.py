"""Writes the words of each clause of a regulation as hashes, by which a test holds every quoted fragment.

    python -m scripts.clause_words sampang TEXT
    python -m scripts.clause_words blitar TEXT

TEXT is the office's own copy of the regulation as plain text. What is written are short hashes of single
words in their order, no sentences.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from domain.regulation.fragments import hashed_words

ROOT = Path(__file__).resolve().parents[1]
_MARK = re.compile(
    r"(?:-\s*)?(?:\((?P<ayat>\d+)\)|(?P<number>\d+)\.|(?P<letter>[a-z])\.|(?P<bracket>\d+)\))\s*"
)
_CHAPTER = re.compile(r"(?:-\s*)?(?P<roman>III|IV|V|VI|VII|VIII|IX)\.\s")
_AMENDING = re.compile(r"\d+\. (?:Pada )?Romawi")
_PREAMBLE = re.compile(r"(?:-\s*)?(?P<name>Menimbang|Mengingat)\s*:?\s*")
_ARTICLE = re.compile(r"Pasal (?P<number>\d+|II?)$")
_OUTSIDE = re.compile(r"(?:BAB |Bagian |MEMUTUSKAN|Menetapkan|Ditetapkan|BUPATI |LAMPIRAN)")
_TITLE = "TENTANG"


class _Reader:
    """Walks down the lines and knows in which clause it is."""

    def __init__(self) -> None:
        self.own: dict[str, list[str]] = {}
        self._top = self._ayat = self._angka = self._huruf = self._butir = ""
        self._is_open = False

    def read(self, lines: Iterator[str]) -> dict[str, list[str]]:
        for line in lines:
            self._line(line.replace("*", "").replace("#", "").strip())
        return self.own

    def _line(self, line: str) -> None:
        if line == _TITLE and not self.own:
            self._begin("Judul")
        elif _AMENDING.match(line) or _OUTSIDE.match(line) or line.startswith("DENGAN RAHMAT"):
            self._is_open = False
        elif found := _ARTICLE.fullmatch(line):
            number = found["number"]
            self._begin(number if number.isdigit() else f"Pasal {number}")
        elif found := _CHAPTER.match(line):
            self._begin(found["roman"])
            self._add(line[found.end() :])
        elif found := _PREAMBLE.match(line):
            self._begin(found["name"])
            self._line(line[found.end() :])
        elif self._is_open:
            self._within(line)

    def _begin(self, top: str) -> None:
        self._top, self._is_open = top, True
        self._ayat = self._angka = self._huruf = self._butir = ""

    def _within(self, line: str) -> None:
        found = _MARK.match(line)
        if found is None or self._top == "Judul":
            self._add(line)
            return
        if found["ayat"]:
            self._ayat, self._angka, self._huruf, self._butir = found["ayat"], "", "", ""
        elif found["letter"]:
            self._huruf, self._butir = found["letter"], ""
        elif found["bracket"] or self._is_butir(int(found["number"])):
            self._butir = found["bracket"] or found["number"]
        else:
            self._angka, self._huruf, self._butir = found["number"], "", ""
        self._within(line[found.end() :])

    def _is_butir(self, number: int) -> bool:
        """Whether a number with a dot stands below the clause that is open, not beside it."""
        if self._butir:
            return number == int(self._butir) + 1
        below = self._huruf or (self._top == "V" and self._angka)
        return bool(below) and number == 1

    def _add(self, words: str) -> None:
        if words:
            self.own.setdefault(self._place(), []).extend(hashed_words(words))

    def _place(self) -> str:
        if self._top in ("Menimbang", "Mengingat"):
            return f"{self._top} {self._huruf or self._angka}".strip()
        ayat = f"({self._ayat})" if self._ayat else ""
        below = [part for part in (self._angka, self._huruf, self._butir) if part]
        return ".".join([self._top + ayat, *below])


def main(programme: str, text: Path) -> None:
    """Write the table of one programme's regulation."""
    found = _Reader().read(iter(text.read_text("utf-8").splitlines()))
    table = {place: "".join(words) for place, words in found.items()}
    target = ROOT / "tests" / "domain" / programme / "clause_words.json"
    target.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
