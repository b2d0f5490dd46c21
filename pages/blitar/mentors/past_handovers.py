"""Every past handover, with its minutes to be printed again."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from db.blitar.caseload.handovers import Handover, HandoverLine, handover, handovers, minutes_paper
from documents.blitar.staffing.handover_minutes import handover_minutes
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.staffing.handing_over import HandedOver, HandoverMinutes
from domain.dates import indonesian_date
from domain.roles import Person
from pages.blitar.mentors.register import Register
from pages.blitar.printing import printing_of
from pages.parts.store import database, today
from pages.parts.text import plain


def show_past(person: Person, register: Register) -> None:
    """Show the list, the newest first."""
    with database().read() as session:
        found = handovers(session, person)
    st.subheader(f"Berita acara serah terima: {len(found)}", anchor=False)
    if not found:
        st.caption("Belum ada serah terima yang dicatat.")
    for each in found:
        _line(person, register, each)


def _line(person: Person, register: Register, each: HandoverLine) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", border=True):
        st.markdown(
            f"**{indonesian_date(each.on)}** · {plain(each.from_name)} · {each.clients} binaan  \n"
            f"{plain(each.number)}",
            width="stretch",
        )
        st.download_button(
            "Cetak berita acara",
            data=lambda: _pdf(person, register, each.id),
            file_name=f"berita-acara-serah-terima-{each.on}-{each.id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
            key=f"berita-acara-{each.id}",
        )


def _pdf(person: Person, register: Register, handover_id: int) -> bytes:
    with database().read() as session:
        if paper := minutes_paper(session, person, handover_id):
            return paper
    told = minutes_of(person, register, handover_id)
    return handover_minutes(told, printing_of(person, today(), of=told.on))


def minutes_of(person: Person, register: Register, handover_id: int) -> HandoverMinutes:
    """A stored handover as its minutes tell it."""
    with database().read() as session:
        told = handover(session, person, handover_id)
    return _minutes(register, told)


def kept_minutes(person: Person, register: Register, on: date) -> Callable[[Handover], bytes]:
    """What makes the minutes that are kept as a handover of that day is recorded."""
    printing = printing_of(person, today(), of=on)
    return lambda told: handover_minutes(_minutes(register, told), printing, kept=True)


def _minutes(register: Register, told: Handover) -> HandoverMinutes:
    giver = next(one for one in register.mentors if one.id == told.from_id)
    ending = giver.ending
    return HandoverMinutes(
        number=told.number,
        on=told.on,
        giver=giver.name,
        giver_decree=giver.decree,
        giver_until=giver.service.last_day,
        ground=f"{ending.ground.label} ({ending.ground.citation.place})" if ending else "",
        giver_died=ending is not None and ending.ground is EndingGround.DEATH,
        facilitator=told.by,
        lines=tuple(
            HandedOver(line.number, line.name, line.kind, line.district_code, receiver, promise)
            for line, receiver, promise in told.lines
        ),
        note=told.note,
        elsewhere=told.elsewhere,
    )
