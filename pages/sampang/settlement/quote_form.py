"""A day is chosen, what settles the loan on it is shown line by line, and kept and printed at a press."""

import pandas as pd
import streamlit as st

from db.sampang.loans.loans import StoredLoan
from db.sampang.loans.settlement_quotes import Printing, quote_settlement, settlement_asked
from db.sampang.origination.loan_files import StoredFile
from documents.sampang.letters.settlement_quote import settlement_quote
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.settling import (
    QuoteIssued,
    SettlementAsked,
    SettlementQuote,
    SurchargeRuling,
    is_older,
    lines_of,
    remarks_on,
)
from domain.sampang.step_checks import yet_to_come
from pages.parts.fields import Form
from pages.parts.saved_notice import Saved
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain
from pages.sampang.law import law_by_day
from pages.sampang.paper_head import paper_head
from pages.sampang.step_sending import Sending


def show_quoting(person: Person, stored: StoredFile, loan: StoredLoan, *, may_issue: bool) -> None:
    """Show the form with the amounts of the chosen day, and for those who may the way to issue it."""
    start = {"asked.on": today(), "numbered.on": today()}
    sending = Sending(person, stored, "rincian-pelunasan", QuoteIssued, start)
    with st.container(border=True):
        asked = _ask(sending.form, loan)
        found = None if asked is None else _found(person, loan, asked)
        if isinstance(found, Problem):
            st.warning(plain(found.sentence))
        elif found is not None:
            _show(found)
            if may_issue and asked is not None:
                _issue(sending, person, stored, loan, asked)


def _ask(form: Form, loan: StoredLoan) -> SettlementAsked | None:
    with st.container(horizontal=True):
        on = form.ask("asked.on")
        until = form.ask("asked.until", aside="boleh kosong")
    if loan.taken_over_on is not None:
        st.caption(
            "Pinjaman lama: cocokkan dahulu dengan ketentuan pelunasan dalam perjanjiannya (tab Angsuran)."
        )
    months, reason = None, ""
    if is_older(loan.schedule.terms.disbursed_on):
        months = form.ask("asked.ruling.months")
        reason = form.ask("asked.ruling.reason")
    if on is None:
        return None
    return SettlementAsked(on=on, until=until, ruling=SurchargeRuling(months=months, reason=reason))


def _found(person: Person, loan: StoredLoan, asked: SettlementAsked) -> SettlementQuote | Problem:
    with database().read() as session:
        return settlement_asked(session, person, loan.id, asked)


def _show(found: SettlementQuote) -> None:
    st.metric(f"Dibayar pada {indonesian_date(found.settled.day)}", rupiah(found.settled.total))
    rows = [
        {"Jumlah": rupiah(line.amount), "Yang dibayar": line.label, "Ketentuan": line.rests_on}
        for line in lines_of(found)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    st.caption(
        f"Jumlah ini tetap untuk uang yang masuk {indonesian_date(found.since)} sampai "
        f"{indonesian_date(found.until)}, selama tidak ada pembukuan lain (tafsir O-18)."
    )
    for remark in remarks_on(found):
        st.info(plain(remark))


def _issue(
    sending: Sending, person: Person, stored: StoredFile, loan: StoredLoan, asked: SettlementAsked
) -> None:
    with st.container(horizontal=True):
        number = sending.form.ask("numbered.number")
        on = sending.form.ask("numbered.on")
    because = sending.why_again()
    sent = st.button("Simpan dan terbitkan rincian", type="primary", key=f"{sending.nonce}:form:kirim")
    if not sent or sending.refused([*yet_to_come("numbered.on", on, today())]):
        return
    numbered = PaperNumber(number=number, on=on)
    printed = _printing(stored, loan, numbered)
    sending.send(
        lambda session, nonce, at: quote_settlement(
            session, person, loan.id, asked, numbered, printed, nonce=nonce, at=at, again_because=because
        ),
        Saved(
            f"Rincian pelunasan nomor {number} diterbitkan; unduh di bawah, dan catat uangnya di sana.",
            correcting="Keliru? Buat rincian baru; yang lama tidak usah dipakai.",
        ),
    )


def _printing(stored: StoredFile, loan: StoredLoan, numbered: PaperNumber) -> Printing:
    head, demo = paper_head(law_by_day()(numbered.on)), is_demo_database()

    def printed(found: SettlementQuote) -> bytes:
        return settlement_quote(
            found,
            stored.file,
            loan.schedule.terms,
            file_number=stored.number,
            numbered=numbered,
            head=head,
            demo=demo,
        )

    return printed
