"""What cannot be right in an application, each said as a sentence beside its field.

A blank field is never a problem here: what is missing is the assessment's business. Fields are named
by their place in LoanApplication ("applicant.name", "collateral.0.year").
"""

from collections.abc import Iterator
from datetime import date

from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.identity import check_nik, check_npwp
from domain.problems import Problem
from domain.regions.regions import SAMPANG_REGENCY, district, village
from domain.sampang.application import Applicant, Collateral, LoanApplication
from domain.sampang.kinds import ApplicantKind

MOST_COLLATERAL = 50
FIRST_CAR = 1950
EARLIEST = date(1900, 1, 1)


def check(application: LoanApplication, day: date) -> tuple[Problem, ...]:
    """Every problem in an application as it stands on a day: what is mistyped, then what cannot be."""
    return tuple(
        problem
        for part in (
            check_typed(application),
            _applicant(application.applicant),
            _request(application, day),
            _answers(application, day),
            _collateral(application, day),
        )
        for problem in part
    )


def _applicant(applicant: Applicant) -> Iterator[Problem]:
    if not applicant.name.strip():
        yield Problem("applicant.name", "Nama belum diisi. Draf pun perlu nama agar dapat ditemukan lagi.")
    if applicant.nik:
        yield from check_nik(applicant.nik, SAMPANG_REGENCY.code, "applicant.nik").problems
    if applicant.spouse_nik:
        yield from check_nik(applicant.spouse_nik, SAMPANG_REGENCY.code, "applicant.spouse_nik").problems
    if applicant.spouse_nik and applicant.spouse_nik == applicant.nik:
        yield Problem(
            "applicant.spouse_nik",
            "NIK suami/istri sama dengan NIK pemilik, padahal keduanya dua orang. Periksa kedua KTP-nya.",
        )
    if applicant.npwp:
        yield from check_npwp(applicant.npwp, "applicant.npwp").problems
    if "*" in applicant.phone:
        yield Problem(
            "applicant.phone",
            "Tanda * menyamarkan angka, jadi nomor ini tidak dapat disimpan. Ketik nomornya lengkap, "
            "atau kosongkan.",
        )
    yield from _place(applicant)


def _place(applicant: Applicant) -> Iterator[Problem]:
    if applicant.district_code is not None:
        found = district(applicant.district_code)
        if found is None or found.regency_code != SAMPANG_REGENCY.code:
            yield Problem(
                "applicant.district_code",
                "Kecamatan ini tidak ada di Kabupaten Sampang. Pilih satu dari 14 kecamatan dalam daftar.",
            )
    if applicant.village_code is not None:
        home = village(applicant.village_code)
        if home is None or home.district_code != applicant.district_code:
            yield Problem(
                "applicant.village_code",
                "Desa/kelurahan ini tidak berada di kecamatan yang dipilih. Pilih lagi dari daftar.",
            )


def _request(application: LoanApplication, day: date) -> Iterator[Problem]:
    yield from _past(
        day,
        ("filed_on", application.filed_on),
        ("earlier.settled_on", application.earlier.settled_on),
        ("notice.notice_on", application.notice.notice_on),
    )


def _answers(application: LoanApplication, day: date) -> Iterator[Problem]:
    coop, business = application.cooperative, application.business
    kind = application.applicant.kind
    if kind is ApplicantKind.COOPERATIVE:
        yield from _past(day, ("cooperative.incorporated_on", coop.incorporated_on))
        if coop.board_size is not None and (coop.board_signatures or 0) > coop.board_size:
            yield Problem(
                "cooperative.board_signatures",
                "Tanda tangan lebih banyak daripada pengurus. Periksa kedua angka itu.",
            )
    elif kind is ApplicantKind.BUSINESS:
        yield from _past(
            day,
            ("business.founded_on", business.founded_on),
            ("business.active_since", business.active_since),
        )
        yield from _active_since(application)
        yield from _lease(application)


def _active_since(application: LoanApplication) -> Iterator[Problem]:
    founded, active = application.business.founded_on, application.business.active_since
    if founded and active and active < founded:
        yield Problem(
            "business.active_since",
            f"Usaha tidak mungkin aktif sebelum berdiri ({indonesian_date(founded)}). "
            "Periksa kedua tanggalnya.",
        )


def _lease(application: LoanApplication) -> Iterator[Problem]:
    start, end = application.business.lease_from, application.business.lease_until
    if start and end and end < start:
        yield Problem("business.lease_until", "Sewa berakhir sebelum mulai. Periksa kedua tanggalnya.")


def _collateral(application: LoanApplication, day: date) -> Iterator[Problem]:
    if len(application.collateral) > MOST_COLLATERAL:
        yield Problem("collateral", f"Paling banyak {MOST_COLLATERAL} agunan dalam satu pengajuan.")
    for place, thing in enumerate(application.collateral):
        yield from thing_problems(f"collateral.{place}", thing, day)
        first = application.collateral.index(thing)
        if first < place:
            yield Problem(
                f"collateral.{place}",
                f"Agunan ini sama persis dengan agunan {first + 1}, sehingga terhitung dua kali. "
                "Bedakan keterangannya (misalnya nomor BPKB atau sertifikat), atau hapus salah satu.",
            )


def thing_problems(field: str, thing: Collateral, day: date) -> Iterator[Problem]:
    """What cannot be right in one pledged thing, by the path of its field."""
    for name, year in (("year", thing.year), ("title_year", thing.title_year)):
        if year is not None and not FIRST_CAR <= year <= day.year + 1:
            yield Problem(
                f"{field}.{name}",
                f"Tahun {year} tidak mungkin. Isi tahun antara {FIRST_CAR} dan {day.year + 1}; "
                "Perbup menerima roda 2 mulai 2013 dan roda 4 mulai 2005 (IV.2.g butir 2).",
            )


def _past(day: date, *fields: tuple[str, date | None]) -> Iterator[Problem]:
    for field, told in fields:
        if told is not None and not EARLIEST <= told <= day:
            yield Problem(
                field,
                f"Tanggal {indonesian_date(told)} belum terjadi atau terlalu lama. "
                f"Isi tanggal sampai hari ini, {indonesian_date(day)}.",
            )
