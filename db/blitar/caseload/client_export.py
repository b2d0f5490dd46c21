"""The list of binaan as it leaves the program: masked unless allowed, and written down in the trail."""

from datetime import datetime
from typing import Annotated, Final

from sqlalchemy.orm import Session

from db.blitar.caseload.client_filters import ClientFilter
from db.blitar.caseload.explorer import ClientSort, listed, overview_of
from db.blitar.caseload.reach import own_staff
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_text
from db.tables import ClientRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.caseload.overview import ListedClient
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.identity import mask_number
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
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
    permission, action = BlitarPermission.READ_CLIENTS, BlitarAction.EXPORT_CLIENTS
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_text(FilterWords, told, "told", may_be_blank=True)
        if whole_numbers:
            act.require(BlitarPermission.REVEAL_CLIENT_IDENTITY)
        own = own_staff(session, act.person)
        query = listed(wanted, act.person, own, law, sort).add_columns(ClientRow.nik)
        rows = session.execute(query.limit(MOST_EXPORTED + 1)).all()
        if len(rows) > MOST_EXPORTED:
            raise ValueError(f"a list that leaves the program holds at most {MOST_EXPORTED} binaan")
        after = {"filter": told, "rows": len(rows), "whole_numbers": whole_numbers}
        nobody_alone = Subject(BlitarSubject.CLIENT, 0)  # a list is about many
        act.note(nobody_alone, after=after)
        if whole_numbers:
            act.note(nobody_alone, action=BlitarAction.REVEAL_IDENTITY, after=after)
        act.close_noted(0)
        return tuple(ListedClient(overview_of(row._mapping), _nik(row.nik, whole_numbers)) for row in rows)


def _nik(nik: str | None, whole: bool) -> str | None:
    return nik if nik is None or whole else mask_number(nik)
