"""The papers of a loan that is paid, however it ended: the letter, and the receipt for what goes back."""

from collections.abc import Iterator
from datetime import date

import streamlit as st

from db.sampang.loans.loans import StoredLoan
from db.sampang.origination.issued_papers import PaperKind, issued_papers
from db.sampang.origination.loan_files import StoredFile
from documents.sampang.letters.end_of_loan import EndedLoan, collateral_return, paid_off_letter
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.store import database, is_demo_database, today
from pages.sampang.law import LawByDay, law_by_day
from pages.sampang.paper_drafts import Draft, show_draft
from pages.sampang.paper_head import paper_head


def show_end_papers(person: Person, stored: StoredFile, loan: StoredLoan, *, is_settled_early: bool) -> None:
    """Show the letter that the loan is paid, and what still waits to go back to its owner."""
    if loan.ended_on is None:
        return
    ended = EndedLoan(
        file=stored.file,
        file_number=stored.number,
        terms=loan.schedule.terms,
        ended_on=loan.ended_on,
        is_settled_early=is_settled_early,
    )
    with database().read() as session:
        issued = issued_papers(session, person, application_id=stored.id)
    _waiting(stored)
    for draft in _drafts(ended, law_by_day(), today(), demo=is_demo_database()):
        show_draft(person, stored, draft, issued)


def _waiting(stored: StoredFile) -> None:
    kept = sum(one.waits_to_go_back for one in stored.file.custody)
    if kept:
        st.warning(
            f"{kept} agunan menunggu kembali kepada pemiliknya. Cetak tanda terimanya di bawah; sesudah "
            "ditandatangani, catat di tab Agunan sebagai “Diserahkan kembali kepada pemilik”."
        )
    elif stored.file.custody:
        st.caption("Tidak ada agunan yang masih disimpan Bank Jatim untuk pinjaman ini.")
    place_link(SAMPANG, "III.10", key="akhir-III.10")


def _drafts(loan: EndedLoan, law_of: LawByDay, day: date, *, demo: bool) -> Iterator[Draft]:
    def letter(number: str, on: date, /, *, draft: bool = False) -> bytes:
        return paid_off_letter(loan, number, on, head=paper_head(law_of(on)), demo=demo, draft=draft)

    yield Draft(PaperKind.PAID_OFF, "", day, letter, asks_day=True)
    things = [one.thing for one in loan.file.custody if one.waits_to_go_back]
    if not things:
        return

    def receipt(number: str, on: date, /, *, draft: bool = False) -> bytes:
        head = paper_head(law_of(on))
        return collateral_return(loan, things, number, on, head=head, demo=demo, draft=draft)

    yield Draft(PaperKind.COLLATERAL_RETURN, "", day, receipt, asks_day=True)
