"""The invitation to an open meeting with its agenda: looked at as a draft, issued, printed again."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from db.sampang.origination.days_in_papers import invited_to
from db.sampang.origination.issued_papers import PaperKind, issued_papers
from db.sampang.origination.meetings import StoredMeeting
from db.sampang.origination.team_register import team_register
from documents.sampang.letters.invitation import OnAgenda, invitation
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.fund.position import Position
from domain.sampang.origination.queue import Candidate
from domain.sampang.origination.team_register import attendance_of
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain
from pages.sampang.law import law_by_day
from pages.sampang.meetings.meeting_papers import show_paper
from pages.sampang.meetings.minutes_drafts import MeetingPaper
from pages.sampang.paper_head import head_of_team


def show_invitation(
    person: Person, stored: StoredMeeting, queue: Sequence[Candidate], position: Position
) -> None:
    """Show the invitation to who serves on the day of the meeting, over the files that are ready for it."""
    meeting, law_of, demo = stored.meeting, law_by_day(), is_demo_database()
    with database().read() as session:
        register = team_register(session, person)
        issued = issued_papers(session, person, meeting_id=stored.id)
        invited_for = invited_to(session, person, stored.id)
    invited = attendance_of(register, meeting.held_on) or meeting.attendees
    files = [_on_agenda(place, one) for place, one in enumerate(queue, 1) if one.is_ready]
    free = position.free if position.is_open else None

    def printed(number: str, on: date, /, *, draft: bool = False) -> bytes:
        return invitation(
            meeting,
            invited,
            files,
            free=free,
            number=number,
            on=on,
            head=head_of_team(law_of(on), register, on),
            demo=demo,
            draft=draft,
        )

    kind = PaperKind.INVITATION
    newest = next((paper for paper in issued if paper.kind is kind), None)
    if invited_for is not None and invited_for.to != meeting.held_on:
        st.warning(
            f"Undangan nomor {plain(invited_for.number)} menyebut {indonesian_date(invited_for.to)}, "
            f"sedangkan rapat ini {indonesian_date(meeting.held_on)}. Terbitkan undangan yang baru di bawah."
        )
        newest = None
    paper = MeetingPaper(kind, "", f"undangan-rapat-{meeting.held_on}", "", today(), printed, newest)
    with st.expander(f"Undangan dan acara ({len(files)} berkas)", icon=":material/mail:"):
        show_paper(person, stored, paper)


def _on_agenda(place: int, one: Candidate) -> OnAgenda:
    who = one.found.application.applicant
    return OnAgenda(
        place=place,
        number=one.number,
        name=one.name,
        kind=who.kind.label,
        district_code=who.district_code,
        asked=one.asked,
        surveyed=one.amount if one.has_survey else None,
    )
