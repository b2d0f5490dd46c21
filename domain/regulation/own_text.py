"""The office's own copy of a regulation: read from a plain text file, and cut into the clauses it has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from domain.problems import Problem
from domain.regulation.clause_coverage import uses
from domain.regulation.clause_walk import cut
from domain.regulation.fragments import hashed_words, stands_in
from domain.regulation.rules import Regulation
from domain.regulation.sources import Citation
from domain.typed import is_text

MOST_BYTES: Final = 1024 * 1024
_AGAIN: Final = "Simpan naskahnya sebagai teks biasa (.txt) dengan pengodean UTF-8, lalu pilih lagi."
# What office programs write, told by the first bytes of the file.
_KINDS: Final[Mapping[bytes, str]] = {
    b"%PDF": "berkas PDF",
    b"PK\x03\x04": "berkas Word, Excel, atau ZIP",
    b"\xd0\xcf\x11\xe0": "berkas Word atau Excel lama",
    b"{\\rtf": "berkas RTF",
    b"\xff\xfe": "teks UTF-16",
    b"\xfe\xff": "teks UTF-16",
}


@dataclass(frozen=True, slots=True)
class OwnText:
    """A copy cut into clauses: their words by place, and what a person should look at before keeping it.

    `doubtful` are the places that the program quotes with words that the copy's clause does not have.
    """

    clauses: Mapping[str, str]
    missing: tuple[str, ...]
    unknown_marks: tuple[str, ...]
    doubtful: tuple[Citation, ...]

    @property
    def sentence(self) -> str:
        """How many clauses of how many were found."""
        found = len(self.clauses)
        return f"{found} dari {found + len(self.missing)} ketentuan"


def text_of(data: bytes) -> str | Problem:
    """The text of a file that came from outside, or why it cannot be read as one."""
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // 1024**2
        return _refused(
            f"Berkas ini lebih besar dari {most} MB. Naskah satu peraturan jauh lebih kecil; periksa apakah "
            "berkasnya benar, lalu pilih lagi."
        )
    kind = next((kind for first, kind in _KINDS.items() if data.startswith(first)), "")
    if kind:
        return _refused(
            f"Ini {kind}, bukan teks UTF-8, jadi tidak dapat dipotong menurut tempatnya. {_AGAIN}"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(f"Berkas ini bukan teks UTF-8, jadi huruf-hurufnya dapat berubah. {_AGAIN}")
    if not is_text(text):
        return _refused(f"Berkas ini memuat tanda yang tidak ada dalam teks biasa. {_AGAIN}")
    if not text.strip():
        return _refused("Berkas ini kosong. Pilih berkas yang memuat naskah peraturannya.")
    return text


def own_text(text: str, regulation: Regulation) -> OwnText:
    """Cut a text into the clauses of a regulation, and look for every fragment that the program quotes."""
    found = cut(text.splitlines(), regulation.clauses)
    missing = tuple(place for place in regulation.clauses if place not in found.clauses)
    doubtful = tuple(_doubtful(regulation, found.clauses))
    return OwnText(found.clauses, missing, found.unknown_marks, doubtful)


def checked_text(data: bytes, regulation: Regulation) -> OwnText | Problem:
    """What a file would give if it were kept; a file in which no clause is found is refused."""
    text = text_of(data)
    if isinstance(text, Problem):
        return text
    found = own_text(text, regulation)
    if not found.clauses:
        return _refused(
            f"Tidak satu pun ketentuan {regulation.instrument.name} ditemukan dalam berkas ini. Periksa "
            "apakah naskahnya benar, atau beri tanda tempat di awal baris, lalu pilih lagi."
        )
    return found


def _doubtful(regulation: Regulation, clauses: Mapping[str, str]) -> Iterator[Citation]:
    hashed = {place: "".join(hashed_words(words)) for place, words in clauses.items()}
    for citation in _quoted(regulation):
        if citation.short in clauses and not stands_in(citation.words, citation.short, hashed):
            yield citation


def _quoted(regulation: Regulation) -> Iterable[Citation]:
    cited = (use.citation for use in uses(regulation))
    quoted = {
        (one.short, one.words): one for one in cited if one.words and one.instrument is regulation.instrument
    }
    order = {place: number for number, place in enumerate(regulation.clauses)}
    return sorted(quoted.values(), key=lambda one: (order.get(one.short, len(order)), one.words))


def _refused(sentence: str) -> Problem:
    return Problem("file", sentence)
