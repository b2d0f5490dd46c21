"""What the Tim Seleksi of the demo wrote down about each candidate of last winter."""

from datetime import date
from types import MappingProxyType
from typing import Final

from demo.blitar.candidates import RESERVE_KEY, Course, DemoCandidate, passed_key
from demo.blitar.posts import KESAMBEN
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestKind, TestResult

EXAMINERS: Final = "Tim Seleksi: Sari dan Hendra (contoh)"
EXAMINED: Final = frozenset(Course) - {Course.FAILED_FILE, Course.RUNNING}
INTERVIEWED: Final = EXAMINED - {Course.FAILED_WRITTEN}
_REASONS: Final = MappingProxyType(
    {
        Course.PASSED: "Berkas, ujian tertulis, dan wawancara memenuhi; ditempatkan menurut domisili.",
        Course.RESERVE: "Lulus kedua ujian, tetapi kuota sudah terisi.",
        Course.FAILED_WRITTEN: "Tidak lulus ujian tertulis.",
        Course.FAILED_INTERVIEW: "Tidak lulus wawancara.",
    }
)
_FILE_REASONS: Final = MappingProxyType(
    {
        "party_member": "Anggota partai politik (Pasal 7 huruf i).",
        "diploma": "Pendidikan D3, di bawah S1/sederajat (Pasal 7 huruf f).",
        "health_centre": "Surat sehat dari Puskesmas dan tidak diganti sampai pendaftaran ditutup "
        "(Pasal 7 huruf b; tafsir B-12 bacaan A).",
        "too_old": "Sudah berusia 41 tahun saat mendaftar (Pasal 7 huruf d).",
    }
)
_READING_REASONS: Final = MappingProxyType(
    {
        passed_key(KESAMBEN): "B-09 bacaan A: usia 40 tahun berlaku sampai sehari sebelum ulang tahun ke-41; "
        "sama untuk semua pendaftar.",
        RESERVE_KEY: "B-18 bacaan B: pengalaman mendampingi diutamakan, jadi calon tidak ditolak "
        "hanya karena butir ini.",
    }
)


def test_for(each: DemoCandidate, kind: TestKind, on: date) -> TestResult:
    """The result of a test that a candidate sat."""
    failed = {TestKind.WRITTEN: Course.FAILED_WRITTEN, TestKind.INTERVIEW: Course.FAILED_INTERVIEW}
    passed = each.course is not failed[kind]
    about = {
        TestKind.WRITTEN: ("soal perkoperasian dan usaha mikro", "menjawab"),
        TestKind.INTERVIEW: ("contoh kasus pendampingan", "menjelaskan"),
    }[kind]
    return TestResult(
        kind=kind,
        on=on,
        examiners=EXAMINERS,
        passed=passed,
        reason=f"{'Dapat' if passed else 'Belum dapat'} {about[1]} {about[0]}.",
    )


def outcome_for(each: DemoCandidate, on: date) -> SelectionOutcome:
    """What was decided about a candidate; the store signs it."""
    kinds = {Course.PASSED: OutcomeKind.PASSED, Course.RESERVE: OutcomeKind.RESERVE}
    return SelectionOutcome(
        kind=kinds.get(each.course, OutcomeKind.FAILED),
        on=on,
        by="",
        reason=_FILE_REASONS.get(each.key) or _REASONS[each.course],
        reading_reason=_READING_REASONS.get(each.key, ""),
    )
