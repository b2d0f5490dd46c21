"""The lists of the regulation are whole, in order, and each entry has its place."""

import pytest

from domain.blitar.goals_and_tasks import (
    EndingGround,
    FacilitatorTask,
    Goal,
    GoalGroup,
    Listed,
    MentorTask,
    ReportPart,
    SelectionStep,
    TaskGroup,
    tasks_in,
)

EVERY = [*MentorTask, *Goal, *FacilitatorTask, *ReportPart, *SelectionStep, *EndingGround]


# By hand from the regulation.
@pytest.mark.parametrize(
    ("entries", "letters", "before"),
    [
        (MentorTask, "abcdefghijklmnopqr", "Pasal 12 huruf "),
        (Goal, "abcdefghijkl", "Pasal 2 ayat (2) huruf "),
        (FacilitatorTask, "abcdefghi", "Pasal 5 ayat (3) huruf "),
        (EndingGround, "abcde", "Pasal 9 ayat (2) huruf "),
        (SelectionStep, "bcddde", "Pasal 8 huruf "),
    ],
)
def test_a_list_has_every_letter_in_order(entries: type[Listed], letters: str, before: str) -> None:
    assert "".join(entry.letter for entry in entries) == letters
    assert [entry.citation.place for entry in entries] == [before + letter for letter in letters]


def test_a_report_has_its_seven_parts_in_the_order_of_the_regulation() -> None:
    parts = ["Identifikasi", "Pembinaan", "Bimbingan", "Konsultasi", "Evaluasi", "Advokasi", "Rekomendasi"]
    assert [part.label for part in ReportPart] == parts
    assert {part.citation.place for part in ReportPart} == {"Pasal 16 ayat (2)"}
    assert {part.letter for part in ReportPart} == {""}


@pytest.mark.parametrize(
    ("group", "letters"),
    [
        (TaskGroup.BASIS, "abcdr"),
        (TaskGroup.BUSINESS, "efgh"),
        (TaskGroup.PRODUCT, "ijm"),
        (TaskGroup.FINANCE, "k"),
        (TaskGroup.MARKET, "lnopq"),
    ],
)
def test_every_task_is_found_in_one_group(group: TaskGroup, letters: str) -> None:
    assert "".join(task.letter for task in tasks_in(group)) == letters


@pytest.mark.parametrize(
    ("group", "letters"),
    [(GoalGroup.COOPERATIVE, "abcdef"), (GoalGroup.BOTH, "g"), (GoalGroup.MICRO, "hijkl")],
)
def test_every_goal_is_about_koperasi_micro_businesses_or_both(group: GoalGroup, letters: str) -> None:
    assert "".join(goal.letter for goal in Goal if goal.group is group) == letters


@pytest.mark.parametrize(
    "entries", [MentorTask, Goal, FacilitatorTask, ReportPart, SelectionStep, EndingGround]
)
def test_labels_and_values_of_a_list_differ(entries: type[Listed]) -> None:
    assert len({entry.label for entry in entries}) == len({entry.value for entry in entries}) == len(entries)


def test_every_entry_has_a_label_and_a_plain_value() -> None:
    assert all(entry.label and entry.value.replace("_", "").isalpha() for entry in EVERY)
    assert MentorTask("legality") is MentorTask.LEGALITY
