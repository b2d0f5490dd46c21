"""What in the folder of photos and scans no row tells of, and which rows miss their file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.evidence.folder import files_in, is_there
from db.tables import EvidenceBytesRow, EvidenceRow


@dataclass(frozen=True, slots=True)
class FolderChecked:
    """Files that no row names, the oldest way to tell a killed write; and numbers of rows without theirs."""

    orphans: Sequence[Path]
    away: Sequence[int]
    sound: int


def check_folder(session: Session, folder: Path) -> FolderChecked:
    """Compare the folder with the store; changes neither."""
    bytes_row = EvidenceBytesRow
    query = (
        select(EvidenceRow.id, EvidenceRow.sha256)
        .join(bytes_row, bytes_row.evidence_id == EvidenceRow.id)
        .where(func.length(bytes_row.data) == 0, EvidenceRow.sha256 != "")  # none: it was erased
        .order_by(EvidenceRow.id)
    )
    rows = session.execute(query).all()
    named = {row.sha256 for row in rows}
    sound = {one for one in named if is_there(folder, one)}
    return FolderChecked(
        orphans=[one for one in files_in(folder) if one.name not in named],
        away=[row.id for row in rows if row.sha256 not in sound],
        sound=len(sound),
    )
