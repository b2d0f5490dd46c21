"""Pinjaman: the loans that run, the files on their way to the money, and for one of them everything."""

import streamlit as st

from db.refusals import Refused
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.text import number_in_address, plain
from pages.sampang.loans.borrower_page import show_borrower
from pages.sampang.loans.kin import BORROWER
from pages.sampang.loans.loan_lists import show_lists
from pages.sampang.loans.opened_file import show_file
from pages.sampang.step_sending import forget_what_was_seen


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.READ_LOANS)
    chosen, borrower = (number_in_address(st.query_params.get(name, "")) for name in ("no", BORROWER))
    if chosen is None and borrower is None:
        forget_what_was_seen()
        show_lists(person)
        return
    try:
        if chosen is not None:
            show_file(person, chosen)
        elif borrower is not None:
            show_borrower(person, borrower)
    except Refused as refusal:
        st.error(plain(refusal.sentence))


main()
