"""What an approval would change among what is still open: looked at first, then shown, then approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.dates import indonesian_date
from domain.money import number
from domain.programme import Programme
from domain.regulation.impact import Changed
from domain.regulation.law_in_force import LawInForce, Practice
from domain.roles import Person
from pages.parts.impact_parts import StillOpen
from pages.parts.text import plain
from pages.parts.wings import wing_of

MOST_SHOWN: Final = 50
_WIDTHS: Final = {"Nomor": 110, "Nama": 150, "Sekarang": 245, "Menjadi": 245}


@dataclass(frozen=True, slots=True)
class Impact:
    """What would change of one kind of open things: how many there are, how many of them, the first ones.

    `verdicts` of the changed ones get another verdict, and these stand first; the others another amount.
    """

    label: str
    looked_at: int
    changed: int
    verdicts: int
    first: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What would be approved: the law as it is, the practice as it would be, and since which day."""

    programme: Programme
    law: LawInForce
    then: Practice
    since: date

    @property
    def day(self) -> date:
        """The day on which both are compared: today, or the first day of what begins later."""
        return max(self.law.day, self.since)


def impact_of(person: Person, proposed: Proposed, key: str) -> tuple[Impact, ...] | None:
    """What would change, once it was looked at; until then a button that looks, and None."""
    slot = f"impact:{key}"
    about = (proposed.day, proposed.law.practice, proposed.then)
    kept: tuple[object, tuple[Impact, ...]] | None = st.session_state.get(slot)
    place = st.empty()  # always, so that what stands beside it keeps its place
    if kept is not None and kept[0] == about:
        return kept[1]
    if place.button("Periksa dampaknya", key=f"{slot}:look", type="primary", icon=":material/troubleshoot:"):
        found = _looked(person, proposed, place)
        st.session_state[slot] = about, found
        place.empty()
        return found
    return None


def show_impact(proposed: Proposed, found: Sequence[Impact]) -> None:
    """Say how many would change and which, for each kind of open things."""
    when = f" pada {indonesian_date(proposed.day)}" if proposed.day > proposed.law.day else ""
    if not found:
        st.markdown("Program ini tidak menyimpan hasil yang dapat berubah karenanya.")
    for one in found:
        of = f"dari {number(one.looked_at)} {one.label}"
        if not one.changed:
            st.markdown(f"Dampak{when}: **tidak ada yang berubah** {of}.")
            continue
        st.markdown(f"Dampak{when}: **{_how_many(one)}** {of}.")
        rows = [(each.number, each.name, each.before, each.after) for each in one.first]
        st.dataframe(
            pd.DataFrame(rows, columns=["Nomor", "Nama", "Sekarang", "Menjadi"]),
            hide_index=True,
            column_config={name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()},
            height=min(38 + 35 * len(rows), 320),
        )
        if one.changed > len(one.first):
            st.caption(f"dan {number(one.changed - len(one.first))} lagi.")
    st.caption("Yang sudah diputus tetap menurut penilaian yang menjadi dasar keputusannya.")


def _how_many(one: Impact) -> str:
    only_amount = one.changed - one.verdicts
    told = [f"{number(one.verdicts)} hasil berubah"] if one.verdicts else []
    told += [f"{number(only_amount)} hanya jumlah paling banyaknya"] if only_amount else []
    return " dan ".join(told)


def again_in_words(count: int) -> str:
    """What an approval had assessed again, as an end of its message; blank where it was nothing."""
    if not count:
        return ""
    told = "yang hasilnya berubah mendapat penilaian baru di samping yang lama"
    return f" {number(count)} berkas terbuka dinilai ulang; {told}."


def _looked(person: Person, proposed: Proposed, place: DeltaGenerator) -> tuple[Impact, ...]:
    law_on = proposed.programme.law_on
    before = law_on(proposed.day, proposed.law.practice)
    after = law_on(proposed.day, proposed.then)
    kinds = wing_of(proposed.programme).still_open(person)
    return tuple(_looked_at(one, before, after, place) for one in kinds)


def _looked_at(kind: StillOpen, before: LawInForce, after: LawInForce, place: DeltaGenerator) -> Impact:
    looked = beyond = 0
    turning: list[Changed] = []
    others: list[Changed] = []
    while True:
        told = f"Memeriksa {number(looked)} dari {number(kind.count)} {plain(kind.label)}"
        place.progress(min(looked / max(kind.count, 1), 1.0), text=told)
        piece = kind.piece(before, after, beyond)
        if not piece.count:
            break
        looked, beyond = looked + piece.count, piece.last_id
        turning += [one for one in piece.changed if one.verdict_changes]
        others += [one for one in piece.changed if not one.verdict_changes]
    changed = [*turning, *others]
    return Impact(kind.label, looked, len(changed), len(turning), tuple(changed[:MOST_SHOWN]))
