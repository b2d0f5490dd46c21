"""The books of a span of days as XLSX, for the auditor."""

from datetime import date

import streamlit as st

from db.engine import Database
from db.sampang.loans.books_of_span import bookings_within, books_of_span
from db.sampang.treasury.fund_refusals import TooManyBookings
from documents.sampang.fund_workbook import Printed, fund_workbook
from domain.dates import month_end
from domain.money import number
from domain.roles import Person
from domain.sampang.fund.journal_lines import MOST_BOOKINGS, Span, problems_of_span
from domain.version import VERSION
from pages.parts.fields import Form, first_values
from pages.parts.sending import nonce_of
from pages.parts.store import database, is_demo_database, now, today
from pages.parts.text import plain

_FORM = "buku-pemeriksa"
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_books(person: Person, month: date | None) -> None:
    """Ask from which day to which, first the month to be closed, and offer the workbook."""
    st.subheader("Buku untuk pemeriksa", anchor=False)
    st.caption("Neraca saldo, jurnal, dan pembagian jasa dalam satu buku Excel; jumlahnya berupa rumus.")
    first = today().replace(day=1) if month is None else month
    form = Form(nonce_of(_FORM), first_values(Span(first=first, last=month_end(first))), Span)
    with st.container(horizontal=True, gap="small"):
        form.ask("first")
        form.ask("last")
    problems = [*form.problems, *form.blanks()]
    span = None if problems else Span(**form.answers())
    if span is not None:
        problems += problems_of_span(span)
    if problems or span is None:
        st.caption(plain(" ".join(one.sentence for one in problems)))
        return
    with database().read() as session:
        count = bookings_within(session, person, span)
    if count > MOST_BOOKINGS:
        st.warning(plain(TooManyBookings(count, MOST_BOOKINGS).sentence))
        return
    store, demo = database(), is_demo_database()
    st.download_button(
        f"Unduh buku ({number(count)} pembukuan)",
        data=lambda: _made(store, person, span, demo=demo),
        file_name=f"buku-dana-bergulir-{span.first}-{span.last}.xlsx",
        mime=_MIME,
        on_click="ignore",
        icon=":material/table_view:",
    )


def _made(store: Database, person: Person, span: Span, *, demo: bool) -> bytes:
    with store.read() as session:
        books = books_of_span(session, person, span)
    return fund_workbook(books, Printed(by=person.name, at=now(), version=VERSION, demo=demo))
