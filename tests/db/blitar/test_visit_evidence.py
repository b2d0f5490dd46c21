"""Photos of a visit: brought and seen by whose it is, withdrawn by a row, within a quota."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from db.blitar.caseload.ladders import rungs_of
from db.blitar.visiting.opened_visit import one_visit
from db.blitar.visiting.verifying import verify_visits
from db.blitar.visiting.visit_evidence import (
    add_visit_evidence,
    visit_evidence,
    visit_picture,
    withdraw_visit_evidence,
)
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import AuditRow, EvidenceBytesRow
from domain.blitar.indicators import Indicator
from domain.blitar.visiting.visit import VisitState
from domain.closings import ClosingReason
from domain.dates import JAKARTA
from domain.evidence import brought as limits
from domain.evidence.brought import EvidenceTold, Limits, Prepared, TakenAt
from domain.evidence.contents import FileKind
from domain.evidence.photographs import prepared
from domain.programme import NotAllowed
from tests.db.blitar.caseload import VariedCaseload
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.visiting import a_visit, change
from tests.db.people import NOW, a_nonce, an_office

WHY = ClosingReason(reason="Bukan foto usaha ini")


def photo(colour="red"):
    written = BytesIO()
    Image.new("RGB", (60, 40), colour).save(written, "PNG")
    found = prepared(written.getvalue(), tells_place=False)
    return found, EvidenceTold(caption=f"Etalase {colour}")


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield VariedCaseload(office)


@pytest.fixture
def sent(caseload):
    """A visit that Sri sent today."""
    return caseload.save(a_visit(caseload.sri, caseload.ids["Ani"]), actor=caseload.mentor)


def add(caseload, visit, *photos, actor=None, nonce=None):
    told = photos or (photo(),)
    more = {"nonce": nonce or a_nonce(), "at": NOW}
    return caseload.do(add_visit_evidence, actor or caseload.mentor, visit.id, told, **more)


def withdraw(caseload, number=1, actor=None):
    caseload.do(withdraw_visit_evidence, actor or caseload.mentor, number, WHY, at=NOW)


def told(caseload, visit, actor=None):
    with caseload.office.database.read() as session:
        return visit_evidence(session, actor or caseload.facilitator, visit.id)


def picture(caseload, number=1, actor=None):
    with caseload.office.database.read() as session:
        return visit_picture(session, actor or caseload.facilitator, number)


def test_what_is_brought_is_seen_by_who_verifies(caseload, sent):
    add(caseload, sent)
    assert [one.caption for one in told(caseload, sent).shown] == ["Etalase red"]


def test_the_bytes_come_back_as_they_were_made_ready(caseload, sent):
    ready, words = photo()
    add(caseload, sent, (ready, words))
    assert picture(caseload) == ready.data


def test_a_second_press_brings_it_once(caseload, sent):
    nonce = a_nonce()
    add(caseload, sent, nonce=nonce)
    add(caseload, sent, nonce=nonce)
    assert len(told(caseload, sent).lines) == 1


def test_the_same_photo_is_not_kept_twice(caseload, sent):
    add(caseload, sent)
    with pytest.raises(Wrong, match="sama sudah ada"):
        add(caseload, sent)


@pytest.mark.parametrize("verb", [add, told])
def test_a_pendamping_reaches_no_visit_of_another(caseload, verb):
    visit = caseload.save(
        a_visit(caseload.budi, caseload.ids["Eka 10%"]), send=False, actor=caseload.facilitator
    )
    with pytest.raises(NotAllowed):
        verb(caseload, visit, actor=caseload.mentor)


def test_a_pendamping_reads_no_picture_of_another(caseload):
    visit = caseload.save(
        a_visit(caseload.budi, caseload.ids["Eka 10%"]), send=False, actor=caseload.facilitator
    )
    add(caseload, visit, actor=caseload.facilitator)
    with pytest.raises(NotAllowed):
        picture(caseload, actor=caseload.mentor)


def test_the_kepala_dinas_sees_it_and_adds_nothing(caseload, sent):
    add(caseload, sent)
    found = told(caseload, sent, caseload.head)
    assert (len(found.shown), found.adds, found.withdraws) == (1, False, False)


def test_who_verifies_adds_nothing_to_a_visit_of_another(caseload, sent):
    with pytest.raises(Wrong, match="Pendamping kunjungan ini"):
        add(caseload, sent, actor=caseload.facilitator)


def test_what_came_after_the_verifier_looked_is_not_verified(caseload, sent):
    with caseload.office.database.read() as session:
        seen = one_visit(session, caseload.facilitator, sent.id)
    add(caseload, sent)
    with pytest.raises(ChangedMeanwhile):
        caseload.do(verify_visits, caseload.facilitator, [(seen.id, seen.version)], nonce=a_nonce(), at=NOW)


def verified(caseload, sent):
    add(caseload, sent)
    with caseload.office.database.read() as session:
        seen = one_visit(session, caseload.facilitator, sent.id)
    caseload.do(verify_visits, caseload.facilitator, [(seen.id, seen.version)], nonce=a_nonce(), at=NOW)


def test_nothing_is_added_once_it_is_verified(caseload, sent):
    verified(caseload, sent)
    with pytest.raises(Wrong):
        add(caseload, sent, photo("blue"))


def test_once_it_is_verified_only_the_fasilitator_withdraws(caseload, sent):
    verified(caseload, sent)
    with pytest.raises(Wrong, match="hanya Fasilitator"):
        withdraw(caseload)
    withdraw(caseload, actor=caseload.facilitator)
    assert told(caseload, sent).shown == ()


def test_withdrawing_leaves_the_verification_as_it_was(caseload, sent):
    verified(caseload, sent)
    withdraw(caseload, actor=caseload.facilitator)
    with caseload.office.database.read() as session:
        assert one_visit(session, caseload.facilitator, sent.id).state is VisitState.VERIFIED


def test_what_is_withdrawn_is_shown_no_more_and_its_reason_is(caseload, sent):
    add(caseload, sent)
    withdraw(caseload)
    assert [one.withdrawn for one in told(caseload, sent).lines] == [WHY.reason]
    with pytest.raises(NotFound):
        picture(caseload)


def test_what_is_withdrawn_stays_in_the_store(caseload, sent):
    add(caseload, sent)
    withdraw(caseload)
    with caseload.office.database.read() as session:
        assert len(session.scalars(select(EvidenceBytesRow)).all()) == 1


def test_withdrawing_twice_changes_nothing(caseload, sent):
    add(caseload, sent)
    withdraw(caseload)
    before = caseload.office.everything()
    withdraw(caseload)
    assert caseload.office.everything() == before


def test_the_trail_names_adding_and_withdrawing(caseload, sent):
    add(caseload, sent)
    withdraw(caseload)
    with caseload.office.database.read() as session:
        actions = session.scalars(select(AuditRow.action).order_by(AuditRow.id)).all()
    assert list(actions)[-2:] == ["add_evidence", "withdraw_evidence"]


def rung(caseload, client):
    with caseload.office.database.read() as session:
        return rungs_of(session, caseload.ids[client])[Indicator.BUSINESS_NUMBER]


def test_a_named_photo_alone_is_no_file(caseload):
    assert (rung(caseload, "Ani").is_shown, rung(caseload, "Ani").is_attached) == (True, False)


@pytest.fixture
def risen(caseload):
    """Cipta's licence rose at a visit of today with a photo, and it is verified."""
    told = (change(Indicator.BUSINESS_NUMBER, 1),)
    saved = caseload.save(a_visit(caseload.sri, caseload.ids["Cipta"], changes=told), actor=caseload.mentor)
    verified(caseload, saved)


def test_a_rise_is_shown_by_the_file_of_its_visit(caseload, risen):
    assert rung(caseload, "Cipta").is_attached


def test_a_rise_is_shown_no_more_by_what_was_withdrawn(caseload, risen):
    withdraw(caseload, actor=caseload.facilitator)
    assert not rung(caseload, "Cipta").is_attached


def test_more_than_eight_do_not_fit_on_one_visit(caseload, sent):
    with pytest.raises(Wrong, match="Paling banyak 8"):
        add(caseload, sent, *(photo((place, 0, 0)) for place in range(9)))


def test_what_was_withdrawn_makes_room_on_the_visit(caseload, sent):
    add(caseload, sent, *(photo((place * 25, 0, 0)) for place in range(8)))
    withdraw(caseload)
    assert add(caseload, sent, photo("blue")) == 1


def test_the_office_keeps_no_more_bytes_than_its_limit(caseload, sent, monkeypatch):
    tight = Limits(TODAY, per_record=8, bytes_in_all=limits.LARGEST_KEPT)
    monkeypatch.setattr(limits, "LIMITS", (tight,))
    scan = b"%PDF-1.4" + b"0" * (limits.LARGEST_KEPT - 100) + b"%%EOF"
    with pytest.raises(Wrong, match="sudah penuh"):
        add(caseload, sent, photo(), (Prepared(kind=FileKind.PDF, data=scan), EvidenceTold()))


def test_a_photo_whose_camera_clock_was_never_set_is_kept_without_it(caseload, sent):
    ready, words = photo()
    unset = TakenAt(datetime(1, 1, 1, tzinfo=JAKARTA), -8.1, 112.16)
    add(caseload, sent, (replace(ready, taken=unset), words))
    assert [one.taken for one in told(caseload, sent).shown] == [TakenAt(None, -8.1, 112.16)]


def test_a_limit_that_keeps_nothing_cannot_be_set():
    with pytest.raises(ValueError, match="keep nothing"):
        Limits(TODAY, per_record=0, bytes_in_all=limits.LARGEST_KEPT)


def test_what_was_not_made_ready_is_refused_by_the_store_too(caseload, sent):
    raw = Prepared(kind=FileKind.JPEG, data=b"\xff\xd8\xff\xe1 Exif", small=b"x")
    with pytest.raises(Wrong, match="belum dibersihkan"):
        add(caseload, sent, (raw, EvidenceTold()))


@pytest.mark.parametrize(
    ("table", "column"),
    [("evidence", "caption"), ("evidence_bytes", "small"), ("evidence_withdrawal", "reason")],
)
def test_a_photo_cannot_be_changed_or_deleted(caseload, sent, table, column):
    add(caseload, sent)
    withdraw(caseload)
    for wanted in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match="append-only"), caseload.office.database.write() as session:
            session.execute(text(wanted))
