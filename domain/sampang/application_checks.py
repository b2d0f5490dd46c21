"""What cannot be right in an application, each said as a sentence beside its field.

A blank field is never a problem here: what is missing is the assessment's business. Fields are named
by their place in LoanApplication ("applicant.name", "collateral.0.year").
"""

from collections.abc import Iterator
from datetime import date

from domain.dates import indonesian_date
from domain.identity import check_nik, check_npwp
from domain.money import rupiah
from domain.problems import Problem
from domain.regions.regions import SAMPANG_REGENCY, district, village
from domain.sampang.application import Applicant, Collateral, LoanApplication
from domain.sampang.kinds import ApplicantKind

LONGEST_NAME = 200
LONGEST_TEXT = 2_000
# Four hundred times the highest ceiling: beyond it a nought too many is the likelier explanation.
LARGEST_AMOUNT = 10**11
MOST_COLLATERAL = 50
FIRST_CAR = 1950
EARLIEST = date(1900, 1, 1)


def check(application: LoanApplication, day: date) -> tuple[Problem, ...]:
    """Every problem in an application as it stands on a day, in the order of the form."""
    return tuple(
        problem
        for part in (
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
    yield from _texts(
        ("applicant.name", applicant.name, LONGEST_NAME),
        ("applicant.contact_name", applicant.contact_name, LONGEST_NAME),
        ("applicant.spouse_name", applicant.spouse_name, LONGEST_NAME),
        ("applicant.registration_number", applicant.registration_number, LONGEST_NAME),
        ("applicant.address", applicant.address, LONGEST_TEXT),
        ("applicant.phone", applicant.phone, LONGEST_NAME),
    )
    if applicant.nik:
        yield from check_nik(applicant.nik, "applicant.nik").problems
    if applicant.spouse_nik:
        yield from check_nik(applicant.spouse_nik, "applicant.spouse_nik").problems
    if applicant.npwp:
        yield from check_npwp(applicant.npwp, "applicant.npwp").problems
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
    yield from _amounts(
        ("amount", application.amount, 1), ("earlier.last_amount", application.earlier.last_amount, 0)
    )
    if application.term_months is not None and not 1 <= application.term_months <= 120:
        yield Problem(
            "term_months",
            "Jangka waktu harus antara 1 dan 120 bulan. Perbup menyebut 12, 24 dan 36 bulan (III.6).",
        )
    yield from _texts(("plan", application.plan, LONGEST_TEXT), ("note", application.note, LONGEST_TEXT))
    yield from _past(
        day, ("filed_on", application.filed_on), ("earlier.settled_on", application.earlier.settled_on)
    )
    yield from _counts(("earlier.months_run", application.earlier.months_run, 600))


def _answers(application: LoanApplication, day: date) -> Iterator[Problem]:
    coop, business, group = application.cooperative, application.business, application.group
    kind = application.applicant.kind
    if kind is ApplicantKind.COOPERATIVE:
        yield from _past(day, ("cooperative.incorporated_on", coop.incorporated_on))
        yield from _counts(
            ("cooperative.board_size", coop.board_size, 200),
            ("cooperative.board_signatures", coop.board_signatures, 200),
        )
        if coop.board_size == 0:
            yield Problem(
                "cooperative.board_size",
                "Koperasi mempunyai pengurus; isi paling sedikit 1 (IV.1.f).",
            )
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
        yield from _amounts(
            ("business.net_assets", business.net_assets, 0),
            ("business.annual_sales", business.annual_sales, 0),
        )
        yield from _texts(("business.stated_because", business.stated_because, LONGEST_TEXT))
        yield from _lease(application)
    else:
        yield from _counts(("group.registered_members", group.registered_members, 1_000_000))


def _lease(application: LoanApplication) -> Iterator[Problem]:
    start, end = application.business.lease_from, application.business.lease_until
    if start and end and end < start:
        yield Problem("business.lease_until", "Sewa berakhir sebelum mulai. Periksa kedua tanggalnya.")


def _collateral(application: LoanApplication, day: date) -> Iterator[Problem]:
    if len(application.collateral) > MOST_COLLATERAL:
        yield Problem("collateral", f"Paling banyak {MOST_COLLATERAL} agunan dalam satu pengajuan.")
    for place, thing in enumerate(application.collateral):
        yield from _thing(f"collateral.{place}", thing, day)


def _thing(field: str, thing: Collateral, day: date) -> Iterator[Problem]:
    yield from _amounts((f"{field}.value", thing.value, 1))
    yield from _texts(
        (f"{field}.description", thing.description, LONGEST_NAME),
        (f"{field}.assessed_by", thing.assessed_by, LONGEST_NAME),
        (f"{field}.owner_name", thing.owner_name, LONGEST_NAME),
    )
    for name, year in (("year", thing.year), ("title_year", thing.title_year)):
        if year is not None and not FIRST_CAR <= year <= day.year + 1:
            yield Problem(
                f"{field}.{name}",
                f"Tahun {year} tidak mungkin. Isi tahun antara {FIRST_CAR} dan {day.year + 1}; "
                "Perbup menerima roda 2 mulai 2013 dan roda 4 mulai 2005 (IV.2.g butir 2).",
            )
    if thing.wheels is not None and not 2 <= thing.wheels <= 12:
        yield Problem(f"{field}.wheels", "Jumlah roda harus antara 2 dan 12; Perbup menyebut roda 2 dan 4.")


def _texts(*fields: tuple[str, str, int]) -> Iterator[Problem]:
    for field, text, longest in fields:
        if len(text) > longest:
            yield Problem(
                field,
                f"Tulisan ini {len(text)} huruf, terlalu panjang. Ringkas menjadi paling banyak {longest}.",
            )


def _amounts(*fields: tuple[str, int | None, int]) -> Iterator[Problem]:
    for field, amount, least in fields:
        if amount is not None and not least <= amount <= LARGEST_AMOUNT:
            yield Problem(
                field,
                f"Jumlah harus antara {rupiah(least)} dan {rupiah(LARGEST_AMOUNT)}. Periksa banyaknya nol.",
            )


def _counts(*fields: tuple[str, int | None, int]) -> Iterator[Problem]:
    for field, count, most in fields:
        if count is not None and not 0 <= count <= most:
            yield Problem(field, f"Isi dengan angka antara 0 dan {most}.")


def _past(day: date, *fields: tuple[str, date | None]) -> Iterator[Problem]:
    for field, told in fields:
        if told is not None and not EARLIEST <= told <= day:
            yield Problem(
                field,
                f"Tanggal {indonesian_date(told)} belum terjadi atau terlalu lama. "
                f"Isi tanggal sampai hari ini, {indonesian_date(day)}.",
            )
