"""The map of a screen as paper shows it."""

from collections.abc import Callable, Sequence

from domain.regions.classes import Figure
from domain.regions.enclaves import enclaves_of
from domain.regions.printed_map import PrintedFigure, PrintedMap
from domain.regions.regions import Regency
from pages.parts.map.legend import class_in_words
from pages.parts.map.marks import Mark, shaded
from pages.parts.map.shapes import shapes_of


def paper_map(
    regency: Regency,
    marks: Sequence[Mark],
    *,
    title: str,
    printed: Callable[[Figure], str],
    none: str = "",
    note: str = "",
) -> PrintedMap:
    """The same figures in the same classes, in greys; `note` stands beside its legend."""
    classes, shapes = shaded(marks), shapes_of(regency)
    figures = {}
    for mark in marks:
        held = (
            place
            for place, one in enumerate(classes)
            if mark.figure is not None and one.figures.holds(mark.figure)
        )
        figures[mark.district.code] = PrintedFigure(mark.short, next(held, None), mark.is_open)
    return PrintedMap(
        title=title,
        shapes=shapes.file.shapes,
        figures=figures,
        legend=tuple(
            f"{class_in_words(one.figures, printed, counted=False)} ({one.count} kecamatan)"
            for one in classes
        ),
        note=" ".join(filter(None, (note, shapes.source))),
        enclaves=enclaves_of(regency),
        none=none,
    )
