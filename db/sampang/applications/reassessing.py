"""Undecided files whose law became another: how many, and assessed again piece by piece.

A piece is one transaction, so it can end anywhere and go on later: what is not done yet still bears the mark
of another law, and no list tells its verdict. A file whose result stays the same only gets the new mark.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, selectinload

from db.access import authorise
from db.office.editions import keep_edition
from db.office.practice import law_of
from db.sampang.applications.application_rows import read_row
from db.sampang.applications.assessments import add_receipt
from db.sampang.applications.standing_law import is_due
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow, ReceiptRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.money import rupiah
from domain.regulation.assessment import Verdict
from domain.regulation.basis import basis_of, why_again
from domain.regulation.impact import Changed, Looked
from domain.regulation.law_in_force import LawInForce
from domain.regulation.receipts import Receipt
from domain.roles import OfficePermission, Person
from domain.sampang.eligibility import Eligibility, examine
from domain.sampang.law import VERSIONS
from domain.sampang.origination.stages import UNDECIDED
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.version import VERSION

PIECE: Final = 40
# Nobody decides anything by it: whoever opens a list has it told by the law of the day.
_WHO: Final = (
    SampangPermission.READ_APPLICATIONS,
    SampangPermission.ASSESS_APPLICATIONS,
    OfficePermission.READ_SUMMARY,
)


def files_due(session: Session, actor: Person, day: date) -> int:
    """How many undecided files have no verdict by the law of a day yet."""
    authorise(session, actor, SAMPANG, *_WHO)
    query = select(func.count()).select_from(ApplicationRow)
    return session.scalar(query.where(is_due(law_of(session, SAMPANG, day)))) or 0


def undecided_files(session: Session, actor: Person) -> int:
    """How many files are undecided, so that another law could change their verdict."""
    authorise(session, actor, SAMPANG, OfficePermission.APPROVE_SETTINGS)
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    query = select(func.count()).select_from(ApplicationRow)
    return session.scalar(query.where(ApplicationRow.status.in_(UNDECIDED))) or 0


def assess_due(session: Session, actor: Person, *, at: datetime) -> int:
    """Assess the next piece of them by the law of the day, each with its reason; give how many it was."""
    permission, action = _WHO, SampangAction.ASSESS_AGAIN
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        law = law_of(session, SAMPANG, act.day)
        query = _with_facts(is_due(law)).limit(PIECE).with_for_update(skip_locked=True)
        rows = session.scalars(query.execution_options(populate_existing=True)).all()
        newest = _newest_receipts(session, rows)
        added = [_assess(act, row, law, newest.get(row.id)) for row in rows]
        if any(added):
            act.close_noted(len(rows))
        else:
            act.unchanged()
        return len(rows)


def impact_piece(
    session: Session, actor: Person, before: LawInForce, after: LawInForce, *, beyond: int
) -> Looked:
    """What the next undecided files after one would come out as under another law; nothing is written."""
    authorise(session, actor, SAMPANG, OfficePermission.APPROVE_SETTINGS)
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    rows = session.scalars(
        _with_facts(ApplicationRow.status.in_(UNDECIDED), beyond=beyond).limit(PIECE)
    ).all()
    changed = []
    for row in rows:
        application = read_row(row)
        was, becomes = examine(application, before), examine(application, after)
        if _result(was) != _result(becomes):
            turns = was.assessment.verdict is not becomes.assessment.verdict
            changed.append(Changed(row.number, row.name, *_in_words(was, becomes), verdict_changes=turns))
    return Looked(rows[-1].id if rows else beyond, len(rows), tuple(changed))


def _with_facts(wanted: ColumnElement[bool], *, beyond: int = 0) -> Select[ApplicationRow]:
    return (
        select(ApplicationRow)
        .where(wanted, ApplicationRow.id > beyond)
        .order_by(ApplicationRow.id)
        .options(
            selectinload(ApplicationRow.collateral),
            selectinload(ApplicationRow.papers),
            selectinload(ApplicationRow.judgements),
        )
    )


def _newest_receipts(session: Session, rows: Sequence[ApplicationRow]) -> Mapping[int, tuple[int, Receipt]]:
    """The newest receipt of each file with its number."""
    newest = (
        select(ReceiptRow.application_id, func.max(ReceiptRow.seq).label("seq"))
        .where(ReceiptRow.application_id.in_([row.id for row in rows]))
        .group_by(ReceiptRow.application_id)
        .subquery()
    )
    query = select(ReceiptRow.application_id, ReceiptRow.seq, ReceiptRow.body).join(
        newest, (newest.c.application_id == ReceiptRow.application_id) & (newest.c.seq == ReceiptRow.seq)
    )
    return {file: (seq, Receipt.from_json(body)) for file, seq, body in session.execute(query)}


def _assess(act: Act, row: ApplicationRow, law: LawInForce, newest: tuple[int, Receipt] | None) -> bool:
    """Assess a held file; tells whether a receipt was added, or only the mark."""
    found = examine(read_row(row), law)
    own = found.assessment.law
    receipt = found.receipt(VERSION)
    seq, earlier = newest or (0, None)
    if earlier is not None and _told(earlier) == _told(receipt):
        row.verdict, row.most, row.basis = Verdict(receipt.verdict), receipt.most, basis_of(own)
        return False
    because = why_again(earlier, own)
    before = {"verdict": earlier and earlier.verdict, "most": earlier and earlier.most}
    keep_edition(act.session, SAMPANG, own.regulation, VERSIONS, act.at)
    add_receipt(act, row, seq + 1, receipt, basis_of(own), because)
    after = {"verdict": receipt.verdict, "most": receipt.most, "receipt": seq + 1, "because": because}
    act.note(Subject(SampangSubject.APPLICATION, row.id), before=before, after=after)
    return True


def _told(receipt: Receipt) -> tuple[object, ...]:
    """What a receipt says of the file, whatever it rested on."""
    others = sorted(receipt.others.items())
    return receipt.verdict, receipt.verdict_in_use, receipt.most, others, dict(receipt.outcomes)


def _result(found: Eligibility) -> tuple[Verdict, int]:
    return found.assessment.verdict, found.most.amount


def _in_words(was: Eligibility, becomes: Eligibility) -> tuple[str, str]:
    """Both verdicts; with the largest amounts where those alone differ, or differ too."""
    if was.most.amount == becomes.most.amount:
        return was.assessment.verdict.label, becomes.assessment.verdict.label
    first, second = (
        f"{one.assessment.verdict.label}, paling banyak {rupiah(one.most.amount)}" for one in (was, becomes)
    )
    return first, second
