"""Taking older loans over takes two people, books all or nothing, and takes no loan twice."""

from dataclasses import replace
from datetime import date

import pytest

from db.audit import history
from db.refusals import AlreadyClosed, Wrong
from db.sampang.loans.loans import loan
from db.sampang.loans.payments import record_payment
from db.sampang.loans.settlement_quotes import settlement_asked
from db.sampang.origination.collateral_register import register_lines
from db.sampang.origination.loan_files import stored_file
from db.sampang.refusals import Hindered, OutsideLoan
from db.sampang.servicing.outlooks import collection
from db.sampang.takeover.proposing import AlreadyTakenOver, return_takeover, withdraw_takeover
from db.sampang.takeover.takeovers import loans_of_takeover, takeovers
from db.sampang.trail import SampangSubject
from db.tables import JournalEntryRow, LoanRow
from db.trail import Subject
from domain.closings import ClosingReason
from domain.problems import Problem
from domain.sampang.fund.money_in import Payment
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.collecting import Collector, Letter, LetterKind
from domain.sampang.servicing.settling import SettlementAsked
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.taking_over import (
    AHEAD,
    BEHIND,
    CUT_OFF,
    HANDED_OVER,
    LATER,
    LETTERS,
    OLDEST,
    ON_TIME,
    PLEDGE,
    a_takeover,
    an_old_loan,
    approve,
    propose,
    take_over,
)
from tests.db.sampang.test_taking_over import loan_named
from tests.db.sampang.treasury import close_until
from tests.db.statements import asked

WHY = ClosingReason(reason="Saldo belum ditandatangani.")
IN_MARCH = date(2026, 3, 5)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


def taken(lending, *terms, **more):
    """A loan that was taken over: its number and that of its file."""
    told = an_old_loan(*terms, **more)
    take_over(lending, told)
    return loan_named(lending, told.number)


def refused(lending, takeover, at=LATER):
    """The sentences with which a proposal is refused; nothing is stored."""
    before = lending.office.everything()
    with pytest.raises(Wrong) as caught:
        propose(lending, takeover, at=at)
    assert lending.office.everything() == before
    return " ".join(caught.value.reasons)


def pay(lending, loan_id, amount, on):
    given = Payment(amount=amount, on=on, reference=f"STS {loan_id} {on}")
    return lending.run(record_payment, lending.officer, loan_id, given, at=LATER)


def test_a_proposal_stays_with_its_sums_and_is_approved_once(lending):
    told = an_old_loan(ON_TIME), an_old_loan(BEHIND)
    number = propose(lending, a_takeover(*told, principal=29_000_000, loans=2, interest_due=1_200_000))
    found = lending.ask(takeovers, lending.lead)[0]
    assert (found.id, found.waits, found.cut_off) == (number, True, CUT_OFF)
    assert (found.sums.loans, found.sums.principal, found.sums.interest_due) == (2, 29_000_000, 1_200_000)
    # Twelve months of interest are left of the one, seventeen of the other.
    assert found.sums.interest_left == (12 + 17) * 240_000
    assert approve(lending, number) == 2
    assert not lending.ask(takeovers, lending.officer)[0].waits
    with pytest.raises(AlreadyTakenOver, match="2 pinjaman sudah diambil alih per 28 Februari 2026"):
        approve(lending, number)


def test_a_second_press_proposes_nothing_twice(lending):
    told = a_takeover(an_old_loan(), principal=12_000_000)
    keys = {"nonce": "sekali-saja"}
    assert propose(lending, told, **keys) == propose(lending, told, **keys)


def test_a_difference_to_the_trial_balance_is_explained_in_words(lending):
    told = a_takeover(an_old_loan(), principal=12_000_001)
    with pytest.raises(Hindered, match="berbeda dari neraca saldo"):
        propose(lending, told)
    assert propose(lending, replace(told, reason="Satu rupiah pembulatan tahun 2019."))


def test_what_is_returned_or_taken_back_frees_its_numbers(lending):
    told = a_takeover(an_old_loan(), principal=12_000_000)
    for close, who in ((return_takeover, lending.lead), (withdraw_takeover, lending.officer)):
        number = propose(lending, told)
        with lending.database.write() as session:
            close(session, who, number, WHY, at=LATER)
        with pytest.raises(AlreadyClosed):
            approve(lending, number)
    assert approve(lending, propose(lending, told)) == 1


def test_the_same_loan_is_never_taken_over_twice_however_its_number_is_written(lending):
    taken(lending, number="518/77 A/2014")
    told = refused(lending, a_takeover(an_old_loan(number="518.77a.2014"), reason="x"))
    assert "Nomor pinjaman 518.77a.2014 sudah ada: berkas 518/77 A/2014" in told


def test_a_number_has_a_letter_or_a_digit_by_which_it_is_found(lending):
    told = refused(lending, a_takeover(an_old_loan(number="-/-"), reason="x"))
    assert "Nomor pinjaman “-/-” tidak memuat huruf atau angka" in told


def test_a_loan_waits_in_one_proposal_alone(lending):
    waiting = a_takeover(an_old_loan(number="K-9"), reason="x")
    propose(lending, waiting)
    assert "yang masih menunggu" in refused(lending, a_takeover(an_old_loan(number="k 9"), reason="x"))


def test_one_proposal_has_each_number_once_and_none_of_our_own_series(lending):
    twice = [an_old_loan(number=number) for number in ("X-1", "x1", "DB-2026-0700")]
    told = refused(lending, a_takeover(*twice, reason="x"))
    assert "Nomor pinjaman x1 ada dua kali di sini, juga pada pinjaman ke-1" in told
    assert "DB-2026-0700 berbentuk nomor berkas aplikasi ini" in told


@pytest.mark.parametrize(
    ("cut_off", "told"),
    [
        (date(2026, 8, 21), "masih di masa depan"),
        (date(2025, 12, 31), "Saldo awal dana per 2 Januari 2026"),
    ],
)
def test_the_cut_off_day_lies_in_the_time_of_the_fund(lending, cut_off, told):
    assert told in refused(lending, a_takeover(an_old_loan(), cut_off=cut_off, reason="x"))


def test_every_problem_of_every_loan_is_told(lending):
    terms, paid = ON_TIME
    wrong = (
        an_old_loan((terms, replace(paid, principal=24_000_001))),
        an_old_loan((terms, replace(paid, principal=24_000_000))),
        an_old_loan((terms, replace(paid, interest=5_760_001))),
        an_old_loan((replace(terms, grace=24, rate=None, disbursed_on=date(2026, 3, 1)), paid)),
    )
    told = refused(lending, a_takeover(*wrong, reason="x"))
    for sentence in (
        "Pinjaman ke-1: Pokok yang dibayar Rp24.000.001 lebih besar",
        "Pinjaman ke-2: Pokoknya sudah dibayar semua",
        "Pinjaman ke-3: Jasa yang dibayar Rp5.760.001 lebih besar daripada seluruh jasa",
        "Pinjaman ke-4: Masa tenggang harus lebih pendek",
        "Pinjaman ke-4: Jasa setahun belum diisi",
        "Pinjaman ke-4: Pinjaman ini cair sesudah tanggal saldo",
    ):
        assert sentence in told


def test_money_up_to_the_cut_off_day_is_refused_and_counts_from_the_day_after(lending):
    number, _ = taken(lending)
    with pytest.raises(OutsideLoan, match="sesudah 28 Februari 2026"):
        pay(lending, number, 100_000, CUT_OFF)
    pay(lending, number, 1_240_000, date(2026, 3, 1))
    assert lending.ask(loan, lending.officer, number).owed == 11_000_000


def test_money_goes_on_where_pokok_and_jasa_stood_apart(lending):
    """Of Rp500.000 Rp480.000 are the interest that two rows lack; Rp20.000 are interest of the next."""
    number, _ = taken(lending, AHEAD)
    pay(lending, number, 500_000, IN_MARCH)
    found = lending.ask(loan, lending.officer, number)
    assert found.owed == 9_500_000
    assert [one.interest for one in found.laid[9:13]] == [0, 240_000, 240_000, 20_000]


def test_letters_that_went_out_count_for_the_next_step(lending):
    number, _ = taken(lending, BEHIND, letters=LETTERS)
    found = lending.ask(collection, lending.officer, number, date(2026, 8, 20))
    assert found.done.letters == tuple(Letter(one.kind, one.number, one.on) for one in LETTERS)
    assert [one.kind for one in found.done.letters] == [LetterKind.WARNING_1, LetterKind.WARNING_2]
    assert all("pengambilalihan" in line.told and line.paper_id is None for line in found.lines)


def test_a_claim_that_was_handed_over_is_still_with_the_collector(lending):
    number, _ = taken(lending, OLDEST, handovers=(HANDED_OVER,))
    found = lending.ask(collection, lending.officer, number, date(2026, 8, 20))
    assert (found.done.handed_over.to, found.done.handed_over.number) == (Collector.ATTORNEY, "SKK-7/2010")


def test_what_the_bank_keeps_stands_in_the_collateral_register(lending):
    _, file = taken(lending, pledged=(PLEDGE,))
    (custody,) = lending.ask(stored_file, lending.officer, file).file.custody
    assert (custody.thing, custody.is_kept) == (PLEDGE.thing, True)
    (line,) = lending.ask(register_lines, lending.officer, file)
    assert "Tanggalnya tidak diketahui" in line.entry.note


def test_early_settlement_counts_interest_that_was_paid_before_the_cut_off_day(lending):
    """Thirteen months of interest were paid, twelve were due: the thirteenth counts to the surcharge (O-03).

    In its second year two months of Rp240.000 are added (VIII.5.e).
    """
    terms, paid = ON_TIME
    number, _ = taken(lending, (terms, replace(paid, interest=3_120_000)))
    found = lending.ask(settlement_asked, lending.officer, number, SettlementAsked(on=IN_MARCH)).settled
    assert (found.principal, found.interest_due) == (12_000_000, 0)
    assert (found.month_interest, found.surcharge, found.credit) == (240_000, 480_000, 240_000)


def test_an_older_loan_is_settled_by_a_ruling_alone(lending):
    terms, paid = ON_TIME
    older = replace(terms, disbursed_on=date(2014, 9, 3), tenor=120, principal=120_000_000)
    number, _ = taken(lending, (older, replace(paid, principal=100_000_000, interest=0)))
    # Its last instalment was due in 2024, so nothing comes any more and nothing is added.
    found = lending.ask(settlement_asked, lending.officer, number, SettlementAsked(on=IN_MARCH))
    assert found.settled.surcharge == 0
    longer = replace(older, first_due_on=date(2016, 9, 3))
    number, _ = taken(lending, (longer, replace(paid, principal=100_000_000, interest=0)))
    found = lending.ask(settlement_asked, lending.officer, number, SettlementAsked(on=IN_MARCH))
    assert isinstance(found, Problem)
    assert "O-17" in found.sentence


def test_numbers_of_people_are_masked_where_a_proposal_is_read(lending):
    told = an_old_loan()
    told = replace(told, applicant=replace(told.applicant, nik="3527034506850001"))
    number = propose(lending, a_takeover(told, principal=12_000_000))
    (found,) = lending.ask(loans_of_takeover, lending.lead, number)
    assert "*" in found.applicant.nik


def test_each_loan_has_its_line_in_the_trail(lending):
    number, _ = taken(lending)
    lines = lending.ask(history, lending.office.admin, SAMPANG, Subject(SampangSubject.LOAN, number))
    assert [line.after["taken_over"] for line in lines] == ["2026-02-28"]


def test_three_hundred_loans_are_taken_over_by_three_statements_each_and_some(lending):
    many = [an_old_loan(BEHIND, letters=LETTERS, pledged=(PLEDGE,)) for _ in range(300)]
    number = propose(lending, a_takeover(*many, principal=300 * 17_000_000))
    with asked(lending.database) as statements:
        assert approve(lending, number) == 300
    assert len(statements) < 3 * 300 + 50
    assert lending.office.count(LoanRow) >= 300


def test_nothing_is_taken_over_into_a_closed_month(lending):
    number = propose(lending, a_takeover(an_old_loan(), principal=12_000_000))
    close_until(lending, 2)
    before = lending.office.count(JournalEntryRow)
    with pytest.raises(Wrong, match="Februari 2026 sudah ditutup"):
        approve(lending, number)
    assert lending.office.count(JournalEntryRow) == before
