"""What is told of a binaan beside what was measured of the same thing, so that both are read together."""

from collections.abc import Iterator, Mapping
from typing import Final

from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.client_words import NOT_KNOWN, facts_of
from domain.blitar.indicators import Indicator, Measured, in_words
from domain.dates import indonesian_date

_MEASURED_TOO: Final[Mapping[str, Indicator]] = {
    "NIB": Indicator.BUSINESS_NUMBER,
    "Penjualan setahun": Indicator.ANNUAL_SALES,
}


def facts_of_card(card: ClientCard, *, brief: bool = False) -> tuple[tuple[str, str], ...]:
    """Every fact of the binaan; one that is also measured says what was found, and when unless `brief`."""
    found = dict(_latest(card))
    return tuple(
        (label, _beside(label, told, found, None if brief else card)) for label, told in facts_of(card.client)
    )


def _latest(card: ClientCard) -> Iterator[tuple[Indicator, Measured]]:
    for step in card.ladder:
        for rung in step.rungs:
            newest = rung.latest or rung.baseline
            if newest is not None:
                yield rung.indicator, newest


def _beside(label: str, told: str, found: Mapping[Indicator, Measured], card: ClientCard | None) -> str:
    measured = found.get(_MEASURED_TOO[label]) if label in _MEASURED_TOO else None
    if measured is None:
        return told
    value = in_words(measured.indicator, measured.value)
    if card is None:
        return value if told in (NOT_KNOWN, value) else f"{told}; terukur {value}"
    if measured.indicator is Indicator.BUSINESS_NUMBER:
        told = f"nomornya {NOT_KNOWN}" if told == NOT_KNOWN else told
    elif told == value:
        return told
    elif told != NOT_KNOWN:
        told = f"{told} (dicatat {indonesian_date(card.told_on)})"
    return f"{told}; terukur {indonesian_date(measured.on)}: {value}"
