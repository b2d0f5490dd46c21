"""What many tests begin with is done once: a store that has come so far is kept, and others get copies of it.

That holds only in a fresh copy of a template to which nothing was committed but the same steps in the same
order, in a test that patches nothing (tests/db/conftest.py); in any other store every step is really taken.
A step is known by its words, which name everything that it depends on.
"""

import shutil
from collections import Counter, OrderedDict
from copy import deepcopy
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url

AT_MOST = 12  # of each kind of database; the one that was not asked for longest goes
_WORTH_KEEPING = 2  # times that the same was begun

_copies = {}
_commits = Counter()
_begun = Counter()
_kept = OrderedDict()


@event.listens_for(Engine, "commit")
def _count(connection):
    _commits[connection.engine.url.database] += 1


class FileCopies:
    """Copies of SQLite files, each in the place of another one that no connection holds open."""

    def __init__(self, folder):
        self._folder = folder

    def keep(self, file):
        return shutil.copyfile(file, self._folder / f"story-{uuid4().hex}")

    def put(self, kept, file):
        assert not Path(f"{file}-wal").exists(), "somebody else has the file open"
        shutil.copyfile(kept, file)  # into the same file: the program looks whether it is another one

    def drop(self, kept):
        kept.unlink()


class ServerCopies:
    """Copies of databases of a PostgreSQL server, each in the place of another one of the same name."""

    def __init__(self, server):
        self._server = server

    def keep(self, name):
        kept = f"story_{uuid4().hex}"
        self._server.copy(name, kept)
        return kept

    def put(self, kept, name):
        self._server.drop(name)
        self._server.copy(kept, name)

    def drop(self, kept):
        self._server.drop(kept)


def begins_fresh(url, copies):
    """Note that a store is a copy of the template which nobody has opened yet, and how it is copied."""
    name = make_url(url).database
    _copies[name] = copies
    _commits.pop(name, None)


def is_over(url):
    """Forget a store that its test has done with."""
    name = make_url(url).database
    _copies.pop(name, None)
    _commits.pop(name, None)


class Story:
    """The steps that a store was taken through since it was a fresh copy."""

    def __init__(self, database):
        self._database, self._name = database, database.engine.url.database
        self._copies = _copies.get(self._name)
        self._told = (database.engine.dialect.name,)
        self._commits = 0

    @property
    def steps(self):
        """How many there were."""
        return len(self._told) - 1

    def goes_on(self):
        """Whether nothing but these steps was ever done to the store."""
        is_untouched = self._copies is not None and _commits[self._name] == self._commits
        return is_untouched and not self._database.engine.pool.checkedout()

    def end(self):
        """Take every further step really."""
        self._copies = None

    def step(self, words, act, *, is_kept=True):
        """Take a step, or the store and the answer that another test had after the same steps."""
        if not self.goes_on() or " at 0x" in words:
            self.end()
            return act()
        self._told = (*self._told, words)
        if self._told in _kept:
            answer = self._take()
        else:
            answer = act()
            self._commits = _commits[self._name]
            if is_kept:
                self._keep(answer)
        return deepcopy(answer)

    def _take(self):
        _kept.move_to_end(self._told)
        kept, _, answer = _kept[self._told]
        self._database.engine.dispose()
        self._copies.put(kept, self._name)
        return answer

    def _keep(self, answer):
        _begun[self._told] += 1
        if _begun[self._told] < _WORTH_KEEPING:
            return
        self._database.engine.dispose()
        _kept[self._told] = self._copies.keep(self._name), self._copies, deepcopy(answer)
        alike = [told for told in _kept if told[0] == self._told[0]]
        if len(alike) > AT_MOST:
            kept, copies, _ = _kept.pop(alike[0])
            copies.drop(kept)
