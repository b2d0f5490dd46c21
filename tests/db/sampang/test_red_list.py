"""The red list: two people and both conditions to come on it, the Dinas takes off it, new files find it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.refusals import AlreadyApproved, AlreadyClosed, SelfApproval
from db.sampang.refusals import Hindered
from db.sampang.servicing.red_list import (
    approve_listing,
    lift_listing,
    propose_listing,
    return_listing,
    withdraw_listing,
)
from db.sampang.servicing.red_listed import red_list, red_listed, red_listed_of
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from domain.sampang.origination.stages import Stage
from domain.sampang.servicing.red_listing import contradicts
from tests.db.races import at_one_moment, the_one_refused
from tests.db.sampang.collecting import LIFTED, LISTED_ON, LISTING, REPORT, a_loan, at, report, tell_until
from tests.db.sampang.lending import a_lending_office, a_nik, an_eligible_form

WHY = ClosingReason(reason="periksa lagi")


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        tell_until(lending)
        yield lending


def propose(lending, loan, on=LISTED_ON, who=None):
    return lending.run(propose_listing, who or lending.officer, loan, LISTING, at=at(on))


def approve(lending, entry, on=LISTED_ON, who=None):
    with lending.database.write() as session:
        approve_listing(session, who or lending.lead, entry, at=at(on))


def close(lending, verb, entry, who):
    with lending.database.write() as session:
        verb(session, who, entry, WHY, at=at(LISTED_ON))


def a_listed(lending, **more):
    loan, file = a_loan(lending, **more)
    entry = propose(lending, loan)
    approve(lending, entry)
    return entry, loan, file


def test_it_takes_over_twelve_months(lending):
    loan, _ = a_loan(lending)
    with pytest.raises(Hindered, match="3 April 2027"):
        propose(lending, loan, LISTED_ON - timedelta(days=1))
    propose(lending, loan, LISTED_ON)


def test_a_report_keeps_it_away_also_between_proposal_and_approval(lending):
    loan, _ = a_loan(lending)
    entry = propose(lending, loan)
    report(lending, loan, replace(REPORT, on=LISTED_ON))
    with pytest.raises(Hindered, match="laporan peminjam"):
        approve(lending, entry)


def test_who_proposes_does_not_approve(lending):
    loan, _ = a_loan(lending)
    entry = propose(lending, loan, who=lending.officer_and_lead)
    with pytest.raises(SelfApproval):
        approve(lending, entry, who=lending.officer_and_lead)
    with pytest.raises(NotAllowed):
        approve(lending, entry, who=lending.officer)
    approve(lending, entry)


def test_it_is_proposed_once_and_stands_once(lending):
    entry, loan, _ = a_listed(lending)
    with pytest.raises(Hindered, match="Tercatat di daftar merah"):
        propose(lending, loan)
    with pytest.raises(AlreadyApproved):
        approve(lending, entry)
    (kept,) = lending.ask(red_list, lending.bank, loan_ids=(loan,))
    assert (kept.since, kept.stands, kept.proposed_by, kept.approved_by) == (
        LISTED_ON,
        True,
        lending.officer.name,
        lending.lead.name,
    )
    assert "lebih dari 12 bulan" in kept.conditions[0]


def test_of_two_proposals_at_one_moment_one_is_refused(lending):
    loan, _ = a_loan(lending)
    results = at_one_moment(lambda: propose(lending, loan), lambda: propose(lending, loan))
    assert "menunggu persetujuan" in the_one_refused(results).sentence


@pytest.mark.parametrize("verb", [return_listing, withdraw_listing])
def test_what_is_returned_or_withdrawn_lists_nobody_and_may_come_again(lending, verb):
    loan, _ = a_loan(lending)
    entry = propose(lending, loan)
    close(lending, verb, entry, lending.lead if verb is return_listing else lending.officer)
    with pytest.raises(AlreadyClosed):
        approve(lending, entry)
    approve(lending, propose(lending, loan))


def test_the_dinas_lifts_it_with_a_reason_and_the_entry_stays(lending):
    entry, loan, file = a_listed(lending)
    early = replace(LIFTED, on=LISTED_ON - timedelta(days=1))
    with pytest.raises(Hindered, match="antara 3 April 2027"):
        lending.run(lift_listing, lending.lead, entry, early, at=at(LIFTED.on))
    with pytest.raises(NotAllowed):
        lending.run(lift_listing, lending.officer, entry, LIFTED, at=at(LIFTED.on))
    lending.run(lift_listing, lending.lead, entry, LIFTED, at=at(LIFTED.on))
    with pytest.raises(Hindered, match="tidak .lagi. berlaku"):
        lending.run(lift_listing, lending.lead, entry, LIFTED, at=at(LIFTED.on))
    (kept,) = lending.ask(red_list, lending.bank, loan_ids=(loan,))
    assert (kept.stands, kept.lifted_reason) == (False, LIFTED.reason)
    assert lending.ask(red_listed_of, lending.member, file) == ()


def found(lending, **more):
    applicant = an_eligible_form(**more).applicant
    return [one.alike_in for one in lending.ask(red_listed, lending.officer, applicant)]


def test_a_new_application_finds_the_person_the_spouse_the_business_and_the_name(lending):
    his, hers, npwp = a_nik(), a_nik(), "123456789012345"
    name = "Garam Mitra Abadi"
    a_listed(lending, nik=his, spouse_nik=hers, npwp=npwp, name=name)
    assert found(lending, nik=his) == [("NIK sama",)]
    assert found(lending, nik=hers) == [("suami atau istri",)]
    assert found(lending, spouse_nik=his) == [("suami atau istri",)]
    assert found(lending, npwp=npwp) == [("NPWP sama",)]
    assert found(lending, name="garam mitra  abadi") == [("nama dan kecamatan sama",)]
    assert found(lending) == []


def test_a_proposal_that_waits_is_no_entry(lending):
    nik = a_nik()
    propose(lending, a_loan(lending, nik=nik)[0])
    assert found(lending, nik=nik) == []


def test_the_register_contradicts_what_was_typed_and_changes_nothing_of_it(lending):
    nik = a_nik()
    a_listed(lending, nik=nik, name="Warung Asal")
    file = lending.file_at(Stage.FILED, nik=nik, name="Warung Baru")
    findings = lending.ask(red_listed_of, lending.member, file)
    assert [one.told for one in findings] == [
        f"Tercatat di daftar merah sejak 3 April 2027: Warung Asal ({findings[0].number}), NIK sama."
    ]
    assert lending.seen(file).file.application.on_red_list is False
    assert [contradicts(findings, typed) for typed in (False, None, True)] == [True, True, False]


def test_a_like_name_alone_contradicts_nothing(lending):
    a_listed(lending, name="Toko Kembar")
    findings = lending.ask(red_listed, lending.officer, an_eligible_form(name="Toko Kembar").applicant)
    assert [one.is_certain for one in findings] == [False]
    assert not contradicts(findings, False)
    assert date(2027, 4, 3) == findings[0].since
