"""The class of a loan in a list: its word with a sign, and a colour only as an addition."""

from typing import Final

from domain.sampang.servicing.quality import Quality
from pages.parts.coloured_column import Colour, coloured, label_in_colour

_SIGNS: Final[dict[Quality, tuple[str, Colour]]] = {
    Quality.CURRENT: ("✔", "green"),
    Quality.SUBSTANDARD: ("▽", "yellow"),
    Quality.DOUBTFUL: ("▼", "orange"),
    Quality.LOSS: ("✘", "red"),
}
CLASS_COLUMN: Final = coloured({f"{sign} {one.label}": colour for one, (sign, colour) in _SIGNS.items()})


def class_in_colour(quality: Quality) -> list[str]:
    """The cell of a loan's class."""
    return label_in_colour(f"{_SIGNS[quality][0]} {quality.label}")
