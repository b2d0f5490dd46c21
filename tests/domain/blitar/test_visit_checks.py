"""What cannot be right in a visit (Pasal 12, Pasal 13, Pasal 16 ayat (2))."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.kinds import SubjectKind
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.visit import FollowUp, IndicatorChange, Visit, VisitPlace
from domain.blitar.visiting.visit_checks import VisitAround, check_draft, check_sent, value_problems

TODAY = date(2026, 6, 10)
APPOINTED, ENDED = date(2026, 2, 2), date(2026, 5, 29)
SINCE, UNTIL = date(2026, 3, 2), date(2026, 5, 20)
ON = date(2026, 4, 14)
WONODADI = "35.05.01"
SERVICE = Service(mentor_id=1, name="Sri", appointed_on=APPOINTED, contract_until=date(2026, 12, 31))
AROUND = VisitAround(
    service=SERVICE, client_kind=SubjectKind.CLIENT_MICRO, client_name="Warung", client_since=SINCE
)
WHOLE = Visit(
    mentor_id=1,
    client_id=1,
    on=ON,
    district_code=WONODADI,
    tasks=(MentorTask.CONSULTATION,),
    parts=(ReportPart.CONSULTATION,),
)


def a_visit(**changes):
    return replace(WHOLE, **changes)


def fields(visit, around=AROUND, check=check_sent):
    return {problem.field for problem in check(visit, around, TODAY)}


def day(number):
    return timedelta(days=number)


def test_a_visit_with_a_day_a_kecamatan_a_task_and_a_part_can_be_sent():
    assert not fields(WHOLE)


@pytest.mark.parametrize(
    ("on", "around", "is_wrong"),
    [
        (TODAY, AROUND, False),
        (TODAY + day(1), AROUND, True),  # has not happened yet
        (SINCE, AROUND, False),
        (SINCE - day(1), AROUND, True),  # was no binaan yet
        (APPOINTED, replace(AROUND, client_since=date(2026, 1, 5)), False),
        (APPOINTED - day(1), replace(AROUND, client_since=date(2026, 1, 5)), True),  # did not serve yet
        (ENDED, replace(AROUND, service=replace(SERVICE, ended_on=ENDED)), False),
        (ENDED + day(1), replace(AROUND, service=replace(SERVICE, ended_on=ENDED)), True),
        (UNTIL, replace(AROUND, client_until=UNTIL), False),
        (UNTIL + day(1), replace(AROUND, client_until=UNTIL), True),  # was no binaan any more
    ],
)
@pytest.mark.parametrize("check", [check_draft, check_sent])
def test_a_visit_lies_in_the_service_and_in_the_mentoring_and_not_ahead(on, around, is_wrong, check):
    assert fields(a_visit(on=on), around, check) == ({"on"} if is_wrong else set())


def test_of_one_wrong_day_only_one_thing_is_said():
    (problem,) = check_sent(a_visit(on=date(2025, 1, 1)), AROUND, TODAY)
    assert "2 Februari 2026" in problem.sentence


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"tasks": ()}, "tasks"),
        ({"parts": ()}, "parts"),
        ({"district_code": None}, "district_code"),
        ({"recommendation": "Urus NIB"}, "problem"),
        ({"recommendation": "Urus NIB", "problem": "  "}, "problem"),
    ],
)
def test_what_is_still_blank_stands_in_the_way_of_sending_but_not_of_a_draft(changes, field):
    assert fields(a_visit(**changes)) == {field}
    assert not fields(a_visit(**changes), check=check_draft)


def test_a_consultation_at_the_dinas_needs_no_kecamatan():
    assert not fields(a_visit(place=VisitPlace.OFFICE, district_code=None))


def test_a_kecamatan_elsewhere_is_refused_also_in_a_draft():
    for code in ("35.27.01", "35.05.99", ""):
        assert fields(a_visit(district_code=code), check=check_draft) == {"district_code"}


def test_a_perangkat_daerah_acts_on_a_recommendation_and_that_on_a_problem():
    agency = {"agency": "Dinas Kesehatan"}
    assert fields(a_visit(**agency), check=check_draft) == {"recommendation"}
    whole = {**agency, "recommendation": "Urus P-IRT", "problem": "P-IRT belum ada"}
    assert not fields(a_visit(**whole))


@pytest.mark.parametrize(
    ("follow_up", "field"),
    [
        (FollowUp(told="Foto produk", due_on=ON), ""),
        (FollowUp(told="Foto produk", due_on=ON - day(1)), "follow_ups.0.due_on"),
        (FollowUp(told="  ", due_on=ON), "follow_ups.0.told"),
        (FollowUp(told="x" * 301, due_on=ON), "follow_ups.0.told"),
    ],
)
def test_what_was_agreed_has_words_and_is_due_on_the_day_of_the_visit_or_later(follow_up, field):
    assert fields(a_visit(follow_ups=(follow_up,))) == ({field} if field else set())


def test_at_most_five_things_are_agreed():
    one = FollowUp(told="Foto produk", due_on=ON)
    assert not fields(a_visit(follow_ups=(one,) * 5))
    assert fields(a_visit(follow_ups=(one,) * 6)) == {"follow_ups"}


@pytest.mark.parametrize(
    ("indicator", "value", "is_wrong"),
    [
        (Indicator.HALAL, 0, False),
        (Indicator.HALAL, 1, False),
        (Indicator.HALAL, 2, True),
        (Indicator.HALAL, -1, True),
        (Indicator.SALES_CHANNELS, 0, False),
        (Indicator.SALES_CHANNELS, 100_000, False),
        (Indicator.SALES_CHANNELS, 100_001, True),
        (Indicator.SALES_CHANNELS, -1, True),
        (Indicator.ANNUAL_SALES, 0, False),
        (Indicator.ANNUAL_SALES, 10**12, False),
        (Indicator.ANNUAL_SALES, 10**12 + 1, True),
        (Indicator.ANNUAL_SALES, -1, True),
    ],
)
def test_a_value_fits_the_shape_of_its_indicator(indicator, value, is_wrong):
    assert bool([*value_problems("value", indicator, value)]) is is_wrong
    told = IndicatorChange(indicator=indicator, value=value)
    assert fields(a_visit(changes=(told,))) == ({"changes.0.value"} if is_wrong else set())


def test_an_indicator_of_a_koperasi_is_not_measured_at_a_micro_business():
    told = IndicatorChange(indicator=Indicator.ANNUAL_MEETING, value=1)
    assert fields(a_visit(changes=(told,))) == {"changes.0.indicator"}
    at_a_koperasi = replace(AROUND, client_kind=SubjectKind.CLIENT_COOPERATIVE)
    assert not fields(a_visit(changes=(told,)), at_a_koperasi)


def test_an_indicator_is_measured_once_at_a_visit():
    told = IndicatorChange(indicator=Indicator.HALAL, value=1)
    assert fields(a_visit(changes=(told, replace(told, value=0)))) == {"changes"}


@pytest.mark.parametrize(
    ("field", "longest"),
    [("problem", 5_000), ("shown_by", 300), ("note", 5_000)],
)
def test_texts_have_a_longest_length(field, longest):
    assert not fields(a_visit(**{field: "x" * longest}))
    assert fields(a_visit(**{field: "x" * (longest + 1)})) == {field}
