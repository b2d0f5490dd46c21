"""The readings of a question that the text leaves open, as every screen lists them."""

from domain.regulation.interpretations import Interpretation
from pages.parts.text import plain


def readings_of(entry: Interpretation) -> str:
    """The readings of a question as a list, with the one in use marked."""
    lines = []
    for letter, sentence in entry.readings:
        mark = " :blue-badge[dipakai]" if letter == entry.in_use else ""
        recorded = "" if letter in entry.computed else " :gray-badge[hanya dicatat]"
        lines.append(f"- **{plain(letter)}** · {plain(sentence)}{mark}{recorded}")
    return "\n".join(lines)
