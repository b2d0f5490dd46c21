"""Many visits taken in at once: a pile of paper forms from the grid, or a filled template."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.again import keep_each, let_pass
from db.among import among
from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.reach import own_staff
from db.blitar.caseload.standing import visits_stand_anew
from db.blitar.trail import BlitarAction, BlitarSubject
from db.blitar.visiting.examining import Examined, examined
from db.blitar.visiting.same_day import each_before
from db.blitar.visiting.visit_rows import write_hanging, write_steps
from db.bulk import Progress, between, pieces, pieces_in_order, untold, write_rows
from db.limits import require_declared, require_text
from db.plain import Plain, to_plain
from db.refusals import Wrong
from db.statistics import MANY_ROWS, count_if_grown
from db.tables import ClientRow, StaffRow, VisitImportRow, VisitRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause, Earlier
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.pile_rows import MOST_ROWS
from domain.blitar.visiting.visit import Visit, VisitState
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person
from domain.typed import FileName

_Key = tuple[int, int, date, str]


@dataclass(frozen=True, slots=True)
class PastImport:
    """A pile that was taken in before."""

    id: int
    name: str
    taken: int
    left_out: int
    by: str
    at: datetime


def import_visits(
    session: Session,
    actor: Person,
    visits: Sequence[Visit],
    *,
    name: FileName,
    sha256: str,
    left_out: int = 0,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
    progress: Progress = untold,
) -> int:
    """Take visits in and send them for verification, all or none; give how many.

    They are worked at in pieces, of which `progress` is told, within the one transaction. `left_out` tells
    how many rows of the pile were bad. Raises Wrong when one of them cannot be, and SameAgain for a second
    visit of a day to the same binaan without a written reason, which counts for all.
    """
    permission, action = BlitarPermission.RECORD_VISITS, BlitarAction.IMPORT_VISITS
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        require_text(FileName, name, "name")
        _require_pile(visits)
        _hold(session, visits)
        _require_ready(act, visits, between(progress, 0, 0.3))
        each = each_before(session, visits, act.person.name, at, between(progress, 0.3, 0.4))
        let_pass(dict.fromkeys(one for earlier in each for one in earlier), again_because)
        pile = {"name": name, "sha256": sha256, "taken": len(visits), "left_out": left_out}
        row = VisitImportRow(**pile, by_person_id=act.person.id, at=at)
        session.add(row)
        session.flush()
        clients, on = {visit.client_id for visit in visits}, {visit.on for visit in visits}
        with months_kept(session, clients, Ground.VISITS | Ground.STAGES, on):
            numbers = _write(act, visits, row.id, between(progress, 0.4, 0.9))
            _stand(session, clients)
        if len(visits) >= MANY_ROWS:
            count_if_grown(session.connection())
        again = _keep_reasons(act, dict(zip(numbers, each, strict=True)), again_because)
        subject = Subject(BlitarSubject.VISIT_IMPORT, row.id)
        act.close(subject, version=len(visits), after={**pile, **again})
        return len(visits)


def past_imports(session: Session, actor: Person, sha256: str | None = None) -> tuple[PastImport, ...]:
    """The newest piles first, of a Pendamping only their own; with a checksum all of the same file."""
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    query = select(VisitImportRow).order_by(VisitImportRow.id.desc()).limit(20)
    if sha256 is not None:
        query = query.where(VisitImportRow.sha256 == sha256)
    elif own_staff(session, person) is not None:
        query = query.where(VisitImportRow.by_person_id == person.id)
    return tuple(
        PastImport(row.id, row.name, row.taken, row.left_out, row.by.name, row.at)
        for row in session.scalars(query)
    )


def _require_pile(visits: Sequence[Visit]) -> None:
    if not 0 < len(visits) <= MOST_ROWS:
        raise ValueError(f"an import holds between 1 and {MOST_ROWS} visits")
    # What people typed into them is looked at with all the rest.
    require_declared(visits)


def _hold(session: Session, visits: Sequence[Visit]) -> None:
    """Hold who visited and then whom, each in one order, as every verb does: no visit comes in between."""
    mentors, clients = {visit.mentor_id for visit in visits}, {visit.client_id for visit in visits}
    for number, wanted in ((StaffRow.id, mentors), (ClientRow.id, clients)):
        for some in pieces_in_order(wanted):
            query = select(number).where(among(number, some)).order_by(number)
            session.execute(query.with_for_update()).all()


def _require_ready(act: Act, visits: Sequence[Visit], progress: Progress) -> None:
    found = examined(act.session, act.person, visits, act.day, progress)
    if problems := tuple(problem for each in zip(visits, found, strict=True) for problem in _in_way(*each)):
        raise Wrong(problems[:5])


def _in_way(visit: Visit, found: Examined) -> Iterator[Problem]:
    yield from found.problems
    if found.recorded_id is not None:
        told = f"{indonesian_date(visit.on)}, {visit.day_part.label}"
        yield Problem("on", f"Kunjungan ini sudah tercatat: {told}. Baris ini tidak perlu dimasukkan lagi.")


def _stand(session: Session, clients: Collection[int]) -> None:
    for some in pieces_in_order(clients):
        visits_stand_anew(session, some)


def _keep_reasons(act: Act, each: Mapping[int, Sequence[Earlier]], because: str) -> Plain:
    again = {number: let_pass(earlier, because) for number, earlier in each.items() if earlier}
    keep_each(act, VisitRow, again)
    return {"again": {"because": because.strip(), "visits": list(again)}} if again else {}


def _write(act: Act, visits: Sequence[Visit], pile: int, progress: Progress) -> Sequence[int]:
    """Write the visits with what hangs on them; gives their numbers, in their order."""
    numbers: list[int] = []
    for piece in pieces(visits, progress):
        # Past the object mapper: whoever else writes waits meanwhile, and not for long.
        write_rows(act.session, VisitRow, [_row(act, visit, pile) for visit in piece])
        found = _numbers(act.session, pile, max(numbers, default=0))
        by_number = {found[_key(visit)]: visit for visit in piece}
        write_hanging(act.session, by_number)
        write_steps(act, by_number, VisitState.SENT)
        numbers += by_number
    return numbers


def _row(act: Act, visit: Visit, pile: int) -> Plain:
    body = to_plain(visit)
    same = ("mentor_id", "client_id", "place", "day_part", "district_code", "agency")
    return {
        "version": 1,
        "state": VisitState.SENT.value,
        **{name: body[name] for name in same},
        "on": visit.on,
        "body": body,
        "import_id": pile,
        "entered_by_id": act.person.id,
        "entered_at": act.at,
        "changed_by_id": act.person.id,
        "changed_at": act.at,
    }


def _numbers(session: Session, pile: int, after: int) -> Mapping[_Key, int]:
    """The numbers that the database gave to the visits of a pile that were written last."""
    row = VisitRow
    query = select(row.id, row.mentor_id, row.client_id, row.on, row.day_part)
    found = session.execute(query.where(row.import_id == pile, row.id > after))
    return {(mentor, client, on, part): number for number, mentor, client, on, part in found}


def _key(visit: Visit) -> _Key:
    return visit.mentor_id, visit.client_id, visit.on, visit.day_part
