"""Finds papers of the mentoring again: by the number on them, or by a file, held against the stored bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, undefer

from db.access import authorise
from db.blitar.caseload.reach import own_staff
from db.blitar.mentoring_paper_readers import for_whom, replaced_by
from db.blitar.mentoring_papers import MentoringPaper
from db.blitar.reporting.bundle_rows import Bundle, bundle_of
from db.blitar.reporting.recommendations import with_lines
from db.blitar.trail import BlitarAction, BlitarSubject
from db.kept_papers import MOST_FOUND, FoundPaper, Marks, by_marks, by_number, marks_of
from db.refusals import NotFound
from db.tables import MentoringPaperRow, RecommendationBundleRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import LetterNumber
from domain.blitar.roles import BlitarPermission
from domain.programme import NotAllowed, may
from domain.roles import Person

_PUT_RIGHT = "nomor atau tanggal surat ini dibetulkan sesudahnya."
_NO_MARKS = Marks("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLetter(FoundPaper[MentoringPaper]):
    """A paper of the mentoring that went out; only who `may_open` it gets its bytes.

    `no_longer` says why a paper holds no more: its number was put right, or a newer one took its place.
    `sent_on` is the day on which it was sent, if noted.
    """

    may_open: bool = False
    no_longer: str = ""
    sent_on: date | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing took its place since."""
        return not self.no_longer


def letters_by_number(session: Session, actor: Person, told: str) -> tuple[FoundLetter, ...]:
    """The papers with a seal, or with a number of the office, as it was typed or scanned; newest first."""
    person = authorise(session, actor, BLITAR, BlitarPermission.VERIFY_MENTORING_PAPERS)
    wanted = by_number(MentoringPaperRow, told)
    return () if wanted is None else _found(session, person, wanted, _NO_MARKS)


def letters_by_file(session: Session, actor: Person, data: bytes) -> tuple[FoundLetter, ...]:
    """The paper that a file is byte by byte, else those whose seal it carries; newest first."""
    person = authorise(session, actor, BLITAR, BlitarPermission.VERIFY_MENTORING_PAPERS)
    marks = marks_of(data)
    found = _found(session, person, by_marks(MentoringPaperRow, marks), marks)
    return tuple(one for one in found if one.is_same) or found


def open_letter(session: Session, actor: Person, paper_id: int, *, at: datetime) -> bytes:
    """Give a paper as it went out, and write down who took it.

    Raises NotAllowed for who may not read what it is about: a Pendamping opens only what names their own
    binaan and nobody else's.
    """
    permission = BlitarPermission.VERIFY_MENTORING_PAPERS
    with verb(session, actor, BLITAR, permission, BlitarAction.OPEN_PAPER, at=at) as act:
        row = MentoringPaperRow
        query = select(row).where(row.id == paper_id).options(undefer(row.pdf), joinedload(row.by))
        paper = session.scalars(query).one_or_none()
        if paper is None:
            raise NotFound("Surat ini")
        (found,) = _told(session, act.person, [paper], _NO_MARKS)
        if not found.may_open:
            raise NotAllowed(permission, BLITAR, act.person)
        act.close(Subject(BlitarSubject.PAPER, paper_id), after={"kind": paper.kind, "number": paper.number})
        return paper.pdf


def _found(
    session: Session, person: Person, wanted: ColumnElement[bool], marks: Marks
) -> tuple[FoundLetter, ...]:
    row = MentoringPaperRow
    query = select(row).where(wanted).order_by(row.id.desc()).limit(MOST_FOUND).options(joinedload(row.by))
    return _told(session, person, session.scalars(query).all(), marks)


def _told(
    session: Session, person: Person, papers: Sequence[MentoringPaperRow], marks: Marks
) -> tuple[FoundLetter, ...]:
    """Each paper as a person may know of it."""
    letters = _letters(session, person, [one.of_id for one in papers if _is_letter(one)])
    found = []
    for paper in papers:
        letter = letters[paper.of_id] if _is_letter(paper) else None
        of = _of_letter(person, letter) if letter else for_whom(session, person, paper)
        found.append(_one(session, paper, letter, of, marks))
    return tuple(found)


def _of_letter(person: Person, letter: Bundle) -> str | None:
    reads = may(person, BlitarPermission.READ_REPORTS, BLITAR)
    return letter.agency if reads and len(letter.lines) == letter.size else None


def _is_letter(paper: MentoringPaperRow) -> bool:
    return paper.kind == MentoringPaper.RECOMMENDATION


def _letters(session: Session, person: Person, numbers: Sequence[int]) -> dict[int, Bundle]:
    """The letters of these numbers, each with the lines that the person may see."""
    if not numbers:
        return {}
    own, row = own_staff(session, person), RecommendationBundleRow
    rows = session.scalars(select(row).where(row.id.in_(numbers)).options(*with_lines()))
    return {one.id: bundle_of(one, own) for one in rows}


def _one(
    session: Session, paper: MentoringPaperRow, letter: Bundle | None, of: str | None, marks: Marks
) -> FoundLetter:
    borne = LetterNumber(number=paper.number, on=paper.dated_on)
    put_right = letter is not None and letter.letter != borne
    return FoundLetter(
        id=paper.id,
        kind=MentoringPaper(paper.kind),
        number=paper.number,
        dated_on=paper.dated_on,
        seal=paper.seal,
        by=paper.by.name,
        at=paper.at,
        of=of or "",
        may_open=of is not None,
        no_longer=_PUT_RIGHT if put_right else replaced_by(session, paper),
        sent_on=letter.sent_on if letter and not put_right else None,
        is_same=paper.sha256 == marks.sha256 if marks.sha256 else None,
    )
