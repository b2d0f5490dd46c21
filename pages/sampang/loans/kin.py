"""Other loans of the same person, spouse or business, and what the household owes together."""

import streamlit as st

from db.sampang.origination.kin import kin
from db.sampang.origination.loan_files import StoredFile
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.origination.household import Kinship, exposure_of, hindrances_from_books
from domain.sampang.origination.loan_file import as_it_stands
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.sampang.screens import LOANS

BORROWER = "peminjam"
_NOTE = (
    "Perbup tidak melarang suami dan istri sama-sama meminjam dan tidak membatasi pinjaman serumah; "
    "jumlahnya ditunjukkan agar Pokjanis dapat menimbangnya."
)


def show_kin(person: Person, stored: StoredFile) -> None:
    """Show the earlier and other loans of the same people, what the rules say of them, and the total."""
    with database().read() as session:
        found = kin(session, person, stored.id)
    application = as_it_stands(stored.file)
    st.page_link(
        LOANS,
        label="Buka berkas peminjam serumah",
        icon=":material/folder_shared:",
        query_params={BORROWER: str(stored.id)},
    )
    if not found:
        st.info("Tidak ditemukan berkas lain dari orang, suami/istri, atau usaha yang sama.")
    for one in found:
        show_other_file(one)
    for hindrance in hindrances_from_books(application, found):
        st.warning(plain(hindrance.told))
    if found:
        total = exposure_of(application.amount or 0, found)
        st.markdown(
            f"**Serumah: {rupiah(total.total)}** = sisa pokok {rupiah(total.owed)} + sudah dijanjikan "
            f"{rupiah(total.promised)} + berkas ini {rupiah(total.asked)}"
        )
        st.caption(_NOTE + " Yang hanya bernama sama tidak ikut dijumlahkan.")
    st.caption("Ketentuan pinjam kembali:")
    with st.container(horizontal=True):
        for place in ("III.7", "VIII.5.f", "VIII.5.g", "VIII.5.h"):
            place_link(SAMPANG, place, key=f"kin-{place}")


def show_other_file(one: Kinship, *, is_this: bool = False) -> None:
    """Show one file of the household, with the way to it."""
    with st.container(border=True, gap="xsmall"):
        st.page_link(
            LOANS,
            label=f"**{plain(shortened(one.name, 60))}** · {plain(one.number)}",
            icon=":material/arrow_forward:",
            query_params={"no": str(one.application_id)},
        )
        amount = "jumlah belum diisi" if one.amount is None else rupiah(one.amount)
        told = ["berkas ini" if is_this else one.relation.label, one.stage.label, amount]
        if one.filed_on:
            told.append(f"diajukan {indonesian_date(one.filed_on)}")
        if one.disbursed_on:
            told.append(f"cair {indonesian_date(one.disbursed_on)}")
        if one.settled_on:
            told.append(f"lunas {indonesian_date(one.settled_on)}")
        elif one.owed is not None:
            told.append(f"{'tagihan pokok' if one.is_written_off else 'sisa pokok'} {rupiah(one.owed)}")
        if one.claim_told:
            told.append(one.claim_told)
        if not (is_this or one.relation.is_certain):
            told.append("belum tentu orang yang sama")
        st.caption(plain(" · ".join(told)))
