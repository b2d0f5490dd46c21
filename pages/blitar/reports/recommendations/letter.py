"""One letter: where it stands, the next step for who may, its lines, and the PDF."""

import streamlit as st

from db.blitar.reporting.bundle_rows import Bundle, BundleLine
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import NOT_SET
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_moment
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.recommendations.drafting import show_drafting
from pages.blitar.reports.recommendations.letter_printing import show_letter_download
from pages.blitar.reports.recommendations.letter_steps import offer_strike, show_steps
from pages.blitar.reports.recommendations.letter_words import heading_of, state_in_words, way_of
from pages.blitar.screens import CLIENTS
from pages.parts.giving_back import closed_in_words
from pages.parts.text import plain, shortened


def show_letter(person: Person, one: Bundle) -> None:
    """Show the letter from where it stands down to its lines."""
    st.subheader(f"Surat rekomendasi untuk {plain(shortened(one.agency, 120))}", anchor=False)
    st.markdown(f"**{state_in_words(one)}**  \n{plain(way_of(one))}".rstrip())
    st.caption(f"Disiapkan {plain(one.made_by)}, {indonesian_moment(one.made_at)}")
    if one.answer:
        with st.container(border=True):
            st.markdown(f"**Jawaban Perangkat Daerah**  \n{plain(one.answer)}")
    is_whole = len(one.lines) == one.size
    if is_whole:
        show_letter_download(person, one)
    _shaken(one)
    _returns(one)
    _struck(one)
    show_steps(person, one)
    if one.state in NOT_SET and may(person, BlitarPermission.BUNDLE_RECOMMENDATIONS, BLITAR):
        show_drafting(person, one)
        return
    told = f"{one.size} rekomendasi" if is_whole else f"{len(one.lines)} rekomendasi tentang binaan Anda"
    st.markdown(f"**Isi: {told}**")
    for line in one.lines:
        _line(person, one, line)


def _shaken(one: Bundle) -> None:
    names = [line.said.client_name for line in one.lines if not line.stands]
    if not names:
        return
    listed = plain(shortened(", ".join(names), 300))
    if one.state in NOT_SET:
        st.warning(
            f"⚠ Kunjungan kepada {listed} dikembalikan sesudah dimasukkan ke surat. Surat baru dapat "
            "ditetapkan sesudah kunjungan itu diverifikasi lagi atau dikeluarkan dari surat."
        )
    else:
        st.warning(
            f"⚠ Kunjungan kepada {listed} dikembalikan sesudah surat ditetapkan. Isi surat tetap seperti "
            "saat ditetapkan; bila perlu, beri tahu Perangkat Daerah."
        )


def _returns(one: Bundle) -> None:
    """Why it came back: at the top while it is to be mended, and as its history afterwards."""
    if one.returned is not None:
        st.warning(
            f"{closed_in_words(one.returned)}  \nPerbaiki, simpan, lalu surat menunggu Kepala Dinas lagi."
        )
    elif one.returns:
        with st.expander(f"Pernah dikembalikan ({len(one.returns)})"):
            for each in one.returns:
                st.markdown(closed_in_words(each))


def _struck(one: Bundle) -> None:
    if one.struck:
        with st.expander(f"Dicoret dari surat ini ({len(one.struck)})"):
            for each in one.struck:
                told = f"{each.client} · {each.by}, {indonesian_moment(each.at)}: {each.reason}"
                st.markdown(f"✕ {plain(told)}")


def _line(person: Person, one: Bundle, line: BundleLine) -> None:
    with st.container(border=True):
        st.markdown(f"**{heading_of(line.said)}**  \n{plain(line.said.told)}")
        offer_strike(person, one, line)
        st.caption(f"Permasalahan: {plain(line.said.problem)}")
        if not line.stands:
            st.markdown("⚠ Kunjungannya dikembalikan.")
        st.page_link(CLIENTS, label=":primary[Buka binaan]", query_params={"binaan": str(line.client_id)})
