"""Everything of a household in one place: what is certain is summed, a like name is only a hint."""

from dataclasses import replace
from datetime import date

import pytest

from db.sampang.servicing.borrower_file import borrower_file
from db.sampang.servicing.red_list import approve_listing, propose_listing
from domain.purpose_notices import FUND, NoticeGiven
from domain.sampang.application import Applicant
from domain.sampang.kinds import ApplicantKind, MaritalStatus
from domain.sampang.origination.household import not_known
from domain.sampang.origination.stages import Stage
from domain.sampang.servicing.collecting import LetterKind
from domain.sampang.servicing.loan_state import LoanState
from tests.db.sampang.collecting import LISTED_ON, LISTING, ON_TIME, a_loan, at, issue, tell_until
from tests.db.sampang.lending import a_lending_office, a_nik, an_eligible_form
from tests.db.sampang.writing_off import BOOKED, written_off

DAY = date(2026, 5, 3)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        tell_until(lending)
        yield lending


def opened(lending, file, day=DAY):
    return lending.ask(borrower_file, lending.member, file, day)


def test_files_of_the_same_person_and_spouse_are_together_whatever_became_of_them(lending):
    his, hers = a_nik(), a_nik()
    draft = lending.file_at(Stage.DRAFT, nik=his, name="Toko A")
    refused = lending.file_at(Stage.REFUSED, nik=his, name="Toko B")
    wife = lending.file_at(Stage.FILED, nik=hers, spouse_nik=his, name="Toko C")
    for file in (draft, refused, wife):
        assert {one.application_id for one in opened(lending, file).files} >= {draft, refused, wife}


def test_the_notice_about_their_data_is_that_of_the_opened_file(lending):
    told = NoticeGiven(notice_on=date(2026, 3, 2), notice_by="Rina", version=FUND.version)
    file = lending.file_at(Stage.FILED, form=replace(an_eligible_form(name="Toko Tahu"), notice=told))
    assert opened(lending, file).notice == told


def test_a_like_name_is_a_hint_and_counts_nothing(lending):
    first = lending.file_at(Stage.DISBURSED, name="UD Kembar")
    second = lending.file_at(Stage.FILED, name="UD Kembar")
    found = opened(lending, second)
    assert [one.application_id for one in found.files] == [second]
    assert [one.application_id for one in found.hints] == [first]
    assert (found.owed, found.loans) == (0, ())


def test_what_a_household_owes_and_is_behind_with_is_summed_over_its_loans(lending):
    nik = a_nik()
    _, first = a_loan(lending, nik=nik)
    second = lending.file_at(Stage.DISBURSED, spouse_nik=nik)
    found = opened(lending, second)
    # Rp20.000.000 each; Rp100.000 of interest were due on 2 April and 2 May.
    assert found.owed == 40_000_000
    assert found.behind == 400_000
    assert {one.application_id for one in found.running} == {first, second}
    assert {one.standing.state for one in found.loans} == {LoanState.BEHIND}
    assert {one.arrears.since for one in found.loans} == {date(2026, 4, 2)}


def test_letters_collateral_and_red_list_of_the_household_are_told_with_the_file(lending):
    nik = a_nik()
    loan, file = a_loan(lending, nik=nik)
    other = lending.file_at(Stage.FILED, spouse_nik=nik)
    issue(lending, loan, LetterKind.WARNING_1)
    found = opened(lending, other)
    (paper,) = [one for one in found.papers if one.application_id == file]
    assert (paper.kind.label, paper.dated_on) == ("Surat teguran 1", ON_TIME[LetterKind.WARNING_1])
    assert len(found.things) == 2
    assert sum(one.custody.is_kept for one in found.things) == 1
    entry = lending.run(propose_listing, lending.officer, loan, LISTING, at=at(LISTED_ON))
    assert not opened(lending, other, LISTED_ON).stands_on_red_list
    with lending.database.write() as session:
        approve_listing(session, lending.lead, entry, at=at(LISTED_ON))
    assert opened(lending, other, LISTED_ON).stands_on_red_list


def test_identity_numbers_are_masked(lending):
    nik = a_nik()
    found = opened(lending, lending.file_at(Stage.FILED, nik=nik))
    assert found.applicant.nik != nik
    assert found.applicant.nik.startswith(nik[:4])


def test_what_cannot_be_known_is_said():
    alone = Applicant(
        kind=ApplicantKind.BUSINESS, nik="1" * 16, npwp="1" * 15, marital_status=MaritalStatus.UNMARRIED
    )
    assert len(not_known(alone)) == 1
    told = " ".join(not_known(Applicant(kind=ApplicantKind.BUSINESS)))
    for words in ("NIK tidak", "NIK suami/istri tidak", "NPWP tidak", "di bank atau lembaga lain"):
        assert words in told


def test_a_loan_that_was_written_off_runs_no_more_and_its_claim_stays(lending):
    loan, file = a_loan(lending)
    written_off(lending, loan)
    found = opened(lending, file, BOOKED)
    assert (found.owed, found.behind, found.running) == (0, 0, ())
    assert (
        found.claims == 20_000_000 + 24 * 100_000
    )  # principal, and the jasa of the plan that was never paid
    assert [one.standing.state for one in found.loans] == [LoanState.WRITTEN_OFF]
