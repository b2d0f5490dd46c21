"""The legend under a map: every class with its figures in words, and how many kecamatan fall in it."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from domain.regions.classes import Figure, FigureClass
from pages.parts.map.drawing import OPEN_COLOUR
from pages.parts.map.marks import Mark, Shaded

_MOST_COUNTED = 100_000
_HATCHED = (
    f"background:repeating-linear-gradient(135deg,{OPEN_COLOUR}88 0 4px,transparent 4px 8px);"
    f"border:2px solid {OPEN_COLOUR}"
)
_STYLE = (
    "<style>.legenda{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.85rem;margin:0;padding:0;"
    "}.legenda>span{display:flex;align-items:center;gap:.4rem;margin:0}"
    ".legenda i{width:1.4rem;height:.9rem;border:1px solid #8A939C;flex:none;box-sizing:border-box}</style>"
)


def show_legend(
    marks: Sequence[Mark],
    classes: Sequence[Shaded],
    *,
    printed: Callable[[Figure], str],
    unit: str,
    none: str,
    open_: str = "",
) -> None:
    """Show the legend; `none` says why a kecamatan can have no figure, `open_` what the stripes mean."""
    counted = all(mark.figure is None or mark.figure in range(_MOST_COUNTED) for mark in marks)
    rows = [
        (
            _coloured(one.shade),
            f"{class_in_words(one.figures, printed, counted=counted)} {unit}".strip(),
            one.count,
        )
        for one in classes
    ]
    if without := sum(mark.figure is None and not (mark.is_open and none == open_) for mark in marks):
        rows.append(("background:#8A939C", f"– {none}", without))
    if is_open := sum(mark.is_open for mark in marks):
        rows.append((_HATCHED, f"✕ {open_}", is_open))
    entries = "".join(
        f'<span role="listitem"><i style="{style}"></i><span>{escape(told)} ({count} kecamatan)</span></span>'
        for style, told, count in rows
    )
    st.html(f'{_STYLE}<div class="legenda" role="list" aria-label="Legenda">{entries}</div>')


def class_in_words(figures: FigureClass, printed: Callable[[Figure], str], *, counted: bool) -> str:
    """The figures of a class: counts are named one by one, others by what they lie above."""
    if not figures.up_to:
        return printed(0)
    if not counted and not figures.above:
        return f"sampai dengan {printed(figures.up_to)}"
    if not counted:
        return f"di atas {printed(figures.above)} sampai dengan {printed(figures.up_to)}"
    least = figures.above + 1
    return printed(least) if least == figures.up_to else f"{printed(least)} sampai {printed(figures.up_to)}"


def _coloured(shade: int) -> str:
    light = st.get_option("theme.light.chartSequentialColors")[shade]
    dark = st.get_option("theme.dark.chartSequentialColors")[shade]
    # A browser that does not know light-dark keeps the first.
    return f"background:{light};background:light-dark({light},{dark})"
