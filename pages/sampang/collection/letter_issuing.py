"""The letters that can go out now: to look at as drafts, and to issue with the office's number."""

from datetime import datetime
from typing import Any

import streamlit as st

from db.sampang.origination.issued_papers import PaperKind
from db.sampang.servicing.issuing import issue_letter
from db.sampang.servicing.outlooks import Collection, collection
from domain.programme import may
from domain.roles import Person
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import LetterKind
from domain.sampang.servicing.letters_due import letters_due
from pages.parts.store import today
from pages.sampang.collection.deed_form import deed_form
from pages.sampang.collection.letter_prints import printed_letter


def show_letters_due(person: Person, found: Collection) -> None:
    """Show each letter that can go out, with its draft and, for who may, the form that issues it."""
    for kind in letters_due(found.outlook, found.done):
        with st.container(border=True):
            st.markdown(f"**{kind.label}** · siap diterbitkan")
            _draft(found, kind)
            if may(person, SampangPermission.ISSUE_LETTERS, SAMPANG):
                _issue(person, found, kind)


def _draft(found: Collection, kind: LetterKind) -> None:
    st.download_button(
        "Unduh konsep",
        data=lambda: printed_letter(found, kind, "", today(), draft=True),
        file_name=f"konsep-{PaperKind(kind.value).file_name}-{found.number}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/draft:",
        key=f"konsep-{kind.value}-{found.loan_id}",
    )


def _issue(person: Person, found: Collection, kind: LetterKind) -> None:
    def verb(session: Any, numbered: PaperNumber, nonce: str, because: str, at: datetime) -> int:
        # As the loan stands on the day of the letter, which may lie before today.
        then = collection(session, person, found.loan_id, numbered.on)
        pdf = printed_letter(then, kind, numbered.number, numbered.on)
        more: dict[str, Any] = {"nonce": nonce, "at": at, "again_because": because}
        return issue_letter(session, person, found.loan_id, kind, pdf, numbered, **more)

    deed_form(
        person,
        found.loan_id,
        f"terbit-{kind.value}",
        PaperNumber,
        verb,
        button="Terbitkan",
        said=f"Diterbitkan: {kind.label}. Salinannya ada pada riwayat penagihan.",
        start={"on": today()},
    )
