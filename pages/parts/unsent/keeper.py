"""Writes what is typed into the store: each form once in a few seconds at most, its last state always."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from threading import Condition, Timer
from typing import Any, Final

from db.engine import Database
from db.office.unsent_forms import UnsentForm, clear_old_unsent, drop_unsent, keep_unsent
from domain.roles import Person

_LOG: Final = logging.getLogger(__name__)
_Key = tuple[int, str, str]
Write = Callable[[], object]
_PATIENCE: Final = 5.0  # seconds; a store that hangs must not hold the screen


@dataclass(slots=True)
class _Waiting:
    write: Write
    timer: Timer


@dataclass(slots=True)
class Keeper:
    """The writer of one process; `pause` is the time between two writes of one form."""

    pause: timedelta = timedelta(seconds=3)
    _last: dict[_Key, datetime] = field(default_factory=dict)
    _waiting: dict[_Key, _Waiting] = field(default_factory=dict)
    _writing: Counter[_Key] = field(default_factory=Counter)
    _lock: Condition = field(default_factory=Condition)
    _dropped: Counter[int] = field(default_factory=Counter)
    _cleared: date | None = None

    def keep(self, database: Database, person: Person, unsent: UnsentForm) -> None:
        """Write a form now, or when its pause is over; what comes meanwhile takes its place."""
        key = (person.id, unsent.form, unsent.tab)
        with self._lock:
            last = self._last.get(key)
            left = self.pause - (unsent.typed_at - last) if last else timedelta()
            if left > timedelta():
                self._wait(key, lambda: self._write(database, person, unsent), left)
                return
            self._cancel(key)
            self._last[key] = unsent.typed_at
            self._writing[key] += 1
        self._carry_out(key, lambda: self._write(database, person, unsent))

    def dropped(self, person: Person) -> int:
        """How many forms of a person were forgotten so far, in whichever tab."""
        return self._dropped[person.id]

    def drop(
        self,
        database: Database,
        person: Person,
        form: str,
        tab: str,
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        """Forget a form that was sent, also what still waits to be written.

        With what was `typed`, also the same words of the form that another tab has kept.
        """
        key = (person.id, form, tab)
        with self._lock:
            self._cancel(key)
            self._last.pop(key, None)
            self._await(lambda one: one == key)  # else what was sent would be written once more

        def write() -> None:
            with database.write() as session:
                drop_unsent(session, person, form, tab, typed)

        _safely(write)
        self._dropped[person.id] += 1

    def clear_old(self, database: Database, at: datetime) -> None:
        """Clear what was left unsent too long ago; once a day is enough."""
        if self._cleared == at.date():
            return
        self._cleared = at.date()

        def write() -> None:
            with database.write() as session:
                clear_old_unsent(session, at)

        _safely(write)

    def flush(self, person: Person) -> None:
        """Write at once what of a person still waits, because another tab is about to read it."""
        with self._lock:
            keys = [key for key in self._waiting if key[0] == person.id]
            writes = [self._waiting[key].write for key in keys]
            for key in keys:
                self._cancel(key)
            self._await(lambda one: one[0] == person.id)
        for write in writes:
            write()

    def _wait(self, key: _Key, write: Write, left: timedelta) -> None:
        self._cancel(key)
        timer = Timer(left.total_seconds(), self._due, (key,))
        timer.daemon = True
        self._waiting[key] = _Waiting(write, timer)
        timer.start()

    def _due(self, key: _Key) -> None:
        with self._lock:
            waiting = self._waiting.pop(key, None)
            if waiting:
                self._writing[key] += 1
        if waiting:
            self._carry_out(key, waiting.write)

    def _carry_out(self, key: _Key, write: Write) -> None:
        try:
            write()
        finally:
            with self._lock:
                self._writing -= Counter([key])  # what is at nothing goes
                self._lock.notify_all()

    def _await(self, concerns: Callable[[_Key], bool]) -> None:
        """Wait until nothing that concerns somebody is just being written; the lock is held."""
        self._lock.wait_for(
            lambda: not any(many for key, many in self._writing.items() if concerns(key)), _PATIENCE
        )

    def _cancel(self, key: _Key) -> None:
        waiting = self._waiting.pop(key, None)
        if waiting:
            waiting.timer.cancel()

    def _write(self, database: Database, person: Person, unsent: UnsentForm) -> None:
        def write() -> None:
            with database.write() as session:
                keep_unsent(session, person, unsent)

        _safely(write)


def _safely(write: Write) -> None:
    """Do it; a store that cannot be written must not take away the screen on which somebody types."""
    try:
        write()
    except Exception as error:  # whatever it is: the form still stands in the session
        _LOG.error("an unsent form was not kept: %s", type(error).__name__)


KEEPER: Final = Keeper()
