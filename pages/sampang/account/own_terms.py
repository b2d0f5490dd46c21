"""The own terms of a loan that was taken over, and what the books began with."""

import streamlit as st

from db.sampang.servicing.accounts import StoredAccount
from db.sampang.takeover.takeovers import TakenOver, taken_over_loan
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.settling import is_older
from domain.sampang.takeover.agreed_words import OF_ROWS, agreed_lines
from pages.parts.places import place_link
from pages.parts.store import database
from pages.parts.text import plain


def own_terms(person: Person, stored: StoredAccount) -> TakenOver | None:
    """The own agreement of the loan; None for one that was paid out in this application."""
    if stored.loan.taken_over_on is None:
        return None
    with database().read() as session:
        return taken_over_loan(session, person, stored.loan.id)


def lines_of(found: TakenOver | None) -> tuple[tuple[str, str], ...]:
    """The terms line by line; nothing for a loan under the law of its day."""
    return () if found is None else agreed_lines(found.terms, found.paid, found.cut_off)


def show_own_terms(found: TakenOver) -> None:
    """Show what was agreed, what was paid before, and who took the loan over."""
    terms = found.terms
    st.markdown(f"**Diambil alih per {indonesian_date(found.cut_off)}**, syarat perjanjian sendiri")
    st.caption(" · ".join(plain(f"{label}: {told}") for label, told in lines_of(found)[:-1]))
    agreed = [terms.agreement_number and f"nomor {terms.agreement_number}"]
    agreed.append(indonesian_date(terms.agreed_on) if terms.agreed_on else "")
    told = ", ".join(filter(None, agreed)) or "nomor dan tanggalnya tidak diketahui"
    st.caption(plain(f"Perjanjian: {told}"))
    st.caption(
        f"Sampai hari itu sudah dibayar pokok {rupiah(found.paid.principal)} dan jasa "
        f"{rupiah(found.paid.interest)}. {OF_ROWS}"
    )
    if terms.settling:
        st.caption(plain(f"Pelunasan dipercepat menurut perjanjian: {terms.settling}"))
    elif is_older(terms.disbursed_on):
        st.caption("Pelunasan dipercepat: tidak diketahui diatur perjanjiannya, jadi diputus (tafsir O-17).")
    st.caption(plain(f"Diusulkan {found.proposed_by}, disetujui {found.approved_by}"))
    place_link(SAMPANG, "O-21", "Tafsir O-21", key="angsuran-O-21")
