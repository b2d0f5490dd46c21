"""The pledged things, one editable table for each sort."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from domain.declared import declared_at, label_of
from domain.money import number, parse_rupiah
from domain.problems import Problem
from domain.sampang.application import Collateral
from domain.sampang.kinds import CollateralKind
from domain.typed import Count, OneOf, Rupiah, YesNo
from pages.parts.fields import Form
from pages.parts.text import plain

_YES_NO = ["Ya", "Tidak"]
_WIDE, _MIDDLE, _NARROW = 190, 140, 100  # pixels


def _column(name: str, help: str) -> Any:
    """The column of a field of Collateral, as it is declared."""
    one = declared_at(Collateral, name)
    label = label_of(Collateral, name)
    match one.declaration:
        case YesNo():
            return st.column_config.SelectboxColumn(label, help=help, options=_YES_NO, width=_NARROW)
        case OneOf():
            labels = [choice.label for choice in one.of]
            return st.column_config.SelectboxColumn(label, help=help, options=labels, width=_MIDDLE)
        case Count():
            return st.column_config.NumberColumn(label, help=help, step=1, format="%d", width=_NARROW)
        case Rupiah():
            return st.column_config.TextColumn(f"{label} (Rp)", help=help, width=_MIDDLE)
    width = _WIDE if name == "description" else _MIDDLE
    return st.column_config.TextColumn(label, help=help, width=width)


_AMOUNT = "mis. 52.000.000 atau 52 juta"
_HINTS: Mapping[CollateralKind, dict[str, str]] = {
    CollateralKind.LAND: {
        "description": "No. sertifikat, luas, desa",
        "value": _AMOUNT,
        "price_letter": "Camat atau Lurah (IV.2.g butir 1)",
        "situation": "",
        "owned_by_applicant": "",
        "power_of_attorney": "Dari semua pemilik lain, bermeterai",
        "owner_name": "",
    },
    CollateralKind.VEHICLE: {
        "description": "Merek, nomor polisi, nomor BPKB",
        "value": _AMOUNT,
        "assessed_by": "Nama petugas penaksir",
        "wheels": "2 atau 4",
        "year": "Roda 2 mulai 2013, roda 4 mulai 2005",
        "title_year": "Bila diketahui (tafsir S-20)",
        "plate": "",
        "owned_by_applicant": "",
        "power_of_attorney": "",
        "sale_receipt": "Kuitansi jual beli, bagi pelat daerah lain",
        "owner_name": "",
    },
    CollateralKind.GOODS: {
        "description": "Barang dagangan, mesin, alat",
        "value": _AMOUNT,
        "assessed_by": "",
        "statement": "Surat pernyataan jaminan barang (III.9)",
    },
}
_COLUMNS = {
    kind: {name: _column(name, help) for name, help in hints.items()} for kind, hints in _HINTS.items()
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
        read = _read(name, value)
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


def _read(name: str, value: Any) -> Any:
    """What stands in a cell, as the field is declared; a Problem for what cannot be read."""
    one = declared_at(Collateral, name)
    match one.declaration:
        case Rupiah():
            return parse_rupiah(_as_text(value))
        case YesNo():
            return {"Ya": True, "Tidak": False}.get(_as_text(value))
        case Count():
            return None if value is None else int(value)
        case OneOf():
            return {choice.label: choice for choice in one.of}.get(_as_text(value))
    return _as_text(value)
