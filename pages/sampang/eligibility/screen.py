"""Kelayakan: the list of applications, and for one of them the verdict, why, and what now."""

import streamlit as st

from db.refusals import Refused
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.text import number_in_address, plain
from pages.sampang.eligibility.application_list import show_list
from pages.sampang.eligibility.assessed_application import show_application
from pages.sampang.standing import bring_up_to_date


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.READ_APPLICATIONS)
    bring_up_to_date(person)
    chosen = number_in_address(st.query_params.get("no", ""))
    if chosen is None:
        show_list(person)
        return
    try:
        show_application(person, chosen)
    except Refused as refusal:
        st.error(plain(refusal.sentence))


main()
