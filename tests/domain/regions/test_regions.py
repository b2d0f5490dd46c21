"""The kecamatan and desa of both regencies; counts are those of the Kepmendagri lists."""

import pytest

from domain.regions.regions import (
    BLITAR_REGENCY,
    REGENCIES,
    SAMPANG_REGENCY,
    Regency,
    district,
    districts,
    regency,
    village,
    villages,
)

# Boxes in degrees drawn generously by hand around each kabupaten (Sampang with Mandangin).
BOXES = {"35.05": (-8.40, -7.85, 111.80, 112.60), "35.27": (-7.40, -6.80, 112.95, 113.55)}


@pytest.mark.parametrize(
    ("one", "district_count", "village_count"), [(BLITAR_REGENCY, 22, 248), (SAMPANG_REGENCY, 14, 186)]
)
def test_a_regency_has_all_its_kecamatan_and_desa(
    one: Regency, district_count: int, village_count: int
) -> None:
    found = districts(one.code)
    assert [d.code for d in found] == [f"{one.code}.{n:02}" for n in range(1, district_count + 1)]
    codes = [v.code for d in found for v in villages(d.code)]
    assert len(codes) == len(set(codes)) == village_count
    assert codes == sorted(codes)


def test_sampang_is_both_a_kabupaten_and_a_kecamatan() -> None:
    town = district("35.27.03")
    assert town is not None
    assert (town.name, town.regency_code) == ("Sampang", SAMPANG_REGENCY.code)
    assert SAMPANG_REGENCY.name != town.name
    assert regency("35.27.03") is None
    assert district("35.27") is None


def test_kota_blitar_is_not_one_of_the_regencies() -> None:
    assert regency("35.72") is None
    assert regency("35.05") is BLITAR_REGENCY
    with pytest.raises(KeyError, match=r"35\.72"):
        districts("35.72")


def test_a_name_in_place_of_a_code_is_a_mistake_in_the_code() -> None:
    with pytest.raises(KeyError, match="Sampang"):
        districts("Sampang")
    with pytest.raises(KeyError, match="Sampang"):
        villages("Sampang")


def test_a_village_is_found_by_its_code() -> None:
    found = village("35.27.03.2005")
    assert found is not None
    assert (found.name, found.district_code) == ("Gunung Maddah", "35.27.03")
    assert found.regency_code == "35.27"
    assert found in villages("35.27.03")


@pytest.mark.parametrize("code", ["", "35", "35.27.99", "35.27.03.9999", "Sampang"])
def test_an_unknown_code_gives_nothing(code: str) -> None:
    assert village(code) is None
    assert district(code) is None


def test_every_village_lies_in_its_kecamatan_and_within_its_regency() -> None:
    for one in REGENCIES:
        south, north, west, east = BOXES[one.code]
        for kecamatan in districts(one.code):
            found = villages(kecamatan.code)
            assert found, kecamatan
            for v in found:
                assert v.code.startswith(f"{kecamatan.code}.")
                assert v.name == v.name.strip() != ""
                assert south < v.latitude < north, v
                assert west < v.longitude < east, v


def test_the_sea_is_south_in_blitar_and_north_in_sampang() -> None:
    # Wates and Bakung lie on the Indian Ocean, Udanawu inland; Ketapang lies on the Java Sea.
    assert villages("35.05.20")[0].latitude < villages("35.05.02")[0].latitude
    assert villages("35.27.12")[0].latitude > villages("35.27.03")[0].latitude
