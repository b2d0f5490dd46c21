"""A paper of a file before it goes out: looked at as a draft, then issued with the number of the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from db.sampang.origination.issued_papers import IssuedPaper, PaperKind, issue_paper, may_issue
from db.sampang.origination.loan_files import StoredFile
from documents.sampang.letters.paper import Printed
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.step_checks import yet_to_come
from pages.parts.store import today
from pages.parts.text import plain
from pages.sampang.step_sending import Sending


@dataclass(frozen=True, slots=True)
class Draft:
    """One paper: its number, blank while the office has given none, and its day.

    `printed` gives the PDF, as a draft too; `asks_day` where the letter has a day of its own.
    `can_go_out` is false while what it tells is not yet signed, or an officer of a koperasi is not known.
    """

    kind: PaperKind
    number: str
    on: date
    printed: Printed
    asks_day: bool = False
    can_go_out: bool = True

    def as_draft(self) -> bytes:
        """The PDF as long as it has not gone out."""
        return self.printed(self.number, self.on, draft=True)


def show_draft(person: Person, stored: StoredFile, draft: Draft, issued: Sequence[IssuedPaper]) -> None:
    """Show a paper with its draft, and for those who may the way to issue it."""
    with st.container(border=True):
        _draft(person, stored, draft, issued)


def _draft(person: Person, stored: StoredFile, draft: Draft, issued: Sequence[IssuedPaper]) -> None:
    number = f"nomor {draft.number}" if draft.number else "belum bernomor"
    st.markdown(f"**{draft.kind.label}** · {plain(number)}, {indonesian_date(draft.on)}")
    st.download_button(
        "Unduh konsep",
        data=draft.as_draft,
        file_name=f"konsep-{draft.kind.file_name}-{stored.number}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/draft:",
        key=f"konsep-{draft.kind.value}",
    )
    if not may_issue(person):
        return
    if not draft.can_go_out:
        st.caption(
            "Diterbitkan sesudah perjanjian yang ditandatangani dicatat, dengan nomornya (VI.3), dan semua "
            "pengurus koperasi yang bertanggung renteng diketahui (IV.1.f)."
        )
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
