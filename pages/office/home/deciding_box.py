"""First on Beranda of who decides: everything that waits for their yes, with its age."""

from collections.abc import Iterator

from db.office.later_instruments import waiting_instruments
from db.office.settings import pending
from domain.dates import JAKARTA, age_in_words, indonesian_date
from domain.headline import Decision
from domain.money import number
from domain.programme import Programme, may
from domain.roles import OfficePermission, Person
from pages.office.legal_basis.cards import DECISIONS, TAB
from pages.parts.deciding import Way, show_decisions
from pages.parts.installation import served
from pages.parts.office_screens import LEGAL_BASIS
from pages.parts.places import PROGRAM
from pages.parts.store import database, today
from pages.parts.wings import wing_of


def show_approvals(person: Person) -> None:
    """Show what waits in each programme and in the office; nothing to whoever approves nothing."""
    found = [one for programme in served() for one in wing_of(programme).approvals(person, today())]
    deciding = [one for one in served() if may(person, OfficePermission.APPROVE_SETTINGS, one)]
    for programme in deciding:
        found.extend(_settings(person, programme))
    if not (found or deciding):
        return
    ways = {id(decision): way for decision, way in found}
    show_decisions(
        [decision for decision, _ in found], lambda one: ways[id(one)], title="Menunggu persetujuan Anda"
    )


def _settings(person: Person, programme: Programme) -> Iterator[tuple[Decision, Way | None]]:
    with database().read() as session:
        waiting = pending(session, person, programme)
        entered = waiting_instruments(session, person, programme)
    moments = [one.proposed_at for one in waiting if one.proposed_by_id != person.id]
    moments += [one.entered_at for one in entered if one.entered_by_id != person.id]
    if moments:
        since = min(moments).astimezone(JAKARTA).date()
        told = Decision(
            key=f"ketetapan-{programme.key}",
            what=f"{number(len(moments))} usulan ketetapan kantor",
            because=f"tertua {age_in_words(since, today())} ({indonesian_date(since)})",
            since=since,
        )
        asks = ((TAB, DECISIONS), (PROGRAM, programme.key))
        yield told, Way(LEGAL_BASIS, "Putuskan", asks)
