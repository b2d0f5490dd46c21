"""Lists tell a verdict by the law of the day or none; undecided files are assessed again beside the old."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.audit import history
from db.office.practice import law_of, practice, with_proposal
from db.office.settings import approve_reading, approve_setting, pending, propose_reading, propose_setting
from db.sampang.applications import reassessing
from db.sampang.applications.application_list import Filter, counts_by_verdict, list_applications, total_of
from db.sampang.applications.assessments import receipts
from db.sampang.applications.reassessing import assess_due, files_due, impact_piece
from db.sampang.applications.standing_law import law_of_file
from db.sampang.headlines import sampang_summary
from db.sampang.origination.meeting_queue import candidates
from db.tables import ReceiptRow
from db.trail import Subject
from domain.programme import NotAllowed
from domain.regulation.assessment import Verdict
from domain.regulation.office_proposals import ReadingProposed, SettingProposed
from domain.roles import OfficeRole
from domain.sampang.eligibility import examine
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.origination.loan_file import as_it_stands
from domain.sampang.origination.stages import Stage
from domain.sampang.parameters import INSURANCE_RATE
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW, a_nonce
from tests.db.sampang.lending import DAY, a_lending_office
from tests.db.statements import asked
from tests.people import ROLES

TOMORROW = DAY + timedelta(days=1)
# 23 million on 30 million of land: enough for 130 % of the loan (S-10 A), too little with its interest (B).
BETWEEN = 23_000_000


@pytest.fixture
def office(database_url):
    with a_lending_office(database_url) as office:
        yield office


def settle(office, letter="B", on=DAY, at=NOW):
    """Settle the question S-10 by two people."""
    told = ReadingProposed(letter=letter, on=on, decree="SK 1", reason="rapat")
    question = SAMPANG_LOANS.interpretations["S-10"]
    proposal = office.run(propose_reading, office.office.admin, SAMPANG, question, told, at=at)
    with office.database.write() as session:
        approve_reading(session, office.lead, SAMPANG, proposal, at=at)


def set_insurance(office):
    """Decide a setting on which no verdict hangs, by two people."""
    told = SettingProposed(since=DAY, reason="polis")
    proposal = office.run(propose_setting, office.office.admin, SAMPANG, INSURANCE_RATE, 7, told)
    with office.database.write() as session:
        approve_setting(session, office.lead, SAMPANG, proposal, at=NOW)


def bring_up_to_date(office, at=NOW, who=None):
    """Assess again until nothing is due, and tell how many it was."""
    done = 0
    while True:
        with office.database.write() as session:
            piece = assess_due(session, who or office.lead, at=at)
        if not piece:
            return done
        done += piece


def law(office, day=DAY):
    with office.database.read() as session:
        return law_of(session, SAMPANG, day)


def due(office, day=DAY):
    return office.ask(files_due, office.lead, day)


def row_of(office, file, day=DAY):
    page = office.ask(list_applications, office.member, law=law(office, day))
    return next(row for row in page.rows if row.id == file)


def on_the_page(office, file, day=DAY):
    """The verdict that the page of the file works out."""
    stored = office.seen(file).file
    return examine(as_it_stands(stored), office.ask(law_of_file, office.member, file, day)).assessment.verdict


def everywhere(office, file, day=DAY):
    """What each place tells of the only undecided file: list, count, filter, summary, meeting, page."""
    today = law(office, day)
    (candidate,) = office.ask(candidates, office.member, day)
    wanted = Filter(verdict=on_the_page(office, file, day))
    found = office.ask(list_applications, office.member, wanted, law=today)
    summary = office.ask(sampang_summary, office.leadership, day)
    return {
        "list": row_of(office, file, day).verdict,
        "counts": tuple(office.ask(counts_by_verdict, office.member, law=today)),
        "filter": [row.verdict for row in found.rows],
        "summary": tuple(summary.verdicts),
        "meeting": candidate.standing,
        "page": on_the_page(office, file, day),
    }


def same(verdict):
    alone = {"list": verdict, "meeting": verdict, "page": verdict}
    return alone | {"counts": (verdict,), "filter": [verdict], "summary": (verdict,)}


def test_every_place_tells_the_same_verdict_before_and_after_an_approval(office):
    file = office.file_at(Stage.SURVEYED, amount=BETWEEN)
    bring_up_to_date(office)
    assert everywhere(office, file) == same(Verdict.DEPENDS_ON_READING)
    settle(office)
    bring_up_to_date(office)
    assert everywhere(office, file) == same(Verdict.NOT_QUALIFIED)


def test_between_the_approval_and_the_new_assessment_no_list_tells_the_old_verdict(office):
    file = office.file_at(Stage.SURVEYED, amount=BETWEEN)
    bring_up_to_date(office)
    settle(office)
    row = row_of(office, file)
    assert (row.verdict, row.most, row.is_due) == (None, None, True)
    assert office.ask(counts_by_verdict, office.member, law=law(office)) == {None: 1}
    assert dict(office.ask(sampang_summary, office.leadership, DAY).verdicts) == {None: 1}
    wanted = Filter(verdict=Verdict.DEPENDS_ON_READING)
    assert office.ask(list_applications, office.member, wanted, law=law(office)).total == 0
    assert [one.standing for one in office.ask(candidates, office.member, DAY)] == [None]


def test_the_new_receipt_stands_beside_the_old_one_with_who_and_why(office):
    file = office.file_at(Stage.FILED, amount=BETWEEN)
    bring_up_to_date(office)
    settle(office)
    assert due(office) == 1
    assert bring_up_to_date(office) == 1
    new, old = office.ask(receipts, office.member, file)
    assert (old.receipt.verdict, new.receipt.verdict) == ("depends_on_reading", "not_qualified")
    assert (new.seq, new.by, new.because) == (2, "Orang Ketua Harian", "tafsir S-10 ditetapkan")
    newest = office.ask(history, office.office.admin, SAMPANG, limit=1)[0]
    assert newest.subject == Subject(newest.subject.kind, file)
    assert newest.person_name == "Orang Ketua Harian"
    assert newest.before["verdict"] == "depends_on_reading"
    became = {"verdict": "not_qualified", "most": 20_604_395, "receipt": 2}
    assert newest.after == became | {"because": "tafsir S-10 ditetapkan"}


def test_a_file_that_comes_out_the_same_gets_no_receipt_and_is_due_no_more(office):
    file = office.file_at(Stage.FILED)
    bring_up_to_date(office)
    before = len(office.ask(receipts, office.member, file))
    set_insurance(office)
    assert (due(office), row_of(office, file).is_due) == (1, True)
    bring_up_to_date(office)
    assert (due(office), row_of(office, file).verdict) == (0, Verdict.NEEDS_JUDGEMENT)
    assert len(office.ask(receipts, office.member, file)) == before


@pytest.mark.parametrize("stage", [Stage.APPROVED, Stage.REFUSED, Stage.DISBURSED])
def test_a_decided_file_keeps_the_receipt_that_it_was_decided_on(office, stage):
    file = office.file_at(stage)
    before = office.ask(receipts, office.member, file)
    verdict = row_of(office, file).verdict
    settle(office)
    assert due(office) == 0
    assert office.ask(receipts, office.member, file) == before
    assert row_of(office, file).verdict is verdict
    assert on_the_page(office, file) is verdict


def test_a_refused_file_is_shown_by_the_law_that_it_was_refused_by(office):
    file = office.file_at(Stage.REFUSED, amount=BETWEEN)
    settle(office)
    assert on_the_page(office, file) is row_of(office, file).verdict is Verdict.DEPENDS_ON_READING


def test_a_decision_that_was_taken_back_leaves_no_verdict_of_its_own(office):
    file = office.file_at(Stage.SURVEYED)
    office.press("approve", file)
    assert row_of(office, file).verdict is Verdict.QUALIFIES
    office.press("take_back", file)
    assert row_of(office, file).is_due
    bring_up_to_date(office)
    assert row_of(office, file).verdict is on_the_page(office, file) is Verdict.NEEDS_JUDGEMENT


def test_a_settlement_of_tomorrow_changes_the_verdict_tomorrow_without_another_approval(office):
    file = office.file_at(Stage.SURVEYED, amount=BETWEEN)
    settle(office, on=TOMORROW)
    bring_up_to_date(office)
    assert everywhere(office, file) == same(Verdict.DEPENDS_ON_READING)
    assert (due(office), due(office, TOMORROW)) == (0, 1)
    assert row_of(office, file, TOMORROW).is_due
    bring_up_to_date(office, at=NOW + timedelta(days=1), who=office.leadership)
    assert everywhere(office, file, TOMORROW) == same(Verdict.NOT_QUALIFIED)
    assert office.ask(receipts, office.member, file)[0].because == "tafsir S-10 ditetapkan"


def test_a_settlement_of_a_day_gone_by_counts_at_once(office):
    file = office.file_at(Stage.SURVEYED, amount=BETWEEN)
    settle(office, on=date(2026, 1, 5))
    bring_up_to_date(office)
    assert everywhere(office, file) == same(Verdict.NOT_QUALIFIED)


def test_what_was_left_off_half_way_goes_on_where_it_stopped(office, monkeypatch):
    monkeypatch.setattr(reassessing, "PIECE", 2)
    files = [office.file_at(Stage.FILED, amount=BETWEEN) for _ in range(5)]
    bring_up_to_date(office)
    settle(office)
    with office.database.write() as session:
        assert assess_due(session, office.lead, at=NOW) == 2
    told = [row_of(office, file) for file in files]
    assert [(row.is_due, row.verdict) for row in told] == [
        (False, Verdict.NOT_QUALIFIED),
        (False, Verdict.NOT_QUALIFIED),
        *[(True, None)] * 3,
    ]
    assert bring_up_to_date(office, who=office.member) == 3
    assert {row_of(office, file).verdict for file in files} == {Verdict.NOT_QUALIFIED}
    assert bring_up_to_date(office) == 0


def test_two_who_go_on_at_one_moment_assess_no_file_twice(office):
    files = [office.file_at(Stage.FILED, amount=BETWEEN) for _ in range(3)]
    bring_up_to_date(office)
    settle(office)
    assert [bring_up_to_date(office), bring_up_to_date(office, who=office.member)] == [3, 0]
    with office.database.read() as session:
        numbers = session.scalars(select(ReceiptRow.seq).order_by(ReceiptRow.application_id, ReceiptRow.seq))
        assert numbers.all() == [1, 2] * len(files)


def test_what_an_approval_would_change_is_told_without_writing(office):
    file = office.file_at(Stage.FILED, amount=BETWEEN)
    with_less = office.file_at(Stage.FILED)  # 20 million: the verdict stays, the largest amount does not
    bring_up_to_date(office)
    told = ReadingProposed(letter="B", on=DAY, decree="SK 1", reason="rapat")
    question = SAMPANG_LOANS.interpretations["S-10"]
    office.run(propose_reading, office.office.admin, SAMPANG, question, told)
    (proposal,) = office.ask(pending, office.lead, SAMPANG)
    before = office.office.everything()
    with office.database.read() as session:
        now = practice(session, SAMPANG)
        laws = SAMPANG.law_on(DAY, now), SAMPANG.law_on(DAY, with_proposal(now, proposal))
        looked = impact_piece(session, office.lead, *laws, beyond=0)
        assert impact_piece(session, office.lead, *laws, beyond=looked.last_id).count == 0
    first, second = looked.changed
    assert [first.number, second.number] == [office.seen(one).number for one in (file, with_less)]
    assert first.before.startswith(Verdict.DEPENDS_ON_READING.label)
    assert first.after.startswith(Verdict.NOT_QUALIFIED.label)
    needs = Verdict.NEEDS_JUDGEMENT.label
    assert (second.before, second.after) == (
        f"{needs}, paling banyak Rp23.076.923",  # 30 million : 1.3
        f"{needs}, paling banyak Rp20.604.395",  # 30 million : 1.3 : 1.12, with two years' interest
    )
    assert office.office.everything() == before


def test_a_page_of_the_list_costs_the_same_few_questions_however_many_files_there_are(office):
    costs = []
    for more in (1, 5):
        for _ in range(more):
            office.file_at(Stage.FILED, amount=BETWEEN)
        bring_up_to_date(office)
        today = law(office)
        with asked(office.database) as statements:
            office.ask(files_due, office.member, DAY)
            counts = office.ask(counts_by_verdict, office.member, law=today)
            office.ask(list_applications, office.member, law=today, total=total_of(counts, None))
        costs.append(len(statements))
    assert costs[0] == costs[1] <= 13


@pytest.mark.parametrize("role", ROLES)
def test_who_may_read_a_verdict_may_have_it_found_by_the_law_of_the_day(office, role):
    person = office.people[role]
    readers = {"officer", "team_member", "team_lead", "bank", OfficeRole.LEADERSHIP, OfficeRole.ADMINISTRATOR}
    if role in readers:
        assert office.ask(files_due, person, DAY) == 0
        bring_up_to_date(office, who=person)
    else:
        with pytest.raises(NotAllowed):
            office.ask(files_due, person, DAY)


def test_the_next_form_that_is_saved_is_assessed_anew(office):
    file = office.file_at(Stage.FILED)
    bring_up_to_date(office)
    office.press("file", file, nonce=a_nonce())
    assert row_of(office, file).is_due
