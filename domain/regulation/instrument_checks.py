"""What is wrong with a later instrument as it was entered, before anybody may propose or approve it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from domain.dates import indonesian_date
from domain.problems import Problem
from domain.regulation.amending import versions_with
from domain.regulation.later_instruments import InstrumentTold, LaterInstrument, NewValue
from domain.regulation.parameter import Parameter, Unit
from domain.regulation.rules import Regulation
from domain.regulation.wording import measure, parameter_value

# Beyond these a number is a slip of the finger, whatever the law.
_BOUNDS: Final[Mapping[Unit, tuple[int, int]]] = {
    Unit.RUPIAH: (1, 10**13),
    Unit.MONTHS: (1, 600),
    Unit.DAYS: (1, 3_650),
    Unit.PEOPLE: (1, 1_000_000),
    Unit.YEARS: (1, 120),
    Unit.YEAR: (1950, 2100),
    Unit.TIMES: (1, 100),
    Unit.PERCENT: (0, 1_000),
    Unit.PER_MILLE: (0, 1_000),
    Unit.WHEELS: (2, 20),
    Unit.CLIENTS: (1, 100_000),
}


def bounds_of(unit: Unit) -> tuple[int, int]:
    """The least and the most that a number of the law can be; KeyError for what no instrument sets."""
    return _BOUNDS[unit]


def changeable(regulation: Regulation) -> dict[str, Parameter]:
    """The numbers that a later instrument can set: those of the law that are one whole number."""
    return {
        key: one
        for key, one in regulation.parameters.items()
        if not one.office_setting and one.unit in _BOUNDS and isinstance(one.history[-1].value, int)
    }


def endable(regulation: Regulation, kept: frozenset[str]) -> dict[str, str]:
    """The provisions that can be taken out, by id, with their titles: those that enter a verdict.

    What screens and papers name one by one (`kept`) only a release can take out.
    """
    return {one.id: one.title for one in regulation.rules if one.kind.decides and one.id not in kept}


def problems_of(
    told: InstrumentTold,
    key: str,
    versions: tuple[Regulation, ...],
    approved: Sequence[LaterInstrument],
    kept: frozenset[str],
    today: date,
) -> tuple[Problem, ...]:
    """Everything in the way of putting an instrument on the text that stands before it."""
    found = [*_of_days(told, versions, approved, today), *_of_key(key, versions, approved)]
    if not told.values and not told.ends:
        found.append(
            Problem("values", "Isi paling sedikit satu angka yang diubah atau ketentuan yang berakhir.")
        )
    before = _before(told, versions, tuple(approved))
    found += [*_of_values(told, before), *_of_ends(told, before, kept)]
    return tuple(found) or tuple(_of_chain(LaterInstrument(key, key, told), versions, approved))


def _before(
    told: InstrumentTold, versions: tuple[Regulation, ...], approved: tuple[LaterInstrument, ...]
) -> Regulation:
    earlier = [
        one
        for one in versions_with(versions, approved)
        if one.instrument.in_force_since < told.in_force_since
    ]
    return earlier[-1] if earlier else versions[0]


def _of_days(
    told: InstrumentTold,
    versions: Sequence[Regulation],
    approved: Sequence[LaterInstrument],
    today: date,
) -> Iterator[Problem]:
    first, last = versions[0].instrument, versions[-1].instrument
    since = told.in_force_since
    if since <= last.in_force_since:
        text = last if since > first.in_force_since else first
        day = indonesian_date(text.in_force_since)
        told_so = f"{text.name} yang diubahnya berlaku sejak {day}; peraturan ini harus berlaku sesudahnya."
        yield Problem("in_force_since", told_so)
    if told.enacted_on > since:
        yield Problem("in_force_since", "Hari berlakunya mendahului hari ditetapkannya. Periksa tanggalnya.")
    if told.enacted_on > today:
        yield Problem("enacted_on", "Tanggal ditetapkan masih di masa depan. Catat sesudah ditetapkan.")
    if told.enacted_on.year != told.year:
        yield Problem(
            "year", f"Tahunnya {told.year}, tetapi ditetapkan pada {told.enacted_on.year}. Periksa."
        )
    same = [one.name for one in approved if one.told.in_force_since == since]
    if same:
        told_so = (
            f"{same[0]} sudah berlaku sejak hari yang sama. Satu hari hanya dapat memulai satu peraturan."
        )
        yield Problem("in_force_since", told_so)


def _of_key(
    key: str, versions: Sequence[Regulation], approved: Sequence[LaterInstrument]
) -> Iterator[Problem]:
    if key in {one.key for one in approved} | {one.instrument.key for one in versions}:
        yield Problem("number", "Peraturan dengan jenis, nomor, dan tahun ini sudah disetujui.")


def _of_values(told: InstrumentTold, before: Regulation) -> Iterator[Problem]:
    numbers = changeable(before)
    keys = [one.key for one in told.values]
    for twice in {key for key in keys if keys.count(key) > 1}:
        name = numbers[twice].label if twice in numbers else twice
        yield Problem("values", f"{name}: diisi dua kali untuk hari yang sama. Hapus salah satunya.")
    for one in told.values:
        if one.key not in numbers:
            yield Problem("values", f"{one.key}: bukan angka yang ditetapkan peraturan. Pilih dari daftar.")
        else:
            yield from _of_value(one, numbers[one.key], told.in_force_since)


def _of_value(one: NewValue, parameter: Parameter, since: date) -> Iterator[Problem]:
    least, most = _BOUNDS[parameter.unit]
    if not one.place.strip():
        yield Problem("place", f"{parameter.label}: sebut tempatnya dalam peraturan baru, misalnya Pasal 4.")
    if not least <= one.value <= most:
        bounds = f"{measure(least, parameter.unit)} sampai {measure(most, parameter.unit)}"
        told = parameter_value(parameter, one.value)
        yield Problem("value", f"{parameter.label}: {told} tidak mungkin. Isi antara {bounds}.")
    newest = parameter.history[-1]
    if newest.since >= since:
        day = indonesian_date(newest.since)
        yield Problem("in_force_since", f"{parameter.label}: sudah punya nilai yang berlaku sejak {day}.")
    elif newest.value == one.value:
        same = parameter_value(parameter, one.value)
        yield Problem("value", f"{parameter.label}: {same} sudah berlaku, jadi tidak ada yang berubah.")


def _of_ends(told: InstrumentTold, before: Regulation, kept: frozenset[str]) -> Iterator[Problem]:
    rules = {rule.id for rule in before.rules}
    may_end = endable(before, kept)
    names = [one.rule for one in told.ends]
    for twice in {name for name in names if names.count(name) > 1}:
        yield Problem("ends", f"{twice}: disebut dua kali. Hapus salah satunya.")
    for one in told.ends:
        if one.rule not in rules:
            yield Problem("ends", f"{one.rule}: tidak ada ketentuan dengan nomor itu. Pilih dari daftar.")
        elif one.rule not in may_end:
            told_so = "tidak dapat diakhiri dari layar, karena layar dan surat menyebutnya satu per satu."
            yield Problem("ends", f"{one.rule}: {told_so} Mintalah versi program yang baru.")
        if not one.place.strip():
            yield Problem("place", f"{one.rule}: sebut tempatnya dalam peraturan baru, misalnya Pasal 5.")


def _of_chain(
    one: LaterInstrument, versions: tuple[Regulation, ...], approved: Sequence[LaterInstrument]
) -> Iterator[Problem]:
    """What was approved for a later day must still fit on top of this one."""
    try:
        versions_with(versions, (*approved, one))
    except ValueError:
        told = "Peraturan lain yang sudah disetujui dan berlaku sesudahnya mengubah hal yang sama."
        yield Problem("in_force_since", f"{told} Peraturan itu perlu disesuaikan lebih dahulu lewat rilis.")
