"""All candidates of a round at once: a table or a workbook, what is wrong row by row, one sending."""

from collections.abc import Callable, Sequence
from typing import Final
from uuid import uuid4

import streamlit as st

from db.blitar.selection.candidate_list import already_registered, register_candidates
from documents.blitar.candidate_book import CANDIDATE_BOOK
from domain.blitar.candidate_list.candidate_rows import CandidatesRead, ListedCandidate, read_candidates
from domain.blitar.selecting.lateness import late_in_way
from domain.dates import indonesian_date
from domain.money import number
from domain.tabular.workbook import BadLine, Fault, RawLine, in_order
from pages.blitar.selection.many.candidate_table import forget_typed, type_candidates
from pages.blitar.selection.round_places import go
from pages.blitar.selection.viewing import View
from pages.parts.saved_notice import say_saved
from pages.parts.sending import send
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.parts.workbook_pile import bring, offer_template, put_away, show_notes, show_returned

_TABLE, _FILE = "Tabel", "Excel"
_MENDING: Final = ". Yang benar tetap dapat didaftarkan; unduh yang salah, perbaiki, lalu unggah lagi."
_SHOWN: Final = 50


def show_many_candidates(view: View) -> None:
    """Show both ways, what is wrong, and the button that registers all who can be."""
    st.button("← Kembali ke seleksi", type="tertiary", on_click=go, kwargs={"round_id": view.stored.id})
    st.title("Daftarkan banyak calon")
    st.caption(
        "Yang kosong berarti belum diketahui, bukan tidak. Yang mendaftar sesudah "
        f"{indonesian_date(view.stored.round.closes_on)} tetap dicatat, sebagai terlambat."
    )
    name = f"calon-banyak:{view.stored.id}"
    way = st.segmented_control("Cara", [_TABLE, _FILE], default=_TABLE, key=f"{name}:cara", required=True)
    if way == _FILE:
        _by_file(view, f"{name}:berkas")
    else:
        _by_table(view, f"{name}:tabel")


def _by_table(view: View, name: str) -> None:
    nonce = st.session_state.setdefault(name, uuid4().hex)
    st.caption("Klik sel, ketik, lalu Enter. Baris baru ada di bawah; baris kosong dilewati.")
    lines = type_candidates(nonce)
    if not lines:
        return
    good, bad = _sorted(view, lines)
    wrong = [one for one in bad if one.faults]
    if wrong:
        st.warning(f"{number(len(wrong))} baris perlu diperbaiki:{''.join(map(_in_words, wrong))}")
    _offer(view, good, nonce, is_blocked=bool(wrong), drop=lambda: _drop_table(name, nonce))


def _in_words(bad: BadLine) -> str:
    reasons = " ".join(fault.told for fault in bad.faults)
    return f"\n- **Baris {bad.raw.line}**: {plain(reasons)}"


def _by_file(view: View, key: str) -> None:
    offer_template(CANDIDATE_BOOK, "templat-calon.xlsx")
    brought = bring(CANDIDATE_BOOK, view.person, key, "Daftar calon (.xlsx atau .csv)")
    if brought is None:
        return
    show_notes(brought)
    good, bad = _sorted(view, brought.told.lines)
    show_returned(CANDIDATE_BOOK, bad, _MENDING, "calon-dikembalikan.xlsx")
    _offer(view, good, brought.nonce, is_blocked=False, drop=lambda: put_away(key))


def _sorted(view: View, lines: Sequence[RawLine]) -> tuple[list[ListedCandidate], tuple[BadLine, ...]]:
    read: CandidatesRead = read_candidates(lines, view.stored.round, view.day)
    told = [one.candidate for one in read.candidates]
    with database().read() as session:
        known = already_registered(session, view.person, view.stored.id, told)
    good = [one for place, one in enumerate(read.candidates) if place not in known]
    back = [BadLine(read.candidates[place].raw, (Fault("", why),)) for place, why in known.items()]
    return good, in_order((*read.bad, *back))


def _drop_table(name: str, nonce: str) -> None:
    forget_typed(nonce)
    st.session_state.pop(name, None)


def _offer(
    view: View, good: Sequence[ListedCandidate], nonce: str, *, is_blocked: bool, drop: Callable[[], None]
) -> None:
    if not good:
        return
    late = [one for one in good if late_in_way(view.stored.round, one.candidate.registered_on)]
    lines = []
    for one in good[:_SHOWN]:
        said = " · **terlambat**" if one in late else ""
        lines.append(f"- Baris {one.line} · {plain(shortened(one.candidate.name))}{said}")
    with st.container(height=260 if len(lines) > 7 else "content"):
        st.markdown("\n".join(lines))
    label = f"Daftarkan {number(len(good))} calon"
    if not st.button(label, type="primary", disabled=is_blocked, key=f"{nonce}:kirim"):
        return
    told, round_id = [one.candidate for one in good], view.stored.id
    done = send(
        lambda session, at: register_candidates(session, view.person, round_id, told, nonce=nonce, at=at)
    )
    if done is None:
        return
    drop()
    said = f", {number(len(late))} di antaranya terlambat" if late else ""
    say_saved(f"{number(done.result)} calon terdaftar{said}.")
    go(round_id=round_id)
    st.rerun()
