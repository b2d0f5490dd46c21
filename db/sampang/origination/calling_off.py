"""A meeting that was opened by mistake is cancelled, with its reason, as long as it decided nothing."""

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.limits import require_whole
from db.sampang.origination.meetings import held_open
from db.sampang.refusals import Hindered
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import FileStepRow
from db.trail import Subject
from db.verbs import verb
from domain.closings import ClosingReason
from domain.roles import Person
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at as place_at
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_V: Final = place_at("V.1")
_DECIDED: Final = Hindrance(
    "Rapat ini sudah memutus berkas, jadi tidak dapat dibatalkan. Keputusan yang keliru dibetulkan dengan "
    "“Betulkan” di sebelahnya, lalu rapatnya ditutup.",
    _V,
)


def call_off_meeting(
    session: Session, actor: Person, meeting_id: int, why: ClosingReason, *, nonce: str, at: datetime
) -> int:
    """Cancel an open meeting that decided nothing; it stays readable, with the reason. Give its number.

    Raises Hindered once any file was decided at it, also if that was taken back, and MeetingClosed.
    """
    permission, action = SampangPermission.RECORD_DECISIONS, SampangAction.CALL_OFF_MEETING
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(why)
        row = held_open(session, meeting_id)
        decided = select(FileStepRow.application_id).where(FileStepRow.meeting_id == meeting_id).limit(1)
        if session.scalar(decided) is not None:
            raise Hindered((_DECIDED,))
        row.body = {**row.body, "called_off": why.reason.strip()}
        row.version += 1
        row.closed_by_id, row.closed_at = act.person.id, act.at
        after = {"called_off": why.reason.strip()}
        act.close(Subject(SampangSubject.MEETING, row.id), version=row.version, after=after)
        return row.id
