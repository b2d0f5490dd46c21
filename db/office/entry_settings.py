"""What the office set about signing in, read by itself: the door asks it of everybody, before any law."""

from collections.abc import Collection
from datetime import date
from typing import Any, Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.tables import OfficeSettingRow
from domain.entering.limits import (
    CONTACT_KEY,
    FRESH_KEY,
    FRESH_MINUTES,
    IDLE_KEY,
    IDLE_MINUTES,
    LONGEST_HOURS,
    LONGEST_KEY,
    EntryLimits,
    limits_from,
)
from domain.programme import Programme

_KEYS: Final = (IDLE_KEY, LONGEST_KEY, FRESH_KEY, CONTACT_KEY)
_SET: Final = (
    select(OfficeSettingRow.programme, OfficeSettingRow.parameter, OfficeSettingRow.value)
    .where(
        OfficeSettingRow.parameter.in_(_KEYS),
        OfficeSettingRow.approved_at.is_not(None),
        OfficeSettingRow.since <= bindparam("day"),
    )
    .order_by(OfficeSettingRow.since, OfficeSettingRow.approved_at, OfficeSettingRow.id)
)


def entry_limits(session: Session, programmes: Collection[Programme], day: date) -> EntryLimits:
    """How long a sign-in lasts on a day: the strictest of the programmes, by setting or default."""
    found = _values(session, day)

    def of(key: str, default: int) -> list[int]:
        return [int(found.get((one.key, key), default)) for one in programmes]

    return limits_from(
        of(IDLE_KEY, IDLE_MINUTES), of(LONGEST_KEY, LONGEST_HOURS), of(FRESH_KEY, FRESH_MINUTES)
    )


def contacts(session: Session, programmes: Collection[Programme], day: date) -> tuple[str, ...]:
    """Whom to ask who cannot sign in, as the programmes set it; anybody may read this."""
    found = _values(session, day)
    told = (str(found.get((one.key, CONTACT_KEY), "")).strip() for one in programmes)
    return tuple(dict.fromkeys(filter(None, told)))


def _values(session: Session, day: date) -> dict[tuple[str, str], Any]:
    return {(row.programme, row.parameter): row.value for row in session.execute(_SET, {"day": day})}
