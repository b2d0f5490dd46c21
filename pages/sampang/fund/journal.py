"""The journal of the fund, the newest booking first, with debit and credit columns."""

from collections.abc import Iterator
from math import ceil

import pandas as pd
import streamlit as st

from db.sampang.loans.loans import JournalPage, journal
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.journal_lines import JournalLine
from domain.sampang.fund.trial_balance import trial_balance
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.store import database
from pages.sampang.fund.accounts import in_column

PAGE_SIZE = 20
_PAGE = "kas-halaman"
_COLUMNS = {
    "No": st.column_config.TextColumn(width=45),
    "Tanggal": st.column_config.TextColumn(width=125),
    "Uraian": st.column_config.TextColumn(width=200),
    "Akun": st.column_config.TextColumn(width=220),
    # Wide enough for Rp1.000.000.000.
    "Debit": st.column_config.TextColumn(width=115, alignment="right"),
    "Kredit": st.column_config.TextColumn(width=115, alignment="right"),
}


def show_journal(person: Person) -> JournalPage:
    """Show one page of the journal, and give it back for what is done with its lines."""
    st.subheader("Jurnal", anchor=False)
    number = st.session_state.get(_PAGE, 1)
    with database().read() as session:
        found = journal(session, person, page=number, page_size=PAGE_SIZE)
    first = (number - 1) * PAGE_SIZE
    st.caption(f"{first + 1}-{first + len(found.lines)} dari {found.total} pembukuan, terbaru di atas.")
    names_people = may(person, SampangPermission.READ_LOANS, SAMPANG)
    rows = [row for line in found.lines for row in _rows(line, names_people=names_people)]
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, height=min(38 + 35 * len(rows), 620), column_config=_COLUMNS
    )
    pages = ceil(found.total / PAGE_SIZE)
    if pages > 1:
        st.pagination(pages, key=_PAGE)
    return found


def _rows(line: JournalLine, *, names_people: bool) -> Iterator[dict[str, str]]:
    """One row for each account; what the booking is about stands in the first of them."""
    told = {
        "No": str(line.id),
        "Tanggal": indonesian_date(line.on),
        "Uraian": _told(line),
    }
    last = {"Dicatat oleh": line.by} if names_people else {}
    for place, one in enumerate(trial_balance(line.amounts).lines):
        yield {
            **(told if place == 0 else dict.fromkeys(told, "")),
            "Akun": one.account.label,
            "Debit": in_column(one.debit),
            "Kredit": in_column(one.credit),
            **(last if place == 0 else dict.fromkeys(last, "")),
        }


def _told(line: JournalLine) -> str:
    told = f"{line.memo} (dicatat lagi: {line.again})" if line.again else line.memo
    if line.value_on != line.on:  # its own month was closed
        told = f"{told} (tanggal uang {indonesian_date(line.value_on)})"
    return f"{told} (pembalikan diusulkan)" if line.is_asked_back else told
