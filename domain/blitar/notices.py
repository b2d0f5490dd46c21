"""Things that decide nothing and stop nothing, but that a careful officer wants to see."""

from datetime import date

from domain.blitar.candidate import Candidate
from domain.blitar.client import Client
from domain.blitar.kinds import SubjectKind
from domain.dates import indonesian_date
from domain.identity import birth_date_of, check_nik
from domain.regions.regions import BLITAR_REGENCY


def candidate_warnings(candidate: Candidate, day: date) -> tuple[str, ...]:
    """What to look at again in a registration, as it stands on a day."""
    return (*_nik_warnings(candidate.nik), *_birth_warnings(candidate, day))


def client_warnings(client: Client) -> tuple[str, ...]:
    """What to look at again about a client."""
    found = list(_nik_warnings(client.nik))
    is_micro, owner_here = client.kind is SubjectKind.CLIENT_MICRO, client.business.owner_home.in_blitar
    if is_micro and owner_here and client.place.in_blitar is False:
        found.append(
            "Pemilik berdomisili di Kabupaten Blitar, tetapi tempat usahanya di luar. Yang dihitung "
            "domisili pemilik (tafsir B-03); pastikan kunjungan tetap dapat dilakukan."
        )
    return tuple(found)


def _nik_warnings(nik: str | None) -> tuple[str, ...]:
    return check_nik(nik, BLITAR_REGENCY.code).warnings if nik else ()


def _birth_warnings(candidate: Candidate, day: date) -> tuple[str, ...]:
    number = check_nik(candidate.nik, BLITAR_REGENCY.code).number if candidate.nik else None
    in_nik = birth_date_of(number, day) if number else None
    if in_nik is None or candidate.born_on is None or in_nik == candidate.born_on:
        return ()
    return (
        f"Tanggal lahir yang diisi, {indonesian_date(candidate.born_on)}, berbeda dari tanggal lahir di "
        f"NIK, {indonesian_date(in_nik)}. Usia menentukan Pasal 7 huruf d, jadi cocokkan dengan KTP.",
    )
