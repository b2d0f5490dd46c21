"""The fields of a draft: its name and day, numbers, ways of reckoning, provisions left out, readings.

What stands in them is tried at once and is no unsent form: keeping a draft has a button of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import streamlit as st

from domain.money import number, parse_rupiah, rupiah
from domain.problems import Problem
from domain.programme import Programme
from domain.regulation.instrument_checks import changeable
from domain.regulation.interpretations import Weight
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter, Unit
from domain.regulation.policy.draft import (
    LONGEST_NAME,
    Draft,
    DraftChoice,
    DraftReading,
    DraftValue,
    choosable_ways,
    switchable,
)
from domain.regulation.policy.draft_checks import of_value
from domain.regulation.policy.draft_words import name_told, number_told, reading_told, value_in_force
from domain.regulation.wording import measure, parameter_value
from domain.typed_numbers import parse_count, typed_number
from pages.office.policy.draft_slots import Slot
from pages.parts.day_field import day_looked_at
from pages.parts.text import plain

_NOTHING: Final = "Tidak ada"
_AS_IT_IS: Final = ""


@dataclass(slots=True)
class _Fields:
    """The fields of one draft under keys of their own, and whether one of them cannot be read."""

    key: str
    draft: Draft
    law: LawInForce
    unread: bool = False


def ask_draft(programme: Programme, slot: Slot, law: LawInForce) -> tuple[Draft, bool]:
    """The draft as it stands in the fields now, and whether every field can be read."""
    fields = _Fields(f"simulasi:{programme.key}:{slot.edition}", slot.draft, law)
    left, right = st.columns(2)
    with right:
        since = day_looked_at("Dicoba seolah berlaku sejak", f"{fields.key}:sejak", slot.draft.since)
    draft = replace(slot.draft, since=since, values=_values(fields))
    with st.expander("Ketentuan yang dihapus, tafsir, dan cara hitung", expanded=_has_more(slot.draft)):
        draft = replace(draft, off=_off(fields), readings=_readings(fields), choices=_choices(fields))
    with left:  # last, because a name that nobody typed follows what the draft changes
        draft = replace(draft, name=_name(f"{fields.key}:nama", slot, draft, law))
    return draft, not fields.unread


def _name(key: str, slot: Slot, draft: Draft, law: LawInForce) -> str:
    st.session_state.setdefault(key, slot.draft.name)
    if slot.named and st.session_state[key] == slot.named and draft != slot.draft:
        asked = slot.asked
        slot.named = asked.name if asked and asked.is_asked_by(draft) else name_told(draft, law)
        st.session_state[key] = slot.named
    typed = st.text_input("Nama rancangan", key=key, max_chars=LONGEST_NAME, placeholder="mis. Jasa 3 %")
    return typed.strip()


def _has_more(draft: Draft) -> bool:
    return bool(draft.off or draft.readings or draft.choices)


def _values(fields: _Fields) -> tuple[DraftValue, ...]:
    numbers = changeable(fields.law.regulation)
    words = {key: number_told(one, fields.law) for key, one in numbers.items()}
    before = {one.key: one.value for one in fields.draft.values}
    found = []
    for key in _several(fields, "angka", "Angka yang diubah", words, list(before)):
        value = _value(fields, numbers[key], before.get(key))
        if value is not None:
            found.append(DraftValue(key=key, value=value))
    return tuple(found)


def _value(fields: _Fields, parameter: Parameter, before: int | None) -> int | None:
    """One number, begun with the value in force; what is wrong with it is said below it."""
    key, is_money = f"{fields.key}:angka:{parameter.key}", parameter.unit is Unit.RUPIAH
    start = fields.law.values[parameter.key] if before is None else before
    written = number if is_money else typed_number
    st.session_state.setdefault(key, written(start) if isinstance(start, int) else "")
    unit = "" if is_money else f", {parameter.unit.value}"
    typed = st.text_input(
        f"{parameter.label}{unit} (kini {value_in_force(parameter, fields.law)})",
        key=key,
        placeholder="mis. 12.500.000 atau 12,5 juta" if is_money else None,
    )
    read = parse_rupiah(typed or "") if is_money else parse_count(typed or "", parameter.key)
    place = st.empty()  # always, so that what stands below keeps its place
    problem = _wrong(read, parameter)
    if problem is not None:
        fields.unread = True
        place.markdown(f":red[⚠ {plain(problem.sentence)}]")
        return None
    if isinstance(read, int) and written(read) != typed:
        place.caption(f"= {rupiah(read) if is_money else measure(read, parameter.unit)}")
    return read if isinstance(read, int) else None


def _wrong(read: int | Problem | None, parameter: Parameter) -> Problem | None:
    if isinstance(read, int):
        return next(of_value(DraftValue(key=parameter.key, value=read), parameter), None)
    return read or Problem(parameter.key, f"{parameter.label}: isi nilainya, atau hapus dari daftar di atas.")


def _several(
    fields: _Fields, what: str, label: str, words: Mapping[str, str], first: Sequence[str]
) -> list[str]:
    key = f"{fields.key}:{what}"
    st.session_state.setdefault(key, [one for one in first if one in words])
    return list(
        st.multiselect(label, list(words), format_func=words.__getitem__, placeholder=_NOTHING, key=key)
    )


def _off(fields: _Fields) -> tuple[str, ...]:
    rules = switchable(fields.law.regulation)
    words = {key: f"{key} · {title}" for key, title in rules.items()}
    return tuple(_several(fields, "hapus", "Ketentuan yang dihapus", words, fields.draft.off))


def _readings(fields: _Fields) -> tuple[DraftReading, ...]:
    entries = {
        name: one
        for name, one in fields.law.interpretations.items()
        if one.weight is Weight.VERDICT and len(one.choosable) > 1
    }
    words = {name: f"{name} · {one.question}" for name, one in entries.items()}
    before = {one.name: one.letter for one in fields.draft.readings}
    found = []
    for name in _several(fields, "tafsir", "Tafsir yang ditetapkan", words, list(before)):
        entry, key = entries[name], f"{fields.key}:bacaan:{name}"
        st.session_state.setdefault(key, before.get(name, entry.in_use))
        letter = st.selectbox(
            f"Bacaan {name}", list(entry.choosable), format_func=partial(reading_told, entry), key=key
        )
        found.append(DraftReading(name=name, letter=letter))
    return tuple(found)


def _choices(fields: _Fields) -> tuple[DraftChoice, ...]:
    before = {one.key: one.choice for one in fields.draft.choices}
    found = []
    for name, parameter in choosable_ways(fields.law.regulation).items():
        names, key = {_AS_IT_IS: "Tidak diubah", **dict(parameter.choices)}, f"{fields.key}:cara:{name}"
        st.session_state.setdefault(key, before.get(name, _AS_IT_IS))
        label = f"{parameter.label} (kini {parameter_value(parameter, fields.law.values[name])})"
        told = st.selectbox(label, list(names), format_func=names.__getitem__, key=key)
        if told != _AS_IT_IS:
            found.append(DraftChoice(key=name, choice=told))
    return tuple(found)
