"""A loan settled early: quoted, taken up by exactly that money, closed, and taken back by two people."""

from datetime import date

import pytest
from sqlalchemy import select

from db.refusals import SelfApproval, Wrong
from db.sampang.fund.totals_anew import kept, made_anew
from db.sampang.lending_figures import lending_from_journal, lending_on
from db.sampang.loans.collateral_to_return import collateral_to_return
from db.sampang.loans.loans import journal, loan_of
from db.sampang.loans.quote_lists import expiring_quotes, quotes_of
from db.sampang.loans.reversal_lists import waiting_reversals
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.loans.settlements import settle_loan
from db.sampang.origination.collateral_register import record_custody
from db.sampang.origination.issued_papers import issued_papers, paper_bytes
from db.sampang.origination.swaps import due_by
from db.sampang.refusals import Hindered, NotReversible
from db.sampang.settlement_refusals import (
    LoanEnded,
    MoneyBeforeTakingBack,
    OtherThanQuoted,
    OutsideQuote,
    QuoteOutOfDate,
    SettledFirst,
)
from db.tables import AuditRow
from domain.again import same_sign
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.money_in import ReversalAsked
from domain.sampang.fund.repayment import NOTHING_OWED
from domain.sampang.origination.custody import CustodyEvent, CustodyLine
from domain.sampang.servicing.settling import QuoteState, SettlementReceived
from tests.db.people import a_nonce
from tests.db.sampang.lending import a_lending_office, custody_entry
from tests.db.sampang.settling import (
    FALLEN,
    FIRST_DUE,
    LATER,
    PDF,
    TAKEN_ON,
    TOTAL,
    UNTIL,
    a_running_loan,
    pay,
    quote,
    quote_row,
    settle,
    take_back,
)

DAYS = (date(2026, 4, 19), TAKEN_ON, date(2026, 4, 30), date(2026, 6, 15), date(2028, 6, 1))


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def loan(lending):
    return a_running_loan(lending)


@pytest.fixture(autouse=True)
def everything_agrees(lending):
    """After each test the kept totals are what the journal comes to, and the books balance."""
    yield
    with lending.database.read() as session:
        found, anew = kept(session), made_anew(session)
        assert found == anew
        for day in DAYS:
            assert lending_on(session, day) == lending_from_journal(session, day), day
    assert sum(lending.balances().values()) == 0
    position = lending.position()
    assert position.capital == position.cash + position.lent


def changes(lending, before):
    after = lending.balances()
    moved = {name: after.get(name, 0) - before.get(name, 0) for name in after.keys() | before.keys()}
    return {name: amount for name, amount in moved.items() if amount}


def seen(lending, loan):
    return lending.ask(loan_of, lending.lead, loan.application_id)


def bookings(lending, loan):
    page = lending.ask(journal, lending.lead, page_size=200)
    return [line for line in page.lines if loan.number in line.memo]


def test_a_quote_is_kept_with_its_amounts_and_its_paper_as_it_went_out(lending, loan):
    told = []
    number = quote(lending, loan, printed=lambda found: told.append(found) or PDF)
    row = quote_row(lending, number)
    assert (row["principal"], row["interest_due"], row["surcharge"], row["credit"]) == (
        20_000_000,
        0,
        300_000,
        0,
    )
    assert (row["total"], row["released"], row["until"]) == (TOTAL, FALLEN, UNTIL)
    assert told[0].settled.total == TOTAL
    (paper,) = lending.ask(issued_papers, lending.officer, application_id=loan.application_id)
    assert (paper.id, lending.ask(paper_bytes, lending.officer, paper.id)) == (row["paper_id"], PDF)


def test_a_day_on_which_nothing_can_be_quoted_is_told_and_nothing_is_kept(lending, loan):
    before = lending.office.everything()
    with pytest.raises(Wrong, match="hari uang terakhir masuk"):
        quote(lending, loan, on=date(2026, 4, 1))
    assert lending.office.everything() == before


def test_principal_interest_and_surcharge_are_booked_apart_and_nothing_is_left(lending, loan):
    before = lending.balances()
    settle(lending, quote(lending, loan))
    # 300,000 of surcharge by 3/6, 2/6 and 1/6 (VIII.4, O-07); the principal revolves.
    assert changes(lending, before) == {
        "fund_cash": 20_000_000,
        "loans": -20_000_000,
        "interest_cash": 300_000,
        "due_to_revenue": -150_000,
        "due_to_agency": -100_000,
        "due_to_bank": -50_000,
    }
    assert sorted(line.kind for line in bookings(lending, loan)) == sorted(
        [EntryKind.DISBURSEMENT, EntryKind.PAYMENT, EntryKind.SETTLEMENT, EntryKind.SURCHARGE]
    )


def test_a_settled_loan_knows_its_end_and_owes_nothing_any_more(lending, loan):
    settle(lending, quote(lending, loan))
    found = seen(lending, loan)
    assert (found.is_settled, found.ended_on, found.owed) == (True, TAKEN_ON, 0)
    assert sum(one.released for one in found.laid) == FALLEN
    with lending.database.read() as session:
        assert due_by(session, loan.application_id, date(2027, 1, 1)) == NOTHING_OWED


def test_interest_that_is_due_is_booked_with_the_principal(lending, loan):
    # On 5 May the second jasa is due: 20,000,000 + 100,000 + 300,000.
    before = lending.balances()
    settle(lending, quote(lending, loan, on=date(2026, 5, 5)), 20_400_000, date(2026, 5, 5))
    moved = changes(lending, before)
    assert (moved["fund_cash"], moved["interest_cash"]) == (20_000_000, 400_000)


def test_where_all_the_surcharge_was_paid_ahead_none_is_booked(lending, loan):
    pay(lending, loan, 400_000)  # four coming months
    before = lending.balances()
    settle(lending, quote(lending, loan), 20_000_000)
    assert changes(lending, before) == {"fund_cash": 20_000_000, "loans": -20_000_000}
    assert EntryKind.SURCHARGE not in {line.kind for line in bookings(lending, loan)}


def test_a_press_twice_settles_once(lending, loan):
    number, nonce = quote(lending, loan), a_nonce()
    first = settle(lending, number, reference="STS A", nonce=nonce)
    before = lending.office.everything()
    assert settle(lending, number, reference="STS A", nonce=nonce) == first
    assert lending.office.everything() == before


@pytest.mark.parametrize(
    ("amount", "on", "refusal", "said"),
    [
        (TOTAL - 1, TAKEN_ON, OtherThanQuoted, "kurang Rp1:"),
        (TOTAL + 5, TAKEN_ON, OtherThanQuoted, "lebih Rp5:"),
        (TOTAL, date(2026, 5, 2), OutsideQuote, "sampai 1 Mei 2026"),
        (TOTAL, date(2026, 4, 1), OutsideQuote, "2 April 2026 sampai"),
    ],
)
def test_other_money_than_quoted_is_refused_in_words_and_changes_nothing(
    lending, loan, amount, on, refusal, said
):
    number = quote(lending, loan)
    before = lending.office.everything()
    with pytest.raises(refusal) as refused:
        settle(lending, number, amount, on)
    assert said in refused.value.sentence
    assert lending.office.everything() == before


def test_money_of_tomorrow_settles_nothing(lending, loan):
    number = quote(lending, loan)
    with pytest.raises(OutsideQuote):
        settle(lending, number, on=date(2026, 4, 21), at=LATER.replace(year=2026, month=4, day=20))


def test_any_booking_after_a_quote_ends_it(lending, loan):
    number = quote(lending, loan)
    pay(lending, loan, 1, on=date(2026, 4, 3))
    with pytest.raises(QuoteOutOfDate):
        settle(lending, number)


def test_a_settled_loan_takes_no_more_money_of_whatever_day(lending, loan):
    first, second = quote(lending, loan), quote(lending, loan)
    settle(lending, first)
    for press in (lambda: pay(lending, loan, 1, on=FIRST_DUE), lambda: settle(lending, second)):
        with pytest.raises(LoanEnded, match="lunas sejak 20 April 2026"):
            press()


def test_a_slip_that_settled_a_loan_is_known_when_it_comes_again(lending, loan):
    settle(lending, quote(lending, loan), reference="STS 77/A")
    other = a_running_loan(lending)
    with pytest.raises(Exception, match="Pelunasan untuk pinjaman") as refused:
        settle(lending, quote(lending, other), reference="sts 77 a")
    assert same_sign("STS 77/A", "sts 77 a")
    assert loan.number in str(refused.value)


def test_a_payment_before_it_cannot_be_taken_back_while_the_settlement_stands(lending, loan):
    paid = next(line.id for line in bookings(lending, loan) if line.kind is EntryKind.PAYMENT)
    entry = settle(lending, quote(lending, loan))
    before = lending.office.everything()
    with pytest.raises(SettledFirst, match=f"jurnal nomor {entry}"):
        take_back(lending, paid)
    assert lending.office.everything() == before
    take_back(lending, entry)
    take_back(lending, paid)
    assert seen(lending, loan).owed == 20_000_000


def test_a_request_from_before_the_settlement_is_not_approved_either(lending, loan):
    paid = next(line.id for line in bookings(lending, loan) if line.kind is EntryKind.PAYMENT)
    asked = lending.run(propose_reversal, lending.officer, paid, ReversalAsked(reason="keliru"))
    settle(lending, quote(lending, loan))
    with pytest.raises(SettledFirst), lending.database.write() as session:
        approve_reversal(session, lending.lead, asked, on=LATER.date(), at=LATER)


def test_a_settlement_is_taken_back_by_two_people_and_the_loan_runs_as_before(lending, loan):
    before, laid = lending.balances(), seen(lending, loan).laid
    entry = settle(lending, quote(lending, loan))
    asked = lending.run(propose_reversal, lending.officer_and_lead, entry, ReversalAsked(reason="cek kosong"))
    (waiting,) = [one for one in lending.ask(waiting_reversals, lending.lead) if one.id == asked]
    assert waiting.amount == TOTAL
    for who, refusal in ((lending.officer_and_lead, SelfApproval), (lending.lead, None)):
        with lending.database.write() as session:
            if refusal:
                with pytest.raises(refusal):
                    approve_reversal(session, who, asked, on=LATER.date(), at=LATER)
            else:
                approve_reversal(session, who, asked, on=LATER.date(), at=LATER)
    found = seen(lending, loan)
    assert (changes(lending, before), found.laid, found.ended_on) == ({}, laid, None)


def test_what_takes_a_settlement_back_and_a_surcharge_alone_cannot_be_taken_back(lending, loan):
    back = take_back(lending, settle(lending, quote(lending, loan)))
    alone = [line.id for line in bookings(lending, loan) if line.kind is EntryKind.SURCHARGE]
    for entry in (back, *alone):
        with pytest.raises(NotReversible):
            lending.run(propose_reversal, lending.officer, entry, ReversalAsked(reason="x"))


def test_after_it_was_taken_back_a_loan_takes_money_from_that_day_on_and_can_be_settled_again(lending, loan):
    back_on = date(2026, 6, 10)
    take_back(lending, settle(lending, quote(lending, loan)), on=back_on)
    with pytest.raises(MoneyBeforeTakingBack, match="10 Juni 2026"):
        pay(lending, loan, 100_000, on=date(2026, 6, 9))
    # The second and third jasa are due by then; nothing but jasa is paid by this.
    pay(lending, loan, 200_000, on=back_on)
    found = seen(lending, loan)
    assert ([one.interest for one in found.laid[:4]], found.owed) == ([100_000] * 3 + [0], 20_000_000)
    settle(lending, quote(lending, loan, on=date(2026, 6, 20)), on=date(2026, 6, 20))
    assert seen(lending, loan).ended_on == date(2026, 6, 20)


def test_the_days_between_stay_as_they_were_told(lending, loan):
    """A taking back counts from its own day (O-14)."""
    with lending.database.read() as session:
        before = {day: lending_from_journal(session, day) for day in (date(2026, 5, 20), date(2026, 6, 15))}
    take_back(lending, settle(lending, quote(lending, loan)), on=date(2026, 6, 10))
    with lending.database.read() as session:
        after = {day: lending_from_journal(session, day) for day in before}
    code = next(iter(after[date(2026, 5, 20)]))
    settled = after[date(2026, 5, 20)][code] - before[date(2026, 5, 20)][code]
    assert (settled.settled, settled.running, settled.owed) == (1, -1, -20_000_000)
    assert after[date(2026, 6, 15)] == before[date(2026, 6, 15)]


def test_who_settled_what_with_which_slip_stands_in_the_trail(lending, loan):
    number = quote(lending, loan)
    entry = settle(lending, number, reference="BKU 9")
    with lending.database.read() as session:
        lines = session.scalars(
            select(AuditRow).where(AuditRow.action.in_(("quote_settlement", "settle_loan")))
        )
        quoted, settled = sorted(lines, key=lambda line: line.id)[-2:]
    assert (quoted.after["total"], quoted.person_id) == (TOTAL, lending.officer.id)
    assert settled.after.items() >= {"entry": entry, "quote": number, "reference": "BKU 9"}.items()


def test_a_blank_slip_number_is_told_as_a_field(lending, loan):
    number = quote(lending, loan)
    received = SettlementReceived(amount=TOTAL, on=TAKEN_ON, reference=" ")
    with pytest.raises(Wrong, match="Nomor bukti setor belum diisi"):
        lending.run(settle_loan, lending.officer, number, received, at=LATER)


def states(lending, loan, day=TAKEN_ON):
    return [one.state for one in lending.ask(quotes_of, lending.bank, loan.id, day)]


def test_a_list_tells_what_became_of_each_quote(lending, loan):
    first = quote(lending, loan)
    assert states(lending, loan, UNTIL) == [QuoteState.HOLDS]
    assert states(lending, loan, date(2026, 5, 2)) == [QuoteState.EXPIRED]
    assert states(lending, loan, date(2026, 4, 1)) == [QuoteState.COMING]
    quote(lending, loan)
    entry = settle(lending, first)
    assert states(lending, loan) == [QuoteState.OUT_OF_DATE, QuoteState.SETTLED]
    take_back(lending, entry)
    assert states(lending, loan) == [QuoteState.OUT_OF_DATE, QuoteState.TAKEN_BACK]


@pytest.mark.parametrize(
    ("day", "listed"), [(date(2026, 4, 23), 0), (date(2026, 4, 24), 1), (UNTIL, 1), (date(2026, 5, 2), 0)]
)
def test_a_quote_that_ends_within_a_week_is_listed_until_its_last_day(lending, loan, day, listed):
    quote(lending, loan)
    found = lending.ask(expiring_quotes, lending.officer, day)
    assert len([one for one in found if one.application_id == loan.application_id]) == listed


def test_a_quote_that_holds_no_more_is_not_listed(lending, loan):
    quote(lending, loan)
    pay(lending, loan, 1)
    found = lending.ask(expiring_quotes, lending.officer, UNTIL)
    assert loan.application_id not in {one.application_id for one in found}


def test_what_the_bank_still_keeps_of_a_paid_loan_waits_until_it_went_back(lending, loan):
    def waiting():
        found = lending.ask(collateral_to_return, lending.bank)
        return [(one.ended_on, one.things) for one in found if one.application_id == loan.application_id]

    assert waiting() == []
    settle(lending, quote(lending, loan))
    assert waiting() == [(TAKEN_ON, 1)]
    gone = CustodyLine(entry=custody_entry(CustodyEvent.RELEASED, on=date(2026, 4, 21)))
    lending.run(record_custody, lending.bank, loan.application_id, gone, at=LATER)
    assert waiting() == []


def test_nothing_goes_back_while_the_loan_runs(lending, loan):
    gone = CustodyLine(entry=custody_entry(CustodyEvent.RELEASED, on=date(2026, 4, 21)))
    with pytest.raises(Hindered, match="belum lunas"):
        lending.run(record_custody, lending.bank, loan.application_id, gone, at=LATER)
