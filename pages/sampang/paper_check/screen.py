"""Periksa surat: a number, a scanned QR or a file, held against the papers as they went out."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from db.sampang.origination.issued_papers import LARGEST_PAPER, paper_bytes
from db.sampang.origination.paper_check import FoundPaper, papers_by_file, papers_by_number
from domain.dates import indonesian_date, indonesian_moment
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.signing_state import open_to_sign, say_state

_LONGEST = 200


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.VERIFY_PAPERS)
    st.title("Periksa surat")
    told = st.text_input(
        "Nomor periksa, isi QR, atau nomor surat",
        key="surat",
        bind="query-params",
        max_chars=_LONGEST,
        placeholder="7K3M-Q2XW-9PAB atau 518/12/434.208/2026",
        help="Nomor periksa tercetak di baris terakhir surat, di samping QR-nya.",
    )
    file = st.file_uploader("Atau berkas PDF-nya", type="pdf", max_upload_size=LARGEST_PAPER // 1_000_000)
    if file is not None:
        _by_file(person, file.getvalue())
    elif told.strip():
        _by_number(person, told)
    else:
        st.caption(
            "Setiap surat Dana Bergulir yang terbit tersimpan apa adanya. Di sini dilihat surat mana itu, "
            "kapan terbit, dan apakah berkasnya sama dengan yang disimpan. Berkas hanya dibandingkan, tidak "
            "disimpan."
        )


def _by_number(person: Person, told: str) -> None:
    with database().read() as session:
        found = papers_by_number(session, person, told, today())
    if not found:
        st.info(
            "Nomor ini tidak ditemukan di antara surat yang terbit lewat aplikasi ini. Periksa ketikannya "
            "(huruf O dan I tidak dipakai). Surat lama, atau surat dari kantor lain, memang tidak ada di "
            "sini; tanyakan kepada Dinas bila ragu."
        )
        return
    if len(found) > 1:
        st.caption(f"{len(found)} surat terbit dengan nomor ini, yang terbaru lebih dahulu.")
    _show(person, found)
    st.caption("Bandingkan isinya dengan surat di tangan, atau unggah berkas PDF-nya.")


def _by_file(person: Person, data: bytes) -> None:
    with database().read() as session:
        found = papers_by_file(session, person, data, today())
    if not found:
        st.info(
            "Berkas ini tidak dikenal. Hasil pindai, foto, dan berkas yang disimpan ulang oleh program lain "
            "tidak dapat dibandingkan seperti ini; ketik nomor periksanya di atas."
        )
    elif found[0].is_same:
        st.success("**Sama persis** dengan yang disimpan saat terbit.")
        _show(person, found[:1])
    else:
        st.warning(
            "**Berbeda** dari yang disimpan, walau nomor periksanya ada. Mungkin berkasnya disimpan ulang "
            "oleh program lain, mungkin isinya diubah: bandingkan dengan surat yang disimpan di bawah."
        )
        _show(person, found)


def _show(person: Person, found: Sequence[FoundPaper]) -> None:
    for one in found:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{one.kind.label}** · nomor {plain(one.number)}, {indonesian_date(one.dated_on)}")
            if one.of:
                st.markdown(f"Untuk {plain(one.of)}")
            say_state(one.state, one.because, one.signed_on)
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


def _reads(one: FoundPaper) -> SampangPermission:
    """What opens it: a paper for signing has identity numbers in full."""
    return SampangPermission.READ_APPLICATIONS if one.state is None else SampangPermission.REVEAL_IDENTITY


def _bytes(person: Person, paper_id: int) -> bytes:
    with database().read() as session:
        return paper_bytes(session, person, paper_id)


main()
