"""What must be decided about the fund is counted as the meeting's queue counts it."""

from datetime import date

from domain.headline import WaitsFor
from domain.sampang.decisions_due import decisions
from domain.sampang.instruments import at
from domain.sampang.origination.stages import Stage

TODAY = date(2026, 11, 30)


def waiting(stage, count, since):
    return WaitsFor("berkas", "Pokjanis", count, since, at("VI.2.b"), key=stage)


def test_surveyed_and_postponed_files_are_one_number_as_in_the_queue_since_the_older_of_both():
    found = decisions(
        [
            waiting(Stage.SURVEYED, 8, date(2026, 11, 20)),
            waiting(Stage.POSTPONED, 1, date(2026, 11, 6)),
        ],
        200_000_000,
        TODAY,
    )
    assert [(one.what, one.since) for one in found] == [
        ("9 berkas siap dirapatkan Pokjanis", date(2026, 11, 6))
    ]


def test_a_postponed_file_alone_is_ready_too():
    (found,) = decisions([waiting(Stage.POSTPONED, 1, date(2026, 11, 6))], 0, TODAY)
    assert found.what == "1 berkas siap dirapatkan Pokjanis"
