"""Periksa surat: a number, a scanned QR or a file, held against the papers as they went out."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from db.sampang.origination.issued_papers import paper_bytes
from db.sampang.origination.paper_check import FoundIssued, papers_by_file, papers_by_number
from domain.dates import indonesian_date, indonesian_moment
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.paper_check import Checking, show_paper_check
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.signing_state import open_to_sign, say_state


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.VERIFY_PAPERS)
    st.title("Periksa surat")
    show_paper_check(
        Checking(
            papers="surat Dana Bergulir",
            what="Setiap surat Dana Bergulir yang terbit tersimpan apa adanya.",
            example="518/12/434.208/2026",
            by_number=partial(_by_number, person),
            by_file=partial(_by_file, person),
            show=partial(_show, person),
        )
    )


def _by_number(person: Person, told: str) -> Sequence[FoundIssued]:
    with database().read() as session:
        return papers_by_number(session, person, told, today())


def _by_file(person: Person, data: bytes) -> Sequence[FoundIssued]:
    with database().read() as session:
        return papers_by_file(session, person, data, today())


def _show(person: Person, one: FoundIssued) -> None:
    st.markdown(f"**{one.kind.label}** · nomor {plain(one.number)}, {indonesian_date(one.dated_on)}")
    if one.of:
        st.markdown(f"Untuk {plain(one.of)}")
    say_state(one.state, one.because, one.signed_on)
    if one.called_off:
        why = f": {plain(one.called_off)}" if one.of else ""
        st.markdown(f":red[✘ **Tidak berlaku lagi**: rapatnya dibatalkan{why}]")
    seal = f" · nomor periksa {one.seal}" if one.seal else ""
    st.caption(f"Terbit {indonesian_moment(one.at)} oleh {plain(one.by)}{seal}")
    if may(person, _reads(one), SAMPANG):
        st.download_button(
            "Unduh yang disimpan",
            data=partial(_bytes if one.state is None else open_to_sign, person, one.id),
            file_name=f"{one.kind.file_name}-{one.id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/download:",
            key=f"periksa-{one.id}",
        )


def _reads(one: FoundIssued) -> SampangPermission:
    """What opens it: a paper for signing has identity numbers in full."""
    return SampangPermission.READ_APPLICATIONS if one.state is None else SampangPermission.REVEAL_IDENTITY


def _bytes(person: Person, paper_id: int) -> bytes:
    with database().read() as session:
        return paper_bytes(session, person, paper_id)


main()
