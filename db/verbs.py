"""How a verb of the store opens and closes, so that none forgets who may, the second press, or its line.

Opening asks for a write session, for the permission, and takes the nonce; closing notes what came of the
nonce and adds the line to the trail. A verb that does neither is a fault of the program, and stores nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise, is_fresh
from db.engine import require_write
from db.refusals import SignInAgain
from db.submissions import Done
from db.trail import Action, Subject
from db.versions import Versioned
from domain.dates import JAKARTA
from domain.programme import NotAllowed, Programme, may
from domain.roles import Permission, Person

State = Mapping[str, Any]


@dataclass(slots=True)
class Act:
    """A verb that is open: who acts, when, and what an earlier press of the same button came to."""

    session: Session
    person: Person
    programme: Programme
    action: Action
    at: datetime
    nonce: str | None
    earlier: Done | None
    _lines: int = field(init=False, default=0)
    _ended: bool = field(init=False, default=False)

    @property
    def day(self) -> date:
        """The day of the moment, in Indonesia."""
        return self.at.astimezone(JAKARTA).date()

    def require(self, permission: Permission) -> None:
        """Raise NotAllowed when this verb needs one more permission, which the person lacks."""
        if not may(self.person, permission, self.programme):
            raise NotAllowed(permission, self.programme, self.person)

    def changed(self, row: Versioned) -> None:
        """Count a row's version up, and write down who changed it and when."""
        row.version += 1
        row.changed_by_id, row.changed_at = self.person.id, self.at

    def note(
        self,
        subject: Subject,
        *,
        action: Action | None = None,
        before: State | None = None,
        after: State | None = None,
    ) -> None:
        """Add a line to the trail while the verb goes on, for a press that does several things."""
        self._require_open()
        self._record(action or self.action, subject, before, after)

    def note_new(self, action: Action, new: Sequence[tuple[Subject, State]]) -> None:
        """Add a line for each of many things that this press has made, by one statement."""
        self._require_open()
        self._lines += len(new)
        lines = [(subject, dict(after)) for subject, after in new]
        audit.record_new(self.session, self.person, self.programme, action, lines, self.at)

    def close(
        self,
        subject: Subject,
        *,
        version: int = 1,
        before: State | None = None,
        after: State | None = None,
        came_to: int | None = None,
    ) -> None:
        """End the verb with its line; a second press is told `came_to`, else the subject's number."""
        self._end(subject.id if came_to is None else came_to, version)
        self._record(self.action, subject, before, after)

    def close_noted(self, came_to: int, version: int = 1) -> None:
        """End a verb that noted each of its lines; a second press is told `came_to`."""
        if not self._lines:
            raise RuntimeError(f"{self.action} noted no line: close it with one, or say that it is unchanged")
        self._end(came_to, version)

    def unchanged(self) -> None:
        """End a verb that found nothing to change, without a line; a second press is told 0."""
        if self._lines:
            raise RuntimeError(f"{self.action} noted a line, so it did change something")
        self._end(0, 0)

    def require_ended(self) -> None:
        """Raise RuntimeError for a verb that left without saying what came of it."""
        if not self._ended and self.earlier is None:
            raise RuntimeError(f"{self.action} ended without its line in the trail; nothing is stored")

    def _end(self, came_to: int, version: int) -> None:
        self._require_open()
        self._ended = True
        if self.nonce is not None:
            submissions.settle(self.session, self.nonce, came_to, version)

    def _require_open(self) -> None:
        if self._ended or self.earlier is not None:
            raise RuntimeError(f"{self.action} is not open: it was closed, or this nonce came before")

    def _record(self, action: Action, subject: Subject, before: State | None, after: State | None) -> None:
        self._lines += 1
        audit.record(
            self.session,
            self.person,
            self.programme,
            action,
            subject,
            self.at,
            before=None if before is None else dict(before),
            after=None if after is None else dict(after),
        )


@contextmanager
def verb(
    session: Session,
    actor: Person,
    programme: Programme,
    permission: Permission | tuple[Permission, ...],
    action: Action,
    *,
    at: datetime,
    nonce: str | None = None,
) -> Iterator[Act]:
    """Open a verb for an actor who holds the permission, or one of several; the caller closes it.

    With `act.earlier` the button was pressed before: the verb tells what came of it and changes nothing.
    Raises NotAllowed, SignInEnded, SignInAgain for what weighs, and AlreadySent for a nonce of somebody
    else or of another button. After an exception nothing is closed, and the transaction of `Database.write`
    is rolled back.
    """
    require_write(session)
    permissions = permission if isinstance(permission, tuple) else (permission,)
    person = authorise(session, actor, programme, *permissions)
    _require_fresh(session, person, programme, permissions)
    earlier = None if nonce is None else submissions.claim(session, person, action, nonce, at)
    act = Act(session, person, programme, action, at, nonce, earlier)
    yield act
    act.require_ended()


def _require_fresh(
    session: Session, person: Person, programme: Programme, permissions: Sequence[Permission]
) -> None:
    """Raise SignInAgain for what weighs, unless the person has just shown who they are."""
    held = [one for one in permissions if may(person, one, programme)]
    if all(programme.weighs(one) for one in held) and not is_fresh(session, person):
        raise SignInAgain


def log_read(
    session: Session,
    person: Person,
    programme: Programme,
    action: Action,
    subject: Subject,
    at: datetime,
    told: State | None = None,
) -> None:
    """Add the line of a reading that is written down, such as opening a NIK, for who was let through."""
    after = None if told is None else dict(told)
    audit.record(session, person, programme, action, subject, at, after=after)
