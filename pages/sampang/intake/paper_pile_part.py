"""Taking in a pile of paper applications: the template, what was read, what comes back, and the sending."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from db.sampang.applications.paper_pile import already_there, take_in_pile
from db.sampang.applications.stored_application import Saved as Taken
from documents.sampang.paper_pile.paper_bad_lines import paper_bad_lines
from documents.sampang.paper_pile.paper_template import paper_template
from documents.sampang.paper_pile.told_papers import PILE_LIMITS, read_told_papers
from domain.money import number, rupiah
from domain.roles import Person
from domain.sampang.paper_pile.paper_rows import (
    BadPaperLine,
    PaperForm,
    PaperLine,
    in_order,
    read_pile,
    sent_back,
)
from pages.parts.reading_uploads import read_or_say
from pages.parts.saved_notice import NextStep, Saved, say_saved
from pages.parts.sending import send
from pages.parts.store import database, today
from pages.parts.text import plain, shortened
from pages.sampang.law import law_today
from pages.sampang.screens import ELIGIBILITY, INTAKE

IN_ADDRESS: Final = {"cara": "tumpukan"}
_KEY, _BROUGHT = "tumpukan-kertas", "tumpukan-kertas:isi"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN: Final = 50
_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class _Brought:
    lines: tuple[PaperLine, ...]
    notes: tuple[str, ...]
    person_id: int


def link_to_pile() -> None:
    """The way from the form to the pile."""
    st.page_link(
        INTAKE,
        label="Tumpukan formulir kertas (Excel)",
        icon=":material/upload_file:",
        query_params=IN_ADDRESS,
    )


def is_pile() -> bool:
    """Whether the address asks for the pile."""
    return st.query_params.get("cara") == IN_ADDRESS["cara"]


def show_pile(person: Person) -> None:
    """Show the three steps: fill the template, upload it, take in what is right."""
    st.page_link(INTAKE, label="Satu formulir saja", icon=":material/arrow_back:")
    st.subheader("Tumpukan formulir kertas", anchor=False)
    st.markdown("1. Unduh templat dan isi di Excel: satu baris untuk satu formulir.")
    st.download_button(
        "Unduh templat (.xlsx)",
        lambda: paper_template(made_on=today()),
        file_name="templat-formulir-kertas.xlsx",
        mime=_XLSX,
        on_click="ignore",
        icon=":material/download:",
    )
    st.markdown("2. Unggah yang sudah diisi. Belum ada yang disimpan.")
    brought = _brought(person)
    if brought is not None:
        _look(person, brought)


def _brought(person: Person) -> _Brought | None:
    key = st.session_state.setdefault(_KEY, uuid4().hex)
    file = st.file_uploader(
        "Isi tumpukan (.xlsx)",
        key=f"{key}:berkas",
        on_change=_forget,
        max_upload_size=PILE_LIMITS.most_bytes // 1024**2,
    )
    kept = st.session_state.get(_BROUGHT)
    if isinstance(kept, _Brought) and kept.person_id == person.id:
        return kept
    if not isinstance(file, UploadedFile):
        return None
    told = read_or_say(read_told_papers, file.getvalue())
    if told is None:
        return None
    brought = _Brought(*told, person.id)
    st.session_state[_BROUGHT] = brought
    return brought


def _look(person: Person, brought: _Brought) -> None:
    for note in brought.notes:
        st.caption(f"ℹ {plain(note)}")
    read = read_pile(brought.lines, today())
    with database().read() as session:
        there = already_there(session, person, [(form.application, form.sign) for form in read.forms])
    good = [form for place, form in enumerate(read.forms) if place not in there]
    known = (line for place, why in there.items() for line in sent_back(read.forms[place], why))
    _show_bad(in_order((*read.bad, *known)))
    if not good:
        st.warning("Belum ada formulir yang dapat dimasukkan.")
        return
    st.markdown(f"3. {number(len(good))} formulir dapat dimasukkan dan langsung dinilai.")
    _show_good(good)
    if st.button(f"Ajukan dan nilai {number(len(good))} formulir", type="primary", key=f"{_KEY}:kirim"):
        _take_in(person, good)


def _show_good(good: list[PaperForm]) -> None:
    lines = []
    for form in good[:_SHOWN]:
        asked = form.application
        amount = "jumlah belum diisi" if asked.amount is None else rupiah(asked.amount)
        things = f", {len(asked.collateral)} agunan" if asked.collateral else ""
        name = plain(shortened(asked.applicant.name))
        lines.append(f"- Baris {form.line} · {name} · {amount}{things}")
    with st.container(height=260 if len(lines) > 7 else "content"):
        st.markdown("\n".join(lines))


def _show_bad(bad: tuple[BadPaperLine, ...]) -> None:
    wrong = [one for one in bad if one.faults]
    if not wrong:
        return
    st.warning(
        f"{number(len(wrong))} baris perlu diperbaiki. Yang benar tetap dapat dimasukkan; unduh yang salah, "
        "perbaiki, lalu unggah lagi."
    )
    with st.container(height=260 if len(wrong) > 4 else "content"):
        for one in wrong[:_SHOWN]:
            told = " ".join(fault.told for fault in one.faults)
            st.markdown(f"**{one.raw.sheet.label}, baris {one.raw.line}** · {plain(told)}")
    if len(wrong) > _SHOWN:
        st.caption(f"Ditampilkan {_SHOWN} baris pertama; semuanya ada di berkas unduhan.")
    st.download_button(
        f"Unduh {number(len(bad))} baris yang dikembalikan",
        lambda: paper_bad_lines(bad, made_on=today()),
        file_name="formulir-dikembalikan.xlsx",
        mime=_XLSX,
        on_click="ignore",
        icon=":material/download:",
    )


def _take_in(person: Person, good: list[PaperForm]) -> None:
    law = law_today()
    forms = [(form.application, form.sign) for form in good]
    done = send(lambda session, at: take_in_pile(session, person, forms, law, at=at))
    if done is None:
        return
    _forget()
    st.session_state.pop(_KEY, None)
    say_saved(
        Saved(
            _told(done.result),
            correcting="Isinya dapat diubah dari Kelayakan selama belum diputus.",
            next_step=NextStep("Buka Kelayakan", ELIGIBILITY, {}),
        )
    )
    st.rerun()


def _told(taken: Sequence[Taken]) -> str:
    """How many came in, and which were there already."""
    new = [one.number for one in taken if not one.already_saved]
    known = [one.number for one in taken if one.already_saved]
    told = []
    if new:
        span = new[0] if len(new) == 1 else f"{new[0]} sampai {new[-1]}"
        told.append(f"{number(len(new))} formulir masuk dan dinilai: {span}.")
    if known:
        more = f", dan {number(len(known) - _NAMED)} lagi" if len(known) > _NAMED else ""
        told.append(
            f"{number(len(known))} formulir sudah masuk sebelumnya, jadi tidak dimasukkan lagi: "
            f"{', '.join(known[:_NAMED])}{more}."
        )
    return " ".join(told)


def _forget() -> None:
    """Drop what was brought before."""
    st.session_state.pop(_BROUGHT, None)
