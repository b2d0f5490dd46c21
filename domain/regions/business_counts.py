"""How many usaha mikro and koperasi each kecamatan has, as the office counted them, with the source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.money import number
from domain.problems import Problem
from domain.regions.regions import districts
from domain.typed import Line, check_value

LARGEST: Final = 1_000_000
SOURCE: Final = Line("Sumber hitungan")
_COUNTS, _SOURCE = "counts", "source"


@dataclass(frozen=True, slots=True)
class BusinessCount:
    """The usaha mikro and koperasi of a kecamatan."""

    businesses: int
    cooperatives: int

    @property
    def all(self) -> int:
        """Both together."""
        return self.businesses + self.cooperatives


@dataclass(frozen=True, slots=True)
class BusinessCounts:
    """The counts by the code of the kecamatan; one that nobody counted is not there."""

    source: str
    by_district: Mapping[str, BusinessCount]

    def written(self) -> str:
        """The counts as one text, in which form a setting of the office keeps them."""
        counts = {code: [one.businesses, one.cooperatives] for code, one in sorted(self.by_district.items())}
        return json.dumps({_SOURCE: self.source, _COUNTS: counts}, ensure_ascii=False)

    def in_words(self) -> str:
        """How much was counted, where, and by whom."""
        businesses = sum(one.businesses for one in self.by_district.values())
        cooperatives = sum(one.cooperatives for one in self.by_district.values())
        return (
            f"{number(businesses)} usaha mikro dan {number(cooperatives)} koperasi di "
            f"{len(self.by_district)} kecamatan, sumber: {self.source}"
        )


def counts_from(text: str) -> BusinessCounts | None:
    """The counts back from their text; None for any other text."""
    try:
        told = json.loads(text)
        found = {code: BusinessCount(*pair) for code, pair in told[_COUNTS].items()}
        counts = BusinessCounts(told[_SOURCE], found)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    whole = all(type(n) is int for one in found.values() for n in (one.businesses, one.cooperatives))
    return counts if isinstance(counts.source, str) and whole and counts.written() == text else None


def faults_of(counts: BusinessCounts, regency: str) -> list[Problem]:
    """What is wrong with counts of a regency: nothing counted, too large, elsewhere, or without a source."""
    problems = check_value(SOURCE, counts.source, "source")
    if not counts.source.strip():
        problems.append(Problem("source", SOURCE.blank(SOURCE.label)))
    if not counts.by_district:
        problems.append(Problem("value", "Belum ada kecamatan yang diisi. Isi paling sedikit satu."))
    if not set(counts.by_district) <= {one.code for one in districts(regency)}:
        problems.append(Problem("value", "Ada kecamatan yang bukan dari kabupaten ini."))
    every = [n for one in counts.by_district.values() for n in (one.businesses, one.cooperatives)]
    if any(not 0 <= n <= LARGEST for n in every):
        problems.append(Problem("value", f"Isi tiap angka antara 0 dan {number(LARGEST)}."))
    return problems


def typed_counts(
    source: str, rows: Mapping[str, tuple[int | None, int | None]], names: Mapping[str, str]
) -> tuple[BusinessCounts, list[Problem]]:
    """The counts as they were typed; a kecamatan of which one number is missing is told by its name."""
    found, half = {}, []
    for code, (businesses, cooperatives) in rows.items():
        if businesses is not None and cooperatives is not None:
            found[code] = BusinessCount(businesses, cooperatives)
        elif businesses is not None or cooperatives is not None:
            half.append(names[code])
    told = f"{', '.join(half)}: isi usaha mikro dan koperasi, 0 bila tidak ada, atau kosongkan keduanya."
    return BusinessCounts(source, found), [Problem("value", told)] if half else []
