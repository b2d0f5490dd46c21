"""The shapes of maps as the server gives them out: once to a browser, and never old ones for new."""

import gzip
import json

import pytest
import streamlit as st

from db.office.boundaries import load_boundaries
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from pages.parts.map import shapes
from pages.parts.server import prepared
from pages.parts.store import now
from tests.domain.regions.office_maps import office_map
from tests.screens.asked_server import AskedServer
from tests.screens.demo_office import COVERAGE
from tests.screens.maps import DistrictMap


@pytest.fixture
def server(demo_url, monkeypatch):
    """Give a visitor of the server that serves shapes; afterwards each map carries its own again."""
    monkeypatch.setattr(shapes, "_served", False)  # put back at the end, whatever `prepared` makes of it
    st.cache_resource.clear()
    return AskedServer(prepared()["routes"])


def _drawn(office):
    screen = office.open(office.by_role[BlitarRole.FACILITATOR], COVERAGE)
    return json.loads(DistrictMap(screen, "cakupan").specification)


def test_the_browser_is_told_where_the_shapes_are_and_gets_all_kecamatan_there(office, server):
    specification = _drawn(office)
    status, headers, body = server.get(f"/{specification['data']['url']}")
    assert status == 200
    assert "immutable" in headers["cache-control"]
    features = json.loads(gzip.decompress(body))["features"]
    assert len({each["properties"]["code"] for each in features}) == 22
    assert "coordinates" not in json.dumps(specification)


def test_other_boundaries_have_another_address_and_the_old_one_ends(office, server):
    before = _drawn(office)["data"]["url"]
    keeper = next(one for one in office.people if one.name.startswith("Wati"))
    data = json.dumps(office_map(BLITAR.regency)).encode()
    with office.database.write() as session:
        load_boundaries(session, keeper, BLITAR, "batas.geojson", data, nonce="test-batas", at=now())
    after = _drawn(office)["data"]["url"]
    assert after != before
    assert server.get(f"/{before}")[0] == 404
    assert server.get(f"/{after}")[0] == 200


@pytest.mark.parametrize(
    "address", ["35.99/0/0123456789abcdef", "35.05/0/0123456789abcdef", "35.05/7/0123456789abcdef"]
)
def test_no_shapes_are_invented_for_an_address_that_no_map_has(server, address):
    assert server.get(f"/batas/{address}.json")[0] == 404
