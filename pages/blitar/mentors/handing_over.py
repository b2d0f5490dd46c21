"""Serah terima: who leaves, who takes each open binaan on that day, the promises, and past handovers."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from db.blitar.caseload.handovers import hand_over
from db.blitar.caseload.lines import ClientLine, open_clients
from db.blitar.staffing.staff import StoredStaff
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.handing_over import HandoverWritten, receiver_of
from domain.blitar.staffing.service_state import ServiceState, state_in_words, state_of
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.programme import may
from domain.roles import Person
from pages.blitar.held_list import held_list, let_go, refuse_changed
from pages.blitar.mentors.handover_rows import Choice, ask_rows
from pages.blitar.mentors.past_handovers import kept_minutes, show_past
from pages.blitar.mentors.register import Register, name_of
from pages.parts.asking_again import ask_if_same, ask_why_again, noting_same
from pages.parts.fields import Form
from pages.parts.saved_notice import Saved
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database, today
from pages.parts.text import plain

_FORM = "serah-terima"
_NO_DAY = (Problem("on", "Tanggal serah terima belum diisi. Isi tanggal pada berita acara."),)


def show_handover(person: Person, register: Register) -> None:
    """Show the handover to the Fasilitator, and past ones to everybody."""
    if may(person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR):
        _ask(person, register)
    show_past(person, register)


def open_handover_anew() -> None:
    """Let the binaan and the proposals be those of now, after the person themselves changed them."""
    let_go(nonce_of(_FORM))


def _ask(person: Person, register: Register) -> None:
    st.subheader("Serah terima binaan", anchor=False)
    st.caption(
        f"Bila Pendamping berakhir ({at('9(2)').place}), binaannya diserahkan kepada Pendamping lain agar "
        "tidak terputus. Kunjungan lama tetap tercatat atas nama yang lama."
    )
    leaver = _leaver(register)
    if leaver is None:
        return
    nonce = nonce_of(_FORM)
    form = Form(f"{nonce}:{leaver.id}", {}, HandoverWritten)
    on = form.ask("on")
    with database().read() as session:
        waiting = open_clients(session, person, mentor_id=leaver.id)
    held = held_list(f"{form.nonce}:list", waiting, _rows_in_words, "Daftar binaannya")
    picked, moved = _receivers(register, leaver, held.rows, on or today(), form)
    _left_over(picked, leaver)
    number = form.ask("number", help="Disalin dari buku agenda; program tidak membuatnya")
    note = form.ask("note")
    form.slot("to")
    because = ask_why_again(nonce)
    if not st.button("Serah terimakan", type="primary", key=f"{form.nonce}:hand-over"):
        return
    promises = {each.client_id: each.promise for each in picked if each.receiver and each.promise}
    written = HandoverWritten(number=number, on=on or today(), note=note, promises=promises)
    taken = {each.client_id: each.receiver for each in picked if each.receiver}
    if refuse_changed(held.changed, moved):
        return
    if not taken:
        st.error("Belum tersimpan: pilih penerima paling sedikit satu binaan.")
    elif not say_problems([*form.problems, *_NO_DAY[on is not None :]], form):
        said = Saved(
            f"{len(taken)} binaan {leaver.name} diserahterimakan kepada {_to_whom(register, taken)}. "
            "Cetak berita acaranya di bawah.",
            correcting="Keliru? Serahkan lagi dari penerimanya; yang pertama tetap terbaca dalam riwayat.",
        )
        verb = noting_same(nonce, hand_over)
        printed = kept_minutes(person, register, written.on)
        more: dict[str, Any] = {"nonce": nonce, "again_because": because, "printed": printed}
        save(_FORM, verb, person, leaver.id, taken, written, said=said, fields=form, **more)
        ask_if_same(nonce)


def _to_whom(register: Register, taken: Mapping[int, int]) -> str:
    many = Counter(taken.values())
    return ", ".join(f"{register.labels[receiver]} ({count})" for receiver, count in many.items())


def _leaver(register: Register) -> StoredStaff | None:
    order = list(reversed(ServiceState))  # who ended first, then who ends soon
    people = sorted(
        (one for one in register.mentors if one.clients),
        key=lambda one: (order.index(state_of(one.service, register.law)), one.service.last_day, one.name),
    )
    by_id = {str(one.id): one for one in people}
    if not people:
        st.info("Tidak ada binaan terbuka yang dipegang Pendamping.")
        return None
    if st.session_state.get("serah-terima-dari", next(iter(by_id))) not in by_id:
        st.info("Semua binaan orang yang tadi dipilih sudah diserahterimakan. Pilih lagi bila perlu.")
    has_left = not people[0].service.is_on(today())
    key = st.selectbox(
        "Yang menyerahkan",
        list(by_id),
        index=0 if has_left else None,
        placeholder="Pilih Pendamping …",
        format_func=lambda number: _label(by_id[number], register),
        key="serah-terima-dari",
    )
    return by_id.get(key) if key else None


def _label(one: StoredStaff, register: Register) -> str:
    until = state_in_words(one.service, today())
    return f"{register.labels[one.id]} — {until}, {one.clients} binaan"


def _receivers(
    register: Register, leaver: StoredStaff, waiting: Sequence[ClientLine], day: date, form: Form
) -> tuple[tuple[Choice, ...], str]:
    """Ask who takes each binaan; give the choices, and what changed in the proposals meanwhile."""
    serving = {
        one.mentor_id: register.labels[one.mentor_id]
        for one in register.serving(today())
        if one.mentor_id != leaver.id
    }
    covering = {one.id: _covering(register, one, leaver.id, day) for one in waiting}
    st.markdown(
        f"**{len(waiting)} binaan terbuka.** Usulan penerima: yang bertugas di kecamatannya pada "
        f"{indonesian_date(day)}. Ubah barisnya bila perlu; kosongkan bila belum ada penerima."
    )
    for_rest = _for_the_rest(waiting, covering, serving, form.nonce)
    proposed = {number: receiver or for_rest for number, receiver in covering.items()}
    names = {one.id: one.name for one in waiting}

    def in_words(found: Mapping[int, int | None]) -> Mapping[Hashable, str]:
        return {
            number: f"{names.get(number, '')} kepada {register.labels.get(receiver or 0, 'belum ada')}"
            for number, receiver in found.items()
            if number in names
        }

    name = f"{form.nonce}:{day}:{for_rest}:{sorted(names)}"
    held = held_list(name, proposed, in_words, "Usulan penerima")
    return ask_rows(form, waiting, held.rows, serving), held.changed


def _covering(register: Register, one: ClientLine, leaving: int, day: date) -> int | None:
    """Who covers the kecamatan of a binaan on a day, of those who still serve today."""
    deployed = register.deployment
    serving = {each.mentor_id for each in register.serving(today())}
    assigned = [each for each in deployed.assignments if each.mentor_id in serving]
    return receiver_of(one.district_code, day, deployed.services, assigned, leaving=leaving)


def _rows_in_words(waiting: Sequence[ClientLine]) -> Mapping[Hashable, str]:
    return {one.id: f"{one.name} ({name_of(one.district_code)})" for one in waiting}


def _for_the_rest(
    waiting: Sequence[ClientLine],
    proposed: Mapping[int, int | None],
    serving: Mapping[int, str],
    nonce: str,
) -> int | None:
    """One receiver for all binaan whose kecamatan has nobody on that day."""
    places = sorted({name_of(one.district_code) for one in waiting if proposed[one.id] is None})
    if not places:
        return None
    st.caption(
        f"✕ Selain yang menyerahkan, tidak ada yang bertugas pada hari itu di: {', '.join(places)}. "
        "Pilih siapa yang menerimanya."
    )
    return st.selectbox(
        "Penerima binaan di kecamatan tanpa Pendamping",
        list(serving),
        index=None,
        format_func=lambda number: serving[number],
        placeholder="Pilih penerima, atau isi baris demi baris",
        key=f"{nonce}:rest",
    )


def _left_over(picked: tuple[Choice, ...], leaver: StoredStaff) -> None:
    left = sum(each.receiver is None for each in picked)
    if left:
        st.warning(f"{left} binaan belum punya penerima dan tetap atas nama {plain(leaver.name)}.")
