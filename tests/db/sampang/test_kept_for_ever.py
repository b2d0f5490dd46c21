"""What was recorded on the way to the money is never changed or deleted, whatever a program asks."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.sampang.loans.payments import record_payment
from db.sampang.origination.boards import record_board
from db.sampang.origination.issued_papers import PaperKind, issue_paper
from db.sampang.origination.offered_things import offer_replacement
from db.sampang.origination.team_register import appoint_member, strike_member
from db.sampang.servicing.use_of_funds import record_use_of_funds
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.records import Element
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.origination.team_register import LineStruck, TeamMember
from domain.sampang.servicing.use_of_funds import UseOfFunds
from tests.db.sampang.boards import A_BOARD, a_cooperative
from tests.db.sampang.collecting import visit
from tests.db.sampang.lending import AN_OFFER, DAY, a_lending_office
from tests.db.sampang.settling import a_running_loan, quote, settle
from tests.db.sampang.signing import prepare, sign
from tests.db.sampang.taking_over import an_old_loan, take_over

KEPT = {
    "person_role": "reason",
    "file_step": "note",
    "survey_finding": "by_person_id",
    "use_of_funds": "by_person_id",
    "custody_entry": "standing_reason",
    "team_member_entry": "by_person_id",
    "team_member_struck": "by_person_id",
    "offered_thing": "by_person_id",
    "issued_paper": "number",
    "paper_to_sign": "kind",
    "paper_signed": "by_person_id",
    "board_entry": "by_person_id",
    "collection_entry": "number",
    "loan": "principal",
    "instalment": "principal",
    "journal_entry": "memo",
    "posting": "amount",
    "settlement_quote": "total",
    "settlement": "quote_id",
    "taken_over_loan": "number_form",
}


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url) as lending:
        file = lending.file_at(Stage.DISBURSED)
        lending.run(record_payment, lending.officer, 1, Payment(amount=1_000_000, on=DAY, reference="x"))
        seen = UseOfFunds(visitor="", on=DAY, bought="bahan baku")
        lending.run(record_use_of_funds, lending.member, 1, seen)
        lending.run(offer_replacement, lending.bank, file, AN_OFFER)
        numbered = PaperNumber(number="1", on=DAY)
        lending.run(issue_paper, lending.officer, PaperKind.AGREEMENT, b"%PDF", numbered, application_id=file)
        sign(lending, prepare(lending, lending.file_at(Stage.APPROVED)))
        lending.run(record_board, lending.officer, a_cooperative(lending), A_BOARD)
        settle(lending, quote(lending, a_running_loan(lending)))
        visit(lending, 1)
        member = TeamMember(name="Dewi", element=Element.BANK, decree="SK 1", since=DAY)
        wrong = lending.run(appoint_member, lending.lead, member)
        lending.run(strike_member, lending.lead, wrong, LineStruck(reason="x"))
        take_over(lending, an_old_loan())
        yield lending


@pytest.mark.parametrize("table", KEPT)
def test_it_cannot_be_changed_or_deleted(lending, table):
    before = lending.office.everything()
    assert before[table]
    for change in (f"UPDATE {table} SET {KEPT[table]} = {KEPT[table]}", f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match="append-only"), lending.database.write() as session:
            session.execute(text(change))
    assert lending.office.everything() == before
