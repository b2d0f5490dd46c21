"""The kept papers of one Pendamping or Fasilitator, and the letter of assignment that is issued."""

from functools import partial

import streamlit as st

from db.blitar.mentoring_paper_check import open_letter
from db.blitar.mentoring_papers import KeptPaper
from db.blitar.staff_papers import assignment_told, issue_assignment_letter, staff_papers
from db.blitar.staffing.staff import StoredStaff
from db.engine import Database
from documents.blitar.staffing.assignment_letter import assignment_letter
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.staff_papers import AssignmentLetter, AssignmentTold, letter_problems
from domain.dates import indonesian_date, indonesian_moment
from domain.programme import may
from domain.roles import Person
from pages.blitar.mentors.register import name_of
from pages.blitar.printing import printing_of
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database, now, today
from pages.parts.text import plain


def show_staff_papers(person: Person, one: StoredStaff) -> None:
    """Show the papers that were kept, and to who may the form of a letter of assignment."""
    with database().read() as session:
        found = staff_papers(session, person, one.id)
    issues = one.kind is SubjectKind.MENTOR and any(
        may(person, each, BLITAR) for each in (BlitarPermission.MANAGE_STAFF, BlitarPermission.APPOINT_STAFF)
    )
    if not (found or issues):
        return
    st.subheader("Surat", anchor=False)
    for each in found:
        _paper(person, each)
    if issues and one.service.last_day >= today():
        with st.expander("Terbitkan surat tugas", icon=":material/assignment_ind:"):
            _issue(person, one)


def _paper(person: Person, paper: KeptPaper) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(
            f"**{paper.kind.label}** · {plain(paper.number)}, {indonesian_date(paper.dated_on)}  \n"
            f"dicatat {indonesian_moment(paper.at)} oleh {plain(paper.by)}",
            width="stretch",
        )
        st.download_button(
            "Unduh",
            data=partial(_bytes, database(), person, paper.id),
            file_name=f"{paper.kind.file_name}-{paper.id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
            key=f"surat-{paper.id}",
        )


def _bytes(opened: Database, person: Person, paper_id: int) -> bytes:
    with opened.write() as session:
        return open_letter(session, person, paper_id, at=now())


def _issue(person: Person, one: StoredStaff) -> None:
    name = f"surat-tugas-{one.id}"
    form = Form(nonce_of(name), {"on": today()}, AssignmentLetter)
    left, right = st.columns(2)
    with left:
        number = form.ask("number", aside="dari buku agenda")
    with right:
        on = form.ask("on")
    written = AssignmentLetter(number=number, on=on)
    with database().read() as session:
        told = assignment_told(session, person, one.id, on)
    places = ", ".join(name_of(each.district_code) for each in told.districts)
    st.caption(f"Memuat kecamatan pada tanggal surat dan sesudahnya: {places or 'belum ada'}.")
    with st.container(horizontal=True):
        pressed = st.button("Terbitkan surat tugas", type="primary", key=f"{form.nonce}:issue")
        _draft(person, one, written, told)
    if not pressed or say_problems([*form.problems, *letter_problems(written, told, today())], form):
        return
    printed = partial(assignment_letter, printing=printing_of(person, today(), of=on), kept=True)
    said = f"Surat tugas {one.name} terbit. Unduh, cetak, dan tandatangankan."
    save(
        name,
        issue_assignment_letter,
        person,
        one.id,
        written,
        said=said,
        fields=form,
        nonce=form.nonce,
        printed=printed,
    )


def _draft(person: Person, one: StoredStaff, written: AssignmentLetter, told: AssignmentTold) -> None:
    printing = printing_of(person, today(), of=written.on)
    st.download_button(
        "Cetak konsep",
        data=lambda: assignment_letter(written, told, printing),
        file_name=f"konsep-surat-tugas-{one.id}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key=f"konsep-surat-tugas-{one.id}",
    )
