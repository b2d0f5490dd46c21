"""Verbs for later instruments: entered as a draft, proposed by one person, approved by the programme's head.

A draft changes nothing. Once approved it is law from its day on and is never edited; another one follows it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.closings import close_proposal, closed_of, is_pressed_again, require_not_closed
from db.limits import require_whole
from db.numbering import next_number
from db.office.practice import entered, instruments
from db.plain import to_plain
from db.refusals import AlreadyApproved, AlreadyProposed, NotFound, NotYourProposal, SelfApproval, Wrong
from db.tables import LaterInstrumentRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import Act, verb
from db.versions import require_version
from domain.closings import Closed, Closing, ClosingReason
from domain.programme import Programme
from domain.regulation.instrument_checks import problems_of
from domain.regulation.later_instruments import InstrumentTold, LaterInstrument, keyed
from domain.roles import OfficePermission, Person

_SERIES: Final = "later-instrument"


@dataclass(frozen=True, slots=True)
class StoredInstrument:
    """A later instrument as the store has it: a draft until it is sent, law once it is approved."""

    id: int
    version: int
    later: LaterInstrument
    entered_by: str
    entered_by_id: int
    entered_at: datetime
    sent_at: datetime | None
    approved_at: datetime | None
    closed: Closed | None


def draft_instrument(
    session: Session,
    actor: Person,
    programme: Programme,
    told: InstrumentTold,
    *,
    nonce: str,
    at: datetime,
    instrument_id: int | None = None,
    expected_version: int | None = None,
) -> int:
    """Enter a later instrument as a draft, or change one's own draft; give its number in the store.

    Raises NotYourProposal for somebody else's draft, and Wrong for one that was sent already.
    """
    permission, action = OfficePermission.PROPOSE_SETTINGS, OfficeAction.DRAFT_INSTRUMENT
    with verb(session, actor, programme, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(told)
        before = None
        if instrument_id is None:
            row = _new(act)
        else:
            row = _held_draft(act, instrument_id)
            require_version(session, row, expected_version, "rancangan ini")
            before = row.body
        row.body, row.in_force_since = to_plain(told), told.in_force_since
        act.changed(row)
        session.add(row)
        session.flush()
        act.close(_subject(row), version=row.version, before=before, after=row.body)
        return row.id


def propose_instrument(
    session: Session, actor: Person, programme: Programme, instrument_id: int, *, at: datetime
) -> None:
    """Send one's own draft to the head; raises Wrong with everything that is in the way of it."""
    permission, action = OfficePermission.PROPOSE_SETTINGS, OfficeAction.PROPOSE_INSTRUMENT
    with verb(session, actor, programme, permission, action, at=at) as act:
        row = _held_draft(act, instrument_id)
        _require_fitting(act, row)
        row.sent_at = act.at
        act.close(_subject(row), after={**row.body, "sent": True})


def approve_instrument(
    session: Session, actor: Person, programme: Programme, instrument_id: int, *, at: datetime
) -> None:
    """Approve a proposed instrument: from its day on it is law. Raises SelfApproval for who entered it.

    What was approved since it was proposed is looked at once more: raises Wrong where it no longer fits.
    """
    permission, action = OfficePermission.APPROVE_SETTINGS, OfficeAction.APPROVE_INSTRUMENT
    with verb(session, actor, programme, permission, action, at=at) as act:
        row = _held(act, instrument_id)
        require_not_closed(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        if row.sent_at is None:
            raise NotFound("Usulan ini")
        next_number(session, programme, _SERIES)  # nobody else approves one until this is stored
        _require_fitting(act, row)
        row.approved_by_id, row.approved_at = act.person.id, act.at
        act.close(_subject(row), after=row.body)


def return_instrument(
    session: Session,
    actor: Person,
    programme: Programme,
    instrument_id: int,
    why: ClosingReason,
    *,
    at: datetime,
) -> None:
    """Return a proposed instrument to who entered it, with a reason, instead of approving it."""
    permission, action = OfficePermission.APPROVE_SETTINGS, OfficeAction.RETURN_INSTRUMENT
    with verb(session, actor, programme, permission, action, at=at) as act:
        _close(act, instrument_id, Closing.RETURNED, why)


def withdraw_instrument(
    session: Session,
    actor: Person,
    programme: Programme,
    instrument_id: int,
    why: ClosingReason,
    *,
    at: datetime,
) -> None:
    """Take back one's own draft or proposal; it stays in the store with the reason."""
    permission, action = OfficePermission.PROPOSE_SETTINGS, OfficeAction.WITHDRAW_INSTRUMENT
    with verb(session, actor, programme, permission, action, at=at) as act:
        _close(act, instrument_id, Closing.WITHDRAWN, why)


def later_instruments(session: Session, actor: Person, programme: Programme) -> tuple[StoredInstrument, ...]:
    """Every later instrument of a programme that was entered, the newest first, also what was closed."""
    either = (OfficePermission.PROPOSE_SETTINGS, OfficePermission.APPROVE_SETTINGS)
    authorise(session, actor, programme, *either)
    query = (
        select(LaterInstrumentRow)
        .where(LaterInstrumentRow.programme == programme.key)
        .order_by(LaterInstrumentRow.id.desc())
        .options(
            joinedload(LaterInstrumentRow.proposed_by),
            joinedload(LaterInstrumentRow.approved_by),
            joinedload(LaterInstrumentRow.closed_by),
        )
    )
    return tuple(_stored(row, programme) for row in session.scalars(query))


def waiting_instruments(
    session: Session, actor: Person, programme: Programme
) -> tuple[StoredInstrument, ...]:
    """Those that were sent and wait for the head."""
    known = later_instruments(session, actor, programme)
    return tuple(
        one for one in known if one.sent_at is not None and one.approved_at is None and one.closed is None
    )


def _stored(row: LaterInstrumentRow, programme: Programme) -> StoredInstrument:
    return StoredInstrument(
        id=row.id,
        version=row.version,
        later=entered(row, programme),
        entered_by=row.proposed_by.name,
        entered_by_id=row.proposed_by_id,
        entered_at=row.proposed_at,
        sent_at=row.sent_at,
        approved_at=row.approved_at,
        closed=closed_of(row),
    )


def _new(act: Act) -> LaterInstrumentRow:
    return LaterInstrumentRow(
        programme=act.programme.key,
        version=0,
        reason="",
        proposed_by_id=act.person.id,
        proposed_at=act.at,
    )


def _held(act: Act, instrument_id: int) -> LaterInstrumentRow:
    of_it = (LaterInstrumentRow.id == instrument_id, LaterInstrumentRow.programme == act.programme.key)
    query = select(LaterInstrumentRow).where(*of_it).with_for_update()
    row = act.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Peraturan ini")
    if row.approved_by is not None and row.approved_at is not None:
        raise AlreadyApproved(row.approved_by.name, row.approved_at)
    return row


def _held_draft(act: Act, instrument_id: int) -> LaterInstrumentRow:
    row = _held(act, instrument_id)
    require_not_closed(row)
    if row.proposed_by_id != act.person.id:
        raise NotYourProposal
    if row.sent_at is not None:
        raise AlreadyProposed
    return row


def _require_fitting(act: Act, row: LaterInstrumentRow) -> None:
    """Raise Wrong where the instrument does not fit the text and what was approved."""
    programme = act.programme
    told = entered(row, programme).told
    approved = instruments(act.session, programme)
    key = keyed(told, programme.key)
    found = problems_of(told, key, programme.versions(), approved, programme.kept_rules(), act.day)
    if found:
        raise Wrong(found)


def _close(act: Act, instrument_id: int, how: Closing, why: ClosingReason) -> None:
    row = _held(act, instrument_id)
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    act.close(_subject(row), before=row.body, after={"closed": str(how), "reason": why.reason})


def _subject(row: LaterInstrumentRow) -> Subject:
    return Subject(OfficeSubject.LATER_INSTRUMENT, row.id)
