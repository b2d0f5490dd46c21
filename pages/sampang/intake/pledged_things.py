"""The pledged things, one editable table for each sort."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

import pandas as pd
import streamlit as st

from domain.money import number, parse_rupiah
from domain.problems import Problem
from domain.sampang.application import Collateral
from domain.sampang.kinds import CollateralKind, LandSituation, Plate, PriceLetter
from pages.parts.fields import Form
from pages.parts.text import plain

_YES_NO = ["Ya", "Tidak"]
_WIDE, _MIDDLE, _NARROW = 190, 140, 100  # pixels


def _text(label: str, help: str = "", width: int = _MIDDLE) -> Any:
    return st.column_config.TextColumn(label, help=help, width=width)


def _yes_no(label: str, help: str = "") -> Any:
    return st.column_config.SelectboxColumn(label, help=help, options=_YES_NO, width=_NARROW)


def _choice(label: str, choices: type[StrEnum], help: str = "") -> Any:
    names = [choice.label for choice in choices]  # type: ignore[attr-defined]
    return st.column_config.SelectboxColumn(label, help=help, options=names, width=_MIDDLE)


def _whole(label: str, help: str = "") -> Any:
    return st.column_config.NumberColumn(label, help=help, step=1, format="%d", width=_NARROW)


_VALUE = _text("Nilai (Rp)", "mis. 52.000.000 atau 52 juta")
_COLUMNS: Mapping[CollateralKind, dict[str, Any]] = {
    CollateralKind.LAND: {
        "description": _text("Keterangan", "No. sertifikat, luas, desa", width=_WIDE),
        "value": _VALUE,
        "price_letter": _choice("Surat harga dari", PriceLetter, "Camat atau Lurah (IV.2.g butir 1)"),
        "situation": _choice("Letak", LandSituation),
        "owned_by_applicant": _yes_no("Atas nama pemohon?"),
        "power_of_attorney": _yes_no("Surat kuasa?", "Dari semua pemilik lain, bermeterai"),
        "owner_name": _text("Nama pemilik lain"),
    },
    CollateralKind.VEHICLE: {
        "description": _text("Keterangan", "Merek, nomor polisi, nomor BPKB", width=_WIDE),
        "value": _VALUE,
        "assessed_by": _text("Ditaksir oleh", "Nama petugas penaksir"),
        "wheels": _whole("Roda", "2 atau 4"),
        "year": _whole("Tahun dibuat", "Roda 2 mulai 2013, roda 4 mulai 2005"),
        "title_year": _whole("Tahun BPKB", "Bila diketahui (tafsir S-20)"),
        "plate": _choice("Nomor polisi", Plate),
        "owned_by_applicant": _yes_no("Atas nama pemohon?"),
        "power_of_attorney": _yes_no("Surat kuasa?"),
        "sale_receipt": _yes_no("Kuitansi?", "Kuitansi jual beli, bagi pelat daerah lain"),
        "owner_name": _text("Nama pemilik lain"),
    },
    CollateralKind.GOODS: {
        "description": _text("Keterangan", "Barang dagangan, mesin, alat", width=_WIDE),
        "value": _VALUE,
        "assessed_by": _text("Ditaksir oleh"),
        "statement": _yes_no("Surat pernyataan?", "Surat pernyataan jaminan barang (III.9)"),
    },
}
_HEADINGS = {
    CollateralKind.LAND: "Tanah bersertifikat",
    CollateralKind.VEHICLE: "Kendaraan (BPKB)",
    CollateralKind.GOODS: "Barang sebagai jaminan tambahan (III.9)",
}


def read_collateral(form: Form, start: Sequence[Collateral]) -> tuple[Collateral, ...]:
    """Ask for the collateral, sort by sort; a row that is still empty is left out."""
    found: list[Collateral] = []
    st.caption("Klik baris kosong di tabel, ketik, lalu tekan Enter. Kolom lain ada di samping.")
    for kind in CollateralKind:
        st.markdown(f"**{_HEADINGS[kind]}**")
        rows = _table(form, kind, [thing for thing in start if thing.kind is kind])
        for place, row in enumerate(rows, 1):
            where = f"Baris {place}"
            thing = _read_row(form, kind, row, where)
            if thing is not None:
                form.slot(f"collateral.{len(found)}", where)
                found.append(thing)
    form.slot("collateral")
    return tuple(found)


def _table(form: Form, kind: CollateralKind, start: list[Collateral]) -> list[dict[str, Any]]:
    columns = _COLUMNS[kind]
    frame_key, editor_key = f"{form.nonce}:frame:{kind}", f"{form.nonce}:editor:{kind}"
    rows = form.kept(f"collateral.{kind}")
    if rows is None:
        rows = [{name: _shown(name, getattr(thing, name)) for name in columns} for thing in start]
    # The table itself forgets its rows while another screen is open; while it stands on the screen
    # its first rows must stay the same.
    if frame_key not in st.session_state or editor_key not in st.session_state:
        st.session_state[frame_key] = pd.DataFrame(rows, columns=list(columns), dtype=object)
    edited = st.data_editor(
        st.session_state[frame_key],
        column_config=columns,
        num_rows="dynamic",
        hide_index=True,
        key=editor_key,
        placeholder="–",
    )
    told = [
        {str(name): None if pd.isna(value) else value for name, value in zip(columns, row, strict=True)}
        for row in edited.itertuples(index=False, name=None)
    ]
    form.keep(f"collateral.{kind}", told)
    return told


def _shown(name: str, value: Any) -> Any:
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if name == "value" and value is not None:
        return number(value)
    return getattr(value, "label", value)


def _read_row(form: Form, kind: CollateralKind, row: dict[str, Any], where: str) -> Collateral | None:
    if not any(map(_as_text, row.values())):
        return None
    told: dict[str, Any] = {}
    for name, value in row.items():
        reader: Callable[[Any], Any] = _READERS.get(name, _as_text)
        read = reader(value)
        if isinstance(read, Problem):
            form.slot(f"collateral.{kind}.{where}", where)
            form.problems.append(Problem(f"collateral.{kind}.{where}", read.sentence))
            read = None
        told[name] = read
    if told.get("value") is None:
        st.caption(f"ℹ {plain(where)}: nilai belum diisi, jadi belum dapat dihitung.")
    return Collateral(kind=kind, **told)


def _as_text(value: Any) -> str:
    # A pasted zero character cannot be seen, and no database can hold it.
    return "" if value is None else str(value).replace("\0", "").strip()


def _as_rupiah(value: Any) -> int | Problem | None:
    return parse_rupiah(_as_text(value))


def _as_bool(value: Any) -> bool | None:
    return {"Ya": True, "Tidak": False}.get(_as_text(value))


def _as_count(value: Any) -> int | None:
    return None if value is None else int(value)


def _as(choices: type[StrEnum]) -> Callable[[Any], StrEnum | None]:
    by_label = {choice.label: choice for choice in choices}  # type: ignore[attr-defined]
    return lambda value: by_label.get(_as_text(value))


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "value": _as_rupiah,
    "owned_by_applicant": _as_bool,
    "power_of_attorney": _as_bool,
    "sale_receipt": _as_bool,
    "statement": _as_bool,
    "wheels": _as_count,
    "year": _as_count,
    "title_year": _as_count,
    "situation": _as(LandSituation),
    "price_letter": _as(PriceLetter),
    "plate": _as(Plate),
}
