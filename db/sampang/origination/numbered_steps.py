"""Numbers that the office gives to minutes, agreements and requests: one number is one paper of one file."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select, text
from sqlalchemy.orm import joinedload

from db.again import Again, let_pass
from db.sampang.origination.advancing import Opened
from db.tables import ApplicationRow, FileStepRow
from domain.again import Earlier, same_sign
from domain.dates import indonesian_date, year_of


def number_of_its_own(opened: Opened, number: str, on: date, because: str) -> Again:
    """Let a step carry a number that no other file has from the same step of the year, or for a reason."""
    return let_pass(_others(opened, number, on), because)


def _others(opened: Opened, number: str, on: date) -> Iterator[Earlier]:
    session, table = opened.act.session, FileStepRow
    # Two steps written in the same moment would not see each other; on SQLite who writes is alone anyway.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"LOCK TABLE {table.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))
    query = (
        select(table, ApplicationRow.number)
        .join(ApplicationRow, ApplicationRow.id == table.application_id)
        .where(table.step == opened.step, table.on.between(*year_of(on)))
        .where(table.application_id != opened.row.id)
        .order_by(table.at, table.application_id)
        .options(joinedload(table.by))
    )
    for row, of_file in session.execute(query):
        if same_sign(row.body.get("number", ""), number):
            told = (
                f"{opened.step.label} nomor {row.body['number']}, {indonesian_date(row.on)}, untuk pengajuan"
            )
            yield Earlier(f"{told} {of_file}", row.by.name, row.at)
