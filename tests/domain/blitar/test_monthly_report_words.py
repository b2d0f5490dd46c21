"""What the monthly report says in words, and which addresses name one of its numbers."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.reporting.behind import Behind, Number, behind_of
from domain.blitar.reporting.report import (
    Narrative,
    first_to_open,
    months_from,
    newest_finished,
)
from domain.blitar.reporting.report_figures import PartFigures
from domain.blitar.reporting.report_words import (
    amount_of,
    changed_since,
    first_sentence,
    lines,
    not_counted,
    still_unwritten,
)
from domain.dates import months_up_to
from tests.documents.blitar.test_monthly_report import FIGURES

AUGUST, SEPTEMBER, OCTOBER, NOVEMBER = (date(2026, month, 1) for month in (8, 9, 10, 11))


def test_a_first_sentence_is_built_from_the_numbers_of_its_part():
    assert first_sentence(ReportPart.COACHING, FIGURES) == (
        "Pada Oktober 2026, bimbingan dilakukan dalam 59 kunjungan kepada 58 binaan oleh 18 Pendamping."
    )
    assert "33 tindak lanjut selesai" in first_sentence(ReportPart.EVALUATION, FIGURES)
    assert "25 terlambat" in first_sentence(ReportPart.EVALUATION, FIGURES)
    assert "tertulis berjumlah 12" in first_sentence(ReportPart.RECOMMENDATION, FIGURES)
    none = replace(FIGURES, by_part={ReportPart.ADVOCACY: PartFigures()})
    told = "Pada Oktober 2026 tidak ada kunjungan terverifikasi dengan advokasi."
    assert first_sentence(ReportPart.ADVOCACY, none) == told


def test_before_sending_the_empty_parts_and_the_uncounted_visits_are_named():
    texts = dict.fromkeys(ReportPart, "Berjalan.") | {ReportPart.COACHING: "", ReportPart.ADVOCACY: " "}
    told = still_unwritten(Narrative(texts=texts))
    assert told.startswith("2 dari 7 komponen Pasal 16 ayat (2) belum beruraian: Bimbingan, Advokasi.")
    assert still_unwritten(Narrative(texts=dict.fromkeys(ReportPart, "Berjalan."))) == ""
    # 23 wait and 2 were returned.
    assert not_counted(replace(FIGURES, drafts=4)) == "29 kunjungan bulan ini belum ikut dihitung."
    assert not_counted(replace(FIGURES, waiting=0, returned=0)) == ""


@pytest.mark.parametrize(
    "address",
    ["", "x", "visits:1", "part", "part:", "part:x", "task:guidance", "mentor", "mentor:x", "mentor:-1",
     "mentor:9999999999", "mentor:²", ":", "goal:legality"],
)  # fmt: skip
def test_an_address_that_names_no_number_opens_nothing(address):
    assert behind_of(address) is None


def test_every_number_is_found_again_by_its_address():
    keys = {Number.PART: "guidance", Number.TASK: "legality", Number.GOAL: "governance", Number.STAGE: "new"}
    keys |= {Number.MENTOR: "3", Number.MENTOR_CLIENTS: "3"}
    for number in Number:
        what = Behind(number, keys.get(number, ""))
        assert behind_of(what.address) == what


def test_a_number_is_the_one_of_the_report():
    assert amount_of(FIGURES, Behind(Number.VISITS)) == 1252
    assert amount_of(FIGURES, Behind(Number.WAITING)) == 23
    assert amount_of(FIGURES, Behind(Number.PART, "advocacy")) == 59
    assert amount_of(FIGURES, Behind(Number.TASK, "legality")) == 51
    assert amount_of(FIGURES, Behind(Number.GOAL, "micro_legality")) == 40
    assert amount_of(FIGURES, Behind(Number.STAGE, "guided")) == 107
    assert amount_of(FIGURES, Behind(Number.MENTOR, "3")) == 20
    assert amount_of(FIGURES, Behind(Number.MENTOR_CLIENTS, "3")) == 200
    assert amount_of(FIGURES, Behind(Number.MENTOR, "9")) == 0
    assert amount_of(FIGURES, Behind(Number.NO_MENTOR)) == 40
    with pytest.raises(ValueError, match="no number of the report"):
        amount_of(FIGURES, Behind("something new"))


def test_where_nothing_was_recorded_before_there_is_no_number_to_compare_with():
    assert [one.before for one in lines(FIGURES)][:3] == [249, 217, 1265]
    assert {one.before for one in lines(replace(FIGURES, before=None))} == {None}


def test_what_differs_from_the_sent_numbers_is_named():
    live = replace(FIGURES, totals=replace(FIGURES.totals, visits=1254))
    assert changed_since(FIGURES, live) == ("Kunjungan terverifikasi: terkirim 1.252, sekarang 1.254",)
    assert changed_since(FIGURES, FIGURES) == ()


def test_the_newest_finished_month_without_a_report_comes_first():
    months, day = (AUGUST, SEPTEMBER, OCTOBER, NOVEMBER), date(2026, 11, 22)
    assert first_to_open(months, [], day) == OCTOBER
    assert first_to_open(months, [OCTOBER], day) == SEPTEMBER
    assert first_to_open(months, [AUGUST, SEPTEMBER, OCTOBER], day) == OCTOBER
    assert first_to_open([NOVEMBER], [], day) == NOVEMBER
    assert first_to_open(months, [], date(2026, 10, 31)) == SEPTEMBER
    assert newest_finished(date(2026, 1, 31)) == date(2025, 12, 1)
    assert months_from(date(2025, 12, 31), date(2026, 2, 1)) == (
        date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1),
    )  # fmt: skip
    assert months_from(date(2026, 3, 5), date(2026, 2, 28)) == (date(2026, 2, 1),)
    assert months_up_to(date(2026, 1, 15), 3) == (date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1))
