"""How many rows of a file stand where, and how much money they bring; kept with each change of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables import BankFileRow, BankRowRow
from domain.sampang.bank_file.bank_kinds import RowKind, RowState

Tallies = Mapping[tuple[RowState, RowKind], "Tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """So many rows, and so many rupiah that they bring; what cannot be read brings nothing."""

    rows: int
    amount: int


def tally(session: Session, file: BankFileRow) -> None:
    """Count the rows of a held file anew."""
    row = BankRowRow
    query = (
        select(row.state, row.kind, func.count(), func.coalesce(func.sum(row.amount), 0))
        .where(row.file_id == file.id)
        .group_by(row.state, row.kind)
        .order_by(row.state, row.kind)
    )
    found = session.execute(query)
    file.tallies = {f"{state} {kind}": [int(rows), int(amount or 0)] for state, kind, rows, amount in found}
    session.flush()


def read_tallies(file: BankFileRow) -> Tallies:
    """The kept counts of a file."""
    found = {}
    for key, (rows, amount) in file.tallies.items():
        state, _, kind = key.partition(" ")
        found[RowState(state), RowKind(kind)] = Tally(rows, amount)
    return found
