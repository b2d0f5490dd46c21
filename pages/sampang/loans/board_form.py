"""The officers of a koperasi on the screen: who is known, and the form that writes them down (IV.1.f)."""

from typing import Any

import streamlit as st

from db.sampang.origination.boards import board_of, record_board
from db.sampang.origination.loan_files import StoredFile
from domain.roles import Person
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.board import Board, Officer, known_and_missing, still_unknown
from pages.parts.store import database
from pages.parts.text import plain
from pages.sampang.step_sending import Sending

_MOST = 25


def ask_board(person: Person, stored: StoredFile) -> bool:
    """Show who of the officers is known and ask for the others; tell whether all are, as with no koperasi."""
    if stored.file.application.applicant.kind is not ApplicantKind.COOPERATIVE:
        return True
    with database().read() as session:
        board = board_of(session, person, stored.id)
    lacking = still_unknown(stored.file, board)
    if lacking:
        st.warning(
            f"Semua pengurus bertanggung renteng dan menandatangani (IV.1.f), tetapi "
            f"{plain(known_and_missing(stored.file, board))}. Naskah disiapkan untuk ditandatangani sesudah "
            "semuanya terisi di bawah ini; sampai saat itu hanya konsepnya, di bagian surat, yang dicetak."
        )
    title = f"Pengurus koperasi yang menandatangani ({len(board.officers)})"
    with st.expander(title, icon=":material/groups:"):
        _form(person, stored, board, lacking)
    return not lacking


def _form(person: Person, stored: StoredFile, board: Board, lacking: int) -> None:
    sending = Sending(person, stored, "board", Board, _start(board))
    rows = range(min(_MOST, len(board.officers) + max(lacking, 1)))
    told = [_row(sending, place, board) for place in rows]
    if not st.button("Simpan pengurus", key=f"{sending.nonce}:form:kirim", icon=":material/save:"):
        return
    if sending.refused():
        return
    new = Board(officers=tuple(one for one in told if any((one.name, one.position, one.nik))))
    sending.send(
        lambda session, nonce, at: record_board(session, person, stored.id, new, nonce=nonce, at=at),
        "Tersimpan: pengurus koperasi.",
    )


def _start(board: Board) -> dict[str, Any]:
    named = {f"{place}.name": one.name for place, one in enumerate(board.officers)}
    return named | {f"{place}.position": one.position for place, one in enumerate(board.officers)}


def _row(sending: Sending, place: int, board: Board) -> Officer:
    known = board.officers[place].nik if place < len(board.officers) else ""
    hints = {"name": "Nama", "position": "Jabatan", "nik": f"NIK {known}" if known else "NIK"}
    told = {}
    for column, (field, hint) in zip(st.columns(3), hints.items(), strict=True):
        with column:
            label = f"{hint.split()[0]} pengurus {place + 1}"
            at = f"officers.0.{field}"
            told[field] = sending.form.ask(
                f"{place}.{field}", at=at, label=label, hint=hint, shows_label=False
            )
    return Officer(**told)
