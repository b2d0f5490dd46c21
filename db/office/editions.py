"""The rules that receipts of this store rest on and no release holds, so that they replay for ever."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables import KeptEditionRow
from domain.programme import Programme
from domain.regulation.amending import every
from domain.regulation.editions import freeze, thaw
from domain.regulation.receipts import fingerprint
from domain.regulation.replaying import Edition
from domain.regulation.rules import Regulation


def keep_edition(
    session: Session, programme: Programme, of: Regulation, coded: Sequence[Regulation], at: datetime
) -> None:
    """Keep the rules of a receipt with it, unless a release holds them or they are kept already."""
    if any(one is of for one in coded):
        return
    name = fingerprint(of)
    if session.get(KeptEditionRow, (programme.key, name)) is None:
        body = freeze(of)
        session.add(KeptEditionRow(programme=programme.key, fingerprint=name, body=body, at=at))
        session.flush()


def edition_of(
    session: Session, programme: Programme, versions: Sequence[Regulation], released: Edition
) -> Edition:
    """The rules of a receipt by fingerprint: of the present versions, of a release, or of this store."""

    def found(name: str) -> Regulation | None:
        now = next((one for one in every(versions) if fingerprint(one) == name), None) or released(name)
        if now is not None:
            return now
        query = select(KeptEditionRow.body).where(
            KeptEditionRow.programme == programme.key, KeptEditionRow.fingerprint == name
        )
        body = session.scalar(query)
        return None if body is None else thaw(body)

    return found
