"""The table of the laboratory: one column for the law in force and one for each draft."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from domain.money import number
from domain.programme import Programme
from domain.regulation.policy.comparing import Comparison, Turn
from domain.regulation.policy.draft import Draft
from domain.regulation.policy.draft_words import ANSWER_LABELS
from domain.regulation.policy.judged import Judged
from domain.regulation.policy.register import Register
from pages.parts.policy_part import PolicyPart
from pages.parts.text import plain


@dataclass(frozen=True, slots=True)
class Compared:
    """A register under the law in force, and the drafts that are tried on it."""

    programme: Programme
    part: PolicyPart
    register: Register
    in_force: Judged
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A draft and what the register comes out as under it."""

    draft: Draft
    judged: Judged


Row = tuple[str, ...]


def table_rows(compared: Compared, tried: Sequence[Tried]) -> list[Row]:
    """The rows of the table: verdicts, changes, then the programme's own figures with their places."""
    all_of_them = [compared.in_force, *(one.judged for one in tried)]
    rows = [
        (label, *(number(one.count(answer)) for one in all_of_them))
        for answer, label in ANSWER_LABELS.items()
    ]
    comparisons = [Comparison(compared.in_force, one.judged) for one in tried]
    if tried:
        rows.append(("Berubah hasilnya", "–", *(number(one.changed) for one in comparisons)))
        rows += [(f"– {turn}", "–", *(number(one.turning(turn)) for one in comparisons)) for turn in Turn]
    figures = compared.part.figures(compared.register, compared.in_force.law)
    rows += [(_placed(one.label, one.place), *(one.of(law) for law in all_of_them)) for one in figures]
    return rows


def _placed(label: str, place: str) -> str:
    return f"{label} ({place})" if place else label


def show_table(compared: Compared, tried: Sequence[Tried]) -> None:
    """Show the table, and what has to be said of the figures of a draft."""
    names = ["", "Hukum berlaku", *(f"Rancangan: {one.draft.name}" for one in tried)]
    rows = table_rows(compared, tried)
    table = pd.DataFrame(rows, columns=pd.Index(_told_apart(names)))
    st.dataframe(table, hide_index=True, width="stretch", height=38 + 35 * len(rows))
    for one in tried:
        for note in compared.part.notes(one.judged.law):
            st.caption(f"{plain(one.draft.name)}: {plain(note)}")


def _told_apart(names: Sequence[str]) -> list[str]:
    """Column names of which no two are the same."""
    return [f"{name} ({place})" if name in names[:place] else name for place, name in enumerate(names)]
