"""One deposit is one booking: the same slip is asked about, whichever loan it is booked on."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from sqlalchemy import select

from db.again import reasons_of
from db.refusals import SameAgain, Wrong
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.tables import AuditRow, JournalEntryRow
from domain.again import LONGEST_REASON
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from tests.db.sampang.lending import a_lending_office

LATER = datetime(2026, 4, 3, 2, 5, tzinfo=UTC)  # 9.05 in Sampang
IN_APRIL = date(2026, 4, 2)
SLIP = "STS 7/2026"


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as lending:
        yield lending


@pytest.fixture
def loan(lending):
    return a_loan(lending)


def a_loan(lending):
    return lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))


def pay(lending, loan, amount=100_000, on=IN_APRIL, reference=SLIP, **more):
    received = Payment(amount=amount, on=on, reference=reference)
    return lending.run(record_payment, lending.officer, loan.id, received, **{"at": LATER} | more)


def booked(lending, loan):
    with lending.database.read() as session:
        query = select(JournalEntryRow.id).where(JournalEntryRow.loan_id == loan.id)
        return list(session.scalars(query.where(JournalEntryRow.kind == "payment")))


def test_the_same_slip_is_not_booked_twice_and_the_refusal_names_the_first_booking(lending, loan):
    first = pay(lending, loan)
    before = lending.office.everything()
    with pytest.raises(SameAgain) as refused:
        pay(lending, loan)
    assert lending.office.everything() == before
    assert refused.value.reasons == (
        f"Angsuran Rp100.000 untuk pinjaman {loan.number}, masuk 2 April 2026, bukti setor STS 7/2026, sudah "
        f"dibukukan dengan nomor jurnal {first}; dicatat {lending.officer.name}, 3 April 2026 09.05.",
    )


def test_the_slip_of_one_loan_is_not_booked_on_another(lending, loan):
    pay(lending, loan)
    other = a_loan(lending)
    with pytest.raises(SameAgain, match=f"untuk pinjaman {loan.number}"):
        pay(lending, other)
    assert booked(lending, other) == []


@pytest.mark.parametrize("typed", ["sts 7/2026", " STS  7-2026", "STS.7.2026"])
def test_a_slip_is_the_same_however_its_number_is_typed(lending, loan, typed):
    pay(lending, loan)
    with pytest.raises(SameAgain):
        pay(lending, loan, reference=typed)


@pytest.mark.parametrize(
    "other", [{"amount": 100_001}, {"on": date(2026, 4, 3)}, {"reference": "STS 8/2026"}], ids=str
)
def test_another_amount_day_or_slip_is_another_deposit(lending, loan, other):
    pay(lending, loan)
    pay(lending, loan, **other)
    assert len(booked(lending, loan)) == 2


def test_a_slip_without_a_number_is_like_another_of_its_own_loan_only(lending, loan):
    pay(lending, loan, reference="-")
    pay(lending, a_loan(lending), reference="-")
    with pytest.raises(SameAgain):
        pay(lending, loan, reference="-")


def test_with_a_written_reason_it_is_booked_and_the_reason_is_kept_with_it_and_in_the_trail(lending, loan):
    first = pay(lending, loan)
    second = pay(lending, loan, again_because=" dua setoran, satu lembar bukti ")
    assert booked(lending, loan) == [first, second]
    with lending.database.read() as session:
        kept = reasons_of(session, JournalEntryRow, [first, second])
        line = session.scalars(select(AuditRow).order_by(AuditRow.id.desc()).limit(1)).one()
    assert kept == {second: "dua setoran, satu lembar bukti"}
    assert (line.programme, line.action) == (SAMPANG.key, "record_payment")
    assert line.after["again.because"] == "dua setoran, satu lembar bukti"
    assert f"nomor jurnal {first};" in line.after["again.resembles.0"]


def test_a_reason_without_anything_that_it_resembles_is_not_kept(lending, loan):
    only = pay(lending, loan, again_because="siapa tahu")
    with lending.database.read() as session:
        assert reasons_of(session, JournalEntryRow, [only]) == {}


def test_a_reason_of_blanks_is_none_and_one_too_long_is_refused(lending, loan):
    pay(lending, loan)
    with pytest.raises(SameAgain):
        pay(lending, loan, again_because="  ")
    with pytest.raises(Wrong, match="Mengapa dicatat lagi"):
        pay(lending, loan, again_because="x" * (LONGEST_REASON + 1))


def test_a_booking_that_was_taken_back_is_booked_anew_without_a_question(lending, loan):
    first = pay(lending, loan)
    asked = lending.run(propose_reversal, lending.officer, first, ReversalAsked(reason="salah"), at=LATER)
    with lending.database.write() as session:
        approve_reversal(session, lending.lead, asked, on=LATER.date(), at=LATER)
    assert pay(lending, loan) > first


def test_of_two_tabs_that_book_one_slip_at_one_moment_one_does_and_the_other_is_asked(lending, loan):
    together, other = Barrier(2), a_loan(lending)

    def press(on):
        together.wait()
        try:
            return bool(pay(lending, on))
        except SameAgain:
            return False

    with ThreadPoolExecutor(2) as threads:
        assert Counter(threads.map(press, (loan, other))) == {True: 1, False: 1}
    assert len(booked(lending, loan) + booked(lending, other)) == 1
