"""The usaha that binaan are counted against: the office's count in force on a day, and the rate per 1.000."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.blitar.parameters import BUSINESS_COUNTS
from domain.dates import indonesian_date
from domain.regions.business_counts import BusinessCount, BusinessCounts, counts_from
from domain.regulation.law_in_force import LawInForce

NO_BASE = "belum diketahui, jumlah usahanya belum dimasukkan kantor"


@dataclass(frozen=True, slots=True)
class Base:
    """The count of usaha that holds on a day, and the day to which it belongs."""

    counts: BusinessCounts
    on: date

    def of(self, code: str) -> BusinessCount | None:
        """The count of a kecamatan; None where nobody counted."""
        return self.counts.by_district.get(code)

    @property
    def told(self) -> str:
        """The day and the source, as they stand beside a legend."""
        day = indonesian_date(self.on)
        return f"Jumlah usaha mikro dan koperasi keadaan {day}, sumber: {self.counts.source}"


def base_on(law: LawInForce) -> Base | None:
    """The last count up to the day of the law; None while the office has entered none."""
    entry = law.parameters[BUSINESS_COUNTS.key].entry_on(law.day)
    counts = counts_from(entry.value) if entry is not None and isinstance(entry.value, str) else None
    return Base(counts, entry.since) if entry is not None and counts is not None else None


def base_told(base: Base | None) -> str:
    """The source and day of the count, or that there is none and who can enter it."""
    if base is not None:
        return f"{base.told}."
    return (
        "Jumlah usaha tiap kecamatan belum dimasukkan kantor, jadi angkanya belum diketahui. "
        "Administrator mengusulkannya di Dasar hukum, Ketetapan kantor; Kepala Dinas menyetujui."
    )


def per_thousand(clients: int, count: BusinessCount | None) -> Fraction | None:
    """The binaan for each 1.000 usaha, exactly; None where nobody counted, or nothing was found to count."""
    return Fraction(1000 * clients, count.all) if count is not None and count.all else None


def in_tenths(rate: Fraction) -> Fraction:
    """The rate as it is printed, with one decimal, so that colour and figure are one; half goes up.

    Only nothing is nought.
    """
    tenths = (20 * rate.numerator + rate.denominator) // (2 * rate.denominator)
    return Fraction(max(tenths, 1) if rate else 0, 10)
