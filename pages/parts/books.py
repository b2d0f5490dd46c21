"""A regulation as the legal-basis screen shows it: its chapters, and whom its rules are about."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.regulation.sources import Citation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Book:
    """One programme's regulation; `chapters` are headings by the place with which they begin.

    `item` names what rules on single things are about, `example` is a place as somebody would type it,
    `origin_of` says what is to be known of a place beside its words.
    """

    label: str
    kinds: type[StrEnum]
    chapters: Mapping[str, str]
    chapter_of: Callable[[str], str]
    place: re.Pattern[str]
    everybody: str
    hint: str
    example: str
    item: str = ""
    short: Mapping[str, str] = field(default_factory=dict)
    origin_of: Callable[[Citation], str] = lambda place: ""

    def kind_label(self, kind: str) -> str:
        """The words for whom a rule is about."""
        return str(getattr(self.kinds(kind), "label", kind))

    @property
    def kind_labels(self) -> tuple[str, ...]:
        """Everybody whom rules can be about."""
        return tuple(self.kind_label(kind) for kind in self.kinds)

    def in_order(self, place: str) -> tuple[int, list[tuple[int, str]]]:
        """Sort places as the text prints them: by chapter, then number by number and letter by letter."""
        chapters = list(self.chapters)
        chapter = self.chapter_of(place)
        at = chapters.index(chapter) if chapter in chapters else len(chapters)
        return at, [(len(part), part) for part in re.split(r"[./()]+", place)]
