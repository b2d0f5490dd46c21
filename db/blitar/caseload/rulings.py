"""Rulings of the Kepala Dinas on whether a branch, a CV or a PT is accepted as a target (Pasal 3, B-07)."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from db import audit
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.caseload.clients import read_client
from db.blitar.caseload.reach import client_row, require_version
from db.engine import require_write
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import Wrong
from db.tables import ClientRow
from domain.blitar.caseload.rulings import about_of, ruling_problems
from domain.blitar.judgement import Judgement
from domain.dates import JAKARTA
from domain.roles import Permission, Person


def rule_on_client(
    session: Session,
    actor: Person,
    client_id: int,
    question: str,
    ruling: Judgement,
    *,
    expected_version: int,
    at: datetime,
) -> None:
    """Record the answer to a question of `client_facts.RULINGS`, signed with the name of who rules.

    A second press of the button changes nothing. Raises Wrong, and ChangedMeanwhile over somebody
    else's change.
    """
    require_write(session)
    person = authorise(session, actor, Permission.RULE_ON_CLIENTS)
    row = client_row(session, client_id, hold=True)
    client = read_client(row)
    ruling = replace(ruling, by=person.name, about=about_of(question, client))
    require_typed(ruling)
    if client.judgements.get(question) == ruling:
        return
    require_version(session, row, expected_version)
    if problems := ruling_problems(client, question, ruling, at.astimezone(JAKARTA).date()):
        raise Wrong(problems)
    before = row.body
    row.body = to_plain(replace(client, judgements={**client.judgements, question: ruling}))
    _changed(row, person, at)
    subject = Subject(SubjectKind.CLIENT, row.id)
    audit.record(session, person, Action.RULE_ON_CLIENT, subject, at, before=before, after=row.body)


def _changed(row: ClientRow, person: Person, at: datetime) -> None:
    row.version += 1
    row.changed_by_id, row.changed_at = person.id, at
