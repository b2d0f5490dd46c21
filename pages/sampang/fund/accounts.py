"""What every account of the fund stands at, and that the books balance."""

import pandas as pd
import streamlit as st

from db.sampang.fund.books import account_balances
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.fund.trial_balance import Line, trial_balance
from pages.parts.store import database
from pages.parts.text import plain

AMOUNTS = {name: st.column_config.TextColumn(alignment="right") for name in ("Debit", "Kredit")}


def show_accounts(person: Person) -> None:
    """Show all accounts with debit and credit, and say in words whether both columns agree."""
    with database().read() as session:
        found = trial_balance(account_balances(session, person))
    st.subheader("Saldo tiap akun", anchor=False)
    st.dataframe(
        pd.DataFrame([_row(line) for line in found.lines]),
        hide_index=True,
        height=38 + 35 * len(found.lines),
        column_config=AMOUNTS,
    )
    debit, credit = plain(rupiah(found.debit)), plain(rupiah(found.credit))
    if found.agrees:
        st.caption(f"✔ Buku seimbang: debit {debit} sama dengan kredit {credit}, selisih nol.")
    else:
        st.error(f"Buku tidak seimbang: debit {debit}, kredit {credit}. Hubungi administrator.")


def _row(line: Line) -> dict[str, str]:
    return {
        "Akun": line.account.label,
        "Debit": in_column(line.debit),
        "Kredit": in_column(line.credit),
        "Dasar": line.account.place.short,
    }


def in_column(amount: int | None) -> str:
    """An amount as it stands in a column; nothing in the other column."""
    return "" if amount is None else rupiah(amount)
