"""What the decree of an appointment says, and how it is kept as it goes out."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.blitar.mentoring_papers import MentoringPaper, keep_paper
from db.plain import Plain, from_plain
from db.tables import CandidateRow, SelectionRoundRow, StaffRow
from db.verbs import Act
from domain.blitar.appointment import Appointment
from domain.blitar.staffing.staff_papers import AppointmentDecree, selected_in


def decree_of(session: Session, row: StaffRow) -> AppointmentDecree:
    """An appointment as its decree says it, for the verbs, which have asked who may."""
    replaced = session.get(StaffRow, row.replaces_id) if row.replaces_id else None
    return AppointmentDecree(
        appointment=from_plain(Appointment, row.background),
        until=row.contract_until,
        home_code=row.home_code,
        selected_in=_selected_in(session, row.candidate_id),
        replaces=replaced.name if replaced else "",
    )


def _selected_in(session: Session, candidate_id: int | None) -> str:
    table = SelectionRoundRow
    query = select(table).join(CandidateRow, CandidateRow.round_id == table.id)
    found = session.scalars(query.where(CandidateRow.id == candidate_id)).one_or_none()
    if found is None or found.decided_on is None:
        return ""
    return selected_in(str(found.body["title"]), found.minutes_number or "", found.decided_on)


def keep_decree(act: Act, row: StaffRow, printed: Callable[[AppointmentDecree], bytes]) -> Plain:
    """Keep the decree of an appointment inside its verb."""
    pdf = printed(decree_of(act.session, row))
    kind = MentoringPaper.APPOINTMENT_DECREE
    return keep_paper(act, kind, row.id, pdf, number=row.decree, on=row.appointed_on)
