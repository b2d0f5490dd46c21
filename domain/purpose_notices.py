"""What people are told about what their data are kept for, in each programme; by UU 27/2022, no Perbup.

The services are public ones, for which a notice is enough. Where nobody noted that it was given it is not
known, which is never a refusal of the service and no part of any verdict.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.dates import indonesian_date
from domain.typed import Day, Line

PROVISION: Final = "UU 27/2022 Pasal 5"
NOT_KNOWN: Final = "belum diketahui apakah sudah disampaikan"


@dataclass(frozen=True, slots=True)
class PurposeNotice:
    """A text to read out, and which one it is: a changed text gets a version of its own."""

    version: str
    text: str


FUND: Final = PurposeNotice(
    "dana bergulir, teks 1",
    "Data Bapak/Ibu dan usahanya dipakai Dinas untuk memeriksa permohonan pinjaman dana bergulir, "
    "mencairkannya, mencatat angsurannya, dan melaporkannya. NIK dan data keuangan hanya dilihat petugas, "
    "Tim Pokjanis dan bank yang berwenang. Bapak/Ibu boleh meminta melihat dan membetulkan datanya.",
)
MENTORING: Final = PurposeNotice(
    "pendampingan, teks 1",
    "Data dipakai untuk pendampingan koperasi dan usaha mikro oleh Dinas: merencanakan kunjungan, mencatat "
    "perkembangan, dan melaporkannya kepada Kepala Dinas. NIK dan angka keuangan hanya dilihat petugas "
    "yang berwenang. Binaan boleh meminta melihat dan membetulkan datanya.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven:
    """That an applicant was told: when (None: not known), by whom, and which text."""

    notice_on: Annotated[date | None, Day("Pemberitahuan data disampaikan pada")] = None
    notice_by: Annotated[str, Line("Pemberitahuan disampaikan oleh")] = ""
    version: Annotated[str, Line("Teks pemberitahuan")] = ""

    @property
    def told(self) -> str:
        """The whole as people read it."""
        if self.notice_on is None:
            return NOT_KNOWN
        by = f" oleh {self.notice_by}" if self.notice_by else ""
        which = f" ({self.version})" if self.version else ""
        return f"disampaikan {indonesian_date(self.notice_on)}{by}{which}"


def given(on: date | None, by: str, before: NoticeGiven, notice: PurposeNotice) -> NoticeGiven:
    """What was told of a notice; the day decides, and another day means today's text."""
    if on is None:
        return NoticeGiven()
    version = before.version if on == before.notice_on else ""
    return NoticeGiven(notice_on=on, notice_by=by.strip(), version=version or notice.version)
