"""What is due is listed by the office's own settings, agreed on by two people, and looked at anew."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from db.engine import Database
from db.evidence.folder import is_there, write_file
from db.office.erasures import return_erasure, withdraw_erasure
from db.refusals import AlreadyApproved, AlreadyClosed, SelfApproval, Wrong
from db.tables import ApplicationRow, EvidenceBytesRow, EvidenceRow
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from domain.retention.retention_kinds import Outcome
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW
from tests.db.retention.yearly import LATER, a_yearly_office
from tests.db.sampang.lending import DAY, an_eligible_form

WHY = ClosingReason(reason="periksa lagi")


@pytest.fixture
def office(database_url):
    with a_yearly_office(database_url) as office:
        yield office


def test_until_the_office_has_said_how_long_nothing_is_due(office):
    now = office.now()
    assert [one.length for one in now.kept] == [None] * len(now.kept)
    assert now.due == ()
    with pytest.raises(Wrong, match="Tidak ada yang jatuh tempo"):
        office.propose()


def test_files_that_came_to_nothing_are_due_so_many_years_after_their_last_step(office):
    office.set_years(2)
    last = DAY.replace(year=DAY.year + 2)
    at = LATER.replace(year=last.year, month=last.month, day=last.day)
    assert {one.id for one in office.now(at).due} == {office.withdrawn, office.refused}
    assert {one.due_on for one in office.now(at).due} == {last}
    assert office.now(at - timedelta(days=1)).due == ()


def test_the_list_takes_names_and_numbers_away_and_leaves_the_file(office):
    before = office.applicant(office.withdrawn)
    assert office.erase() == 2
    after = office.applicant(office.withdrawn)
    year = LATER.year
    assert (after.name, after.nik, after.phone) == (f"dihapus (retensi {year})", None, "")
    assert (after.kind, after.district_code) == (before.kind, before.district_code)
    assert office.applicant(office.on_the_way).nik
    assert office.lending.stage(office.withdrawn) is Stage.WITHDRAWN
    assert office.now().due == ()
    assert office.walked() is None


def test_nobody_approves_their_own_list_nor_without_the_right(office):
    office.set_years()
    number = office.propose()
    with pytest.raises(NotAllowed):
        office.approve(number, office.admin)
    with pytest.raises(NotAllowed):
        office.approve(number, office.lending.officer)
    both = office.lending.office.admin_and_lead
    with office.database.write() as session:
        withdraw_erasure(session, office.admin, SAMPANG, number, WHY, at=LATER)
    office.admin = both
    with pytest.raises(SelfApproval):
        office.approve(office.propose(), both)
    assert office.applicant(office.withdrawn).nik


def test_a_list_that_was_approved_or_returned_is_not_approved_again(office):
    office.set_years()
    number = office.propose()
    with office.database.write() as session:
        return_erasure(session, office.lead, SAMPANG, number, WHY, at=LATER)
    with pytest.raises(AlreadyClosed):
        office.approve(number)
    office.approve(second := office.propose())
    with pytest.raises(AlreadyApproved):
        office.approve(second)


def test_what_is_held_back_for_a_reason_stays_also_when_it_is_held_after_the_list_was_made(office):
    office.set_years()
    number = office.propose()
    office.hold(office.refused)
    assert office.approve(number) == 1
    assert office.outcomes() == {office.withdrawn: Outcome.ERASED, office.refused: Outcome.HELD}
    assert office.applicant(office.refused).nik
    assert office.now().held[("file", office.refused)].reason == "sengketa"


def test_holding_ends_by_itself_after_its_last_day(office):
    office.set_years()
    office.hold(office.refused, until=(LATER + timedelta(days=1)).date())
    assert office.now(LATER + timedelta(days=2)).held == {}


def test_who_comes_back_meanwhile_is_taken_off_the_list(office):
    office.set_years()
    number = office.propose()
    (row,) = office.rows(ApplicationRow, ApplicationRow.id == office.refused)
    form = an_eligible_form()
    office.lending.file_at(Stage.FILED, replace(form, applicant=replace(form.applicant, nik=row.nik)))
    assert office.approve(number) == 1
    assert office.outcomes()[office.refused] is Outcome.LEFT


def test_photos_leave_the_folder_as_well_unless_another_row_names_the_same(office, tmp_path):
    told = {"programme": "sampang", "subject_kind": "application_paper", "part": "", "kind": "jpeg"}
    told |= {"caption": "rumah", "size": 4, "width": 1, "height": 1, "by_person_id": 1, "at": NOW}
    folder = Database.at(office.database.engine.url.render_as_string(False), evidence_folder=tmp_path)
    with folder.write() as session:
        for data, file in (
            (b"satu", office.withdrawn),
            (b"dua", office.refused),
            (b"dua", office.on_the_way),
        ):
            write_file(tmp_path, data)
            row = EvidenceRow(subject_id=file, sha256=sha256(data).hexdigest(), **told)
            session.add(row)
            session.flush()
            session.add(EvidenceBytesRow(evidence_id=row.id, data=b"", small=b"kecil"))
    office.database = folder
    office.erase()
    there = [is_there(tmp_path, sha256(one).hexdigest()) for one in (b"satu", b"dua")]
    assert there == [False, True]
    assert {one.small for one in office.rows(EvidenceBytesRow)} == {b"", b"kecil"}
    assert office.walked() is None
    folder.close()
