"""Something that stands in the way of a step, in words, with the provision that puts it there."""

from dataclasses import dataclass

from domain.regulation.sources import Citation


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One sentence about what is missing or wrong, and what to do; `place` is the provision, if any."""

    sentence: str
    place: Citation | None = None

    @property
    def told(self) -> str:
        """The sentence with its place."""
        return self.sentence if self.place is None else f"{self.sentence} ({self.place.short})"
