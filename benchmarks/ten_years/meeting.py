"""An open meeting of the Pokjanis, which the demo closes and which has a screen of its own."""

from datetime import date, datetime

from db.engine import Database
from db.office.people import personas
from db.sampang.origination.meetings import save_meeting
from domain.sampang.origination.records import Attendee, Element, Meeting
from domain.sampang.roles import SampangRole


def open_a_meeting(database: Database, day: date, at: datetime) -> int:
    """Open a meeting of a day as the first member of the team, with every element present."""
    with database.read() as session:
        member = next(one for one in personas(session) if SampangRole.TEAM_MEMBER in one.roles)
    came = tuple(Attendee(element, f"Anggota {element.label}") for element in Element)
    meeting = Meeting(held_on=day, place="Aula Dinas", attendees=came)
    with database.write() as session:
        return save_meeting(session, member, meeting, nonce=f"meeting-of-{day}", at=at)
