"""The papers of a bank's file: the rows that go back to the bank, and the minutes of its reconciliation."""

import streamlit as st

from db.sampang.bank_files.bank_file_lists import (
    StoredBankFile,
    StoredBankRow,
    booked_parts,
    rows_to_give_back,
)
from documents.sampang.bank_files.bank_bad_rows import BankBadRow, bank_bad_rows
from documents.sampang.bank_files.reconciliation_minutes import reconciliation_minutes
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.bank_file.bank_columns import READ, BankColumn
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.bank_file.reconciliation import OpenRow, ReconciledLine, Reconciliation
from domain.tabular.sheet_cells import Cell
from pages.parts.store import database, is_demo_database, today
from pages.sampang.law import law_by_day
from pages.sampang.paper_head import paper_head

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_papers(person: Person, file: StoredBankFile) -> None:
    """Offer what can be downloaded of the file."""
    bad = [kind for kind in RowKind if kind not in (RowKind.MATCHED, RowKind.DUPLICATE)]
    back = file.count(RowState.WAITING, *bad) + file.count(RowState.ASIDE, *bad)
    with st.container(horizontal=True, gap="small"):
        if back:
            st.download_button(
                f"Unduh {back} baris yang dikembalikan",
                lambda: _bad_rows(person, file),
                file_name=f"baris-bank-dikembalikan-{file.last}.xlsx",
                mime=_XLSX,
                on_click="ignore",
                icon=":material/download:",
            )
        if file.accepted_at is not None:
            st.download_button(
                "Cetak berita acara rekonsiliasi",
                lambda: _minutes(person, file),
                file_name=f"rekonsiliasi-bank-{file.last}.pdf",
                mime="application/pdf",
                on_click="ignore",
                icon=":material/print:",
            )


def _bad_rows(person: Person, file: StoredBankFile) -> bytes:
    with database().read() as session:
        rows = rows_to_give_back(session, person, file.id)
    return bank_bad_rows([_bad_row(row) for row in rows], made_on=today())


def _bad_row(row: StoredBankRow) -> BankBadRow:
    told = f"{row.kind.label}: {row.reason}" + (f" ({row.because})" if row.because else "")
    cells: dict[BankColumn, Cell] = {
        BankColumn.LOAN: row.number,
        BankColumn.NAME: row.name,
        BankColumn.DAY: row.on,
        BankColumn.AMOUNT: row.amount,
        BankColumn.REFERENCE: row.reference,
        BankColumn.NOTE: row.note,
    }
    if row.written is not None:
        cells = {one: row.written[one] for one in READ if one in row.written}
    return BankBadRow(row.line, told, cells)


def _minutes(person: Person, file: StoredBankFile) -> bytes:
    with database().read() as session:
        rows = rows_to_give_back(session, person, file.id)
        parts = booked_parts(session, person, file.id)
    accepted = file.accepted_on or today()
    found = Reconciliation(
        bank=file.bank,
        file=file.name,
        first=file.first,
        last=file.last,
        rows=file.rows,
        brought_by=file.by,
        brought_on=file.came_on,
        accepted_by=file.accepted_by,
        accepted_on=accepted,
        lines=_lines(file),
        open_rows=[_open(row) for row in rows],
        interest_of_bank=parts.interest_of_bank,
        interest_booked=parts.interest_booked,
        rows_with_parts=parts.rows_with_parts,
    )
    number = f"BR-{file.id}"
    return reconciliation_minutes(
        found, number=number, head=paper_head(law_by_day()(accepted)), demo=is_demo_database()
    )


def _lines(file: StoredBankFile) -> list[ReconciledLine]:
    told = [ReconciledLine("Dibukukan", file.count(RowState.POSTED), file.amount(RowState.POSTED))]
    for state in (RowState.WAITING, RowState.ASIDE):
        for kind in RowKind:
            rows = file.count(state, kind)
            words = kind.label if state is RowState.WAITING else f"{kind.label}, disisihkan"
            told += [ReconciledLine(words, rows, file.amount(state, kind))] if rows else []
    return told


def _open(row: StoredBankRow) -> OpenRow:
    told = " · ".join(
        part for part in (row.number, row.name, indonesian_date(row.on) if row.on else "") if part
    )
    return OpenRow(row.line, told or "–", row.amount, f"{row.kind.label}: {row.reason}")
