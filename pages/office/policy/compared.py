"""The table of the laboratory: one column for the law in force and one for each draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

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

_LABEL_WIDTH: Final = 200


@dataclass(frozen=True, slots=True)
class Compared:
    """A register under the law in force, and the drafts that are tried on it."""

    programme: Programme
    part: PolicyPart
    scope: str
    register: Register
    in_force: Judged
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A draft and what the register comes out as under it."""

    draft: Draft
    judged: Judged


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what is counted, by which provision, and how it is under each law."""

    label: str
    place: str
    values: tuple[str, ...]


def table_rows(compared: Compared, tried: Sequence[Tried]) -> list[Row]:
    """The rows of the table: verdicts, changes, then the programme's own figures with their places."""
    all_of_them = [compared.in_force, *(one.judged for one in tried)]
    rows = [
        Row(label, "", tuple(number(one.count(answer)) for one in all_of_them))
        for answer, label in ANSWER_LABELS.items()
    ]
    if tried:
        comparisons = [Comparison(compared.in_force, one.judged) for one in tried]
        rows.append(Row("Berubah hasilnya", "", ("–", *(number(one.changed) for one in comparisons))))
        rows += [
            Row(f"– {turn}", "", ("–", *(number(one.turning(turn)) for one in comparisons))) for turn in Turn
        ]
    figures = compared.part.figures(compared.register, compared.in_force.law)
    return rows + [Row(one.label, one.place, tuple(one.of(law) for law in all_of_them)) for one in figures]


def column_names(tried: Sequence[Tried]) -> list[str]:
    """The law in force and each draft by its number and name, so that no two are alike."""
    return ["Hukum berlaku", *(f"{place}. {one.draft.name}" for place, one in enumerate(tried, 1))]


def notes_on(compared: Compared, tried: Sequence[Tried]) -> list[str]:
    """What has to be said of the figures of a draft."""
    return [f"{one.draft.name}: {note}" for one in tried for note in compared.part.notes(one.judged.law)]


def show_table(compared: Compared, tried: Sequence[Tried]) -> list[Row]:
    """Show the table with what has to be said of it, and give its rows."""
    rows = table_rows(compared, tried)
    names = ["Yang dihitung", *column_names(tried), "Dasar"]
    table = pd.DataFrame([(one.label, *one.values, one.place) for one in rows], columns=pd.Index(names))
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height=38 + 35 * len(rows),
        column_config={names[0]: st.column_config.TextColumn(width=_LABEL_WIDTH, pinned=True)},
    )
    for note in notes_on(compared, tried):
        st.caption(plain(note))
    return rows
