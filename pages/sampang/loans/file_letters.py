"""The papers of a file: to look at before they go out, to issue, and to print again as they went out."""

from collections.abc import Sequence

import streamlit as st

from db.sampang.applications.standing_law import law_of_file
from db.sampang.origination.issued_papers import (
    IssuedPaper,
    issue_paper,
    issued_papers,
    may_issue,
    paper_bytes,
)
from db.sampang.origination.loan_files import StoredFile
from domain.dates import indonesian_date, indonesian_moment
from domain.roles import Person
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.step_checks import yet_to_come
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain
from pages.sampang.law import law_by_day
from pages.sampang.loans.letter_drafts import Draft, drafts_of
from pages.sampang.loans.step_sending import Sending


def show_letters(person: Person, stored: StoredFile) -> None:
    """Show each paper that the file has by now, then what already went out."""
    with database().read() as session:
        issued = issued_papers(session, person, application_id=stored.id)
        decided_by = law_of_file(session, person, stored.id, today())
    demo = is_demo_database()
    drafts = tuple(drafts_of(stored, law_by_day(), decided_by, today=today(), demo=demo))
    if not drafts:
        st.info(
            "Belum ada surat pada tahap ini. Berita acara hasil survei menjadi surat yang pertama (VI.2.a)."
        )
    for draft in drafts:
        with st.container(border=True):
            _draft(person, stored, draft, issued)
    if issued:
        st.subheader("Sudah diterbitkan")
        for paper in issued:
            _issued(person, stored, paper)


def _draft(person: Person, stored: StoredFile, draft: Draft, issued: Sequence[IssuedPaper]) -> None:
    number = f"nomor {draft.number}" if draft.number else "belum bernomor"
    st.markdown(f"**{draft.kind.label}** · {plain(number)}, {indonesian_date(draft.on)}")
    st.download_button(
        "Unduh konsep",
        data=draft.as_draft,
        file_name=f"konsep-{draft.kind.value}-{stored.number}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/draft:",
        key=f"konsep-{draft.kind.value}",
    )
    if not may_issue(person):
        return
    if not draft.can_go_out:
        st.caption("Diterbitkan sesudah perjanjian yang ditandatangani dicatat, dengan nomornya (VI.3).")
    elif any(paper.kind is draft.kind for paper in issued):
        with st.expander("Terbitkan lagi, bila isinya sudah berubah"):
            _issue(person, stored, draft)
    else:
        _issue(person, stored, draft)


def _issue(person: Person, stored: StoredFile, draft: Draft) -> None:
    """The number is the office's: what was recorded with the step stays, and a blank one is asked for."""
    sending = Sending(person, stored, f"issue-{draft.kind.value}", PaperNumber, {"on": draft.on})
    form = sending.form
    number = draft.number or form.ask("number")
    on = (form.ask("on") if draft.asks_day else None) or draft.on
    because = sending.why_again()
    sent = st.button("Terbitkan", key=f"{sending.nonce}:form:kirim")
    if not sent or sending.refused([*yet_to_come("on", on, today())]):
        return
    numbered = PaperNumber(number=number, on=on)
    sending.send(
        lambda session, nonce, at: issue_paper(
            session,
            person,
            draft.kind,
            draft.printed(number, on),
            numbered,
            nonce=nonce,
            at=at,
            application_id=stored.id,
            again_because=because,
        ),
        f"Diterbitkan: {draft.kind.label}, nomor {number}.",
    )


def _issued(person: Person, stored: StoredFile, paper: IssuedPaper) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"{paper.kind.label} · nomor {plain(paper.number)}, {indonesian_date(paper.dated_on)}  \n"
            f":gray[{plain(paper.by)}, {indonesian_moment(paper.at)}]",
            width="content",
        )
        st.download_button(
            "Unduh",
            data=lambda: _bytes(person, paper.id),
            file_name=f"{paper.kind.value}-{stored.number}-{paper.id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/download:",
            key=f"surat-{paper.id}",
        )


def _bytes(person: Person, paper_id: int) -> bytes:
    with database().read() as session:
        return paper_bytes(session, person, paper_id)
