"""What the map of Sampang can show of a kecamatan: applications, loans, what is owed, what is behind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from domain.labelled import Labelled
from domain.money import number, rupiah
from domain.regions.classes import Figure, whole_percent
from domain.regulation.sources import Citation
from domain.sampang.instruments import at
from domain.sampang.origination.stages import Stage

_MILLION = 1_000_000
NO_LOAN = "belum ada pinjaman berjalan"


class Measure(Labelled):
    """A figure of a kecamatan; the value is stable, the label is for people."""

    APPLICATIONS = "applications", "Permohonan"
    LOANS = "loans", "Pinjaman berjalan"
    OWED = "owed", "Sisa pokok"
    BEHIND = "behind", "Angsuran menunggak"
    LATE_SHARE = "late_share", "Pinjaman menunggak (%)"

    @property
    def place(self) -> Citation:
        """The provision that the figure rests on."""
        return at(_PLACES[self])


_PLACES: Mapping[Measure, str] = {
    Measure.APPLICATIONS: "VIII.2.b",
    Measure.LOANS: "VIII.1.c",
    Measure.OWED: "VIII.5.a",
    Measure.BEHIND: "IX.1",
    Measure.LATE_SHARE: "IX.1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictFigures:
    """What is recorded of a kecamatan; money in rupiah.

    `loans` still run and `settled` ones do not; `behind` counts the instalments past their day and not fully
    paid, of `loans_behind` loans.
    """

    by_stage: Mapping[Stage, int] = field(default_factory=dict)
    loans: int = 0
    settled: int = 0
    lent: int = 0
    owed: int = 0
    behind: int = 0
    loans_behind: int = 0

    @property
    def applications(self) -> int:
        """Every application that was handed in; a draft was not."""
        return sum(count for stage, count in self.by_stage.items() if stage is not Stage.DRAFT)


def total(figures: Iterable[DistrictFigures]) -> DistrictFigures:
    """The figures of several kecamatan together."""
    known = tuple(figures)
    stages: Counter[Stage] = Counter()
    for one in known:
        stages.update(one.by_stage)
    return DistrictFigures(
        by_stage=stages,
        loans=sum(one.loans for one in known),
        settled=sum(one.settled for one in known),
        lent=sum(one.lent for one in known),
        owed=sum(one.owed for one in known),
        behind=sum(one.behind for one in known),
        loans_behind=sum(one.loans_behind for one in known),
    )


def figure_of(measure: Measure, figures: DistrictFigures) -> Figure | None:
    """The figure of a kecamatan; None where there is none, which is not zero."""
    match measure:
        case Measure.APPLICATIONS:
            return figures.applications
        case Measure.LOANS:
            return figures.loans
        case Measure.OWED:
            return figures.owed
        case Measure.BEHIND:
            return figures.behind
        case Measure.LATE_SHARE:
            return whole_percent(figures.loans_behind, figures.loans) if figures.loans else None
    raise AssertionError(measure)


def in_words(measure: Measure, figures: DistrictFigures) -> str:
    """The figure of a kecamatan as a sentence part."""
    match measure:
        case Measure.APPLICATIONS:
            return f"{number(figures.applications)} permohonan"
        case Measure.LOANS:
            return f"{number(figures.loans)} pinjaman berjalan"
        case Measure.OWED:
            return f"sisa pokok {rupiah(figures.owed)}"
        case Measure.BEHIND:
            return f"{number(figures.behind)} angsuran menunggak pada {number(figures.loans_behind)} pinjaman"
        case Measure.LATE_SHARE:
            if not figures.loans:
                return NO_LOAN
            return f"{number(figures.loans_behind)} dari {number(figures.loans)} pinjaman berjalan menunggak"
    raise AssertionError(measure)


def printed(measure: Measure, figure: Figure) -> str:
    """A figure as short as a map needs it; rupiah are rounded to millions there."""
    if measure is Measure.LATE_SHARE:
        return f"{number(round(figure))} %"
    whole = int(figure)
    if measure is Measure.OWED and whole:
        return f"{number((whole + _MILLION // 2) // _MILLION)} jt" if whole >= _MILLION else "<1 jt"
    return number(whole)
