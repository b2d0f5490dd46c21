"""Bank files as the tests bring them: rows of the loans of a lending office, taken in and accepted."""

from datetime import UTC, date, datetime

from sqlalchemy import func, select

from db.sampang.bank_files.accepting import accept_bank_rows
from db.sampang.bank_files.bank_file_lists import bank_file, bank_rows
from db.sampang.bank_files.deciding import choose_bank_loan, put_rows_aside
from db.sampang.bank_files.mappings import BankMapping
from db.sampang.bank_files.taking_in import take_in_bank_file
from db.sampang.loans.loans import loan_of
from db.tables import JournalEntryRow, PostingRow
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.bank_file.bank_records import FileTold, LoanChosen, PutAside
from domain.sampang.bank_file.bank_rows import BankRow
from domain.sampang.origination.stages import Stage

LATER = datetime(2026, 12, 4, 2, 5, tzinfo=UTC)  # 9.05 in Sampang
PAID = date(2026, 11, 13)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def a_loan(lending):
    """A new loan of 20 million over 24 months: 100,000 of interest a month, 1,000,000 from the fifth."""
    return lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))


def a_row(line, loan, amount=100_000, on=PAID, **more):
    return BankRow(
        line=line, number=loan if isinstance(loan, str) else loan.number, on=on, amount=amount, **more
    )


class BankDesk:
    """A lending office with the bank's files."""

    def __init__(self, lending):
        self.lending = lending
        self.bank, self.officer = lending.bank, lending.officer

    def take_in(self, *rows, days=NOVEMBER, who=None, name="november.csv", nonce=None, mapping=None):
        told = FileTold(bank="Bank Jatim", name=name, first=days[0], last=days[1])
        more = {"sha256": "0" * 64, "at": LATER, "nonce": nonce}
        return self.lending.run(
            take_in_bank_file, who or self.bank, told, rows, mapping or BankMapping(), **more
        )

    def accept(self, file, **more):
        return self.lending.run(accept_bank_rows, self.officer, file, **{"at": LATER} | more)

    def choose(self, file, line, number, because=""):
        chosen = LoanChosen(number=number, because=because)
        return self.lending.run(choose_bank_loan, self.officer, file, line, chosen, at=LATER)

    def put_aside(self, file, *lines, reason="uang pajak"):
        why = PutAside(reason=reason)
        return self.lending.run(put_rows_aside, self.officer, file, lines, why, at=LATER)

    def file(self, file):
        return self.lending.ask(bank_file, self.officer, file)

    def rows(self, file):
        """Every row of a file by its line."""
        found = [
            row
            for state in RowState
            for row in self.lending.ask(bank_rows, self.officer, file, state, page_size=200)
        ]
        return {row.line: row for row in found}

    def kinds(self, file):
        return [row.kind for _, row in sorted(self.rows(file).items())]

    def stands(self, file):
        return [(row.kind, row.state) for _, row in sorted(self.rows(file).items())]

    def payments(self):
        """What was booked as payments: loan, day, rupiah, and what is told of it, in the order of booking."""
        entry, part = JournalEntryRow, PostingRow
        query = (
            select(entry.loan_id, entry.on, func.sum(part.amount), entry.memo)
            .join(part, part.entry_id == entry.id)
            .where(entry.kind == "payment", part.account.in_(("fund_cash", "interest_cash")))
            .group_by(entry.id, entry.loan_id, entry.on, entry.memo)
            .order_by(entry.id)
        )
        with self.lending.database.read() as session:
            found = session.execute(query).all()
        return [(loan, on, int(amount), memo.partition(", ")[2]) for loan, on, amount, memo in found]


MATCHED = (RowKind.MATCHED, RowState.WAITING)
POSTED = (RowKind.MATCHED, RowState.POSTED)
DUPLICATE = (RowKind.DUPLICATE, RowState.WAITING)
