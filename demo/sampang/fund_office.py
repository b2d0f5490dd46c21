"""What the demo office did for itself: its settings, the fund's opening balance, and its meetings."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Final

from sqlalchemy.orm import Session

from db.office.settings import approve_setting, propose_setting
from db.sampang.fund.opening_balance import open_fund
from db.sampang.origination.meetings import close_meeting, save_meeting
from db.sampang.origination.team_register import appoint_member
from demo.clock import Act, Clock
from demo.personas import ADMINISTRATOR
from demo.sampang import courses
from demo.sampang.personas import BANK, TEAM_LEAD, TEAM_MEMBER
from domain.regulation.office_proposals import SettingProposed
from domain.roles import Person
from domain.sampang import parameters
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.origination.records import Attendee, Element, Meeting
from domain.sampang.origination.team_register import TeamMember
from domain.sampang.programme import SAMPANG

OPENING_BALANCE: Final = 850_000_000
_SETTINGS: Final = (
    (parameters.INSURANCE_RATE, 8),
    (parameters.NOTARY_FEE, 250_000),
    (parameters.LAND_CHECK_FEE, 50_000),
    (parameters.AGENCY_ADDRESS, "Jalan Contoh Nomor 1, Sampang"),
)
_WHY: Final = "Contoh untuk mencoba program, bukan tarif sebenarnya"
_ATTENDEES: Final = (
    Attendee(Element.AGENCY, TEAM_LEAD.name, "Ketua Harian"),
    Attendee(Element.AGENCY, TEAM_MEMBER.name, "Anggota"),
    Attendee(Element.REVENUE, "Nurdin (contoh)", "Anggota"),
    Attendee(Element.BANK, BANK.name, "Anggota"),
)
_MEETS, _CLOSES = 30, 300  # minutes after the office opens


class DemoOffice:
    """Sets what the office sets, opens the fund, and holds the meetings; `meetings` has them by day."""

    def __init__(self, session: Session, people: Mapping[str, Person], clock: Clock) -> None:
        self._session = session
        self._admin, self._lead = people[ADMINISTRATOR.name], people[TEAM_LEAD.name]
        self._clock = clock
        self.meetings: dict[date, int] = {}

    def acts(self, today: date) -> Iterator[Act]:
        """Everything that the office does, each with its moment."""
        first = courses.fund_opened_on(today)
        yield Act(self._clock.at(first, 0), self._settle)
        yield Act(self._clock.at(first, 60), partial(self._open_fund, first))
        yield Act(self._clock.at(first, 90), partial(self._appoint, first))
        for number, day in enumerate(courses.meetings(today), 1):
            yield Act(self._clock.at(day, _MEETS), partial(self._meet, number, day))
            yield Act(self._clock.at(day, _CLOSES), partial(self._close, day))

    def _settle(self, at: datetime) -> None:
        for parameter, value in _SETTINGS:
            proposed = propose_setting(
                self._session,
                self._admin,
                SAMPANG,
                parameter,
                value,
                SettingProposed(since=PERBUP_20_2015.in_force_since, reason=_WHY),
                nonce=f"demo-{parameter.key}",
                at=at,
            )
            approve_setting(self._session, self._lead, SAMPANG, proposed, at=at)

    def _open_fund(self, on: date, at: datetime) -> None:
        decree = f"SK contoh nomor 00/{on.year} (bukan naskah sebenarnya)"
        balance = OpeningBalance(amount=OPENING_BALANCE, on=on, decree=decree)
        open_fund(self._session, self._lead, balance, nonce="demo-fund", at=at)

    def _appoint(self, on: date, at: datetime) -> None:
        decree = f"SK contoh nomor 01/{on.year} (bukan naskah sebenarnya)"
        for place, one in enumerate(_ATTENDEES):
            member = TeamMember(
                name=one.name, element=one.element, position=one.position, decree=decree, since=on
            )
            appoint_member(self._session, self._lead, member, nonce=f"demo-member-{place}", at=at)

    def _meet(self, number: int, day: date, at: datetime) -> None:
        held = Meeting(
            held_on=day, place="Aula Dinas", attendees=_ATTENDEES, number=f"{number:02}/contoh/{day.year}"
        )
        nonce = f"demo-meeting-{number}"
        self.meetings[day] = save_meeting(self._session, self._lead, held, nonce=nonce, at=at)

    def _close(self, day: date, at: datetime) -> None:
        close_meeting(self._session, self._lead, self.meetings[day], at=at)
