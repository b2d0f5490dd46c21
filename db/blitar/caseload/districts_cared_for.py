"""What each kecamatan has of the caseload: open binaan by kind, and the last visit."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.month_counts import open_by_district, open_held
from db.tables import ClientRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class DistrictFigures:
    """What a kecamatan has: open binaan by kind, and when one of them was last visited."""

    cooperatives: int
    businesses: int
    last_visit_on: date | None

    @property
    def clients(self) -> int:
        """All open binaan."""
        return self.cooperatives + self.businesses


def figures_by_district(session: Session, actor: Person) -> Mapping[str, DistrictFigures]:
    """The open binaan of each kecamatan that has any."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_COVERAGE)
    kinds = open_by_district(session)
    last = _last_visits(session, kinds)
    return {
        code: DistrictFigures(
            found[SubjectKind.CLIENT_COOPERATIVE], found[SubjectKind.CLIENT_MICRO], last[code]
        )
        for code, found in kinds.items()
    }


def clients_held(session: Session, actor: Person) -> Mapping[tuple[int, str], int]:
    """How many open binaan each Pendamping has in each kecamatan, wherever they are assigned."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_COVERAGE)
    return open_held(session)


def _last_visits(session: Session, codes: Collection[str]) -> Mapping[str, date | None]:
    """The last visit of an open binaan of each kecamatan, each looked up at the end of an index."""
    row = ClientRow
    if not codes:
        return {}
    columns = [
        select(func.max(row.last_visit_on))
        .where(row.district_code == code, row.status == OPEN)
        .scalar_subquery()
        for code in codes
    ]
    return dict(zip(codes, session.execute(select(*columns)).one(), strict=True))
