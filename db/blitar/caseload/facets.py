"""How many binaan each choice of a filter would leave, all in one statement."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import CTE, ColumnElement, Select, String, cast, func, literal, select, union_all
from sqlalchemy.orm import Session

from db.blitar.caseload.client_filters import Agreed, ClientFilter, Facet, Visited, conditions_of
from db.blitar.caseload.lines import OPEN
from db.tables import ClientRow
from domain.blitar.caseload.progress import WEIGHED

_ALL, _FITTING = "all", "fitting"
_PLAIN: Final = (Facet.DISTRICT, Facet.MENTOR, Facet.KIND, Facet.SECTOR, Facet.STAGE, Facet.STATUS)
_Line = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many binaan fit, of how many that are mentored, and how many each choice would leave.

    The counts of a choice follow all choices but itself. Keys are the stable values of the choice, the
    code of a kecamatan or the number of a Pendamping as text, and None where nothing is recorded.
    """

    fitting: int
    everybody: int
    by: Mapping[Facet, Mapping[str | None, int]]


def counts_of(session: Session, wanted: ClientFilter, found: CTE, own: Collection[int] | None) -> Counts:
    """Count the candidates by every choice."""
    by: dict[Facet, dict[str | None, int]] = {facet: {} for facet in Facet}
    single = {}
    for facet, value, count in session.execute(union_all(*_lines(wanted, found, own))):
        if facet in (_ALL, _FITTING):
            single[facet] = count
        elif facet == Facet.MOVEMENT:
            by[Facet.MOVEMENT][WEIGHED[int(value)].value] = count
        else:
            by[Facet(facet)][value] = count
    return Counts(single[_FITTING], single[_ALL], by)


def _lines(wanted: ClientFilter, found: CTE, own: Collection[int] | None) -> list[_Line]:
    conditions = conditions_of(wanted, found)

    def others(facet: Facet) -> list[ColumnElement[bool]]:
        return [condition for each, condition in conditions.items() if each is not facet]

    mentored = [ClientRow.status == OPEN, *([] if own is None else [ClientRow.mentor_id.in_(own)])]
    grouped = {each: found.c[each] for each in (*_PLAIN, Facet.MOVEMENT)}
    # What overlaps is counted one by one: who was never visited may also need a visit.
    flags = {Facet.VISITED: {one.value: one.value for one in Visited}}
    flags[Facet.AGREED] = {one.value: f"agreed_{one.value}" for one in Agreed}
    return [
        _line(_ALL, None).select_from(ClientRow).where(*mentored),
        _line(_FITTING, None).select_from(found).where(*conditions.values()),
        *(_line(each, column, *others(each)).group_by(column) for each, column in grouped.items()),
        *(
            _line(each, value, found.c[flag] == 1, *others(each))
            for each, known in flags.items()
            for value, flag in known.items()
        ),
    ]


def _line(facet: str, value: Any, *where: ColumnElement[bool]) -> _Line:
    return select(literal(facet).label("facet"), cast(value, String).label("value"), func.count()).where(
        *where
    )
