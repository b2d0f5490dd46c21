"""Sampang's stops of the tour: one file from the counter over the meeting to the money."""

from typing import Final

from domain.roles import Person
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from pages.parts.wings import Address, Stop
from pages.sampang.screens import ELIGIBILITY, LOANS, MEETINGS

_NEWEST = 20


def _file(person: Person) -> Address:
    """The paid out file of the tour; without one, the list."""
    told = _story(person)
    return {"no": str(told[0])} if told else {}


def _meeting(person: Person) -> Address:
    """The meeting that decided it."""
    told = _story(person)
    return {"rapat": str(told[1])} if told else {}


def _story(person: Person) -> tuple[int, int] | None:
    """The newest file that a closed meeting granted and that was paid out, and its meeting."""
    from db.sampang.applications.application_list import Filter, list_applications
    from db.sampang.origination.meetings import decided_at, meetings
    from pages.parts.store import database

    with database().read() as session:
        paid = list_applications(session, person, Filter(status=Stage.DISBURSED), page_size=_NEWEST)
        numbers = [one.id for one in paid.rows]
        for meeting in meetings(session, person):
            for decided in decided_at(session, person, meeting.id):
                if decided.application_id in numbers and meeting.is_closed:
                    return decided.application_id, meeting.id
    return None


STOPS: Final = (
    Stop(
        "Dari loket",
        SampangRole.OFFICER,
        ELIGIBILITY,
        "Satu berkas dari loket: terpenuhi atau tidak, ketentuan demi ketentuan, dan paling banyak berapa.",
        _file,
    ),
    Stop(
        "Ke rapat",
        SampangRole.TEAM_MEMBER,
        MEETINGS,
        "Rapat Pokjanis yang memutus berkas itu: siapa hadir, apa keputusannya, dan suratnya. Program "
        "menemukan, orang memutuskan.",
        _meeting,
    ),
    Stop(
        "Sampai uang",
        SampangRole.TEAM_LEAD,
        LOANS,
        "Berkas yang sama sesudah cair: langkah yang dilaluinya, dan rekening angsurannya di bawah.",
        _file,
    ),
)
