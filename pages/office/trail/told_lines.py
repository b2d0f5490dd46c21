"""Lines of the trail as a table tells them, with what changed from what to what."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from db.audit import AuditEntry
from domain.dates import indonesian_moment
from pages.parts.text import shortened

_NOTHING = "–"
_LONGEST = 60
_MOST = 12


def told_lines(lines: Sequence[AuditEntry]) -> list[dict[str, str]]:
    """A row of the table for each line."""
    return [
        {
            "Waktu": indonesian_moment(one.at),
            "Siapa": one.person_name,
            "Perbuatan": one.action.label,
            "Tentang": f"{one.subject.kind.label} {one.subject.id}",
            "Yang dicatat": told_changes(one.before, one.after),
        }
        for one in lines
    ]


def told_changes(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> str:
    """What a line recorded: each value by its path, from what to what where something was there before."""
    told = list(_changes(before or {}, after or {}))
    more = f"; dan {len(told) - _MOST} lagi" if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for path in {**before, **after}:
        now = _value(after.get(path))
        yield f"{path}: {_value(before[path])} → {now}" if path in before else f"{path}: {now}"


def _value(value: Any) -> str:
    return _NOTHING if value is None else shortened(str(value), _LONGEST)
