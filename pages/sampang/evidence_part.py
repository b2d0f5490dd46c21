"""Photos and scans beside a survey, a paper or a visit: looked at, added, withdrawn, printed as an annex."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from db.evidence.kept import EvidenceLine
from db.sampang.file_evidence import (
    Beside,
    FileEvidence,
    add_file_evidence,
    file_picture,
    withdraw_file_evidence,
)
from domain.regulation.sources import Citation
from domain.roles import Person
from pages.parts.evidence.bringing_evidence import ask_evidence
from pages.parts.evidence.gallery import WITHDRAWING, annex_pictures, show_gallery
from pages.parts.giving_back import give_back
from pages.parts.saved_notice import Saved
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database, is_demo_database, now, today
from pages.sampang.law import law_today
from pages.sampang.paper_head import paper_head


@dataclass(frozen=True, slots=True)
class Annex:
    """What an annex is called, whose it is, the file's number, and the provision of the look."""

    title: str
    applicant: str
    number: str
    place: Citation


def show_photos(person: Person, found: FileEvidence, lines: Sequence[EvidenceLine], annex: Annex) -> None:
    """Show photos and scans, what may be done with each, and the annex of all that may be opened."""
    show_gallery(
        lines,
        found.looks,
        lambda number: _read(person, found, number),
        lambda one: _withdrawing(person, one, found),
        found.opens,
    )
    printed = [one for one in lines if one.withdrawn is None and found.opens(one)]
    if printed:
        st.download_button(
            "Cetak lampiran",
            data=lambda: _annex(person, found, printed, annex),
            file_name=f"{annex.title.lower().replace(' ', '-')}-{annex.number}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
            key=f"lampiran-{printed[0].id}",
        )


def add_photos(person: Person, beside: Beside) -> None:
    """Ask for photos and scans, and hang them on what they show."""
    name = f"bukti-{beside.kind}-{beside.id}-{beside.part}"
    nonce = nonce_of(name)
    ready, problems = ask_evidence(nonce)
    if st.button("Simpan foto", key=f"{nonce}:kirim", disabled=not ready) and not say_problems(problems):
        said = Saved(f"{len(ready)} foto atau pindaian tersimpan.", "Keliru? Tekan Tarik di bawah fotonya.")
        save(name, add_file_evidence, person, beside, ready, said=said, nonce=nonce)


def _read(person: Person, found: FileEvidence, number: int) -> bytes:
    store = database()
    # Opening a paper with identity numbers is written down.
    with store.write() if number in found.with_numbers else store.read() as session:
        return file_picture(session, person, number, at=now())


def _withdrawing(person: Person, one: EvidenceLine, found: FileEvidence) -> None:
    if one.id in found.withdraws:
        said = "Foto atau pindaian itu ditarik; tidak lagi ditampilkan."
        give_back(f"tarik-bukti-{one.id}", WITHDRAWING, withdraw_file_evidence, person, one.id, said=said)


def _annex(person: Person, found: FileEvidence, printed: Sequence[EvidenceLine], annex: Annex) -> bytes:
    from documents.sampang.file_annex import AnnexOf, file_annex

    pictures = annex_pictures(printed, lambda number: _read(person, found, number))
    of = AnnexOf(annex.title, annex.applicant, annex.number, annex.place)
    return file_annex(of, pictures, on=today(), head=paper_head(law_today()), demo=is_demo_database())
