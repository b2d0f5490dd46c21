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
from db.sampang.origination.advancing import require_free
from db.sampang.origination.loan_files import file_of
from db.sampang.origination.swaps import due_by, examined, named, require_possible
from db.sampang.refusals import Hindered
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import CustodyEntryRow
from db.trail import Subject
from db.verbs import verb
from domain.again import AgainBecause, Earlier
from domain.dates import indonesian_date
from domain.regulation.receipts import Receipt
from domain.roles import Person
from domain.sampang.hindrance import Hindrance
from domain.sampang.origination.custody import (
    BorrowerStanding,
    Custody,
    CustodyEntry,
    CustodyEvent,
    CustodyLine,
    Offer,
    Standing,
    hindrances_to_entry,
    hindrances_to_stage,
)
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.swap_hindrances import hindrances_of_swap
from domain.sampang.origination.swapping import SwapFound
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.version import VERSION


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of the register with the recorded standing of the borrower, and who wrote it, when.

    `again` is why it was written though the same stood in the register already, `examined` the receipt of
    the examination of what came in a swap.
    """

    entry: CustodyEntry
    standing: BorrowerStanding
    by: str
    at: datetime
    again: str = ""
    examined: Receipt | None = None


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

    The standing (baik/tidak cacat or cacat) is the recorded opinion of a person (S-31). What comes in a swap
    is examined by the law of that day, and its receipt kept with the line (S-63). Raises Hindered
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
        custody, owed = named(file.custody, entry.thing), due_by(session, application_id, entry.on)
        found = _examined(session, application_id, file, entry)
        of_swap = () if found is None else hindrances_of_swap(found)
        judged = standing.is_good
        require_free(hindrances_to_entry(entry, custody, good_standing=judged, owed=owed, of_swap=of_swap))
        again = let_pass(_same(session, row.id, entry, custody), again_because)
        receipt = None if found is None else found.receipt(VERSION)
        added = CustodyEntryRow(
            application_id=row.id,
            body=body,
            standing_good=standing.is_good,
            standing_reason=standing.reason,
            examined=None if receipt is None else receipt.to_json(),
            by_person_id=act.person.id,
            at=at,
        )
        session.add(added)
        session.flush()
        kept = again.keep(act, CustodyEntryRow, added.id)
        sealed = {} if receipt is None else {"verdict": receipt.verdict, "seal": receipt.seal}
        act.close(Subject(SampangSubject.APPLICATION, row.id), after={**body, **kept, **sealed})


def _examined(session: Session, application_id: int, file: LoanFile, entry: CustodyEntry) -> SwapFound | None:
    """The thing that comes in a swap, examined on the day of the line; None where nothing comes."""
    if entry.event is not CustodyEvent.SWAPPED or entry.replacement is None:
        return None
    require_possible(entry.replacement, entry.on)
    offer = Offer(thing=entry.thing, replacement=entry.replacement)
    return examined(session, application_id, file, offer, entry.on)


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
    receipt = None if row.examined is None else Receipt.from_json(row.examined)
    entry = from_plain(CustodyEntry, row.body)
    return RegisterLine(entry, _standing(row), row.by.name, row.at, again, receipt)


def _standing(row: CustodyEntryRow) -> BorrowerStanding:
    judged = {True: Standing.GOOD, False: Standing.IMPAIRED, None: None}[row.standing_good]
    return BorrowerStanding(judged=judged, reason=row.standing_reason)


def _same(session: Session, application_id: int, entry: CustodyEntry, custody: Custody) -> Iterator[Earlier]:
    """The lines that tell of the same event of the same thing on that day; the file must be held."""
    table = CustodyEntryRow
    query = select(table).where(table.application_id == application_id).order_by(table.id)
    for row in session.scalars(query.options(joinedload(table.by))):
        written = from_plain(CustodyEntry, row.body)
        if (written.thing, written.event, written.on) == (entry.thing, entry.event, entry.on):
            told = (
                f"{written.event.label}: {custody.thing.named or custody.thing.kind.label}, "
                f"{indonesian_date(written.on)}, nomor {written.number}, dengan {written.with_whom}"
            )
            yield Earlier(told, row.by.name, row.at)


def _of_stage(stage: Stage, event: CustodyEvent) -> tuple[Hindrance, ...]:
    # What the bank already keeps goes back to its owner when the applicant takes the file back.
    gives_back = stage is Stage.WITHDRAWN and event is CustodyEvent.RELEASED
    return () if gives_back else hindrances_to_stage(stage)
