"""What is wrong with a draft, before anything is worked out under it."""

from collections.abc import Iterator

from domain.dates import indonesian_date
from domain.problems import Problem
from domain.regulation.instrument_checks import bounds_of, changeable
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter
from domain.regulation.policy.draft import Draft, DraftValue, choosable_ways, switchable
from domain.regulation.wording import measure, parameter_value


def problems_of_draft(draft: Draft, law: LawInForce) -> tuple[Problem, ...]:
    """Everything in the way of trying a draft on the law of a day."""
    return (*_of_name(draft), *_of_day(draft, law), *_of_values(draft, law), *_of_names(draft, law))


def _of_name(draft: Draft) -> Iterator[Problem]:
    if not draft.name.strip():
        yield Problem("name", "Beri nama rancangan ini, misalnya “Jasa 3 %”.")


def _of_day(draft: Draft, law: LawInForce) -> Iterator[Problem]:
    first = law.regulation.instrument
    if draft.since <= first.in_force_since:
        told = f"{first.name} berlaku sejak {indonesian_date(first.in_force_since)}"
        yield Problem("since", f"{told}; pilih hari sesudahnya untuk rancangan ini.")


def _of_values(draft: Draft, law: LawInForce) -> Iterator[Problem]:
    numbers = changeable(law.regulation)
    keys = [one.key for one in draft.values]
    for one in draft.values:
        if one.key not in numbers:
            yield Problem("values", f"{one.key}: bukan angka yang ditetapkan peraturan. Pilih dari daftar.")
        elif keys.count(one.key) > 1:
            yield Problem("values", f"{numbers[one.key].label}: diisi dua kali. Hapus salah satunya.")
        else:
            yield from of_value(one, numbers[one.key])
            yield from _of_newest(numbers[one.key], draft)


def of_value(one: DraftValue, parameter: Parameter) -> Iterator[Problem]:
    """What is wrong with one number of a draft."""
    least, most = bounds_of(parameter.unit)
    if not least <= one.value <= most:
        bounds = f"{measure(least, parameter.unit)} sampai {measure(most, parameter.unit)}"
        told = parameter_value(parameter, one.value)
        yield Problem(one.key, f"{parameter.label}: {told} tidak mungkin. Isi antara {bounds}.")


def _of_newest(parameter: Parameter, draft: Draft) -> Iterator[Problem]:
    newest = parameter.history[-1].since
    if newest >= draft.since:
        day = indonesian_date(newest)
        yield Problem(
            "since", f"{parameter.label}: sudah punya nilai yang berlaku sejak {day}. Pilih hari sesudahnya."
        )


def _of_names(draft: Draft, law: LawInForce) -> Iterator[Problem]:
    ways, rules = choosable_ways(law.regulation), switchable(law.regulation)
    for one in draft.choices:
        if one.key not in ways or one.choice not in dict(ways[one.key].choices):
            yield Problem("choices", f"{one.key}: pilihan ini tidak dikenal. Pilih dari daftar.")
    for name in draft.off:
        if name not in rules:
            yield Problem("off", f"{name}: tidak ada ketentuan dengan nomor itu. Pilih dari daftar.")
    for told in draft.readings:
        entry = law.interpretations.get(told.name)
        if entry is None or told.letter not in entry.choosable:
            yield Problem("readings", f"Tafsir {told.name} bacaan {told.letter} tidak dapat dipakai.")
