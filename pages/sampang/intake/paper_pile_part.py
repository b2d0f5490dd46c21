"""Taking in a pile of paper applications: the template, what was read, what comes back, and the sending."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from db.sampang.applications.paper_pile import already_there, sent_before, take_in_pile
from db.sampang.applications.still_running import still_running
from db.sampang.applications.stored_application import Saved as Taken
from documents.sampang.paper_pile_book import PAPER_PILE_BOOK
from domain.again import LONGEST_REASON
from domain.money import number, rupiah
from domain.roles import Person
from domain.sampang.paper_pile.paper_rows import PaperForm, read_pile, sent_back
from domain.sampang.still_running import StillRunning
from domain.tabular.workbook import in_order
from pages.parts.saved_notice import NextStep, Saved, say_saved
from pages.parts.sending import send
from pages.parts.store import database, today
from pages.parts.text import plain, shortened
from pages.parts.workbook_pile import Brought, bring, offer_template, put_away, show_notes, show_returned
from pages.sampang.law import law_today
from pages.sampang.screens import ELIGIBILITY, INTAKE
from pages.sampang.still_running_part import link_still_running

IN_ADDRESS: Final = {"cara": "tumpukan"}
_KEY: Final = "tumpukan-kertas"
_MENDING: Final = ". Yang benar tetap dapat dimasukkan; unduh yang salah, perbaiki, lalu unggah lagi."
_SHOWN: Final = 50
_NAMED: Final = 5


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
    offer_template(PAPER_PILE_BOOK, "templat-formulir-kertas.xlsx")
    st.markdown("2. Unggah yang sudah diisi. Belum ada yang disimpan.")
    brought = bring(PAPER_PILE_BOOK, person, _KEY, "Isi tumpukan (.xlsx)")
    if brought is not None:
        _look(person, brought)


def _look(person: Person, brought: Brought) -> None:
    show_notes(brought)
    read = read_pile(brought.told.lines, today())
    forms = [(form.application, form.sign) for form in read.forms]
    with database().read() as session:
        there = already_there(session, person, forms)
        came = sent_before(session, person, forms)
        running = still_running(session, person, [application.applicant for application, _ in forms])
    known = (line for place, why in there.items() for line in sent_back(read.forms[place], why))
    bad = in_order((*read.bad, *known))
    show_returned(PAPER_PILE_BOOK, bad, _MENDING, "formulir-dikembalikan.xlsx")
    same = [read.forms[place] for place in there if place not in came]
    because = _ask_why(brought, same)
    good = [form for place, form in enumerate(read.forms) if place not in there or (because and form in same)]
    if not good:
        st.warning("Belum ada formulir yang dapat dimasukkan.")
        return
    st.markdown(f"3. {number(len(good))} formulir dapat dimasukkan dan langsung dinilai.")
    _show_good(good)
    _show_running([(read.forms[place], still) for place, still in running.items() if place not in there])
    if st.button(f"Ajukan dan nilai {number(len(good))} formulir", type="primary", key=f"{_KEY}:kirim"):
        _take_in(person, good, because)


def _ask_why(brought: Brought, same: Sequence[PaperForm]) -> str:
    """Ask why forms that look like one that is there come in all the same; blank leaves them out."""
    if not same:
        return ""
    lines = ", ".join(str(form.line) for form in same[:_SHOWN])
    typed = st.text_area(
        f"Mengapa baris {lines} tetap dimasukkan?",
        key=f"{brought.nonce}:mengapa",
        placeholder="mis. pinjaman kedua untuk usaha lain; kosongkan bila memang formulir yang sama",
        max_chars=LONGEST_REASON,
        height=80,
    )
    return (typed or "").replace("\0", "").strip()


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


def _show_running(found: Sequence[tuple[PaperForm, Sequence[StillRunning]]]) -> None:
    """Say whose forms are of somebody who still has something with the fund; they may come in."""
    if not found:
        return
    with st.expander(f"{number(len(found))} pemohon masih punya pinjaman atau pengajuan lain", expanded=True):
        for form, running in found[:_SHOWN]:
            link_still_running(running, f"Baris {form.line} · ")


def _take_in(person: Person, good: list[PaperForm], because: str) -> None:
    law = law_today()
    forms = [(form.application, form.sign) for form in good]
    done = send(lambda session, at: take_in_pile(session, person, forms, law, at=at, again_because=because))
    if done is None:
        return
    put_away(_KEY)
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
