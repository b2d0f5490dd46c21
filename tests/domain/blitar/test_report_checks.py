"""What stands in the way of reports, letters to Perangkat Daerah, reviews, and the end of a mentoring."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.blitar.caseload.client_leaving import Leaving, LeavingGround, check_leaving
from domain.blitar.goals_and_tasks import FacilitatorTask, ReportPart
from domain.blitar.reporting.facilitator_review import (
    FacilitatorReview,
    TaskResult,
    TaskReview,
    check_review,
    serves_in,
)
from domain.blitar.reporting.recommendations import (
    Answer,
    BundlePrepared,
    LetterNumber,
    check_answer,
    check_bundle,
    check_letter,
    check_sending,
    check_standing,
)
from domain.blitar.reporting.report import (
    Correction,
    Gap,
    GapReason,
    Narrative,
    check_correction,
    check_narrative,
    check_report,
    last_day_of,
    month_of,
)
from domain.blitar.reporting.report_figures import MentorFigures, ReportFigures, Totals
from domain.blitar.staffing.assignments import Service

JUNE, TODAY = date(2026, 6, 1), date(2026, 7, 3)
NOTHING = Totals(**dict.fromkeys(Totals.__dataclass_fields__, 0))
ONE_DAY = timedelta(days=1)


def figures(*mentors, month=JUNE):
    return ReportFigures(
        month=month,
        totals=NOTHING,
        before=NOTHING,
        waiting=0,
        drafts=0,
        returned=0,
        by_part={},
        by_task={},
        by_goal={},
        by_stage={},
        mentors=mentors,
        visits_by_month={},
    )


def mentor(staff_id, visits, **more):
    return MentorFigures(staff_id=staff_id, name=f"Pendamping {staff_id}", visits=visits, **more)


def fields(problems):
    return {str(one.field) for one in problems}


# ---- the monthly report (Pasal 5 ayat (3) huruf i, Pasal 16) -------------------------------------
@pytest.mark.parametrize(
    ("day", "wrong"),
    [(date(2026, 6, 30), {"month"}), (date(2026, 7, 1), set()), (date(2026, 6, 15), {"month"})],
)
def test_a_report_is_sent_when_its_month_is_over(day, wrong):
    assert fields(check_report(Narrative(), figures(mentor(1, 12)), day)) == wrong


@pytest.mark.parametrize(
    ("gaps", "wrong"),
    [
        ((), {"gaps.2"}),
        ((Gap(staff_id=1, reason=GapReason.SICK),), {"gaps.2"}),  # said of another
        ((Gap(staff_id=2),), {"gaps.2"}),  # no reason chosen yet
        ((Gap(staff_id=2, reason=GapReason.SICK),), set()),
        ((Gap(staff_id=2, reason=GapReason.NOT_REPORTED),), set()),
        ((Gap(staff_id=2, reason=GapReason.OTHER),), {"gaps.2"}),
        ((Gap(staff_id=2, reason=GapReason.OTHER, note=" "),), {"gaps.2"}),
        ((Gap(staff_id=2, reason=GapReason.OTHER, note="Pindah tugas"),), set()),
    ],
)
def test_a_pendamping_without_a_visit_is_reported_with_a_reason(gaps, wrong):
    found = check_report(Narrative(gaps=gaps), figures(mentor(1, 12), mentor(2, 0)), TODAY)
    assert fields(found) == wrong


def test_visits_that_wait_do_not_stand_for_a_verified_one():
    assert fields(check_report(Narrative(), figures(mentor(2, 0, waiting=9)), TODAY)) == {"gaps.2"}


def test_a_pendamping_whose_visits_wait_is_told_so_and_the_reason_holds_only_then():
    waits = figures(mentor(2, 0, waiting=11))
    (problem,) = check_report(Narrative(), waits, TODAY)
    assert "11 kunjungan menunggu verifikasi" in problem.sentence
    assert "“Menunggu verifikasi”" in problem.sentence
    told = Narrative(gaps=(Gap(staff_id=2, reason=GapReason.UNVERIFIED),))
    assert not check_report(told, waits, TODAY)
    (problem,) = check_report(told, figures(mentor(2, 0)), TODAY)
    assert "Pilih alasan lain" in problem.sentence


def test_parts_without_a_text_do_not_stand_in_the_way():
    told = Narrative(texts=dict.fromkeys(ReportPart, "Berjalan.") | {ReportPart.ADVOCACY: " "})
    assert told.unwritten == (ReportPart.ADVOCACY,)
    assert not check_report(told, figures(mentor(1, 12)), TODAY)


def test_nobody_asks_for_the_visits_of_one_who_no_longer_serves():
    assert not check_report(Narrative(), figures(mentor(2, 0, serving=False, clients=6)), TODAY)


def test_texts_of_a_report_have_a_longest_length_also_in_a_draft():
    for length, wrong in ((4_000, set()), (4_001, {"texts.coaching"})):
        assert fields(check_narrative(Narrative(texts={ReportPart.COACHING: "x" * length}))) == wrong
    assert fields(check_narrative(Narrative(closing="x" * 4_001))) == {"closing"}
    note = Gap(staff_id=3, reason=GapReason.SICK, note="x" * 301)
    assert fields(check_narrative(Narrative(gaps=(note,)))) == {"gaps.3.note"}


def test_a_correction_says_what_was_wrong():
    assert fields(check_correction(Correction(correction=" "))) == {"correction"}
    assert not check_correction(Correction(correction="Satu kunjungan terhitung dua kali"))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 6, 17), JUNE, date(2026, 6, 30)),
        (date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_month_has_its_first_and_its_last_day(day, first, last):
    assert (month_of(day), last_day_of(day)) == (first, last)


# ---- letters to Perangkat Daerah (Pasal 13) ------------------------------------------------------
@pytest.mark.parametrize(
    ("agency", "told", "wrong"),
    [
        ("Dinas Kesehatan", {7: "Penyuluhan"}, set()),
        (" ", {7: "Penyuluhan"}, {"agency"}),
        ("Dinas Kesehatan", {}, {"lines"}),
        ("Dinas Kesehatan", {7: " "}, {"told.7"}),
        ("Dinas Kesehatan", {7: "x" * 5_001}, {"told.7"}),
        ("Dinas Kesehatan", dict.fromkeys(range(100), "x"), set()),
        ("Dinas Kesehatan", dict.fromkeys(range(101), "x"), {"lines"}),
    ],
)
def test_a_letter_has_an_addressee_and_at_least_one_recommendation(agency, told, wrong):
    assert fields(check_bundle(BundlePrepared(agency=agency, told=told))) == wrong


VISITED, SET_ON, SENT_ON = date(2026, 6, 10), date(2026, 6, 15), date(2026, 6, 16)


@pytest.mark.parametrize(
    ("number", "on", "wrong"),
    [
        ("500.3/1", VISITED, set()),
        ("500.3/1", VISITED - ONE_DAY, {"on"}),
        ("500.3/1", TODAY, set()),
        ("500.3/1", TODAY + ONE_DAY, {"on"}),
        ("", SET_ON, {"number"}),
    ],
)
def test_a_letter_bears_a_number_and_a_day_not_before_its_visits(number, on, wrong):
    assert fields(check_letter(LetterNumber(number=number, on=on), VISITED, TODAY)) == wrong


@pytest.mark.parametrize(
    ("on", "wrong"),
    [(SET_ON, set()), (SET_ON - ONE_DAY, {"on"}), (TODAY, set()), (TODAY + ONE_DAY, {"on"})],
)
def test_a_letter_goes_out_on_or_after_the_day_on_which_it_was_set(on, wrong):
    assert fields(check_sending(on, SET_ON, TODAY)) == wrong


@pytest.mark.parametrize(
    ("answer", "on", "wrong"),
    [
        ("Dijadwalkan", SENT_ON, set()),
        ("Dijadwalkan", SENT_ON - ONE_DAY, {"on"}),
        ("Dijadwalkan", TODAY + ONE_DAY, {"on"}),
        (" ", SENT_ON, {"answer"}),
    ],
)
def test_an_answer_comes_on_or_after_the_day_of_sending_and_says_something(answer, on, wrong):
    assert fields(check_answer(Answer(answer=answer, on=on), SENT_ON, TODAY)) == wrong


def test_a_letter_does_not_rest_on_a_visit_that_was_returned():
    assert not check_standing(())
    (problem,) = check_standing(("Warung Bu Ani",))
    assert "Warung Bu Ani" in problem.sentence


# ---- the review of a Fasilitator (Pasal 15 ayat (2)) ---------------------------------------------
SERVICE = Service(mentor_id=3, name="Sari", appointed_on=date(2026, 2, 10), contract_until=date(2026, 12, 31))
REVIEW = FacilitatorReview(
    staff_id=3, month=JUNE, tasks={FacilitatorTask.GUIDANCE: TaskReview(result=TaskResult.DONE)}
)


@pytest.mark.parametrize(
    ("result", "note", "is_wrong"),
    [
        (TaskResult.DONE, "", False),
        (TaskResult.NOT_DUE, "", False),
        (TaskResult.PARTLY, "", True),
        (TaskResult.PARTLY, "Baru sebagian", False),
        (TaskResult.NOT_DONE, " ", True),
        (TaskResult.NOT_DONE, "Belum dijadwalkan", False),
    ],
)
def test_what_was_not_wholly_done_is_named(result, note, is_wrong):
    review = replace(REVIEW, tasks={FacilitatorTask.TRAINING: TaskReview(result=result, note=note)})
    assert fields(check_review(review, SERVICE, TODAY)) == ({"tasks.training"} if is_wrong else set())


def test_a_task_that_nobody_judged_is_no_no():
    review = replace(REVIEW, tasks={**REVIEW.tasks, FacilitatorTask.DATA: TaskReview()})
    assert not check_review(review, SERVICE, TODAY)
    assert review.judged == 1
    assert review.of(FacilitatorTask.DATA).told == "Belum dinilai"


def test_a_review_judges_something_or_concludes_something():
    assert fields(check_review(replace(REVIEW, tasks={}), SERVICE, TODAY)) == {"conclusion"}
    assert not check_review(replace(REVIEW, tasks={}, conclusion="Cukup"), SERVICE, TODAY)


@pytest.mark.parametrize(
    ("month", "serves", "wrong"),
    [
        (date(2026, 1, 1), False, {"month"}),
        (date(2026, 2, 1), True, set()),  # appointed on the 10th
        (date(2026, 7, 1), True, set()),  # the month that goes on
        (date(2026, 8, 1), True, {"month"}),  # has not begun
        (date(2026, 12, 1), True, {"month"}),
        (date(2027, 1, 1), False, {"month"}),
    ],
)
def test_a_review_is_about_a_month_in_service_that_has_begun(month, serves, wrong):
    assert serves_in(SERVICE, month) is serves
    assert fields(check_review(replace(REVIEW, month=month), SERVICE, TODAY)) == wrong


# ---- the end of a mentoring ----------------------------------------------------------------------
LEAVING = Leaving(ground=LeavingGround.REFUSED, on=date(2026, 6, 10), reason="Tidak bersedia")


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, set()),
        ({"on": date(2026, 3, 2)}, set()),  # on the day on which it came in
        ({"on": date(2026, 3, 1)}, {"on"}),
        ({"on": TODAY}, set()),
        ({"on": TODAY + ONE_DAY}, {"on"}),
        ({"reason": " "}, {"reason"}),
        ({"reason": "x" * 5_001}, {"reason"}),
    ],
)
def test_a_mentoring_ends_with_a_reason_between_its_start_and_today(changes, wrong):
    assert fields(check_leaving(replace(LEAVING, **changes), date(2026, 3, 2), TODAY)) == wrong
