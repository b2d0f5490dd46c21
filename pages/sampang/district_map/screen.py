"""Peta Sampang: applications, loans, principal left and instalments behind in the 14 kecamatan."""

from functools import partial

import streamlit as st

from db.sampang.district_figures import district_figures
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.regions.classes import Figure
from domain.regions.regions import SAMPANG_REGENCY, District, districts
from domain.sampang.district_figures import (
    NO_LOAN,
    DistrictFigures,
    Measure,
    figure_of,
    in_words,
    printed,
    total,
)
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.kept_answers import until_a_change
from pages.parts.map.map_choice import choice_of, choose
from pages.parts.map.map_screen import choose_measure, show_map
from pages.parts.map.map_table import show_table
from pages.parts.map.marks import Mark
from pages.parts.map.official import offer_boundaries
from pages.parts.map.shapes import shapes_of
from pages.parts.store import today

_UNITS = {
    Measure.APPLICATIONS: "permohonan",
    Measure.LOANS: "pinjaman",
    Measure.OWED: "",
    Measure.BEHIND: "angsuran",
    Measure.LATE_SHARE: "",
}
_NOTHING = DistrictFigures()


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.READ_SAMPANG_MAP)
    figures = until_a_change(person, lambda session: district_figures(session, person, today()), "peta")
    shapes = shapes_of(SAMPANG_REGENCY)
    st.title("Peta Sampang")
    by_district = {one: figures.get(one.code, _NOTHING) for one in districts(SAMPANG_REGENCY.code)}
    measure = choose_measure(
        {one: [figure_of(one, found) for found in by_district.values()] for one in Measure},
        lambda one: one.label,
    )
    st.caption(f"Keadaan {indonesian_date(today())}. {measure.label}: {measure.place.place}.")
    marks = [_mark(measure, district, found) for district, found in by_district.items()]
    choice = choice_of("peta-sampang", [mark.district.code for mark in marks])
    left, right = st.columns([2, 1], gap="medium")
    with left:
        show_map(
            SAMPANG_REGENCY,
            shapes,
            marks,
            choice,
            title=measure.label,
            printed=partial(_printed_in_full, measure),
            unit=_UNITS[measure],
            none=NO_LOAN,
        )
    with right:
        chosen = next((one for one in by_district if one.code == choice.code), None)
        if chosen is not None:
            _one(f"Kecamatan {chosen.name}", by_district[chosen])
            st.button(
                "Lihat semua kecamatan", on_click=choose, args=(None,), icon=":material/close:", key="lepas"
            )
        else:
            _one("Semua kecamatan", total(by_district.values()))
            st.caption("Pilih satu kecamatan di peta atau di tabel untuk melihat rinciannya.")
        _without_place(figures.get(None, _NOTHING))
    show_table(
        marks,
        choice,
        title=measure.label,
        printed=partial(_printed_in_full, measure),
        provision=measure.place.short,
    )
    offer_boundaries(person, SAMPANG, shapes)


def _mark(measure: Measure, district: District, figures: DistrictFigures) -> Mark:
    figure = figure_of(measure, figures)
    short = "–" if figure is None else printed(measure, figure)
    return Mark(district, figure, short, in_words(measure, figures))


def _printed_in_full(measure: Measure, figure: Figure) -> str:
    return rupiah(int(figure)) if measure is Measure.OWED else printed(measure, figure)


def _one(title: str, figures: DistrictFigures) -> None:
    """Show the figures of one kecamatan, or of all together."""
    st.subheader(title, anchor=False)
    st.markdown(f"**Permohonan** · {number(figures.applications)}")
    stages = [
        f"{stage.label.lower()} {number(figures.by_stage[stage])}"
        for stage in Stage
        if figures.by_stage.get(stage)
    ]
    if stages:
        st.caption("Menurut tahap: " + ", ".join(stages) + ". Draf tidak dihitung sebagai permohonan.")
    st.markdown(
        f"**Pinjaman** · {number(figures.loans)} berjalan, {number(figures.settled)} lunas; "
        f"dicairkan atau diambil alih {rupiah(figures.lent)}"
    )
    st.markdown(f"**Sisa pokok** · {rupiah(figures.owed)}")
    behind = (
        in_words(Measure.BEHIND, figures) if figures.behind else "tidak ada angsuran yang lewat tanggalnya"
    )
    st.markdown(f"**Menunggak** · {behind}")


def _without_place(figures: DistrictFigures) -> None:
    count = sum(figures.by_stage.values())
    if count:
        st.caption(f"{number(count)} berkas belum diisi kecamatannya, jadi tidak ada di peta.")


main()
