"""What visits after the money went out tell of its use; what nobody knows stays unknown."""

from datetime import date

from domain.sampang.servicing.use_of_funds import UseOfFunds, findings

MAY, JUNE = date(2026, 5, 4), date(2026, 6, 8)


def visit(on: date, planned: bool | None = None, books: bool | None = None) -> UseOfFunds:
    return UseOfFunds(visitor="Fitri", on=on, bought="mesin", as_planned=planned, separate_books=books)


def told(*visits: UseOfFunds) -> list[tuple[str, str]]:
    return [(one.told, one.place.short) for one in findings(visits)]


def test_without_a_visit_nothing_is_known() -> None:
    assert told() == [
        ("Belum ada kunjungan yang dicatat sejak pencairan.", "VII.7"),
        ("Dipakai sebagai modal kerja, sesuai rencana: belum diketahui.", "VIII.3.a"),
        ("Dibukukan tersendiri: belum diketahui.", "VIII.3.b"),
    ]


def test_the_newest_known_answer_counts_and_a_later_blank_takes_nothing_away() -> None:
    assert told(visit(JUNE, planned=True), visit(MAY, planned=False, books=False)) == [
        ("2 kunjungan; terakhir 8 Juni 2026 oleh Fitri.", "VII.7"),
        ("Dipakai sebagai modal kerja, sesuai rencana: ya, menurut kunjungan 8 Juni 2026.", "VIII.3.a"),
        ("Dibukukan tersendiri: tidak, menurut kunjungan 4 Mei 2026.", "VIII.3.b"),
    ]
