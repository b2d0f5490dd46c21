"""The backups in a folder: each a file with a note beside it, and which of them a rotation keeps."""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final

from db.upkeep.refused import NotCopied
from db.upkeep.stocktaking import Stock

PREFIX: Final = "cadangan-"
NOTE: Final = ".json"
CHECKSUM: Final = ".sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was finished: its file, of which database, when, its checksum and what it holds."""

    file: Path
    database: str
    at: datetime
    sha256: str
    stock: Stock
    is_whole: bool

    @property
    def note(self) -> Path:
        """The note beside the file, which is written last: without it a backup is not finished."""
        return self.file.with_name(self.file.name + NOTE)

    @property
    def checksum(self) -> Path:
        """The checksum as `sha256sum --check` reads it."""
        return self.file.with_name(self.file.name + CHECKSUM)

    def as_told(self) -> Mapping[str, Any]:
        """The note as JSON has it."""
        return {
            "file": self.file.name,
            "database": self.database,
            "at": self.at.isoformat(),
            "sha256": self.sha256,
            "is_whole": self.is_whole,
            "stock": self.stock.as_told(),
        }


def backups_in(folder: Path) -> list[Backup]:
    """The finished backups of a folder, the oldest first; a note that says nothing is passed over."""
    return sorted(_read(folder), key=lambda one: one.at)


def backup_at(file: Path) -> Backup:
    """The backup with this file or note; raises NotCopied where it has no note, or is another file by now."""
    data = file.with_name(file.name.removesuffix(NOTE))
    note = data.with_name(data.name + NOTE)
    found = _told(note) if note.is_file() else None
    if found is None:
        raise NotCopied(
            f"{data.name} bukan cadangan yang selesai: catatan {note.name} di sampingnya tidak ada."
        )
    if not data.is_file() or checksum_of(data) != found.sha256:
        raise NotCopied(
            f"Cadangan {data.name} hilang atau berubah sejak dibuat, jadi tidak dipakai. Pakailah yang lain."
        )
    return found


def checksum_of(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def kept_of(backups: Sequence[Backup], *, days: int, weeks: int, months: int) -> list[Backup]:
    """Those that stay: the newest whole one always, and the newest of so many days, weeks and months.

    One whose chain was broken stays too: somebody has to look into it.
    """
    whole = [one for one in sorted(backups, key=lambda one: one.at, reverse=True) if one.is_whole]
    keeps = {one.file for one in whole[:1]}
    for count, period in ((days, _day), (weeks, _week), (months, _month)):
        keeps |= {one.file for one in _newest(whole, period)[:count]}
    return [one for one in backups if one.file in keeps or not one.is_whole]


def rotate(folder: Path, *, days: int, weeks: int, months: int) -> list[Path]:
    """Remove the backups that are not kept, and tell which; what is no finished backup is left alone."""
    backups = backups_in(folder)
    keeps = {one.file for one in kept_of(backups, days=days, weeks=weeks, months=months)}
    gone = [one for one in backups if one.file not in keeps]
    for one in gone:
        for part in (one.note, one.checksum, one.file):
            part.unlink(missing_ok=True)
    return [one.file for one in gone]


def _read(folder: Path) -> Iterator[Backup]:
    for note in folder.glob(f"{PREFIX}*{NOTE}"):
        found = _told(note)
        if found is not None and found.file.is_file():
            yield found


def _told(note: Path) -> Backup | None:
    try:
        told = json.loads(note.read_text())
        return Backup(
            file=note.with_name(note.name.removesuffix(NOTE)),
            database=told["database"],
            at=datetime.fromisoformat(told["at"]),
            sha256=told["sha256"],
            stock=Stock.of(told["stock"]),
            is_whole=told["is_whole"],
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def _newest(newest_first: Iterable[Backup], period: Callable[[datetime], Hashable]) -> list[Backup]:
    found: dict[Hashable, Backup] = {}
    for one in newest_first:
        found.setdefault(period(one.at), one)
    return list(found.values())


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month
