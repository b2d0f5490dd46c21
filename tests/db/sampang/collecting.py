"""A loan of twenty million that nobody pays, with bank data; and the letters that it can come to.

Paid out on 2 March 2026 for 24 months: the first Rp100.000 are due on 2 April 2026.
"""

from datetime import UTC, date, datetime, time

from db.sampang.loans.loans import loan_of
from db.sampang.servicing.issuing import issue_letter
from db.sampang.servicing.noting import hand_over, note_report, note_visit
from db.tables import BankFileRow
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.collecting import (
    BorrowerReport,
    Collector,
    HandingBack,
    HandingOver,
    JointVisit,
    LetterKind,
    Lifting,
    ListingAsked,
)

PDF = b"%PDF-1.7 surat"
FIRST_DUE = date(2026, 4, 2)
# The days on which each can go out at the earliest: IX.1 with 30 days between two, and macet after seven.
ON_TIME = {
    LetterKind.WARNING_1: date(2026, 4, 3),
    LetterKind.WARNING_2: date(2026, 5, 3),
    LetterKind.WARNING_3: date(2026, 6, 3),
    LetterKind.DEFAULT_MINUTES: date(2026, 10, 3),
}
REPORT = BorrowerReport(on=date(2026, 5, 4), by_whom="Siti, datang", told="panen Juni")
VISIT = JointVisit(on=date(2026, 10, 6), who="Hasan, Dewi (Bank Jatim)", result="tidak di rumah")
GIVEN = HandingOver(to=Collector.ATTORNEY, number="SKK-7", on=date(2026, 10, 20))
BACK = HandingBack(on=date(2026, 12, 1), number="B-9", reason="tidak ditemukan")
LISTING = ListingAsked(reason="ditelepon dan didatangi, tidak ada kabar")
LISTED_ON = date(2027, 4, 3)  # over twelve months since the due day of 2 April 2026
LIFTED = Lifting(on=date(2027, 6, 1), reason="sudah melapor dan mulai membayar")


def at(day):
    """Nine in the morning there."""
    return datetime.combine(day, time(2), tzinfo=UTC)


def tell_until(lending, last=date(2027, 12, 31)):
    """The bank's data is in up to a day."""
    told = {"bank": "Bank Jatim", "name": "x.csv", "sha256": "0", "rows": 0, "tallies": {}, "version": 1}
    person = lending.officer.id
    with lending.database.write() as session:
        session.add(
            BankFileRow(
                **told,
                first=date(2001, 1, 1),
                last=last,
                by_person_id=person,
                at=at(last),
                accepted_by_id=person,
                accepted_at=at(last),
            )
        )


def a_loan(lending, **more):
    """A new loan, and its file."""
    file = lending.file_at(Stage.DISBURSED, **more)
    return lending.ask(loan_of, lending.officer, file).id, file


def issue(lending, loan, kind, on=None, who=None, number=None, pressed=None, **more):
    on = on or ON_TIME[kind]
    numbered = PaperNumber(number=number or f"{kind.value}/{loan}", on=on)
    who = who or lending.officer
    return lending.run(issue_letter, who, loan, kind, PDF, numbered, at=at(pressed or on), **more)


def in_default(lending, **more):
    """A loan with all its warnings and the minutes of its default."""
    loan, file = a_loan(lending, **more)
    for kind in ON_TIME:
        issue(lending, loan, kind)
    return loan, file


def report(lending, loan, told=REPORT, **more):
    return lending.run(note_report, lending.officer, loan, told, at=at(told.on), **more)


def visit(lending, loan, told=VISIT, who=None, **more):
    return lending.run(note_visit, who or lending.bank, loan, told, at=at(told.on), **more)


def give(lending, loan, told=GIVEN, **more):
    return lending.run(hand_over, lending.officer, loan, told, at=at(told.on), **more)
