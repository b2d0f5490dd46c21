"""What is stored of the files that wait for a decision, as plain values: equal as long as nothing changes."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Text, cast, select
from sqlalchemy.orm import Session

from db.plain import from_plain
from db.sampang.applications.application_rows import read_row
from db.tables import ApplicationRow, CollateralRow, FileStepRow, JudgementRow, PaperRow
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import SurveyMinutes
from domain.sampang.origination.stages import CANDIDATES, Stage
from domain.sampang.origination.steps import Step

# What is worked out from a file, and who wrote it when; every other column tells of the file itself, also
# one that is added later. The answers are read apart, as text.
_NOT_TOLD: Final = frozenset(
    ("search_name", "npwp_key", "verdict", "most", "basis", "stage_since", "version", "answers")
    + ("entered_at", "entered_by_id", "changed_at", "changed_by_id")
)
_FIRST: Final = ("id", "number")
_FILE: Final = _FIRST + tuple(
    column.key for column in ApplicationRow.__table__.c if column.key not in (*_FIRST, *_NOT_TOLD)
)
_Part = type[CollateralRow] | type[PaperRow] | type[JudgementRow]
_Values = tuple[Any, ...]


class FileTold(NamedTuple):
    """All that is stored of a file by which it is examined."""

    file: _Values
    answers: str
    collateral: tuple[_Values, ...]
    papers: tuple[_Values, ...]
    judgements: tuple[_Values, ...]
    survey: str | None

    @property
    def id(self) -> int:
        """The number of the application."""
        return int(self.file[0])

    @property
    def number(self) -> str:
        """The number that people read."""
        return str(self.file[1])


class Waiting(NamedTuple):
    """A file that waits, its kept verdict, and whether that is still to be found by the law of the day."""

    told: FileTold
    verdict: str | None
    is_due: bool


def waiting_files(
    session: Session, due: ColumnElement[bool], stages: Collection[Stage] = CANDIDATES
) -> Iterator[Waiting]:
    """Every file that waits for a decision; the store is asked the same few times however many there are."""
    row = ApplicationRow
    # Found in the index first: of all files there ever were, few wait.
    numbers = list(session.scalars(select(row.id).where(row.status.in_(stages))))
    columns = [getattr(row, name) for name in _FILE]
    query = select(*columns, cast(row.answers, Text), row.verdict, due).where(row.id.in_(numbers))
    found = session.execute(query).all()
    collateral, papers, judgements = (
        _parts(session, table, numbers) for table in (CollateralRow, PaperRow, JudgementRow)
    )
    surveys = _surveys(session, numbers)
    for *file, answers, verdict, is_due in found:
        key = file[0]
        parts = (tuple(collateral[key]), tuple(papers[key]), tuple(judgements[key]))
        yield Waiting(FileTold(tuple(file), answers, *parts, surveys.get(key)), verdict, bool(is_due))


def read_told(told: FileTold) -> LoanFile:
    """The file as the domain knows it."""
    row = ApplicationRow(
        **dict(zip(_FILE, told.file, strict=True)),
        answers=json.loads(told.answers),
        collateral=_read(CollateralRow, told.collateral),
        papers=_read(PaperRow, told.papers),
        judgements=_read(JudgementRow, told.judgements),
    )
    survey = None if told.survey is None else from_plain(SurveyMinutes, json.loads(told.survey))
    return LoanFile(application=read_row(row), stage=Stage(row.status), survey=survey)


def _parts(session: Session, table: _Part, numbers: Collection[int]) -> Mapping[int, Sequence[_Values]]:
    """What belongs to each file, in the order of its own key."""
    columns = table.__table__.c
    query = select(*columns).where(columns.application_id.in_(numbers))
    found: dict[int, list[_Values]] = defaultdict(list)
    place = list(columns).index(columns.application_id)
    for row in session.execute(query.order_by(*table.__table__.primary_key)):
        found[row[place]].append(tuple(row))
    return found


def _read(table: _Part, parts: Sequence[_Values]) -> list[Any]:
    names = [column.key for column in table.__table__.c]
    return [table(**dict(zip(names, part, strict=True))) for part in parts]


def _surveys(session: Session, numbers: Collection[int]) -> Mapping[int, str]:
    """The newest survey minutes of each file, as they are stored."""
    step = FileStepRow
    query = (
        select(step.application_id, cast(step.body, Text))
        .where(step.application_id.in_(numbers), step.step == Step.CLOSE_SURVEY)
        .order_by(step.application_id, step.seq)
    )
    return {row[0]: row[1] for row in session.execute(query)}
