"""How the demo's loans are repaid: on the due days, as far as their borrowers have kept up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from demo.chance import office_day
from demo.sampang.ways import DemoFile
from domain.problems import Problem
from domain.regulation.law_in_force import NO_PRACTICE
from domain.sampang.law import law_on
from domain.sampang.loan import Row, schedule_of, terms_by_law


@dataclass(frozen=True, slots=True)
class DemoPayment:
    """Money that a borrower brings to the bank on a day, in rupiah."""

    on: date
    amount: int


def payments(file: DemoFile, today: date) -> Iterator[DemoPayment]:
    """What has come in for a loan until today, the newest instalments apart where it is behind."""
    rows = [row for row in _rows(file) if office_day(row.due_on) <= today]
    kept = rows[: len(rows) - file.way.behind]
    for first in range(0, len(kept), file.way.at_once):
        together = _rows(file)[first : first + file.way.at_once]
        yield DemoPayment(office_day(together[0].due_on), sum(row.total for row in together))


def _rows(file: DemoFile) -> tuple[Row, ...]:
    paid_on, asked = file.course.paid_on, file.application
    if paid_on is None:
        return ()
    terms = terms_by_law(asked.amount or 0, asked.term_months or 0, paid_on, law_on(paid_on, NO_PRACTICE))
    if isinstance(terms, Problem):
        raise RuntimeError(f"a demo loan has terms: {terms.sentence}")
    return schedule_of(terms).rows
