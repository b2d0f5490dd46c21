"""The photos of a file's survey and the scans of its papers, on the file and on the meeting's card."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from db.evidence.kept import EvidenceLine
from db.sampang.file_evidence import Beside, FileEvidence, file_evidence
from db.sampang.origination.loan_files import StoredFile
from db.sampang.trail import SampangSubject
from domain.roles import Person
from domain.sampang.instruments import at
from domain.sampang.kinds import ApplicantKind
from domain.sampang.scanned_papers import SCANNED, scanned_of
from pages.parts.store import database
from pages.parts.text import plain
from pages.sampang.evidence_part import Annex, add_photos, show_photos

_PAPERS_AT: Final = at("VIII.2.b")
_SURVEY_AT: Final = at("VI.2.a")


def show_survey_photos(person: Person, stored: StoredFile) -> None:
    """Show the photos of a survey, and let a surveyor add one while it is under survey."""
    found = _found(person, SampangSubject.SURVEY, stored.id)
    _survey(person, stored, found)
    if stored.id in found.adds_to:
        with st.expander("Tambah foto survei", icon=":material/add_a_photo:"):
            add_photos(person, Beside(SampangSubject.SURVEY, stored.id))


def show_paper_scans(person: Person, stored: StoredFile) -> None:
    """Show the scans of a file's papers, paper by paper, and let an officer add one."""
    who = stored.file.application.applicant
    found = _found(person, SampangSubject.APPLICATION_PAPER, stored.id)
    if not _shown(found.lines):
        st.caption("Belum ada pindaian berkas. Berkas aslinya tetap diperiksa petugas (VIII.2.c).")
    _papers(person, stored, found)
    if stored.id in found.adds_to:
        with st.expander("Tambah pindaian berkas", icon=":material/add_a_photo:"):
            _add_scan(person, stored.id, who.kind)


def show_intake_scans(person: Person, application_id: int | None, kind: ApplicantKind) -> None:
    """Beside the ticks of the intake: which papers have a scan, and one more to bring."""
    if application_id is None:
        st.caption("Pindaian berkas (KTP, NIB, BPKB) dapat dilampirkan sesudah pengajuan disimpan.")
        return
    found = _found(person, SampangSubject.APPLICATION_PAPER, application_id)
    counts = _counts(found)
    st.markdown("**Pindaian berkas**")
    for code, count in counts.items():
        st.caption(plain(f"✔ {SCANNED[code]}: {count} pindaian"))
    if application_id in found.adds_to:
        with st.expander("Tambah pindaian berkas", icon=":material/add_a_photo:"):
            _add_scan(person, application_id, kind)


def show_meeting_photos(person: Person, stored: StoredFile) -> None:
    """On the meeting's card: how many photos and scans there are, and they themselves when it is opened."""
    survey = _found(person, SampangSubject.SURVEY, stored.id)
    papers = _found(person, SampangSubject.APPLICATION_PAPER, stored.id)
    photos, scans = len(_shown(survey.lines)), len(_shown(papers.lines))
    if not photos + scans:
        return
    with st.expander(f"Foto survei ({photos}) dan pindaian berkas ({scans})", key=f"foto-rapat-{stored.id}"):
        _survey(person, stored, survey)
        _papers(person, stored, papers)


def _found(person: Person, kind: SampangSubject, number: int) -> FileEvidence:
    with database().read() as session:
        return file_evidence(session, person, kind, [number])


def _survey(person: Person, stored: StoredFile, found: FileEvidence) -> None:
    if found.lines:
        st.markdown(f"**Foto survei: {len(_shown(found.lines))}**")
        show_photos(person, found, found.lines, _annex(stored, "Lampiran foto survei"))


def _papers(person: Person, stored: StoredFile, found: FileEvidence) -> None:
    for code, title in SCANNED.items():
        if lines := found.of(stored.id, code):
            st.markdown(f"**{plain(title)}**")
            show_photos(person, found, lines, _annex(stored, "Lampiran pindaian berkas"))


def _annex(stored: StoredFile, title: str) -> Annex:
    place = _SURVEY_AT if "survei" in title else _PAPERS_AT
    return Annex(title, stored.file.application.applicant.name, stored.number, place)


def _add_scan(person: Person, application_id: int, kind: ApplicantKind) -> None:
    titles = scanned_of(kind)
    code = st.selectbox(
        "Berkas yang dipindai", list(titles), format_func=titles.__getitem__, key=f"pindaian-{application_id}"
    )
    add_photos(person, Beside(SampangSubject.APPLICATION_PAPER, application_id, code))


def _counts(found: FileEvidence) -> Mapping[str, int]:
    codes = [one.part for one in _shown(found.lines)]
    return {code: codes.count(code) for code in SCANNED if code in codes}


def _shown(lines: Sequence[EvidenceLine]) -> list[EvidenceLine]:
    return [one for one in lines if one.withdrawn is None]
