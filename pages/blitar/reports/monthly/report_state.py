"""Where the report stands, who sent it when, and what is still to be done before it can be sent."""

from collections.abc import MutableMapping

import streamlit as st

from domain.blitar.reporting.report import MONTHLY, check_report, last_day_of
from domain.blitar.reporting.report_words import changed_since, still_unwritten, uncounted
from domain.blitar.visiting.visit import VisitState
from domain.dates import indonesian_date, indonesian_moment, indonesian_month
from pages.blitar.reports.monthly.report_choice import CHOICE
from pages.blitar.reports.monthly.report_numbers import open_rows
from pages.blitar.reports.monthly.report_page import UNSAVED, Page, form_name
from pages.blitar.reports.monthly.rows_behind import show_open
from pages.blitar.screen_tabs import VisitsTab, link_to
from pages.blitar.screens import VISITS
from pages.parts.kept_fields import hold_typed
from pages.parts.sending import forget
from pages.parts.store import today
from pages.parts.text import plain


def show_state(page: Page) -> None:
    """Say the state of the version, and then what waits."""
    _version(page)
    if page.told.is_sent:
        _changed(page)
        return
    _saved_by_another(page)
    _to_do(page)
    if page.month <= today() <= last_day_of(page.month):
        st.info(
            f"Bulan ini masih berjalan: angka di bawah sampai {indonesian_date(today())}. Uraian sudah "
            f"dapat ditulis; laporan dikirim sesudah bulan berakhir ({MONTHLY.place})."
        )


def show_other_unsaved(page: Page) -> None:
    """Say in which other months something was typed that is not stored yet."""
    unsaved: MutableMapping[str, tuple[str, str]] = st.session_state.setdefault(UNSAVED, {})
    name = form_name(page.month, page.told.version)
    unsaved.pop(name, None)
    for month, words in unsaved.values():
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.warning(f"⚠ Tulisan Anda untuk laporan {words} belum disimpan. Isinya masih ada.")
            st.button(f"Kembali ke {words}", on_click=_back, args=(month,), key=f"kembali:{month}")
    if page.is_unsaved:
        unsaved[name] = (f"{page.month:%Y-%m}", indonesian_month(page.month))


def _back(month: str) -> None:
    hold_typed()
    st.session_state[CHOICE] = month


def _version(page: Page) -> None:
    told, month = page.told, indonesian_month(page.month)
    st.subheader(f"Laporan {month}", anchor=False)
    if told.sent_at:
        sent = f"{indonesian_moment(told.sent_at)} oleh {told.sent_by}"
        st.success(f"✔ Versi {told.version}, terkirim kepada Kepala Dinas {plain(sent)}.")
        st.caption("Angka dibekukan saat dikirim.")
    elif told.changed_at and told.saves:
        saved = f"terakhir disimpan {indonesian_moment(told.changed_at)} oleh {told.changed_by}"
        st.markdown(f"**Versi {told.version}, sedang disusun**, {plain(saved)}.")
    else:
        st.markdown(f"**Versi {told.version}, sedang disusun**, belum ada yang disimpan.")
    if told.correction:
        st.markdown(f"**Alasan pembetulan:** {plain(told.correction)}")
    newest = page.versions[0] if page.versions else None
    if newest and newest.version > told.version:
        state = "sudah terkirim" if newest.is_sent else "sedang disusun"
        st.info(f"Pembetulan (versi {newest.version}) {state}: {plain(newest.correction)}")


def _changed(page: Page) -> None:
    if page.versions and page.versions[0].version > page.told.version:
        return
    if page.told.figures and (found := changed_since(page.told.figures, page.live)):
        told = "; ".join(found)
        st.warning(
            f"⚠ Data berubah sesudah laporan ini terkirim: {plain(told)}. Laporan yang terkirim tetap; bila "
            "perlu, Fasilitator membuat pembetulan sebagai versi baru di bawah."
        )


def _saved_by_another(page: Page) -> None:
    if page.told.saves == page.opened.saves or not page.told.changed_at:
        return
    st.warning(
        f"⚠ {plain(page.told.changed_by)} menyimpan laporan ini {indonesian_moment(page.told.changed_at)}, "
        "sesudah Anda membukanya. Salin dahulu tulisan Anda yang perlu, lalu buka yang tersimpan."
    )
    name = form_name(page.month, page.told.version)
    st.button("Buang isian saya, buka yang tersimpan", on_click=forget, args=(name,), key="buka-tersimpan")


def _to_do(page: Page) -> None:
    left_out = uncounted(page.figures)
    problems = [one for one in check_report(page.narrative, page.figures, today()) if one.field != "month"]
    unwritten = still_unwritten(page.narrative)
    if not (left_out or problems or unwritten):
        st.markdown(
            "✔ Tidak ada kunjungan yang tertinggal, setiap komponen beruraian, dan setiap Pendamping tanpa "
            "kunjungan beralasan."
        )
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Sebelum dikirim**")
        for words, what in left_out:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f"⚠ {words}.")
                open_rows("Lihat kunjungannya", what, key=f"buka:{what.address}")
        for problem in problems:
            st.markdown(f"⚠ {plain(problem.sentence)}")
        if unwritten:
            st.markdown(f"⚠ {unwritten}")
        if page.figures.waiting:
            st.page_link(
                VISITS,
                label="Verifikasi di layar Kunjungan agar ikut dihitung",
                icon=":material/arrow_forward:",
                query_params=link_to(VisitsTab.LIST, status=VisitState.SENT.value),
            )
    show_open(page, *(what for _, what in left_out))
