"""How an approved list erases: each row once, with its line, in one transaction; the chain learns of it.

Whoever calls has asked who may, and has written the approval. Nothing is removed but sign-ins: numbers,
amounts, days and verdicts stay where they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from db.bulk import write_rows
from db.chain.row_hashes import hash_of_row, key_of_row, rows_by_key
from db.retention.chain_runs import write_runs
from db.retention.personal_columns import PERSONAL, How, erased
from db.retention.scrubbing import scrubbed_where, without_mentions
from db.retention.touched import Touched
from db.tables import Base, ErasureRow

_GUARDED = """
audit board_entry candidate_record collection_entry custody_entry erasure_hold evidence
evidence_bytes evidence_withdrawal facilitator_review file_step handover handover_line
indicator_reading issued_paper journal_entry judgement mentoring_paper monthly_report offered_thing
paper_to_sign receipt recorded_again red_list_entry renewal_decree reversal_proposal
settlement_quote staff_record survey_finding taken_over_loan takeover_proposal upgrade_proposal
use_of_funds visit_step write_off_proposal
"""
GUARDED: Final = frozenset(_GUARDED.split())
"""The tables of which a row is changed with its line alone."""
_PIECE: Final = 500


@dataclass(slots=True)
class Changes:
    """What becomes of rows: by table and key the new values of some columns."""

    by_table: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)

    def of(self, table: str) -> dict[str, dict[str, Any]]:
        """The changes of one table, by the keys of its rows."""
        return self.by_table.setdefault(table, {})


def erase_rows(session: Session, list_id: int, touched: Iterable[Touched], gone: str) -> int:
    """Erase what is personal in rows; gives how many were changed. `gone` stands for names from now on."""
    changes = Changes()
    for one in touched:
        _find(session, one, gone, changes)
    write_runs(session, list_id, changes.by_table)
    for name, rows in changes.by_table.items():
        table = Base.metadata.tables[name]
        for some in _pieces(sorted(rows)):
            if name in GUARDED:
                _write_lines(session, list_id, table, some, rows)
            _write(session, table, some, rows)
    session.expire_all()
    return sum(map(len, changes.by_table.values()))


def _find(session: Session, touched: Touched, gone: str, changes: Changes) -> None:
    table, found = touched.table, changes.of(touched.table.name)
    columns = [table.c[name] for name in PERSONAL[table.name]]
    query = select(*table.primary_key.columns, *(one for one in columns if not one.primary_key))
    for row in session.execute(query.where(touched.where)):
        key = key_of_row(table, row)
        there = {one.name: getattr(row, one.name) for one in columns} | found.get(key, {})
        new = {name: _erased(touched, table.name, name, value, gone) for name, value in there.items()}
        if changed := {name: value for name, value in new.items() if value != getattr(row, name)}:
            found[key] = changed


def _erased(touched: Touched, table: str, column: str, value: Any, gone: str) -> Any:
    how = PERSONAL[table][column]
    if touched.mentions:
        return without_mentions(value, touched.mentions)
    if touched.is_about is None:
        return erased(how, value, gone)
    return scrubbed_where(value, touched.is_about, gone) if how is How.BODY else value


def _write_lines(
    session: Session, list_id: int, table: Table, keys: Sequence[str], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    lines = []
    for row in session.execute(rows_by_key(table, keys)):
        key = key_of_row(table, row)
        told = {"list_id": list_id, "in_table": table.name, "row_key": key}
        before, after = hash_of_row(table, row), hash_of_row(table, row, rows[key])
        lines.append(told | {"before": before, "after": after})
    write_rows(session, ErasureRow, lines)


def _write(
    session: Session, table: Table, keys: Sequence[str], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    """Change rows, those together of which the same columns change."""
    primary = list(table.primary_key.columns)
    together: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for key in keys:
        told = {f"at_{c.name}": _typed(c, one) for c, one in zip(primary, key.split(":"), strict=True)}
        together.setdefault(tuple(sorted(rows[key])), []).append(
            told | {f"new_{name}": value for name, value in rows[key].items()}
        )
    for names, some in together.items():
        here = [one == bindparam(f"at_{one.name}") for one in primary]
        statement = update(table).where(*here).values({one: bindparam(f"new_{one}") for one in names})
        session.connection().execute(statement, some)


def _typed(column: Any, told: str) -> Any:
    return int(told) if column.type.python_type is int else told


def _pieces(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[first : first + _PIECE] for first in range(0, len(keys), _PIECE))
