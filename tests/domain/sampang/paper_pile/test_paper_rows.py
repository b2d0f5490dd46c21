"""A pile of paper applications: good forms go on, wrong ones come back with line, column and reason."""

from datetime import date, datetime
from typing import Any

import pytest

from domain.purpose_notices import FUND, NoticeGiven
from domain.sampang.kinds import ApplicantKind, CollateralKind, PriceLetter, Purpose, Source
from domain.sampang.paper_pile.paper_columns import FormColumn, PileSheet, ThingColumn
from domain.sampang.paper_pile.paper_rows import PileRead, read_pile
from domain.tabular.workbook import RawLine

DAY = date(2026, 11, 30)
FORM: dict[FormColumn, Any] = {
    FormColumn.NUMBER: "1",
    FormColumn.KIND: "UMKM",
    FormColumn.NAME: "Toko Aisyah",
    FormColumn.NIK: "3527034506850000",
    FormColumn.DISTRICT: "Kec. Omben",
    FormColumn.FILED_ON: "2/3/2026",
    FormColumn.AMOUNT: "20 juta",
    FormColumn.TERM: 24,
    FormColumn.PURPOSE: "Modal kerja",
    FormColumn.FOUNDED: "1 Mei 1995",
    FormColumn.LICENCE: "ya",
}
LAND: dict[ThingColumn, Any] = {
    ThingColumn.NUMBER: 1,
    ThingColumn.KIND: "SHM",
    ThingColumn.VALUE: 26_000_000,
    ThingColumn.OWN: "Ya",
    ThingColumn.PRICE: "Camat",
}


def form(line: int = 2, **cells: Any) -> RawLine:
    told = FORM | {FormColumn[name]: cell for name, cell in cells.items()}
    return RawLine(PileSheet.FORMS, line, told)


def thing(line: int = 2, **cells: Any) -> RawLine:
    return RawLine(PileSheet.THINGS, line, LAND | {ThingColumn[name]: cell for name, cell in cells.items()})


def read(*lines: RawLine) -> PileRead:
    return read_pile(lines, DAY)


def faults(*lines: RawLine) -> list[tuple[str, int, str, str]]:
    return [
        (one.raw.sheet.label, one.raw.line, fault.column, fault.sentence)
        for one in read(*lines).bad
        for fault in one.faults
    ]


def test_a_form_becomes_an_application_as_it_stands_on_the_paper() -> None:
    (found,) = read(form(), thing()).forms
    asked = found.application
    assert (asked.applicant.kind, asked.applicant.name) == (ApplicantKind.BUSINESS, "Toko Aisyah")
    assert (asked.amount, asked.term_months, asked.purpose) == (20_000_000, 24, Purpose.WORKING_CAPITAL)
    assert (asked.filed_on, asked.business.founded_on) == (date(2026, 3, 2), date(1995, 5, 1))
    assert asked.source is Source.PAPER
    (land,) = asked.collateral
    assert (land.kind, land.value, land.price_letter) == (CollateralKind.LAND, 26_000_000, PriceLetter.CAMAT)


def test_a_blank_is_never_a_no() -> None:
    asked = read(form(LICENCE=None)).forms[0].application
    assert asked.business.has_licence is None
    assert asked.business.owner_arrears is None
    assert asked.papers == {}


def test_the_notice_of_a_paper_form_is_kept_with_todays_text() -> None:
    notice = read(form(NOTICE_ON="2/3/2026", NOTICE_BY="Rina")).forms[0].application.notice
    assert notice == NoticeGiven(notice_on=date(2026, 3, 2), notice_by="Rina", version=FUND.version)


def test_a_paper_form_without_a_notice_is_taken_in_with_nothing_known_of_it() -> None:
    assert read(form()).forms[0].application.notice == NoticeGiven()


def test_all_papers_are_those_of_this_kind_of_applicant() -> None:
    papers = read(form(PAPERS="Ya")).forms[0].application.papers
    assert papers["owner_identity"]
    assert "board_identity" not in papers


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"NAME": None}, "Nama pemohon", "belum diisi"),
        ({"FILED_ON": None}, "Tanggal diterima", "belum diisi"),
        ({"FILED_ON": datetime(2026, 12, 1)}, "Tanggal diterima", "belum terjadi"),
        ({"KIND": "PT"}, "Jenis pemohon", "Pilih salah satu"),
        ({"NIK": "352703"}, "NIK", "16"),
        ({"NIK": 3.52703450685e15}, "NIK", "dibulatkan oleh Excel"),
        ({"AMOUNT": "banyak"}, "Pinjaman yang diminta", ""),
        ({"TERM": 0}, "Jangka waktu (bulan)", "antara 1 dan 120"),
        ({"LICENCE": "mungkin"}, "Memiliki izin usaha", "Ya atau Tidak"),
        ({"DISTRICT": "Surabaya"}, "Kecamatan", "tidak ada di Kabupaten Sampang"),
        ({"ACTIVE": "1/1/1990"}, "Usaha aktif sejak", "sebelum berdiri"),
        ({"KIND": "Koperasi"}, "Tanggal usaha berdiri", "hanya untuk usaha"),
        ({"AMOUNT": "#REF!"}, "Pinjaman yang diminta", "galat Excel"),
    ],
)
def test_a_wrong_cell_comes_back_with_line_and_column(cells: Any, column: str, words: str) -> None:
    found = faults(form(7, **cells))
    assert ("Pengajuan", 7, column) in [one[:3] for one in found]
    assert any(words in sentence for _, _, told, sentence in found if told == column)


def test_a_wrong_thing_holds_back_its_form_and_only_that() -> None:
    found = read(form(2), form(3, NUMBER="2", NIK="3527034506850001"), thing(5, YEAR=1800))
    assert [one.line for one in found.forms] == [3]
    assert [(one.raw.sheet, one.raw.line, bool(one.faults)) for one in found.bad] == [
        (PileSheet.FORMS, 2, False),
        (PileSheet.THINGS, 5, True),
    ]


def test_a_number_that_stands_twice_comes_back() -> None:
    found = faults(form(2), form(3, NAME="Toko Lain"))
    assert found == [("Pengajuan", 3, "Nomor formulir", "sama dengan baris 2 berkas ini.")]


def test_a_thing_of_no_form_comes_back() -> None:
    found = faults(form(2), thing(4, NUMBER="99"))
    assert found == [("Agunan", 4, "Nomor formulir", "nomor ini tidak ada di lembar Pengajuan.")]


def test_the_same_form_has_the_same_sign_and_another_has_another() -> None:
    one, again, other = (read(each).forms[0].sign for each in (form(2), form(9), form(2, AMOUNT="21 juta")))
    assert one == again
    assert one != other
