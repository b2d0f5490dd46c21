"""Verifying and returning: each press acts on the versions that were on the screen."""

from collections.abc import Sequence

import streamlit as st

from db.blitar.visiting.second_eye import OWN_VISIT
from db.blitar.visiting.verifying import return_visit, verify_visits
from db.blitar.visiting.visit_list import VisitLine
from domain.dates import indonesian_date
from domain.money import number
from domain.roles import Person
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import Refusal, attempt, forget, nonce_of
from pages.parts.text import plain, shortened

_REFUSED = "kunjungan-dikatakan"
_FORM = "kunjungan-verifikasi"
_HERE = "kunjungan"
_TALL = 170  # pixels, within which the names scroll
_LONGEST_WARNING = 90


def show_said() -> None:
    """Say why the last press was refused, once."""
    told = st.session_state.pop(_REFUSED, "")
    # Always a place, also an empty one, so that what stands below stays open as it was.
    with st.container():
        if told:
            st.error(plain(told))


def show_verifying(person: Person, ticked: Sequence[VisitLine]) -> None:
    """Show which of the ticked visits are verified together, which are left and why, and the button."""
    takes = [line for line in ticked if not (line.is_own or line.warnings)]
    left = [line for line in ticked if line.is_own or line.warnings]
    # As high with many ticked as with none: the rows below must not move away under the finger.
    with st.container(border=True, height=_TALL, key="kunjungan-dicentang"):
        st.button(
            f"Verifikasi {number(len(takes))} kunjungan" if takes else "Belum ada yang dapat diverifikasi",
            type="primary",
            icon=":material/done_all:",
            key="kunjungan-verifikasi-semua",
            disabled=not takes,
            on_click=verify,
            args=(person, [(line.id, line.version) for line in takes]),
        )
        if not ticked:
            st.caption("Yang dicentang di bawah disebut di sini sebelum diverifikasi.")
        if takes:
            _show_lines("akan diverifikasi", [_named(line) for line in takes])
        if left:
            _show_lines("tidak ikut", [f"{_named(line)} · {_why_left(line)}" for line in left])


def _show_lines(what: str, lines: Sequence[str]) -> None:
    st.markdown(f"**{number(len(lines))} kunjungan {what}**")
    st.markdown("\n".join(f"- {line}" for line in lines))


def _named(line: VisitLine) -> str:
    return plain(f"{indonesian_date(line.on)} · {line.client_name} · {line.mentor_name}")


def _why_left(line: VisitLine) -> str:
    if line.is_own:
        return OWN_VISIT
    first = shortened(line.warnings[0].partition(". ")[0], _LONGEST_WARNING)
    return f"⚠ {plain(first)}; buka dan verifikasi satu per satu"


def verify(
    person: Person, visits: Sequence[tuple[int, int]], then: int | None = None, named: str = ""
) -> None:
    """Verify visits in the versions that were shown; then open another, if one is to follow.

    `named` says which it was, where it is one.
    """
    done = attempt(lambda session, at: verify_visits(session, person, visits, nonce=nonce_of(_FORM), at=at))
    if isinstance(done, Refusal):
        st.session_state[_REFUSED] = done.sentence
        return
    forget(_FORM)
    told = f"{named or f'{number(done.result)} kunjungan'} diverifikasi."
    say_saved(Saved(told, "Keliru? Buka lagi, lalu kembalikan dengan catatan."))
    go_to(then)


def send_back(person: Person, visit_id: int, version: int, field: str, then: int | None) -> None:
    """Return a visit with the note that stands in a field; then open another, if one is named."""
    note = str(st.session_state.get(field) or "").replace("\0", "").strip()
    done = attempt(
        lambda session, at: return_visit(session, person, visit_id, version=version, note=note, at=at)
    )
    if isinstance(done, Refusal):
        st.session_state[_REFUSED] = done.sentence
        return
    st.session_state.pop(field, None)
    say_saved("Kunjungan dikembalikan kepada Pendamping dengan catatan.")
    go_to(then)


def go_to(visit_id: int | None) -> None:
    """Open a visit, or stay; also for use as a button's callback."""
    if visit_id is not None:
        st.query_params[_HERE] = str(visit_id)
