"""What people write down about collecting a loan: letters, reports, visits, hand-overs, the red list (IX)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.regulation.sources import Citation
from domain.sampang.instruments import at
from domain.typed import Day, Line, OneOf, Prose

WARNINGS: Final[Citation] = at("IX.1", "surat tegoran 1,2,3")
DEFAULTED: Final[Citation] = at("IX.1", "berita acara/surat pernyataan kredit macet")
TOGETHER: Final[Citation] = at("VII.5", "melaksanakan penagihan Dana Bergulir bersama")
HANDING_OVER: Final[Citation] = at("IX.2", "pelimpahan penagihan dengan Surat Kuasa Khusus")
RED_LIST: Final[Citation] = at("IX.3", "di masukkan dalam daftar merah")
NO_RELIEF: Final[Citation] = at("VIII.5.i", "tidak dapat mengajukan keringanan")


class LetterKind(Labelled):
    """A paper to or about a borrower who is behind; the value is stable, the label is for people."""

    WARNING_1 = "warning_1", "Surat teguran 1"
    WARNING_2 = "warning_2", "Surat teguran 2"
    WARNING_3 = "warning_3", "Surat teguran 3"
    DEFAULT_MINUTES = "default_minutes", "Berita acara kredit macet"
    DEFAULT_STATEMENT = "default_statement", "Surat pernyataan kredit macet"
    ATTORNEY_REQUEST = "attorney_request", "Surat pelimpahan penagihan ke Kejaksaan"
    AUCTION_REQUEST = "auction_request", "Surat pelimpahan penagihan ke KPKNL"

    @property
    def level(self) -> int:
        """Which of the three warnings it is; zero for another paper."""
        return _LEVELS.get(self, 0)


_LEVELS: Final = {LetterKind.WARNING_1: 1, LetterKind.WARNING_2: 2, LetterKind.WARNING_3: 3}
WARNING_KINDS: Final = tuple(_LEVELS)
DEFAULT_KINDS: Final = (LetterKind.DEFAULT_MINUTES, LetterKind.DEFAULT_STATEMENT)


class Deed(Labelled):
    """What else was done to collect a loan; the value is stable, the label is for people."""

    REPORT = "report", "Laporan peminjam"
    VISIT = "visit", "Penagihan bersama"
    HANDED_OVER = "handed_over", "Pelimpahan penagihan"
    HANDED_BACK = "handed_back", "Penagihan kembali"


class Collector(Labelled):
    """Who collects in the place of the team (IX.2)."""

    ATTORNEY = "attorney", "Kejaksaan Negeri Sampang"
    AUCTION = "auction", "KPKNL Pamekasan"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that went out: which, its number, its day."""

    kind: LetterKind
    number: str
    on: date


@dataclass(frozen=True, slots=True)
class Handover:
    """A claim that was handed over, by which paper, and since when it is back with the team, if it is."""

    to: Collector
    number: str
    on: date
    returned_on: date | None = None

    @property
    def told(self) -> str:
        """To whom and since when."""
        return f"diserahkan ke {self.to.label} sejak {indonesian_date(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What was done about one loan so far, each in the order of its days.

    `reports` are the days on which the borrower told the Dinas something clear; `listed_since` the day
    since which the red list holds the loan; `asks_listing` whether a proposal for it waits.
    """

    letters: tuple[Letter, ...] = ()
    reports: tuple[date, ...] = ()
    visits: tuple[date, ...] = ()
    handovers: tuple[Handover, ...] = ()
    listed_since: date | None = None
    asks_listing: bool = False

    @property
    def handed_over(self) -> Handover | None:
        """The hand-over that lasts, if one does."""
        return next((one for one in reversed(self.handovers) if one.returned_on is None), None)


NOTHING_DONE: Final = Collected()


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowerReport:
    """What a borrower told the Dinas about a loan that is behind (IX.3)."""

    on: Annotated[date, Day("Tanggal laporan")]
    by_whom: Annotated[str, Line("Siapa yang melapor, lewat apa")]
    told: Annotated[str, Prose("Isi laporan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class JointVisit:
    """A collection by Bank Jatim together with the team (VII.5)."""

    on: Annotated[date, Day("Tanggal penagihan")]
    who: Annotated[str, Line("Siapa yang ikut menagih")]
    result: Annotated[str, Prose("Hasil penagihan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingOver:
    """That a claim is handed over, with the paper that does it (IX.2)."""

    to: Annotated[Collector, OneOf("Diserahkan kepada")]
    number: Annotated[str, Line("Nomor SKK atau tanda terima")]
    on: Annotated[date, Day("Tanggal penyerahan")]
    note: Annotated[str, Prose("Catatan")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingBack:
    """That a claim comes back from who collected it, and why."""

    on: Annotated[date, Day("Tanggal kembali")]
    number: Annotated[str, Line("Nomor surat pengembalian")]
    reason: Annotated[str, Prose("Hasil atau alasan pengembalian")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingAsked:
    """Why a borrower is to be put on the red list, with how it was made sure that no report came (IX.3)."""

    reason: Annotated[str, Prose("Alasan, dan bagaimana dipastikan tidak ada laporan", longest=1_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifting:
    """Why the Dinas takes a borrower off the red list, and from which day."""

    on: Annotated[date, Day("Dicabut sejak")]
    reason: Annotated[str, Prose("Alasan pencabutan", longest=1_000)]
