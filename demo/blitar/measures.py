"""What is measured at the binaan of the demo: how it was at first, and what rose, fell or stayed."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from demo.chance import some_amount
from domain.blitar.client import Client
from domain.blitar.goals_and_tasks import MentorTask
from domain.blitar.indicators import Indicator, indicators_of
from domain.blitar.kinds import Sector

I = Indicator  # noqa: E741 - the tables below name it on every line
_HALF_MILLION: Final = 500_000
_MISSING: Final = 0.06
# Of how many in a hundred the answer was yes at first.
_YES: Final = {
    I.STANDARD_PACKAGING: 28, I.QUALITY_TEST: 8, I.BUSINESS_NUMBER: 46, I.TAX_NUMBER: 34, I.BRAND: 6,
    I.BOOKKEEPING: 42, I.HOME_INDUSTRY: 22, I.HALAL: 15,
}  # fmt: skip
_FOOD_ONLY: Final = (I.HOME_INDUSTRY, I.HALAL)
_COUNTS: Final = {
    I.TRAINED_BOARD: (0, 3), I.AGREEMENTS: (0, 2), I.COOPERATIVE_BRANDS: (0, 0), I.ACTIVE_MEMBERS: (22, 140),
    I.SALES_CHANNELS: (1, 3), I.CURATED_PRODUCTS: (0, 1),
}  # fmt: skip
# By how much a count or an amount rises: counts by so many, amounts in percent or from nothing in rupiah.
_MORE: Final = {
    I.TRAINED_BOARD: (1, 3), I.AGREEMENTS: (1, 2), I.COOPERATIVE_BRANDS: (1, 1), I.ACTIVE_MEMBERS: (3, 20),
    I.SALES_CHANNELS: (1, 3), I.CURATED_PRODUCTS: (1, 2),
}  # fmt: skip
_PERCENT: Final = (108, 145)
_LOAN: Final = {I.BUSINESS_LOANS: (5_000_000, 25_000_000), I.COOPERATIVE_LOANS: (25_000_000, 150_000_000)}
_OFTEN: Final = {
    I.BUSINESS_NUMBER: 8, I.TAX_NUMBER: 4, I.HOME_INDUSTRY: 6, I.HALAL: 4, I.BRAND: 1, I.ASSETS: 1,
    I.STANDARD_PACKAGING: 4, I.ANNUAL_SALES: 6, I.SALES_CHANNELS: 4, I.CURATED_PRODUCTS: 1,
}  # fmt: skip
_EVIDENCE: Final = {
    I.STANDARD_PACKAGING: "Foto kemasan baru", I.QUALITY_TEST: "Salinan hasil uji mutu",
    I.BUSINESS_NUMBER: "Salinan NIB", I.TAX_NUMBER: "Salinan kartu NPWP", I.HOME_INDUSTRY: "Salinan SPP-IRT",
    I.HALAL: "Salinan sertifikat halal", I.BRAND: "Salinan sertifikat merek",
    I.ANNUAL_SALES: "Buku kas dan rekap penjualan", I.ASSETS: "Daftar alat dan nota pembelian",
    I.SALES_CHANNELS: "Tangkapan layar toko daring", I.BUSINESS_LOANS: "Salinan akad kredit",
    I.CURATED_PRODUCTS: "Surat lolos kurasi", I.TRAINED_BOARD: "Sertifikat pelatihan pengurus",
    I.ANNUAL_MEETING: "Berita acara RAT", I.BOOKKEEPING: "Foto neraca dan buku kas",
    I.COOPERATIVE_LOANS: "Salinan perjanjian pembiayaan", I.ACTIVE_MEMBERS: "Buku daftar anggota",
    I.AGREEMENTS: "Salinan nota kerja sama", I.COOPERATIVE_BRANDS: "Bukti pendaftaran merek",
}  # fmt: skip
_TASK: Final = {
    I.STANDARD_PACKAGING: MentorTask.PACKAGING, I.QUALITY_TEST: MentorTask.TECHNOLOGY,
    I.SALES_CHANNELS: MentorTask.MARKET_ACCESS, I.BUSINESS_LOANS: MentorTask.FINANCE_ACCESS,
    I.COOPERATIVE_LOANS: MentorTask.FINANCE_ACCESS, I.CURATED_PRODUCTS: MentorTask.PRODUCT_CURATION,
    I.TRAINED_BOARD: MentorTask.ENTREPRENEURSHIP, I.AGREEMENTS: MentorTask.STAKEHOLDER_PARTNERSHIP,
    I.ANNUAL_SALES: MentorTask.BUSINESS_MANAGEMENT, I.ASSETS: MentorTask.BUSINESS_MANAGEMENT,
    I.ANNUAL_MEETING: MentorTask.BUSINESS_MANAGEMENT, I.BOOKKEEPING: MentorTask.BUSINESS_MANAGEMENT,
    I.ACTIVE_MEMBERS: MentorTask.BUSINESS_MANAGEMENT,
}  # fmt: skip


def first_values(chance: Random, client: Client, *, met: bool) -> dict[Indicator, int]:
    """How a binaan was at first, now and then with a blank; `met` is whether a koperasi held its RAT."""
    return {
        indicator: _first(chance, client, indicator, met)
        for indicator in indicators_of(client.kind)
        if indicator is I.ANNUAL_MEETING or chance.random() >= _MISSING
    }


def weight_of(indicator: Indicator) -> int:
    """How often it rises, beside the others."""
    return _OFTEN.get(indicator, 2)


def can_rise(client: Client, first: Mapping[Indicator, int]) -> tuple[Indicator, ...]:
    """What of it can rise: a yes cannot, nor what the trade does not have."""
    is_food = client.sector is Sector.FOOD
    return tuple(
        indicator
        for indicator, value in first.items()
        if not (indicator in (*_YES, I.ANNUAL_MEETING) and value)
        and not (indicator in _FOOD_ONLY and not is_food)
        and indicator not in (I.ANNUAL_MEETING, I.QUALITY_TEST)
    )


def risen(chance: Random, indicator: Indicator, value: int) -> int:
    """A value above the one at first."""
    if indicator in _MORE:
        return value + chance.randint(*_MORE[indicator])
    if indicator in _LOAN and not value:
        return some_amount(chance, *_LOAN[indicator], _LOAN[indicator][0] * 2)
    if indicator in (I.ANNUAL_SALES, I.ASSETS, *_LOAN):
        more = value * chance.randint(*_PERCENT) // 100
        return max(value + _HALF_MILLION, more // _HALF_MILLION * _HALF_MILLION)
    return 1


def fallen(chance: Random, value: int) -> int:
    """An amount of rupiah below the one at first."""
    return value * chance.randint(65, 90) // 100 // _HALF_MILLION * _HALF_MILLION


def shown_by(indicator: Indicator) -> str:
    """The paper or photo that shows a value."""
    return _EVIDENCE[indicator]


def task_of(indicator: Indicator) -> MentorTask:
    """The task by which a value was moved."""
    return _TASK.get(indicator, MentorTask.LEGALITY)


def _first(chance: Random, client: Client, indicator: Indicator, met: bool) -> int:
    if indicator is I.ANNUAL_MEETING:
        return int(met)
    if indicator in _FOOD_ONLY and client.sector is not Sector.FOOD:
        return 0
    if indicator in _YES:
        return int(chance.randrange(100) < _YES[indicator])
    if indicator in _COUNTS:
        return chance.randint(*_COUNTS[indicator])
    return _AMOUNTS[indicator](chance, client)


_AMOUNTS: Final[dict[Indicator, Callable[[Random, Client], int]]] = {
    I.ANNUAL_SALES: lambda chance, client: client.business.annual_sales or 0,
    I.ASSETS: lambda chance, client: (client.business.capital or 0) + chance.randrange(0, 9) * 10**6,
    I.BUSINESS_LOANS: lambda chance, client: chance.choice((0, 0, 0, 5, 10, 15)) * 10**6,
    I.COOPERATIVE_LOANS: lambda chance, client: chance.choice((0, 0, 0, 0, 40, 75)) * 10**6,
}
