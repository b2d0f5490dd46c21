"""A map with its legend on the left, what it tells on the right, and its table below."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from domain.regions.classes import Figure, first_telling
from domain.regions.regions import Regency
from pages.parts.address import publish, word_of
from pages.parts.map.drawing import with_figures
from pages.parts.map.legend import show_legend
from pages.parts.map.map_choice import Choice
from pages.parts.map.marks import Mark, shaded
from pages.parts.map.shapes import Shapes
from pages.parts.text import plain

_IN_ADDRESS = "ukuran"
Chosen = TypeVar("Chosen", bound=StrEnum)


def choose_measure(
    figures: Mapping[Chosen, Sequence[Figure | None]], labels: Callable[[Chosen], str]
) -> Chosen:
    """The measure that map, legend and table show; it stands in the address.

    At first it is one whose figures tell the kecamatan apart; of a measure that does not, it is said.
    """
    by_value = {one.value: one for one in figures}
    known, otherwise = list(by_value), first_telling(figures)
    named = _named(by_value.values(), labels, st.query_params.get(_IN_ADDRESS, "")) or otherwise
    if st.session_state.get(_IN_ADDRESS) not in known:
        st.session_state[_IN_ADDRESS] = named.value
    told = st.segmented_control(
        "Yang ditampilkan",
        known,
        required=True,
        format_func=lambda value: labels(by_value[value]),
        key=_IN_ADDRESS,
    )
    chosen = by_value[told if told in by_value else known[0]]
    publish({_IN_ADDRESS: "" if chosen is otherwise else word_of(chosen)})
    if len(told_apart := set(figures[chosen])) == 1 and told_apart != {None}:
        st.caption("Angka ini sama di semua kecamatan; pilih ukuran lain untuk melihat bedanya.")
    return chosen


def _named(measures: Iterable[Chosen], labels: Callable[[Chosen], str], told: str) -> Chosen | None:
    """The measure that an address names by its word, or as older links do by its value or its label."""
    return next((one for one in measures if told in (word_of(one), one.value, labels(one))), None)


def show_map(
    regency: Regency,
    shapes: Shapes,
    marks: Sequence[Mark],
    choice: Choice,
    *,
    title: str,
    printed: Callable[[Figure], str],
    unit: str,
    none: str = "",
    open_: str = "",
    note: str = "",
    highest: int = 0,
) -> None:
    """Show the map of a measure, its legend and note, and whose boundaries it draws; `highest` in pixels."""
    classes = shaded(marks)
    # The frame keeps the regency's proportions on a telephone, where a fixed height would leave blanks.
    width = f";max-width:{highest * shapes.proportion:.0f}px;margin:0 auto" if highest else ""
    st.html(f"<style>.st-key-{_frame(regency)}{{aspect-ratio:{shapes.proportion}{width}}}</style>")
    with st.container(key=_frame(regency)):
        st.vega_lite_chart(
            with_figures(shapes.specification, marks, classes, choice.marked),
            key=choice.map_key,
            on_select="rerun",
            height="stretch",
            alt=f"Peta {len(marks)} kecamatan {regency.name}: {title}. Tabel memuat angka yang sama.",
        )
    show_legend(marks, classes, printed=printed, unit=unit, none=none, open_=open_)
    if note:
        st.caption(plain(note))
    st.caption(plain(shapes.source))


def _frame(regency: Regency) -> str:
    return f"bingkai-peta-{regency.code.replace('.', '')}"
