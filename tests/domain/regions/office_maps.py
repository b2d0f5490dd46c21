"""Maps as an office could have them, made of our own shapes, and how a refusal looks."""

import json
from itertools import pairwise

from domain.problems import Problem
from domain.regions.approximate_boundaries import boundaries
from domain.regions.official_boundaries import read_boundaries
from domain.regions.regions import SAMPANG_REGENCY

BOW_TIE = [[113.1, -7.0], [113.2, -7.1], [113.2, -7.0], [113.1, -7.1], [113.1, -7.0]]


def office_map(regency=SAMPANG_REGENCY):
    """A map as an office could have it: ours, without our labels."""
    features = boundaries(regency)["features"]
    for feature in features:
        del feature["properties"]["label"]
    return {"type": "FeatureCollection", "features": features}


def read(collection, regency=SAMPANG_REGENCY):
    return read_boundaries(json.dumps(collection).encode(), regency)


def refused(found, *words):
    assert isinstance(found, Problem), found
    assert found.field == "boundary_file"
    assert found.sentence.endswith(".")
    for word in words:
        assert word in found.sentence
    return True


def with_outer_ring(ring):
    """Sampang's map with one ring of Torjun, the second feature, replaced."""
    found = office_map()
    found["features"][1]["geometry"] = {"type": "Polygon", "coordinates": [ring]}
    return found


def area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2
