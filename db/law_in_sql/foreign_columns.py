"""Columns of a foreign register read as facts within its own database, by the rules of the file reader.

Words (yes and no, choices) are read by their different values: the database tells each of them once, the
file reader says what it means, and the statement goes by that. Text is never read as a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Float,
    Integer,
    Numeric,
    String,
    and_,
    case,
    cast,
    func,
    select,
    type_coerce,
)

from db.law_in_sql.foreign_register import ForeignRegisterError
from db.law_in_sql.whole_numbers import whole
from domain.regulation.case import FactValue
from domain.regulation.expressions import AmountFact
from domain.regulation.largest_numbers import largest_of
from domain.regulation.parameter import Unit
from domain.regulation.policy.study_columns import MoneyUnit, StudyField, read_cell
from domain.tabular.sheet_cells import Unread

_MOST_VALUES: Final = 200


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column of the register as a fact, and an example of what could not be read."""

    field: StudyField
    raw: ColumnElement[Any]
    told: ColumnElement[Any]
    example: str


def read_columns(
    connection: Connection, rows: Any, places: Mapping[str, StudyField], money: MoneyUnit
) -> list[ReadColumn]:
    """Every mapped column as its fact; raises ForeignRegisterError for one that cannot be one."""
    return [_read(connection, rows, name, one, money) for name, one in places.items()]


def _read(connection: Connection, rows: Any, name: str, one: StudyField, money: MoneyUnit) -> ReadColumn:
    raw = rows.c[name]
    if isinstance(one.fact, AmountFact):
        return ReadColumn(one, raw, _amount(raw, name, one.fact, money), "")
    if isinstance(raw.type, Boolean) and not hasattr(one.fact, "choices"):
        return ReadColumn(one, raw, raw, "")
    if not isinstance(raw.type, String | Integer | Boolean):
        raise ForeignRegisterError(f"Kolom {name} tidak dapat dibaca sebagai {one.name}. Pilih kolom lain.")
    return _by_values(connection, rows, raw, one, money)


def _by_values(
    connection: Connection, rows: Any, raw: ColumnElement[Any], one: StudyField, money: MoneyUnit
) -> ReadColumn:
    asked = select(raw).select_from(rows).where(raw.is_not(None)).distinct().limit(_MOST_VALUES + 1)
    values: Sequence[Any] = connection.execute(asked).scalars().all()
    if len(values) > _MOST_VALUES:
        raise ForeignRegisterError(
            f"Kolom {raw.key} berisi lebih dari {_MOST_VALUES} nilai yang berbeda, jadi bukan {one.name}. "
            "Pilih kolom lain."
        )
    means: dict[FactValue, list[Any]] = {}
    unread = ""
    for value in values:
        read = read_cell(one.fact, value, money)
        if isinstance(read, Unread):
            unread = unread or str(value)[:40]
        elif read is not None:
            means.setdefault(read, []).append(value)
    kind: Any = String() if hasattr(one.fact, "choices") else Boolean()
    whens = [(raw.in_(same), type_coerce(meant, kind)) for meant, same in means.items()]
    told = case(*whens) if whens else cast(None, kind)
    return ReadColumn(one, raw, type_coerce(told, kind), unread)


def _amount(raw: ColumnElement[Any], name: str, fact: AmountFact, money: MoneyUnit) -> ColumnElement[int]:
    by = int(money) if fact.unit is Unit.RUPIAH else 1
    most = largest_of(fact.unit) // by
    if isinstance(raw.type, Integer) and not isinstance(raw.type, Boolean):
        fits = raw.between(whole(0), whole(most))
        return type_coerce(case((fits, cast(raw, BigInteger) * whole(by))), BigInteger)
    if isinstance(raw.type, Numeric | Float):
        # A part of a rupiah is not read; half a million is, where money is written in millions.
        scaled = raw * whole(by)
        whole_part = cast(scaled, BigInteger)
        exact = case((raw.between(0, most), case((scaled == whole_part, whole_part))))
        return type_coerce(exact, BigInteger)
    raise ForeignRegisterError(
        f"Kolom {name} berisi teks, jadi tidak dibaca sebagai angka ({fact.question}). Minta pengelola "
        "register menyediakan kolom angka, atau pilih kolom lain."
    )


def counted(reads: Sequence[ReadColumn]) -> list[ColumnElement[int]]:
    """For each column how many cells are blank, and how many say something that could not be read."""
    found: list[ColumnElement[int]] = []
    for one in reads:
        blank: ColumnElement[bool] = one.raw.is_(None)
        if isinstance(one.raw.type, String):
            blank = blank | (func.trim(one.raw) == "")
        unread = and_(~blank, one.told.is_(None))
        found += [func.count(case((blank, 1))), func.count(case((unread, 1)))]
    return found
