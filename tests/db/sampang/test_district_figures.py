"""What the map of Sampang shows of each kecamatan: nothing is counted twice, late, or in a wrong place."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.sampang.district_figures import district_figures
from db.sampang.fund.ledger import book
from db.sampang.fund.loan_books import books_of
from db.sampang.fund.opening_balance import open_fund
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.tables import ApplicationRow, InstalmentRow, LoanRow
from domain.blitar.roles import BlitarRole
from domain.programme import NotAllowed
from domain.sampang.fund.entries import disbursement
from domain.sampang.fund.money_in import OpeningBalance, Payment, ReversalAsked
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.db.people import NOW, a_form, a_nonce, an_office
from tests.people import held

OMBEN, TORJUN = "35.27.05", "35.27.02"
LENT = date(2026, 1, 1)
DUE = [date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)]
BETWEEN = date(2026, 4, 15)  # three instalments are past their day
PRINCIPAL, INTEREST = 300_000, 6_000  # of each instalment


@pytest.fixture
def office(database_url):
    with an_office(database_url) as opened:
        yield opened


def applied(office, name, district_code, stage=Stage.DISBURSED):
    saved = office.save(a_form(name, district_code=district_code))
    with office.database.write() as session:
        session.get_one(ApplicationRow, saved.id).status = stage
    return saved.id


def lent(office, name="Toko", district_code=OMBEN):
    """A loan of Rp1.200.000 in four instalments."""
    application_id = applied(office, name, district_code)
    with office.database.write() as session:
        loan = LoanRow(
            application_id=application_id,
            principal=4 * PRINCIPAL,
            tenor=4,
            grace=0,
            yearly_percent=6,
            method="flat",
            disbursed_on=LENT,
            rules_fingerprint="0",
            requested_by_id=office.officer.id,
            approved_by_id=office.lead.id,
            at=NOW,
        )
        session.add(loan)
        session.flush()
        session.add_all(
            InstalmentRow(
                loan_id=loan.id, number=place, due_on=day, principal=PRINCIPAL, interest=INTEREST, balance=0
            )
            for place, day in enumerate(DUE, 1)
        )
        entry = disbursement(4 * PRINCIPAL, LENT, "Pencairan", insurance=10_000, notary=0, land_check=0)
        book(session, office.lead, entry, NOW, loan=books_of(session, loan))
        return loan.id


def paid(office, loan_id, amount):
    with office.database.write() as session:
        return record_payment(
            session,
            office.officer,
            loan_id,
            Payment(amount=amount, on=BETWEEN, reference=f"slip {loan_id}"),
            nonce=a_nonce(),
            at=NOW + timedelta(days=365),
        )


def figures(office, code=OMBEN, day=BETWEEN):
    with office.database.read() as session:
        return district_figures(session, office.officer, day)[code]


def test_applications_are_counted_by_stage_and_a_draft_is_no_application(office):
    for stage in (Stage.DRAFT, Stage.FILED, Stage.FILED, Stage.REFUSED):
        applied(office, f"Usaha {stage} {a_nonce()}", OMBEN, stage)
    found = figures(office)
    assert found.by_stage == {Stage.DRAFT: 1, Stage.FILED: 2, Stage.REFUSED: 1}
    assert found.applications == 3


def test_each_kecamatan_has_its_own_and_one_that_is_not_known_is_told_apart(office):
    lent(office, "Di Omben")
    applied(office, "Di Torjun", TORJUN, Stage.FILED)
    applied(office, "Entah", None, Stage.FILED)
    assert (figures(office).loans, figures(office, TORJUN).loans, figures(office, None).loans) == (1, 0, 0)
    assert figures(office, None).applications == 1


@pytest.mark.parametrize(
    ("amount", "behind", "owed"),
    [
        (0, 3, 1_200_000),
        (305_999, 3, 900_001),  # one rupiah short: still behind, interest was taken first
        (306_000, 2, 900_000),
        (306_001, 2, 900_000),  # the rupiah more is interest of the second instalment
        (918_000, 0, 300_000),
    ],
)
def test_an_instalment_is_behind_until_it_is_fully_paid(office, amount, behind, owed):
    loan_id = lent(office)
    if amount:
        paid(office, loan_id, amount)
    found = figures(office)
    assert (found.behind, found.owed) == (behind, owed)
    assert (found.loans, found.settled, found.loans_behind) == (1, 0, min(behind, 1))


@pytest.mark.parametrize(("day", "behind"), [(DUE[0], 0), (date(2026, 2, 2), 1), (DUE[1], 1)])
def test_an_instalment_is_not_behind_on_its_own_day(office, day, behind):
    lent(office)
    assert figures(office, day=day).behind == behind


def test_a_loan_that_is_paid_back_no_longer_runs_and_still_was_lent(office):
    paid(office, lent(office), 1_224_000)
    found = figures(office, day=date(2030, 1, 1))
    assert (found.loans, found.settled, found.owed, found.behind, found.lent) == (0, 1, 0, 0, 1_200_000)


def test_a_payment_that_was_reversed_counts_nothing(office):
    with office.database.write() as session:
        balance = OpeningBalance(amount=50_000_000, on=LENT, decree="SK contoh")
        open_fund(session, office.lead, balance, nonce=a_nonce(), at=NOW)
    loan_id = lent(office)
    entry = paid(office, loan_id, 306_000)
    with office.database.write() as session:
        asked = propose_reversal(
            session, office.officer, entry, ReversalAsked(reason="salah pinjaman"), nonce=a_nonce(), at=NOW
        )
        approve_reversal(session, office.lead, asked, on=BETWEEN, at=NOW + timedelta(days=365))
    assert (figures(office).behind, figures(office).owed) == (3, 1_200_000)


def test_loans_of_one_kecamatan_are_added_up(office):
    paid(office, lent(office, "Satu"), 306_000)
    lent(office, "Dua")
    found = figures(office)
    assert (found.loans, found.lent, found.owed, found.behind, found.loans_behind) == (
        2,
        2_400_000,
        2_100_000,
        5,
        2,
    )


@pytest.mark.parametrize("role", [BlitarRole.MENTOR, BlitarRole.FACILITATOR, BlitarRole.AGENCY_HEAD])
def test_roles_of_blitar_do_not_read_the_map_of_sampang(office, role):
    with office.database.read() as session, pytest.raises(NotAllowed):
        district_figures(session, office.people[role], BETWEEN)


def test_the_role_comes_from_the_store_and_not_from_the_caller(office):
    pretending = replace(office.people[BlitarRole.MENTOR], held=held(SampangRole.OFFICER))
    with office.database.read() as session, pytest.raises(NotAllowed):
        district_figures(session, pretending, BETWEEN)
