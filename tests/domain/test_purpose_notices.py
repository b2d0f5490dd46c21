"""What people were told about their data: who told them, when, and which text."""

from dataclasses import replace
from datetime import date

import pytest

from domain.purpose_notices import FUND, MENTORING, NOT_KNOWN, NoticeGiven, given
from domain.sampang.eligibility import examine
from domain.sampang.origination.loan_file import is_open_change
from tests.domain.sampang.builders import law, usaha

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
OLD = NoticeGiven(notice_on=MONDAY, notice_by="Rina", version="dana bergulir, teks 0")


def test_a_notice_is_told_with_day_person_and_text() -> None:
    assert given(MONDAY, " Rina ", NoticeGiven(), FUND).told == (
        "disampaikan 2 Maret 2026 oleh Rina (dana bergulir, teks 1)"
    )


def test_a_missing_notice_is_not_known_rather_than_not_given() -> None:
    assert given(None, "Rina", OLD, FUND) == NoticeGiven()
    assert NoticeGiven().told == NOT_KNOWN


def test_a_text_that_was_told_stays_the_one_that_was_told() -> None:
    assert given(MONDAY, "Rini", OLD, FUND).version == OLD.version


def test_a_notice_of_another_day_is_of_todays_text() -> None:
    assert given(TUESDAY, "Rina", OLD, FUND).version == FUND.version


@pytest.mark.parametrize("one", [FUND, MENTORING])
def test_each_text_says_what_for_who_sees_it_and_what_one_may_ask(one) -> None:
    assert "Data" in one.text
    assert "hanya dilihat" in one.text
    assert "meminta melihat dan membetulkan" in one.text


def test_it_is_no_part_of_the_verdict() -> None:
    told, untold = (examine(one, law()).assessment for one in (usaha(notice=OLD), usaha()))
    assert (told.verdict, told.case.facts) == (untold.verdict, untold.case.facts)


def test_it_may_still_be_given_after_the_decision() -> None:
    assert is_open_change(usaha(), replace(usaha(), notice=OLD))
