"""Verbs for the office's own copies of a regulation."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, undefer

from db.limits import require_text
from db.refusals import Wrong
from db.tables import OwnTextRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import verb
from domain.problems import Problem
from domain.programme import Programme
from domain.regulation.clause_walk import cut
from domain.regulation.law_in_force import NO_PRACTICE
from domain.regulation.own_text import checked_text, text_of
from domain.regulation.rules import Regulation
from domain.roles import OfficePermission, Person
from domain.typed import FileName


@dataclass(frozen=True, slots=True)
class KeptText:
    """The copy that counts: its words by place, with its file's name, who loaded it and when."""

    clauses: Mapping[str, str]
    name: str
    by: str
    at: datetime


def keep_own_text(
    session: Session,
    actor: Person,
    programme: Programme,
    name: FileName,
    data: bytes,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Keep a copy of a programme's regulation; raises Wrong for a file that cannot be used.

    Older copies stay; the newest counts.
    """
    permission, action = OfficePermission.KEEP_LAW_TEXTS, OfficeAction.KEEP_OWN_TEXT
    with verb(session, actor, programme, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_text(FileName, name, "name")
        regulation = programme.law_on(act.day, NO_PRACTICE).regulation
        checked = checked_text(data, regulation)
        text = text_of(data)
        if isinstance(checked, Problem) or isinstance(text, Problem):
            raise Wrong([one for one in (checked, text) if isinstance(one, Problem)][:1])
        row = OwnTextRow(
            programme=programme.key,
            instrument=regulation.instrument.key,
            name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            text=text,
            by_person_id=act.person.id,
            at=at,
        )
        session.add(row)
        session.flush()
        after = {"instrument": row.instrument, "name": name, "sha256": row.sha256, "found": checked.sentence}
        act.close(Subject(OfficeSubject.OWN_TEXT, row.id), after=after)


def kept_text(session: Session, programme: Programme, regulation: Regulation) -> KeptText | None:
    """The office's own copy of a regulation, cut into its clauses; None while there is none."""
    query = (
        select(OwnTextRow)
        .where(OwnTextRow.programme == programme.key, OwnTextRow.instrument == regulation.instrument.key)
        .order_by(OwnTextRow.id.desc())
        .limit(1)
        .options(joinedload(OwnTextRow.by), undefer(OwnTextRow.text))
    )
    row = session.scalars(query).one_or_none()
    if row is None:
        return None
    clauses = cut(row.text.splitlines(), regulation.clauses).clauses
    return KeptText(clauses, row.name, row.by.name, row.at)
