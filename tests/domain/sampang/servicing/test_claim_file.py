"""What a claim's file holds and lacks before it goes to Kejaksaan or KPKNL, by hand."""

from dataclasses import replace
from datetime import date

import pytest

from domain.sampang.application import Applicant, Collateral, LoanApplication
from domain.sampang.kinds import ApplicantKind, CollateralKind, MaritalStatus
from domain.sampang.origination.custody import CustodyEntry, CustodyEvent, register_of, thing_key
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import Agreement
from domain.sampang.origination.stages import Stage
from domain.sampang.servicing.claim_file import claim_file, has_value, missing
from domain.sampang.servicing.collecting import NOTHING_DONE, Collected, Letter, LetterKind

DAY = date(2026, 3, 2)
LAND = Collateral(kind=CollateralKind.LAND, description="SHM 112", value=30_000_000)
UNVALUED = Collateral(kind=CollateralKind.VEHICLE, description="BPKB Viar")


def entry(thing: Collateral, event: CustodyEvent) -> CustodyEntry:
    return CustodyEntry(thing=thing_key(thing), event=event, on=DAY, number="TT/1", with_whom="N")


def lines(*things: Collateral, gone: tuple[Collateral, ...] = ()):
    return register_of(things, [entry(thing, CustodyEvent.RELEASED) for thing in gone])


@pytest.mark.parametrize(
    ("custody", "expected"),
    [
        (lines(), False),
        (lines(LAND), True),
        (lines(UNVALUED), None),
        (lines(UNVALUED, LAND), True),
        (lines(LAND, gone=(LAND,)), False),
        (lines(LAND, UNVALUED, gone=(LAND,)), None),
    ],
)
def test_a_thing_without_a_recorded_value_is_not_known_to_be_worthless(custody, expected):
    assert has_value(custody) is expected


APPLICANT = Applicant(kind=ApplicantKind.BUSINESS, name="Toko", marital_status=MaritalStatus.MARRIED)
BARE = LoanFile(application=LoanApplication(applicant=APPLICANT), stage=Stage.DISBURSED, custody=lines(LAND))


def labels(file: LoanFile, done: Collected) -> list[str]:
    return [one.label for one in missing(claim_file(file, done))]


def test_of_a_bare_file_everything_is_asked_and_nothing_is_said_to_be_absent():
    assert labels(BARE, NOTHING_DONE) == [
        "Surat perjanjian",
        "Fotokopi identitas pemilik",
        "Fotokopi identitas suami/istri",
        "Alamat peminjam",
        "Surat teguran 1",
        "Surat teguran 2",
        "Surat teguran 3",
        "Berita acara/surat pernyataan macet",
        "Hasil penagihan bersama",
        "Asli agunan di Bank Jatim: SHM 112",
    ]
    assert {one.sign for one in missing(claim_file(BARE, NOTHING_DONE))} == {"belum tercatat"}


def test_a_whole_file_lacks_nothing():
    application = replace(
        BARE.application,
        applicant=replace(APPLICANT, address="Dusun Timur"),
        papers={"owner_identity": True, "spouse_identity": True},
    )
    signed = Agreement(
        number="PK/1",
        signed_on=DAY,
        account_number="1",
        account_holders="S",
        signed_by_lead="H",
        signed_by_bank="D",
    )
    kept = register_of((LAND,), [entry(LAND, CustodyEvent.RECEIVED)])
    file = replace(BARE, application=application, agreement=signed, custody=kept)
    sent = tuple(Letter(kind, "1", DAY) for kind in LetterKind)
    assert labels(file, Collected(letters=sent, visits=(DAY,))) == []


def test_what_the_borrower_has_taken_out_is_said_to_be_absent():
    out = [entry(LAND, CustodyEvent.RECEIVED), entry(LAND, CustodyEvent.LENT_OUT)]
    found = claim_file(replace(BARE, custody=register_of((LAND,), out)), NOTHING_DONE)
    assert [one.label for one in found if one.sign == "belum ada"] == ["Asli agunan di Bank Jatim: SHM 112"]


def test_the_unmarried_and_the_bodies_are_not_asked_for_a_spouse():
    single = replace(APPLICANT, marital_status=MaritalStatus.UNMARRIED)
    found = labels(replace(BARE, application=LoanApplication(applicant=single)), NOTHING_DONE)
    assert "Fotokopi identitas suami/istri" not in found
