"""Rulings of the Kepala Dinas on whether a branch, a CV or a PT is accepted as a target (Pasal 3, B-07)."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from db.blitar.caseload.clients import read_client
from db.blitar.caseload.reach import client_row
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import Wrong
from db.trail import Subject
from db.verbs import verb
from db.versions import require_version
from domain.blitar.caseload.rulings import about_of, ruling_problems
from domain.blitar.judgement import Judgement
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.roles import Person


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
    permission, action = BlitarPermission.RULE_ON_CLIENTS, BlitarAction.RULE_ON_CLIENT
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        row = client_row(session, client_id, hold=True)
        client = read_client(row)
        ruling = replace(ruling, by=act.person.name, about=about_of(question, client))
        require_typed(ruling)
        if client.judgements.get(question) == ruling:
            act.unchanged()
            return
        require_version(session, row, expected_version, f"binaan {row.number}")
        if problems := ruling_problems(client, question, ruling, act.day):
            raise Wrong(problems)
        before = row.body
        row.body = to_plain(replace(client, judgements={**client.judgements, question: ruling}))
        act.changed(row)
        act.close(Subject(BlitarSubject.CLIENT, row.id), before=before, after=row.body)
