"""The moment and the day by which the store judges who may: never what a caller says that it is."""

from datetime import UTC, date, datetime

from domain.dates import JAKARTA


def moment() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def office_day() -> date:
    """Today in the time zone of the regencies."""
    return moment().astimezone(JAKARTA).date()
