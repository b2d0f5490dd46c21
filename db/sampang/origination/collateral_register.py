"""Verb for the collateral register: what the bank keeps, what is bound, lent out, swapped, given back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.again import let_pass, reasons_of
from db.limits import require_whole
from db.plain import from_plain, to_plain
from db.sampang.applications.application_rows import held_row
from db.sampang.fund.ledger import paid_on
from db.sampang.origination.advancing import require_free
from db.sampang.origination.kin import rows_of
from db.sampang.origination.loan_files import file_of
from db.sampang.refusals import Hindered
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import CustodyEntryRow, LoanRow
from db.trail import Subject
from db.verbs import verb
from domain.again import AgainBecause, Earlier
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.fund.repayment import NOTHING_OWED, Owed, owed_on
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at as place_of
from domain.sampang.origination.custody import (
    BorrowerStanding,
    Custody,
    CustodyEntry,
    CustodyEvent,
    CustodyLine,
    Standing,
    hindrances_to_entry,
    thing_key,
)
from domain.sampang.origination.stages import COMMITTED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of the register with the recorded standing of the borrower, and who wrote it, when.

    `again` is why it was written though the same stood in the register already.
    """

    entry: CustodyEntry
    standing: BorrowerStanding
    by: str
    at: datetime
    again: str = ""


def record_custody(
    session: Session,
    actor: Person,
    application_id: int,
    line: CustodyLine,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> None:
    """Add one line about a pledged thing (III.8, III.10); lending and swapping need the borrower's standing.

    The standing (baik/tidak cacat or cacat) is the recorded opinion of a person (S-31). Raises Hindered
    with every reason against it, and SameAgain for what happened to the thing that day already, without a
    written reason.
    """
    permission, action = SampangPermission.RECORD_CUSTODY, SampangAction.RECORD_CUSTODY
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(line)
        entry, standing = line.entry, line.standing
        body = to_plain(entry)
        row = held_row(session, application_id)
        file = file_of(session, row)
        require_free(_of_stage(file.stage, entry.event))
        if entry.on > act.day:
            raise Hindered((Hindrance("Tanggalnya masih di masa depan; isi tanggal terjadinya."),))
        custody = _named(file.custody, entry.thing)
        owed = owed_by(session, application_id, entry)
        require_free(hindrances_to_entry(entry, custody, good_standing=standing.is_good, owed=owed))
        again = let_pass(_same(session, row.id, entry, custody), again_because)
        added = CustodyEntryRow(
            application_id=row.id,
            body=body,
            standing_good=standing.is_good,
            standing_reason=standing.reason,
            by_person_id=act.person.id,
            at=at,
        )
        session.add(added)
        session.flush()
        kept = again.keep(act, CustodyEntryRow, added.id)
        act.close(Subject(SampangSubject.APPLICATION, row.id), after={**body, **kept})


def register_lines(session: Session, actor: Person, application_id: int) -> tuple[RegisterLine, ...]:
    """Every line of a file's register, the oldest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    query = (
        select(CustodyEntryRow)
        .where(CustodyEntryRow.application_id == application_id)
        .order_by(CustodyEntryRow.id)
        .options(joinedload(CustodyEntryRow.by))
    )
    rows = session.scalars(query).all()
    again = reasons_of(session, CustodyEntryRow, [row.id for row in rows])
    return tuple(_line(row, again.get(row.id, "")) for row in rows)


def _line(row: CustodyEntryRow, again: str) -> RegisterLine:
    return RegisterLine(from_plain(CustodyEntry, row.body), _standing(row), row.by.name, row.at, again)


def _standing(row: CustodyEntryRow) -> BorrowerStanding:
    judged = {True: Standing.GOOD, False: Standing.IMPAIRED, None: None}[row.standing_good]
    return BorrowerStanding(judged=judged, reason=row.standing_reason)


def owed_by(session: Session, application_id: int, entry: CustodyEntry) -> Owed:
    """What the borrower of a file owes on the day of a line; nothing before the money went out."""
    loan = session.scalars(select(LoanRow).where(LoanRow.application_id == application_id)).one_or_none()
    if loan is None:
        return NOTHING_OWED
    return owed_on(rows_of(loan.instalments), paid_on(session, loan.id), entry.on)


def _same(session: Session, application_id: int, entry: CustodyEntry, custody: Custody) -> Iterator[Earlier]:
    """The lines that tell of the same event of the same thing on that day; the file must be held."""
    table = CustodyEntryRow
    query = select(table).where(table.application_id == application_id).order_by(table.id)
    for row in session.scalars(query.options(joinedload(table.by))):
        written = from_plain(CustodyEntry, row.body)
        if (written.thing, written.event, written.on) == (entry.thing, entry.event, entry.on):
            told = (
                f"{written.event.label}: {custody.thing.description or custody.thing.kind.label}, "
                f"{indonesian_date(written.on)}, nomor {written.number}, dengan {written.with_whom}"
            )
            yield Earlier(told, row.by.name, row.at)


def _of_stage(stage: Stage, event: CustodyEvent) -> tuple[Hindrance, ...]:
    # What the bank already keeps goes back to its owner when the applicant takes the file back.
    gives_back = stage is Stage.WITHDRAWN and event is CustodyEvent.RELEASED
    if gives_back or stage in (*COMMITTED, Stage.DISBURSED):
        return ()
    told = f"Agunan dicatat sesudah pinjaman ditetapkan; berkas ini pada tahap “{stage.label}”."
    return (Hindrance(told, place_of("III.10")),)


def _named(register: tuple[Custody, ...], key: str) -> Custody:
    for custody in reversed(register):  # a thing that came back in a swap stands after its first stay
        if thing_key(custody.thing) == key:
            return custody
    raise ValueError("this thing is not pledged in this file")
