"""The registers as reports: the red list with everything in it, and every numbered paper of a month."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.sampang.bank_files.coverage import bank_data_until
from db.sampang.origination.issued_papers import PaperKind
from db.tables import ApplicationRow, IssuedPaperRow, LoanRow, MeetingRow, PersonRow, RedListEntryRow
from domain.dates import indonesian_date, indonesian_moment
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.reports.letter_register import LetterRegister, RegisteredPaper
from domain.sampang.reports.red_list_register import ListedEntry, RedListAtEnd
from domain.sampang.reports.report_shape import as_of
from domain.sampang.roles import SampangPermission


def red_list_at_end(session: Session, actor: Person, month: date, today: date) -> RedListAtEnd:
    """Every entry of the red list that was approved by a month's end, and what had been lifted by then."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_REGISTERS)
    table, day = RedListEntryRow, as_of(month, today)
    people = (table.proposed_by, table.approved_by, table.lifted_by)
    query = (
        select(table)
        .where(table.since <= day)
        .order_by(table.since, table.id)
        .options(joinedload(table.loan).joinedload(LoanRow.application), *map(joinedload, people))
    )
    entries = tuple(_listed(row, day) for row in session.scalars(query))
    return RedListAtEnd(month=month, day=day, known_until=bank_data_until(session), entries=entries)


def letter_register(session: Session, actor: Person, month: date, today: date) -> LetterRegister:
    """Every numbered paper of the days of a month, in their order."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_REGISTERS)
    table, file, meeting, day = IssuedPaperRow, ApplicationRow, MeetingRow, as_of(month, today)
    query = (
        select(
            table.dated_on, table.number, table.kind, table.at, table.sha256, PersonRow.name.label("by"),
            file.number.label("file"), file.name.label("borrower"), meeting.held_on,
        )
        .join(PersonRow, PersonRow.id == table.by_person_id)
        .outerjoin(file, file.id == table.application_id)
        .outerjoin(meeting, meeting.id == table.meeting_id)
        .where(table.dated_on.between(month, day))
        .order_by(table.dated_on, table.id)
    )  # fmt: skip
    papers = tuple(
        RegisteredPaper(
            on=row.dated_on,
            number=row.number,
            kind=PaperKind(row.kind).label,
            of=row.file or f"Rapat {indonesian_date(row.held_on)}",
            borrower=row.borrower or "",
            by=row.by,
            kept=indonesian_moment(row.at),
            sha256=row.sha256,
        )
        for row in session.execute(query)
    )
    return LetterRegister(month=month, day=day, known_until=bank_data_until(session), papers=papers)


def _listed(row: RedListEntryRow, day: date) -> ListedEntry:
    if row.since is None:
        raise RuntimeError("an approved entry has its day")
    # What was lifted later stood on the list on that day.
    was_lifted = row.lifted_on is not None and row.lifted_on <= day
    return ListedEntry(
        number=row.loan.application.number,
        name=row.loan.application.name,
        since=row.since,
        reason=row.reason,
        conditions=tuple(row.found["conditions"]),
        proposed_by=row.proposed_by.name,
        approved_by=row.approved_by.name if row.approved_by else "",
        lifted_on=row.lifted_on if was_lifted else None,
        lifted_reason=(row.lifted_reason or "") if was_lifted else "",
        lifted_by=row.lifted_by.name if row.lifted_by and was_lifted else "",
    )
