"""All candidates at once: lines become registrations, wrong ones wait, late ones are recorded as late."""

from datetime import date
from typing import Any

import pytest

from domain.blitar.candidate_list.candidate_columns import CandidateColumn, CandidateSheet
from domain.blitar.candidate_list.candidate_rows import CandidatesRead, read_candidates
from domain.blitar.kinds import Education, Statement
from domain.blitar.selecting.lateness import late_in_way, outcome_with_lateness
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome
from domain.blitar.selecting.rounds import Round
from domain.tabular.workbook import RawLine

DAY = date(2026, 4, 1)
ROUND = Round(
    title="Seleksi contoh",
    announcement_number="",
    announced_on=date(2026, 3, 1),
    opens_on=date(2026, 3, 2),
    closes_on=date(2026, 3, 20),
    quota=1,
)
NIK = "3505012505950000"


def a_line(line: int = 1, **cells: Any) -> RawLine:
    told = {"NAME": "Ani", **cells}
    return RawLine(
        CandidateSheet.CANDIDATES, line, {CandidateColumn[name]: one for name, one in told.items()}
    )


def read(*lines: RawLine) -> CandidatesRead:
    return read_candidates(lines, ROUND, DAY)


def test_a_line_becomes_a_registration_and_what_is_blank_stays_unknown() -> None:
    (found,) = read(
        a_line(
            NIK=NIK, REGISTERED="5/3/2026", DISTRICT="Wonodadi", EDUCATION="S1", SERVES="tertulis", BODY="Ya"
        )
    ).candidates
    one = found.candidate
    assert (one.nik, one.registered_on, one.education) == (NIK, date(2026, 3, 5), Education.BACHELOR)
    assert (one.domicile.place.district_code, one.statements.serves_weekly) == ("35.05.01", Statement.WRITTEN)
    assert (one.health.states_body, one.health.states_mind, one.citizen) == (True, None, None)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"NIK": "12"}, "NIK: NIK (KTP) harus 16 digit"),
        ({"REGISTERED": "1/3/2026"}, "Tanggal mendaftar: Tanggal pendaftaran mendahului"),
        ({"EDUCATION": "entah"}, "Pendidikan: Pilih salah satu"),
        ({"CITIZEN": "mungkin"}, "WNI: Tulis Ya atau Tidak"),
        ({"NAME": None}, "Nama: belum diisi."),
        ({"NO_DEMAND": "Tidak"}, "Tidak menuntut jadi ASN: Pilih salah satu"),  # demands, or does not?
        ({"NO_DEMAND": "Ya"}, "Tidak menuntut jadi ASN: Pilih salah satu"),  # written or spoken (B-17)?
        ({"SERVES": "Ya"}, "Bersedia melayani tiap minggu: Pilih salah satu"),
    ],
)
def test_what_is_wrong_is_told_with_its_column(cells: dict[str, Any], told: str) -> None:
    (bad,) = read(a_line(**cells)).bad
    assert bad.faults[0].told.startswith(told)


def test_a_nik_twice_names_the_first_line() -> None:
    assert read(a_line(1, NIK=NIK), a_line(2, NIK=NIK)).bad[0].faults[0].told == "NIK: sama dengan baris 1."


@pytest.mark.parametrize(
    ("day", "is_late"), [(date(2026, 3, 20), False), (date(2026, 3, 21), True), (None, False)]
)
def test_late_is_who_comes_after_the_last_day(day: date | None, is_late: bool) -> None:
    assert (late_in_way(ROUND, day) is not None) is is_late


def test_nothing_that_is_recorded_heals_lateness_and_the_provision_is_told() -> None:
    passed = SelectionOutcome(kind=OutcomeKind.PASSED, on=DAY, by="Tim", reason="baik")
    found = outcome_with_lateness(ROUND, date(2026, 3, 21), passed)
    assert found is not None
    assert found.kind is OutcomeKind.LATE
    assert found.reason == (
        "Berkas diterima 21 Maret 2026, sesudah pendaftaran ditutup 20 Maret 2026. (Pasal 8 huruf c)"
    )
