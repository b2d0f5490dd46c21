"""The papers of a closed meeting on the screen: all at once, one by one, issued, and printed again."""

import io
import zipfile
from collections.abc import Sequence
from uuid import uuid4

import streamlit as st

from db.engine import Database
from db.sampang.origination.issued_papers import issue_paper, paper_bytes
from db.sampang.origination.meetings import DecidedFile, StoredMeeting
from domain.dates import indonesian_date, indonesian_moment
from domain.roles import Person
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.step_checks import yet_to_come
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain, shortened
from pages.sampang.law import law_by_day
from pages.sampang.meetings.minutes_drafts import MeetingPaper, papers_of
from pages.sampang.meetings.saying import say

# The same papers always make the same archive.
_WRITTEN = (1980, 1, 1, 0, 0, 0)


def show_papers(person: Person, stored: StoredMeeting, decided: Sequence[DecidedFile]) -> None:
    """Show the button that makes every paper, and each paper with its number or the field for it."""
    papers = tuple(papers_of(person, stored, decided, law_by_day(), demo=is_demo_database()))
    store = database()
    st.subheader("Surat rapat ini", anchor=False)
    st.caption(
        "Nomor diberikan oleh kantor. Yang belum diterbitkan dicetak sebagai konsep; yang sudah "
        "diterbitkan tersimpan dan dicetak ulang sama persis (VI.2.b)."
    )
    st.download_button(
        f"Buat surat ({len(papers)}, satu ZIP)",
        data=lambda: archive(store, person, papers),
        file_name=f"surat-rapat-{stored.meeting.held_on}.zip",
        mime="application/zip",
        on_click="ignore",
        type="primary",
        icon=":material/folder_zip:",
        key=f"surat-semua:{stored.id}",
    )
    for paper in papers:
        with st.container(border=True, gap="small"):
            _paper(store, person, stored, paper)


def archive(store: Database, person: Person, papers: Sequence[MeetingPaper]) -> bytes:
    """Every paper in one ZIP: the issued ones as they went out, the others as drafts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for paper in papers:
            draft = "" if paper.issued else "-konsep"
            entry = zipfile.ZipInfo(f"{paper.file_name}{draft}.pdf", _WRITTEN)
            bundle.writestr(entry, bytes_of(store, person, paper))
    return packed.getvalue()


def bytes_of(store: Database, person: Person, paper: MeetingPaper) -> bytes:
    """The paper as it went out, or the draft while it has not."""
    if paper.issued is None:
        return paper.printed(paper.number, paper.on, draft=True)
    with store.read() as session:
        return paper_bytes(session, person, paper.issued.id)


def show_paper(person: Person, stored: StoredMeeting, paper: MeetingPaper) -> None:
    """Show one paper with its number or the field for it."""
    _paper(database(), person, stored, paper)


def _paper(store: Database, person: Person, stored: StoredMeeting, paper: MeetingPaper) -> None:
    about = f" · {plain(shortened(paper.about, 80))}" if paper.about else ""
    key = f"{paper.kind}-{paper.application_id or stored.id}"
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"**{paper.kind.label}**{about}", width="content")
        st.download_button(
            "Cetak ulang sama persis" if paper.issued else "Unduh konsep",
            data=lambda: bytes_of(store, person, paper),
            file_name=f"{paper.file_name}{'' if paper.issued else '-konsep'}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:" if paper.issued else ":material/draft:",
            key=f"surat-{key}",
        )
    if paper.issued:
        told = paper.issued
        st.caption(
            f"Nomor {plain(told.number)}, tanggal {indonesian_date(told.dated_on)}; diterbitkan "
            f"{plain(told.by)}, {indonesian_moment(told.at)}"
        )
        return
    if paper.number:
        st.caption(f"Nomor {plain(paper.number)}, menurut catatan rapat")
    _issue(person, stored, paper, f"terbit-{key}")


def _issue(person: Person, stored: StoredMeeting, paper: MeetingPaper, slot: str) -> None:
    """The number is the office's: the one that the meeting carries stays, a blank one is asked for."""
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, {"on": paper.on}, PaperNumber)
    because = ask_why_again(nonce)
    asking = st.container(horizontal=True, gap="small", vertical_alignment="bottom")
    with asking:
        number = paper.number or form.ask("number")
        on = form.ask("on") if paper.application_id else paper.on
        sent = st.button("Terbitkan", icon=":material/verified:", key=f"{nonce}:form:kirim")
    if not sent:
        return
    problems = [*form.problems, *form.blanks(), *yet_to_come("on", on, today())]
    if problems:
        st.error("Belum diterbitkan. " + " ".join(plain(one.sentence) for one in problems))
    elif _kept(person, stored, paper, PaperNumber(number=number, on=on), nonce, because):
        st.session_state.pop(slot, None)
        say(stored.id, f"Diterbitkan: {paper.kind.label}, nomor {number}.")
        st.rerun()


def _kept(
    person: Person,
    stored: StoredMeeting,
    paper: MeetingPaper,
    numbered: PaperNumber,
    nonce: str,
    because: str,
) -> bool:
    pdf = paper.printed(numbered.number, numbered.on)
    done = send_or_ask(
        nonce,
        lambda session, at: issue_paper(
            session,
            person,
            paper.kind,
            pdf,
            numbered,
            nonce=nonce,
            at=at,
            application_id=paper.application_id,
            meeting_id=None if paper.application_id else stored.id,
            again_because=because,
        ),
    )
    return done is not None
