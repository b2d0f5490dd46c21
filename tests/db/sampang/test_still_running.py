"""What an applicant still has with the fund is told from the books, by NIK and NPWP, and of nobody else."""

import pytest

from db.sampang.applications.still_running import still_running, still_running_of
from domain.sampang.application import Applicant
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import a_lending_office, a_nik
from tests.db.statements import asked


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


def somebody(**who):
    return Applicant(kind=ApplicantKind.BUSINESS, name="Toko Uji", **who)


def found(lending, *applicants, **more):
    return lending.ask(still_running, lending.officer, applicants, **more)


def test_an_unpaid_loan_is_told_with_what_is_owed(lending):
    nik = a_nik()
    file = lending.file_at(Stage.DISBURSED, nik=nik)
    ((one,),) = found(lending, somebody(nik=nik)).values()
    assert (one.application_id, one.status) == (file, Stage.DISBURSED)
    assert one.owed > 0
    assert one.told.startswith(f"Pinjaman belum lunas: {one.number} (sisa pokok Rp")


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.FILED, Stage.SURVEYED, Stage.APPROVED])
def test_an_open_application_is_told_with_its_status(lending, stage):
    nik = a_nik()
    lending.file_at(stage, nik=nik)
    ((one,),) = found(lending, somebody(nik=nik)).values()
    assert (one.status, one.owed) == (stage, None)
    assert stage.label in one.told


def test_a_refused_or_withdrawn_one_is_not_running(lending):
    nik = a_nik()
    lending.file_at(Stage.WITHDRAWN, nik=nik)
    assert not found(lending, somebody(nik=nik))


def test_the_spouse_has_their_own(lending):
    his, hers = a_nik(), a_nik()
    lending.file_at(Stage.FILED, nik=his, spouse_nik=hers)
    assert not found(lending, somebody(nik=hers, spouse_nik=his))


def test_without_a_number_nothing_is_told(lending):
    assert not found(lending, somebody())


def test_a_file_is_not_told_of_itself(lending):
    nik = a_nik()
    first, second = lending.file_at(Stage.FILED, nik=nik), lending.file_at(Stage.CHECKED, nik=nik)
    assert not found(lending, somebody(), except_id=first)
    (one,) = lending.ask(still_running_of, lending.officer, first)
    assert one.application_id == second


def test_a_whole_pile_is_asked_for_at_once(lending):
    pile = [somebody(nik=a_nik(), npwp="098765432101234") for _ in range(200)]
    with asked(lending.database) as statements:
        found(lending, *pile)
    assert len(statements) < 10
