"""What is measured for the twelve goals of Pasal 2 ayat (2).

The text names the goals only; by what each is measured is the office's own choice, and screens say so.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from domain.blitar.goals_and_tasks import Goal
from domain.blitar.kinds import SubjectKind
from domain.labelled import Labelled
from domain.money import number, rupiah

OFFICE_OWN: Final = "Teks menyebut tujuannya; dengan apa tujuan itu diukur adalah pilihan kantor."


class Shape(Labelled):
    """What a value of an indicator is; every value is kept as a whole number."""

    YES_NO = "yes_no", "ya atau belum"
    COUNT = "count", "jumlah"
    RUPIAH = "rupiah", "rupiah"


class Indicator(StrEnum):
    """One thing measured for a goal: a stable value, its goal, its shape, and the words on screens."""

    goal: Goal
    shape: Shape
    label: str

    def __new__(
        cls,
        value: str,
        goal: Goal = Goal.PRODUCT_QUALITY,
        shape: Shape = Shape.YES_NO,
        label: str = "",
    ) -> "Indicator":
        """Make an indicator of its value, goal, shape and label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.goal, member.shape, member.label = goal, shape, label
        return member

    TRAINED_BOARD = "trained_board", Goal.BOARD_SKILLS, Shape.COUNT, "Pengurus dan pengelola terlatih"
    ANNUAL_MEETING = "annual_meeting", Goal.GOVERNANCE, Shape.YES_NO, "RAT tahun buku terakhir"
    BOOKKEEPING = "bookkeeping", Goal.GOVERNANCE, Shape.YES_NO, "Pembukuan tertib"
    COOPERATIVE_LOANS = (
        "cooperative_loans", Goal.COOPERATIVE_FINANCE, Shape.RUPIAH, "Pembiayaan formal koperasi"
    )  # fmt: skip
    ACTIVE_MEMBERS = "active_members", Goal.MEMBER_LOYALTY, Shape.COUNT, "Anggota aktif"
    AGREEMENTS = "agreements", Goal.COOPERATIVE_NETWORK, Shape.COUNT, "Kerja sama usaha berjalan"
    COOPERATIVE_BRANDS = (
        "cooperative_brands", Goal.PATENT_AND_BRAND, Shape.COUNT, "Paten atau merek terdaftar"
    )  # fmt: skip
    STANDARD_PACKAGING = "standard_packaging", Goal.PRODUCT_QUALITY, Shape.YES_NO, "Kemasan sesuai standar"
    QUALITY_TEST = "quality_test", Goal.PRODUCT_QUALITY, Shape.YES_NO, "Lolos uji mutu"
    BUSINESS_NUMBER = "business_number", Goal.MICRO_LEGALITY, Shape.YES_NO, "NIB"
    TAX_NUMBER = "tax_number", Goal.MICRO_LEGALITY, Shape.YES_NO, "NPWP"
    HOME_INDUSTRY = "home_industry", Goal.MICRO_LEGALITY, Shape.YES_NO, "P-IRT"
    HALAL = "halal", Goal.MICRO_LEGALITY, Shape.YES_NO, "Sertifikat halal"
    BRAND = "brand", Goal.MICRO_LEGALITY, Shape.YES_NO, "Merek terdaftar"
    ANNUAL_SALES = "annual_sales", Goal.SALES_AND_ASSETS, Shape.RUPIAH, "Omzet setahun"
    ASSETS = "assets", Goal.SALES_AND_ASSETS, Shape.RUPIAH, "Aset usaha"
    SALES_CHANNELS = "sales_channels", Goal.MICRO_MARKET, Shape.COUNT, "Saluran penjualan"
    BUSINESS_LOANS = "business_loans", Goal.MICRO_FINANCE, Shape.RUPIAH, "Pembiayaan formal usaha"
    CURATED_PRODUCTS = "curated_products", Goal.CURATED_PRODUCT, Shape.COUNT, "Produk lolos kurasi"


_COOPERATIVE_LAST: Final = "g"  # letters a to g of Pasal 2 ayat (2); a micro business has g to l


@cache
def goals_of(kind: SubjectKind) -> tuple[Goal, ...]:
    """The goals that are about a kind of binaan, in the order of the text."""
    if kind is SubjectKind.CLIENT_COOPERATIVE:
        return tuple(goal for goal in Goal if goal.letter <= _COOPERATIVE_LAST)
    return tuple(goal for goal in Goal if goal.letter >= _COOPERATIVE_LAST)


@cache
def indicators_of(kind: SubjectKind) -> tuple[Indicator, ...]:
    """The indicators of a kind of binaan, in the order of their goals."""
    goals = goals_of(kind)
    return tuple(indicator for goal in goals for indicator in measured_by(goal))


@cache
def measured_by(goal: Goal) -> tuple[Indicator, ...]:
    """By what a goal is measured."""
    return tuple(indicator for indicator in Indicator if indicator.goal is goal)


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of an indicator on a day, with the paper or photo that shows it (blank: none told)."""

    indicator: Indicator
    value: int
    on: date
    evidence: str = ""


def in_words(indicator: Indicator, value: int | None) -> str:
    """A value as people read it; None is not known, which is not a no."""
    if value is None:
        return "belum diketahui"
    match indicator.shape:
        case Shape.YES_NO:
            return "ada" if value else "belum ada"
        case Shape.COUNT:
            return number(value)
        case Shape.RUPIAH:
            return rupiah(value)
    raise AssertionError(indicator.shape)
