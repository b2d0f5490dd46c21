"""Bringing a bank's file: it is read, its columns are looked at, and its rows come in sorted."""

from hashlib import sha256
from uuid import uuid4

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from db.sampang.bank_files.bank_file_lists import StoredBankFile, same_files
from db.sampang.bank_files.coverage import bank_coverage
from db.sampang.bank_files.mappings import BankMapping, mapping_of
from db.sampang.bank_files.taking_in import take_in_bank_file
from documents.sampang.bank_files.bank_file_lines import LIMITS, read_bank_file
from domain.dates import indonesian_moment
from domain.money import number
from domain.roles import Person
from domain.sampang.bank_file.bank_columns import MOST_ROWS
from domain.sampang.bank_file.bank_coverage import data_until
from domain.sampang.bank_file.bank_records import THE_BANK, FileTold, first_after, usual_last
from domain.sampang.bank_file.bank_rows import BankRow, days_in, read_bank_rows
from pages.parts.fields import Form
from pages.parts.reading_uploads import read_or_say
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.parts.uploads import name_of
from pages.sampang.bank_files.mapping import Brought, Mapped, ask_mapping
from pages.sampang.bank_files.opened_bank_file import FILE

_NONCE, _BROUGHT, _ROWS = "berkas-bank", "berkas-bank:isi", "berkas-bank:baris"
_LONGEST_NAME = 100


def show_bringing(person: Person) -> None:
    """Show the place for a file, and what was read of it."""
    is_open = _BROUGHT in st.session_state
    with st.expander("Unggah berkas bank", icon=":material/upload_file:", expanded=is_open):
        st.caption(
            f"CSV atau Excel (.xlsx) dari bank, paling banyak {number(MOST_ROWS)} baris. Belum ada yang "
            "dibukukan sampai petugas menyetujuinya."
        )
        brought = _brought(person)
        if brought is not None:
            _go_on(person, brought)


def _brought(person: Person) -> Brought | None:
    """The file that was brought last and can be read."""
    nonce = st.session_state.setdefault(_NONCE, uuid4().hex)
    file = st.file_uploader(
        "Berkas bank (.csv atau .xlsx)",
        key=f"{nonce}:berkas",
        on_change=_forget,
        max_upload_size=LIMITS.most_bytes // 1024**2,
    )
    kept = st.session_state.get(_BROUGHT)
    if isinstance(kept, Brought) and kept.person_id == person.id:
        return kept
    if not isinstance(file, UploadedFile):
        return None
    data = file.getvalue()
    read = read_or_say(read_bank_file, data)
    if read is None:
        return None
    name = name_of(file.name, _LONGEST_NAME)
    brought = Brought(name, sha256(data).hexdigest(), read, person.id, uuid4().hex)
    st.session_state[_BROUGHT] = brought
    return brought


def _go_on(person: Person, brought: Brought) -> None:
    with database().read() as session:
        earlier = same_files(session, person, brought.sha256)
        known = mapping_of(session, person, THE_BANK)
        until = data_until(bank_coverage(session, person))
    _tell_earlier(earlier)
    for told in brought.read.notes:
        st.caption(f"ℹ {plain(told)}")
    mapped = ask_mapping(brought, known)
    if mapped is None:
        return
    rows = _rows(brought, mapped)
    days, day = days_in(rows), today()
    start = {
        "bank": THE_BANK,
        "name": brought.name,
        "first": first_after(until, days[0] if days else None, day),
        "last": usual_last(days[1] if days else None, day),
    }
    form = Form(brought.nonce, start, FileTold)
    form.ask("bank")
    first, last = st.columns(2)
    with first:
        form.ask("first")
    with last:
        form.ask("last", help="Sampai hari ini tidak ada setoran bank yang belum ada dalam berkas.")
    form.answer("name", brought.name)
    if st.button(f"Periksa {number(len(rows))} baris", type="primary", key=f"{brought.nonce}:periksa"):
        _take_in(person, brought, mapped, rows, form)


def _rows(brought: Brought, mapped: Mapped) -> tuple[BankRow, ...]:
    """The rows of the file, read once for each way in which it was mapped."""
    key, kept = (brought.nonce, dict(mapped.places), mapped.order), st.session_state.get(_ROWS)
    if kept is None or kept[0] != key:
        kept = (key, read_bank_rows(brought.read.lines, mapped.places, mapped.order, today()))
        st.session_state[_ROWS] = kept
    return kept[1]


def _take_in(person: Person, brought: Brought, mapped: Mapped, rows: tuple[BankRow, ...], form: Form) -> None:
    if say_problems([*form.problems, *form.blanks()], form):
        return
    told = FileTold(**form.answers())
    bar = st.progress(0.1, text=f"Mencocokkan {number(len(rows))} baris …")
    done = send(
        lambda session, at: take_in_bank_file(
            session,
            person,
            told,
            rows,
            BankMapping(mapped.columns, mapped.order.order),
            sha256=brought.sha256,
            nonce=brought.nonce,
            at=at,
            progress=lambda share: bar.progress(share, text="Menyimpan baris …"),
        ),
        fields=form,
    )
    bar.empty()
    if done is None:
        return
    _forget()
    st.session_state.pop(_NONCE, None)
    st.query_params[FILE] = str(done.result)
    st.rerun()


def _tell_earlier(earlier: tuple[StoredBankFile, ...]) -> None:
    for one in earlier[:1]:
        st.info(
            f"Berkas yang sama sudah diunggah {indonesian_moment(one.at)} oleh {plain(one.by)}. Boleh "
            "diulang: yang sudah dibukukan tidak dibukukan lagi."
        )


def _forget() -> None:
    """Drop what was brought before."""
    for key in (_BROUGHT, _ROWS):
        st.session_state.pop(key, None)
