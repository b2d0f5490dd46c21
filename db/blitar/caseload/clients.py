"""Binaan taken in, changed and ended; the history of each stays in the trail."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.blitar.care_histories import care_histories
from db.blitar.caseload.goals import UNKNOWN_PLACE
from db.blitar.caseload.lines import ENDED, OPEN
from db.blitar.caseload.month_counts import add_to_months, months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.reach import client_row, require_own
from db.blitar.caseload.standing import choose_anew
from db.blitar.staffing.staff import held_mentor, service_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.numbering import next_number
from db.plain import Plain, from_plain, to_plain
from db.refusals import Wrong
from db.search_words import search_form
from db.tables import ClientRow, VisitRow
from db.trail import Subject
from db.verbs import Act, verb
from db.versions import require_version
from domain.blitar.caseload.client_leaving import Leaving, check_leaving
from domain.blitar.caseload.stage import Stage
from domain.blitar.client import Client, nib_digits
from domain.blitar.kinds import SubjectKind as ClientKind
from domain.blitar.programme import BLITAR
from domain.blitar.registration_checks import check_client
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.revealing import kept_if_masked
from domain.roles import Person


def add_client(
    session: Session,
    actor: Person,
    client: Client,
    *,
    mentor_id: int | None,
    since: date,
    nonce: str,
    at: datetime,
) -> int:
    """Take a binaan in, in the care of a Pendamping or of nobody yet; give its number in the store.

    A Pendamping takes in only into their own care. Raises Wrong for what cannot be.
    """
    permission, action = BlitarPermission.EDIT_CLIENTS, BlitarAction.SAVE_CLIENT
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        require_own(session, act.person, mentor_id, BlitarPermission.HAND_OVER_CLIENTS)
        if act.earlier:
            return act.earlier.subject_id
        # Rulings are the Kepala Dinas's own verb (db/blitar/caseload/rulings.py).
        client = replace(client, judgements={})
        body = checked_client(client, act.day)
        caring = care_problems(session, mentor_id, since, act.day, "since")
        if problems := (*since_problems(since, act.day), *caring):
            raise Wrong(problems)
        serial = next_number(session, BLITAR, f"BN-{since.year}")
        row = new_client_row(act, client, body, serial, mentor_id, since)
        session.add(row)
        session.flush()
        add_to_months(session, [row.id], Ground.CARE | Ground.STAGES)
        act.close(Subject(BlitarSubject.CLIENT, row.id), after={**body, "mentor_id": mentor_id})
        return row.id


def save_client(
    session: Session,
    actor: Person,
    client_id: int,
    client: Client,
    *,
    expected_version: int,
    nonce: str,
    at: datetime,
) -> int:
    """Change what is told of a binaan; give its new version.

    A NIK of None and a masked telephone keep the stored ones, and rulings stay as they are. Raises
    ChangedMeanwhile over somebody else's change, and Wrong for what cannot be; the kind never changes.
    """
    permission, action = BlitarPermission.EDIT_CLIENTS, BlitarAction.SAVE_CLIENT
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        row = client_row(session, client_id, hold=True)
        require_own(session, act.person, row.mentor_id, BlitarPermission.HAND_OVER_CLIENTS)
        require_version(session, row, expected_version, f"binaan {row.number}")
        if client.kind is not ClientKind(row.kind):
            raise ValueError("the kind of a binaan never changes")
        # Rulings are the Kepala Dinas's own verb, and a NIK that nobody typed anew stays.
        kept = read_client(row)
        phone = kept_if_masked(client.phone, kept.phone)
        client = replace(client, judgements=kept.judgements, nik=client.nik or row.nik, phone=phone)
        body, before = checked_client(client, act.day), row.body
        is_moved = client.place.district_code != row.district_code
        with months_kept(session, [row.id], Ground.ALL if is_moved else Ground.CHOICES):
            _fill(act, row, client, body)
            session.flush()
            choose_anew(session, [row.id])
        subject = Subject(BlitarSubject.CLIENT, row.id)
        act.close(subject, version=row.version, before=before, after=body)
        return row.version


def end_client(
    session: Session,
    actor: Person,
    client_id: int,
    leaving: Leaving,
    *,
    expected_version: int,
    at: datetime,
) -> None:
    """Record why a binaan is no longer mentored; it keeps counting in the months before.

    A second press of the button changes nothing.
    """
    with verb(session, actor, BLITAR, BlitarPermission.END_CLIENTS, BlitarAction.END_CLIENT, at=at) as act:
        row = client_row(session, client_id, hold=True)
        require_typed(leaving)
        body = to_plain(leaving)
        if row.leaving == body:
            act.unchanged()
            return
        require_version(session, row, expected_version, f"binaan {row.number}")
        if row.status == ENDED:
            told = "Pendampingan binaan ini sudah diakhiri. Muat ulang untuk melihat alasannya."
            raise Wrong((Problem("ground", told),))
        last_visit = session.scalar(select(func.max(VisitRow.on)).where(VisitRow.client_id == client_id))
        history = care_histories(session, (client_id,))[client_id]
        if problems := check_leaving(leaving, row.since, act.day, last_visit, history):
            raise Wrong(problems)
        with months_kept(session, [row.id], Ground.CARE | Ground.STAGES | Ground.GOALS):
            row.status, row.ended_on, row.leaving = ENDED, leaving.on, body
            act.changed(row)
            choose_anew(session, [row.id])
        act.close(Subject(BlitarSubject.CLIENT, row.id), after=body)


def read_client(row: ClientRow) -> Client:
    """What is told of a binaan."""
    return from_plain(Client, row.body)


def new_client_row(
    act: Act, client: Client, body: Plain, serial: int, mentor_id: int | None, since: date
) -> ClientRow:
    """The row of a binaan that begins to be mentored on a day, under the next number of that year."""
    row = ClientRow(
        number=f"BN-{since.year}-{serial:04}",
        version=0,
        kind=client.kind,
        status=OPEN,
        mentor_id=mentor_id,
        since=since,
        waits_since=since,
        stage=Stage.NEW,
        movement=UNKNOWN_PLACE,
        agreed_open=0,
        shown=0,
    )
    _fill(act, row, client, body)
    return row


def checked_client(client: Client, day: date) -> Plain:
    """What is stored of a binaan; raises Wrong for what cannot be."""
    if problems := check_client(client, day):
        raise Wrong(problems)
    require_typed(client)
    body: Plain = to_plain(client)
    return body


def _fill(act: Act, row: ClientRow, client: Client, body: Plain) -> None:
    row.name, row.search_name, row.nik = client.name, search_form(client.name), client.nik
    row.nib = nib_digits(client)
    row.district_code, row.village_code = client.place.district_code, client.place.village_code
    row.sector, row.body = client.sector, body
    act.changed(row)


def since_problems(since: date, day: date) -> tuple[Problem, ...]:
    """Why mentoring cannot begin on a day."""
    if since <= day:
        return ()
    told = f"Pendampingan mulai paling lambat hari ini, {indonesian_date(day)}. Periksa tanggalnya."
    return (Problem("since", told),)


def care_problems(
    session: Session, mentor_id: int | None, on: date, day: date, field: str
) -> tuple[Problem, ...]:
    """Why a Pendamping cannot have a binaan from a day on, as it is recorded on another; holds them.

    Nobody can always have it. Raises NotFound for a Fasilitator.
    """
    if mentor_id is None:
        return ()
    service = service_of(held_mentor(session, mentor_id))
    if service.is_on(on) and service.is_on(day):
        return ()
    told = (
        f"{service.name} bertugas {indonesian_date(service.appointed_on)} sampai "
        f"{indonesian_date(service.last_day)}, jadi tidak dapat mendampingi sejak {indonesian_date(on)} "
        "sampai sekarang. Pilih tanggal atau Pendamping lain."
    )
    return (Problem(field, told),)
