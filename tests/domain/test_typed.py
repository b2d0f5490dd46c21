"""What people type is declared once, and the declaration says what is too long, too large or blank."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

import pytest

from domain.declared import blanks, check_typed, check_whole, declared_at, undeclared
from domain.labelled import Labelled
from domain.typed import Count, Day, Given, Line, Prose, Reason, Rupiah


class Side(Labelled):
    LEFT = "left", "Kiri"


@dataclass(frozen=True)
class Stall:
    keeper: Annotated[str, Line("Nama penjaga")]
    profit: Annotated[int | None, Rupiah("Laba")] = None


@dataclass(frozen=True, kw_only=True)
class Market:
    name: Annotated[str, Line("Nama pasar")]
    opened_on: Annotated[date | None, Day("Tanggal buka")] = None
    stalls: tuple[Stall, ...] = ()
    notes: Annotated[Mapping[Side, str], Prose("Catatan")] = field(default_factory=dict)
    nicknames: Annotated[tuple[str, ...], Line("Nama lain", longest=5)] = ()
    days: Annotated[int, Count("Hari buka", unit="hari", least=1, largest=7)] = 7
    reason: Reason = ""
    keeper_key: Annotated[str, Given()] = ""


@dataclass(frozen=True)
class Undeclared:
    stall: Stall
    profit: int
    remarks: tuple[str, ...]
    opened_on: date


def test_a_line_takes_three_hundred_characters() -> None:
    assert check_typed(Market(name="a" * 300)) == []


def test_one_character_more_is_said_with_the_label_and_the_path() -> None:
    (problem,) = check_typed(Market(name="a" * 301))
    assert problem.field == "name"
    assert problem.sentence == "Nama pasar paling panjang 300 huruf; yang diketik 301. Ringkaskan."


@pytest.mark.parametrize(("length", "problems"), [(5_000, 0), (5_001, 1)])
def test_prose_takes_five_thousand_characters(length: int, problems: int) -> None:
    assert len(check_typed(Market(name="Pasar", reason="a" * length))) == problems


def test_a_field_may_be_shorter_than_its_kind() -> None:
    (problem,) = check_typed(Market(name="Pasar", nicknames=("Baru", "Terbaru")))
    assert problem.field == "nicknames.1"
    assert problem.sentence.startswith("Nama lain paling panjang 5 huruf; yang diketik 7.")


def test_parts_of_parts_are_named_by_their_place() -> None:
    market = Market(name="Pasar", stalls=(Stall("Sumi"), Stall("a" * 301)))
    assert [problem.field for problem in check_typed(market)] == ["stalls.1.keeper"]


def test_an_entry_of_a_mapping_is_called_by_its_choice() -> None:
    (problem,) = check_typed(Market(name="Pasar", notes={Side.LEFT: "a" * 5_001}))
    assert problem.field == "notes.left"
    assert problem.sentence.startswith("Kiri paling panjang 5.000 huruf")


def test_a_profit_of_two_million_is_no_problem() -> None:
    assert check_typed(Stall("Sumi", profit=2_000_000)) == []


@pytest.mark.parametrize(("profit", "problems"), [(-1, 1), (0, 0), (10**15, 0), (10**15 + 1, 1)])
def test_rupiah_run_from_nothing_to_a_thousand_trillion(profit: int, problems: int) -> None:
    assert len(check_typed(Stall("Sumi", profit))) == problems


@pytest.mark.parametrize(("days", "problems"), [(0, 1), (1, 0), (7, 0), (8, 1)])
def test_a_count_keeps_its_own_bounds(days: int, problems: int) -> None:
    assert len(check_typed(Market(name="Pasar", days=days))) == problems


def test_a_count_out_of_bounds_is_said_with_its_unit() -> None:
    (problem,) = check_typed(Market(name="Pasar", days=8))
    assert problem.sentence == "Hari buka harus antara 1 dan 7 hari. Periksa angkanya."


@pytest.mark.parametrize("unreadable", ["a\0b", "\ud800"])
def test_what_no_database_can_hold_is_said(unreadable: str) -> None:
    (problem,) = check_typed(Market(name=unreadable))
    assert problem.sentence.startswith("Nama pasar memuat tanda tak terlihat")


def test_letters_of_every_script_are_text() -> None:
    assert check_typed(Market(name="Pasar ꦥꦱꦂ 🛒")) == []


def test_a_blank_is_a_problem_only_where_nothing_stands_in_for_it() -> None:
    assert check_typed(Market(name=" ")) == []
    (problem,) = check_whole(Market(name=" "))
    assert (problem.field, problem.sentence) == ("name", "Nama pasar belum diisi. Isi dahulu.")


def test_a_part_that_lacks_what_it_needs_is_named() -> None:
    market = Market(name="Pasar", stalls=(Stall(""),))
    assert [problem.field for problem in check_whole(market)] == ["stalls.0.keeper"]


def test_blanks_are_told_before_there_is_a_dataclass() -> None:
    typed = {"name": "", "opened_on": None, "reason": ""}
    assert [problem.field for problem in blanks(Market, typed)] == ["name"]


def test_a_declaration_stands_at_the_path_of_its_field() -> None:
    assert declared_at(Market, "stalls.0.profit").declaration == Rupiah("Laba")
    assert declared_at(Market, "notes.left").declaration == Prose("Kiri")
    with pytest.raises(KeyError):
        declared_at(Market, "stalls.0.loss")


def test_texts_and_numbers_that_nobody_declared_are_found() -> None:
    assert undeclared(Undeclared) == ("profit", "remarks")
    assert undeclared(Market) == ()
