"""A list of binaan: which of them are known, and the others taken in together, all of them or none."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final, cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.clients import care_problems, checked_client, new_client_row, since_problems
from db.blitar.caseload.lines import OPEN, TAKEN_BACK
from db.blitar.caseload.month_counts import add_to_months
from db.blitar.caseload.month_shares import Ground
from db.blitar.trail import BlitarAction, BlitarSubject
from db.bulk import pieces, plain_row, write_rows
from db.limits import require_declared
from db.numbering import hold_series, next_numbers
from db.refusals import Wrong
from db.tables import ClientListLineRow, ClientListRow, ClientRow, SubmissionRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.blitar.client import Client, nib_digits
from domain.blitar.client_list.list_sheet import MOST_LISTED_ROWS
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.roles import Person
from domain.similar_names import HeardNames

_NAMED_MOST: Final = 3
Told = tuple[Client, str]
"""A binaan, and the sign of all that stands in its line."""


@dataclass(frozen=True, slots=True)
class KnownBinaan:
    """A binaan in the store that a line of a list may mean, and why."""

    id: int
    number: str
    name: str
    is_open: bool
    why: str


@dataclass(frozen=True, slots=True)
class ListKnown:
    """Lines of a list, by place, that are in the store, and those whose name is like another's nearby."""

    known: Mapping[int, KnownBinaan]
    like: Mapping[int, tuple[KnownBinaan, ...]]


@dataclass(frozen=True, slots=True)
class ListTaken:
    """What came of a list: the numbers of the new binaan, and how many were known meanwhile."""

    numbers: tuple[str, ...]
    known: int


def look_up_list(session: Session, actor: Person, told: Sequence[Told]) -> ListKnown:
    """Hold a list against all binaan: the same NIK, NIB or line, and names written in another way."""
    authorise(session, actor, BLITAR, BlitarPermission.HAND_OVER_CLIENTS)
    known = _known(session, told)
    fresh = {place: client for place, (client, _) in enumerate(told) if place not in known}
    return ListKnown(known, _like(session, fresh))


def take_in_list(
    session: Session,
    actor: Person,
    told: Sequence[Told],
    *,
    carers: Mapping[str, int],
    since: date,
    nonce: str,
    at: datetime,
) -> ListTaken:
    """Take in every binaan of a list that is not known, each with its own line in the trail.

    `carers` names who has those of a kecamatan in care from `since` on; of the others nobody has yet.
    Raises Wrong when one of them cannot be, and then stores nothing.
    """
    permission, action = BlitarPermission.HAND_OVER_CLIENTS, BlitarAction.IMPORT_CLIENTS
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        act.require(BlitarPermission.EDIT_CLIENTS)
        if act.earlier:
            return ListTaken((), act.earlier.version)
        if not 0 < len(told) <= MOST_LISTED_ROWS:
            raise ValueError(f"a list holds between 1 and {MOST_LISTED_ROWS} binaan")
        # Or two who send the same list at one moment would not see each other.
        hold_series(session, BLITAR, f"BN-{since.year}")
        known = _known(session, told)
        fresh = [one for place, one in enumerate(told) if place not in known]
        _require_care(act, [client for client, _ in fresh], carers, since)
        ids = _written(act, fresh, carers, since)
        if ids:
            _keep_list(act, ids.values())
            add_to_months(session, ids.values(), Ground.CARE | Ground.STAGES)
            act.close_noted(len(ids), version=len(told))
        else:
            act.unchanged()
        return ListTaken(tuple(ids), len(known))


def _require_care(act: Act, clients: Sequence[Client], carers: Mapping[str, int], since: date) -> None:
    codes = {client.place.district_code for client in clients}
    wanted = sorted({mentor for code, mentor in carers.items() if code in codes})
    problems = list(since_problems(since, act.day))
    for mentor in wanted:
        problems += care_problems(act.session, mentor, since, act.day, "since")
    if problems:
        raise Wrong(tuple(problems))


def _written(act: Act, fresh: Sequence[Told], carers: Mapping[str, int], since: date) -> Mapping[str, int]:
    """Write them with their lines in the trail; gives their numbers with those in the store."""
    require_declared([client for client, _ in fresh])
    numbers = next_numbers(act.session, BLITAR, f"BN-{since.year}", len(fresh)) if fresh else ()
    rows = []
    for (client, _), serial in zip(fresh, numbers, strict=True):
        # Rulings are the Kepala Dinas's own verb (db/blitar/caseload/rulings.py).
        client = replace(client, judgements={})
        body = checked_client(client, act.day)
        mentor = carers.get(client.place.district_code or "")
        rows.append(new_client_row(act, client, body, serial, mentor, since))
    # Past the object mapper, which would ask for the number of each row by itself.
    write_rows(act.session, ClientRow, [plain_row(row) for row in rows])
    ids = _ids(act.session, [row.number for row in rows])
    new = [
        (Subject(BlitarSubject.CLIENT, ids[row.number]), {**row.body, "mentor_id": row.mentor_id})
        for row in rows
    ]
    act.note_new(BlitarAction.SAVE_CLIENT, new)
    signs = [_sign_row(act, sign, ids[row.number]) for (_, sign), row in zip(fresh, rows, strict=True)]
    _write_signs(act.session, signs)
    return ids


def _keep_list(act: Act, clients: Collection[int]) -> None:
    """Keep which binaan came together, so that they can be taken back together."""
    row = ClientListRow(taken=len(clients), by_person_id=act.person.id, at=act.at)
    act.session.add(row)
    act.session.flush()
    lines = [{"list_id": row.id, "client_id": client_id} for client_id in clients]
    write_rows(act.session, ClientListLineRow, lines)


def _write_signs(session: Session, signs: Sequence[Mapping[str, Any]]) -> None:
    """Write the signs of new lines; a line whose binaan was taken back comes to its new binaan."""
    sent, table = SubmissionRow.nonce, cast(Table, SubmissionRow.__table__)
    known = {
        sign
        for some in pieces([one["nonce"] for one in signs])
        for sign in session.scalars(select(sent).where(sent.in_(some)))
    }
    write_rows(session, SubmissionRow, [one for one in signs if one["nonce"] not in known])
    again = [{**one, "sign": one["nonce"]} for one in signs if one["nonce"] in known]
    if again:
        changed: dict[str, Any] = {name: bindparam(name) for name in signs[0] if name != "nonce"}
        session.connection().execute(
            update(table).where(table.c.nonce == bindparam("sign")).values(changed),
            [{name: value for name, value in one.items() if name != "nonce"} for one in again],
        )


def _ids(session: Session, numbers: Sequence[str]) -> Mapping[str, int]:
    query = select(ClientRow.number, ClientRow.id)
    found = {
        number: client_id
        for some in pieces(numbers)
        for number, client_id in session.execute(query.where(ClientRow.number.in_(some)))
    }
    return {number: found[number] for number in numbers}


def _sign_row(act: Act, sign: str, number: int) -> dict[str, Any]:
    return {
        "nonce": sign,
        "action": BlitarAction.IMPORT_CLIENTS.value,
        "person_id": act.person.id,
        "at": act.at,
        "subject_id": number,
        "subject_version": 1,
    }


def _known(session: Session, told: Sequence[Told]) -> Mapping[int, KnownBinaan]:
    by_nik = _by(session, ClientRow.nik, {client.nik for client, _ in told if client.nik}, "NIK sama")
    nibs = {place: nib_digits(client) for place, (client, _) in enumerate(told)}
    by_nib = _by(session, ClientRow.nib, {one for one in nibs.values() if one}, "NIB sama")
    by_sign = _by_sign(session, {sign for _, sign in told})
    found = {}
    for place, (client, sign) in enumerate(told):
        known = by_sign.get(sign) or by_nik.get(client.nik or "") or by_nib.get(nibs[place] or "")
        if known is not None:
            found[place] = known
    return found


def _by(session: Session, column: Any, wanted: Collection[str], why: str) -> Mapping[str, KnownBinaan]:
    """The newest binaan of each number, the open ones before those that ended."""
    row = ClientRow
    query = select(column, row.id, row.number, row.name, row.status)
    query = query.where(row.status != TAKEN_BACK).order_by(row.status != OPEN, row.id.desc())
    found: dict[str, KnownBinaan] = {}
    for some in pieces(sorted(wanted)):
        for told, client_id, client_number, name, status in session.execute(query.where(column.in_(some))):
            found.setdefault(told, _told(client_id, client_number, name, status, why=why))
    return found


def _by_sign(session: Session, wanted: Collection[str]) -> Mapping[str, KnownBinaan]:
    row, sent = ClientRow, SubmissionRow
    query = (
        select(sent.nonce, row.id, row.number, row.name, row.status)
        .join(row, row.id == sent.subject_id)
        .where(sent.action == BlitarAction.IMPORT_CLIENTS, row.status != TAKEN_BACK)
    )
    return {
        sign: _told(client_id, number, name, status, why="baris yang sama sudah masuk")
        for some in pieces(sorted(wanted))
        for sign, client_id, number, name, status in session.execute(query.where(sent.nonce.in_(some)))
    }


def _like(session: Session, fresh: Mapping[int, Client]) -> Mapping[int, tuple[KnownBinaan, ...]]:
    """Names of the same kecamatan that may be the same name, the open binaan and the newest first."""
    row = ClientRow
    codes = {client.place.district_code for client in fresh.values() if client.place.district_code}
    query = select(row.district_code, row.search_name, row.id, row.number, row.name, row.status)
    near: dict[str, list[Any]] = defaultdict(list)
    query = query.where(row.district_code.in_(sorted(codes)), row.status != TAKEN_BACK)
    for one in session.execute(query):
        near[one.district_code].append(one)
    heard = {code: HeardNames([one.search_name for one in rows]) for code, rows in near.items()}
    found = {}
    for place, client in fresh.items():
        code = client.place.district_code or ""
        if code in heard and (places := heard[code].like(client.name)):
            alike = sorted((near[code][one] for one in places), key=lambda one: (one.status != OPEN, -one.id))
            found[place] = tuple(
                _told(one.id, one.number, one.name, one.status, why="nama mirip, kecamatan sama")
                for one in alike[:_NAMED_MOST]
            )
    return found


def _told(client_id: int, number: str, name: str, status: str, *, why: str) -> KnownBinaan:
    return KnownBinaan(client_id, number, name, status == OPEN, why)
