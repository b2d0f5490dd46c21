"""What prepared demos are made of: tables, law, and the demo's own code; with another they do not fit."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from db.schema import NEWEST
from db.tables import Base

_ROOT: Final = Path(__file__).resolve().parents[2]
_DEMO: Final = _ROOT / "demo"
_ONLY_LOADS: Final = (_DEMO / "prepared", _DEMO / "loading.py", _DEMO / "resetting.py")


def fingerprint() -> str:
    """The same for the same tables, rules of all programmes and code of the demo, on every machine."""
    told = sha256()
    for part in _parts():
        told.update(part.encode() + b"\0")
    return told.hexdigest()


def _parts() -> Iterator[str]:
    yield NEWEST
    yield json.dumps({table.name: list(table.columns.keys()) for table in Base.metadata.sorted_tables})
    editions = _ROOT.glob("domain/*/editions/*.json")
    code = (file for file in _DEMO.rglob("*.py") if not {file, *file.parents} & {*_ONLY_LOADS})
    for file in sorted((*editions, *code)):
        yield file.read_text("utf-8")  # with line ends as they are here, whatever they are on the disk
