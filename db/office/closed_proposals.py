"""Proposals of the office that were returned or withdrawn: all of a programme, and those of one's own."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased, joinedload

from db.access import authorise
from db.office.proposals import Proposal, R, Row, proposal
from db.tables import OfficeSettingRow, ReadingSettlementRow
from domain.closings import Closing
from domain.programme import Programme
from domain.roles import OfficePermission, Person

_EITHER = (OfficePermission.PROPOSE_SETTINGS, OfficePermission.APPROVE_SETTINGS)


def closed_proposals(
    session: Session, actor: Person, programme: Programme, *, most: int = 20
) -> tuple[Proposal, ...]:
    """List what was returned or withdrawn in a programme, what was closed last first."""
    authorise(session, actor, programme, *_EITHER)
    settings = session.scalars(_closed_in(OfficeSettingRow, programme).limit(most))
    readings = session.scalars(_closed_in(ReadingSettlementRow, programme).limit(most))
    return _newest_first([*settings, *readings])[:most]


def returned_proposals(session: Session, actor: Person, programme: Programme) -> tuple[Proposal, ...]:
    """List what was returned to the actor, as long as nobody proposed anything about the same since."""
    person = authorise(session, actor, programme, *_EITHER)
    settings = session.scalars(_returned_in(OfficeSettingRow, programme, person))
    readings = session.scalars(_returned_in(ReadingSettlementRow, programme, person))
    return _newest_first([*settings, *readings])


def _closed_in(table: type[R], programme: Programme) -> Select[R]:
    return (
        select(table)
        .where(table.programme == programme.key, table.closed_at.is_not(None))
        .order_by(table.closed_at.desc(), table.id.desc())
        .options(joinedload(table.proposed_by), joinedload(table.closed_by))
    )


def _returned_in(table: type[R], programme: Programme, person: Person) -> Select[R]:
    mine = (table.proposed_by_id == person.id, table.closed_how == Closing.RETURNED)
    return _closed_in(table, programme).where(*mine, ~_is_followed(table))


# Every beginning of work asks this, so it is put together once.
@cache
def _is_followed(table: type[Row]) -> ColumnElement[bool]:
    later = aliased(table)
    same = (later.programme == table.programme, _key(later) == _key(table))
    return select(later.id).where(*same, later.id > table.id).exists()


def _key(table: type[Row]) -> InstrumentedAttribute[str]:
    return table.interpretation if hasattr(table, "interpretation") else table.parameter


def _newest_first(rows: Iterable[Row]) -> tuple[Proposal, ...]:
    closed = [(one.closed.at, one) for one in map(proposal, rows) if one.closed is not None]
    return tuple(one for _, one in sorted(closed, key=lambda pair: pair[0], reverse=True))
