"""Boundaries that the office loads are used until they are dropped."""

import json

import pytest

from db.office.boundaries import boundaries_in_use, drop_boundaries, load_boundaries, loaded_boundaries
from db.refusals import Wrong
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.programme import NotAllowed
from domain.regions.regions import BLITAR_REGENCY
from tests.db.people import NOW, a_nonce
from tests.domain.regions.office_maps import office_map

A_FILE = json.dumps(office_map(BLITAR_REGENCY)).encode()


def test_loaded_boundaries_are_used_until_they_are_dropped(programme):
    admin = programme.office.admin
    assert programme.read(lambda session, _: loaded_boundaries(session, BLITAR_REGENCY)) is None
    told = {"nonce": a_nonce(), "at": NOW}
    programme.do(load_boundaries, admin, BLITAR, "resmi.geojson", A_FILE, **told)
    loaded = programme.read(lambda session, _: loaded_boundaries(session, BLITAR_REGENCY))
    assert (loaded.name, loaded.by) == ("resmi.geojson", admin.name)
    first = programme.read(lambda session, _: boundaries_in_use(session, BLITAR_REGENCY))
    programme.do(drop_boundaries, admin, BLITAR, nonce=a_nonce(), at=NOW)
    assert programme.read(lambda session, _: loaded_boundaries(session, BLITAR_REGENCY)) is None
    assert programme.read(lambda session, _: boundaries_in_use(session, BLITAR_REGENCY)) > first


def test_a_file_that_is_no_map_is_refused_and_nothing_is_kept(programme):
    with pytest.raises(Wrong):
        programme.do(
            load_boundaries, programme.office.admin, BLITAR, "x.json", b"{}", nonce=a_nonce(), at=NOW
        )
    assert programme.read(lambda session, _: boundaries_in_use(session, BLITAR_REGENCY)) == 0


def test_only_the_administrator_loads_boundaries(programme):
    with pytest.raises(NotAllowed):
        programme.do(
            load_boundaries,
            programme.office.people[BlitarRole.FACILITATOR],
            BLITAR,
            "x",
            A_FILE,
            nonce=a_nonce(),
            at=NOW,
        )
