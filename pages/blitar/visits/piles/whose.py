"""For which Pendamping forms are entered: a Pendamping for themselves, the Fasilitator for any."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from domain.blitar.staffing.assignments import Service
from domain.dates import indonesian_date
from pages.parts.store import today


@dataclass(frozen=True)
class Whose:
    """The Pendamping whose forms a person may enter."""

    mentors: tuple[Service, ...]
    is_own: bool

    @property
    def by_id(self) -> Mapping[int, Service]:
        """The Pendamping by their numbers, those who serve now first."""
        serving = sorted(self.mentors, key=lambda one: not one.is_on(today()))
        return {one.mentor_id: one for one in serving}

    def name_of(self, mentor_id: int | None) -> str:
        """The name of one of them."""
        found = self.by_id.get(mentor_id or 0)
        return found.name if found else "?"


def ask_whose(whose: Whose, label: str, *, key: str, nobody: str) -> Service | None:
    """Ask for the Pendamping; one who enters their own forms is not asked."""
    known = whose.by_id
    if whose.is_own:
        return next(iter(known.values()))
    chosen = st.selectbox(
        label,
        list(known),
        index=None,
        placeholder=nobody,
        format_func=lambda number: _named(known[number]),
        key=key,
        persist_state="session",
    )
    return known.get(chosen or 0)


def _named(one: Service) -> str:
    return one.name if one.is_on(today()) else f"{one.name} (sampai {indonesian_date(one.last_day)})"
