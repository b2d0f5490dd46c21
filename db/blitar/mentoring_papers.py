"""Papers of the mentoring that went out: kept byte by byte inside the verb that sets or records them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.kept_papers import marks_of, require_paper
from db.plain import Plain
from db.tables import MentoringPaperRow
from db.verbs import Act
from domain.labelled import word_for


class MentoringPaper(StrEnum):
    """Which paper went out; the value is stable, the label is for people."""

    RECOMMENDATION = "recommendation"
    RENEWAL_DECREE = "renewal_decree"
    HANDOVER = "handover"
    APPOINTMENT_DECREE = "appointment_decree"
    ASSIGNMENT_LETTER = "assignment_letter"
    ANNOUNCEMENT = "announcement"
    MONTHLY_REPORT = "monthly_report"

    @property
    def label(self) -> str:
        """The Indonesian name."""
        return _LABELS[self]

    @property
    def file_name(self) -> str:
        """The Indonesian name as files bear it: "surat-rekomendasi"."""
        return word_for(self.label)


_LABELS = {
    MentoringPaper.RECOMMENDATION: "Surat rekomendasi",
    MentoringPaper.RENEWAL_DECREE: "Keputusan perpanjangan kontrak",
    MentoringPaper.HANDOVER: "Berita acara serah terima binaan",
    MentoringPaper.APPOINTMENT_DECREE: "Keputusan penetapan",
    MentoringPaper.ASSIGNMENT_LETTER: "Surat tugas",
    MentoringPaper.ANNOUNCEMENT: "Pengumuman seleksi",
    MentoringPaper.MONTHLY_REPORT: "Laporan bulanan",
}
ABOUT_STAFF: Final = (MentoringPaper.APPOINTMENT_DECREE, MentoringPaper.ASSIGNMENT_LETTER)


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper in a list of those that went out."""

    id: int
    kind: MentoringPaper
    number: str
    dated_on: date
    by: str
    at: datetime


def keep_paper(act: Act, kind: MentoringPaper, of_id: int, pdf: bytes, *, number: str, on: date) -> Plain:
    """Keep a paper inside an open verb, with the office's number and day; give what its line tells of it."""
    require_paper(pdf)
    marks = marks_of(pdf)
    row = MentoringPaperRow(
        kind=kind,
        of_id=of_id,
        number=number.strip(),
        dated_on=on,
        sha256=marks.sha256,
        seal=marks.seal,
        pdf=pdf,
        by_person_id=act.person.id,
        at=act.at,
    )
    act.session.add(row)
    act.session.flush()
    return {"paper": row.id, "sha256": row.sha256}


def kept_paper(session: Session, kind: MentoringPaper, of_id: int) -> bytes | None:
    """The newest paper of that, as it went out; None where none was kept."""
    row = MentoringPaperRow
    query = select(row.pdf).where(row.kind == kind, row.of_id == of_id)
    return session.scalar(query.order_by(row.id.desc()).limit(1))


def papers_of(session: Session, kinds: Collection[MentoringPaper], of_id: int) -> tuple[KeptPaper, ...]:
    """Every paper of those kinds about one thing, the newest first."""
    row = MentoringPaperRow
    query = select(row).where(row.kind.in_(kinds), row.of_id == of_id).order_by(row.id.desc())
    found = session.scalars(query.options(joinedload(row.by)))
    return tuple(
        KeptPaper(one.id, MentoringPaper(one.kind), one.number, one.dated_on, one.by.name, one.at)
        for one in found
    )
