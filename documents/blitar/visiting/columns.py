"""The sheet of visits as it is written: widths, formats and lists of the columns."""

from typing import Any, Final

from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.reporting.recommendations import AGENCIES
from domain.blitar.visiting.pile_columns import REQUIRED, Column
from domain.blitar.visiting.visit import DayPart, Doer, VisitPlace
from domain.regions.regions import BLITAR_REGENCY, districts

TEXT: Final = {"num_format": "@", "valign": "top"}
DAY: Final = {"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}
WRAPPED: Final = {"text_wrap": True, "valign": "top", "num_format": "@"}
# White on the office's dark blue, and dark on grey: 4.5 to 1 and more.
HEADING: Final = {
    "bold": True, "font_color": "#FFFFFF", "bg_color": "#17618F",
    "text_wrap": True, "valign": "top", "border": 1,
}  # fmt: skip
OPTIONAL_HEADING: Final = HEADING | {"font_color": "#1B2733", "bg_color": "#E3E8EC"}
BOLD: Final = {"bold": True, "valign": "top"}

DAYS: Final = (Column.DAY, Column.DUE)
LONG: Final = (Column.PROBLEM, Column.RECOMMENDATION, Column.FOLLOW_UP, Column.NOTE, Column.REASON)
# Free cells: amounts and yes or no are no text only.
_FREE: Final = (Column.VALUE_1, Column.VALUE_2, Column.ORDER, Column.LINE)
_NARROW: Final = (Column.ORDER, Column.LINE)
_WIDE: Final = (Column.CLIENT_NAME, Column.MENTOR, Column.PARTS, Column.AGENCY, Column.INDICATOR_1)

# A list may be chosen from, but several may be written too; where only one can be, others are refused.
MANY: Final = (Column.TASKS, Column.PARTS, Column.AGENCY, Column.DAY_PART)


def width_of(column: Column) -> int:
    """How wide a column is, in characters."""
    if column in LONG:
        return 36
    if column in _NARROW:
        return 8
    return 24 if column in _WIDE else 18


def format_of(column: Column) -> dict[str, Any]:
    """How the cells of a column are written; numbers of people and binaan are text, to the last digit."""
    if column in DAYS:
        return DAY
    if column in LONG:
        return WRAPPED
    return {"valign": "top"} if column in _FREE else TEXT


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
