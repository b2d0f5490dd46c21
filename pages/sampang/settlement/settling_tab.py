"""The end of a loan: quotes of what settles it, the money by a quote, and the papers once it is paid."""

import streamlit as st

from db.sampang.loans.loans import StoredLoan, loan_of
from db.sampang.loans.quote_lists import StoredQuote, quotes_of
from db.sampang.origination.loan_files import StoredFile
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.settling import QuoteState
from pages.parts.places import place_link
from pages.parts.store import database, today
from pages.sampang.settlement.end_papers import show_end_papers
from pages.sampang.settlement.quote_form import show_quoting
from pages.sampang.settlement.quotes_made import show_quotes


def show_settlement(person: Person, stored: StoredFile) -> None:
    """Show how the loan of a file can be settled, or how it ended."""
    with database().read() as session:
        loan = loan_of(session, person, stored.id)
        quotes = () if loan is None else quotes_of(session, person, loan.id, today())
    if loan is None:
        st.info("Belum dicairkan, jadi belum ada yang dilunasi.")
        return
    if loan.ended_on is not None:
        _ended(person, stored, loan, quotes)
    else:
        _running(person, stored, loan)
    show_quotes(person, stored, quotes)


def _running(person: Person, stored: StoredFile, loan: StoredLoan) -> None:
    st.caption("Melunasi sebelum waktunya dikenai tambahan jasa menurut umur pinjaman.")
    with st.container(horizontal=True):
        for place in ("VIII.5.e", "III.7", "VIII.5.f"):
            place_link(SAMPANG, place, key=f"pelunasan-{place}")
    show_quoting(person, stored, loan, may_issue=may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG))


def _ended(person: Person, stored: StoredFile, loan: StoredLoan, quotes: tuple[StoredQuote, ...]) -> None:
    early = any(one.state is QuoteState.SETTLED for one in quotes)
    on = indonesian_date(loan.ended_on) if loan.ended_on else ""
    st.success(
        f"✔ Lunas sejak {on}, {'dengan pelunasan dipercepat' if early else 'dengan angsuran terakhir'}."
    )
    if early:
        st.caption(
            "Keliru, atau uangnya ternyata batal? Usulkan pembalikan pelunasannya di Kas dana; sesudah "
            "disetujui orang kedua pinjaman berjalan lagi (tafsir O-15)."
        )
    show_end_papers(person, stored, loan, is_settled_early=early)
