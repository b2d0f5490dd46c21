"""First on Beranda of who decides or leads: what needs a decision, what waits for them before the rest."""

from domain.due_decisions import theirs_first
from domain.programme import Programme, may
from domain.roles import OfficePermission, OfficeRole, Person
from pages.office.rules_way import way_of
from pages.parts.deciding import show_decisions
from pages.parts.installation import served
from pages.parts.store import today
from pages.parts.wings import wing_of


def show_due(person: Person) -> None:
    """Show the list of each programme that the person leads; nothing to anybody else."""
    led = [one for one in served() if _leads(person, one)]
    if not led:
        return
    found = {
        decision: programme for programme in led for decision in wing_of(programme).decisions(person, today())
    }
    show_decisions(
        theirs_first(found, person),
        lambda one: way_of(found[one], person, one),
        person,
        title="Perlu keputusan",
    )


def _leads(person: Person, programme: Programme) -> bool:
    leads = OfficeRole.LEADERSHIP in person.roles_in(programme.key)
    return may(person, OfficePermission.READ_SUMMARY, programme) and (
        leads or may(person, OfficePermission.APPROVE_SETTINGS, programme)
    )
