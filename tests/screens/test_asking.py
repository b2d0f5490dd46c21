"""A form asks for a field as the domain declares it, and says beside the field what cannot be stored."""

import pytest
from streamlit.testing.v1 import AppTest


def market() -> None:
    from collections.abc import Mapping
    from dataclasses import dataclass, field
    from datetime import date
    from typing import Annotated

    import streamlit as st

    from domain.labelled import Labelled
    from domain.typed import Code, Count, Day, Line, OneOf, Prose, Rupiah, YesNo
    from pages.parts.fields import Form

    class Side(Labelled):
        LEFT = "left", "Kiri"
        RIGHT = "right", "Kanan"

    @dataclass(frozen=True, kw_only=True)
    class Market:
        name: Annotated[str, Line("Nama pasar")]
        keeper: Annotated[str | None, Line("Nama penjaga")] = None
        profit: Annotated[int | None, Rupiah("Laba")] = None
        stalls: Annotated[int | None, Count("Jumlah lapak", unit="lapak")] = None
        opened_on: Annotated[date | None, Day("Tanggal buka")] = None
        roofed: Annotated[bool | None, YesNo("Beratap?")] = None
        side: Annotated[Side | None, OneOf("Sisi")] = None
        village: Annotated[str | None, Code("Desa")] = None
        notes: Annotated[Mapping[Side, str], Prose("Catatan")] = field(default_factory=dict)

    form = Form("pasar", {"name": "Pasar Baru"}, of=Market)
    for path in ("name", "keeper", "profit", "stalls", "opened_on", "roofed", "side"):
        form.ask(path)
    form.ask("village", names={"01": "Gunung Sekar"})
    form.ask("notes.left", aside="VI.2.a")
    form.say(form.problems)
    st.session_state["answers"] = form.answers()
    st.session_state["problems"] = [problem.field for problem in form.problems]


@pytest.fixture
def screen() -> AppTest:
    return AppTest.from_function(market, default_timeout=60).run()


def test_every_kind_is_asked_with_its_label(screen: AppTest) -> None:
    assert [one.label for one in screen.text_input] == [
        "Nama pasar", "Nama penjaga", "Laba", "Jumlah lapak (lapak)", "Tanggal buka",
    ]  # fmt: skip
    assert [one.label for one in screen.selectbox] == ["Sisi", "Desa"]
    assert [one.label for one in screen.text_area] == ["Kiri (VI.2.a)"]


def test_a_field_that_may_be_unknown_is_none_while_it_is_blank(screen: AppTest) -> None:
    answers = screen.session_state["answers"]
    assert (answers["name"], answers["keeper"], answers["profit"]) == ("Pasar Baru", None, None)


def test_too_long_a_text_is_a_problem_beside_its_field(screen: AppTest) -> None:
    screen.text_input(key="pasar:name").set_value("a" * 301).run()
    assert screen.session_state["problems"] == ["name"]
    assert any("Nama pasar paling panjang 300 huruf" in one.value for one in screen.markdown)


def test_what_was_typed_too_long_is_not_cut(screen: AppTest) -> None:
    screen.text_input(key="pasar:name").set_value("a" * 301).run()
    assert len(screen.session_state["answers"]["name"]) == 301


def choices() -> None:
    import streamlit as st

    from domain.labelled import Labelled
    from pages.blitar.visits.thumb_fields import VisitForm

    class Side(Labelled):
        LEFT = "left", "Kiri"
        RIGHT = "right", "Kanan"

    form, words = VisitForm("pasar", {}), {side: side.label for side in Side}
    st.session_state["answers"] = [
        form.choice("choice", "Sisi", Side),
        form.one_of("one_of", "Sisi lain", Side),
        form.code("code", "Desa", {"01": "Gunung Sekar", "right": "Kanan"}),
        form.segment("segment", "Sisi ketiga", words),
        *form.several("several", "Beberapa", list(Side), first=()),
        *form.pills("pills", "Beberapa lain", words),
    ]
    st.session_state["kinds"] = [type(one).__name__ for one in st.session_state["answers"]]


def test_every_choice_that_comes_back_from_the_store_as_plain_text_stands_in_its_list_again() -> None:
    screen = AppTest.from_function(choices, default_timeout=60)
    for field in ("choice", "one_of", "code", "segment"):
        screen.session_state[f"pasar:{field}"] = "right"
    for field in ("several", "pills"):
        screen.session_state[f"pasar:{field}"] = ["right"]
    screen.run()
    assert screen.session_state["answers"] == ["right"] * 6
    assert screen.session_state["kinds"] == ["Side", "Side", "str", "Side", "Side", "Side"]
    assert [one.value for one in screen.selectbox] == ["right", "right"]


@pytest.mark.parametrize(("typed", "told"), [("Toko 中", True), ("Toko نور", False), ("Toko Ñuñez", False)])
def test_letters_that_no_paper_can_draw_are_told_beside_the_field(
    screen: AppTest, typed: str, told: bool
) -> None:
    screen.text_input[0].set_value(typed).run()
    assert any("4E2D" in one.value for one in screen.caption) is told


def test_letters_that_no_paper_can_draw_are_no_problem(screen: AppTest) -> None:
    screen.text_input[0].set_value("Toko 中").run()
    assert screen.session_state["problems"] == []
