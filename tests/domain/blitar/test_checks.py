"""What cannot be right in a registration or a client is told beside its field, and what is odd is shown."""

from datetime import date
from typing import Any

import pytest

from domain.blitar.client import Client
from domain.blitar.examining import examine_candidate
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import HealthIssuer, SubjectKind, WorkTie
from domain.blitar.notices import candidate_warnings
from domain.blitar.place import Place
from domain.blitar.registration_checks import check_candidate, check_client
from tests.domain.blitar.builders import KOTA_BLITAR, REGISTERED, TODAY, calon, examined, koperasi, law, mikro

# A man born on 17 May 1995, and a woman; serial 0000 belongs to nobody.
HIS = "3505011705950000"
HERS = "3505015705950000"
TOMORROW = date(2026, 4, 2)


@pytest.mark.parametrize("subject", [calon(), calon(nik=HIS), calon(nik=HERS), type(calon())(name="Contoh")])
def test_a_usual_or_blank_registration_has_no_problem(subject: Any) -> None:
    assert check_candidate(subject, TODAY) == ()


@pytest.mark.parametrize("client", [koperasi(), mikro(), mikro(nik=HERS), koperasi(place=KOTA_BLITAR)])
def test_a_usual_client_has_no_problem(client: Client) -> None:
    assert check_client(client, TODAY) == ()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "x" * 301}),
        ("nik", {"nik": "350501170595000"}),
        ("nik", {"nik": "3505017205950000"}),
        ("born_on", {"born_on": TOMORROW, "registered_on": None}),
        ("born_on", {"born_on": date(1899, 12, 31)}),
        ("born_on", {"born_on": date(2026, 3, 3)}),
        ("registered_on", {"registered_on": TOMORROW}),
        ("health.issued_on", {"issued_on": TOMORROW}),
        ("health.issuer", {"issuer": HealthIssuer.NONE}),
        ("police.in_file", {"in_file": False}),
        ("contract_ends_on", {"contract_ends_on": REGISTERED}),
        ("work_tie", {"work_tie": WorkTie.PERMANENT, "contract_ends_on": date(2026, 3, 1)}),
        ("work_tie", {"work_tie": WorkTie.SERVICE, "contract_ends_on": date(2026, 3, 1)}),
        ("domicile.place.district_code", {"place": Place(district_code="35.05.99")}),
        ("domicile.place.regency_code", {"place": Place(regency_code="35.72", district_code="35.05.01")}),
        (
            "domicile.place.village_code",
            {"place": Place(district_code="35.05.02", village_code="35.05.01.2001")},
        ),
        ("domicile.place.village_code", {"place": Place(village_code="35.05.01.9999")}),
        ("judgements.understanding", {"judgements": {"understanding": Judgement(True, "", TODAY, "baik")}}),
        ("judgements.understanding", {"judgements": {"understanding": Judgement(True, "Siti", TODAY, " ")}}),
        (
            "judgements.understanding",
            {"judgements": {"understanding": Judgement(True, "Siti", TOMORROW, "baik")}},
        ),
        ("note", {"note": "x" * 5_001}),
        ("experience.mentored_told", {"mentored_told": "x" * 5_001}),
    ],
)
def test_what_cannot_be_right_in_a_registration_is_told_beside_its_field(
    field: str, changes: dict[str, Any]
) -> None:
    (problem,) = check_candidate(calon(**changes), TODAY)
    assert problem.field == field
    assert problem.sentence.endswith(".")


@pytest.mark.parametrize(
    ("field", "client"),
    [
        ("name", koperasi(name="")),
        ("nik", koperasi(nik="12")),
        ("place.district_code", koperasi(place=Place(district_code="35.05.23"))),
        (
            "business.owner_home.regency_code",
            mikro(owner_home=Place(regency_code="35.05", district_code="35.72.01")),
        ),
        ("business.founded_on", mikro(founded_on=TOMORROW)),
        ("started_on", koperasi(started_on=TOMORROW)),
        ("business.capital", mikro(capital=-1)),
        ("business.annual_sales", mikro(annual_sales=10**12 + 1)),
    ],
)
def test_what_cannot_be_right_of_a_client_is_told_beside_its_field(field: str, client: Client) -> None:
    assert [problem.field for problem in check_client(client, TODAY)] == [field]


def test_a_problem_never_repeats_the_number_that_was_typed() -> None:
    (problem,) = check_candidate(calon(nik="350501170595000"), TODAY)
    assert "350501170595" not in problem.sentence


def test_a_contract_that_ended_the_day_before_is_no_contradiction() -> None:
    assert check_candidate(calon(contract_ends_on=date(2026, 3, 1)), TODAY) == ()


def test_a_nik_from_elsewhere_is_only_a_warning() -> None:
    moved = calon(nik="3527011705950000")
    assert check_candidate(moved, TODAY) == ()
    (warning,) = candidate_warnings(moved, TODAY)
    assert "35.27" in warning


@pytest.mark.parametrize("nik", [HIS, HERS])
def test_a_birth_date_that_is_not_that_of_the_nik_is_only_a_warning(nik: str) -> None:
    assert candidate_warnings(calon(nik=nik), TODAY) == ()
    other = calon(nik=nik, born_on=date(1995, 5, 18))
    assert check_candidate(other, TODAY) == ()
    (warning,) = examine_candidate(other, law()).warnings
    assert "18 Mei 1995" in warning
    assert "17 Mei 1995" in warning


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2023, 1, 5), ["belum berlaku pada 5 Januari 2023", "sejak 6 Januari 2023 (Pasal 17)"]),
        (date(2023, 1, 6), []),
    ],
)
@pytest.mark.parametrize("subject", [calon(), mikro()], ids=["calon", "binaan"])
def test_what_is_examined_on_a_day_before_the_regulation_says_so(
    day: date, told: list[str], subject: Any
) -> None:
    found = [line for line in examined(subject, law(day)).warnings if "belum berlaku" in line]
    assert len(found) == bool(told)
    for one in told:
        assert one in found[0]


def test_a_wrong_nik_gives_no_warning_of_its_own() -> None:
    assert candidate_warnings(calon(nik="12", born_on=date(1995, 5, 18)), TODAY) == ()


def test_a_koperasi_is_not_asked_what_only_a_business_answers() -> None:
    assert koperasi().kind is SubjectKind.CLIENT_COOPERATIVE
    assert check_client(koperasi(founded_on=TOMORROW), TODAY) == ()
