"""Statements are worked out once for all databases of a run of tests, as a program does for its one.

SQLAlchemy keeps what it makes of a statement with the engine and its dialect, and every test opens an engine.
A dialect also holds the key of a database that hides numbers: such a one shares with nobody.
"""

from collections import defaultdict

from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from db.tables import hidden

_ROOM = 5_000
_statements: dict[type, LRUCache] = defaultdict(lambda: LRUCache(_ROOM))


def share_compiled_statements() -> None:
    """Let engines of the same kind of database find what another one worked out before."""
    DefaultDialect.__eq__ = lambda one, other: _shared(one) is _shared(other)
    DefaultDialect.__hash__ = lambda one: hash(id(_shared(one)))
    DefaultDialect.engine_created = classmethod(lambda _, engine: _share(engine))
    setattr(DefaultDialect, hidden._AT, property(_key, _take_key))


def _shared(one: object) -> object:
    is_apart = not isinstance(one, DefaultDialect) or "key_of_tests" in vars(one)
    return one if is_apart else type(one)


def _share(engine: Engine) -> None:
    engine._compiled_cache = _statements[type(engine.dialect)]


def _key(dialect: DefaultDialect) -> object:
    return vars(dialect).get("key_of_tests")


def _take_key(dialect: DefaultDialect, key: object) -> None:
    """Keep the key, and forget what was worked out, since the dialect may stand in it."""
    if key is not None or _key(dialect) is not None:
        vars(dialect)["key_of_tests"] = key
        for kept in _statements.values():
            kept.clear()
