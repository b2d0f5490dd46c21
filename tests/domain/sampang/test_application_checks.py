"""What cannot be right in an application, and beside which field it is said."""

from datetime import date
from typing import Any

import pytest

from domain.sampang.application_checks import check
from domain.sampang.kinds import MaritalStatus
from tests.domain.sampang.builders import FILED, JUTA, koperasi, mobil, motor, tanah, usaha

OWNER, SPOUSE = "3527034506850000", "3527030506840000"


def said(field: str, **changes: Any) -> list[str]:
    return [one.sentence for one in check(usaha(**changes), FILED) if one.field == field]


@pytest.mark.parametrize(
    ("active_since", "is_said"),
    [(date(2017, 12, 31), True), (date(2018, 1, 1), False), (date(2018, 1, 2), False), (None, False)],
)
def test_a_business_is_not_active_before_it_was_founded(active_since: date | None, is_said: bool) -> None:
    told = said("business.active_since", founded_on=date(2018, 1, 1), active_since=active_since)
    expected = "Usaha tidak mungkin aktif sebelum berdiri (1 Januari 2018). Periksa kedua tanggalnya."
    assert told == [expected] * is_said


def test_a_business_whose_founding_is_not_known_may_be_active_since_any_day() -> None:
    assert said("business.active_since", founded_on=None, active_since=date(2001, 1, 1)) == []


def test_a_koperasi_is_not_asked_since_when_a_business_is_active() -> None:
    mixed = koperasi(founded_on=date(2018, 1, 1), active_since=date(2017, 1, 1))
    assert check(mixed, FILED) == ()


@pytest.mark.parametrize(
    ("spouse", "is_said"), [(OWNER, True), (SPOUSE, False), (None, False)], ids=["same", "other", "none"]
)
def test_husband_and_wife_are_two_people_with_two_numbers(spouse: str | None, is_said: bool) -> None:
    told = said("applicant.spouse_nik", nik=OWNER, spouse_nik=spouse, marital_status=MaritalStatus.MARRIED)
    assert [sentence.startswith("NIK suami/istri sama dengan NIK pemilik") for sentence in told] == (
        [True] * is_said
    )


def test_two_numbers_that_nobody_wrote_down_are_not_the_same() -> None:
    assert said("applicant.spouse_nik", nik=None, spouse_nik=None) == []


def test_a_thing_that_is_written_down_twice_is_said_at_the_second() -> None:
    twice = (tanah(), mobil(description="Carry"), motor(), mobil(description="Carry"))
    problems = check(usaha(collateral=twice), FILED)
    assert [one.field for one in problems] == ["collateral.3"]
    assert "sama persis dengan agunan 2" in problems[0].sentence


@pytest.mark.parametrize("changes", [{"description": "Carry L 300"}, {"value": 38 * JUTA}, {"year": 2016}])
def test_two_things_that_differ_in_one_answer_are_two_things(changes: dict[str, Any]) -> None:
    things = (mobil(description="Carry"), mobil(**{"description": "Carry"} | changes))
    assert check(usaha(collateral=things), FILED) == ()


@pytest.mark.parametrize(
    ("phone", "is_said"),
    [("0812*345", True), ("0812 345", False), ("", False)],
    ids=["star", "typed", "blank"],
)
def test_a_star_in_a_telephone_is_said_beside_its_field(phone: str, is_said: bool) -> None:
    assert bool(said("applicant.phone", phone=phone)) is is_said
