"""The ladder of a binaan in words, the same on screens and papers."""

from collections import Counter
from collections.abc import Sequence

from domain.blitar.caseload.progress import GoalStep, Movement, Rung
from domain.blitar.indicators import Measured, in_words
from domain.dates import indonesian_date

NO_EVIDENCE = "tanpa bukti"


def before(rung: Rung) -> str:
    """The baseline in words, with its day."""
    return "belum ada data awal" if rung.baseline is None else _measured(rung.baseline)


def after(rung: Rung) -> str:
    """The newest value in words, with its day."""
    return "belum diukur lagi" if rung.latest is None else _measured(rung.latest)


def evidence(rung: Rung) -> str:
    """What shows the newest value; blank while there is none to show."""
    return "" if rung.latest is None else rung.latest.evidence.strip() or NO_EVIDENCE


def summary_of(steps: Sequence[GoalStep]) -> str:
    """How many goals went where: "2 tujuan naik (1 bukti disebut, 0 berbukti), 5 data awal belum ada"."""
    found = Counter(step.movement for step in steps)
    parts = []
    for movement in Movement:
        if not (count := found[movement]):
            continue
        told = f"{count} {movement.label}"
        if movement is Movement.UP:
            shown = sum(step.is_shown for step in steps)
            attached = sum(step.is_attached for step in steps)
            told = f"{count} tujuan {movement.label} ({shown} bukti disebut, {attached} berbukti)"
        parts.append(told)
    return ", ".join(parts)


def _measured(told: Measured) -> str:
    return f"{in_words(told.indicator, told.value)} ({indonesian_date(told.on)})"
