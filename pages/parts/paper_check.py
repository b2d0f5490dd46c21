"""Periksa surat, as every programme shows it: a number, a scanned QR or a file is asked for, and answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

import streamlit as st

from db.kept_papers import LARGEST_PAPER, FoundPaper

_LONGEST: Final = 200


One = TypeVar("One", bound=FoundPaper[Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking(Generic[One]):
    """How a programme's papers are checked: what they are, how each is found, and how one is shown."""

    papers: str
    what: str
    example: str
    by_number: Callable[[str], Sequence[One]]
    by_file: Callable[[bytes], Sequence[One]]
    show: Callable[[One], None]


def show_paper_check(checking: Checking[One]) -> None:
    """Ask for a number or a file, and tell what was found."""
    told = st.text_input(
        "Nomor periksa, isi QR, atau nomor surat",
        key="surat",
        bind="query-params",
        max_chars=_LONGEST,
        placeholder=f"7K3M-Q2XW-9PAB atau {checking.example}",
        help="Nomor periksa tercetak di baris terakhir surat, di samping QR-nya.",
    )
    file = st.file_uploader("Atau berkas PDF-nya", type="pdf", max_upload_size=LARGEST_PAPER // 1_000_000)
    if file is not None:
        _by_file(checking, file.getvalue())
    elif told.strip():
        _by_number(checking, told)
    else:
        st.caption(
            f"{checking.what} Di sini dilihat surat mana itu, kapan terbit, dan apakah berkasnya sama dengan "
            "yang disimpan. Berkas hanya dibandingkan, tidak disimpan."
        )


def _by_number(checking: Checking[One], told: str) -> None:
    found = checking.by_number(told)
    if not found:
        st.info(
            f"Nomor ini tidak ditemukan di antara {checking.papers} yang terbit lewat aplikasi ini. Periksa "
            "ketikannya (huruf O dan I tidak dipakai). Surat lama, atau surat dari kantor lain, memang tidak "
            "ada di sini; tanyakan kepada Dinas bila ragu."
        )
        return
    if len(found) > 1:
        st.caption(f"{len(found)} surat terbit dengan nomor ini, yang terbaru lebih dahulu.")
    _show(checking, found)
    st.caption("Bandingkan isinya dengan surat di tangan, atau unggah berkas PDF-nya.")


def _by_file(checking: Checking[One], data: bytes) -> None:
    found = checking.by_file(data)
    if not found:
        st.info(
            "Berkas ini tidak dikenal. Hasil pindai, foto, dan berkas yang disimpan ulang oleh program lain "
            "tidak dapat dibandingkan seperti ini; ketik nomor periksanya di atas."
        )
    elif found[0].is_same:
        st.success("**Sama persis** dengan yang disimpan saat terbit.")
        _show(checking, found[:1])
    else:
        st.warning(
            "**Berbeda** dari yang disimpan, walau nomor periksanya ada. Mungkin berkasnya disimpan ulang "
            "oleh program lain, mungkin isinya diubah: bandingkan dengan surat yang disimpan di bawah."
        )
        _show(checking, found)


def _show(checking: Checking[One], found: Sequence[One]) -> None:
    for one in found:
        with st.container(border=True, gap="xsmall"):
            checking.show(one)
