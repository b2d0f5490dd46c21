"""What a bank's file of 100,000 rows costs beside the bare inserting of the rows that it leaves.

.venv/bin/python -m benchmarks.bank_import
.venv/bin/python -m benchmarks.bank_import --url postgresql://...   # of an empty scratch database

A fund lends to many; the file pays each of them several times. It is read from CSV, taken in by its verb and
booked by the other, then the rows that both left are inserted by one `executemany` for each table; the two
take turns, each in transactions that are rolled back, in seconds of this process and of the clock. Reading
the CSV is told apart, since the bare inserting has nothing to read.
"""

import argparse
import gc
import statistics
import tempfile
import time
import tracemalloc
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from db.bulk import write_rows
from db.data_keys import new_key
from db.engine import Database
from db.installed import StoreKind
from db.office.people import add_person
from db.opening import open_database
from db.sampang.bank_files.accepting import accept_bank_rows
from db.sampang.bank_files.mappings import BankMapping
from db.sampang.bank_files.taking_in import take_in_bank_file
from db.sampang.fund.kept_totals import keep_courses
from db.sampang.fund.ledger import LoanEntry, book_many, held_fund
from db.sampang.fund.loan_books import books_of_each
from db.sampang.fund.opening_balance import open_fund
from db.tables import (
    ApplicationRow,
    BankFileRow,
    BankRowRow,
    InstalmentRow,
    JournalEntryRow,
    LoanRow,
    PostingRow,
)
from documents.sampang.bank_files.bank_file_lines import read_bank_file
from domain.dates import add_months
from domain.roles import Person
from domain.sampang.bank_file.bank_columns import BankColumn, recognise
from domain.sampang.bank_file.bank_days import find_order
from domain.sampang.bank_file.bank_records import FileTold
from domain.sampang.bank_file.bank_rows import BankRow, read_bank_rows
from domain.sampang.fund.entries import disbursement
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.roles import SampangRole
from tests.db.statements import asked
from tests.people import held as holding

OUT = date(2025, 1, 13)
TODAY = datetime(2026, 12, 4, 5, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
PRINCIPAL, TENOR, GRACE, INTEREST = 16_000_000, 36, 4, 80_000
_presses = count()


def filled(url: str, loans: int) -> tuple[Database, Person]:
    """A fund with so many loans over 36 months, none of which paid anything yet."""
    database = open_database(url, sign_in_configured=True, begins_as=StoreKind.REAL, data_key=new_key())
    with database.write() as session:
        officer = add_person(session, "Petugas", holding(SampangRole.OFFICER), at=TODAY)
        lead = add_person(session, "Ketua", holding(SampangRole.TEAM_LEAD), at=TODAY)
        balance = OpeningBalance(amount=10**12, on=OUT, decree="SK")
        open_fund(session, lead, balance, nonce="open", at=TODAY)
        _lend(session, officer, lead, loans)
    return database, officer


def _lend(session: Session, officer: Person, lead: Person, loans: int) -> None:
    who = {"entered_by_id": officer.id, "entered_at": TODAY, "changed_by_id": officer.id, "changed_at": TODAY}
    files = [
        {
            "number": f"DB-2025-{place:05}", "status": "disbursed", "stage_since": TODAY, "version": 1,
            "kind": "business", "name": f"Usaha Contoh {place}", "search_name": f"usaha contoh {place}",
            "district_code": f"35.27.{1 + place % 14:02}", "amount": PRINCIPAL, "term_months": TENOR,
            "source": "paper", "note": "", "answers": {"applicant": {"contact_name": f"Pemilik {place}"}},
            **who,
        }
        for place in range(loans)
    ]  # fmt: skip
    write_rows(session, ApplicationRow, files)
    numbers = session.scalars(select(ApplicationRow.id).order_by(ApplicationRow.id)).all()
    terms = {
        "principal": PRINCIPAL, "tenor": TENOR, "grace": GRACE, "yearly_percent": 6, "method": "flat",
        "disbursed_on": OUT, "rules_fingerprint": "x", "requested_by_id": officer.id,
        "approved_by_id": lead.id, "at": TODAY,
    }  # fmt: skip
    write_rows(session, LoanRow, [{"application_id": number, **terms} for number in numbers])
    loan_ids = session.scalars(select(LoanRow.id).order_by(LoanRow.id)).all()
    for first in range(0, loans, 1_000):
        some = loan_ids[first : first + 1_000]
        write_rows(session, InstalmentRow, [row for loan in some for row in _plan(loan)])
        told = {"insurance": 0, "notary": 0, "land_check": 0}
        entries = [LoanEntry(loan, disbursement(PRINCIPAL, OUT, "Pencairan", **told)) for loan in some]
        held_fund(session)
        book_many(session, officer, entries, TODAY)
        keep_courses(session, [(None, books) for books in books_of_each(session, some)])


def _plan(loan: int) -> list[dict[str, Any]]:
    each = PRINCIPAL // (TENOR - GRACE)
    return [
        {
            "loan_id": loan, "number": month, "due_on": add_months(OUT, month),
            "principal": each if month > GRACE else 0, "interest": INTEREST,
            "balance": PRINCIPAL - each * max(0, month - GRACE),
        }
        for month in range(1, TENOR + 1)
    ]  # fmt: skip


def a_file(rows: int, loans: int) -> bytes:
    """The bank's file as CSV, the same every time: every loan as often as the others."""
    lines = ["No Pinjaman;Nama Debitur;Tanggal;Jumlah;No Ref"]
    for place in range(rows):
        loan, turn = place % loans, place // loans
        on = FIRST + timedelta(days=(loan * 7 + turn * 5) % 30)
        name = f"USAHA CONTOH {loan}"
        lines.append(f"DB-2025-{loan:05};{name};{on:%d/%m/%Y};{80_000 + 1_000 * (place % 7):,};TRX{place:07}")
    return "\n".join(lines).encode()


def read(data: bytes) -> tuple[BankRow, ...]:
    """The rows of the file."""
    found = read_bank_file(data)
    places = recognise(found.heading, {})
    order = find_order(cells[places[BankColumn.DAY]] for _, cells in found.lines)
    return read_bank_rows(found.lines, places, order, LAST)


def imported(session: Session, person: Person, rows: tuple[BankRow, ...]) -> tuple[int, int]:
    """Take the rows in and book them; gives the file and how many were booked."""
    told = FileTold(bank="Bank Jatim", name="x.csv", first=FIRST, last=LAST)
    press = {"at": TODAY, "nonce": f"press-{next(_presses)}"}
    file = take_in_bank_file(session, person, told, rows, BankMapping(), sha256="0" * 64, **press)
    done = accept_bank_rows(session, person, file, at=TODAY, nonce=f"press-{next(_presses)}")
    return file, done.posted


def left_by(session: Session, file: int, after: int) -> list[tuple[Table, list[dict[str, Any]]]]:
    """The rows that the import left, table by table."""
    wanted = (
        (BankFileRow, BankFileRow.id == file),
        (JournalEntryRow, JournalEntryRow.id > after),
        (PostingRow, PostingRow.entry_id > after),
        (BankRowRow, BankRowRow.file_id == file),
    )
    return [
        (
            table.__table__,
            [dict(row) for row in session.execute(select(table.__table__).where(where)).mappings()],
        )
        for table, where in wanted
    ]


def seconds(work: Any) -> tuple[float, float, Any]:
    """Seconds of this process and of the clock that some work takes, and what it gives."""
    gc.collect()
    own, whole = time.process_time(), time.perf_counter()
    done = work()
    return time.process_time() - own, time.perf_counter() - whole, done


def compare(database: Database, person: Person, size: int, loans: int, runs: int) -> None:
    """Time both in turns, and print one line."""
    data = a_file(size, loans)
    reading = seconds(lambda: read(data))
    rows, verb, bare, sent = reading[2], [], [], []
    for _ in range(runs):
        with database.write() as session:
            after = session.scalar(select(func.max(JournalEntryRow.id))) or 0
            with asked(database) as sent:
                own, whole, (file, posted) = seconds(lambda: imported(session, person, rows))
            assert posted == size, posted
            verb.append((own, whole))
            left = left_by(session, file, after)
            session.rollback()
        with database.write() as session:
            session.connection()
            bare.append(seconds(lambda: insert_bare(session, left))[:2])  # noqa: B023
            session.rollback()
    times = [statistics.median(one[k] / two[k] for one, two in zip(verb, bare, strict=True)) for k in (0, 1)]
    told = [statistics.median(each[k] for each in them) for them in (verb, bare) for k in (0, 1)]
    figures = "".join(f"{one:9.2f}" for one in (reading[0], *told, *times))
    print(f"{size:>9,}{figures}{len(sent):11,}", flush=True)


def insert_bare(session: Session, left: list[tuple[Table, list[dict[str, Any]]]]) -> None:
    """Insert rows with one executemany for each table."""
    for table, rows in left:
        session.connection().execute(insert(table), rows)


def held(database: Database, person: Person, size: int, loans: int) -> None:
    """Print the most memory that the import held beside the rows themselves."""
    rows = read(a_file(size, loans))
    with database.write() as session:
        tracemalloc.start()
        imported(session, person, rows)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        session.rollback()
    print(f"{size:>9,} rows: {most / 1024**2:8.1f} MB, {most / size:8.0f} bytes a row", flush=True)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    reader.add_argument("--loans", type=int, default=20_000)
    reader.add_argument("--runs", type=int, default=3)
    reader.add_argument("--url", help="an empty scratch database; a SQLite file otherwise")
    reader.add_argument("--memory", action="store_true")
    told = reader.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        url = told.url or f"sqlite:///{Path(folder) / 'bank.sqlite3'}"
        database, person = filled(url, told.loans)
        print(f"{'rows':>9}{'reading':>9}{'verbs: own, clock':>18}{'bare':>18}{'times':>18} statements")
        for size in told.sizes:
            compare(database, person, size, told.loans, told.runs)
        for size in told.sizes if told.memory else ():
            held(database, person, size, told.loans)
        database.close()


if __name__ == "__main__":
    main()
