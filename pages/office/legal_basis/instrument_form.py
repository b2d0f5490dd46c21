"""The forms of a later instrument: what it is, each number that it changes, each rule that it takes out."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import streamlit as st

from db.office.later_instruments import StoredInstrument, draft_instrument
from domain.programme import Programme
from domain.regulation.instrument_checks import changeable, endable
from domain.regulation.later_instruments import EndedRule, InstrumentKind, InstrumentTold, NewValue, Reach
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Unit
from domain.regulation.wording import parameter_value
from domain.roles import Person
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.text import plain


def new_draft(person: Person, programme: Programme) -> None:
    """Ask what the instrument is, and store it as a draft; what it changes is added to the draft."""
    name = f"instrument:{programme.key}:new"
    form = Form(nonce_of(name), {"kind": InstrumentKind.PERBUP, "reach": Reach.FILED_SINCE}, InstrumentTold)
    _ask_head(form)
    if st.button("Simpan rancangan", type="primary", key=f"{form.nonce}:kirim") and not _wrong(form):
        told = InstrumentTold(**form.answers())
        said = "Rancangan tersimpan. Tambahkan angka yang diubah atau ketentuan yang berakhir."
        save(
            name,
            draft_instrument,
            person,
            programme,
            told,
            said=said,
            fields=form,
            nonce=form.nonce,
        )


def edit_draft(person: Person, programme: Programme, one: StoredInstrument, law: LawInForce) -> None:
    """Add a number or a rule to a draft, take one out again, or change what the instrument is."""
    told = one.later.told
    number, rule, head, out = st.tabs(["Angka", "Ketentuan berakhir", "Identitas", "Hapus baris"])
    with number:
        _add_number(person, programme, one, law)
    with rule:
        _add_rule(person, programme, one, law)
    with head:
        name = f"instrument:{one.id}:head"
        start = {field.name: getattr(told, field.name) for field in fields(told)}
        form = Form(nonce_of(name), start, InstrumentTold)
        _ask_head(form)
        if st.button("Simpan perubahan", key=f"{form.nonce}:kirim") and not _wrong(form):
            _store(person, programme, one, replace(told, **form.answers()), name, form)
    with out:
        _take_out(person, programme, one, law)


def _ask_head(form: Form) -> None:
    left, right = st.columns(2)
    with left:
        form.ask("kind")
        form.ask("number", hint="mis. 7")
        form.ask("year")
    with right:
        form.ask("enacted_on")
        form.ask("in_force_since")
        form.ask("reach", help="Menurut ketentuan peralihannya; bila diam, pilih yang pertama.")
    form.ask("title", hint="mis. Perubahan atas Peraturan Bupati Nomor 20 Tahun 2015")


def _add_number(person: Person, programme: Programme, one: StoredInstrument, law: LawInForce) -> None:
    name = f"instrument:{one.id}:number"
    form = Form(nonce_of(name), {}, NewValue)
    numbers = changeable(law.regulation)
    names = {
        key: f"{each.label} (kini {parameter_value(each, each.history[-1].value)})"
        for key, each in numbers.items()
    }
    key = form.ask("key", names=names)
    is_money = key in numbers and numbers[key].unit is Unit.RUPIAH
    label = "Nilai baru (rupiah)" if is_money else f"Nilai baru{_unit_of(numbers, key)}"
    value = form.rupiah("value", label) if is_money else form.count("value", label)
    form.answer("value", value)
    form.ask("place", hint="mis. Pasal I angka 4")
    if st.button("Tambahkan angka", key=f"{form.nonce}:kirim") and not _wrong(form):
        told = one.later.told
        added = NewValue(**form.answers())
        _store(person, programme, one, replace(told, values=(*told.values, added)), name, form)


def _add_rule(person: Person, programme: Programme, one: StoredInstrument, law: LawInForce) -> None:
    name = f"instrument:{one.id}:rule"
    form = Form(nonce_of(name), {}, EndedRule)
    rules = endable(law.regulation, programme.kept_rules())
    form.ask("rule", names={each: f"{each} · {title}" for each, title in rules.items()})
    form.ask("place", hint="mis. Pasal I angka 5")
    if st.button("Tambahkan ketentuan", key=f"{form.nonce}:kirim") and not _wrong(form):
        told = one.later.told
        added = EndedRule(**form.answers())
        _store(person, programme, one, replace(told, ends=(*told.ends, added)), name, form)


def _take_out(person: Person, programme: Programme, one: StoredInstrument, law: LawInForce) -> None:
    told = one.later.told
    if not told.values and not told.ends:
        st.caption("Rancangan ini belum berisi angka atau ketentuan.")
    for place, value in enumerate(told.values):
        changed = law.regulation.parameters[value.key]
        words = f"{changed.label} {parameter_value(changed, value.value)} ({value.place})"
        if _pressed_out(one, "value", place, words):
            left = told.values[:place] + told.values[place + 1 :]
            _store(person, programme, one, replace(told, values=left), f"instrument:{one.id}:out")
    for place, ended in enumerate(told.ends):
        if _pressed_out(one, "rule", place, f"{ended.rule} ({ended.place})"):
            left_rules = told.ends[:place] + told.ends[place + 1 :]
            _store(person, programme, one, replace(told, ends=left_rules), f"instrument:{one.id}:out")


def _pressed_out(one: StoredInstrument, sort: str, place: int, words: str) -> bool:
    key = f"instrument:{one.id}:{one.version}:out:{sort}:{place}"
    return st.button(f"Hapus {plain(words)}", key=key, icon=":material/delete:", type="tertiary")


def _store(
    person: Person,
    programme: Programme,
    one: StoredInstrument,
    told: InstrumentTold,
    name: str,
    form: Form | None = None,
) -> None:
    more: dict[str, Any] = {"instrument_id": one.id, "expected_version": one.version}
    save(
        name,
        draft_instrument,
        person,
        programme,
        told,
        said=f"Rancangan {one.later.name} tersimpan.",
        fields=form,
        nonce=f"{nonce_of(name)}:{one.version}",
        **more,
    )


def _unit_of(numbers: Mapping[str, Any], key: str | None) -> str:
    return f" ({numbers[key].unit.value})" if key is not None and key in numbers else ""


def _wrong(form: Form) -> bool:
    return say_problems([*form.problems, *form.blanks()], form)
