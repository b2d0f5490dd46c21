"""Letters of recommendation to Perangkat Daerah (Pasal 13): prepared, changed, given up, read."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from db.access import authorise
from db.blitar.caseload.reach import own_staff
from db.blitar.reporting.bundle_lines import letters_kept, put_lines
from db.blitar.reporting.bundle_rows import (
    Bundle,
    bundle_of,
    held_bundle,
    moved,
    require_state,
    require_unchanged,
    returns_of,
    struck_from,
    subject_of,
)
from db.blitar.trail import BlitarAction
from db.limits import require_typed
from db.plain import Plain
from db.refusals import NotFound, Wrong
from db.tables import RecommendationBundleRow, RecommendationItemRow, VisitRow
from db.verbs import verb
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import NOT_SET, BundlePrepared, BundleState, check_bundle
from domain.blitar.roles import BlitarPermission
from domain.programme import NotAllowed
from domain.roles import Person


def bundle(session: Session, actor: Person, prepared: BundlePrepared, *, nonce: str, at: datetime) -> int:
    """Prepare a letter to a Perangkat Daerah from verified visits, each with its words; give its number.

    Raises Wrong for what cannot be, also where a visit is already in another letter.
    """
    permission, action = BlitarPermission.BUNDLE_RECOMMENDATIONS, BlitarAction.BUNDLE_RECOMMENDATIONS
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        _check(prepared)
        row = RecommendationBundleRow(
            version=1,
            agency=prepared.agency.strip(),
            state=BundleState.DRAFT,
            made_by_id=act.person.id,
            made_at=at,
            changed_at=at,
        )
        session.add(row)
        session.flush()
        put_lines(session, row, prepared.told)
        act.close(subject_of(row), after=_lines(row))
        return row.id


def change_bundle(
    session: Session,
    actor: Person,
    bundle_id: int,
    prepared: BundlePrepared,
    *,
    expected_version: int,
    nonce: str,
    at: datetime,
) -> int:
    """Change a letter that is not set yet: its Perangkat Daerah, its lines and their words; give its version.

    One that the Kepala Dinas returned goes back to them with the change.
    Raises Wrong for what cannot be, and ChangedMeanwhile over somebody else's change.
    """
    permission, action = BlitarPermission.BUNDLE_RECOMMENDATIONS, BlitarAction.BUNDLE_RECOMMENDATIONS
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        _check(prepared)
        row = held_bundle(session, bundle_id)
        require_unchanged(session, row, expected_version)
        require_state(row, *NOT_SET)
        before = _lines(row)
        # One that came back goes to the Kepala Dinas again.
        row.agency, row.state = prepared.agency.strip(), BundleState.DRAFT
        put_lines(session, row, prepared.told)
        moved(row, at)
        act.close(subject_of(row), version=row.version, before=before, after=_lines(row))
        return row.version


def drop_bundle(
    session: Session, actor: Person, bundle_id: int, *, expected_version: int, at: datetime
) -> None:
    """Give a letter up that is not set yet; its recommendations wait for a letter again."""
    permission, action = BlitarPermission.BUNDLE_RECOMMENDATIONS, BlitarAction.DROP_RECOMMENDATIONS
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        row = held_bundle(session, bundle_id)
        require_unchanged(session, row, expected_version)
        require_state(row, *NOT_SET)
        act.close(subject_of(row), before=_lines(row))
        with letters_kept(session, bundle_id):
            session.execute(delete(RecommendationItemRow).where(RecommendationItemRow.bundle_id == bundle_id))
        session.execute(delete(RecommendationBundleRow).where(RecommendationBundleRow.id == bundle_id))
        session.expunge(row)


def draft_to(session: Session, actor: Person, agency: str) -> Bundle | None:
    """The newest letter to a Perangkat Daerah that is not set yet, which more lines may join; or None."""
    authorise(session, actor, BLITAR, BlitarPermission.BUNDLE_RECOMMENDATIONS)
    table = RecommendationBundleRow
    query = select(table).where(table.state == BundleState.DRAFT, table.agency == agency.strip())
    query = query.order_by(table.id.desc()).limit(1).options(*with_lines())
    row = session.scalars(query).one_or_none()
    return None if row is None else bundle_of(row, None)


def one_bundle(session: Session, actor: Person, bundle_id: int) -> Bundle:
    """One letter; NotFound where it is not there, NotAllowed where none of its lines is one's own."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    own, table = own_staff(session, person), RecommendationBundleRow
    row = session.scalars(select(table).where(table.id == bundle_id).options(*with_lines())).one_or_none()
    if row is None:
        raise NotFound("Surat rekomendasi ini")
    # A Pendamping reads of their own binaan alone.
    struck = struck_from(session, row) if own is None else ()
    found = replace(bundle_of(row, own), returns=returns_of(session, row), struck=struck)
    if own is not None and not found.lines:
        raise NotAllowed(BlitarPermission.BUNDLE_RECOMMENDATIONS, BLITAR, person)
    return found


def with_lines() -> tuple[ExecutableOption, ...]:
    """What reads letters together with their lines."""
    items = selectinload(RecommendationBundleRow.items).joinedload(RecommendationItemRow.visit)
    return (
        items.joinedload(VisitRow.client),
        joinedload(RecommendationBundleRow.made_by),
        joinedload(RecommendationBundleRow.set_by),
    )


def _check(prepared: BundlePrepared) -> None:
    if problems := check_bundle(prepared):
        raise Wrong(problems)
    require_typed(prepared)


def _lines(row: RecommendationBundleRow) -> Plain:
    return {"agency": row.agency, "told": {str(item.visit_id): item.told for item in row.items}}
