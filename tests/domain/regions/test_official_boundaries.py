"""An office's own map is taken when it is right, and refused with a reason when it is not."""

import json

import pytest

from domain.regions.approximate_boundaries import boundaries
from domain.regions.official_boundaries import OfficialBoundaries, read_boundaries
from domain.regions.regions import BLITAR_REGENCY, REGENCIES, SAMPANG_REGENCY, districts
from tests.domain.regions.office_maps import BOW_TIE, area, office_map, read, refused, with_outer_ring


@pytest.mark.parametrize("regency", REGENCIES, ids=lambda r: r.name)
def test_a_right_map_is_taken_and_can_be_drawn(regency):
    found = read(office_map(regency), regency)
    assert isinstance(found, OfficialBoundaries)
    assert [s.district for s in found.shapes] == list(districts(regency.code))
    drawn, ours = found.geojson(), boundaries(regency)
    assert [f["properties"] for f in drawn["features"]] == [f["properties"] for f in ours["features"]]
    json.dumps(drawn, allow_nan=False)


def test_either_winding_comes_out_as_altair_needs_it():
    turned = office_map()
    for feature in turned["features"]:
        polygons = feature["geometry"]["coordinates"]
        for polygon in polygons if feature["geometry"]["type"] == "MultiPolygon" else [polygons]:
            polygon[:] = [ring[::-1] for ring in polygon]
    found = read(turned)
    assert isinstance(found, OfficialBoundaries)
    for shape in found.shapes:
        assert all(area(polygon[0]) < 0 for polygon in shape.polygons)


def test_a_hole_is_wound_the_other_way():
    found = with_outer_ring(BOW_TIE)
    original = office_map()["features"][1]["geometry"]["coordinates"][0]
    x, y = boundaries(SAMPANG_REGENCY)["features"][1]["properties"]["label"]
    hole = [[x, y], [x, y + 0.001], [x + 0.001, y], [x, y]]
    found["features"][1]["geometry"]["coordinates"] = [original, hole]
    taken = read(found)
    assert isinstance(taken, OfficialBoundaries)
    outer, inner = taken.shapes[1].polygons[0]
    assert area(outer) < 0 < area(inner)


def test_heights_and_repeated_positions_and_a_byte_order_mark_do_no_harm():
    found = office_map()
    for feature in found["features"]:
        polygons = feature["geometry"]["coordinates"]
        for polygon in polygons if feature["geometry"]["type"] == "MultiPolygon" else [polygons]:
            polygon[:] = [[[*p, 12.5] for p in [ring[0], *ring]] for ring in polygon]
    taken = read_boundaries(b"\xef\xbb\xbf" + json.dumps(found).encode(), SAMPANG_REGENCY)
    assert isinstance(taken, OfficialBoundaries)
    assert taken.shapes[0].polygons[0][0][0] != taken.shapes[0].polygons[0][0][1]


@pytest.mark.parametrize("spelling", ["{}.{}.{}", "{}{}{}", "{}{}{}0"])
@pytest.mark.parametrize("key", ["code", "KODE_KEC", "KDCPUM"])
def test_codes_may_be_spelled_in_several_ways(spelling, key):
    found = office_map()
    for feature in found["features"]:
        feature["properties"] = {key: spelling.format(*feature["properties"]["code"].split("."))}
    assert isinstance(read(found), OfficialBoundaries)


def test_a_code_may_be_a_number_or_the_id_of_the_feature():
    numbers, ids = office_map(), office_map()
    for one, other in zip(numbers["features"], ids["features"], strict=True):
        one["properties"] = {"kode": int(one["properties"]["code"].replace(".", ""))}
        other["id"] = other["properties"]["code"]
        other["properties"] = None
    assert isinstance(read(numbers), OfficialBoundaries)
    assert isinstance(read(ids), OfficialBoundaries)


@pytest.mark.parametrize("spelling", ["{}", "KECAMATAN {}", "Kec. {}", "kec.{}", " {} "])
def test_names_alone_are_enough(spelling):
    found = office_map()
    for feature in found["features"]:
        name = feature["properties"]["name"].replace("Karangpenang", "Karang Penang").upper()
        feature["properties"] = {"WADMKC": spelling.format(name), "WADMKK": "Sampang"}
    assert isinstance(read(found), OfficialBoundaries)


def test_a_name_decides_over_a_code_of_bps_which_counts_otherwise():
    found = office_map()
    for number, feature in enumerate(reversed(found["features"]), 1):
        feature["properties"] = {"kdcbps": f"3527{number:02}0", "name": feature["properties"]["name"]}
    assert isinstance(read(found), OfficialBoundaries)


@pytest.mark.parametrize("code", ["{}", "{}0"])
def test_exchanged_codes_are_found_by_where_the_villages_lie(code):
    found = office_map()
    codes = [f["properties"]["code"].replace(".", "") for f in found["features"]]
    for feature, other in zip(found["features"], reversed(codes), strict=True):
        feature["properties"] = {"kode": code.format(other)}
    assert refused(read(found), "desa-desanya", "BPS")


def test_a_code_and_a_name_that_disagree_are_refused():
    found = office_map()
    found["features"][0]["properties"]["name"] = "Torjun"
    assert refused(read(found), "ke-1", "berbeda")


def test_a_shape_over_the_whole_regency_is_refused():
    found = with_outer_ring([[112.9, -7.4], [113.6, -7.4], [113.6, -6.8], [112.9, -6.8], [112.9, -7.4]])
    assert refused(read(found), "Torjun")


@pytest.mark.parametrize("key", ["code", "name"])
def test_another_regencys_file_is_recognised(key):
    found = office_map(BLITAR_REGENCY)
    for feature in found["features"]:
        feature["properties"] = {key: feature["properties"][key]}
    assert refused(read(found, SAMPANG_REGENCY), "memuat Kabupaten Blitar", "Kabupaten Sampang")


def test_a_kecamatan_of_a_third_regency_is_not_taken():
    found = office_map()
    found["features"][3]["properties"]["code"] = "35.72.01"
    assert refused(read(found), "wilayah lain")
    found["features"][3]["properties"] = {"name": "Sukorejo"}
    assert refused(read(found), "ke-4", "tidak dikenali")


def test_our_shapes_under_the_other_regencys_names_are_refused():
    found = office_map(BLITAR_REGENCY)
    found["features"] = found["features"][:14]
    for feature, kecamatan in zip(found["features"], districts("35.27"), strict=True):
        feature["properties"] = {"name": kecamatan.name}
    assert refused(read(found), "jauh dari Kabupaten Sampang")


def test_a_missing_kecamatan_is_named():
    found = office_map()
    del found["features"][1]
    assert refused(read(found), "Torjun")
    del found["features"][2:8]
    assert refused(read(found), "dan 4 lainnya")


def test_a_kecamatan_that_comes_twice_is_named():
    found = office_map()
    found["features"].append(found["features"][1])
    assert refused(read(found), "Torjun", "lebih dari sekali")
