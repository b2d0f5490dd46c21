"""Papers of the mentoring that went out: kept byte by byte inside the verb that sets or records them."""

from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.kept_papers import file_name_of, marks_of, require_paper
from db.plain import Plain
from db.tables import MentoringPaperRow
from db.verbs import Act


class MentoringPaper(StrEnum):
    """Which paper went out; the value is stable, the label is for people."""

    RECOMMENDATION = "recommendation"
    RENEWAL_DECREE = "renewal_decree"
    HANDOVER = "handover"

    @property
    def label(self) -> str:
        """The Indonesian name."""
        return _LABELS[self]

    @property
    def file_name(self) -> str:
        """The Indonesian name as files bear it: "surat-rekomendasi"."""
        return file_name_of(self.label)


_LABELS = {
    MentoringPaper.RECOMMENDATION: "Surat rekomendasi",
    MentoringPaper.RENEWAL_DECREE: "Keputusan perpanjangan kontrak",
    MentoringPaper.HANDOVER: "Berita acara serah terima binaan",
}


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
