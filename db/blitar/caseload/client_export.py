"""The list of binaan as it leaves the program: masked unless allowed, and written down in the trail."""

from datetime import datetime
from typing import Annotated, Final

from sqlalchemy.orm import Session

from db import audit
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.caseload.client_filters import ClientFilter
from db.blitar.caseload.explorer import ClientSort, listed, overview_of
from db.blitar.caseload.reach import own_staff
from db.engine import require_write
from db.limits import require_text
from db.tables import ClientRow
from domain.blitar.caseload.overview import ListedClient
from domain.identity import mask_number
from domain.regulation.law_in_force import LawInForce
from domain.roles import Permission, Person
from domain.typed import Line

MOST_EXPORTED: Final = 10_000
FilterWords = Annotated[str, Line("Saringan")]


def export_clients(
    session: Session,
    actor: Person,
    wanted: ClientFilter,
    law: LawInForce,
    *,
    sort: ClientSort = ClientSort.WAITING,
    whole_numbers: bool = False,
    told: FilterWords = "",
    at: datetime,
) -> tuple[ListedClient, ...]:
    """Give every binaan that is wanted for a workbook, and write down who took the list.

    NIK are masked but for those who may see them and ask for it. `told` is the filter in words, for the
    trail. Raises ValueError for a list that is too long.
    """
    require_write(session)
    person = authorise(session, actor, Permission.READ_CLIENTS)
    require_text(FilterWords, told, "told", may_be_blank=True)
    if whole_numbers:
        authorise(session, actor, Permission.REVEAL_CLIENT_IDENTITY)
    own = own_staff(session, person)
    query = listed(wanted, person, own, law, sort).add_columns(ClientRow.nik).limit(MOST_EXPORTED + 1)
    rows = session.execute(query).all()
    if len(rows) > MOST_EXPORTED:
        raise ValueError(f"a list that leaves the program holds at most {MOST_EXPORTED} binaan")
    after = {"filter": told, "rows": len(rows), "whole_numbers": whole_numbers}
    nobody_alone = Subject(SubjectKind.CLIENT, 0)  # a list is about many
    for action in (Action.EXPORT_CLIENTS, *([Action.REVEAL_IDENTITY] if whole_numbers else [])):
        audit.record(session, person, action, nobody_alone, at, after=after)
    return tuple(ListedClient(overview_of(row._mapping), _nik(row.nik, whole_numbers)) for row in rows)


def _nik(nik: str | None, whole: bool) -> str | None:
    return nik if nik is None or whole else mask_number(nik)
