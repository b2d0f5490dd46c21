"""The count of usaha of each kecamatan is kept with its source; what nobody counted is not there."""

import pytest

from domain.regions.business_counts import BusinessCount, BusinessCounts, counts_from, faults_of, typed_counts

BLITAR = "35.05"
HERE, THERE = "35.05.01", "35.05.02"
COUNTS = BusinessCounts("BPS “2025” & Dinas", {HERE: BusinessCount(1200, 34), THERE: BusinessCount(0, 1)})


def test_counts_come_back_as_they_were_written():
    assert counts_from(COUNTS.written()) == COUNTS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1200",
        "[]",
        "{}",
        '{"source": "x", "counts": {"35.05.01": [1]}}',
        '{"source": "x", "counts": {"35.05.01": [1.5, 2]}}',
        '{"source": "x", "counts": {"35.05.01": [true, 2]}}',
        '{"source": 4, "counts": {"35.05.01": [1, 2]}}',
        '{"source": "x", "counts": {"35.05.01": [1, 2]}, "more": 1}',
    ],
)
def test_any_other_text_holds_no_counts(text):
    assert counts_from(text) is None


def test_counts_are_told_in_one_sentence():
    assert COUNTS.in_words() == "1.200 usaha mikro dan 35 koperasi di 2 kecamatan, sumber: BPS “2025” & Dinas"


def test_whole_counts_have_no_fault():
    assert faults_of(COUNTS, BLITAR) == []


@pytest.mark.parametrize(
    ("counts", "field"),
    [
        (BusinessCounts(" ", COUNTS.by_district), "source"),
        (BusinessCounts("x" * 301, COUNTS.by_district), "source"),
        (BusinessCounts("BPS", {}), "value"),
        (BusinessCounts("BPS", {"35.27.01": BusinessCount(1, 1)}), "value"),
        (BusinessCounts("BPS", {HERE: BusinessCount(-1, 1)}), "value"),
        (BusinessCounts("BPS", {HERE: BusinessCount(1, 1_000_001)}), "value"),
    ],
)
def test_a_count_that_cannot_be_is_told_at_its_field(counts, field):
    assert [one.field for one in faults_of(counts, BLITAR)] == [field]


def test_a_blank_row_stays_unknown_and_a_nought_is_a_nought():
    typed = {HERE: (None, None), THERE: (5, 0)}
    counts, problems = typed_counts("BPS", typed, {HERE: "Wonodadi", THERE: "Udanawu"})
    assert counts.by_district == {THERE: BusinessCount(5, 0)}
    assert problems == []


def test_half_a_row_is_asked_for_by_name():
    _, problems = typed_counts("BPS", {HERE: (7, None)}, {HERE: "Wonodadi"})
    assert problems[0].sentence.startswith("Wonodadi: isi usaha mikro dan koperasi")
