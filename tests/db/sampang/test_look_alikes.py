"""The same person, household or business already in the store is pointed out, and stays apart."""

import pytest

from db.sampang.applications.look_alikes import Likeness, look_alikes, look_alikes_of
from db.tables import ApplicationRow
from domain.sampang.origination.stages import Stage
from tests.db.people import NIK, a_form, an_office

WIFE = "3527034708880000"
HUSBAND = "3527030101800000"
STORED = {
    "Toko Sari": {"nik": NIK, "district_code": "35.27.03"},
    "UD. Makmur": {"npwp": "012345678901234", "district_code": "35.27.03"},
    "Pak Hasan": {"nik": HUSBAND, "spouse_nik": WIFE, "district_code": "35.27.01"},
    "Tanpa Nomor": {},
}
CASES = [
    ({"name": "Lain", "nik": NIK}, {"Toko Sari": (Likeness.SAME_NIK,)}),
    ({"name": "Lain", "npwp": "0012345678901234"}, {"UD. Makmur": (Likeness.SAME_NPWP,)}),
    ({"name": "Lain", "npwp": "012345678901234"}, {"UD. Makmur": (Likeness.SAME_NPWP,)}),
    ({"name": "Bu Hasan", "nik": WIFE}, {"Pak Hasan": (Likeness.SPOUSE,)}),
    ({"name": "Bu Hasan", "spouse_nik": HUSBAND}, {"Pak Hasan": (Likeness.SPOUSE,)}),
    (
        {"name": "ud MAKMUR", "district_code": "35.27.03"},
        {"UD. Makmur": (Likeness.SAME_NAME,)},
    ),
    ({"name": "UD Makmur", "district_code": "35.27.01"}, {}),
    ({"name": "UD Makmur"}, {}),
    (
        {"name": "toko sari", "nik": NIK, "district_code": "35.27.03", "spouse_nik": HUSBAND},
        {
            "Toko Sari": (Likeness.SAME_NIK, Likeness.SAME_NAME),
            "Pak Hasan": (Likeness.SPOUSE,),
        },
    ),
    ({"name": "Tanpa Nomor"}, {}),
    ({"name": "", "nik": "", "npwp": ""}, {}),
    ({"name": "Lain", "nik": "3527034506850001"}, {}),
]


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        for name, more in STORED.items():
            office.save(a_form(name, **more))
        yield office


def found(office, applicant, except_id=None):
    with office.database.read() as session:
        return look_alikes(session, office.officer, applicant, except_id)


def test_each_way_of_being_alike_is_found_and_named(office):
    for told, expected in CASES:
        alike = found(office, a_form(**told).applicant)
        assert {entry.name: entry.alike_in for entry in alike} == expected, told
    assert office.count(ApplicationRow) == len(STORED)


def test_numbers_are_masked_and_an_application_is_not_its_own_look_alike(office):
    (entry,) = found(office, a_form(nik=NIK).applicant)
    assert entry.masked_nik == "3527**********00"
    assert found(office, a_form(nik=NIK).applicant, except_id=entry.id) == ()


def test_the_team_sees_look_alikes_of_a_stored_application_without_its_numbers(office):
    saved = office.save(a_form("Cabang", nik=NIK))
    with office.database.read() as session:
        (entry,) = look_alikes_of(session, office.member, saved.id)
    assert (entry.name, entry.alike_in) == ("Toko Sari", (Likeness.SAME_NIK,))


@pytest.mark.parametrize(
    ("stored", "typed", "is_found"),
    [
        ("Aisyah", "Aisah", True),
        ("Moh. Hasan", "Mohammad Hasan", True),
        ("Moh. Hasan", "Moh. Hosni", False),
    ],
)
def test_a_person_whose_name_is_written_in_another_way_is_pointed_out_in_the_kecamatan(
    office, stored, typed, is_found
):
    near = {"district_code": "35.27.05"}
    saved = office.save(a_form("Batik Satu", contact_name=stored, **near))
    alike = found(office, a_form("Konveksi Dua", contact_name=typed, **near).applicant)
    assert [(one.id, one.alike_in) for one in alike] == [(saved.id, (Likeness.SIMILAR_NAME,))] * is_found
    elsewhere = a_form("Konveksi Dua", contact_name=typed, district_code="35.27.06")
    assert found(office, elsewhere.applicant) == ()


def test_what_is_found_says_its_status(office):
    (one,) = found(office, a_form("Lain", nik=NIK).applicant)
    assert one.status is Stage.DRAFT


@pytest.mark.parametrize(
    ("old", "typed"),
    [
        ({"name": "Toko Lama", "nik": "3527034506850003"}, {"nik": "3527034506850003"}),
        ({"name": "Toko Lama", "spouse_nik": "3527034506850003"}, {"nik": "3527034506850003"}),
        ({"name": "Konveksi Dua"}, {}),
    ],
    ids=["NIK", "spouse", "name"],
)
def test_an_old_file_of_the_same_is_told_before_many_newer_ones_that_only_sound_alike(office, old, typed):
    near = {"district_code": "35.27.07"}
    saved = office.save(a_form(**{**near, **old}))
    for place in range(21):
        office.save(a_form(f"Batik {place}", contact_name="Aisyah", **near))
    alike = found(office, a_form("Konveksi Dua", contact_name="Aisah", **near, **typed).applicant)
    assert alike[0].id == saved.id
    assert len(alike) == 20


def test_the_same_nik_is_told_before_many_newer_files_of_the_same_name(office):
    saved = office.save(a_form("Toko Lama", nik="3527034506850003"))
    for _ in range(21):
        office.save(a_form("Toko Sari", district_code="35.27.03"))
    applicant = a_form("Toko Sari", nik="3527034506850003", district_code="35.27.03").applicant
    assert found(office, applicant)[0].id == saved.id
