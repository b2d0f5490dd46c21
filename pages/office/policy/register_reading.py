"""The register of a programme, read once for all who simulate and kept in the server."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import streamlit as st

from db.engine import Database
from domain.money import number
from domain.programme import Programme
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.register import Register
from pages.parts.policy_part import PolicyPart
from pages.parts.store import database, now

AUTOMATIC: Final = 2_000
"""Up to so many subjects the register is read without being asked for, and anew after every change."""


@dataclass(slots=True)
class Read:
    """A register with the newest change that it knows, and when it was read."""

    register: Register
    newest: str
    at: datetime


@dataclass(slots=True)
class _Kept:
    read: dict[tuple[Database, str, bool, tuple[str, ...]], Read] = field(default_factory=dict)


@st.cache_resource(show_spinner=False)
def _kept() -> _Kept:
    return _Kept()


def register_of(programme: Programme, part: PolicyPart, law: LawInForce, *, ever: bool) -> Read | None:
    """The register, read if it is small or was asked for; None until somebody asks."""
    texts = tuple(one.key for one in law.regulation.instruments)  # another text asks for other facts
    kept, key = _kept().read, (database(), programme.key, ever, texts)
    known, newest = kept.get(key), part.newest()
    place = st.empty()  # always, so that what stands below keeps its place
    if known is not None and known.newest == newest:
        return known
    count = part.count(ever) if known is None else known.register.size
    if count > AUTOMATIC and not _asked(part, count, known):
        return known
    bar = place.progress(0.0, text=f"Membaca 0 dari {number(count)} {part.subjects}")

    def told(read: int) -> None:
        words = f"Membaca {number(read)} dari {number(count)} {part.subjects}"
        bar.progress(min(read / max(count, 1), 1.0), text=words)

    kept[key] = Read(part.read(law, ever, told), newest, now())
    place.empty()
    return kept[key]


def _asked(part: PolicyPart, count: int, known: Read | None) -> bool:
    if known is None:
        st.info(f"Ada {number(count)} {part.subjects}. Membacanya sekali memakan waktu; sesudah itu cepat.")
        return st.button("Baca register", type="primary", icon=":material/database:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"Dibaca {known.at:%H.%M}; sesudah itu ada yang dicatat.", width="content")
        return st.button("Baca ulang", icon=":material/refresh:", type="tertiary")
