"""The numbers of the mentoring for the leadership, each with its provision and what it is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.blitar.caseload.progress import GoalStep, Rung
from domain.blitar.caseload.turnover import Turnover
from domain.blitar.caseload.upgrade import GROWN
from domain.blitar.indicators import OFFICE_OWN, in_words
from domain.blitar.instruments import at
from domain.blitar.kinds import Sector, SubjectKind
from domain.blitar.office_setting import OfficeSetting
from domain.blitar.staffing.coverage import DistrictCoverage
from domain.blitar.turnover_headline import turnover_headline
from domain.dates import add_months, indonesian_date, indonesian_month
from domain.headline import Headline, Part, Story, Trend
from domain.money import number
from domain.regions.regions import BLITAR_REGENCY, district, districts

NOT_KNOWN: Final = "Kecamatan belum diisi"
DISTRICTS: Final = len(districts(BLITAR_REGENCY.code))
_AT_ENDS: Final = "akhir tiap bulan dan hari ini"
_WAITING: Final = "Termasuk kunjungan yang masih menunggu verifikasi Fasilitator."


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadNumbers:
    """The mentoring at the end of a day; visits are those of its month up to that day."""

    day: date
    covered: int
    clients: int
    visits: int
    visited: int
    risen: int
    confirmed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadParts:
    """What the numbers are made of, by the code of the kecamatan or by kind of binaan."""

    coverage: tuple[DistrictCoverage, ...]
    clients: Mapping[SubjectKind, int]
    visits: Mapping[str | None, int]
    visited: Mapping[str | None, int]
    risen: Mapping[str | None, int]
    confirmed: Mapping[SubjectKind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadTrends:
    """The numbers at the end of the last months and today; visits and `confirmed` are those of each month."""

    covered: tuple[int, ...]
    clients: tuple[int, ...]
    visits: tuple[int, ...]
    visited: tuple[int, ...]
    risen: tuple[int, ...]
    confirmed: tuple[int, ...]


def headlines(
    now: CaseloadNumbers,
    before: CaseloadNumbers,
    parts: CaseloadParts,
    trends: CaseloadTrends,
    turnover: Turnover,
    *,
    visits_before: int,
    days: int,
    target: OfficeSetting | None,
) -> tuple[Headline, ...]:
    """The seven numbers, the six that are looked at first before the other.

    `before` is the end of last month, `days` within which a binaan is to be visited. `visits_before` are
    last month's visits up to the same day of the month; a target is told once the office has set it.
    """
    a_month_ago = add_months(now.day, -1)
    told = f"sejak {indonesian_date(before.day)}"
    return (
        Headline(
            key="cakupan",
            title="Kecamatan dengan Pendamping",
            meaning="Kecamatan yang hari ini dilayani Pendamping, tetap atau sementara.",
            amount=now.covered,
            parts=_covered(parts.coverage),
            parts_by="Cara dilayani",
            citation=at("11(2)"),
            whole=DISTRICTS,
            before=before.covered,
            before_told=told,
            trend=Trend(trends.covered, _AT_ENDS),
        ),
        Headline(
            key="binaan",
            title="Binaan didampingi",
            meaning="Koperasi dan usaha mikro yang didampingi hari ini.",
            amount=now.clients,
            parts=_by_kind(parts.clients),
            parts_by="Jenis",
            citation=at("3"),
            before=before.clients,
            before_told=told,
            trend=Trend(trends.clients, _AT_ENDS),
            caution="Yang didampingi pada satu hari. Laporan bulanan menghitung yang didampingi paling "
            "sedikit satu hari dalam bulannya, juga yang berakhir di bulan itu.",
        ),
        Headline(
            key="kunjungan",
            title=f"Kunjungan {indonesian_month(now.day)}",
            meaning="Kunjungan dan konsultasi yang sudah dikirim Pendamping bulan ini.",
            amount=now.visits,
            parts=_by_district(parts.visits),
            parts_by="Kecamatan binaan",
            citation=at("12.b"),
            before=visits_before,
            before_told=f"dibanding {_from_the_first(a_month_ago)}",
            caution=_WAITING,
            trend=Trend(trends.visits, "tiap bulan, bulan ini belum selesai"),
        ),
        Headline(
            key="dikunjungi",
            title=f"Binaan dikunjungi dalam {days} hari",
            meaning=f"Binaan yang kunjungan terakhirnya paling lama {days} hari lalu.",
            amount=now.visited,
            parts=_by_district(parts.visited),
            parts_by="Kecamatan",
            citation=at("16(1)", "secara berkala dan berkelanjutan"),
            whole=now.clients,
            before=before.visited,
            before_told=told,
            trend=Trend(trends.visited, _AT_ENDS),
            caution="Batas harinya setelan kantor; teks hanya menyebut berkala dan berkelanjutan.",
        ),
        Headline(
            key="naik",
            title="Binaan dengan tujuan yang naik",
            meaning="Binaan yang paling sedikit satu tujuannya naik dibanding data awal, menurut kunjungan "
            "yang diverifikasi.",
            amount=now.risen,
            parts=_by_district(parts.risen),
            parts_by="Kecamatan",
            citation=at("2(2)"),
            whole=now.clients,
            before=before.risen,
            before_told=told,
            trend=Trend(trends.risen, _AT_ENDS),
            caution=f"{OFFICE_OWN} Angka ini bukan pernyataan naik kelas.",
        ),
        turnover_headline(turnover),
        Headline(
            key="naik-kelas",
            title="Ditetapkan berkualitas atau naik kelas",
            meaning="Binaan yang ditetapkan Kepala Dinas sebagai Koperasi Berkualitas atau Usaha Mikro "
            f"Naik Kelas sejak 1 Januari {now.day.year}.",
            amount=now.confirmed,
            parts=_by_kind(parts.confirmed),
            parts_by="Jenis",
            citation=GROWN,
            trend=Trend(trends.confirmed, "ditetapkan tiap bulan, bulan ini belum selesai"),
            before=before.confirmed if before.day.year == now.day.year else None,
            before_told=told,
            target=None if target is None else target.value,
            target_told="" if target is None else f"koperasi dan usaha mikro, setahun: {target.told}",
        ),
    )


def story_of(
    kind: SubjectKind,
    sector: Sector | None,
    district_code: str | None,
    *,
    since: date,
    visits: int,
    steps: Iterable[GoalStep],
) -> Story:
    """One binaan that agreed to be shown, with each indicator that went up with evidence."""
    place = district(district_code) if district_code else None
    title = ["Koperasi" if kind is SubjectKind.CLIENT_COOPERATIVE else "Usaha mikro"]
    title += [sector.label.lower()] if sector else []
    title += [f"Kecamatan {place.name}"] if place else []
    shown = [rung for step in steps for rung in step.rungs if rung.is_shown]
    return Story(
        title=", ".join(title),
        course=f"didampingi sejak {indonesian_date(since)}, {number(visits)} kunjungan",
        changes=tuple((rung.indicator.label, _from_to(rung)) for rung in shown),
        caution="Menurut bukti kunjungan; bukan pernyataan naik kelas.",
    )


def _from_to(rung: Rung) -> str:
    before = rung.baseline.value if rung.baseline else None
    after = rung.latest.value if rung.latest else None
    return f"{in_words(rung.indicator, before)} menjadi {in_words(rung.indicator, after)}"


def _covered(coverage: Iterable[DistrictCoverage]) -> tuple[Part, ...]:
    covered = [one for one in coverage if one.is_covered]
    lasting = sum(not one.is_temporary for one in covered)
    found = [Part("Pendamping tetap", lasting)]
    if len(covered) > lasting:
        names = ", ".join(sorted(one.district.name for one in covered if one.is_temporary))
        found.append(Part(f"Hanya sementara ({names})", len(covered) - lasting))
    return tuple(found)


def _by_kind(amounts: Mapping[SubjectKind, int]) -> tuple[Part, ...]:
    return tuple(Part(kind.label, amounts[kind]) for kind in SubjectKind if amounts.get(kind))


def _by_district(amounts: Mapping[str | None, int]) -> tuple[Part, ...]:
    found = [Part(_name(code), amount) for code, amount in amounts.items() if amount]
    return tuple(sorted(found, key=lambda part: (-part.amount, part.label)))


def _name(code: str | None) -> str:
    found = district(code) if code else None
    return found.name if found else NOT_KNOWN


def _from_the_first(day: date) -> str:
    """The days of a month up to one, as people write them: "1 November 2026", "1–30 November 2026"."""
    return f"{'1' if day.day == 1 else f'1–{day.day}'} {indonesian_month(day)}"
