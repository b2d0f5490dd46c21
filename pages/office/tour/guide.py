"""The banner of the tour above the screen, and the ways into and out of it."""

from collections.abc import Iterable

import streamlit as st

from domain.roles import OfficeRole, Person, Role
from pages.office.tour.tour_stops import stops
from pages.parts.acting import act_as, everybody
from pages.parts.markup import Markup
from pages.parts.office_screens import SUMMARY
from pages.parts.text import number_in_address

IN_ADDRESS = "tur"
_NEXT = "tur-berikut"
# One line of a laptop, so that the screen that it tells of begins right below it.
_STYLE = Markup("""<style>
.st-key-tur { padding: 0.3rem 0.7rem; }
@media (min-width: 900px) { .st-key-tur { flex-wrap: nowrap; padding-right: 5.5rem; } }
.st-key-tur [data-testid="stMarkdown"] p { font-size: 0.875rem; line-height: 1.3; }
.st-key-tur button { min-height: 2rem; padding: 0.1rem 0.6rem; }
</style>""")


def offer_tour() -> None:
    """Offer to begin the tour."""
    st.button(
        f"Mulai tur ({len(stops())} layar)",
        icon=":material/tour:",
        on_click=_go,
        args=(1,),
        key="tur-mulai",
        type="primary",
    )


def show_tour() -> None:
    """Go to the stop that was asked for, and show the banner while the tour lasts.

    To be called by the entry before the screen runs, so that the banner stands above it.
    """
    wanted = st.session_state.pop(_NEXT, None)
    if wanted is not None:
        _open(wanted)
    here = number_in_address(st.query_params.get(IN_ADDRESS, ""))
    if here is not None and 1 <= here <= len(stops()):
        _banner(here)


def _banner(here: int) -> None:
    stop, last = stops()[here - 1], len(stops())
    st.html(_STYLE)
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="tur"):
        st.markdown(
            f"**Tur {here} dari {last}: {stop.title}** · sebagai {stop.role.label} · {stop.sight}",
            width="stretch",
        )
        with st.container(horizontal=True, width="content", gap="xsmall"):
            if here > 1:
                st.button("Sebelumnya", on_click=_go, args=(here - 1,), key="tur-mundur")
            if here < last:
                st.button("Berikutnya", on_click=_go, args=(here + 1,), type="primary", key="tur-maju")
            st.button("Selesai", on_click=_go, args=(0,), key="tur-selesai")


def _go(step: int) -> None:
    """Ask for a stop, 0 for the end; the persona of the stop acts from then on."""
    st.session_state[_NEXT] = step
    role = stops()[step - 1].role if step else OfficeRole.LEADERSHIP
    act_as(_persona_of(role, everybody()))


def _open(step: int) -> None:
    if not step:
        st.switch_page(SUMMARY)
    stop = stops()[step - 1]
    person = _persona_of(stop.role, everybody())
    st.switch_page(stop.page, query_params={**stop.address(person), IN_ADDRESS: str(step)})


def _persona_of(role: Role, people: Iterable[Person]) -> Person:
    return next(person for person in people if role in person.roles)
