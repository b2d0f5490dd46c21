"""A day is typed, or taken from the calendar beside it; what stands in the field is never changed."""

import pytest
from streamlit.testing.v1 import AppTest


def diary() -> None:
    from datetime import date

    import streamlit as st

    from pages.parts.day_field import day_looked_at
    from pages.parts.fields import Form

    form = Form("buku", {"opened": date(2026, 3, 5)})
    st.session_state["told"] = form.day("opened", "Tanggal buka")
    st.session_state["problems"] = [problem.sentence for problem in form.problems]
    st.session_state["seen"] = day_looked_at(
        "Tanggal lihat", "lihat", date(2026, 3, 1), first=date(2026, 1, 1), last=date(2026, 12, 31)
    )
    form.say(form.problems)


@pytest.fixture
def screen() -> AppTest:
    return AppTest.from_function(diary, default_timeout=60).run()


def said(screen: AppTest) -> str:
    return " ".join(str(one.value) for one in (*screen.caption, *screen.markdown))


def test_a_field_begins_with_its_day_as_people_write_it(screen: AppTest) -> None:
    assert screen.text_input[0].value == "05/03/2026"
    assert str(screen.session_state["told"]) == "2026-03-05"


def test_what_is_typed_stays_and_is_said_in_words(screen: AppTest) -> None:
    screen.text_input[0].set_value("6 mar 26").run()
    assert screen.text_input[0].value == "6 mar 26"
    assert str(screen.session_state["told"]) == "2026-03-06"
    assert "= 6 Maret 2026" in said(screen)


def test_a_day_that_cannot_be_is_no_day_and_never_the_one_before(screen: AppTest) -> None:
    screen.text_input[0].set_value("31/02/2026").run()
    assert screen.text_input[0].value == "31/02/2026"
    assert screen.session_state["told"] is None
    assert len(screen.session_state["problems"]) == 1
    assert "hanya mempunyai tanggal 1 sampai 28" in said(screen)


def test_an_emptied_field_is_blank_and_does_not_fall_back(screen: AppTest) -> None:
    screen.text_input[0].set_value("").run()
    assert screen.session_state["told"] is None
    assert screen.session_state["problems"] == []


def test_what_is_looked_at_stays_while_the_day_cannot_be_read_and_that_is_said(screen: AppTest) -> None:
    screen.text_input[1].set_value("2/3/2026").run()
    assert str(screen.session_state["seen"]) == "2026-03-02"
    screen.text_input[1].set_value("2/13/2026").run()
    assert str(screen.session_state["seen"]) == "2026-03-02"
    assert "Yang ditampilkan: 2 Maret 2026." in said(screen)


@pytest.mark.parametrize("typed", ["31/12/2025", "1/1/2027", ""])
def test_a_day_outside_what_can_be_looked_at_is_said(screen: AppTest, typed: str) -> None:
    screen.text_input[1].set_value(typed).run()
    assert str(screen.session_state["seen"]) == "2026-03-01"
    assert "Yang ditampilkan: 1 Maret 2026." in said(screen)
