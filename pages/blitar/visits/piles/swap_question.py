"""The question whether Excel swapped day and month, asked before any row of such a file is looked through."""

from dataclasses import replace

import streamlit as st

from domain.blitar.visiting.pile_rows import RawTable
from domain.blitar.visiting.pile_swaps import SwapDoubt, as_answered
from domain.dates import indonesian_date
from domain.money import number
from pages.blitar.visits.piles.pile import Upload

_RIGHT, _SWAPPED = "right", "swapped"


def ask_swaps(upload: Upload) -> RawTable | None:
    """Ask about every column in doubt; give the rows as answered, None while an answer is missing."""
    table = upload.table
    answers = {one.column: _ask(one, f"{upload.nonce}:tukar:{one.column}") for one in upload.doubts}
    if None in answers.values():
        st.info("Jawab dahulu pertanyaan di atas; sesudah itu baris-barisnya diperiksa.")
        return None
    swaps = {column: answer == _SWAPPED for column, answer in answers.items()}
    return replace(table, rows=as_answered(table.rows, swaps)) if swaps else table


def _ask(doubt: SwapDoubt, key: str) -> str | None:
    header = doubt.column.header
    st.warning(
        f"Kolom “{header}” mencampur {number(doubt.dates)} tanggal Excel, semuanya bertanggal 1 sampai 12, "
        f"dengan {number(doubt.texts)} tanggal berupa teks. Biasanya itu tanda bahwa Excel menukar hari dan "
        "bulan pada sebagian baris. Cocokkan satu baris dengan formulirnya."
    )
    words = {
        _RIGHT: f"Tidak tertukar: baris {doubt.line} memang {indonesian_date(doubt.on)}",
        _SWAPPED: f"Tertukar: baris {doubt.line} seharusnya {indonesian_date(doubt.swapped_on)}",
    }
    return st.radio(
        f"Apakah hari dan bulan pada kolom “{header}” tertukar?",
        list(words),
        index=None,
        format_func=lambda answer: words[answer],
        key=key,
        persist_state="session",
    )
