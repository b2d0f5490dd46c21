"""Verb for a letter to or about a borrower who is behind: the program proposes, a person issues (IX)."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.limits import require_whole
from db.sampang.applications.application_rows import held_row
from db.sampang.fund.ledger import loan_row
from db.sampang.origination.advancing import require_free
from db.sampang.origination.issued_papers import PaperKind, keep_paper
from db.sampang.servicing.outlooks import collection_of
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import CollectionEntryRow
from db.trail import Subject
from db.verbs import verb
from domain.again import AgainBecause
from domain.roles import Person
from domain.sampang.hindrance import Hindrance
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import LetterKind
from domain.sampang.servicing.letters_due import hindrances_to_letter


def issue_letter(
    session: Session,
    actor: Person,
    loan_id: int,
    kind: LetterKind,
    pdf: bytes,
    numbered: PaperNumber,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Keep a letter as it went out, with the number that the office gave it; give its paper's number.

    Raises Hindered with what keeps it from going out on its day, and SameAgain for the number of another
    letter of the kind in the same year, without a written reason.
    """
    permission, action = SampangPermission.ISSUE_LETTERS, SampangAction.ISSUE_LETTER
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(numbered)
        loan = loan_row(session, loan_id)
        held_row(session, loan.application_id)
        if numbered.on > act.day:
            raise_future()
        found = collection_of(session, loan, numbered.on)
        require_free(hindrances_to_letter(kind, found.outlook, found.done))
        of = loan.application_id
        paper, after = keep_paper(
            act, PaperKind(kind.value), pdf, numbered, application_id=of, again_because=again_because
        )
        row = CollectionEntryRow(
            loan_id=loan.id,
            kind=kind,
            on=numbered.on,
            number=numbered.number,
            body={},
            paper_id=paper.id,
            by_person_id=act.person.id,
            at=at,
        )
        session.add(row)
        session.flush()
        act.close(Subject(SampangSubject.LOAN, loan.id), came_to=paper.id, after=after)
        return paper.id


def raise_future() -> None:
    """Refuse a day that has not come."""
    require_free((Hindrance("Tanggalnya masih di masa depan; isi tanggal terjadinya."),))
