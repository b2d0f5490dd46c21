"""What the bank owes the Ketua Harian each month, and when it came (VII.8)."""

import pandas as pd
import streamlit as st

from db.sampang.bank_files.coverage import bank_coverage
from domain.dates import indonesian_date, indonesian_month
from domain.roles import Person
from domain.sampang.bank_file.bank_coverage import DUE_DAY, duties
from pages.parts.store import database, today

_MONTHS = 12


def show_bank_duty(person: Person) -> None:
    """Show the last months, the newest first."""
    with database().read() as session:
        covered = bank_coverage(session, person)
    st.caption(
        f"Bank melaporkan angsuran pokok dan bunga tiap peminjam paling lambat tanggal {DUE_DAY} bulan "
        "berikutnya. Sebuah bulan masuk bila semua harinya tercakup berkas yang sudah dibukukan."
    )
    st.dataframe(
        pd.DataFrame(
            {
                "Bulan": indonesian_month(one.month),
                "Paling lambat": indonesian_date(one.due_on),
                "Keadaan": one.told,
            }
            for one in duties(covered, today(), _MONTHS)
        ),
        hide_index=True,
    )
