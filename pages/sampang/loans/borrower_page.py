"""Berkas peminjam: everything of a household on one page, opened from any of its files."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from db.sampang.servicing.borrower_file import BorrowerFile, HouseholdLoan, HouseholdThing, borrower_file
from db.sampang.servicing.red_listed import ListedBorrower
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.purpose_notices import PROVISION
from domain.roles import Person
from domain.sampang.origination.custody_words import state_in_words
from domain.sampang.origination.household import not_known
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.store import database, today
from pages.parts.text import plain, shortened
from pages.sampang.bank_files.data_until import show_data_until
from pages.sampang.loans.kin import BORROWER, show_other_file


def show_borrower(person: Person, application_id: int) -> None:
    """Show the household of the applicant of a file."""
    with database().read() as session:
        found = borrower_file(session, person, application_id, today())
    _heading(found)
    show_data_until(person)
    _figures(found)
    st.subheader("Pengajuan dan pinjaman serumah", anchor=False)
    for one in found.files:
        show_other_file(one, is_this=one.application_id == found.application_id)
    _loans(found.loans)
    _red_list(found.red_list)
    _things(found.things)
    _letters(found)
    if found.hints:
        st.subheader("Mungkin orang yang sama", anchor=False)
        st.caption("Hanya nama dan kecamatannya sama; tidak ikut dihitung di atas.")
        for one in found.hints:
            show_other_file(one)
    _unknown(found)


def _leave() -> None:
    st.query_params.pop(BORROWER, None)


def _heading(found: BorrowerFile) -> None:
    st.button("← Semua pinjaman", on_click=_leave, type="tertiary")
    who = found.applicant
    st.title(plain(f"Berkas peminjam: {shortened(who.name, 100)}"))
    told = [
        who.kind.label,
        f"NIK {who.nik or 'tidak diisi'}",
        f"NIK suami/istri {who.spouse_nik or 'tidak diisi'}",
        f"NPWP {who.npwp or 'tidak diisi'}",
    ]
    st.caption(plain(" · ".join(told)))
    sign = "?" if found.notice.notice_on is None else "✔"
    st.caption(plain(f"{sign} Pemberitahuan data pribadi ({found.number}) {found.notice.told}; {PROVISION}."))


def _figures(found: BorrowerFile) -> None:
    standing = "ya" if found.stands_on_red_list else "tidak"
    figures = [
        ("Berkas serumah", number(len(found.files)), "VI.2.a"),
        ("Pinjaman berjalan", number(len(found.running)), "VIII.5.a"),
        ("Sisa pokok serumah", rupiah(found.owed), "VIII.5.a"),
        ("Tunggakan serumah", rupiah(found.behind), "IX.1"),
        ("Daftar merah, menurut register", standing, "IX.3"),
    ]
    if found.claims:
        figures.append(("Tagihan hapus buku", rupiah(found.claims), "VIII.5.i"))
    with st.grid("auto", min_column_width=170, gap="small"):
        for label, told, place in figures:
            with st.container(border=True, gap="xsmall", height="stretch"):
                st.metric(label, told)
                place_link(SAMPANG, place, key=f"serumah-{label}")


def _table(title: str, rows: Sequence[dict[str, str]], if_empty: str) -> None:
    st.subheader(title, anchor=False)
    if not rows:
        st.caption(if_empty)
        return
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=min(38 + 35 * len(rows), 400))


def _loans(loans: Sequence[HouseholdLoan]) -> None:
    rows = [
        {
            "Nomor": one.number,
            "Keadaan": one.standing.told,
            "Kelas": one.quality.label if one.runs else "–",
            "Pinjaman": rupiah(one.principal),
            "Cair": indonesian_date(one.disbursed_on),
            "Sisa pokok": rupiah(one.owed),
            "Tunggakan": rupiah(one.arrears.amount) if one.arrears.since else "–",
            "Menunggak sejak": indonesian_date(one.arrears.since) if one.arrears.since else "–",
            "Lunas": indonesian_date(one.ended_on) if one.ended_on else "–",
        }
        for one in loans
    ]
    _table("Pinjaman dan tunggakan", rows, "Belum ada pinjaman yang dicairkan.")


def _red_list(entries: Sequence[ListedBorrower]) -> None:
    rows = [
        {
            "Nomor": one.number,
            "Keadaan": one.state.capitalize(),
            "Sejak": indonesian_date(one.since) if one.since else "–",
            "Alasan": one.reason,
            "Dicabut": indonesian_date(one.lifted_on) if one.lifted_on else "–",
        }
        for one in entries
    ]
    _table("Daftar merah (IX.3)", rows, "Tidak ada catatan daftar merah atas pinjaman serumah.")


def _things(things: Sequence[HouseholdThing]) -> None:
    rows = [
        {
            "Nomor": one.number,
            "Jenis": one.custody.thing.kind.label,
            "Keterangan": one.custody.thing.named or "–",
            "Nilai": "belum diisi" if one.custody.thing.value is None else rupiah(one.custody.thing.value),
            "Keadaan": state_in_words(one.custody),
        }
        for one in things
    ]
    _table("Agunan (III.10)", rows, "Tidak ada agunan yang dicatat.")


def _letters(found: BorrowerFile) -> None:
    numbers = {one.application_id: one.number for one in found.files}
    rows = [
        {
            "Tanggal": indonesian_date(one.dated_on),
            "Surat": one.kind.label,
            "Nomor surat": one.number,
            "Berkas": numbers.get(one.application_id or 0, "–"),
            "Diterbitkan oleh": one.by,
        }
        for one in found.papers
    ]
    _table("Surat", rows, "Belum ada surat yang diterbitkan.")


def _unknown(found: BorrowerFile) -> None:
    st.subheader("Yang belum diketahui", anchor=False)
    for told in not_known(found.applicant):
        st.markdown(f"? {plain(told)}")
