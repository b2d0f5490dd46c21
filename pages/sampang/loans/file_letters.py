"""The papers of a file: to look at before they go out, to issue, and to print again as they went out."""

import streamlit as st

from db.evidence.kept import EvidenceLine
from db.sampang.applications.standing_law import law_of_file
from db.sampang.origination.boards import board_of
from db.sampang.origination.issued_papers import (
    IssuedPaper,
    issued_papers,
    paper_bytes,
)
from db.sampang.origination.loan_files import StoredFile
from db.sampang.origination.papers_to_sign import PaperToSign, papers_to_sign
from db.sampang.origination.team_register import team_register
from domain.dates import indonesian_date, indonesian_moment
from domain.evidence.contents import FileKind
from domain.roles import Person
from domain.sampang.origination.for_signing import SigningState
from domain.sampang.origination.records import DecisionKind
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain
from pages.sampang.law import law_by_day
from pages.sampang.loans.letter_drafts import drafts_of
from pages.sampang.paper_drafts import show_draft
from pages.sampang.signing_state import open_scan, open_to_sign, opens_numbers, say_state


def show_letters(person: Person, stored: StoredFile) -> None:
    """Show each paper that the file has by now, then what already went out."""
    with database().read() as session:
        issued = issued_papers(session, person, application_id=stored.id)
        decided_by = law_of_file(session, person, stored.id, today())
        board = board_of(session, person, stored.id)
        signing = {one.id: one for one in papers_to_sign(session, person, stored.id, today())}
        is_refused = stored.file.decision is not None and stored.file.decision.kind is DecisionKind.REFUSE
        register = team_register(session, person) if is_refused else ()
    demo, day = is_demo_database(), today()
    drafts = tuple(
        drafts_of(stored, law_by_day(), decided_by, today=day, demo=demo, board=board, register=register)
    )
    if not drafts:
        st.info(
            "Belum ada surat pada tahap ini. Berita acara hasil survei menjadi surat yang pertama (VI.2.a)."
            if stored.file.older is None
            else "Surat pinjaman ini terbit sebelum aplikasi ini. Yang baru: lihat Penagihan dan Pelunasan."
        )
    # What is signed as printed is prepared above and kept below.
    kept = {one.kind for one in signing.values() if one.state is not SigningState.VOID}
    for draft in drafts:
        if draft.kind in kept:
            continue
        show_draft(person, stored, draft, issued)
    if issued:
        st.subheader("Sudah diterbitkan")
        for paper in issued:
            _issued(person, stored, paper, signing.get(paper.id))


def _issued(person: Person, stored: StoredFile, paper: IssuedPaper, signing: PaperToSign | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"{paper.kind.label} · nomor {plain(paper.number)}, {indonesian_date(paper.dated_on)}  \n"
            f":gray[{plain(paper.by)}, {indonesian_moment(paper.at)}]",
            width="content",
        )
        _download(person, stored, paper, is_to_sign=signing is not None)
    if signing is not None:
        say_state(signing.state, signing.because, signing.signed_on)
        for scan in signing.scans if opens_numbers(person) else ():
            _scan(person, stored, scan)


def _download(person: Person, stored: StoredFile, paper: IssuedPaper, *, is_to_sign: bool) -> None:
    if is_to_sign and not opens_numbers(person):
        return
    st.download_button(
        "Unduh",
        data=lambda: open_to_sign(person, paper.id) if is_to_sign else _bytes(person, paper.id),
        file_name=f"{paper.kind.file_name}-{stored.number}-{paper.id}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/download:",
        key=f"surat-{paper.id}",
    )


def _scan(person: Person, stored: StoredFile, scan: EvidenceLine) -> None:
    st.download_button(
        f"Pindaian yang ditandatangani{f' ({plain(scan.caption)})' if scan.caption else ''}",
        data=lambda: open_scan(person, scan.id),
        file_name=f"pindaian-{stored.number}-{scan.id}.{'pdf' if scan.kind is FileKind.PDF else 'jpg'}",
        on_click="ignore",
        icon=":material/attach_file:",
        type="tertiary",
        key=f"pindaian-{scan.id}",
    )


def _bytes(person: Person, paper_id: int) -> bytes:
    with database().read() as session:
        return paper_bytes(session, person, paper_id)
