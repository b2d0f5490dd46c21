"""Statements are worked out once for all databases of a run of tests, as a program does for its one.

SQLAlchemy keeps what it makes of a statement with the engine and its dialect, and every test opens an engine.
"""

from collections import defaultdict
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

_ROOM = 5_000
_statements: dict[type, LRUCache] = defaultdict(lambda: LRUCache(_ROOM))
_types: dict[type, WeakKeyDictionary] = defaultdict(WeakKeyDictionary)


def share_compiled_statements() -> None:
    """Let engines of the same kind of database find what another one worked out before."""
    DefaultDialect.__eq__ = lambda one, other: type(one) is type(other)
    DefaultDialect.__hash__ = lambda one: hash(type(one))
    DefaultDialect.engine_created = classmethod(lambda _, engine: _share(engine))


def _share(engine: Engine) -> None:
    kind = type(engine.dialect)
    engine._compiled_cache = _statements[kind]
    engine.dialect._type_memos = _types[kind]
