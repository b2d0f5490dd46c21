"""On Beranda of the Kepala Dinas: what waits for their yes, and the contracts that end."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from db.blitar.approvals import contracts_ending, passed_unappointed, waiting_for_the_head
from db.office.practice import law_of
from domain.blitar.instruments import at
from domain.blitar.parameters import DAYS_BEFORE_CONTRACT_END
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import age_in_words, indonesian_date
from domain.headline import Decision, decision_of
from domain.money import number
from domain.programme import may
from domain.roles import Person
from pages.blitar.screen_tabs import MentorsTab, ReportsTab, link_to
from pages.blitar.screens import MENTORS, REPORTS
from pages.parts.deciding import Way
from pages.parts.store import database

_TABS = {"usul": ReportsTab.UPGRADES, "surat": ReportsTab.RECOMMENDATIONS}


def approvals_for(person: Person, day: date) -> Sequence[tuple[Decision, Way | None]]:
    """What waits, the oldest first, then who may be appointed and whose contract ends."""
    if not may(person, BlitarPermission.DECIDE_UPGRADES, BLITAR):
        return ()
    with database().read() as session:
        waiting = waiting_for_the_head(session, person)
    ordered = sorted(waiting, key=lambda one: one.since or day)
    found: list[tuple[Decision, Way | None]] = [
        (decision_of(one, day), Way(REPORTS, "Putuskan", tuple(link_to(_TABS[one.key]).items())))
        for one in ordered
    ]
    return [*found, *_appointments(person, day), *_contracts(person, day)]


def _appointments(person: Person, day: date) -> Iterator[tuple[Decision, Way | None]]:
    with database().read() as session:
        passed = passed_unappointed(session, person)
    if passed is not None:
        age = age_in_words(passed.decided_on, day)
        told = Decision(
            key="lulus",
            what=f"{number(passed.count)} calon lulus seleksi belum ditetapkan",
            because=f"{passed.title}, hasilnya {age} lalu ({indonesian_date(passed.decided_on)})",
            citation=at("11(1)"),
            since=passed.decided_on,
        )
        yield told, Way(MENTORS, "Tetapkan", tuple(link_to(MentorsTab.APPOINTING).items()))


def _contracts(person: Person, day: date) -> Iterator[tuple[Decision, Way | None]]:
    with database().read() as session:
        days = cast(int, law_of(session, BLITAR, day).values[DAYS_BEFORE_CONTRACT_END.key])
        ending = contracts_ending(session, person, day, days)
    if ending is not None:
        told = Decision(
            key="kontrak",
            what=f"Kontrak {number(ending.count)} Pendamping berakhir dalam {number(days)} hari",
            because=f"yang pertama {indonesian_date(ending.first)}",
            citation=at("11(1)"),
            on=ending.first,
        )
        yield told, Way(MENTORS, "Buka Pendamping")
