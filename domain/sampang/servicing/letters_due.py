"""Which letter a step goes out by, and what keeps one from going out (IX.1, IX.2)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.dates import indonesian_date
from domain.sampang.hindrance import Hindrance
from domain.sampang.servicing.collecting import (
    DEFAULT_KINDS,
    DEFAULTED,
    HANDING_OVER,
    Collected,
    Collector,
    Letter,
    LetterKind,
)
from domain.sampang.servicing.next_step import Outlook
from domain.sampang.servicing.reasons import Stance, Step, StepFound

LETTERS_OF: Final = {
    Step.WARNING_1: (LetterKind.WARNING_1,),
    Step.WARNING_2: (LetterKind.WARNING_2,),
    Step.WARNING_3: (LetterKind.WARNING_3,),
    Step.DEFAULT: DEFAULT_KINDS,
    Step.ATTORNEY: (LetterKind.ATTORNEY_REQUEST,),
    Step.AUCTION: (LetterKind.AUCTION_REQUEST,),
}
_STEPS: Final = {kind: step for step, kinds in LETTERS_OF.items() for kind in kinds}


def letters_due(outlook: Outlook, done: Collected) -> tuple[LetterKind, ...]:
    """The letters that can go out now, in the order of the regulation.

    Of the two default papers one is enough (IX.1): once a collector has the claim, the other is not offered.
    """
    kinds = [kind for kind in LetterKind if done.handed_over is None or kind not in DEFAULT_KINDS]
    return tuple(kind for kind in kinds if not tuple(hindrances_to_letter(kind, outlook, done)))


def hindrances_to_letter(kind: LetterKind, outlook: Outlook, done: Collected) -> Iterator[Hindrance]:
    """What keeps a letter from going out; of the two default papers the second may follow the first."""
    found = outlook.of(_STEPS[kind])
    if found is None:
        yield Hindrance(f"{kind.label} tidak dapat diterbitkan: {outlook.told}", DEFAULTED)
    elif found.stance is Stance.DONE:
        yield from _sent_before(kind, outlook, done)
    else:
        yield from _not_ready(kind, found)


def _not_ready(kind: LetterKind, found: StepFound) -> Iterator[Hindrance]:
    if found.stance is not Stance.READY:
        for one in found.against:
            yield Hindrance(f"{kind.label}: {one.told}", one.place)


def _sent_before(kind: LetterKind, outlook: Outlook, done: Collected) -> Iterator[Hindrance]:
    began = outlook.time.began if outlook.time else None
    sent: list[Letter] = [
        one for one in done.letters if one.kind is kind and (began is None or one.on >= began)
    ]
    if kind in DEFAULT_KINDS and not sent:
        return
    told = f", nomor {sent[-1].number}, {indonesian_date(sent[-1].on)}" if sent else ""
    yield Hindrance(f"{kind.label} sudah diterbitkan pada masa tunggakan ini{told}.", DEFAULTED)


def hindrances_to_handing_over(to: Collector, outlook: Outlook) -> Iterator[Hindrance]:
    """What keeps a claim from going to a collector (IX.2)."""
    found = outlook.of(Step.ATTORNEY if to is Collector.ATTORNEY else Step.AUCTION)
    if found is None:
        yield Hindrance(f"Tidak dapat diserahkan: {outlook.told}", HANDING_OVER)
    elif found.stance is not Stance.READY:
        for one in found.against or found.reasons:
            yield Hindrance(one.told, one.place)


def hindrances_to_handing_back(done: Collected, on: date) -> Iterator[Hindrance]:
    """What keeps a claim from coming back: it is with nobody, or its day lies before it went out."""
    given = done.handed_over
    if given is None:
        yield Hindrance("Penagihan pinjaman ini sedang tidak diserahkan kepada siapa pun.", HANDING_OVER)
    elif on < given.on:
        yield Hindrance(f"Penagihannya baru diserahkan {indonesian_date(given.on)}.", HANDING_OVER)
