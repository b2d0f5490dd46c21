"""Pinjaman: the files from the counter to the money, and for one of them the next step."""

import streamlit as st

from db.refusals import Refused
from domain.roles import Permission
from pages.parts.acting import must_be
from pages.parts.loan_file.list import show_list
from pages.parts.loan_file.screen import show_file
from pages.parts.loan_file.sending import forget_what_was_done
from pages.parts.text import number_in_address, plain


def main() -> None:
    """Show the screen."""
    person = must_be(Permission.READ_LOANS)
    chosen = number_in_address(st.query_params.get("no", ""))
    if chosen is None:
        forget_what_was_done()
        show_list(person)
        return
    try:
        show_file(person, chosen)
    except Refused as refusal:
        st.error(plain(refusal.sentence))


main()
