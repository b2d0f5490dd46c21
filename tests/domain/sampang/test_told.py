"""What changed between two assessments, told in words."""

from domain.regulation.receipt_changes import changes
from domain.sampang.application import LoanApplication
from domain.sampang.kinds import CooperativeGrade
from domain.sampang.law import SAMPANG_LOANS
from tests.domain.sampang.builders import JUTA, but, examined, koperasi, mobil, tanah, usaha


def told(before: LoanApplication, after: LoanApplication) -> tuple[str, ...]:
    return changes(SAMPANG_LOANS, examined(before).receipt("1"), examined(after).receipt("1"))


def test_nothing_is_told_where_nothing_changed() -> None:
    assert told(koperasi(), koperasi()) == ()


def test_amounts_choices_and_answers_are_told_in_words() -> None:
    words = told(koperasi(), koperasi(grade=CooperativeGrade.EXCELLENT, senkuko=None, amount=60 * JUTA))
    grade = koperasi().cooperative.grade
    assert grade is not None
    assert f"peringkat koperasi: {grade.label} → {CooperativeGrade.EXCELLENT.label}" in words
    assert any(line.startswith("Apakah koperasi mempunyai unit usaha SENKUKO?") for line in words)
    assert any(line.startswith("pinjaman: Rp") and line.endswith("→ Rp60.000.000") for line in words)


def test_an_outcome_is_told_by_the_title_of_its_rule() -> None:
    words = told(usaha(), usaha(on_red_list=True))
    assert "Tidak tercatat di daftar merah (IX.3): terpenuhi → tidak terpenuhi" in words


def test_the_pledged_things_that_changed_came_or_went_are_named() -> None:
    before = but(usaha(), collateral=(tanah(), mobil(40 * JUTA)))
    assert "Agunan 2 berubah: nilai agunan: Rp40.000.000 → Rp39.000.000" in told(
        before, but(usaha(), collateral=(tanah(), mobil(39 * JUTA)))
    )
    assert "Agunan 1 tidak ada lagi: Tanah (sertifikat), Rp130.000.000" in told(
        before, but(usaha(), collateral=(mobil(40 * JUTA),))
    )
    assert "Agunan 1 baru: Tanah (sertifikat), Rp5.000.000" in told(
        before, but(usaha(), collateral=(tanah(5 * JUTA), tanah(), mobil(40 * JUTA)))
    )
    assert told(before, but(usaha(), collateral=(mobil(40 * JUTA), tanah()))) == ("Urutan agunan berubah",)
