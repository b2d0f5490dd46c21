"""Pengguna: the people of a programme, what waits for a second administrator, and one of them opened."""

import pandas as pd
import streamlit as st

from db.office.people_list import PersonTold, people, roles_waiting
from domain.programme import Programme
from domain.roles import OfficePermission
from pages.office.people.adding import add_form
from pages.office.people.people_words import roles_today, seen
from pages.office.people.person_card import show_person
from pages.office.people.roles_waiting import show_waiting_roles
from pages.parts.acting import must_be_in_one
from pages.parts.installation import served, sign_in_configured
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.programme_choice import one_of_programmes
from pages.parts.store import database, today
from pages.parts.text import number_in_address

WHO = "orang"


def main() -> None:
    """Show the screen."""
    st.title("Pengguna")
    person, allowed = must_be_in_one(served(), OfficePermission.MANAGE_PEOPLE)
    programme = one_of_programmes(allowed, "program-pengguna", bind="query-params")
    with database().read() as session:
        known = people(session, person, programme)
        waiting = roles_waiting(session, person, programme)
    wanted = number_in_address(st.query_params.get(WHO, ""))
    opened = next((one for one in known if one.id == wanted), None)
    if opened is not None:
        st.button("Kembali ke daftar", icon=":material/arrow_back:", on_click=_close)
        show_person(person, programme, opened, waiting)
        return
    if not sign_in_configured():
        st.caption(
            "Aplikasi ini berisi data contoh tanpa masuk dengan akun: alamat surel di sini belum dipakai. "
            "Siapa pun dapat mencoba layar ini."
        )
    show_waiting_roles(person, programme, waiting)
    _list(known, programme)
    add_form(person, programme)


def _close() -> None:
    st.query_params.pop(WHO, None)


def _list(known: tuple[PersonTold, ...], programme: Programme) -> None:
    active = sum(one.active for one in known)
    st.subheader(f"{active} orang aktif", anchor=False)
    st.caption(f"Peran pada {programme.name}. Ketuk satu baris untuk membukanya.")
    chosen = st.dataframe(
        pd.DataFrame([_line(one, programme) for one in known]),
        hide_index=True,
        width="stretch",
        height="content",
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key="daftar-pengguna",
    )
    if one := opened_row(chosen, known):
        st.query_params[WHO] = str(one.id)
        st.rerun()


def _line(told: PersonTold, programme: Programme) -> dict[str, str]:
    return {
        "Nama": told.name,
        "Peran": roles_today(told, programme.key, today()),
        "Surel": told.email or "–",
        "Keadaan": "● aktif" if told.active else "○ nonaktif",
        "Terakhir": seen(told),
    }


main()
