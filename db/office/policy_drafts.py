"""Verbs for drafts of the policy laboratory: kept under a name, opened by a link, taken off the list."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.limits import require_whole
from db.office.practice import law_of
from db.plain import from_plain, to_plain
from db.refusals import NotFound, Wrong
from db.tables import PolicyDraftRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import verb
from domain.problems import Problem
from domain.programme import Programme
from domain.regulation.policy.draft import Draft
from domain.regulation.policy.draft_checks import problems_of_draft
from domain.roles import OfficePermission, Person

MOST_LISTED: Final = 30
_MAY: Final = OfficePermission.SIMULATE_POLICY
_NOTHING: Final = "Rancangan ini belum mengubah apa pun. Pilih dahulu angka, ketentuan, atau tafsirnya."


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it was kept, with who kept it and when."""

    id: int
    draft: Draft
    by: str
    at: datetime


def keep_draft(
    session: Session, actor: Person, programme: Programme, draft: Draft, *, nonce: str, at: datetime
) -> int:
    """Keep a draft for whoever simulates, and give its number; raises Wrong for one that cannot be tried."""
    with verb(session, actor, programme, _MAY, OfficeAction.KEEP_POLICY_DRAFT, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(draft)
        if draft.changes_nothing:
            raise Wrong([Problem("values", _NOTHING)])
        if wrong := problems_of_draft(draft, law_of(session, programme, max(act.day, draft.since))):
            raise Wrong(wrong)
        row = PolicyDraftRow(
            programme=programme.key,
            name=draft.name,
            since=draft.since,
            body=to_plain(draft),
            by_person_id=act.person.id,
            at=act.at,
        )
        session.add(row)
        session.flush()
        act.close(Subject(OfficeSubject.POLICY_DRAFT, row.id), after={"name": draft.name})
        return row.id


def end_draft(session: Session, actor: Person, programme: Programme, draft_id: int, *, at: datetime) -> None:
    """Take a draft off the list; its link still opens it, for what was printed with it."""
    with verb(session, actor, programme, _MAY, OfficeAction.END_POLICY_DRAFT, at=at) as act:
        row = session.get(PolicyDraftRow, draft_id, with_for_update=True, populate_existing=True)
        if row is None or row.programme != programme.key:
            raise NotFound("Rancangan ini")
        if row.ended_at is not None:
            act.unchanged()
            return
        row.ended_by_id, row.ended_at = act.person.id, act.at
        act.close(Subject(OfficeSubject.POLICY_DRAFT, row.id), before={"name": row.name})


def kept_drafts(session: Session, actor: Person, programme: Programme) -> tuple[KeptDraft, ...]:
    """The newest drafts that were kept, those taken off the list left out."""
    authorise(session, actor, programme, _MAY)
    query = (
        select(PolicyDraftRow)
        .where(PolicyDraftRow.programme == programme.key, PolicyDraftRow.ended_at.is_(None))
        .order_by(PolicyDraftRow.id.desc())
        .limit(MOST_LISTED)
        .options(joinedload(PolicyDraftRow.by))
    )
    return tuple(_kept(row) for row in session.scalars(query))


def kept_draft(session: Session, actor: Person, programme: Programme, draft_id: int) -> KeptDraft:
    """One draft by its number, also when it is off the list; raises NotFound."""
    authorise(session, actor, programme, _MAY)
    row = session.get(PolicyDraftRow, draft_id, options=[joinedload(PolicyDraftRow.by)])
    if row is None or row.programme != programme.key:
        raise NotFound("Rancangan ini")
    return _kept(row)


def _kept(row: PolicyDraftRow) -> KeptDraft:
    return KeptDraft(row.id, from_plain(Draft, row.body), row.by.name, row.at)
