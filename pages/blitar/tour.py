"""Blitar's stops of the tour: one kecamatan from its gap to its cover."""

from typing import Final

from domain.blitar.roles import BlitarRole
from domain.roles import Person
from pages.blitar.screen_tabs import MentorsTab, link_to
from pages.blitar.screens import CLIENTS, COVERAGE, MENTORS, SELECTION
from pages.parts.map.map_choice import IN_ADDRESS
from pages.parts.wings import Address, Stop


def _gap(person: Person) -> Address:
    """The kecamatan that is without a Pendamping today; without one, the whole map."""
    from db.blitar.staffing.assignments import deployment
    from domain.blitar.staffing.coverage import coverage_on
    from pages.parts.store import database, today

    with database().read() as session:
        found = deployment(session, person)
    states = coverage_on(today(), found.services, found.assignments)
    return next(({IN_ADDRESS: one.district.code} for one in states if not one.is_covered), {})


def _round(person: Person) -> Address:
    """The newest selection; without one, the list."""
    from db.blitar.selection.rounds import rounds
    from pages.parts.store import database

    with database().read() as session:
        known = rounds(session, person)
    return {"seleksi": str(max(one.id for one in known))} if known else {}


STOPS: Final = (
    Stop(
        "Kecamatan yang kosong",
        BlitarRole.FACILITATOR,
        COVERAGE,
        "Dua puluh dua kecamatan: di mana belum ada Pendamping, sejak kapan, dan di mana segera kosong.",
        _gap,
    ),
    Stop(
        "Calonnya dipilih",
        BlitarRole.FACILITATOR,
        SELECTION,
        "Seleksi untuk pos yang kosong: siapa mendaftar, dan bagaimana hasil pemeriksaan berkasnya.",
        _round,
    ),
    Stop(
        "Ditugaskan",
        BlitarRole.FACILITATOR,
        MENTORS,
        "Kecamatan mana dipegang siapa dan sampai kapan; yang kosong paling atas. Orang yang membagi.",
        lambda person: link_to(MentorsTab.AREAS),
    ),
    Stop(
        "Binaan didampingi",
        BlitarRole.FACILITATOR,
        CLIENTS,
        "Senin pagi sesudah itu: siapa perlu dikunjungi, apa yang lewat batas, dan siapa yang naik.",
    ),
)
