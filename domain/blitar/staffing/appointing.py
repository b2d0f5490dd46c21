"""What cannot be right in an appointment as it is recorded: names, numbers and days."""

from collections.abc import Iterator
from datetime import date

from domain.blitar.appointment import Appointment
from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.identity import check_nik
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY, districts


def check_appointment(
    appointment: Appointment, nik: str | None, home_code: str | None, contract_until: date | None
) -> tuple[Problem, ...]:
    """Every problem in what is typed of an appointment, in the order of the form."""
    return (
        *_who(appointment, nik, home_code),
        *_decree(appointment),
        *_contract(appointment.appointed_on, contract_until),
        *check_typed(appointment),
    )


def _who(appointment: Appointment, nik: str | None, home_code: str | None) -> Iterator[Problem]:
    if not appointment.name.strip():
        yield Problem("name", "Nama belum diisi. Salin dari KTP.")
    if nik:
        yield from check_nik(nik, BLITAR_REGENCY.code).problems
    if home_code is not None and home_code not in {one.code for one in districts(BLITAR_REGENCY.code)}:
        yield Problem("home_code", "Kecamatan tempat tinggal dipilih dari 22 kecamatan Kabupaten Blitar.")


def _decree(appointment: Appointment) -> Iterator[Problem]:
    if not appointment.decree.strip():
        yield Problem("decree", "Nomor Keputusan Kepala Dinas belum diisi. Salin dari keputusannya.")
    if appointment.appointed_on is None:
        yield Problem("appointed_on", "Tanggal penetapan belum diisi. Isi tanggal pada keputusannya.")


def _contract(appointed_on: date | None, contract_until: date | None) -> Iterator[Problem]:
    if contract_until is None:
        yield Problem("contract_until", "Hari terakhir kontrak belum diisi. Salin dari kontraknya.")
    elif appointed_on and contract_until < appointed_on:
        told = f"Kontrak berakhir sebelum penetapan, {indonesian_date(appointed_on)}. Periksa keduanya."
        yield Problem("contract_until", told)
