"""Letters, reports, joint collections and hand-overs of a loan that nobody pays, by the days of IX."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.audit import history
from db.refusals import SameAgain
from db.sampang.loans.payments import record_payment
from db.sampang.origination.issued_papers import issued_papers, paper_bytes
from db.sampang.refusals import Hindered
from db.sampang.servicing.noting import take_back_claim
from db.sampang.servicing.outlooks import collection, loans_behind
from domain.programme import NotAllowed
from domain.sampang.fund.money_in import Payment
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.collecting import Collector, LetterKind
from domain.sampang.servicing.letters_due import letters_due
from domain.sampang.servicing.reasons import Stance, Step
from tests.db.sampang.collecting import (
    BACK,
    GIVEN,
    ON_TIME,
    PDF,
    REPORT,
    VISIT,
    a_loan,
    at,
    give,
    in_default,
    issue,
    report,
    tell_until,
    visit,
)
from tests.db.sampang.lending import a_lending_office

ONE, TWO, THREE = LetterKind.WARNING_1, LetterKind.WARNING_2, LetterKind.WARNING_3
MINUTES, STATEMENT = LetterKind.DEFAULT_MINUTES, LetterKind.DEFAULT_STATEMENT
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        tell_until(lending)
        yield lending


def seen(lending, loan, today):
    return lending.ask(collection, lending.bank, loan, today)


def test_each_letter_goes_out_on_its_first_day_and_not_the_day_before(lending):
    loan, _ = a_loan(lending)
    for kind, on in ON_TIME.items():
        with pytest.raises(Hindered):
            issue(lending, loan, kind, on - DAY)
        issue(lending, loan, kind, on)
    assert [(one.kind, one.on) for one in seen(lending, loan, date(2026, 10, 5)).done.letters] == list(
        ON_TIME.items()
    )


def test_a_letter_is_kept_as_it_went_out_among_the_papers_of_the_file(lending):
    loan, file = a_loan(lending)
    paper = issue(lending, loan, ONE)
    (kept,) = lending.ask(issued_papers, lending.bank, application_id=file)
    assert (kept.id, kept.kind.label, lending.ask(paper_bytes, lending.bank, paper)) == (
        paper,
        "Surat teguran 1",
        PDF,
    )
    line = lending.ask(history, lending.office.admin, SAMPANG)[0]
    assert (line.action, line.after["number"]) == ("issue_letter", f"warning_1/{loan}")


def test_a_letter_does_not_go_out_twice_in_one_time_behind(lending):
    loan, _ = a_loan(lending)
    issue(lending, loan, ONE)
    with pytest.raises(Hindered, match="sudah diterbitkan"):
        issue(lending, loan, ONE, date(2026, 6, 3))


def test_of_the_two_default_papers_the_second_may_follow_the_first(lending):
    loan, _ = in_default(lending)
    issue(lending, loan, STATEMENT, date(2026, 10, 4))
    with pytest.raises(Hindered, match="sudah diterbitkan"):
        issue(lending, loan, MINUTES, date(2026, 10, 5))


def test_the_number_of_another_letter_of_the_year_is_asked_about(lending):
    first, other = a_loan(lending)[0], a_loan(lending)[0]
    issue(lending, first, ONE, number="518/77/2026")
    with pytest.raises(SameAgain):
        issue(lending, other, ONE, number="518 / 77 / 2026")
    issue(lending, other, ONE, number="518/77/2026", again_because="nomor ganda dari agenda")


def test_a_second_press_sends_nothing_twice(lending):
    loan, _ = a_loan(lending)
    assert issue(lending, loan, ONE, nonce="sekali") == issue(lending, loan, ONE, nonce="sekali")
    assert len(seen(lending, loan, date(2026, 4, 5)).done.letters) == 1


def test_who_has_paid_gets_no_letter(lending):
    loan, _ = a_loan(lending)
    paid = Payment(amount=100_000, on=date(2026, 4, 3), reference="STS")
    lending.run(record_payment, lending.officer, loan, paid, at=at(date(2026, 4, 3)))
    with pytest.raises(Hindered, match="Tidak ada yang menunggak"):
        issue(lending, loan, ONE)


def test_a_letter_of_tomorrow_is_refused(lending):
    loan, _ = a_loan(lending)
    on = ON_TIME[ONE]
    with pytest.raises(Hindered, match="masa depan"):
        issue(lending, loan, ONE, on + DAY, pressed=on)


def test_the_bank_notes_the_joint_collection_and_sends_no_letter(lending):
    loan, _ = in_default(lending)
    visit(lending, loan)
    with pytest.raises(NotAllowed):
        issue(lending, loan, STATEMENT, date(2026, 10, 7), who=lending.bank)
    found = seen(lending, loan, date(2026, 10, 7))
    assert found.outlook.of(Step.VISIT).stance is Stance.DONE
    assert found.lines[0].told == "Hasan, Dewi (Bank Jatim): tidak di rumah"


def test_the_same_visit_is_asked_about(lending):
    loan, _ = a_loan(lending)
    visit(lending, loan)
    with pytest.raises(SameAgain):
        visit(lending, loan)


def test_a_claim_goes_out_once_and_comes_back(lending):
    loan, _ = in_default(lending)
    give(lending, loan)
    assert seen(lending, loan, date(2026, 10, 21)).outlook.next == ()
    with pytest.raises(Hindered, match="Kejaksaan"):
        give(lending, loan, replace(GIVEN, to=Collector.AUCTION, on=date(2026, 10, 21)))
    with pytest.raises(Hindered, match="sudah|Diserahkan"):
        give(lending, loan, replace(GIVEN, on=date(2026, 10, 22)))
    lending.run(take_back_claim, lending.officer, loan, BACK, at=at(BACK.on))
    with pytest.raises(Hindered, match="tidak diserahkan"):
        lending.run(take_back_claim, lending.officer, loan, BACK, at=at(BACK.on))
    give(lending, loan, replace(GIVEN, to=Collector.AUCTION, on=date(2026, 12, 2)))
    assert seen(lending, loan, date(2026, 12, 3)).done.handed_over.to is Collector.AUCTION


def test_the_second_default_paper_is_offered_until_a_collector_has_the_claim(lending):
    loan, _ = in_default(lending)
    before = seen(lending, loan, date(2026, 10, 21))
    assert STATEMENT in letters_due(before.outlook, before.done)
    give(lending, loan)
    after = seen(lending, loan, date(2026, 10, 21))
    assert letters_due(after.outlook, after.done) == ()


def test_no_claim_goes_out_before_the_default_paper(lending):
    loan, _ = a_loan(lending)
    with pytest.raises(Hindered, match="belum diterbitkan"):
        give(lending, loan)


def test_a_report_is_noted_with_who_and_what(lending):
    loan, _ = a_loan(lending)
    report(lending, loan)
    found = seen(lending, loan, date(2026, 5, 5))
    assert (found.done.reports, found.lines[0].told) == ((REPORT.on,), "Siti, datang: panen Juni")
    assert VISIT.on not in found.done.visits


def test_the_list_has_the_longest_behind_first_with_what_comes_next(lending):
    loan, _ = a_loan(lending)
    shown, total = lending.ask(loans_behind, lending.bank, date(2026, 4, 3))
    assert total >= len(shown) > 0
    mine = next(one for one in shown if one.loan_id == loan)
    assert mine.outlook.told == "Teguran 1: dapat dilakukan."
