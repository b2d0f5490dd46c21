"""Other files and loans of the same person, spouse or business are found, with what they owe."""

from datetime import UTC, date, datetime

import pytest

from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.origination.kin import kin
from db.sampang.refusals import Hindered
from domain.sampang.application import EarlierLoan
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.origination.household import Relation
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import a_lending_office, a_nik, an_eligible_form

LATER = datetime(2028, 6, 1, tzinfo=UTC)
ALL_OF_IT = 22_400_000


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


def found(lending, file):
    return lending.ask(kin, lending.member, file)


def relations(lending, file):
    return [(one.application_id, one.relation) for one in found(lending, file)]


def pay(lending, file, amount, on):
    loan = lending.ask(loan_of, lending.lead, file)
    received = Payment(amount=amount, on=on, reference=f"STS {loan.number}")
    return lending.run(record_payment, lending.officer, loan.id, received, at=LATER)


def test_the_same_nik_is_the_same_person(lending):
    nik = a_nik()
    first, second = (lending.file_at(Stage.FILED, nik=nik, name=name) for name in ("Warung A", "Toko B"))
    assert relations(lending, first) == [(second, Relation.SAME_PERSON)]
    assert relations(lending, second) == [(first, Relation.SAME_PERSON)]


def test_the_spouse_is_found_from_both_sides(lending):
    his, hers = a_nik(), a_nik()
    husband = lending.file_at(Stage.FILED, nik=his, spouse_nik=hers)
    wife = lending.file_at(Stage.FILED, nik=hers)  # she did not write his number
    assert relations(lending, husband) == [(wife, Relation.SPOUSE)]
    assert relations(lending, wife) == [(husband, Relation.SPOUSE)]


def test_the_old_and_the_new_form_of_an_npwp_are_one_business(lending):
    old = lending.file_at(Stage.FILED, npwp="012345678901234")
    new = lending.file_at(Stage.FILED, npwp="0012345678901234")
    assert relations(lending, new) == [(old, Relation.SAME_BUSINESS)]
    assert relations(lending, old) == [(new, Relation.SAME_BUSINESS)]


def test_a_like_name_in_one_kecamatan_is_only_a_hint(lending):
    first = lending.file_at(Stage.FILED, name="UD. Sumber-Rejeki")
    second = lending.file_at(Stage.FILED, name="ud sumber rejeki")
    assert relations(lending, second) == [(first, Relation.SAME_NAME)]
    assert not Relation.SAME_NAME.is_certain


def test_a_blank_number_makes_nobody_kin(lending):
    lending.file_at(Stage.FILED)
    assert relations(lending, lending.file_at(Stage.FILED)) == []


def test_drafts_and_files_that_were_refused_or_taken_back_are_left_out(lending):
    nik = a_nik()
    for gone in (Stage.DRAFT, Stage.REFUSED, Stage.WITHDRAWN):
        lending.file_at(gone, nik=nik, name=f"Usaha {gone}")
    mine = lending.file_at(Stage.FILED, nik=nik, name="Usaha sekarang")
    assert relations(lending, mine) == []
    approved = lending.file_at(Stage.APPROVED, nik=nik, name="Usaha lain")
    assert relations(lending, mine) == [(approved, Relation.SAME_PERSON)]


def test_what_is_owed_follows_the_payments_and_a_settled_loan_tells_its_day(lending):
    nik = a_nik()
    paid_out = lending.file_at(Stage.DISBURSED, nik=nik)
    mine = lending.file_at(Stage.FILED, nik=nik, name="Usaha kedua")

    def told():
        (one,) = found(lending, mine)
        return (one.stage, one.amount, one.disbursed_on, one.owed, one.settled_on)

    loan = (Stage.DISBURSED, 20_000_000, date(2026, 3, 2))
    assert told() == (*loan, 20_000_000, None)
    pay(lending, paid_out, 4 * 100_000 + 1_100_000, date(2026, 8, 2))
    assert told() == (*loan, 19_000_000, None)
    wrong = pay(lending, paid_out, ALL_OF_IT - 1_500_000, date(2028, 3, 2))
    assert told() == (*loan, 0, date(2028, 3, 2))
    asked = ReversalAsked(reason="tanggal setor keliru")
    proposal = lending.run(propose_reversal, lending.officer, wrong, asked)
    with lending.database.write() as session:
        approve_reversal(session, lending.lead, proposal, on=date(2028, 3, 3), at=LATER)
    assert told() == (*loan, 19_000_000, None)
    pay(lending, paid_out, ALL_OF_IT - 1_500_000, date(2028, 2, 1))
    assert told() == (*loan, 0, date(2028, 2, 1))


def test_answers_that_hide_an_earlier_loan_are_held_against_the_books(lending):
    nik = a_nik()
    lending.file_at(Stage.DISBURSED, nik=nik)
    hidden = lending.file_at(Stage.SURVEYED, nik=nik, name="Usaha kedua")
    with pytest.raises(Hindered, match="pernah meminjam") as refused:
        lending.press("approve", hidden)
    assert refused.value.hindrances[0].place.short == "III.7"


def test_answers_that_call_an_open_loan_settled_are_held_against_the_books(lending):
    nik = a_nik()
    lending.file_at(Stage.DISBURSED, nik=nik)
    earlier = EarlierLoan(borrowed_before=True, last_amount=20_000_000, settled_on=date(2026, 2, 1))
    form = an_eligible_form(nik=nik, name="Usaha kedua", earlier=earlier)
    with pytest.raises(Hindered, match=r"masih bersisa pokok Rp20\.000\.000"):
        lending.press("approve", lending.file_at(Stage.SURVEYED, form))


def test_a_loan_of_the_spouse_is_shown_and_stands_in_nobodys_way(lending):
    his, hers = a_nik(), a_nik()
    lending.file_at(Stage.DISBURSED, nik=his)
    wife = lending.file_at(Stage.SURVEYED, nik=hers, spouse_nik=his)
    assert lending.press("approve", wife).stage is Stage.APPROVED
