"""Photos and scans of what is erased: shown as withdrawn from then on, and gone from the folder as well."""

from collections.abc import Iterable

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from db.evidence.folder import folder_of, place_of
from db.retention.touched import Touched
from db.tables import EvidenceRow, EvidenceWithdrawalRow
from db.verbs import Act


def withdraw_photos(act: Act, touched: Iterable[Touched], why: str) -> None:
    """Withdraw the photos that are about to go, and let their files go when the transaction has ended."""
    session, digests = act.session, set()
    for one in touched:
        if one.row is EvidenceRow:
            for photo in session.scalars(select(EvidenceRow).where(one.where)).all():
                digests.add(photo.sha256)
                _withdraw(act, photo.id, why)
    session.flush()
    if digests and folder_of(session) is not None:
        event.listen(session, "after_commit", lambda done: _remove(done, digests), once=True)


def _withdraw(act: Act, photo: int, why: str) -> None:
    if act.session.get(EvidenceWithdrawalRow, photo) is None:
        row = EvidenceWithdrawalRow(evidence_id=photo, reason=why, by_person_id=act.person.id, at=act.at)
        act.session.add(row)


def _remove(session: Session, digests: Iterable[str]) -> None:
    """Remove the files that no row names any more; asked apart, since the transaction is over."""
    folder = folder_of(session)
    if folder is None:
        return
    with session.get_bind().connect() as connection:  # type: ignore[union-attr]
        named = set(connection.scalars(select(EvidenceRow.sha256).where(EvidenceRow.sha256.in_(digests))))
    for digest in set(digests) - named - {""}:
        place_of(folder, digest).unlink(missing_ok=True)
