"""Ten or so paper forms typed at once into a table."""

from collections.abc import Hashable, Mapping, Sequence
from hashlib import sha256
from uuid import uuid4

import streamlit as st

from db.blitar.visiting.choices import ClientChoice, clients_to_visit
from db.blitar.visiting.imports import import_visits
from domain.blitar.goals_and_tasks import MentorTask
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.pile_reading import NoteKind
from domain.blitar.visiting.pile_rows import MOST_ROWS, RawRow, RawTable
from domain.dates import indonesian_date
from domain.roles import Person
from pages.blitar.held_list import held_list, refuse_changed
from pages.blitar.visits.piles.grid_frame import (
    blank_rows,
    columns_for,
    edited_rows,
    frame_of,
    raw_rows,
    relabelled,
    rows_of,
)
from pages.blitar.visits.piles.pile import Sorted, look_through, told_of
from pages.blitar.visits.piles.whose import Whose, ask_whose
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.store import database, today
from pages.parts.text import plain, shortened

_NONCE, _SAID = "formulir-tabel", "formulir-tabel:tersimpan"
_LONGEST_PREFIX = 30
_ROW, _HEAD = 35, 38


def show_grid(person: Person, whose: Whose) -> None:
    """Show the table, what is wrong or odd in it, and the button that sends it all."""
    if said := st.session_state.pop(_SAID, None):
        st.success(f"✔ {plain(said)}")
    mentor = ask_whose(
        whose, "Pendamping yang berkunjung", key="formulir-tabel-pendamping", nobody="Pilih Pendamping …"
    )
    if mentor is None:
        st.caption("Pilih Pendamping dahulu; tabelnya lalu menawarkan binaannya.")
        return
    prefix = st.text_input(
        "Awalan nomor formulir",
        placeholder="mis. FK-2026/",
        max_chars=_LONGEST_PREFIX,
        help="Nomor barisnya ditambahkan sendiri: FK-2026/1, FK-2026/2. Boleh kosong.",
        key="formulir-tabel-awalan",
        persist_state="session",
    )
    # Each Pendamping has a table of their own, so that nothing typed for one is lost with another.
    nonce = st.session_state.setdefault(f"{_NONCE}:{mentor.mentor_id}", uuid4().hex)
    raws, changed = _typed(person, mentor, nonce, prefix.strip())
    _legend()
    _check_and_send(person, mentor, nonce, raws, changed)


def _typed(person: Person, mentor: Service, nonce: str, prefix: str) -> tuple[list[RawRow], str]:
    """Show the table; give its filled rows, and what changed in the list of binaan since it was opened."""
    with database().read() as session:
        clients = clients_to_visit(session, person, mentor.mentor_id)
    if not clients:
        st.info(f"{plain(mentor.name)} belum punya binaan. Tambahkan lewat layar Binaan, atau serah terima.")
    st.caption(
        "Klik sel, ketik, lalu Enter. Baris baru ada di bawah; baris kosong dilewati. "
        "Di telepon lebih mudah satu per satu, lewat Catat."
    )
    held = held_list(f"{nonce}:binaan", clients, _in_words, "Daftar binaannya", before_anew=_carry)
    base, kept, editor = f"{nonce}:awal", f"{nonce}:isi", f"{nonce}:tabel"
    # The table forgets its rows while another tab is open; while it stands on the screen the rows that
    # it began with, and the binaan to choose from, must stay the same: else all that was typed is lost.
    if base not in st.session_state or editor not in st.session_state:
        st.session_state[base] = relabelled(st.session_state.get(kept) or blank_rows(), _labels(held.rows))
    first = frame_of(st.session_state[base])
    edited = st.data_editor(
        first,
        column_config=columns_for(list(_labels(held.rows).values())),
        num_rows="dynamic",
        hide_index=True,
        height=_HEAD + _ROW * (len(first) + 1),
        placeholder="–",
        key=editor,
    )
    st.session_state[kept] = rows_of(edited)
    return raw_rows(st.session_state[kept], prefix=prefix), held.changed


def _carry(name: str) -> None:
    """Let the table begin anew from what was typed into it, up to the last cell."""
    nonce = name.removesuffix(":binaan")
    base, kept, editor = f"{nonce}:awal", f"{nonce}:isi", f"{nonce}:tabel"
    if base in st.session_state and editor in st.session_state:
        st.session_state[kept] = edited_rows(st.session_state[base], st.session_state[editor])
    st.session_state.pop(base, None)


def _labels(clients: Sequence[ClientChoice]) -> Mapping[str, str]:
    return {one.number: f"{one.number} · {one.name}" for one in clients}


def _in_words(clients: Sequence[ClientChoice]) -> Mapping[Hashable, str]:
    ends = {one.number: indonesian_date(one.ended_on) for one in clients if one.ended_on}
    given = {one.number for one in clients if not one.in_care}
    return {
        number: label
        + (f", didampingi sampai {ends[number]}" if number in ends else "")
        + (", sudah diserahterimakan" if number in given else "")
        for number, label in _labels(clients).items()
    }


def _legend() -> None:
    with st.expander("Huruf tugas (Pasal 12)"):
        st.markdown(" · ".join(f"**{one.letter}** {one.label}" for one in MentorTask))


def _check_and_send(person: Person, mentor: Service, nonce: str, raws: list[RawRow], changed: str) -> None:
    because = ask_why_again(nonce)
    pressed = st.button(
        f"Periksa dan kirim {len(raws)} formulir" if raws else "Periksa dan kirim",
        type="primary",
        disabled=not raws,
        key=f"{nonce}:kirim",
    )
    if not raws or len(raws) > MOST_ROWS:
        return
    found = look_through(
        person,
        RawTable(tuple(raws)),
        mentor_id=mentor.mentor_id,
        day=today(),
        progress=lambda share, told: None,
    )
    _warn(found)
    # Nobody is corrected while still typing the first time.
    checked = f"{nonce}:diperiksa"
    if pressed:
        st.session_state[checked] = True
    wrong = len(found.bad) + len(found.recorded)
    if wrong and st.session_state.get(checked):
        _say_wrong(found, wrong)
    elif pressed and not refuse_changed(changed):
        _send(person, mentor, nonce, raws, found, because)


def _warn(found: Sorted) -> None:
    for line, note in found.notes:
        if note.kind in (NoteKind.LOOK, NoteKind.DAY_FIRST):
            st.caption(f"ℹ Baris {line}: {plain(note.told)}")


def _say_wrong(found: Sorted, wrong: int) -> None:
    told = [(one.row.raw.line, " ".join(told_of(problem) for problem in one.problems)) for one in found.bad]
    told += [
        (
            one.line,
            f"Kunjungan {indonesian_date(one.visit.on)} ke {one.client} sudah tercatat. Hapus baris ini.",
        )
        for one in found.recorded
    ]
    lines = "".join(f"\n- **Baris {line}**: {plain(sentence)}" for line, sentence in sorted(told))
    st.error(f"Belum terkirim: {wrong} baris perlu diperbaiki. Yang sudah Anda ketik tetap ada.\n{lines}")


def _send(
    person: Person, mentor: Service, nonce: str, raws: list[RawRow], found: Sorted, because: str
) -> None:
    visits = [one.visit for one in found.ready]
    content = "\n".join(str(sorted((str(key), str(cell)) for key, cell in raw.cells.items())) for raw in raws)
    with st.spinner(f"Mengirim {len(visits)} formulir …"):
        done = send_or_ask(
            nonce,
            lambda session, at: import_visits(
                session,
                person,
                visits,
                name=shortened(f"Diketik di tabel: {mentor.name}", 100),
                sha256=sha256(content.encode()).hexdigest(),
                again_because=because,
                nonce=nonce,
                at=at,
            ),
        )
    if done is None:
        return
    for key in [one for one in st.session_state if str(one).startswith(f"{nonce}:")]:
        st.session_state.pop(key, None)
    st.session_state.pop(f"{_NONCE}:{mentor.mentor_id}", None)
    st.session_state[_SAID] = f"{done.result} formulir sudah masuk dan menunggu verifikasi Fasilitator."
    st.rerun()
