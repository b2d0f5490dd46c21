"""Which column of a brought file is which: recognised, remembered, or chosen by a person."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from db.sampang.bank_files.mappings import BankMapping
from documents.sampang.bank_files.bank_file_lines import BankFileLines
from domain.sampang.bank_file.bank_columns import (
    READ,
    BankColumn,
    Places,
    heading_form,
    missing_in,
    recognise,
)
from domain.sampang.bank_file.bank_days import DayOrder, FoundOrder, find_order
from domain.tabular.sheet_cells import as_text
from pages.parts.text import plain, plain_label, shortened

_SHOWN = 5


@dataclass(frozen=True)
class Brought:
    """A file that was brought: its name and checksum, its lines, who brought it, and a nonce."""

    name: str
    sha256: str
    read: BankFileLines
    person_id: int
    nonce: str


@dataclass(frozen=True)
class Mapped:
    """Where each column stands, by which heading it is remembered, and the order of day and month."""

    places: Places
    columns: Mapping[str, BankColumn]
    order: FoundOrder


def ask_mapping(brought: Brought, known: BankMapping) -> Mapped | None:
    """Show what was recognised and let it be changed; None while something is missing."""
    heading = brought.read.heading
    found = recognise(heading, known.columns)
    missing = missing_in(found)
    told = ", ".join(f"{column.header} = “{plain_label(heading[place])}”" for column, place in found.items())
    with st.expander(f"Kolom: {told or 'belum dikenali'}", expanded=bool(missing)):
        places = _ask_places(brought, found)
        _preview(brought)
    if refusal := missing_in(places):
        st.warning(refusal)
        return None
    order = _ask_order(brought, places, known)
    if order is None:
        return None
    columns = {heading_form(heading[place]): column for column, place in places.items()}
    return Mapped(places, columns, order)


def _ask_places(brought: Brought, found: Places) -> Places:
    heading = brought.read.heading
    places: dict[BankColumn, int] = {}
    choices = [place for place, text in enumerate(heading) if text]
    for column in READ:
        chosen = st.selectbox(
            column.header,
            choices,
            index=choices.index(found[column]) if found.get(column) in choices else None,
            format_func=lambda place: plain_label(shortened(heading[place], 60)),
            placeholder="tidak ada dalam berkas",
            help=column.hint,
            key=f"{brought.nonce}:kolom:{column}",
        )
        if chosen is not None:
            places[column] = chosen
    return places


def _ask_order(brought: Brought, places: Places, known: BankMapping) -> FoundOrder | None:
    """The order of day and month; asked for only where texts of three numbers stand in the file."""
    place = places[BankColumn.DAY]
    found = find_order(cells[place] for _, cells in brought.read.lines if place < len(cells))
    if not found.has_to_be_told and found.order is None:
        return found
    if found.is_mixed:
        st.warning(
            "Berkas ini mencampur dua urutan tanggal. Tanggal yang terbaca dua cara masuk “Mungkin”, untuk "
            "dipilih orang."
        )
    usual = found.order or known.day_order
    orders = list(DayOrder)
    chosen = st.radio(
        "Urutan tanggal dalam berkas",
        orders,
        index=None if usual is None else orders.index(usual),
        format_func=lambda order: order.label,
        horizontal=True,
        key=f"{brought.nonce}:urutan",
    )
    if chosen is None:
        st.info("Tidak ada tanggal yang hanya terbaca satu cara. Pilih urutannya menurut bank.")
        return None
    return found.told(chosen)


def _preview(brought: Brought) -> None:
    heading = [f"{place + 1}. {text}" for place, text in enumerate(brought.read.heading)]
    lines = [
        dict(zip(heading, [as_text(cell) for cell in cells], strict=False))
        for _, cells in brought.read.lines[:_SHOWN]
    ]
    if lines:
        st.caption(plain(f"{_SHOWN} baris pertama berkas, seperti aslinya."))
        st.dataframe(pd.DataFrame(lines), hide_index=True)
