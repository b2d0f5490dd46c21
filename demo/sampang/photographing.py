"""Photos and scans of the demo's files: drawn, so that nobody's face, house or paper is in the demo."""

from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from db.sampang.file_evidence import Beside, add_file_evidence
from db.sampang.trail import SampangSubject
from demo.drawn_photo import drawn_photo
from demo.sampang.ways import DemoFile
from domain.evidence.brought import EvidenceTold
from domain.evidence.photographs import prepared
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.scanned_papers import PLEDGED

MOST: Final = 2  # so that the prepared demo stays small


def photograph(
    session: Session, file: DemoFile, number: int, surveyor: Person, officer: Person, at: datetime
) -> None:
    """Hang a photo on the survey, and a scan on what is pledged."""
    ready = prepared(drawn_photo(file.application.applicant.name), tells_place=False)
    if isinstance(ready, Problem):
        raise ValueError(ready.sentence)
    photo = [(ready, EvidenceTold(caption="Tempat usaha saat survei (gambar contoh)"))]
    beside = Beside(SampangSubject.SURVEY, number)
    add_file_evidence(session, surveyor, beside, photo, nonce=f"demo-photo-{file.key}", at=at)
    scan = [(ready, EvidenceTold(caption="Agunan (gambar contoh)"))]
    beside = Beside(SampangSubject.APPLICATION_PAPER, number, PLEDGED)
    add_file_evidence(session, officer, beside, scan, nonce=f"demo-scan-{file.key}", at=at)
