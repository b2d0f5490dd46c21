"""What a projection is asked with: fields with a filled start, and the same in the address for a link."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from domain.declared import declaration_at
from domain.problems import Problem
from domain.sampang.projection.projection_known import Aims, Asked
from domain.sampang.projection.projection_rates import OwnNumbers
from domain.sampang.projection.projection_start import WantedLending
from pages.parts.fields import Form, first_values
from pages.parts.sending import nonce_of
from pages.parts.text import plain

_FORM: Final = "proyeksi-dana"
_PLACES: Final[Mapping[str, str]] = {
    "baru": "lending.a_month",
    "tiap": "lending.amount",
    "bulan": "lending.tenor",
    "macet": "own.defaulted",
    "lunas": "own.settled",
    "telat": "own.late",
    "telat-bulan": "own.late_months",
    "batas": "aims.floor",
    "benih": "aims.seed",
}
SEED: Final = "benih"
_LONGEST: Final = 15


def ask_projection(start: Asked) -> Asked | None:
    """Ask for everything; None while something is blank or cannot be read, which is then said."""
    form = Form(nonce_of(_FORM), first_values(start), Asked)
    st.markdown("**Pinjaman baru**")
    with st.container(horizontal=True, gap="small"):
        for name in ("a_month", "amount", "tenor"):
            form.ask(f"lending.{name}")
    st.markdown("**Perilaku pinjaman**")
    st.caption("Kosongkan untuk memakai riwayat dana ini sendiri, bila sudah cukup panjang.")
    with st.container(horizontal=True, gap="small"):
        for name in ("defaulted", "settled", "late", "late_months"):
            form.ask(f"own.{name}")
    with st.container(horizontal=True, gap="small"):
        form.ask("aims.floor", help="Dihitung peluang kas pada akhir bulan pernah di bawahnya.")
        form.ask("aims.seed", help="Benih yang sama memberi jawaban yang sama; benih lain, jalan lain.")
    problems = [*form.problems, *(one for part in ("lending", "aims") for one in form.blanks(part))]
    own = OwnNumbers(**form.answers("own"))
    if own.late and own.late_months is None:
        problems.append(Problem("own.late_months", "Terlambatnya berapa bulan belum diisi. Isi dahulu."))
    if problems:
        st.caption(plain(" ".join(dict.fromkeys(one.sentence for one in problems))))
        return None
    return Asked(
        lending=WantedLending(**form.answers("lending")),
        own=own,
        aims=Aims(**form.answers("aims")),
    )


def in_address() -> Asked | None:
    """What a link asks; None where the address holds no projection, or what cannot be."""
    told: dict[str, dict[str, int | None]] = {"lending": {}, "own": {}, "aims": {}}
    for word, place in _PLACES.items():
        part, _, name = place.partition(".")
        value = _whole(st.query_params.get(word, ""))
        if value is not None and declaration_at(Asked, place).fault(value, word):
            return None
        told[part][name] = value
    if None in (*told["lending"].values(), *told["aims"].values()):
        return None
    return Asked(
        lending=WantedLending(**told["lending"]),  # type: ignore[arg-type]
        own=OwnNumbers(**told["own"]),
        aims=Aims(**told["aims"]),  # type: ignore[arg-type]
    )


def as_address(asked: Asked) -> dict[str, str]:
    """The address of what is asked; a blank for what is left to our history."""
    values = first_values(asked)
    return {word: "" if values[place] is None else str(values[place]) for word, place in _PLACES.items()}


def put_into_address(asked: Asked, besides: Mapping[str, str]) -> None:
    """Put what is asked into the address; one by one, as it also holds names that are bound to widgets."""
    for word, value in {**as_address(asked), **besides}.items():
        if not value:
            st.query_params.pop(word, None)
        elif st.query_params.get(word) != value:
            st.query_params[word] = value


def _whole(told: str) -> int | None:
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= _LONGEST else None
