"""Where any decision of a programme is taken, also one about the office's own rules."""

from domain.due_decisions import Decision
from domain.office_waiting import RULES
from domain.programme import Programme
from domain.roles import Person
from pages.office.legal_basis.cards import DECISIONS, TAB
from pages.parts.deciding import Way
from pages.parts.office_screens import LEGAL_BASIS
from pages.parts.places import PROGRAM
from pages.parts.wings import wing_of


def way_of(programme: Programme, person: Person, decision: Decision) -> Way | None:
    """The screen for whoever may open it; the office's rules are decided on Dasar hukum."""
    if decision.key == RULES:
        return Way(LEGAL_BASIS, ((TAB, DECISIONS), (PROGRAM, programme.key)))
    return wing_of(programme).way_to(person, decision)
