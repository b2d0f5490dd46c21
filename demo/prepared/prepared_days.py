"""The files of the prepared demos: one for each day, small because it tells how it differs from another."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from zstandard import (
    DICT_TYPE_RAWCONTENT,
    ZstdCompressionDict,
    ZstdCompressionParameters,
    ZstdCompressor,
    ZstdDecompressor,
)

from db.all_rows import AllRows

FOLDER: Final = Path(__file__).resolve().parent / "days"
_SUFFIX: Final = ".json.zst"
_MADE_OF: Final = "made_of.txt"
_ROW: Final = 8  # so many days lean on one another, and the first of them on the first of all
_WINDOW: Final = 25  # in bits: as far back as a day is long
_LEVEL: Final = 22


@dataclass(frozen=True, slots=True)
class PreparedDays:
    """The days that are kept in a folder."""

    folder: Path = FOLDER

    @property
    def days(self) -> Sequence[date]:
        """The days as of which there is a demo, the earliest first."""
        return sorted(
            date.fromisoformat(file.name.removesuffix(_SUFFIX)) for file in self.folder.glob(f"*{_SUFFIX}")
        )

    @property
    def made_of(self) -> str:
        """The fingerprint of what the demos were made of; blank when there are none."""
        file = self.folder / _MADE_OF
        return file.read_text("utf-8").strip() if file.exists() else ""

    def rows_of(self, day: date) -> AllRows:
        """All rows of one of the days."""
        days = self.days
        told = b""
        for each in _leaning(days, days.index(day)):
            told = _reader(told).decompress(self._file(each).read_bytes())
        rows: AllRows = json.loads(told)
        return rows

    def keep(self, made: Mapping[date, bytes], made_of: str) -> None:
        """Keep the rows of days, as `written` gives them, in the place of all that were kept before."""
        self.folder.mkdir(exist_ok=True)
        for older in self.folder.glob(f"*{_SUFFIX}"):
            older.unlink()
        days = sorted(made)
        for place, day in enumerate(days):
            before = [made[each] for each in _leaning(days, place)][-2:-1]
            self._file(day).write_bytes(_writer(*before).compress(made[day]))
        (self.folder / _MADE_OF).write_text(made_of + "\n", "utf-8")

    def _file(self, day: date) -> Path:
        return self.folder / f"{day}{_SUFFIX}"


def written(rows: AllRows) -> bytes:
    """Rows as text, the same for the same rows."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def _leaning(days: Sequence[date], place: int) -> Iterator[date]:
    """The days that are read to get at one of them, which is the last."""
    first_of_row = place - place % _ROW
    if first_of_row:
        yield days[0]
    yield from days[first_of_row : place + 1]


def _writer(told_before: bytes = b"") -> ZstdCompressor:
    parameters = ZstdCompressionParameters.from_level(_LEVEL, window_log=_WINDOW)
    return ZstdCompressor(compression_params=parameters, dict_data=_known(told_before))


def _reader(told_before: bytes) -> ZstdDecompressor:
    return ZstdDecompressor(dict_data=_known(told_before))


def _known(told: bytes) -> ZstdCompressionDict | None:
    return ZstdCompressionDict(told, dict_type=DICT_TYPE_RAWCONTENT) if told else None
