"""What cannot be right in a registration or a client, each said as a sentence beside its field.

A blank field is never a problem here: what is missing is the assessment's business. Fields are named
by their place in the dataclass ("domicile.place.district_code").
"""

from collections.abc import Iterator, Mapping
from datetime import date

from domain.blitar.candidate import Candidate
from domain.blitar.client import Client
from domain.blitar.field_checks import (
    day_problems,
    place_problems,
)
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import HealthIssuer, SubjectKind, WorkTie
from domain.declared import check_typed
from domain.identity import check_nik
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY


def check_candidate(candidate: Candidate, day: date) -> tuple[Problem, ...]:
    """Every problem in a registration as it stands on a day, in the order of the form."""
    return tuple(
        problem
        for part in (
            _person("nik", candidate.name, candidate.nik),
            _dates(candidate, day),
            place_problems("domicile.place", candidate.domicile.place),
            _papers(candidate),
            _contract(candidate),
            check_typed(candidate),
            _judgements(candidate.judgements, day),
        )
        for problem in part
    )


def check_client(client: Client, day: date) -> tuple[Problem, ...]:
    """Every problem in what is told of a client as it stands on a day, in the order of the form."""
    business, is_micro = client.business, client.kind is SubjectKind.CLIENT_MICRO
    parts = [
        _person("nik", client.name, client.nik),
        place_problems("place", client.place),
        day_problems(day, ("started_on", client.started_on), ("consent.notice_on", client.consent.notice_on)),
        check_typed(client),
        _judgements(client.judgements, day),
    ]
    if is_micro:
        parts += [
            place_problems("business.owner_home", business.owner_home),
            day_problems(day, ("business.founded_on", business.founded_on)),
        ]
    return tuple(problem for part in parts for problem in part)


def _person(field: str, name: str, nik: str | None) -> Iterator[Problem]:
    if not name.strip():
        yield Problem("name", "Nama belum diisi. Draf pun perlu nama agar dapat ditemukan lagi.")
    if nik:
        yield from check_nik(nik, BLITAR_REGENCY.code, field).problems


def _dates(candidate: Candidate, day: date) -> Iterator[Problem]:
    born, registered = candidate.born_on, candidate.registered_on
    yield from day_problems(
        day,
        ("born_on", born),
        ("registered_on", registered),
        ("health.issued_on", candidate.health.issued_on),
    )
    if born and registered and born > registered and registered <= day:
        yield Problem(
            "born_on",
            "Tanggal lahir ada sesudah tanggal mendaftar, jadi usia tidak dapat dihitung. "
            "Cocokkan kedua tanggal itu dengan KTP dan formulir.",
        )


def _papers(candidate: Candidate) -> Iterator[Problem]:
    health, police = candidate.health, candidate.police
    if health.issuer is HealthIssuer.NONE and (health.states_body or health.states_mind):
        yield Problem(
            "health.issuer",
            "Surat sehat ditandai belum ada, tetapi isinya sudah dicatat. "
            "Pilih penerbitnya, atau kosongkan isinya.",
        )
    if police.in_file is False and (police.valid_until or police.has_entry is not None):
        yield Problem(
            "police.in_file",
            "SKCK ditandai belum ada, tetapi isinya sudah dicatat. Tandai ada, atau kosongkan isinya.",
        )


def _contract(candidate: Candidate) -> Iterator[Problem]:
    tie, ends_on, registered = candidate.work_tie, candidate.contract_ends_on, candidate.registered_on
    if ends_on is None or registered is None:
        return
    if tie is WorkTie.NONE and ends_on >= registered:
        yield Problem(
            "contract_ends_on",
            "Ditulis tidak terikat kontrak, tetapi kontraknya belum berakhir pada hari mendaftar. "
            "Pilih jenis kontraknya, atau perbaiki tanggal berakhirnya.",
        )
    if tie in (WorkTie.PERMANENT, WorkTie.SERVICE) and ends_on < registered:
        yield Problem(
            "work_tie",
            "Kontrak ini berakhir sebelum hari mendaftar, jadi tidak lagi mengikat. "
            "Pilih tidak terikat kontrak kerja, atau perbaiki tanggal berakhirnya.",
        )


def _judgements(judgements: Mapping[str, Judgement], day: date) -> Iterator[Problem]:
    for key, judged in judgements.items():
        field = f"judgements.{key}"
        if not judged.by.strip() or not judged.reason.strip():
            yield Problem(
                field, "Pendapat perlu nama dan alasan agar dapat dipertanggungjawabkan. Lengkapi keduanya."
            )
        yield from day_problems(day, (field, judged.on))
