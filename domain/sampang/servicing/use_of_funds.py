"""What became of the money: visits after it was paid out, what was bought, and separate books (VIII.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.dates import indonesian_date
from domain.regulation.sources import Citation
from domain.sampang.instruments import at
from domain.typed import LONGEST_PROSE, Day, Given, Line, Prose, YesNo

WATCHED: Final[Citation] = at("VII.7", "pemantauan dan pengawasan atas pemanfaatan Dana Bergulir")
OWN_BOOKS: Final[Citation] = at("VIII.3.b", "dibukukan secara tersendiri")
WORKING_CAPITAL: Final[Citation] = at("VIII.3.a", "sebagai Modal Kerja")


@dataclass(frozen=True, slots=True, kw_only=True)
class UseOfFunds:
    """What somebody saw at a borrower's on a day; an answer that is not known stays blank."""

    visitor: Annotated[str, Given()]
    on: Annotated[date, Day("Tanggal kunjungan")]
    bought: Annotated[str, Prose("Yang dibeli atau dibiayai dari pinjaman")]
    as_planned: Annotated[bool | None, YesNo("Dipakai sebagai modal kerja, sesuai rencana?")] = None
    separate_books: Annotated[bool | None, YesNo("Dibukukan tersendiri?")] = None
    photos: Annotated[str, Line("Rujukan foto", longest=LONGEST_PROSE)] = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about the use of the money, with the provision that it rests on."""

    told: str
    place: Citation


def findings(visits: Sequence[UseOfFunds]) -> tuple[Finding, ...]:
    """What the visits tell, the newest known answer to each question, and what nobody knows yet."""
    return tuple(_findings(sorted(visits, key=lambda one: one.on)))


def _findings(visits: Sequence[UseOfFunds]) -> Iterator[Finding]:
    if not visits:
        yield Finding("Belum ada kunjungan yang dicatat sejak pencairan.", WATCHED)
    else:
        newest = visits[-1]
        told = f"{len(visits)} kunjungan; terakhir {indonesian_date(newest.on)} oleh {newest.visitor}."
        yield Finding(told, WATCHED)
    planned = [(one.on, one.as_planned) for one in visits if one.as_planned is not None]
    yield Finding(_answer("Dipakai sebagai modal kerja, sesuai rencana", planned), WORKING_CAPITAL)
    books = [(one.on, one.separate_books) for one in visits if one.separate_books is not None]
    yield Finding(_answer("Dibukukan tersendiri", books), OWN_BOOKS)


def _answer(question: str, known: Sequence[tuple[date, bool]]) -> str:
    if not known:
        return f"{question}: belum diketahui."
    on, answer = known[-1]
    return f"{question}: {'ya' if answer else 'tidak'}, menurut kunjungan {indonesian_date(on)}."
