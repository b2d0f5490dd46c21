"""One row of a bank's file: what stood in it, the loans that it may mean, and the decision of a person."""

from uuid import uuid4

import streamlit as st

from db.sampang.bank_files.bank_file_lists import Near, StoredBankFile, StoredBankRow
from db.sampang.bank_files.deciding import choose_bank_loan, put_rows_aside
from domain.roles import Person
from domain.sampang.bank_file.bank_columns import READ
from domain.sampang.bank_file.bank_kinds import RowState
from domain.sampang.bank_file.bank_records import LoanChosen, PutAside
from pages.parts.fields import Form
from pages.parts.saved_notice import say_saved
from pages.parts.sending import say_problems, send
from pages.parts.text import plain, plain_label


def show_deciding(person: Person, file: StoredBankFile, row: StoredBankRow, *, decides: bool) -> None:
    """Show the row, and for who decides its loan and its putting aside."""
    with st.container(border=True, gap="small"):
        st.markdown(f"**Baris {row.line}** · {plain(row.reason)}")
        if row.written:
            told = [f"{one.header}: “{row.written[one]}”" for one in READ if row.written.get(one)]
            st.caption(plain("Dalam berkas: " + " · ".join(told)))
        if row.note:
            st.caption(plain(f"Keterangan bank: {row.note}"))
        if row.entry_id is not None:
            st.caption(f"Dibukukan dengan nomor jurnal {row.entry_id} pada {plain(row.loan_number)}.")
        if row.because:
            st.caption(plain(f"Catatan: {row.because}"))
        if not decides or row.state is RowState.POSTED:
            return
        if row.kind.can_be_given_a_loan and row.on is not None and row.amount is not None:
            _choosing(person, file, row)
        if row.state is RowState.WAITING:
            _putting_aside(person, file, row)


def _choosing(person: Person, file: StoredBankFile, row: StoredBankRow) -> None:
    slot = f"pilih-pinjaman:{file.id}:{row.line}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, {}, LoanChosen)
    near = st.radio(
        "Pinjaman yang dimaksud",
        [*row.near, None],
        index=0 if row.near else None,
        format_func=_told,
        key=f"{nonce}:dekat",
    )
    if near is None:
        form.ask("number")
    else:
        form.answer("number", near.number)
    form.ask("because", aside="wajib bila bukti yang sama sudah dibukukan")
    if not st.button("Pilih pinjaman ini", key=f"{nonce}:pilih"):
        return
    if say_problems([*form.problems, *form.blanks()], form):
        return
    chosen = LoanChosen(**form.answers())
    done = send(
        lambda session, at: choose_bank_loan(session, person, file.id, row.line, chosen, nonce=nonce, at=at),
        fields=form,
    )
    if done is None:
        return
    st.session_state.pop(slot, None)
    say_saved(f"Baris {row.line} kini siap dibukukan pada {chosen.number}.")
    st.rerun()


def _putting_aside(person: Person, file: StoredBankFile, row: StoredBankRow) -> None:
    slot = f"sisihkan:{file.id}:{row.line}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, {}, PutAside)
    with st.expander("Sisihkan baris ini"):
        form.ask("reason", one_line=True)
        if not st.button("Sisihkan", key=f"{nonce}:sisihkan"):
            return
        if say_problems([*form.problems, *form.blanks()], form):
            return
        why = PutAside(**form.answers())
        done = send(
            lambda session, at: put_rows_aside(session, person, file.id, [row.line], why, nonce=nonce, at=at),
            fields=form,
        )
    if done is None:
        return
    st.session_state.pop(slot, None)
    say_saved(f"Baris {row.line} disisihkan; masih dapat dipilihkan pinjaman.")
    st.rerun()


def _told(near: Near | None) -> str:
    if near is None:
        return "Pinjaman lain, menurut nomornya"
    return plain_label(f"{near.number} {near.name}" + (f" ({near.why})" if near.why else ""))
