"""The week of everybody as one table: the words of a cell, the holidays, and who belongs on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.blitar.staffing.assignments import Service
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from domain.regions.regions import district
from domain.working_days import holiday_name, working_week

NOT_PLANNED = "…"
LEGEND = (
    "K: kantor (sekretariat Dinas) · L: lapangan, dengan kecamatannya · –: tidak bertugas · …: belum diisi"
)
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat")
_SHORT = {Where.OFFICE: "K", Where.FIELD: "L", Where.AWAY: "–"}


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of a week, with the name of its holiday if it is one."""

    day: date
    name: str
    holiday: str | None

    @property
    def heading(self) -> str:
        """The day as the head of a column: "Senin 23/11", with a mark on a holiday."""
        return f"{self.name} {self.day:%d/%m}{' (libur)' if self.holiday else ''}"


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One Pendamping's week in words, Monday to Friday; `plan` is None while there is none."""

    service: Service
    plan: WeekPlan | None
    cells: tuple[str, ...]


def week_days(monday: date) -> tuple[WeekDay, ...]:
    """Monday to Friday of a week."""
    days = zip(working_week(monday), _WEEKDAYS, strict=True)
    return tuple(WeekDay(day, name, holiday_name(day)) for day, name in days)


def week_rows(monday: date, services: Iterable[Service], plans: Iterable[WeekPlan]) -> tuple[WeekRow, ...]:
    """Everybody who serves on a working day of the week, by name."""
    by_mentor = {plan.mentor_id: plan for plan in plans if plan.monday == monday}
    return tuple(
        _row(one, by_mentor.get(one.mentor_id), monday)
        for one in sorted(services, key=lambda one: one.name)
        if serves_in_week(one, monday)
    )


def serves_in_week(service: Service, monday: date) -> bool:
    """Whether somebody serves on one of the working days of a week."""
    return any(service.is_on(day) for day in working_week(monday))


def slots_on(plan: WeekPlan, day: date) -> tuple[Slot, ...]:
    """What a plan says of one day."""
    return tuple(slot for slot in plan.slots if slot.day == day)


def _row(service: Service, plan: WeekPlan | None, monday: date) -> WeekRow:
    cells = tuple(_cell(service, plan, day) for day in working_week(monday))
    return WeekRow(service, plan, cells)


def _cell(service: Service, plan: WeekPlan | None, day: date) -> str:
    slots = slots_on(plan, day) if plan else ()
    if not slots:
        return NOT_PLANNED if service.is_on(day) and holiday_name(day) is None else "–"
    return " + ".join(_told(slot) for slot in slots)


def _told(slot: Slot) -> str:
    if slot.where is not Where.FIELD:
        return _SHORT[slot.where]
    place = district(slot.district_code) if slot.district_code else None
    return f"L {place.name}" if place else "L (belum diisi)"
