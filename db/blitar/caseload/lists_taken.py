"""Lists of binaan that were taken in, and one taken back as a whole while nothing was done with any of it.

Nothing is removed: its binaan keep their numbers and data, are in nobody's care, and count in no month.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.lines import TAKEN_BACK
from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.standing import choose_anew
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.refusals import NotFound, Refused, Wrong
from db.tables import (
    AuditRow,
    ClientListLineRow,
    ClientListRow,
    ClientRow,
    FollowUpRow,
    HandoverLineRow,
    IndicatorReadingRow,
    RecommendationRow,
    UpgradeProposalRow,
    VisitRow,
)
from db.trail import Subject
from db.verbs import Act, verb
from domain.blitar.client_list.taking_back import Deed, TakingBack, check_taking_back, touched_lines
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_moment
from domain.money import number
from domain.roles import Person

_NEWEST: Final = 20
# Its first line in the trail is the taking in itself, and opening a number is reading.
_NO_DEED: Final = (BlitarAction.SAVE_CLIENT, BlitarAction.REVEAL_IDENTITY)
_HANGING: Final = (
    (Deed.VISIT, VisitRow.client_id),
    (Deed.FOLLOW_UP, FollowUpRow.client_id),
    (Deed.READING, IndicatorReadingRow.client_id),
    (Deed.UPGRADE, UpgradeProposalRow.client_id),
    (Deed.RECOMMENDATION, RecommendationRow.client_id),
    (Deed.HANDOVER, HandoverLineRow.client_id),
)


@dataclass(frozen=True, slots=True)
class ListTakenIn:
    """A list that was taken in: by whom, how many, from which number to which, and how it was taken back."""

    id: int
    at: datetime
    by: str
    taken: int
    first: str
    last: str
    taken_back_because: str | None
    taken_back_by: str
    taken_back_at: datetime | None


@dataclass(frozen=True, slots=True)
class Listed:
    """One binaan of a list."""

    id: int
    number: str
    name: str


def lists_taken(session: Session, actor: Person) -> tuple[ListTakenIn, ...]:
    """The newest lists first."""
    authorise(session, actor, BLITAR, BlitarPermission.HAND_OVER_CLIENTS)
    line, client = ClientListLineRow, ClientRow
    newest = session.scalars(select(ClientListRow).order_by(ClientListRow.id.desc()).limit(_NEWEST)).all()
    ends = (
        select(line.list_id, func.min(client.number), func.max(client.number))
        .join(client, client.id == line.client_id)
        .where(line.list_id.in_([row.id for row in newest]))
        .group_by(line.list_id)
    )
    span = {list_id: (first, last) for list_id, first, last in session.execute(ends)}
    return tuple(
        ListTakenIn(
            row.id, row.at, row.by.name, row.taken, *span[row.id],
            row.taken_back_because, row.taken_back_by.name if row.taken_back_by else "", row.taken_back_at,
        )
        for row in newest
    )  # fmt: skip


def binaan_of_list(session: Session, actor: Person, list_id: int, most: int) -> tuple[Listed, ...]:
    """The first binaan of a list, whatever became of them."""
    authorise(session, actor, BLITAR, BlitarPermission.HAND_OVER_CLIENTS)
    client, line = ClientRow, ClientListLineRow
    query = select(client.id, client.number, client.name).join(line, line.client_id == client.id)
    query = query.where(line.list_id == list_id).order_by(client.id).limit(most)
    return tuple(Listed(*row) for row in session.execute(query))


def take_back_list(
    session: Session, actor: Person, list_id: int, told: TakingBack, *, nonce: str, at: datetime
) -> int:
    """Take back every binaan of a list, or none of them; give how many there were.

    Raises Refused with the numbers of those with which something was done, or when it was taken back
    before, and Wrong without a reason.
    """
    permission, action = BlitarPermission.HAND_OVER_CLIENTS, BlitarAction.TAKE_BACK_CLIENTS
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        act.require(BlitarPermission.EDIT_CLIENTS)
        if act.earlier:
            return act.earlier.subject_id
        require_typed(told)
        if problems := check_taking_back(told):
            raise Wrong(problems)
        row = _held(session, list_id)
        line = ClientListLineRow
        clients = session.scalars(select(line.client_id).where(line.list_id == row.id)).all()
        with months_kept(session, clients, Ground.CARE | Ground.STAGES | Ground.GOALS):
            # The binaan are held now: what another verb does with them came before, or is refused.
            before = _standing(session, row.id)
            _require_untouched(session, row, before)
            _take_back(act, before)
        _tell(act, row, before, told)
        act.close_noted(len(clients))
        return len(clients)


def _held(session: Session, list_id: int) -> ClientListRow:
    query = select(ClientListRow).where(ClientListRow.id == list_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Daftar ini")
    if row.taken_back_at is not None and row.taken_back_by is not None:
        when = f"{row.taken_back_by.name}, {indonesian_moment(row.taken_back_at)}"
        raise Refused(f"Pemasukan daftar ini sudah dibatalkan oleh {when}. Tidak ada yang diubah lagi.")
    return row


def _of_list(list_id: int) -> Select[int]:
    return select(ClientListLineRow.client_id).where(ClientListLineRow.list_id == list_id)


def _standing(session: Session, list_id: int) -> Sequence[Any]:
    row = ClientRow
    query = select(row.id, row.number, row.version, row.status, row.mentor_id, row.since)
    return session.execute(query.where(row.id.in_(_of_list(list_id))).order_by(row.id)).all()


def _require_untouched(session: Session, row: ClientListRow, before: Sequence[Any]) -> None:
    touched = _touched(session, row.id, before)
    if touched:
        head = (
            f"Daftar ini tidak dibatalkan, karena {number(len(touched))} dari {number(row.taken)} binaannya "
            "sudah dikerjakan. Akhiri atau perbaiki yang keliru di kartunya masing-masing"
        )
        lines = touched_lines(touched)
        raise Refused(f"{head}: {'; '.join(lines)}.", lines)


def _touched(session: Session, list_id: int, before: Sequence[Any]) -> Mapping[str, Sequence[Deed]]:
    """What was done with the binaan of a list since, by their numbers."""
    numbers = {one.id: one.number for one in before}
    found: dict[str, list[Deed]] = defaultdict(list)
    for one in before:
        if one.version != 1:
            found[one.number].append(Deed.CHANGED)
    for deed, of in _HANGING:
        for client_id in session.scalars(select(of).where(of.in_(_of_list(list_id))).distinct()):
            found[numbers[client_id]].append(deed)
    line = AuditRow
    noted = select(line.subject_id).distinct()
    noted = noted.where(line.subject_kind == BlitarSubject.CLIENT, line.subject_id.in_(_of_list(list_id)))
    noted = noted.where(line.programme == BLITAR.key, line.action.not_in(_NO_DEED))
    for client_id in session.scalars(noted):
        if not found.get(numbers[client_id]):
            found[numbers[client_id]].append(Deed.NOTED)
    return found


def _take_back(act: Act, before: Sequence[Any]) -> None:
    """Leave no day on which any of them was mentored; each keeps its number and what is told of it."""
    row = ClientRow
    for since in {one.since for one in before}:
        values = {
            "status": TAKEN_BACK, "mentor_id": None, "ended_on": since - timedelta(days=1),
            "version": row.version + 1, "changed_by_id": act.person.id, "changed_at": act.at,
        }  # fmt: skip
        some = [one.id for one in before if one.since == since]
        changed = update(row).where(row.id.in_(some)).values(values)
        act.session.execute(changed.execution_options(synchronize_session=False))
    choose_anew(act.session, [one.id for one in before])


def _tell(act: Act, row: ClientListRow, before: Sequence[Any], told: TakingBack) -> None:
    row.taken_back_because, row.taken_back_at = told.reason, act.at
    row.taken_back_by_id = act.person.id
    act.session.flush()
    lines = [
        (Subject(BlitarSubject.CLIENT, one.id), {"reason": told.reason, "from": one.mentor_id})
        for one in before
    ]
    act.note_new(BlitarAction.TAKE_BACK_CLIENTS, lines)
