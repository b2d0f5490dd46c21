"""Places inside a kabupaten that are none of it: a hole on its map, which should say what it is."""

from dataclasses import dataclass
from typing import Final

from domain.regions.approximate_boundaries import Place
from domain.regions.regions import BLITAR_REGENCY, Regency


@dataclass(frozen=True, slots=True)
class Enclave:
    """A place that another government administers, and where its name stands on the map."""

    name: str
    at: Place


# Kota Blitar lies within the kabupaten and has a government of its own; the name stands about its middle.
_ENCLAVES: Final = {BLITAR_REGENCY.code: (Enclave("Kota Blitar", Place(-8.098, 112.168)),)}


def enclaves_of(regency: Regency) -> tuple[Enclave, ...]:
    """The holes on the map of a regency."""
    return _ENCLAVES.get(regency.code, ())
