"""How somebody stands on a day: not begun, serving, soon to end, or over, with the days until or since."""

from datetime import date

from domain.blitar.ending import ends_soon
from domain.blitar.staffing.assignments import Service
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.regulation.law_in_force import LawInForce


class ServiceState(Labelled):
    """A state of service; the value is stable, the label is for people."""

    COMING = "coming", "Belum mulai"
    SERVING = "serving", "Bertugas"
    ENDING = "ending", "Segera berakhir"
    ENDED = "ended", "Berakhir"


def state_of(service: Service, law: LawInForce) -> ServiceState:
    """The state of a service on the day of the law."""
    if law.day < service.appointed_on:
        return ServiceState.COMING
    if law.day > service.last_day:
        return ServiceState.ENDED
    return ServiceState.ENDING if ends_soon(service.last_day, law) else ServiceState.SERVING


def state_in_words(service: Service, day: date) -> str:
    """When a service begins, ends or ended, with the days until then or since."""
    if day < service.appointed_on:
        return f"mulai {_with_days(service.appointed_on, day)}"
    if day <= service.last_day:
        return f"sampai {_with_days(service.last_day, day)}"
    return f"berakhir {_with_days(service.last_day, day)}"


def _with_days(when: date, day: date) -> str:
    days = (when - day).days
    if days == 0:
        return f"hari ini, {indonesian_date(when)}"
    return (
        f"{indonesian_date(when)} ({days} hari lagi)"
        if days > 0
        else (f"{indonesian_date(when)} ({-days} hari lalu)")
    )
