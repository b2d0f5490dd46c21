"""The ageing as tables that screen, paper and workbook share."""

from dataclasses import dataclass
from fractions import Fraction

from domain.money import rupiah
from domain.sampang.servicing.ageing import AGES, Ageing, Sum
from domain.sampang.servicing.quality import Quality

NOT_SET = "belum ditetapkan"


@dataclass(frozen=True, slots=True)
class AgeingLine:
    """One line: what it is of, and its loans and rupiah; the last line of a table is its total."""

    told: str
    sum: Sum

    @property
    def provision(self) -> str:
        """The provision in words; said where the office has set no percentage."""
        return NOT_SET if self.sum.provision is None else rupiah(self.sum.provision)

    @property
    def net(self) -> str:
        """What is left of the principal after the provision."""
        return NOT_SET if self.sum.net is None else rupiah(self.sum.net)


def lines_by_age(found: Ageing) -> tuple[AgeingLine, ...]:
    """Loans and principal by how long they are behind (O-31)."""
    return (*(AgeingLine(age.label, found.of_age(age)) for age in AGES), AgeingLine("Jumlah", found.all))


def lines_by_class(found: Ageing) -> tuple[AgeingLine, ...]:
    """Loans, principal and provision by class."""
    classes = (AgeingLine(_named(one, found), found.of_class(one)) for one in Quality)
    return (*classes, AgeingLine("Jumlah", found.all))


def at_risk_in_words(found: Ageing) -> str:
    """The portfolio at risk as one sentence."""
    share = found.share_at_risk
    if share is None:
        return "Belum ada pinjaman yang berjalan."
    return (
        f"Berisiko {rupiah(found.at_risk.owed)} pada {found.at_risk.loans} pinjaman, "
        f"{share_in_words(share)} dari pokok yang beredar: seluruh sisa pokok pinjaman yang menunggak, "
        "sejak hari pertama (tafsir O-31)."
    )


def part_at_risk(at_risk: int, owed: int) -> str:
    """The principal of loans behind as a part of all that is out; blank while nothing is."""
    return f"{share_in_words(Fraction(at_risk, owed))} pokok" if owed else ""


def share_in_words(share: Fraction) -> str:
    """A part of the whole in percent, with one decimal: "12,4 %"."""
    per_mille = round(share * 1000)
    return f"{per_mille // 10},{per_mille % 10} %"


def _named(quality: Quality, found: Ageing) -> str:
    first, last = found.limits.substandard, found.limits.doubtful
    months = {
        Quality.CURRENT: "0 bulan",
        Quality.SUBSTANDARD: f"1-{first} bulan",
        Quality.DOUBTFUL: f"{first + 1}-{last} bulan",
        Quality.LOSS: f"lebih dari {last} bulan",
    }
    return f"{quality.label} ({months[quality]})"
