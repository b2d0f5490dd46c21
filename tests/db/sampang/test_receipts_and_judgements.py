"""Receipts and judgements are added one after the other, and none is ever changed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from db.refusals import ChangedMeanwhile, Wrong
from db.sampang.applications.applications import application, save_draft
from db.sampang.applications.assessments import receipts, record_receipt
from db.sampang.applications.judgements import judgements_of, record_judgement
from db.tables import AuditRow, JudgementRow, ReceiptRow
from domain.regulation.assessment import Verdict
from domain.sampang.application import Judgement
from domain.sampang.case_of import facts_of
from tests.db.people import NOW, a_form, a_nonce, a_receipt, an_office


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


@pytest.fixture
def saved(office):
    return office.save(a_form())


def receipt_of(office, saved, receipt, **more):
    with office.database.write() as session:
        return record_receipt(session, office.officer, saved.id, receipt, NOW, **more)


def test_both_receipts_are_kept_newest_first_and_the_newest_verdict_is_current(office, saved):
    first, second = a_receipt("incomplete", most=None), a_receipt("qualifies")
    assert [receipt_of(office, saved, each) for each in (first, second)] == [1, 2]
    with office.database.read() as session:
        found = receipts(session, office.member, saved.id)
        stored = application(session, office.member, saved.id)
    assert [(entry.seq, entry.receipt) for entry in found] == [(2, second), (1, first)]
    assert (found[0].by, found[0].at) == ("Orang petugas", NOW)
    assert (stored.verdict, stored.most) == (Verdict.QUALIFIES, 23_076_923)


def test_receipts_recorded_at_one_moment_get_numbers_of_their_own(office, saved):
    with ThreadPoolExecutor(4) as threads:
        numbers = list(threads.map(lambda _: receipt_of(office, saved, a_receipt()), range(8)))
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_receipt_of_facts_that_were_changed_since_is_refused(office, saved):
    office.save(a_form("Baru"), application_id=saved.id, expected_version=1)
    with pytest.raises(ChangedMeanwhile):
        receipt_of(office, saved, a_receipt(), expected_version=1)
    assert office.count(ReceiptRow) == 0


def test_a_receipt_of_another_kind_or_with_an_unknown_verdict_is_refused(office, saved):
    for receipt in (a_receipt(kind="cluster"), a_receipt("maybe")):
        with pytest.raises(ValueError, match=r"kind|maybe"):
            receipt_of(office, saved, receipt)


def test_the_newest_judgement_counts_and_the_older_one_stays(office, saved):
    office.judge(saved.id, "selected", answer=True)
    later = NOW + timedelta(minutes=5)
    office.judge(saved.id, "selected", answer=False, actor=office.lead, at=later)
    no = Judgement(False, "Orang Ketua Harian", date(2026, 3, 1), "Survei 1 Maret")
    yes = Judgement(True, "Orang anggota Pokjanis", date(2026, 3, 1), "Survei 1 Maret")
    assert office.opened(saved.id).application.judgements == {"selected": no}
    with office.database.read() as session:
        found = judgements_of(session, office.officer, saved.id)
    assert [(entry.judgement, entry.recorded_at) for entry in found] == [(no, later), (yes, NOW)]


def test_an_opinion_on_an_amount_counts_until_another_amount_is_asked(office):
    saved = office.save(a_form(amount=20_000_000))
    office.judge(saved.id, "amount_reviewed")
    assert facts_of(office.opened(saved.id).application)["amount_reviewed"] is True
    office.save(a_form(amount=25_000_000), application_id=saved.id, expected_version=1)
    assert facts_of(office.opened(saved.id).application)["amount_reviewed"] is None


def test_a_judgement_empties_the_verdict_but_does_not_disturb_an_open_form(office, saved):
    receipt_of(office, saved, a_receipt("needs_judgement"))
    office.judge(saved.id, "selected")
    found = office.opened(saved.id)
    assert (found.verdict, found.version) == (None, 1)
    # The officer's form was opened before the judgement, and does not know it.
    office.save(a_form("Nama baru"), application_id=saved.id, expected_version=1)
    assert set(office.opened(saved.id).application.judgements) == {"selected"}


def test_a_form_may_carry_the_judgements_that_were_recorded_but_no_other(office, saved):
    judgement = office.judge(saved.id, "selected")
    form = a_form("Baru", judgements={"selected": judgement})
    office.save(form, application_id=saved.id, expected_version=1)
    forged = a_form(judgements={"character": judgement})
    with pytest.raises(ValueError, match="record_judgement"):
        office.save(forged, application_id=saved.id, expected_version=2)


def test_a_double_click_records_a_judgement_once(office, saved):
    for _ in range(2):
        with office.database.write() as session:
            record_judgement(
                session,
                office.member,
                saved.id,
                "selected",
                answer=True,
                on=date(2026, 3, 1),
                reason="Survei",
                nonce="twice",
                at=NOW,
            )
    assert office.count(JudgementRow) == 1


@pytest.mark.parametrize(
    ("question", "reason", "error"),
    [("made_up", "Survei", ValueError), ("selected", " ", Wrong), ("selected", "x" * 5_001, Wrong)],
)
def test_a_judgement_needs_a_known_question_and_a_reason(office, saved, question, reason, error):
    with office.database.write() as session, pytest.raises(error, match=r"question|Alasan"):
        record_judgement(
            session,
            office.member,
            saved.id,
            question,
            answer=True,
            on=date(2026, 3, 1),
            reason=reason,
            nonce=a_nonce(),
            at=NOW,
        )


def test_the_database_itself_refuses_to_change_what_is_append_only(office, saved):
    receipt_of(office, saved, a_receipt())
    office.judge(saved.id, "selected")
    before = office.everything()
    for changed in (AuditRow.person_name, JudgementRow.reason, ReceiptRow.verdict):
        table = changed.class_
        for statement in (update(table).values({changed: "lain"}), delete(table)):
            with (
                pytest.raises(DBAPIError, match=f"{table.__tablename__} is append-only"),
                office.database.write() as session,
            ):
                session.execute(statement)
    assert office.everything() == before


def test_many_applications_with_all_that_belongs_to_them_fit_in_one_session(office):
    with office.database.write() as session:
        for place in range(20):
            saved = save_draft(session, office.officer, a_form(f"Toko {place}"), nonce=a_nonce(), at=NOW)
            record_judgement(
                session,
                office.member,
                saved.id,
                "selected",
                answer=place % 2 == 0,
                on=date(2026, 3, 1),
                reason="Survei",
                nonce=a_nonce(),
                at=NOW,
            )
            found = application(session, office.member, saved.id).application
            assert found.judgements["selected"].answer == (place % 2 == 0)
            record_receipt(session, office.officer, saved.id, a_receipt(), NOW)
            assert application(session, office.member, saved.id).verdict is Verdict.QUALIFIES
    assert office.count(ReceiptRow) == office.count(JudgementRow) == 20
    with office.database.read() as session:
        assert session.scalars(select(AuditRow.action)).all().count("record_receipt") == 20
