"""Which meeting the screen is about: one that was opened before, or a new one."""

from collections.abc import Mapping

import streamlit as st

from db.sampang.origination.meetings import StoredMeeting, meeting, meetings
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.origination.records import Element
from pages.parts.address import publish
from pages.parts.store import database
from pages.parts.text import number_in_address, plain, shortened

IN_ADDRESS = "rapat"
NEW = "baru"
_CHOICE = "rapat-pilihan"
_MOST = 60


def choose_meeting(person: Person) -> StoredMeeting | None:
    """The meeting in the address, else the newest open one; None stands for a new one."""
    told = st.query_params.get(IN_ADDRESS, "")
    number = number_in_address(told)
    with database().read() as session:
        known = {one.id: one for one in meetings(session, person, limit=_MOST)}
        if number is not None and number not in known:
            known[number] = meeting(session, person, number)
    chosen = None if told == NEW else (known[number] if number is not None else _newest_open(known))
    if known:
        _selector(known, chosen)
    return chosen


def open_meeting(number: int) -> None:
    """Put a meeting into the address."""
    publish({IN_ADDRESS: str(number)})


def _newest_open(known: Mapping[int, StoredMeeting]) -> StoredMeeting | None:
    return next((one for one in known.values() if not one.is_closed), None)


def _selector(known: Mapping[int, StoredMeeting], chosen: StoredMeeting | None) -> None:
    current = NEW if chosen is None else str(chosen.id)
    options = [NEW, *map(str, known)]
    # Named by what is chosen and how it stands, so that address and store alone decide what it says.
    state = "" if chosen is None else f"{chosen.version}:{_state(chosen)}"
    key = f"{_CHOICE}:{current}:{len(options)}:{state}"
    st.selectbox(
        "Rapat",
        options,
        index=options.index(current),
        format_func=lambda told: "+ Rapat baru" if told == NEW else _line(known[int(told)]),
        key=key,
        on_change=_follow,
        args=(key,),
    )


def _follow(key: str) -> None:
    publish({IN_ADDRESS: st.session_state[key]})


def _line(one: StoredMeeting) -> str:
    place = shortened(one.meeting.place, 40)
    return f"{indonesian_date(one.meeting.held_on)} · {place} · {_state(one)}"


def _state(one: StoredMeeting) -> str:
    if one.is_called_off:
        return "dibatalkan"
    return "ditutup" if one.is_closed else "terbuka"


def show_heading(stored: StoredMeeting) -> None:
    """Show when and where the meeting is, whether it is open, and how many elements came (V)."""
    told = stored.meeting
    words = [told.place, f"Nomor {told.number}" if told.number else "belum bernomor"]
    sign = "🔒 ditutup" if stored.is_closed else "terbuka"
    if stored.is_called_off:
        sign = "✘ dibatalkan"
    came = f" · {len(told.elements_present)} dari {len(Element)} unsur hadir" if told.attendees else ""
    st.markdown(f"**Rapat {indonesian_date(told.held_on)}** · {sign} · {plain(' · '.join(words))}{came}")
    if stored.is_called_off:
        st.warning(f"Rapat ini dibatalkan: {plain(told.called_off)}")
    elif not told.attendees:
        st.markdown(_attendance(stored))


def show_attendance(stored: StoredMeeting) -> None:
    """Show who came, by element, and the note of the meeting."""
    if stored.meeting.attendees:
        st.caption(_attendance(stored))
    if stored.meeting.note:
        st.caption(plain(shortened(stored.meeting.note, 300)))


def _attendance(stored: StoredMeeting) -> str:
    present = stored.meeting.elements_present
    if not present:
        return ":red[⚠ Belum ada yang dicatat hadir; isi daftar hadir sebelum memutuskan (V.1).]"
    came = "; ".join(
        f"{element.label}: "
        + ", ".join(
            f"{one.name} ({one.position})" if one.position else one.name
            for one in stored.meeting.attendees
            if one.element is element
        )
        for element in present
    )
    return f"Hadir {len(present)} dari {len(Element)} unsur (V.1): {plain(came)}."
