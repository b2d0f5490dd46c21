"""What can be done with the report: save it, print it, send it, correct it."""

from functools import partial
from typing import Any

import streamlit as st

from db.blitar.reporting.recommendation_export import export_visits
from db.blitar.reporting.report_versions import report_paper
from db.blitar.reporting.reports import save_narrative, send_report, start_correction
from documents.blitar.letter import Printing
from documents.blitar.reporting.monthly_report import monthly_report
from documents.blitar.reporting.monthly_workbook import TakenVisits, monthly_workbook
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import Correction, ReportVersion, check_report, last_day_of
from domain.blitar.reporting.report_words import not_counted, still_unwritten
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_month
from domain.programme import may
from pages.blitar.printing import printing_of
from pages.blitar.reports.monthly.report_page import UNSAVED, Page, form_name, in_print
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database, now, today

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_actions(page: Page) -> None:
    """Show the buttons that fit the state of the report."""
    pressed = saves = False
    with st.container(horizontal=True, gap="small"):
        if page.form is not None:
            saves = st.button("Simpan", icon=":material/save:", key=f"{page.form.nonce}:save")
        _print(page)
        if page.form is not None:
            pressed = _sends(page, page.form)
    if page.form is not None:
        if page.is_unsaved:
            st.caption("⚠ Ada tulisan yang belum disimpan.")
        _written(page, page.form, saves=saves, sends=pressed)
    elif page.told.is_sent and may(page.person, BlitarPermission.WRITE_REPORTS, BLITAR):
        _correct(page)


def _sends(page: Page, form: Form) -> bool:
    month = indonesian_month(page.month)
    with st.popover(
        "Kirim kepada Kepala Dinas",
        type="primary",
        icon=":material/send:",
        disabled=today() <= last_day_of(page.month),
        help=None if today() > last_day_of(page.month) else "Dikirim sesudah bulan berakhir",
    ):
        st.markdown(f"**Kirim laporan {month}, versi {page.told.version}?**")
        st.caption(
            "Angka dan uraiannya dibekukan saat dikirim. Kekeliruan dibetulkan kemudian sebagai versi baru."
        )
        for words in (not_counted(page.figures), still_unwritten(page.narrative)):
            if words:
                st.markdown(f"⚠ {words}")
        return st.button("Ya, kirim", type="primary", key=f"{form.nonce}:send")


def _written(page: Page, form: Form, *, saves: bool, sends: bool) -> None:
    narrative, name = page.narrative, form_name(page.month, page.told.version)
    more: dict[str, Any] = {
        "version": page.opened.version,
        "expected_saves": page.opened.saves,
        "nonce": nonce_of(name),
        "fields": form,
    }
    month = indonesian_month(page.month)
    if saves:
        _forget_unsaved(name)
        said = f"Laporan {month} disimpan."
        save(name, save_narrative, page.person, page.month, narrative, said=said, **more)
    if sends and not say_problems(check_report(narrative, page.figures, today()), form):
        _forget_unsaved(name)
        said = f"Laporan {month} terkirim kepada Kepala Dinas."
        printed = partial(monthly_report, printing=printing_of(page.person, today()), kept=True)
        save(name, send_report, page.person, page.month, narrative, said=said, printed=printed, **more)


def _forget_unsaved(name: str) -> None:
    st.session_state.get(UNSAVED, {}).pop(name, None)


def _print(page: Page) -> None:
    told = in_print(page)
    printing = printing_of(page.person, today())
    name = f"laporan-{page.month:%Y-%m}-versi-{told.version}"
    st.download_button(
        "Unduh PDF",
        data=_pdf(page, told, printing),
        file_name=f"{name}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key=f"pdf:{name}",
    )
    st.download_button(
        "Unduh Excel",
        data=_workbook(page, told, printing),
        file_name=f"{name}.xlsx",
        mime=_EXCEL,
        on_click="ignore",
        icon=":material/table:",
        key=f"excel:{name}",
        help="Memuat kunjungan bulan ini. Siapa yang mengunduh dan kapan tercatat dalam jejak perubahan.",
    )


def _pdf(page: Page, told: ReportVersion, printing: Printing) -> Any:
    """The report as it was kept when it was sent; one of before, and a draft, as it is drawn now."""
    person, month, opened, figures = page.person, page.month, database(), page.figures

    def make() -> bytes:
        if told.is_sent:
            with opened.read() as session:
                if paper := report_paper(session, person, month, told.version):
                    return paper
        return monthly_report(told, figures, printing)

    return make


def _workbook(page: Page, told: ReportVersion, printing: Printing) -> Any:
    person, month, opened, figures = page.person, page.month, database(), page.figures

    def make() -> bytes:
        at = now()
        with opened.write() as session:
            visits = export_visits(session, person, month, at=at)
        return monthly_workbook(told, figures, TakenVisits(visits, at), printing)

    return make


def _correct(page: Page) -> None:
    if page.versions and page.versions[0].version != page.told.version:
        return
    name = f"pembetulan:{page.month}:{page.told.version}"
    form = Form(nonce_of(name), {}, Correction)
    tried = f"{form.nonce}:tried"
    # Pressed without a reason it stays open, so that what is missing is seen.
    with st.expander("Buat pembetulan", expanded=tried in st.session_state, key=f"{form.nonce}:block"):
        st.caption(
            "Versi yang terkirim tetap ada. Pembetulan menjadi versi berikutnya: uraiannya disalin, angkanya "
            "dihitung lagi saat dikirim."
        )
        form.ask("correction")
        if st.button("Mulai pembetulan", key=f"{form.nonce}:correct"):
            st.session_state[tried] = True
            wanted = Correction(correction=str(form.standing("correction") or "").strip())
            more: dict[str, Any] = {"version": page.told.version, "nonce": nonce_of(name), "fields": form}
            said = f"Pembetulan laporan {indonesian_month(page.month)} dimulai."
            save(name, start_correction, page.person, page.month, wanted, said=said, **more)
