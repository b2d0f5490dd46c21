"""Registrations of the demo: a complete one, and the ways in which others fall short of Pasal 7."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Final

from demo.blitar.blitar_people import Neighbour
from demo.blitar.micro_trades import village_for
from domain.blitar.candidate import (
    Candidate,
    Domicile,
    Experience,
    HealthLetter,
    PoliceCertificate,
    Statements,
)
from domain.blitar.kinds import DomicileProof, Education, HealthIssuer, Statement, WorkTie
from domain.blitar.place import Place
from domain.regions.regions import BLITAR_REGENCY

CITY_OF_BLITAR: Final = "35.72"
_DEGREES: Final = (
    "S1 Manajemen", "S1 Ekonomi Pembangunan", "S1 Agribisnis", "S1 Peternakan", "S1 Akuntansi",
    "S1 Ilmu Komunikasi", "S1 Teknologi Pangan", "S1 Hukum Ekonomi Syariah",
)  # fmt: skip
_MENTORED: Final = (
    "Mendampingi kelompok perajin kendang", "Mendampingi pengurusan NIB pelaku usaha mikro",
    "Penyuluh kelompok ternak ayam petelur", "Mendampingi koperasi wanita menyusun laporan",
)  # fmt: skip
Turn = Callable[[Candidate], Candidate]


def whole_file(person: Neighbour, registered_on: date, chance: Random) -> Candidate:
    """A registration in which every paper and answer is there and meets Pasal 7."""
    is_trader = chance.random() < 0.4
    return Candidate(
        name=person.name,
        nik=person.nik,
        born_on=person.born,
        registered_on=registered_on,
        citizen=True,
        domicile=Domicile(place=_home(person, chance), proof=DomicileProof.IDENTITY_CARD),
        health=HealthLetter(
            issuer=HealthIssuer.REGIONAL_HOSPITAL,
            issued_on=registered_on - timedelta(days=chance.randint(2, 25)),
            states_body=True,
            states_mind=True,
        ),
        police=PoliceCertificate(
            in_file=True, valid_until=registered_on + timedelta(days=chance.randint(60, 170)), has_entry=False
        ),
        work_tie=WorkTie.NONE,
        education=Education.BACHELOR,
        education_told=chance.choice(_DEGREES),
        statements=Statements(
            no_demand_for_civil_service=Statement.WRITTEN,
            party_tie=False,
            party_letter=True,
            joins_every_stage=Statement.WRITTEN,
            serves_weekly=Statement.WRITTEN,
        ),
        experience=Experience(
            entrepreneurship=is_trader,
            entrepreneurship_told="Punya usaha kecil di rumah" if is_trader else "",
            mentored=True,
            mentored_told=chance.choice(_MENTORED),
            involved=True,
            involved_told="Ikut pelatihan koperasi dan usaha mikro tingkat kabupaten",
            paper=True,
            paper_told="Sertifikat pelatihan",
        ),
        note="Data contoh.",
    )


def born_before(registered_on: date, years: int, days: int) -> date:
    """A birthday that makes somebody so many years old, and at least so many days, on a day."""
    return registered_on.replace(year=registered_on.year - years, day=min(registered_on.day, 28)) - timedelta(
        days=days
    )


def _home(person: Neighbour, chance: Random) -> Place:
    return Place(
        regency_code=BLITAR_REGENCY.code,
        district_code=person.district_code,
        village_code=village_for(chance, person.district_code),
    )


def _lives_in_the_city(made: Candidate) -> Candidate:
    return replace(made, domicile=replace(made.domicile, place=Place(regency_code=CITY_OF_BLITAR)))


def _under_contract(made: Candidate) -> Candidate:
    ends_on = made.registered_on + timedelta(days=90) if made.registered_on else None
    return replace(made, work_tie=WorkTie.FIXED_TERM, contract_ends_on=ends_on)


def _member_of_a_party(made: Candidate) -> Candidate:
    return replace(made, statements=replace(made.statements, party_tie=True, party_letter=False))


def _never_mentored(made: Candidate) -> Candidate:
    past = Experience(entrepreneurship=True, mentored=False, involved=False, paper=False)
    told = "Mengelola usaha olahan kakao milik keluarga"
    return replace(made, experience=replace(past, entrepreneurship_told=told))


def _foreign_degree(made: Candidate) -> Candidate:
    told = "Ijazah sarjana dari perguruan tinggi di Malaysia"
    return replace(made, education=Education.OTHER, education_told=told)


TURNS: Final[Mapping[str, Turn]] = MappingProxyType(
    {
        "whole": lambda made: made,
        "applied_degree": lambda made: replace(
            made, education=Education.DIPLOMA_4, education_told="D4 Manajemen Pemasaran"
        ),
        "name_only": lambda made: Candidate(name=made.name, note=made.note),
        "no_police_paper": lambda made: replace(made, police=PoliceCertificate(in_file=False)),
        "health_centre": lambda made: replace(
            made, health=replace(made.health, issuer=HealthIssuer.HEALTH_CENTRE)
        ),
        "diploma": lambda made: replace(
            made, education=Education.DIPLOMA_3, education_told="D3 Administrasi Bisnis"
        ),
        "under_contract": _under_contract,
        "foreign_degree": _foreign_degree,
        "police_entry": lambda made: replace(made, police=replace(made.police, has_entry=True)),
        "lives_in_the_city": _lives_in_the_city,
        "party_member": _member_of_a_party,
        "never_mentored": _never_mentored,
    }
)
