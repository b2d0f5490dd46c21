"""Rapat Pokjanis: who is present, what the fund can lend, who comes first and why, and what is decided."""

from collections.abc import Sequence

import streamlit as st

from db.refusals import Refused
from db.sampang.fund.opening_balance import fund
from db.sampang.origination.correcting import taken_back_at
from db.sampang.origination.loan_files import stored_file
from db.sampang.origination.meeting_queue import candidates
from db.sampang.origination.meetings import StoredMeeting, decided_at
from domain.roles import Person
from domain.sampang.origination.queue import Candidate, left_after
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.store import database, today
from pages.parts.text import plain, shortened
from pages.parts.unsent.open_forms import is_resumed
from pages.sampang.meetings.attendance import NEW_MEETING, edit_meeting
from pages.sampang.meetings.calling_off import show_calling_off
from pages.sampang.meetings.case_card import Discussed, discussed, show_card
from pages.sampang.meetings.decided_files import show_closing, show_decided
from pages.sampang.meetings.inviting import show_invitation
from pages.sampang.meetings.lendable import show_fund
from pages.sampang.meetings.meeting_choice import choose_meeting, show_attendance, show_heading
from pages.sampang.meetings.meeting_papers import show_papers
from pages.sampang.meetings.queue_rows import (
    chosen_in,
    show_queue,
    show_waiting,
    unchoose,
    unchoose_all,
)
from pages.sampang.meetings.register_form import show_register
from pages.sampang.meetings.saying import say, show_said
from pages.sampang.screens import ELIGIBILITY, LOANS
from pages.sampang.standing import bring_up_to_date

_CONTINUED = "rapat-baru-dilanjutkan"


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.RECORD_DECISIONS)
    st.title("Rapat Pokjanis")
    try:
        stored = choose_meeting(person)
    except Refused as refusal:
        st.error(plain(refusal.sentence))
        return
    if stored is None:
        _none_open(person)
        return
    show_heading(stored)
    if stored.is_closed:
        _closed(person, stored)
    else:
        _open(person, stored)


def _none_open(person: Person) -> None:
    """What the fund can lend and who waits, before anybody opens a meeting over it."""
    bring_up_to_date(person)
    with database().read() as session:
        position = fund(session, person).position
        queue = candidates(session, person, today(), today=today())
    show_fund(position)
    # What is continued stands in it, so it is open then and stays so.
    if is_resumed(NEW_MEETING):
        st.session_state[_CONTINUED] = True
    with st.expander("Buka rapat baru", icon=":material/add:", expanded=_CONTINUED in st.session_state):
        edit_meeting(person, None)
    if queue:
        show_waiting(queue, position.free if position.is_open else None)
    else:
        _nobody_waits()
    show_register(person)


def _open(person: Person, stored: StoredMeeting) -> None:
    bring_up_to_date(person)
    with database().read() as session:
        position = fund(session, person).position
        queue = candidates(session, person, stored.meeting.held_on, today=today())
        decided = decided_at(session, person, stored.id)
    under_discussion = _discussed(person, stored.id, queue)
    left = left_after(position.free, (one.amount for one in under_discussion))
    total = sum(one.amount for one in under_discussion)
    show_fund(position, len(under_discussion), total, left)
    show_said(stored.id)
    shown = _now_discussed(stored.id, under_discussion) if under_discussion else None
    drawn: list[int] = []

    def opened(candidate: Candidate) -> None:
        if shown is not None and candidate.application_id == shown.candidate.application_id:
            drawn.append(candidate.application_id)
            show_card(person, stored, shown)

    if queue:
        show_queue(stored.id, queue, position.free if position.is_open else None, opened)
    else:
        _nobody_waits()
    if shown is not None and not drawn:
        show_card(person, stored, shown)
    show_decided(person, stored, decided)
    with st.expander("Ubah rapat dan daftar hadir", expanded=not stored.meeting.attendees):
        show_attendance(stored)
        edit_meeting(person, stored)
    show_invitation(person, stored, queue, position)
    show_register(person)
    _ending(person, stored, len(decided), len(under_discussion))


def _ending(person: Person, stored: StoredMeeting, decisions: int, waiting: int) -> None:
    """The ways in which an open meeting ends; one that decided something is not cancelled."""
    with st.container(horizontal=True):
        show_closing(person, stored, decisions, waiting)
        if not decisions:
            show_calling_off(person, stored)


def _closed(person: Person, stored: StoredMeeting) -> None:
    show_attendance(stored)
    if unchoose_all(stored.id):
        told = "Rapat ditutup saat Anda membahas berkas; keputusan yang baru ditekan belum tercatat."
        say(stored.id, told, done=False)
    show_said(stored.id)
    if stored.is_called_off:
        return
    with database().read() as session:
        decided = decided_at(session, person, stored.id)
    show_decided(person, stored, decided)
    show_papers(person, stored, decided)


def _discussed(person: Person, meeting_id: int, queue: Sequence[Candidate]) -> list[Discussed]:
    """The chosen files in the order of the queue; one that was decided elsewhere is told and let go."""
    waiting = {one.application_id for one in queue}
    for number in [one for one in chosen_in(meeting_id) if one not in waiting]:
        with database().read() as session:
            gone = stored_file(session, person, number)
        name = shortened(gone.file.application.applicant.name, 60)
        told = f"{name} ({gone.number}) sudah tidak menunggu keputusan: kini “{gone.file.stage.label}”."
        say(meeting_id, told, done=False)
        unchoose(meeting_id, number)
    chosen = set(chosen_in(meeting_id))
    with database().read() as session:
        taken_back = taken_back_at(session, person, meeting_id)
    earlier = {one.application_id: one.decision for one in taken_back}
    return [
        discussed(meeting_id, place, one, earlier.get(one.application_id))
        for place, one in enumerate(queue, 1)
        if one.application_id in chosen
    ]


def _nobody_waits() -> None:
    st.info(
        "Belum ada berkas yang menunggu keputusan. Berkas masuk antrean ini sesudah petugas memeriksa "
        "kelengkapannya, dan dapat ditetapkan sesudah hasil surveinya ditetapkan."
    )
    with st.container(horizontal=True):
        st.page_link(LOANS, label="Lihat berkas dan langkahnya", icon=":material/arrow_forward:")
        st.page_link(ELIGIBILITY, label="Semua pengajuan", icon=":material/arrow_forward:")


def _now_discussed(meeting_id: int, chosen: Sequence[Discussed]) -> Discussed:
    if len(chosen) == 1:
        return chosen[0]
    by_number = {one.candidate.application_id: one for one in chosen}
    key = f"dibahas:{meeting_id}"
    if st.session_state.get(key) not in by_number:
        st.session_state[key] = chosen[0].candidate.application_id
    told = st.pills(
        "Dibahas sekarang",
        list(by_number),
        format_func=lambda number: (
            f"{by_number[number].place}. {plain(shortened(by_number[number].candidate.name, 30))}"
        ),
        key=key,
        required=True,
    )
    return chosen[0] if told is None else by_number[told]


main()
