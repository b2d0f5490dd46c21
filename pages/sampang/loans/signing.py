"""Papers of a file that people sign as printed: prepared, taken along, and back with their signatures."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from db.sampang.origination.issued_papers import PaperKind
from db.sampang.origination.loan_files import StoredFile
from db.sampang.origination.papers_to_sign import PaperToSign, papers_to_sign
from db.sampang.origination.signing import sign_prepared
from domain.roles import Person
from domain.sampang.origination.for_signing import PaperSigned, SigningState
from pages.parts.evidence.bringing_evidence import ask_evidence
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.signing_state import open_to_sign, say_state
from pages.sampang.step_sending import Sending

Preparing = Callable[[PaperToSign | None], None]


def show_signing(person: Person, stored: StoredFile, kind: PaperKind, preparing: Preparing) -> None:
    """Show the newest paper of a kind with what is to be done with it, and the form that prepares one."""
    with database().read() as session:
        found = papers_to_sign(session, person, stored.id, today())
    newest = next((one for one in found if one.kind is kind), None)
    if newest is None or newest.signed_on is not None:
        preparing(newest)
        return
    _paper(person, stored, newest)
    if newest.state is SigningState.WAITING:
        _came_back(person, stored, newest)
        with st.expander("Siapkan naskah lain, bila ada yang keliru", icon=":material/edit_document:"):
            preparing(newest)
        return
    with st.expander("Sudah ditandatangani sebelum itu berubah?"):
        _came_back(person, stored, newest)
    st.markdown("**Siapkan naskah baru, dengan nomor baru**")
    preparing(newest)


def _paper(person: Person, stored: StoredFile, paper: PaperToSign) -> None:
    st.markdown(f"**{paper.kind.label}** nomor {plain(paper.number)}")
    say_state(paper.state, paper.because, paper.signed_on)
    is_waiting = paper.state is SigningState.WAITING
    st.download_button(
        "Unduh untuk ditandatangani" if is_waiting else "Unduh naskah lama",
        data=partial(open_to_sign, person, paper.id),
        file_name=f"{paper.kind.file_name}-{stored.number}-{paper.id}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/download:",
        type="primary" if is_waiting else "secondary",
        key=f"naskah-{paper.id}",
    )


def _came_back(person: Person, stored: StoredFile, paper: PaperToSign) -> None:
    sending = Sending(person, stored, f"signed-{paper.id}", PaperSigned, {})
    on = sending.form.ask("on")
    with st.expander("Lampirkan pindaian (boleh menyusul di arsip kertas)", icon=":material/attach_file:"):
        scan, problems = ask_evidence(sending.nonce)
    because = sending.why_again()
    sent = st.button("Catat sudah ditandatangani", key=f"{sending.nonce}:form:kirim", icon=":material/draw:")
    if not sent or sending.refused(problems) or on is None:
        return
    signed = PaperSigned(on=on)
    sending.send(
        lambda session, nonce, at: sign_prepared(
            session, person, paper.id, signed, scan, again_because=because, nonce=nonce, at=at
        ),
        f"Tercatat: {paper.kind.label} nomor {paper.number} ditandatangani.",
    )
