"""Cutting the plain text of a regulation into its clauses, by its own numbering or by marks of the office."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

_MARK: Final = re.compile(
    r"(?:-\s*)?(?:\((?P<ayat>\d+)\)|(?P<number>\d+)\.|(?P<letter>[a-z])\.|(?P<bracket>\d+)\))\s*"
)
_BY_HAND: Final = re.compile(r"\[(?P<place>[^\[\]]{1,40})\]\s*")
_CHAPTER: Final = re.compile(r"(?:-\s*)?(?P<roman>[IVX]+)\.(?:\s+|$)")
_AMENDING: Final = re.compile(r"\d+\. (?:Pada )?Romawi")
_PREAMBLE: Final = re.compile(r"(?:-\s*)?(?P<name>Menimbang|Mengingat)\s*:?\s*")
_ARTICLE: Final = re.compile(r"(?:Pasal|PASAL) (?P<number>\d+|II?)$")
_OUTSIDE: Final = re.compile(
    r"(?:BAB |Bagian |MEMUTUSKAN|Menetapkan|Ditetapkan|BUPATI |LAMPIRAN|DENGAN RAHMAT)"
)
_PLACE: Final = re.compile(
    r"(?P<top>Pasal II?|[A-Za-z]+|\d+)(?:\((?P<ayat>\d+)\))?(?P<below>(?:[. ][a-z0-9]+)*)"
)
_BEFORE_TITLE: Final = "TENTANG"
_TITLE: Final = "Judul"
_WITH_SPACE: Final = ("Menimbang", "Mengingat")


@dataclass(frozen=True, slots=True)
class Where:
    """A clause by its parts: its chapter or article, then ayat, angka, huruf and butir; blank where none."""

    top: str
    ayat: str = ""
    angka: str = ""
    huruf: str = ""
    butir: str = ""

    @property
    def short(self) -> str:
        """The short form, such as "IV.2.g.1", "5(3).i" or "Menimbang b"."""
        if self.top in _WITH_SPACE:
            return f"{self.top} {self.huruf or self.angka}".strip()
        ayat = f"({self.ayat})" if self.ayat else ""
        return ".".join([self.top + ayat, *filter(None, (self.angka, self.huruf, self.butir))])


def where(short: str) -> Where:
    """The parts of a short form; a number below a number or a letter is a butir."""
    found = _PLACE.fullmatch(short)
    if found is None:
        raise ValueError(f"not a place: {short!r}")
    angka = huruf = butir = ""
    for part in re.split(r"[. ]", found["below"])[1:]:
        if not part.isdigit():
            huruf = part
        elif angka or huruf:
            butir = part
        else:
            angka = part
    return Where(found["top"], found["ayat"] or "", angka, huruf, butir)


@dataclass(frozen=True, slots=True)
class CutText:
    """What a text says clause by clause, and the marks set by hand that name no clause of the regulation."""

    clauses: dict[str, str]
    unknown_marks: tuple[str, ...]


def cut(lines: Iterable[str], places: Sequence[str]) -> CutText:
    """Cut a text into the clauses that a regulation has; `places` are their short forms in their order.

    Each clause holds its own words only, not those of the clauses below it. A line may begin with a mark
    such as "[IV.2.g.1]", which begins that clause whatever the numbering says.
    """
    walk = _Walk(places)
    for line in lines:
        walk.read(line.replace("*", "").replace("#", "").strip())
    clauses = {place: " ".join(walk.own[place]) for place in places if place in walk.own}
    return CutText(clauses, tuple(dict.fromkeys(walk.unknown)))


@dataclass(slots=True)
class _Walk:
    """Walks down the lines and knows in which clause it is."""

    places: Sequence[str]
    own: dict[str, list[str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    _at: Where = Where("")
    _is_open: bool = False
    _tops: frozenset[str] = frozenset()
    _known: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        parts = [where(place) for place in self.places]
        self._tops = frozenset(each.top for each in parts)
        # Some clauses have no words of their own: VIII.5 begins with its huruf a at once.
        self._known = frozenset(above.short for each in parts for above in _with_those_above(each))

    def read(self, line: str) -> None:
        if found := _BY_HAND.match(line):
            self._by_hand(found["place"].strip(), line[found.end() :])
        elif line == _BEFORE_TITLE and not self.own:
            self._begin(_TITLE)
        elif _AMENDING.match(line) or _OUTSIDE.match(line):
            self._is_open = False
        elif top := self._heading(line):
            self._begin(top)
        elif (found := _CHAPTER.match(line)) and found["roman"] in self._tops:
            self._begin(found["roman"])
            self._add(line[found.end() :])
        elif (found := _PREAMBLE.match(line)) and found["name"] in self._tops:
            self._begin(found["name"])
            self._within(line[found.end() :])
        elif self._is_open:
            self._within(line)

    def _heading(self, line: str) -> str:
        found = _ARTICLE.fullmatch(line)
        named = (found["number"], f"Pasal {found['number']}") if found else ()
        return next((top for top in named if top in self._tops), "")

    def _by_hand(self, place: str, rest: str) -> None:
        if place in self._known:
            self._at, self._is_open = where(place), True
            self._within(rest)
        else:
            self.unknown.append(place)
            self._is_open = False

    def _begin(self, top: str) -> None:
        self._at, self._is_open = Where(top), True

    def _within(self, line: str) -> None:
        found = _MARK.match(line)
        next_at = self._next(found) if found and self._at.top != _TITLE else None
        if found is None or next_at is None:
            self._add(line)
            return
        self._at = next_at
        self._within(line[found.end() :])

    def _next(self, mark: re.Match[str]) -> Where | None:
        """The clause that a mark begins; None where the regulation has no such clause, so it is a word."""
        at = self._at
        if mark["ayat"]:
            found = Where(at.top, mark["ayat"])
        elif mark["letter"]:
            found = Where(at.top, at.ayat, at.angka, mark["letter"])
        else:
            number = mark["bracket"] or mark["number"]
            butir = Where(at.top, at.ayat, at.angka, at.huruf, number)
            is_next = int(number) == int(at.butir or 0) + 1
            is_below = (at.angka or at.huruf) and is_next and butir.short in self._known
            found = butir if mark["bracket"] or is_below else Where(at.top, at.ayat, number)
        return found if found.short in self._known else None

    def _add(self, words: str) -> None:
        if words and self._at.short in self.places:
            self.own.setdefault(self._at.short, []).append(words)


def _with_those_above(place: Where) -> tuple[Where, ...]:
    top, ayat, angka, huruf = place.top, place.ayat, place.angka, place.huruf
    return (place, Where(top, ayat, angka, huruf), Where(top, ayat, angka), Where(top, ayat), Where(top))
