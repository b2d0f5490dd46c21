"""The lines of a letter of recommendation: which visits may stand in it, in which words."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.visiting.recommending import recommend_anew
from db.refusals import NotFound, Wrong
from db.tables import RecommendationBundleRow, RecommendationItemRow, RecommendationRow, VisitRow
from domain.blitar.visiting.visit import VisitState
from domain.dates import indonesian_date
from domain.problems import Problem


def held_visits(session: Session, visits: Sequence[int]) -> Sequence[VisitRow]:
    """Hold visits against other writers, the oldest first; or raise NotFound."""
    query = (
        select(VisitRow)
        .where(VisitRow.id.in_(visits))
        .order_by(VisitRow.on, VisitRow.id)
        .with_for_update(of=VisitRow)
        .options(joinedload(VisitRow.client))
    )
    rows = session.scalars(query.execution_options(populate_existing=True)).all()
    if len(rows) < len(set(visits)):
        raise NotFound("Kunjungan ini")
    return rows


def put_lines(
    session: Session, bundle: RecommendationBundleRow, told: Mapping[int, str]
) -> Sequence[VisitRow]:
    """Make the visits the lines of a bundle, the oldest first; raise Wrong where one may not be."""
    rows = held_visits(session, tuple(told))
    if problems := tuple(_unfit(session, rows, bundle.id)):
        raise Wrong(problems)
    items = RecommendationItemRow
    with letters_kept(session, bundle.id, rows):
        removal = delete(items).where(items.bundle_id == bundle.id)
        session.execute(removal.execution_options(synchronize_session="fetch"))
        session.add_all(
            items(bundle_id=bundle.id, visit_id=row.id, place=place, told=told[row.id].strip())
            for place, row in enumerate(rows, 1)
        )
    session.expire(bundle, ["items"])
    return rows


@contextmanager
def letters_kept(session: Session, bundle_id: int, rows: Sequence[VisitRow] = ()) -> Iterator[None]:
    """Keep what waits for a letter while the lines of one change, to these visits or to none."""
    row = RecommendationRow
    clients = {*session.scalars(select(row.client_id).where(row.bundle_id == bundle_id))}
    clients |= {one.client_id for one in rows}
    with months_kept(session, clients, Ground.LETTERS):
        yield
        recommend_anew(session, clients)


def _unfit(session: Session, rows: Sequence[VisitRow], bundle_id: int | None) -> Iterator[Problem]:
    items = RecommendationItemRow
    query = select(items.visit_id).where(items.visit_id.in_([row.id for row in rows]))
    elsewhere = set(session.scalars(query.where(items.bundle_id != bundle_id)))
    own = set(session.scalars(query.where(items.bundle_id == bundle_id)))
    for row in rows:
        what = f"Kunjungan {indonesian_date(row.on)} kepada {row.client.name}"
        if row.id in elsewhere:
            told = f"{what} sudah ada dalam surat lain; satu rekomendasi masuk satu surat. Muat ulang."
            yield Problem(f"told.{row.id}", told)
        elif row.id not in own and (row.state != VisitState.VERIFIED or not row.agency.strip()):
            told = f"{what} tidak menunggu surat: belum terverifikasi, atau tanpa Perangkat Daerah."
            yield Problem(f"told.{row.id}", told)
