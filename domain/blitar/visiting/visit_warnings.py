"""What a person should look at in a visit; nothing here stands in the way of recording it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.blitar.indicators import Indicator, Measured
from domain.blitar.visiting.odd_figures import figure_warnings
from domain.blitar.visiting.visit import DayPart, Visit, VisitPlace
from domain.dates import indonesian_date
from domain.regions.regions import district
from domain.working_days import holiday_name, is_working_day


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where the same Pendamping was in a part of a day, by another record."""

    on: date
    day_part: DayPart
    place: VisitPlace
    district_code: str | None
    client_name: str


def warnings_of(
    visit: Visit,
    *,
    assigned: Collection[str],
    others: Iterable[Elsewhere] = (),
    carer_id: int | None = None,
    carer_name: str = "",
    last: Mapping[Indicator, Measured] | None = None,
) -> tuple[str, ...]:
    """What is odd about a visit: a holiday, two places at once, another's kecamatan or binaan, a leap.

    `assigned` are the codes of the kecamatan that the Pendamping covers on that day; `carer_id` is who
    has the binaan in care now; `last` are the values that were known before it.
    """
    found = [*_day(visit.on)]
    found += [_two_places(other) for other in others if _is_elsewhere(visit, other)]
    code = visit.district_code
    if visit.place is VisitPlace.FIELD and code is not None and code not in assigned:
        found.append(
            f"Kecamatan {_name(code)} bukan wilayah penugasan Pendamping ini pada hari itu. Bila memang "
            "dikunjungi, biarkan; bila keliru, pilih kecamatan yang benar."
        )
    if carer_id is not None and carer_id != visit.mentor_id:
        found.append(f"Binaan ini sekarang didampingi {carer_name}. Periksa nama Pendampingnya.")
    found += figure_warnings(visit.changes, last or {})
    return tuple(dict.fromkeys(found))


def _day(on: date) -> Iterable[str]:
    name = holiday_name(on)
    if name is not None:
        yield f"{indonesian_date(on)} hari libur: {name}. Periksa tanggalnya; kunjungan tetap dapat dicatat."
    elif not is_working_day(on):
        yield f"{indonesian_date(on)} akhir pekan. Periksa tanggalnya; kunjungan tetap dapat dicatat."


def _is_elsewhere(visit: Visit, other: Elsewhere) -> bool:
    if (visit.on, visit.day_part) != (other.on, other.day_part):
        return False
    if visit.place is not other.place:
        return True
    # Two kecamatan that are both known; one that nobody has chosen yet may be the same.
    codes = {visit.district_code, other.district_code}
    return visit.place is VisitPlace.FIELD and None not in codes and len(codes) > 1


def _two_places(other: Elsewhere) -> str:
    where = "di kantor" if other.place is VisitPlace.OFFICE else f"di Kecamatan {_name(other.district_code)}"
    return (
        f"Pada waktu yang sama ({other.day_part.label}) Pendamping ini juga tercatat {where}, menemui "
        f"{other.client_name}. Periksa tanggal dan waktunya."
    )


def _name(code: str | None) -> str:
    found = district(code) if code else None
    return found.name if found else "yang belum dipilih"
