"""The ladder of a binaan as a table: baseline, latest, movement, and what shows it."""

from collections.abc import Sequence
from typing import Final

from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, room_for, table
from domain.blitar.caseload.ladder_words import after, before, evidence, summary_of
from domain.blitar.caseload.progress import GoalStep, Rung
from domain.blitar.indicators import OFFICE_OWN, in_words
from domain.blitar.instruments import at

_PLACE: Final = at("2(2)").place
_COLUMNS: Final = (
    Column("Indikator (huruf)", 43),
    Column("Data awal", 42),
    Column("Terbaru", 42),
    Column("Perubahan", 19),
    Column("Bukti", WIDTH - 146),
)


def ladder_table(sheet: Sheet, steps: Sequence[GoalStep], *, longest: int = 120) -> None:
    """What was measured again as rows; the other indicators in one line for each state.

    Evidence is cut after `longest` characters, where there is little room.
    """
    rungs = [(step, rung) for step in steps for rung in step.rungs]
    rows = [_row(step, rung, longest) for step, rung in rungs if rung.latest]
    sheet.heading("Data awal dan terbaru", room_for(sheet, _COLUMNS, rows))
    sheet.paragraph(f"{summary_of(steps)}. {OFFICE_OWN} ({_PLACE})")
    sheet.ln(1)
    if rows:
        table(sheet, _COLUMNS, rows)
        sheet.ln(1)
    again = [_baseline(rung) for _, rung in rungs if rung.baseline and not rung.latest]
    never = [rung.indicator.label for _, rung in rungs if not (rung.baseline or rung.latest)]
    for title, found in (("Belum diukur lagi", again), ("Belum ada data awal", never)):
        if found:
            sheet.paragraph(f"{title}: {'; '.join(found)}.")


def _row(step: GoalStep, rung: Rung, longest: int) -> tuple[str, ...]:
    label = f"{rung.indicator.label} ({step.goal.letter})"
    return (label, before(rung), after(rung), rung.movement.label, one_line(evidence(rung), longest))


def _baseline(rung: Rung) -> str:
    value = rung.baseline.value if rung.baseline else None
    return f"{rung.indicator.label} {in_words(rung.indicator, value)}"
