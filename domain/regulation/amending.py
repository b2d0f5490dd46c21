"""The versions of a regulation, with those that instruments approved on screen leave of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from domain.regulation.later_instruments import InstrumentTold, LaterInstrument, Reach
from domain.regulation.parameter import DatedValue, Parameter, Value
from domain.regulation.rules import Regulation
from domain.regulation.sources import Citation, Instrument
from domain.regulation.versions import amended, version_on


@lru_cache(maxsize=64)
def versions_with(
    versions: tuple[Regulation, ...], instruments: tuple[LaterInstrument, ...]
) -> tuple[Regulation, ...]:
    """The versions of a release and those of the approved instruments, from the oldest to the newest.

    A version of the release that begins on the same day, or has the same key, has taken the place of the
    instrument. Raises ValueError for an instrument that cannot be put on what stands before it.
    """
    coded = {version.instrument.key for version in versions}
    days = {version.instrument.in_force_since for version in versions[1:]}
    found = list(versions[:1])
    entered = [one for one in instruments if one.key not in coded and one.told.in_force_since not in days]
    later: list[Regulation | LaterInstrument] = [*versions[1:], *entered]
    for one in sorted(later, key=_begins):
        found.append(amended_by(found[-1], one) if isinstance(one, LaterInstrument) else one)
    return tuple(found)


def _begins(one: Regulation | LaterInstrument) -> date:
    told = one.told if isinstance(one, LaterInstrument) else one.instrument
    return told.in_force_since


@lru_cache(maxsize=64)
def version_with(
    versions: tuple[Regulation, ...], instruments: tuple[LaterInstrument, ...], day: date
) -> Regulation:
    """The newest of all versions that is in force on a day."""
    return version_on(versions_with(versions, instruments), day)


def amended_by(regulation: Regulation, later: LaterInstrument) -> Regulation:
    """The regulation as an instrument leaves it that was entered on screen."""
    told = later.told
    by = Instrument(
        key=later.key,
        name=later.name,
        title=told.title,
        in_force_since=told.in_force_since,
        note=f"Berlaku bagi berkas: {told.reach.label}.",
    )
    return amended(
        regulation,
        by,
        values={
            one.key: DatedValue(told.in_force_since, one.value, Citation(by, one.place, one.place))
            for one in told.values
        },
        rules={one.rule: None for one in told.ends},
        spares_earlier_files=told.reach is Reach.FILED_SINCE,
    )


def value_before(parameter: Parameter, told: InstrumentTold) -> Value | None:
    """The value of a number on the day before an instrument begins."""
    return parameter.on(told.in_force_since - timedelta(days=1))


def every(versions: Sequence[Regulation]) -> tuple[Regulation, ...]:
    """Every version, and what each of them leaves in force for earlier files."""
    found: dict[int, Regulation] = {}
    for version in versions:
        one: Regulation | None = version
        while one is not None:
            found[id(one)] = one
            one = one.before[1] if one.before else None
    return tuple(found.values())
