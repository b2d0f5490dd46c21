"""The verbs of the bank's files with who may call them (VII.8); the office has one file, number 1."""

from datetime import date, timedelta

from sqlalchemy import select

from db.sampang.bank_files.accepting import accept_bank_rows
from db.sampang.bank_files.bank_file_lists import (
    bank_file,
    bank_files,
    bank_rows,
    booked_parts,
    rows_to_give_back,
    same_files,
)
from db.sampang.bank_files.coverage import bank_coverage
from db.sampang.bank_files.deciding import choose_bank_loan, put_rows_aside
from db.sampang.bank_files.mappings import BankMapping, mapping_of
from db.sampang.bank_files.taking_in import take_in_bank_file
from db.tables import ApplicationRow, LoanRow
from domain.sampang.bank_file.bank_kinds import RowState
from domain.sampang.bank_file.bank_records import FileTold, LoanChosen, PutAside
from domain.sampang.bank_file.bank_rows import BankRow
from tests.db.people import NOW, a_nonce

A_FILE = 1
OFFICER, BANK, READERS = {"officer"}, {"bank"}, {"officer", "team_member", "team_lead", "bank"}
COLLECTORS = {"officer", "team_lead", "bank"}
LATER = NOW + timedelta(days=90)
TOLD = FileTold(bank="Bank Jatim", name="x.csv", first=date(2026, 4, 1), last=date(2026, 4, 30))
ROWS = (
    BankRow(line=2, number="DB-2026-0001", on=date(2026, 4, 2), amount=100_000, reference="B1"),
    BankRow(line=3, number="KPR-9", on=date(2026, 4, 2), amount=100_000, reference="B2"),
)


def _press():
    return {"nonce": a_nonce(), "at": LATER}


def bring_a_file(s, who):
    return take_in_bank_file(s, who, TOLD, ROWS, BankMapping(), sha256="0" * 64, **_press())


def _choose(s, who):
    query = select(ApplicationRow.number).join(LoanRow, LoanRow.application_id == ApplicationRow.id)
    return choose_bank_loan(s, who, A_FILE, 3, LoanChosen(number=s.scalars(query).first()), **_press())


def _read_rows(s, who):
    return bank_rows(s, who, A_FILE, RowState.WAITING)


BANK_FILE_VERBS = {
    "take_in_bank_file": (bring_a_file, OFFICER | BANK),
    "mapping_of": (lambda s, who: mapping_of(s, who, "Bank Jatim"), OFFICER | BANK),
    "same_files": (lambda s, who: same_files(s, who, "0" * 64), OFFICER | BANK),
    "bank_files": (bank_files, COLLECTORS),
    "bank_file": (lambda s, who: bank_file(s, who, A_FILE), COLLECTORS),
    "bank_rows": (_read_rows, READERS),
    "rows_to_give_back": (lambda s, who: rows_to_give_back(s, who, A_FILE), READERS),
    "booked_parts": (lambda s, who: booked_parts(s, who, A_FILE), READERS),
    "bank_coverage": (bank_coverage, READERS),
    "accept_bank_rows": (lambda s, who: accept_bank_rows(s, who, A_FILE, **_press()), OFFICER),
    "choose_bank_loan": (_choose, OFFICER),
    "put_rows_aside": (
        lambda s, who: put_rows_aside(s, who, A_FILE, [3], PutAside(reason="x"), **_press()),
        OFFICER,
    ),
}
