"""A bank's file held while its rows are decided, and its rows as the domain reads them."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db.bulk import pieces
from db.refusals import NotFound
from db.sampang.bank_files.tallies import tally
from db.tables import BankFileRow, BankRowRow
from db.verbs import Act
from domain.sampang.bank_file.bank_rows import BankRow


def held_file(session: Session, file_id: int) -> BankFileRow:
    """Take a file, so that nobody else decides its rows meanwhile; or raise NotFound."""
    query = select(BankFileRow).where(BankFileRow.id == file_id).with_for_update()
    file = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if file is None:
        raise NotFound("Berkas bank ini")
    return file


def held_row(session: Session, file_id: int, line: int) -> BankRowRow:
    """One row of a held file; or raise NotFound."""
    row = session.get(BankRowRow, (file_id, line), populate_existing=True)
    if row is None:
        raise NotFound("Baris berkas bank ini")
    return row


def as_bank_row(row: Any) -> BankRow:
    """A stored row as it was read from the file."""
    return BankRow(
        line=row.line,
        number=row.number,
        name=row.name,
        on=row.on,
        amount=row.amount,
        principal=row.principal,
        interest=row.interest,
        reference=row.reference,
        note=row.note,
    )


def change_rows(act: Act, file: BankFileRow, *changed: Sequence[dict[str, Any]]) -> None:
    """Write what became of rows, each told by its `line`, list by list, and count the file anew."""
    for rows in changed:
        _change(act, file.id, rows)
    file.version += 1
    tally(act.session, file)


def _change(act: Act, file_id: int, rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    table: Any = BankRowRow.__table__
    names = [name for name in rows[0] if name != "line"]
    statement = (
        update(table)
        .where(table.c.file_id == file_id, table.c.line == bindparam("at_line"))
        .values({name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names})
    )
    for piece in pieces(rows):
        told = [{"at_line": one["line"]} | {f"new_{name}": one[name] for name in names} for one in piece]
        act.session.connection().execute(statement, told)


def lines_of(session: Session, file_id: int, lines: Collection[int]) -> Sequence[BankRowRow]:
    """Some rows of a held file."""
    row = BankRowRow
    return [
        one
        for some in pieces(sorted(lines))
        for one in session.scalars(select(row).where(row.file_id == file_id, row.line.in_(some)))
    ]
