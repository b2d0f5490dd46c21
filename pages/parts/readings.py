"""The readings of a question that the text leaves open, as every screen lists them."""

from domain.regulation.interpretations import Interpretation
from pages.parts.text import plain

_IN_USE, _ONLY_RECORDED = " :blue-badge[dipakai]", " :gray-badge[hanya dicatat]"


def readings_of(entry: Interpretation) -> str:
    """The readings of a question as a list: which is in use, and which the program does not follow."""
    return "\n".join(
        f"- **{plain(letter)}** · {plain(sentence)}{_marks(entry, letter)}"
        for letter, sentence in entry.readings
    )


def _marks(entry: Interpretation, letter: str) -> str:
    followed = (*entry.computed, *entry.applied)
    if entry.applied and entry.in_use not in followed:
        # The office has settled on a reading that the program keeps and shows, but does not work by.
        if letter in followed:
            return " :blue-badge[masih dihitung]"
        return " :orange-badge[ditetapkan, belum dihitung]" if letter == entry.in_use else _ONLY_RECORDED
    return f"{_IN_USE if letter == entry.in_use else ''}{'' if letter in followed else _ONLY_RECORDED}"
