"""A person's own record: everything that a programme keeps about a NIK, for who asks about themselves."""

from datetime import datetime
from typing import Annotated

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.limits import require_text
from db.tables import AuditRow, EvidenceRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import log_read
from db.wings import KeptAbout, wing_of
from domain.dates import indonesian_date, indonesian_moment
from domain.own_record import Line as Told
from domain.own_record import OwnRecord, RecordPart
from domain.programme import Programme
from domain.revealing import Why
from domain.roles import OfficePermission, Person
from domain.typed import Line

Nik = Annotated[str, Line("NIK (KTP)", longest=16)]
_OF_MANY = Subject(OfficeSubject.OWN_RECORD, 0)


def own_record(
    session: Session, actor: Person, programme: Programme, nik: Nik, why: Why, *, at: datetime
) -> OwnRecord:
    """Everything that the programme keeps about a NIK; written down with whose it was and why.

    Where nothing is kept it has no parts; that somebody looked is written down all the same.
    """
    person = authorise(session, actor, programme, OfficePermission.READ_OWN_RECORD)
    require_text(Nik, nik, "nik")
    wing = wing_of(programme)
    kept = wing.kept_about(session, nik)
    parts = tuple(RecordPart(one.title, one.lines + _around(session, programme, one)) for one in kept)
    found = "; ".join(one.title for one in kept) or "tidak ada"
    told = {"nik": nik, "bagian": found} | why.told
    for one in kept:  # so that who looks for a file or a binaan finds it there, too
        log_read(session, person, programme, OfficeAction.OWN_RECORD, one.subject, at, why.told)
    log_read(session, person, programme, OfficeAction.OWN_RECORD, _OF_MANY, at, told)
    return OwnRecord(nik, parts)


def _around(session: Session, programme: Programme, kept: KeptAbout) -> tuple[Told, ...]:
    """The photos of a thing, and who did what with it."""
    subject, wing = kept.subject, wing_of(programme)
    photos = select(EvidenceRow).where(
        EvidenceRow.programme == programme.key,
        EvidenceRow.subject_kind == subject.kind,
        EvidenceRow.subject_id == subject.id,
    )
    lines = select(AuditRow).where(
        AuditRow.programme == programme.key,
        AuditRow.subject_kind == subject.kind,
        AuditRow.subject_id == subject.id,
    )
    shown = [
        ("Foto atau pindaian", f"{one.caption or 'tanpa keterangan'}, {indonesian_date(one.at.date())}")
        for one in session.scalars(photos.order_by(EvidenceRow.id))
    ]
    done = [
        (
            "Catatan perbuatan",
            f"{indonesian_moment(one.at)}: {one.person_name}, {wing.action(one.action).label}",
        )
        for one in session.scalars(lines.order_by(AuditRow.id))
    ]
    return (*shown, *done)
