"""Every file that leaves the program is written down: who took it, when, which one, and from which screen."""

from datetime import datetime
from typing import Annotated, Final

from sqlalchemy.orm import Session

from db.access import stored_person
from db.limits import require_text
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import log_read
from domain.programme import NotAllowed, Programme
from domain.roles import OfficePermission, Person
from domain.typed import FileName, Line

Screen = Annotated[str, Line("Layar")]
_NO_ONE_THING: Final = Subject(OfficeSubject.TAKEN_FILE, 0)


def note_taken(
    session: Session, actor: Person, programme: Programme, name: FileName, screen: Screen, *, at: datetime
) -> None:
    """Write down that a person of the programme takes a file of this name from a screen.

    Whether they may read what is in it was asked where it was read: who has lost a role since then takes
    nothing from what still stands open. `screen` is its address with the number of what was open there,
    never a name.
    """
    person = stored_person(session, actor.id, actor.entry)
    if person is None or not person.roles_in(programme.key) or not actor.held <= person.held:
        raise NotAllowed(OfficePermission.READ_LEGAL_BASIS, programme, person)
    require_text(FileName, name, "name")
    require_text(Screen, screen, "screen")
    told = {"berkas": name, "layar": screen}
    log_read(session, person, programme, OfficeAction.TAKE_FILE, _NO_ONE_THING, at, told)
