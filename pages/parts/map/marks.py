"""What a map shows of each kecamatan, and in which class of figures it falls."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from domain.regions.classes import Figure, FigureClass, classes_of
from domain.regions.regions import District

# The place in a ramp of ten colours, by how many classes there are. Words cannot be read well on the two
# in the middle, neither in light nor in dark ink.
_SHADES: Mapping[int, tuple[int, ...]] = {
    1: (3,),
    2: (0, 3),
    3: (0, 3, 6),
    4: (0, 3, 6, 8),
    5: (0, 1, 3, 6, 8),
}
LAST_LIGHT_SHADE = 3
NO_SHADE = -1
FIELDS = ["code", "name", "shade", "short", "told", "is_open", "is_marked"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One kecamatan on the map: its figure (None: there is none), short and in words.

    `is_open` marks a kecamatan that nobody covers, with more than a colour.
    """

    district: District
    figure: Figure | None
    short: str
    told: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Shaded:
    """A class of figures with its place in the ramp, and how many kecamatan fall in it."""

    figures: FigureClass
    shade: int
    count: int


def shaded(marks: Sequence[Mark]) -> tuple[Shaded, ...]:
    """The classes of what is shown, from the lowest figures up."""
    figures = [mark.figure for mark in marks if mark.figure is not None]
    classes = classes_of(figures)
    return tuple(
        Shaded(one, shade, sum(one.holds(figure) for figure in figures))
        for one, shade in zip(classes, _SHADES.get(len(classes), ()), strict=True)
    )


def shade_of(mark: Mark, classes: Sequence[Shaded]) -> int:
    """The place of a kecamatan in the ramp."""
    if mark.figure is None:
        return NO_SHADE
    return next(one.shade for one in classes if one.figures.holds(mark.figure))


def figures_table(marks: Sequence[Mark], classes: Sequence[Shaded], marked: str | None) -> pa.Table:
    """What the map draws on its shapes; `marked` is the kecamatan to outline without a click."""
    rows = [
        (
            mark.district.code,
            mark.district.name,
            shade_of(mark, classes),
            mark.short,
            mark.told,
            mark.is_open,
            mark.district.code == marked,
        )
        for mark in marks
    ]
    return pa.table(dict(zip(FIELDS, zip(*rows, strict=True), strict=True)))
