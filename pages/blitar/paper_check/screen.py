"""Periksa surat Blitar: a number, a scanned QR or a file, held against the papers as they went out."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from db.blitar.mentoring_paper_check import FoundLetter, letters_by_file, letters_by_number, open_letter
from db.blitar.mentoring_papers import MentoringPaper
from db.engine import Database
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date, indonesian_moment
from domain.roles import Person
from pages.parts.acting import must_be
from pages.parts.paper_check import Checking, show_paper_check
from pages.parts.store import database, now
from pages.parts.text import plain


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.VERIFY_MENTORING_PAPERS)
    st.title("Periksa surat Blitar")
    show_paper_check(
        Checking(
            papers="surat pendampingan",
            what="Surat rekomendasi, keputusan penetapan dan perpanjangan kontrak, surat tugas, berita acara "
            "serah terima, pengumuman seleksi, dan laporan bulanan tersimpan apa adanya saat terbit.",
            example="500.3/12/2026",
            by_number=partial(_by_number, person),
            by_file=partial(_by_file, person),
            show=partial(_show, person),
        )
    )


def _by_number(person: Person, told: str) -> Sequence[FoundLetter]:
    with database().read() as session:
        return letters_by_number(session, person, told)


def _by_file(person: Person, data: bytes) -> Sequence[FoundLetter]:
    with database().read() as session:
        return letters_by_file(session, person, data)


def _show(person: Person, one: FoundLetter) -> None:
    st.markdown(f"**{one.kind.label}** · nomor {plain(one.number)}, {indonesian_date(one.dated_on)}")
    if one.of:
        st.markdown(f"Untuk {plain(one.of)}")
    if not one.holds:
        st.warning(f"**Tidak berlaku lagi**: {one.no_longer}")
    elif one.sent_on:
        st.markdown(f"Dikirim {indonesian_date(one.sent_on)}")
    elif one.kind is MentoringPaper.RECOMMENDATION:
        st.markdown("Pengirimannya belum dicatat.")
    seal = f" · nomor periksa {one.seal}" if one.seal else ""
    st.caption(f"Terbit {indonesian_moment(one.at)} oleh {plain(one.by)}{seal}")
    if one.may_open:
        st.download_button(
            "Unduh yang disimpan",
            data=partial(_bytes, database(), person, one.id),
            file_name=f"{one.kind.file_name}-{one.id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/download:",
            key=f"periksa-{one.id}",
        )
        st.caption("Siapa yang mengunduh tercatat dalam jejak perubahan.")


def _bytes(opened: Database, person: Person, paper_id: int) -> bytes:
    with opened.write() as session:
        return open_letter(session, person, paper_id, at=now())


main()
