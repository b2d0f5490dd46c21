"""What a person typed and has not sent: kept for them alone, and cleared when it is sent, dropped or old."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.engine import require_write
from db.limits import check_key
from db.tables import UnsentFormRow
from domain.roles import Person

KEPT_FOR: Final = timedelta(days=14)
LARGEST: Final = 300_000  # characters of one form
MOST: Final = 40  # forms of one person; the oldest go first


@dataclass(frozen=True, slots=True)
class UnsentForm:
    """A form as it was left: its name, the tab and the screen it stood on, and what was typed by field."""

    form: str
    tab: str
    screen: str
    address: str
    typed: Mapping[str, Any]
    typed_at: datetime


def keep_unsent(session: Session, person: Person, unsent: UnsentForm) -> bool:
    """Keep a form as it stands now, in place of what the same tab kept of it before.

    False when it is larger than any form that a person can fill in, or older than what is kept already:
    two writes of one form may overtake each other.
    """
    require_write(session)
    check_key(unsent.form, "form")
    check_key(unsent.tab, "tab")
    if len(json.dumps(unsent.typed)) > LARGEST:
        return False
    row = session.get(UnsentFormRow, (person.id, unsent.form, unsent.tab))
    if row is None:
        row = UnsentFormRow(person_id=person.id, form=unsent.form, tab=unsent.tab)
        session.add(row)
    elif row.typed_at > unsent.typed_at:
        return False
    row.screen, row.address = unsent.screen, unsent.address
    row.typed, row.typed_at = dict(unsent.typed), unsent.typed_at
    return True


def unsent_forms(session: Session, person: Person, at: datetime) -> tuple[UnsentForm, ...]:
    """What a person has left unsent, the latest first."""
    rows = session.scalars(
        select(UnsentFormRow)
        .where(UnsentFormRow.person_id == person.id, UnsentFormRow.typed_at > at - KEPT_FOR)
        .order_by(UnsentFormRow.typed_at.desc(), UnsentFormRow.form)
        .limit(MOST)
    )
    return tuple(
        UnsentForm(row.form, row.tab, row.screen, row.address, row.typed, row.typed_at) for row in rows
    )


def drop_unsent(
    session: Session, person: Person, form: str, tab: str, typed: Mapping[str, Any] | None = None
) -> None:
    """Forget what one tab kept of a form, because it was sent or is no longer wanted.

    With what was `typed` and sent, the same words of the same form that another tab kept are forgotten too.
    """
    require_write(session)
    row = UnsentFormRow
    for one in session.scalars(select(row).where(row.person_id == person.id, row.form == form)):
        if one.tab == tab or (typed is not None and one.typed == dict(typed)):
            session.delete(one)


def clear_old_unsent(session: Session, at: datetime) -> int:
    """Clear what everybody left unsent too long ago; gives how many forms."""
    require_write(session)
    done = session.execute(
        delete(UnsentFormRow).where(UnsentFormRow.typed_at <= at - KEPT_FOR).returning(UnsentFormRow.form)
    )
    return len(done.all())
