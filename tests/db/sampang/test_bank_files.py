"""The bank's file comes in, is sorted, and what somebody accepts is booked once, whatever comes again."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from db.refusals import Wrong
from db.sampang.bank_files.accepting import accept_bank_rows
from db.sampang.bank_files.bank_file_lists import bank_files, booked_parts, rows_to_give_back, same_files
from db.sampang.bank_files.coverage import bank_data_until
from db.sampang.bank_files.mappings import BankMapping, mapping_of
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.refusals import BankRowDecided
from db.tables import AuditRow, JournalEntryRow, PostingRow
from domain.programme import NotAllowed
from domain.sampang.bank_file.bank_columns import BankColumn
from domain.sampang.bank_file.bank_days import DayOrder
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.fund.money_in import Payment, ReversalAsked
from tests.db.people import a_nonce
from tests.db.sampang.bank_files import DUPLICATE, LATER, MATCHED, PAID, POSTED, BankDesk, a_loan, a_row
from tests.db.sampang.kept_totals import look_at_kept_totals
from tests.db.sampang.lending import a_lending_office
from tests.db.statements import asked


@pytest.fixture
def desk(database_url):
    with a_lending_office(database_url) as lending:
        yield BankDesk(lending)


@pytest.fixture
def loan(desk):
    return a_loan(desk.lending)


def look_at_the_books(desk):
    with desk.lending.database.read() as session:
        look_at_kept_totals(session)
    assert sum(desk.lending.balances().values()) == 0


# ---- coming in ---------------------------------------------------------------------------------------
def test_a_file_that_came_in_waits_and_moves_no_money(desk, loan):
    before = desk.lending.balances()
    file = desk.take_in(a_row(2, loan, reference="T1"), a_row(3, "KPR-9", name="Rudi"))
    assert desk.stands(file) == [MATCHED, (RowKind.UNKNOWN, RowState.WAITING)]
    assert desk.lending.balances() == before
    found = desk.file(file)
    assert (found.by, found.rows, found.accepted_at) == (desk.bank.name, 2, None)
    assert (found.count(RowState.WAITING), found.amount(RowState.WAITING, RowKind.MATCHED)) == (2, 100_000)


def test_what_cannot_be_read_comes_in_with_its_reason_and_is_given_back(desk, loan):
    written = {"number": loan.number, "amount": "enam ratus"}
    bad = a_row(3, loan, None, None, problem="Jumlah setor: tidak terbaca.", written=written)
    file = desk.take_in(a_row(2, loan), bad, a_row(4, "KPR-9"), a_row(5, loan, -100_000))
    back = desk.lending.ask(rows_to_give_back, desk.officer, file)
    assert [(row.line, row.kind) for row in back] == [
        (3, RowKind.UNREADABLE), (4, RowKind.UNKNOWN), (5, RowKind.CORRECTION),
    ]  # fmt: skip
    assert (back[0].reason, back[0].written) == ("Jumlah setor: tidak terbaca.", written)


def test_the_bank_brings_a_file_and_an_officer_books_it(desk, loan):
    file = desk.take_in(a_row(2, loan))
    with pytest.raises(NotAllowed):
        desk.lending.run(accept_bank_rows, desk.bank, file, at=LATER)
    assert desk.accept(file).posted == 1
    found = desk.file(file)
    assert (found.accepted_by, found.accepted_at) == (desk.officer.name, LATER)


def test_a_file_cannot_tell_of_days_to_come_or_of_fewer_than_its_rows(desk, loan):
    with pytest.raises(Wrong, match="belum terjadi"):
        desk.take_in(a_row(2, loan), days=(date(2026, 12, 1), date(2026, 12, 5)))
    with pytest.raises(Wrong, match="setoran 13 November 2026"):
        desk.take_in(a_row(2, loan), days=(date(2026, 11, 1), date(2026, 11, 12)))
    assert desk.lending.ask(bank_files, desk.officer) == ((), 0)


def test_how_a_bank_writes_its_columns_is_remembered_for_its_next_file(desk, loan):
    mapping = BankMapping({"rek kredit": BankColumn.LOAN}, DayOrder.MONTH_FIRST)
    assert desk.lending.ask(mapping_of, desk.bank, "Bank Jatim") == BankMapping()
    desk.take_in(a_row(2, loan), mapping=mapping)
    assert desk.lending.ask(mapping_of, desk.bank, "Bank Jatim") == mapping
    assert desk.lending.ask(mapping_of, desk.bank, "Bank lain") == BankMapping()


# ---- accepting ---------------------------------------------------------------------------------------
def test_accepted_rows_are_booked_like_payments_of_an_officer(desk, loan):
    # Four months of interest alone, then 1,000,000 of principal with each 100,000: 1,500,000 is five
    # months of interest and the first principal.
    before = desk.lending.balances()
    first = a_row(2, loan, 400_000, date(2026, 11, 12), reference="T1")
    file = desk.take_in(first, a_row(3, loan, 1_100_000, reference="T2"))
    assert desk.accept(file).posted == 2
    after = desk.lending.balances()
    moved = {account: amount - before.get(account, 0) for account, amount in after.items()}
    assert (moved["fund_cash"], moved["loans"]) == (1_000_000, -1_000_000)
    assert (moved["interest_cash"], moved["due_to_revenue"]) == (500_000, -250_000)
    assert moved["due_to_agency"] + moved["due_to_bank"] == -250_000
    assert desk.payments() == [
        (loan.id, date(2026, 11, 12), 400_000, "T1"),
        (loan.id, PAID, 1_100_000, "T2"),
    ]
    assert desk.stands(file) == [POSTED, POSTED]
    look_at_the_books(desk)


def test_a_file_books_the_same_as_an_officer_who_types_its_rows(desk):
    typed, filed = a_loan(desk.lending), a_loan(desk.lending)
    days = [date(2026, 9, 2), date(2026, 4, 2), date(2026, 8, 2), date(2026, 11, 20)]
    amounts = [600_000, 400_000, 1_100_000, 2_345_678]
    for on, amount in zip(days, amounts, strict=True):
        received = Payment(amount=amount, on=on, reference=f"L{on}")
        desk.lending.run(record_payment, desk.officer, typed.id, received, at=LATER)
    rows = [
        a_row(line, filed, amount, on, reference=f"B{on}")
        for line, (on, amount) in enumerate(zip(days, amounts, strict=True), 2)
    ]
    desk.accept(desk.take_in(*rows, days=(date(2026, 4, 1), date(2026, 11, 30))))
    # The officer booked them as they lay on the desk, the file by their days: what each account holds of a
    # day is the same, whatever moved on the way.
    entry, part = JournalEntryRow, PostingRow
    of_day = select(entry.loan_id, entry.value_on, part.account, func.sum(part.amount)).join(
        part, part.entry_id == entry.id
    )
    cash = ("fund_cash", "loans", "interest_cash")
    with desk.lending.database.read() as session:
        found = session.execute(
            of_day.where(part.account.in_(cash)).group_by(entry.loan_id, entry.value_on, part.account)
        ).all()
    each = [
        {(on, account): int(amount) for loan_id, on, account, amount in found if loan_id == one.id and amount}
        for one in (typed, filed)
    ]
    assert each[0] == each[1]
    paid = [desk.lending.ask(loan_of, desk.lending.lead, one.application_id).laid for one in (typed, filed)]
    assert paid[0] == paid[1]
    look_at_the_books(desk)


def test_only_the_chosen_lines_are_booked_and_the_others_wait(desk, loan):
    file = desk.take_in(a_row(2, loan, reference="T1"), a_row(3, loan, reference="T2"))
    assert desk.accept(file, lines=[3]).posted == 1
    assert desk.stands(file) == [MATCHED, POSTED]
    assert desk.accept(file).posted == 1


def test_a_second_press_books_nothing_more(desk, loan):
    file, nonce = desk.take_in(a_row(2, loan)), a_nonce()
    assert desk.accept(file, nonce=nonce).posted == desk.accept(file, nonce=nonce).posted == 1
    assert desk.accept(file).posted == 0
    assert len(desk.payments()) == 1


# ---- again -------------------------------------------------------------------------------------------
def test_a_file_that_comes_twice_is_booked_once(desk, loan):
    other = a_loan(desk.lending)
    rows = [a_row(2, loan, reference="T1"), a_row(3, loan, reference="T2"), a_row(4, other)]
    desk.accept(desk.take_in(*rows))
    once = desk.lending.balances()
    again = desk.take_in(*rows)
    assert desk.stands(again) == [DUPLICATE] * 3
    assert desk.accept(again).posted == 0
    assert desk.lending.balances() == once
    assert len(desk.lending.ask(same_files, desk.bank, "0" * 64)) == 2


def test_two_files_that_wait_with_the_same_rows_are_booked_once(desk, loan):
    rows = [a_row(2, loan, reference="T1"), a_row(3, loan, 200_000)]
    first, second = desk.take_in(*rows), desk.take_in(*rows)
    assert desk.stands(second) == [MATCHED] * 2
    assert desk.accept(first).posted == 2
    done = desk.accept(second)
    assert (done.posted, done.changed) == (0, 2)
    assert desk.stands(second) == [DUPLICATE] * 2
    assert "nomor jurnal" in desk.rows(second)[2].reason


def test_an_overlapping_file_books_what_is_new_and_equal_payments_of_a_day_survive(desk, loan):
    desk.accept(desk.take_in(a_row(2, loan, reference="T1")))
    file = desk.take_in(a_row(2, loan, reference="T1"), a_row(3, loan, reference="T2"))
    assert desk.accept(file).posted == 1
    assert [told for *_, told in desk.payments()] == ["T1", "T2"]


def test_of_two_equal_rows_without_a_slip_the_second_is_booked_once_a_person_says_so(desk, loan):
    rows = [a_row(2, loan), a_row(3, loan)]
    file = desk.take_in(*rows)
    assert desk.kinds(file) == [RowKind.MATCHED, RowKind.POSSIBLE]
    desk.choose(file, 3, loan.number)
    assert desk.accept(file).posted == 2
    assert [told for *_, told in desk.payments()] == [
        f"tanpa nomor bukti, berkas bank {file} baris 2", f"tanpa nomor bukti, berkas bank {file} baris 3",
    ]  # fmt: skip
    assert desk.stands(desk.take_in(*rows)) == [DUPLICATE] * 2


def test_money_that_an_officer_booked_meanwhile_is_not_booked_again(desk, loan):
    file = desk.take_in(a_row(2, loan, reference="T-1"))
    typed = Payment(amount=100_000, on=PAID, reference="t 1")
    desk.lending.run(record_payment, desk.officer, loan.id, typed, at=LATER)
    assert desk.accept(file).posted == 0
    assert desk.stands(file) == [DUPLICATE]


def test_a_booking_that_was_taken_back_does_not_stand_in_the_way(desk, loan):
    desk.accept(desk.take_in(a_row(2, loan, reference="T1")))
    with desk.lending.database.read() as session:
        entry = session.scalars(select(JournalEntryRow.id).where(JournalEntryRow.kind == "payment")).one()
    asked = desk.lending.run(propose_reversal, desk.officer, entry, ReversalAsked(reason="salah"), at=LATER)
    with desk.lending.database.write() as session:
        approve_reversal(session, desk.lending.lead, asked, on=LATER.date(), at=LATER)
    assert desk.accept(desk.take_in(a_row(2, loan, reference="T1"))).posted == 1
    look_at_the_books(desk)


# ---- deciding ----------------------------------------------------------------------------------------
def test_a_possible_row_is_booked_on_the_loan_that_a_person_chose(desk, loan):
    file = desk.take_in(a_row(2, "", 1_000_000, name=loan.name))
    (row,) = desk.rows(file).values()
    assert (row.kind, [near.number for near in row.near]) == (RowKind.POSSIBLE, [loan.number])
    desk.choose(file, 2, f" {loan.number.lower().replace('-', '/')} ")
    assert desk.accept(file).posted == 1
    assert desk.payments()[0][:3] == (loan.id, PAID, 1_000_000)


def test_a_loan_that_cannot_take_the_money_is_not_chosen(desk, loan):
    file = desk.take_in(a_row(2, "KPR-9", 30_000_000), a_row(3, "KPR-9", on=date(2026, 3, 1)),
                        days=(date(2026, 3, 1), date(2026, 11, 30)))  # fmt: skip
    with pytest.raises(Wrong, match="Lebih besar dari sisa"):
        desk.choose(file, 2, loan.number)
    with pytest.raises(Wrong, match="baru cair 2 Maret 2026"):
        desk.choose(file, 3, loan.number)
    with pytest.raises(Wrong, match="tidak ada"):
        desk.choose(file, 2, "DB-1999-0001")


def test_a_slip_in_the_books_is_chosen_again_only_with_a_written_reason(desk, loan):
    desk.accept(desk.take_in(a_row(2, loan, reference="T1")))
    file = desk.take_in(a_row(2, loan, reference="T1"))
    with pytest.raises(Wrong, match="sudah dibukukan"):
        desk.choose(file, 2, loan.number)
    desk.choose(file, 2, loan.number, because="dua setoran, satu slip")
    assert desk.accept(file).posted == 1
    assert desk.rows(file)[2].because == "dua setoran, satu slip"


def test_a_row_that_is_put_aside_says_why_and_can_still_be_given_a_loan(desk, loan):
    file = desk.take_in(a_row(2, "KPR-9"), a_row(3, loan))
    assert desk.put_aside(file, 2) == 1
    row = desk.rows(file)[2]
    assert (row.state, row.because) == (RowState.ASIDE, "uang pajak")
    desk.choose(file, 2, loan.number)
    assert desk.stands(file) == [MATCHED, MATCHED]


def test_what_was_booked_is_neither_put_aside_nor_given_another_loan(desk, loan):
    file = desk.take_in(a_row(2, loan))
    desk.accept(file)
    with pytest.raises(BankRowDecided):
        desk.put_aside(file, 2)
    with pytest.raises(BankRowDecided):
        desk.choose(file, 2, a_loan(desk.lending).number)


def test_an_unread_row_and_a_correction_are_given_no_loan(desk, loan):
    bad = a_row(2, loan, None, None, problem="tidak terbaca")
    file = desk.take_in(bad, a_row(3, loan, -100_000))
    for line in (2, 3):
        with pytest.raises(BankRowDecided):
            desk.choose(file, line, loan.number)


# ---- what others ask ---------------------------------------------------------------------------------
def until(desk):
    with desk.lending.database.read() as session:
        return bank_data_until(session)


def test_the_data_reaches_as_far_as_what_somebody_accepted(desk, loan):
    assert until(desk) is None
    file = desk.take_in(a_row(2, loan))
    assert until(desk) is None
    desk.accept(file)
    assert until(desk) == date(2026, 11, 30)
    gap = desk.take_in(days=(date(2026, 12, 2), date(2026, 12, 4)))
    desk.accept(gap)
    assert until(desk) == date(2026, 11, 30)
    closed = desk.take_in(days=(date(2026, 12, 1), date(2026, 12, 1)))
    assert desk.accept(closed).posted == 0
    assert until(desk) == date(2026, 12, 4)


def test_the_interest_of_the_bank_is_held_against_ours(desk, loan):
    # The bank calls 100,000 of 300,000 interest; by the order of our books all of it is.
    file = desk.take_in(a_row(2, loan, 300_000, principal=200_000, interest=100_000), a_row(3, loan, 150_000))
    desk.accept(file)
    parts = desk.lending.ask(booked_parts, desk.officer, file)
    assert (parts.rows_with_parts, parts.interest_of_bank, parts.interest_booked) == (1, 100_000, 300_000)


def test_each_step_of_a_file_leaves_its_line_in_the_trail(desk, loan):
    file = desk.take_in(a_row(2, loan), a_row(3, "KPR-9"), a_row(4, "", name=loan.name))
    desk.put_aside(file, 3)
    desk.choose(file, 4, loan.number)
    desk.accept(file)
    with desk.lending.database.read() as session:
        lines = session.scalars(
            select(AuditRow).where(AuditRow.subject_kind == "bank_file").order_by(AuditRow.id)
        )
        found = [(line.action, line.person_name) for line in lines]
    officer = desk.officer.name
    assert found == [
        ("take_in_bank_file", desk.bank.name), ("put_bank_rows_aside", officer),
        ("choose_bank_loan", officer), ("accept_bank_rows", officer),
    ]  # fmt: skip


def test_money_dated_before_later_payments_is_laid_in_the_order_of_days(desk, loan):
    desk.accept(desk.take_in(a_row(2, loan, 1_500_000, PAID, reference="T2")))
    early = PAID - timedelta(days=30)
    days = (date(2026, 10, 1), date(2026, 11, 30))
    desk.accept(desk.take_in(a_row(2, loan, 400_000, early, reference="T1"), days=days))
    # Together 1,900,000: six months of interest and 1,300,000 of principal, as if they came in order.
    found = desk.lending.ask(loan_of, desk.lending.lead, loan.application_id)
    assert sum(one.interest for one in found.laid) == 600_000
    assert sum(one.principal for one in found.laid) == 1_300_000
    look_at_the_books(desk)


def test_many_rows_are_booked_by_as_many_statements_as_few(desk, loan):
    def sent(*slips):
        rows = [a_row(line, loan, 1_000, reference=slip) for line, slip in enumerate(slips, 2)]
        file = desk.take_in(*rows)
        with asked(desk.lending.database) as statements:
            assert desk.accept(file).posted == len(rows)
        return len(statements)

    few = sent("B1", "B2")
    assert sent(*(f"C{place}" for place in range(20))) == few
