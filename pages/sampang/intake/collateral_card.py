"""One pledged thing on a card: its kind, the fields of that kind, whether it counts, and copy and removal."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from domain.declared import blank_problem, declaration_at
from domain.money import rupiah
from domain.regulation.law_in_force import LawInForce
from domain.regulation.truth import MET
from domain.sampang.application import Collateral, LoanApplication
from domain.sampang.application_checks import MOST_COLLATERAL
from domain.sampang.eligibility import CollateralFinding
from domain.sampang.kinds import CollateralKind, Plate
from domain.sampang.next_steps import sentence
from domain.sampang.pledged_cover import open_questions
from domain.sampang.programme import SAMPANG
from domain.typed import Line
from pages.parts.fields import Form
from pages.parts.places import place_link
from pages.parts.text import plain, shortened
from pages.sampang.intake.card_list import CardList, is_nothing, path_of

Told = Mapping[str, Any]
_WORDS: Final = 60  # of a removed thing
_OWNER: Final = {
    "owned_by_applicant": "Nama di sertifikat, BPKB atau bukti milik",
    "owner_name": "Bila atas nama orang lain",
    "power_of_attorney": "Agunan atas nama orang lain dilampiri surat kuasa (IV.1.i, IV.2.g)",
}
# The fields of each kind in the order in which the papers are read, each with what helps to fill it in.
_FIELDS: Final[Mapping[CollateralKind, Mapping[str, str]]] = {
    CollateralKind.LAND: {
        "description": "Nomor sertifikat, luas, desa",
        "value": "Menurut surat keterangan harga tanah",
        "price_letter": "Perbup menyebut Camat atau Lurah (IV.1.i.1, IV.2.g.1)",
        "situation": "Harus di Kabupaten Sampang; di luar itu menunggu Pokjanis (IV.2.g.1, tafsir S-15)",
        **_OWNER,
    },
    CollateralKind.VEHICLE: {
        "description": "Merek dan nomor BPKB",
        "plate_number": "Seperti di STNK, mis. M 1234 AB",
        "value": "Menurut keadaan fisik dan harga pasar (IV.2.g.2)",
        "assessed_by": "Nama petugas penaksir",
        "wheels": "2 atau 4 (IV.2.g.2)",
        "year": "Roda 2 mulai 2013, roda 4 mulai 2005 (IV.2.g.2)",
        "title_year": "Tahun BPKB dikeluarkan, bila diketahui (tafsir S-20)",
        "plate": "Sampang, atau daerah lain dengan kuitansi jual beli (IV.2.g.2)",
        "sale_receipt": "Diminta bagi nomor polisi daerah lain (IV.2.g.2)",
        **_OWNER,
    },
    CollateralKind.GOODS: {
        "description": "Barang dagangan, mesin, atau alat, dan jumlahnya",
        "value": "Menurut taksiran petugas",
        "assessed_by": "Nama petugas penaksir",
        "statement": "Barang hanya menambah agunan lain, dengan surat pernyataan (III.9)",
        **_OWNER,
    },
}
# Asked only where another answer makes them matter, or where something stands in them already.
_MATTERS: Final[Mapping[str, Callable[[Told], bool]]] = {
    "owner_name": lambda told: told["owned_by_applicant"] is False,
    "power_of_attorney": lambda told: told["owned_by_applicant"] is False,
    "sale_receipt": lambda told: told["plate"] is Plate.OTHER,
}


def ask_thing(cards: CardList, number: int, place: int) -> Collateral | None:
    """Ask about one thing; None for one that says nothing yet, or whose kind is not chosen."""
    form, path = cards.form, path_of(number)
    is_blank = cards.is_blank(number)
    st.markdown("**Agunan baru**" if is_blank else f"**Agunan {place}**")
    with st.grid("auto", min_column_width=230, gap="small"):
        with st.container():
            kind = form.ask(f"{path}.kind")
        told = ask_facts(form, path, kind) if kind else {}
    form.slot(path)
    if is_blank:
        st.caption("Belum diisi. Kartu yang kosong tidak disimpan.")
        return None
    if kind is None:
        declaration = declaration_at(LoanApplication, f"{path}.kind")
        form.problems.append(blank_problem(declaration, f"{path}.kind"))
        return None
    return _as_told(cards.stored(number), kind, told)


def ask_facts(form: Form, path: str, kind: CollateralKind) -> dict[str, Any]:
    """Ask what the law asks about a thing of one kind, whose fields are kept under a path."""
    told = dict[str, Any]()
    for name, help in _FIELDS[kind].items():
        field = f"{path}.{name}"
        if name not in _MATTERS or _MATTERS[name](told) or not is_nothing(form.standing(field)):
            with st.container():  # one cell, with what is said under the field
                told[name] = form.ask(field, hint=help) if _is_line(name) else form.ask(field, help=help)
    return told


def _is_line(name: str) -> bool:
    # What helps stands within a line of text: read without a tap, and no turn of the Tab key.
    return isinstance(declaration_at(Collateral, name), Line)


def _as_told(stored: Collateral | None, kind: CollateralKind, told: dict[str, Any]) -> Collateral:
    # What the card does not ask about a stored thing stays as it is.
    if stored is not None and stored.kind is kind:
        return replace(stored, **told)
    return Collateral(kind=kind, **told)


def show_buttons(cards: CardList, number: int) -> None:
    """Offer to copy and to remove a thing; where that is asked already, wait for the answer."""
    key = f"{cards.form.nonce}:{number}"
    if cards.is_asked(number):
        st.warning("Hapus agunan ini? Sampai pengajuan disimpan, isinya masih dapat dikembalikan.")
        with st.container(horizontal=True):
            st.button("Ya, hapus", key=f"{key}:remove", type="primary", on_click=cards.remove, args=(number,))
            st.button("Tidak", key=f"{key}:leave", on_click=cards.leave)
        return
    with st.container(horizontal=True):
        st.button(
            "Salin",
            key=f"{key}:copy",
            icon=":material/content_copy:",
            help="Kartu baru dengan isian yang sama, tepat di bawah kartu ini",
            disabled=cards.shown >= MOST_COLLATERAL,
            on_click=cards.copy,
            args=(number,),
        )
        st.button(
            "Hapus",
            key=f"{key}:ask",
            icon=":material/delete:",
            on_click=cards.ask_to_remove,
            args=(number,),
        )


def show_removed(cards: CardList, number: int) -> None:
    """Say that a thing was removed, and let it be put back."""
    words = shortened(
        str(cards.form.standing(f"{path_of(number)}.description") or "tanpa keterangan"), _WORDS
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":gray[Dihapus: {plain(words)}]")
        st.button(
            "Kembalikan",
            key=f"{cards.form.nonce}:{number}:restore",
            icon=":material/undo:",
            on_click=cards.restore,
            args=(number,),
        )


def show_counting(one: CollateralFinding, law: LawInForce, number: int) -> None:
    """Say whether a thing counts, why, and by which provision; or what is still to be told."""
    questions, value = open_questions(one, law), one.thing.value
    if questions:
        label, told = "Belum dapat dihitung", [" ".join(questions)]
    else:
        label = (
            one.label[:1].upper()
            + one.label[1:]
            + (f": {rupiah(value)}" if one.truth is MET and value else "")
        )
        told = [sentence(words) for words in one.why]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{label}**")
        for cited in one.places:
            place_link(SAMPANG, cited.short, key=f"kartu-{number}-{cited.short}")
    st.caption("  \n".join(map(plain, told)))
