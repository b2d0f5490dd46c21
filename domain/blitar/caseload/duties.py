"""Duties of a binaan that another law dates, known by the binaan's own kind, trade and measurements."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.blitar.indicators import Indicator
from domain.blitar.kinds import Sector, SubjectKind
from domain.dates import indonesian_date
from domain.regulation.national_laws import HALAL
from domain.regulation.other_law import NationalLaw


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedDuty:
    """What binaan of a kind and some trades must have since the day of a law, and what shows that they do."""

    law: NationalLaw
    indicator: Indicator
    kind: SubjectKind
    sectors: tuple[Sector, ...]

    def counts_on(self, day: date) -> bool:
        """Whether the duty has begun on a day; one whose day nobody found has not."""
        return self.law.since is not None and self.law.since <= day

    @property
    def told(self) -> str:
        """Whom it binds since when, by which law, and what is not known of it."""
        trades = ", ".join(one.label.lower() for one in self.sectors)
        since = indonesian_date(self.law.since) if self.law.since else "hari yang belum ditemukan"
        return (
            f"{self.kind.label}, bidang {trades}: {self.indicator.label.lower()} wajib sejak {since} "
            f"({self.law.name} {self.law.place}, dari sumber kedua; periksa naskahnya). Yang belum diketahui "
            "disebut begitu; binaan lain, atau yang bidangnya belum diisi, tidak dinilai di sini."
        )


HALAL_FOOD: Final = DatedDuty(
    law=HALAL, indicator=Indicator.HALAL, kind=SubjectKind.CLIENT_MICRO, sectors=(Sector.FOOD,)
)


def state_in_words(duty: DatedDuty, value: int | None) -> str:
    """What is known of it: never "no" where nobody asked."""
    what = duty.indicator.label.lower()
    return f"{what} belum ada" if value is not None else f"{what} belum diketahui: tanyakan"
