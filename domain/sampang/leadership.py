"""The numbers of the revolving fund for the leadership, each with its provision and what it is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.dates import age_in_words, indonesian_date, indonesian_month
from domain.headline import Counted, Headline, Part, Trend, WaitsFor
from domain.regions.regions import district
from domain.sampang.district_figures import DistrictFigures
from domain.sampang.fund.cash_moved import CashMoved
from domain.sampang.instruments import at
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.waiting_files import waiting_for
from domain.sampang.servicing.ageing_words import part_at_risk

NOT_KNOWN = "Kecamatan belum diisi"
_AT_ENDS = "akhir tiap bulan dan hari ini"
_NOT_BOOKED = (
    "Menunggak berarti ada angsuran yang lewat harinya; pembayaran yang belum dibukukan ikut tampak "
    "menunggak. Persen pokok: sisa pokok pinjaman yang menunggak dari pokok beredar."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FundNumbers:
    """The fund at the end of a day: loans counted, money in rupiah, the year since 1 January."""

    day: date
    running: int
    owed: int
    loans_behind: int
    lent_in_year: int
    revenue_in_year: int
    cash: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FundParts:
    """What the numbers are made of: by kecamatan, by month of the year, what is promised, what moved cash."""

    by_district: Mapping[str | None, DistrictFigures]
    committed: int
    cash: CashMoved
    lent_by_month: Mapping[date, int]
    revenue_by_month: Mapping[date, int]


@dataclass(frozen=True, slots=True)
class Flow:
    """What one month lent out, got back of principal, and brought for PAD, in rupiah."""

    lent: int
    back: int
    revenue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FundTrends:
    """The numbers at the end of the last months and today; lent and revenue are those of each month."""

    running: tuple[int, ...]
    loans_behind: tuple[int, ...]
    owed: tuple[int, ...]
    cash: tuple[int, ...]
    lent: tuple[int, ...]
    revenue: tuple[int, ...]


def headlines(
    now: FundNumbers,
    before: FundNumbers,
    parts: FundParts,
    trends: FundTrends,
    waiting: Sequence[WaitsFor],
    *,
    at_risk: int,
    target: int | None,
) -> tuple[Headline, ...]:
    """The seven numbers, the six that are looked at first before the other.

    `before` is the end of last month, `at_risk` the principal of loans behind, `target` the office's own for
    a year's lending.
    """
    return (
        *_money(now, before, parts, trends, part_at_risk(at_risk, now.owed)),
        _waiting(waiting, now.day),
        *_lending(now, before, parts, trends, target),
    )


def _lending(
    now: FundNumbers, before: FundNumbers, parts: FundParts, trends: FundTrends, target: int | None
) -> tuple[Headline, ...]:
    told = f"sejak {indonesian_date(before.day)}"
    same_year = before.day.year == now.day.year
    return (
        Headline(
            key="dicairkan",
            title=f"Dicairkan tahun {now.day.year}",
            meaning="Pokok pinjaman yang dibayarkan kepada peminjam sejak 1 Januari.",
            amount=now.lent_in_year,
            parts=_by_month(parts.lent_by_month),
            parts_by="Bulan",
            citation=at("VIII.5.b"),
            counted=Counted.RUPIAH,
            before=before.lent_in_year if same_year else None,
            before_told=told,
            target=target,
            target_told="" if target is None else "sasaran pencairan setahun, ditetapkan kantor",
            trend=Trend(trends.lent, "tiap bulan, bulan ini belum selesai"),
        ),
        Headline(
            key="berjalan",
            title="Pinjaman berjalan",
            meaning="Pinjaman yang sudah cair dan belum lunas.",
            amount=now.running,
            parts=_by_district(parts, "loans"),
            parts_by="Kecamatan",
            citation=at("VIII.1.c"),
            before=before.running,
            before_told=told,
            trend=Trend(trends.running, _AT_ENDS),
        ),
    )


def _waiting(waiting: Sequence[WaitsFor], day: date) -> Headline:
    oldest = min((one.since for one in waiting if one.since), default=None)
    return Headline(
        key="berkas",
        title="Berkas menunggu",
        meaning="Berkas yang sudah masuk dan menunggu langkah berikutnya, dari pemeriksaan sampai cair.",
        amount=sum(one.count for one in waiting),
        parts=tuple(Part(one.what, one.count) for one in waiting),
        parts_by="Tahap",
        citation=at("VIII.2.b"),
        beside=f"tertua {age_in_words(oldest, day)}" if oldest else "",
        caution="Jumlah berkas yang menunggu pada bulan lalu tidak disimpan, jadi tanpa garis.",
    )


def _money(
    now: FundNumbers, before: FundNumbers, parts: FundParts, trends: FundTrends, behind: str
) -> tuple[Headline, ...]:
    told = f"sejak {indonesian_date(before.day)}"
    same_year = before.day.year == now.day.year
    return (
        _free(now, parts, trends),
        Headline(
            key="beredar",
            title="Pokok beredar",
            meaning="Pokok yang masih di peminjam.",
            amount=now.owed,
            parts=_by_district(parts, "owed"),
            parts_by="Kecamatan",
            citation=at("VIII.1.c", "dibukukan dalam bentuk hutang"),
            counted=Counted.RUPIAH,
            before=before.owed,
            before_told=told,
            trend=Trend(trends.owed, _AT_ENDS),
        ),
        Headline(
            key="menunggak",
            title="Pinjaman menunggak",
            meaning="Pinjaman dengan satu angsuran atau lebih yang lewat harinya dan belum lunas dibayar.",
            amount=now.loans_behind,
            parts=_by_district(parts, "loans_behind"),
            parts_by="Kecamatan",
            citation=at("IX.1"),
            whole=now.running,
            before=before.loans_behind,
            before_told=told,
            trend=Trend(trends.loans_behind, _AT_ENDS),
            caution=_NOT_BOOKED,
            beside=behind,
        ),
        Headline(
            key="pad",
            title=f"Jasa untuk PAD tahun {now.day.year}",
            meaning="Bagian PAD dari jasa yang diterima sejak 1 Januari.",
            amount=now.revenue_in_year,
            parts=_by_month(parts.revenue_by_month),
            parts_by="Bulan",
            citation=at("VIII.4.a"),
            counted=Counted.RUPIAH,
            before=before.revenue_in_year if same_year else None,
            before_told=told,
            trend=Trend(trends.revenue, "tiap bulan, bulan ini belum selesai"),
        ),
    )


def _free(now: FundNumbers, parts: FundParts, trends: FundTrends) -> Headline:
    return Headline(
        key="bebas",
        title="Dana bebas",
        meaning="Kas yang belum terikat keputusan Pokjanis; dapat dipinjamkan lagi.",
        amount=now.cash - parts.committed,
        parts=(Part("Kas", now.cash), Part("Sudah ditetapkan, belum cair", -parts.committed)),
        parts_by="Bagian",
        citation=at("VIII.5.b", "dapat dimanfaatkan kembali sebagai pinjaman"),
        counted=Counted.RUPIAH,
        beside=parts.cash.told,
        causes=tuple(Part(kind.label, amount) for kind, amount in parts.cash.by_kind),
        causes_told=f"Yang menggerakkan kas {indonesian_month(parts.cash.month)}, terbesar lebih dahulu",
        trend=Trend(trends.cash, "kas pada akhir tiap bulan, belum dikurangi yang terikat"),
    )


def waits(stages: Iterable[tuple[Stage, int, date, date]]) -> tuple[WaitsFor, ...]:
    """Which files wait for whom: stage, how many, since which day the oldest and half; no drafts."""
    found = []
    for stage, files, since, middle in stages:
        waiting = waiting_for(stage)
        if waiting is not None and stage is not Stage.DRAFT:
            what = f"Berkas “{stage.label}”: {waiting.what}"
            whose, place = waiting.who, waiting.places[0]
            found.append(WaitsFor(what, whose, files, since, place, stage.value, middle, roles=waiting.roles))
    return tuple(found)


def _by_month(amounts: Mapping[date, int]) -> tuple[Part, ...]:
    return tuple(Part(indonesian_month(month), amounts[month]) for month in sorted(amounts))


def _by_district(parts: FundParts, name: str) -> tuple[Part, ...]:
    told = ((_name(code), getattr(figures, name)) for code, figures in parts.by_district.items())
    found = [Part(label, amount) for label, amount in told if amount]
    return tuple(sorted(found, key=lambda part: (-part.amount, part.label)))


def _name(code: str | None) -> str:
    found = district(code) if code else None
    return found.name if found else NOT_KNOWN
