"""The entry: page settings, who is acting, and the menu of that person's role.

`streamlit run streamlit_app.py` finds the application object `app` below and runs this file as its
script at every visit and click.
"""

from itertools import chain

import streamlit as st

from db.engine import reading_together
from pages.office.menu import menu_for
from pages.office.tour.guide import show_tour
from pages.office.tour.starting_over import offer_start_over
from pages.parts.acting import choose_persona
from pages.parts.errors.screen import errors_said
from pages.parts.errors.visit import remember_visit
from pages.parts.installation import UnknownProgramme
from pages.parts.keyboard import offer_key_sheet
from pages.parts.look import MENU_WIDTH, set_look
from pages.parts.saved_notice import show_saved
from pages.parts.store import is_demo_database
from pages.parts.text import plain
from pages.parts.unsent.offering import offer_unsent, say_kept
from pages.parts.unsent.open_forms import Place, keep_typed_forms
from pages.parts.wings import installation_title


def main() -> None:
    """Run one visit or click."""
    st.set_page_config(page_title=_title(), page_icon="📘", layout="wide", initial_sidebar_state=MENU_WIDTH)
    with errors_said(), reading_together():
        person = choose_persona()
        set_look(is_demo=is_demo_database())
        with st.sidebar:
            offer_start_over(person)
            offer_key_sheet()
        menu = menu_for(person)
        screen = st.navigation(menu)
        remember_visit(screen.url_path, person)
        kept_at = keep_typed_forms(Place(person, screen.title, screen.url_path) if person else None)
        say_kept(kept_at)
        show_saved()
        show_tour()
        if person:
            offer_unsent(person, chain.from_iterable(menu.values()))
        screen.run()


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
