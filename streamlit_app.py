"""The entry: page settings, who is acting, and the menu of that person's role.

`streamlit run streamlit_app.py` finds the application object `app` below and runs this file as its
script at every visit and click.
"""

from itertools import chain

import streamlit as st

from db.engine import reading_together
from domain.roles import Person
from pages.office.menu import menu_for
from pages.office.tour.guide import show_tour
from pages.office.tour.starting_over import offer_start_over
from pages.parts.acting import who_acts
from pages.parts.errors.screen import errors_said
from pages.parts.errors.visit import remember_visit
from pages.parts.installation import UnknownProgramme, sign_in_configured
from pages.parts.keyboard import offer_key_sheet
from pages.parts.look import MENU_WIDTH, set_look
from pages.parts.one_value import look_up_one_by_one
from pages.parts.saved_notice import show_saved
from pages.parts.store import is_demo_database
from pages.parts.text import plain
from pages.parts.unsent.offering import offer_unsent, say_kept
from pages.parts.unsent.open_forms import Place, keep_typed_forms
from pages.parts.wings import installation_title


def main() -> None:
    """Run one visit or click."""
    look_up_one_by_one()
    st.set_page_config(page_title=_title(), page_icon="📘", layout="wide", initial_sidebar_state=MENU_WIDTH)
    with errors_said(), reading_together():
        person = who_acts()
        set_look(is_demo=is_demo_database())
        if sign_in_configured() and not _let_in(person):
            return
        with st.sidebar:
            offer_start_over(person)
            offer_key_sheet()
        menu = menu_for(person)
        screen = st.navigation(menu, expanded=True)
        remember_visit(screen.url_path, person)
        kept_at = keep_typed_forms(Place(person, screen.title, screen.url_path) if person else None)
        say_kept(kept_at)
        show_saved()
        if not sign_in_configured():
            show_tour()
        if person:
            offer_unsent(person, chain.from_iterable(menu.values()))
        screen.run()


def _let_in(person: Person | None) -> bool:
    """Whether somebody came in by sign-in; shows who, with the way out, or else the door."""
    if person is None:
        from pages.office.entry.door import show_door

        show_door()
        return False
    from pages.parts.entry.leaving import offer_leaving
    from pages.parts.entry.once_more import offer_once_more

    with st.sidebar:
        offer_leaving(person)
    offer_once_more(person)
    return True


def _title() -> str:
    try:
        return installation_title()
    except UnknownProgramme as mistake:
        st.error(plain(mistake.sentence))
        st.stop()


if __name__ == "__main__":
    main()
else:
    from pages.parts.server import prepared

    app = st.App(__file__, **prepared())
