"""What came in for a loan, by the days on which it counts: the receipt for each, and the statement."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from db.sampang.servicing.accounts import Booked, StoredAccount
from documents.sampang.servicing.receipt import receipt_paper
from documents.sampang.servicing.statement import StatementLine, loan_statement
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.fund.entries import EntryKind
from domain.sampang.servicing.loan_state import LoanState
from domain.sampang.servicing.payment_receipt import reminder
from domain.sampang.servicing.quality import class_limits
from pages.parts.store import is_demo_database
from pages.sampang.law import law_today
from pages.sampang.paper_head import paper_head


def show_lines(stored: StoredAccount) -> None:
    """Show the bookings, the papers for the borrower, and the words to send by telephone."""
    lines = stored.lines
    if lines:
        st.dataframe(pd.DataFrame([_line(one) for one in reversed(lines)]), hide_index=True)
    else:
        st.caption("Belum ada uang yang masuk untuk pinjaman ini.")
    _receipt(stored, [one for one in reversed(lines) if _has_receipt(one)])
    _statement(stored)
    if stored.account.state is LoanState.WRITTEN_OFF:
        return  # the plan no longer tells what is to be paid
    with st.expander("Pesan WhatsApp: yang harus dibayar"):
        st.caption("Salin dengan tombol di sudut kanan, lalu kirim dari telepon kantor.")
        st.code(
            reminder(stored.loan.name, stored.loan.number, stored.account), language=None, wrap_lines=True
        )


def _line(one: Booked) -> dict[str, str]:
    booked = "" if one.booked_on == one.on else f", dibukukan {indonesian_date(one.booked_on)}"
    return {
        "Tanggal": indonesian_date(one.on),
        "Nomor": str(one.entry_id),
        "Keterangan": f"{one.kind.label}{' (sudah dibalik)' if one.is_taken_back else ''}{booked}",
        "Jasa": rupiah(one.interest),
        "Pokok": rupiah(one.principal),
        "Jumlah": rupiah(one.amount),
        "Sisa pokok": rupiah(one.owed),
        "Bukti atau alasan": one.told,
        "Dicatat": one.by,
    }


def _has_receipt(one: Booked) -> bool:
    return one.kind is EntryKind.PAYMENT and not one.is_taken_back


def _receipt(stored: StoredAccount, payments: Sequence[Booked]) -> None:
    if not payments:
        return
    by_number = {one.entry_id: one for one in payments}
    with st.expander("Kuitansi"):
        chosen = st.selectbox(
            "Angsuran",
            list(by_number),
            format_func=lambda number: (
                f"{number} · {indonesian_date(by_number[number].on)} · {rupiah(by_number[number].amount)}"
            ),
            key=f"kuitansi-{stored.loan.id}",
        )
        receipt = stored.receipt(by_number[chosen])
        st.download_button(
            "Unduh kuitansi",
            lambda: receipt_paper(receipt, head=paper_head(law_today()), demo=is_demo_database()),
            file_name=f"kuitansi-{receipt.number}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/receipt:",
        )
        st.caption("Atau kirim lewat WhatsApp:")
        st.code(receipt.told, language=None, wrap_lines=True)


def _statement(stored: StoredAccount) -> None:
    account, loan = stored.account, stored.loan
    st.download_button(
        "Cetak rekening pinjaman",
        lambda: loan_statement(
            account,
            [
                StatementLine(
                    one.on, f"{one.kind.label}, nomor {one.entry_id}", one.interest, one.principal, one.owed
                )
                for one in stored.lines
            ],
            class_limits(law_today()).of(account.arrears.months),
            number=loan.number,
            borrower=loan.name,
            head=paper_head(law_today()),
            demo=is_demo_database(),
        ),
        file_name=f"rekening-{loan.number}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )
