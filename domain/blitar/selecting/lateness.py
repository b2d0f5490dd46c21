"""A registration that came after the last day (Pasal 8 huruf c): found from its day, chosen by nobody."""

from datetime import date

from domain.blitar.selecting.results import FILING, InTheWay, OutcomeKind, SelectionOutcome
from domain.blitar.selecting.rounds import Round
from domain.dates import indonesian_date


def late_in_way(wanted: Round, registered_on: date | None) -> InTheWay | None:
    """Why a registration of a day is refused as late; None where it came in time or the day is unknown."""
    if registered_on is None or registered_on <= wanted.closes_on:
        return None
    told = (
        f"Berkas diterima {indonesian_date(registered_on)}, sesudah pendaftaran ditutup "
        f"{indonesian_date(wanted.closes_on)}."
    )
    return InTheWay(told, FILING)


def outcome_with_lateness(
    wanted: Round, registered_on: date | None, recorded: SelectionOutcome | None
) -> SelectionOutcome | None:
    """What is recorded, unless the registration came late, which nothing recorded can heal."""
    late = late_in_way(wanted, registered_on)
    if late is None or registered_on is None:
        return recorded
    return SelectionOutcome(kind=OutcomeKind.LATE, on=registered_on, by="", reason=late.told)
