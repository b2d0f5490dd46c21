"""Another reading is told by what it says, with its id behind for who wants to look it up."""

from domain.sampang.readings.on_collateral import S10


def test_a_reading_is_told_in_words_with_its_name_behind() -> None:
    told = S10.read_as("B")
    assert S10.wording("B").rstrip(".") in told
    assert told.endswith("(tafsir S-10 bacaan B)")
