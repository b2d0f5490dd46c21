"""The sheet of visits as it is written: widths, formats and lists of the columns."""

from collections.abc import Mapping
from typing import Any, Final

from documents.tabular.written_cells import DAY, HEADING, OPTIONAL_HEADING, TEXT, WRAPPED
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.reporting.recommendations import AGENCIES
from domain.blitar.visiting.pile_columns import REQUIRED, Column, declaration_of
from domain.blitar.visiting.visit import DayPart, Doer, VisitPlace
from domain.regions.regions import BLITAR_REGENCY, districts
from domain.typed import Day, Declaration, Line, OneOf, Prose, Rupiah

BOLD: Final = {"bold": True, "valign": "top"}

DAYS: Final = tuple(one for one in Column if isinstance(declaration_of(one), Day))
# Columns that no field of a visit declares; how many characters wide they are.
_OWN_WIDTHS: Final = {
    Column.ORDER: 8, Column.LINE: 8, Column.CLIENT_NAME: 24, Column.MENTOR: 24, Column.REASON: 36,
}  # fmt: skip
_WIDTHS: Final[Mapping[type[Declaration | None], int]] = {Prose: 36, Line: 24, OneOf: 24}
_OTHER_WIDTH: Final = 18

# A list may be chosen from, but several may be written too; where only one can be, others are refused.
MANY: Final = (Column.TASKS, Column.PARTS, Column.AGENCY, Column.DAY_PART)


def width_of(column: Column) -> int:
    """How wide a column is, in characters, as its field is declared."""
    declared = _WIDTHS.get(type(declaration_of(column)), _OTHER_WIDTH)
    return _OWN_WIDTHS.get(column, declared)


def format_of(column: Column) -> dict[str, Any]:
    """How the cells of a column are written; numbers of people and binaan are text, to the last digit."""
    match declaration_of(column):
        case Day():
            return DAY
        case Prose():
            return WRAPPED
        case Rupiah():
            return {"valign": "top"}  # free: amounts and yes or no are no text only
    own: dict[Column, dict[str, Any]] = {
        Column.REASON: WRAPPED,
        Column.ORDER: {"valign": "top"},
        Column.LINE: {"valign": "top"},
    }
    return own.get(column, TEXT)


def heading_of(column: Column) -> dict[str, Any]:
    """How the heading of a column is written; those that must be there are dark."""
    return HEADING if column in (*REQUIRED, Column.CLIENT_NUMBER, Column.REASON) else OPTIONAL_HEADING


def task_line(task: MentorTask) -> str:
    """A task as the list offers it: its letter and its name."""
    return f"{task.letter} {task.label}"


LISTS: Final[dict[Column, tuple[str, ...]]] = {
    Column.PLACE: tuple(one.label for one in VisitPlace),
    Column.DAY_PART: tuple(one.label.partition(" ")[0] for one in DayPart),
    Column.TASKS: tuple(task_line(one) for one in MentorTask),
    Column.PARTS: tuple(one.label for one in ReportPart),
    Column.AGENCY: AGENCIES,
    Column.DOER: tuple(one.label for one in Doer),
    Column.INDICATOR_1: tuple(one.label for one in Indicator),
    Column.INDICATOR_2: tuple(one.label for one in Indicator),
    Column.DISTRICT: tuple(one.name for one in districts(BLITAR_REGENCY.code)),
    Column.CLIENT_DISTRICT: tuple(one.name for one in districts(BLITAR_REGENCY.code)),
}
