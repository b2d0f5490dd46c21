"""Each file that somebody downloads leaves a line in the trail, whichever screen offered it.

Streamlit asks for a file's maker when a button is drawn, and runs it when the button is pressed; here the
maker is given the line to write. Whoever adds a download need not think of it, and cannot forget it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

import streamlit as st
from streamlit.runtime.media_file_manager import MediaFileManager

from db.office.taken_files import note_taken
from domain.programme import Programme
from domain.roles import Person
from pages.parts.acting import acting
from pages.parts.errors.visit import visit
from pages.parts.installation import served
from pages.parts.store import database, now
from pages.parts.wings import wing_of

Make = Callable[[], Any]
_LONGEST: Final = 250


def note_every_file() -> None:
    """Let every file that is made on a press be written down as it is made."""
    offered = MediaFileManager.add_deferred
    if hasattr(offered, "__wrapped__"):
        return

    @wraps(offered)
    def offered_noted(self: MediaFileManager, make: Make, *rest: Any, **more: Any) -> str:
        name = more.get("file_name") or (rest[2] if len(rest) > 2 else "")
        return offered(self, noted(make, name or ""), *rest, **more)

    MediaFileManager.add_deferred = offered_noted  # type: ignore[method-assign, assignment]


def noted(make: Make, name: str) -> Make:
    """What makes a file and writes down that the acting person took it; without a person, `make` itself."""
    person, screen = acting(), str(visit()["screen"] or "")
    programme = None if person is None else _programme_of(person, screen)
    if person is None or programme is None:
        return make
    store, told = database(), _with_number(screen)

    def made() -> Any:
        file = make()
        with store.write() as session:
            note_taken(session, person, programme, name[-_LONGEST:] or "berkas", told, at=now())
        return file

    return made


def _programme_of(person: Person, screen: str) -> Programme | None:
    """The programme of the screen; of an office screen, the first in which the person has a part."""
    own = [one for one in served() if person.roles_in(one.key)]
    of_screen = [one for one in own if any(each.address == screen for each in wing_of(one).screens)]
    return next(iter(of_screen + own), None)


def _with_number(screen: str) -> str:
    told = {name: value for name, value in st.query_params.items() if value.isdigit() and name != "sebagai"}
    numbers = "&".join(f"{name}={value}" for name, value in told.items())
    return f"{screen}?{numbers}" if numbers else screen
