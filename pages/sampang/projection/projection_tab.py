"""Proyeksi dana: asked with a filled start, worked out on a press, told with everything it rests on."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from db.office.practice import law_of
from db.sampang.fund_projection import known_for_projection, lending_last_year
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.loan import tenors
from domain.sampang.programme import SAMPANG
from domain.sampang.projection.projection_known import Aims, Asked, FundKnown, begun, projected
from domain.sampang.projection.projection_rates import OwnNumbers
from domain.sampang.projection.projection_start import WantedLending
from domain.sampang.projection.projection_words import NO_PROMISE
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.projection.projection_asking import (
    as_address,
    ask_projection,
    in_address,
    put_into_address,
)
from pages.sampang.projection.projection_law import IN_ADDRESS, ask_law, law_chosen
from pages.sampang.projection.projection_shown import show_found, show_unknown

_WORKED_OUT: Final = "proyeksi-dana-terakhir"  # no widget's key, so that another screen does not drop it
_OF_SCREEN: Final = ("program", "bagian")
_FIRST_AMOUNT: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class _Last:
    """What was asked last and by which law, with what the books knew then."""

    asked: Asked
    draft: int
    known: FundKnown


def show_projection(person: Person) -> None:
    """Show the form, and what it finds once it was pressed or a link asks for it."""
    st.markdown(
        f"**{NO_PROMISE}** Sepuluh ribu jalan yang mungkin bagi kas dana selama sepuluh tahun, dari pinjaman "
        "hari ini, antrean, dan pinjaman baru yang direncanakan."
    )
    linked = in_address()
    asked = ask_projection(linked or _first(person))
    draft = ask_law(person)
    pressed = st.button(
        "Hitung proyeksi", type="primary", icon=":material/calculate:", disabled=asked is None
    )
    last = st.session_state.get(_WORKED_OUT)
    is_opened_by_link = last is None and linked is not None and linked == asked
    if asked is not None and (pressed or is_opened_by_link):
        with database().read() as session:
            last = _Last(asked, draft, known_for_projection(session, person, today()))
        st.session_state[_WORKED_OUT] = last
        put_into_address(asked, {IN_ADDRESS: str(draft or "")})
    if not isinstance(last, _Last):
        st.caption(
            "Isian di atas terisi seperti setahun terakhir. Tekan Hitung proyeksi; biasanya satu detik."
        )
        return
    if (asked, draft) != (last.asked, last.draft):
        st.info("Isian berubah sejak dihitung. Tekan Hitung proyeksi untuk yang baru.")
    _show(person, last)


def _show(person: Person, last: _Last) -> None:
    rules = law_chosen(person, last.draft)
    if rules is None:
        st.warning("Rancangan ini tidak cocok lagi dengan hukum yang berlaku. Buka pada tab Aturan lain.")
        return
    assumed = last.asked.of(last.known)
    start = begun(assumed, rules)
    if isinstance(start, Problem):
        st.warning(plain(start.sentence))
        return
    if not assumed.how.is_known:
        show_unknown(assumed, start, rules)
        return
    place = st.empty()  # always, so that what stands below keeps its place
    found = projected(assumed, rules, lambda part: place.progress(part, text="Menghitung sepuluh ribu jalan"))
    place.empty()
    if not isinstance(found, Problem):
        show_found(person, found, assumed, start, rules, _link(last))


def _link(last: _Last) -> dict[str, str]:
    """The whole address of this projection: the screen's own part, and what is asked."""
    here = {name: st.query_params[name] for name in _OF_SCREEN if name in st.query_params}
    told = as_address(last.asked) | {IN_ADDRESS: str(last.draft or "")}
    return here | {name: value for name, value in told.items() if value}


def _first(person: Person) -> Asked:
    """A filled start: lending goes on as in the last year, and our own history tells the rest."""
    day = today()
    with database().read() as session:
        lent, rules = lending_last_year(session, person, day), law_of(session, SAMPANG, day)
    tenor = max(tenors(rules), default=1)
    lending = lent or WantedLending(a_month=1, amount=_FIRST_AMOUNT, tenor=tenor)
    return Asked(
        lending=lending,
        own=OwnNumbers(),
        aims=Aims(floor=2 * lending.amount, seed=int(f"{day:%Y%m%d}")),
    )
