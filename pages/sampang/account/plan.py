"""Plan against reality: each instalment as it was agreed, what was paid of it, when, and how late."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from db.sampang.servicing.accounts import StoredAccount
from documents.sampang.instalment_card import instalment_card
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.servicing.account import Realised
from domain.version import VERSION
from pages.parts.store import is_demo_database, today


def show_plan(person: Person, stored: StoredAccount, agreed: Sequence[tuple[str, str]] = ()) -> None:
    """Show the instalments, and the card to print; `agreed` are the own terms of an older loan."""
    realised, day = stored.account.realised, stored.account.day
    st.dataframe(
        pd.DataFrame([_line(one, day) for one in realised]),
        hide_index=True,
        height=min(38 + 35 * len(realised), 460),
    )
    loan = stored.loan
    st.download_button(
        "Cetak kartu angsuran",
        lambda: instalment_card(
            loan.schedule,
            realised=realised,
            agreed=agreed,
            number=loan.number,
            borrower=loan.name,
            printed_on=today(),
            printed_by=person.name,
            application_version=VERSION,
            rules_version=loan.rules_fingerprint or "perjanjian sendiri",
            demo=is_demo_database(),
        ),
        file_name=f"kartu-angsuran-{loan.number}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )


def _line(one: Realised, day: date) -> dict[str, str]:
    row = one.laid.row
    return {
        "Ke": str(row.number),
        "Jatuh tempo": indonesian_date(row.due_on),
        "Jumlah": rupiah(row.total),
        "Sudah dibayar": rupiah(one.laid.interest + one.laid.principal),
        "Lunas tanggal": indonesian_date(one.paid_on) if one.paid_on else "–",
        "Keadaan": _state(one, day),
        "Jasa": rupiah(row.interest),
        "Pokok": rupiah(row.principal),
    }


def _state(one: Realised, day: date) -> str:
    if not one.laid.row.total:
        return "lunas sebelum diambil alih"
    if one.laid.is_paid:
        return f"lunas, terlambat {one.days_late} hari" if one.days_late else "lunas"
    due_on = one.laid.row.due_on
    if due_on < day:
        return f"menunggak {(day - due_on).days} hari"
    return "jatuh tempo hari ini" if due_on == day else "belum jatuh tempo"
