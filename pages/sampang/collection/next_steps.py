"""What comes next for a loan with why or why not yet, and the list of late loans with what comes next."""

from math import ceil

import pandas as pd
import streamlit as st

from db.sampang.origination.issued_papers import PaperKind, paper_bytes
from db.sampang.servicing.done import DoneLine
from db.sampang.servicing.outlooks import PAGE, BehindLoan, Collection, collection, loans_behind
from domain.dates import indonesian_date, indonesian_moment
from domain.money import rupiah
from domain.regions.regions import district
from domain.roles import Person
from domain.sampang.servicing.claim_file import claim_file
from domain.sampang.servicing.reasons import Step
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.collection.deeds import show_deeds
from pages.sampang.collection.letter_issuing import show_letters_due
from pages.sampang.collection.red_list_card import show_red_list_of
from pages.sampang.collection.step_reasons import show_steps
from pages.sampang.collection.write_off_card import show_write_off_of
from pages.sampang.quality_colours import CLASS_COLUMN, class_in_colour
from pages.sampang.screens import LOANS

_PAGE = "langkah-halaman"


def show_next_step(person: Person, loan_id: int) -> None:
    """Show how one loan is collected: what comes next and why, letters, deeds, red list, what was done."""
    with database().read() as session:
        found = collection(session, person, loan_id, today())
    _figures(found)
    st.info(plain(found.outlook.told))
    show_steps(found.outlook)
    show_letters_due(person, found)
    if any(one.step in (Step.ATTORNEY, Step.AUCTION) for one in found.outlook.next):
        _checklist(found)
    show_deeds(person, found)
    show_red_list_of(person, found)
    show_write_off_of(person, found.loan_id)
    _past(person, found)


def show_waiting_letters(person: Person) -> None:
    """Show the late loans, the longest behind first, with what comes next and why; a row opens one."""
    with database().read() as session:
        rows, total = loans_behind(session, person, today(), page=st.session_state.get(_PAGE, 1))
    if not rows:
        st.info("Tidak ada pinjaman yang menunggak.")
        return
    chosen = st.dataframe(
        pd.DataFrame([_line(one) for one in rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key="langkah-tabel",
        column_config={"Kelas": CLASS_COLUMN},
        height=min(38 + 35 * len(rows), 620),
    )
    if total > PAGE:
        st.pagination(ceil(total / PAGE), key=_PAGE)
    if one := opened_row(chosen, rows):
        st.switch_page(LOANS, query_params={"no": str(one.application_id)})


def _line(one: BehindLoan) -> dict[str, object]:
    arrears, place = one.outlook.arrears, district(one.district_code) if one.district_code else None
    return {
        "Peminjam": one.name,
        "Menunggak": f"{arrears.months} bulan, {rupiah(arrears.amount)}",
        "Langkah berikutnya": one.outlook.told,
        "Mengapa": one.outlook.why,
        "Sejak": indonesian_date(arrears.since) if arrears.since else "–",
        "Kelas": class_in_colour(one.outlook.quality),
        "Kecamatan": place.name if place else "–",
        "Nomor": one.number,
    }


def _figures(found: Collection) -> None:
    arrears, until = found.outlook.arrears, found.until
    # By the bank's data, so it can differ from the account, which counts until today.
    counted = found.outlook.counted_on
    by = f" per {indonesian_date(counted)}" if counted else ""
    with st.container(horizontal=True, gap="small"):
        st.metric(f"Menunggak{by}", f"{arrears.months} bulan", width="content")
        st.metric("Jumlah", rupiah(arrears.amount), width="content")
        st.metric(f"Kelas{by}", found.outlook.quality.label, width="content")
    since = f"Menunggak sejak jatuh tempo {indonesian_date(arrears.since)} · " if arrears.since else ""
    st.caption(
        f"{since}Data bank s.d. {indonesian_date(until) if until else 'belum ada'} (VII.8, tafsir O-09)"
    )


def _checklist(found: Collection) -> None:
    with st.expander("Daftar periksa berkas pelimpahan (IX.2)"):
        for one in claim_file(found.file, found.done):
            told = f": {one.told}" if one.told else ""
            st.markdown(f"{one.sign} · {plain(one.label)}{plain(told)} :gray[({one.place.short})]")


def _past(person: Person, found: Collection) -> None:
    if found.lines:
        st.subheader("Sudah dilakukan")
    for line in found.lines:
        _done(person, found, line)


def _done(person: Person, found: Collection, line: DoneLine) -> None:
    number = f" · nomor {plain(line.number)}" if line.number else ""
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f"**{indonesian_date(line.on)}** · {line.what.label}{number}")
        if line.told:
            st.markdown(plain(line.told))
        st.caption(f"{plain(line.by)}, dicatat {indonesian_moment(line.at)}")
        paper = line.paper_id
        if paper is not None:
            st.download_button(
                "Unduh",
                data=lambda: _bytes(person, paper),
                file_name=f"{PaperKind(line.what.value).file_name}-{found.number}-{paper}.pdf",
                mime="application/pdf",
                on_click="ignore",
                icon=":material/download:",
                key=f"surat-penagihan-{paper}",
            )


def _bytes(person: Person, paper_id: int) -> bytes:
    with database().read() as session:
        return paper_bytes(session, person, paper_id)
