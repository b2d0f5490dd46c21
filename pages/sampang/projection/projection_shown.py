"""A projection on the screen: what it finds, the bands, and beside them every assumption."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from documents.sampang.projection_sheet import ProjectionPrint, projection_sheet
from domain.money import number, rupiah
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.projection.projection import Projection
from domain.sampang.projection.projection_known import Assumed, Begun
from domain.sampang.projection.projection_start import Start
from domain.sampang.projection.projection_words import (
    ALWAYS,
    PLACES,
    Told,
    approximated,
    assumptions,
    lacking_told,
    served_told,
    told_in_short,
)
from domain.version import VERSION
from pages.parts.places import place_link
from pages.parts.store import is_demo_database
from pages.parts.text import plain
from pages.sampang.projection.projection_chart import show_bands

_TITLES, _ROW = 38, 35
_OF_YEARS = ("PAD", "Bank Jatim", "Dinas", "Pokok hilang", "Dana seluruhnya")


def show_found(
    person: Person,
    found: Projection,
    assumed: Assumed,
    start: Begun,
    rules: LawInForce,
    link: Mapping[str, str],
) -> None:
    """Show everything that a projection found, and offer it on paper."""
    told = assumptions(assumed, start.start.new, rules.regulation.instrument.name)
    short = told_in_short(found, start.start.approved)
    for one in short:
        st.markdown(plain(one))
    if start.left_out:
        st.caption(
            f"{number(start.left_out)} berkas antrean tidak dihitung: jangka waktu atau jumlahnya tidak "
            "ditawarkan aturan."
        )
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.subheader("Kas dana pada akhir tiap bulan", anchor=False)
        show_bands(found)
        st.caption(
            "Garis: tengah. Pita dalam: separuh dari semua jalan. Pita luar: 90 %. Putus-putus: batas bawah."
        )
    with right:
        _assumed(told)
    _years(found)
    _queue(found, start.start)
    _fine_print(assumed)
    _take_along(person, found, assumed, told, short, link)


def show_unknown(assumed: Assumed, start: Begun, rules: LawInForce) -> None:
    """Say what nobody knows yet, instead of inventing it."""
    st.warning(plain(lacking_told(assumed.how)))
    _assumed(assumptions(assumed, start.start.new, rules.regulation.instrument.name))


def _assumed(told: Sequence[Told]) -> None:
    st.subheader("Anggapan", anchor=False)
    for one in told:
        st.markdown(f"**{plain(one.name)}**: {plain(one.value)}. :small[_{plain(one.source)}_]")


def _years(found: Projection) -> None:
    st.subheader("Yang diharapkan tiap tahun", anchor=False)
    rows = [
        {
            "Tahun": f"{one.year}" if one.months == 12 else f"{one.year} ({one.months} bulan)",
            "PAD": rupiah(one.shares.revenue),
            "Bank Jatim": rupiah(one.shares.bank),
            "Dinas": rupiah(one.shares.agency),
            "Pokok hilang": rupiah(one.lost),
            "Dana seluruhnya": rupiah(one.whole[1]),
        }
        for one in found.years
    ]
    config = {name: st.column_config.TextColumn(alignment="right") for name in _OF_YEARS}
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=config, height=_TITLES + _ROW * len(rows))
    st.caption("Rata-rata semua jalan. Dana seluruhnya: kas dan pokok yang masih akan kembali, di tengah.")


def _queue(found: Projection, start: Start) -> None:
    if not found.queue:
        return
    with st.expander(f"Kapan antrean dilayani ({number(len(found.queue))} berkas)"):
        rows = [
            {
                "Urutan": place,
                "Keadaan": "ditetapkan" if place <= start.approved else "memenuhi syarat",
                "Jumlah": rupiah(one.amount),
                "Bulan": f"{one.tenor}",
                "Dilayani": served_told(served),
            }
            for place, (one, served) in enumerate(zip(start.queue, found.queue, strict=True), 1)
        ]
        st.dataframe(pd.DataFrame(rows), hide_index=True)


def _fine_print(assumed: Assumed) -> None:
    with st.expander("Yang tidak tepat, dan dasarnya"):
        lines = (*ALWAYS, *approximated(assumed.known))
        st.markdown("\n".join(f"- {plain(one)}" for one in lines))
        with st.container(horizontal=True):
            for place in PLACES:
                place_link(SAMPANG, place.short, key=f"proyeksi-{place.short}")


def _take_along(
    person: Person,
    found: Projection,
    assumed: Assumed,
    told: Sequence[Told],
    short: Sequence[str],
    link: Mapping[str, str],
) -> None:
    printing = ProjectionPrint(
        found=found,
        told=tuple(told),
        short=tuple(short),
        fine=(*ALWAYS, *approximated(assumed.known)),
        on=assumed.known.day,
        by=person.name,
        version=VERSION,
        demo=is_demo_database(),
    )
    with st.container(horizontal=True):
        st.download_button(
            "Cetak 1 halaman",
            lambda: projection_sheet(printing),
            file_name=f"proyeksi-dana-{assumed.known.day:%Y-%m-%d}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
        )
        with st.popover("Salin tautan", icon=":material/link:"):
            st.caption(
                "Isian dan benihnya ada di dalamnya, tanpa nama siapa pun. Yang membukanya mendapat hitungan "
                "menurut buku pada hari itu."
            )
            st.code(f"{st.context.url or ''}?{urlencode(link)}", language=None, wrap_lines=True)
