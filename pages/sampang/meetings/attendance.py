"""The form of a meeting: date, place, number of the minutes, and who is present for each element (V)."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import streamlit as st

from db.sampang.origination.days_in_papers import invited_to
from db.sampang.origination.meetings import StoredMeeting, decided_at, save_meeting
from db.sampang.origination.team_register import team_register
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.origination.records import Attendee, Element, Meeting
from domain.sampang.origination.team_register import attendance_of, not_serving
from pages.parts.fields import Form
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.meetings.meeting_choice import open_meeting

MOST_OF_ONE_ELEMENT = 15
NEW_MEETING = "rapat-isian:baru"


def edit_meeting(person: Person, stored: StoredMeeting | None) -> None:
    """Show the form of a new meeting, or of one that is still open, and save it."""
    slot = f"rapat-isian:{stored.id}:{stored.version}" if stored else NEW_MEETING
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, _first_values(person, stored), Meeting)
    told = _read(form, _fixed_day(person, stored))
    if told is not None:
        _say_unregistered(person, told)
    may_go = told is None or stored is None or _asked_of_another_day(person, stored, told, nonce)
    if st.button(
        "Simpan perubahan" if stored else "Buka rapat",
        type="primary",
        key=f"{nonce}:save",
        icon=":material/save:",
    ):
        problems = [*form.problems, *form.blanks()]
        if not may_go:
            problems.append(Problem("held_on", "Undangan sudah terbit: centang dahulu bahwa harinya diubah."))
        if say_problems(problems, form) or told is None:
            return
        _save(person, stored, told, nonce, slot)


def _first_values(person: Person, stored: StoredMeeting | None) -> dict[str, Any]:
    """What stands in the form: the meeting as it is, or for a new one who serves today by the register."""
    if stored is None:
        with database().read() as session:
            register = team_register(session, person)
        found: dict[str, Any] = {"held_on": today()}
        return found | _named(attendance_of(register, today()))
    told = stored.meeting
    found = {
        "held_on": told.held_on,
        "hour": told.hour,
        "place": told.place,
        "number": told.number,
        "note": told.note,
    }
    return found | _named(told.attendees)


def _say_unregistered(person: Person, told: Meeting) -> None:
    """Tell who is noted as present and is no member by the register on that day: acting, or misspelt."""
    with database().read() as session:
        register = team_register(session, person)
    names = [one.name for one in not_serving(register, told.attendees, told.held_on)]
    if names:
        st.caption(
            f"⚠ Pada hari rapat tidak tercatat di register untuk unsurnya: {plain(', '.join(names))}. "
            "Pelaksana tugas atau wakil? Catat keputusannya di Anggota Pokjanis, atau tulis di catatan."
        )


def _asked_of_another_day(person: Person, stored: StoredMeeting, told: Meeting, nonce: str) -> bool:
    """Whether the day may be saved: one that leaves the invitation behind is asked about first."""
    if told.held_on == stored.meeting.held_on:
        return True
    with database().read() as session:
        invited = invited_to(session, person, stored.id)
    if invited is None or invited.to == told.held_on:
        return True
    st.warning(
        f"Undangan nomor {plain(invited.number)} sudah terbit untuk {indonesian_date(invited.to)}. Bila "
        f"rapat menjadi {indonesian_date(told.held_on)}, undangan harus diterbitkan lagi."
    )
    return st.checkbox("Ya, ubah harinya; undangan baru akan diterbitkan", key=f"{nonce}:another-day")


def _named(attendees: Sequence[Attendee]) -> dict[str, str]:
    found = {}
    for element in Element:
        for place, one in enumerate(one for one in attendees if one.element is element):
            found[f"{element}.{place}.name"] = one.name
            found[f"{element}.{place}.position"] = one.position
    return found


def _fixed_day(person: Person, stored: StoredMeeting | None) -> bool:
    """Decisions carry the day of their meeting, so the day stands once there is one."""
    if stored is None:
        return False
    with database().read() as session:
        return bool(decided_at(session, person, stored.id))


def _read(form: Form, fixed_day: bool) -> Meeting | None:
    when, where, number = st.columns([1, 2, 2])
    with when:
        if fixed_day:
            held_on = form.start["held_on"]
            st.markdown(f"Tanggal rapat  \n**{indonesian_date(held_on)}**")
            st.caption("Tetap, karena sudah ada keputusan.")
        else:
            held_on = form.ask("held_on")
        hour = form.ask("hour", hint="mis. 09.00 WIB")
    with where:
        place = form.ask("place", hint="mis. Aula Dinas Koperasi dan UKM")
    with number:
        given = form.ask("number", hint="boleh dikosongkan dahulu")
    st.markdown("**Yang hadir, menurut unsur Pokjanis (V.1)**")
    st.caption("Terisi dari register anggota; hapus nama yang tidak hadir. Baris berikutnya muncul sendiri.")
    attendees = tuple(one for element in Element for one in _present(form, element))
    note = form.ask("note")
    if held_on is None:
        return None
    return Meeting(held_on=held_on, hour=hour, place=place, attendees=attendees, number=given, note=note)


def _present(form: Form, element: Element) -> list[Attendee]:
    """Everybody of one element, and a blank row after the last; a row without a name is somebody absent."""
    names = [
        (f"{element}.{place}.name", f"{element}.{place}.position") for place in range(MOST_OF_ONE_ELEMENT)
    ]
    filled = [place for place, row in enumerate(names) if any(form.standing(field) for field in row)]
    shown = names[: max(filled, default=-1) + 2]
    with st.container(border=True, gap="xsmall"):
        st.markdown(element.label)
        rows = [_row(form, element, place, *row) for place, row in enumerate(shown, 1)]
    return [Attendee(element, name, position) for name, position in rows if name]


def _row(form: Form, element: Element, place: int, name: str, position: str) -> tuple[str, str]:
    left, right = st.columns(2)
    of = f"({element.label}, {place})"
    with left:
        who = form.ask(name, at="attendees.0.name", label=f"Nama {of}", hint="Nama", shows_label=False)
    with right:
        at = "attendees.0.position"
        return who, form.ask(position, at=at, label=f"Jabatan {of}", hint="Jabatan", shows_label=False)


def _save(person: Person, stored: StoredMeeting | None, told: Meeting, nonce: str, slot: str) -> None:
    done = send(
        lambda session, at: save_meeting(
            session,
            person,
            told,
            nonce=nonce,
            at=at,
            meeting_id=stored.id if stored else None,
            expected_version=stored.version if stored else None,
        )
    )
    if done is None:
        return
    st.session_state.pop(slot, None)
    open_meeting(done.result)
    st.rerun()
