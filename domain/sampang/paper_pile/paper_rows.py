"""Lines of a pile put together to applications; a form with any wrong line waits as a whole."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, Final

from domain.problems import Problem
from domain.purpose_notices import FUND, NoticeGiven, given
from domain.same_letters import same_form
from domain.sampang.application import (
    NOTICE_NOT_KNOWN,
    Applicant,
    BusinessAnswers,
    Collateral,
    EarlierLoan,
    LoanApplication,
)
from domain.sampang.application_checks import check
from domain.sampang.kinds import ApplicantKind, Source
from domain.sampang.paper_pile.paper_columns import FormColumn, PileSheet
from domain.sampang.paper_pile.paper_sheets import PILE_SHEETS
from domain.sampang.papers import PAPERS
from domain.tabular.sheet_cells import as_text
from domain.tabular.workbook import BadLine, Fault, RawLine, ToldLine, in_order, told_line

_OWN_TO_BUSINESS: Final = "business."


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A form that can be taken in: its line, its application, and a sign of all that stands in it.

    Two forms with the same sign say the same, so that a pile that comes twice is taken in once.
    """

    line: int
    application: LoanApplication
    sign: str
    raw: tuple[RawLine, ...]


@dataclass(frozen=True, slots=True)
class PileRead:
    """What was read of a pile: the forms that can be taken in, and every line that comes back."""

    forms: tuple[PaperForm, ...]
    bad: tuple[BadLine, ...]


@dataclass(slots=True)
class _Group:
    own: ToldLine
    things: list[ToldLine] = field(default_factory=list)

    @property
    def lines(self) -> list[ToldLine]:
        return [self.own, *self.things]

    @property
    def is_wrong(self) -> bool:
        return any(one.faults for one in self.lines)


def read_pile(lines: Sequence[RawLine], day: date) -> PileRead:
    """Put the lines together, and check each form as the screen would on a day."""
    groups, lost = _grouped([told_line(one, PILE_SHEETS[one.sheet]) for one in lines])
    forms: list[PaperForm] = []
    bad = [one.sent_back for one in lost]
    for group in groups:
        application = None if group.is_wrong else _checked(group, day)
        if application is None:
            bad += [one.sent_back for one in group.lines]
        else:
            raw = tuple(one.raw for one in group.lines)
            forms.append(PaperForm(group.own.raw.line, application, _sign(raw), raw))
    return PileRead(tuple(forms), in_order(bad))


def sent_back(form: PaperForm, sentence: str) -> tuple[BadLine, ...]:
    """The lines of a form that something outside the file stands against."""
    own, *things = form.raw
    fault = Fault("", sentence)
    return (BadLine(own, (fault,)), *(BadLine(one, ()) for one in things))


def _grouped(read: Iterable[ToldLine]) -> tuple[list[_Group], list[ToldLine]]:
    """The forms in the order of their lines, and things of no form."""
    groups: dict[str, _Group] = {}
    things: list[ToldLine] = []
    for line in read:
        if line.raw.sheet is PileSheet.THINGS:
            things.append(line)
            continue
        number = same_form(str(line.told.get("number", "")))
        if number and number in groups:
            first = groups[number].own.raw.line
            line.faults.append(Fault(FormColumn.NUMBER.header, f"sama dengan baris {first} berkas ini."))
        groups[number if number and number not in groups else f"?{line.raw.line}"] = _Group(line)
    lost = []
    for line in things:
        group = groups.get(same_form(str(line.told.get("number", ""))))
        if group is None:
            told = "nomor ini tidak ada di lembar Pengajuan."
            line.faults.append(Fault(FormColumn.NUMBER.header, told))
            lost.append(line)
        else:
            group.things.append(line)
    return list(groups.values()), lost


def _checked(group: _Group, day: date) -> LoanApplication | None:
    """The application; None when anything is wrong with it, which its lines then tell."""
    told = group.own.told
    if told["applicant.kind"] is not ApplicantKind.BUSINESS:
        for column in FormColumn:
            if column.value.startswith(_OWN_TO_BUSINESS) and column.value in told:
                group.own.faults.append(Fault(column.header, "hanya untuk usaha; kosongkan."))
    application = _application(group)
    for problem in check(application, day):
        _blame(group, problem)
    return None if group.is_wrong else application


def _blame(group: _Group, problem: Problem) -> None:
    head, _, rest = problem.field.partition(".")
    place, _, name = rest.partition(".")
    if head == "collateral" and place.isdecimal() and int(place) < len(group.things):
        line = group.things[int(place)]
    else:
        line, name = group.own, problem.field
    line.faults.append(Fault(PILE_SHEETS[line.raw.sheet].header_of(name), problem.sentence))


def _application(group: _Group) -> LoanApplication:
    told = group.own.told

    def part(of: str) -> dict[str, Any]:
        return {
            name.removeprefix(f"{of}."): value for name, value in told.items() if name.startswith(f"{of}.")
        }

    kind = told["applicant.kind"]
    whole = {name: value for name, value in told.items() if "." not in name}
    del whole["number"]
    has_all_papers = whole.pop("papers", None)
    things = ({key: value for key, value in one.told.items() if key != "number"} for one in group.things)
    return LoanApplication(
        applicant=Applicant(**part("applicant")),
        business=BusinessAnswers(**part("business")),
        earlier=EarlierLoan(**part("earlier")),
        collateral=tuple(Collateral(**thing) for thing in things),
        papers={paper.code: True for paper in PAPERS if kind in paper.kinds} if has_all_papers else {},
        source=Source.PAPER,
        notice=_notice(**part("notice")),
        **whole,
    )


def _notice(notice_on: date | None = None, notice_by: str = "") -> NoticeGiven:
    return given(notice_on, notice_by, NOTICE_NOT_KNOWN, FUND)


def _sign(raw: Iterable[RawLine]) -> str:
    told = [{column.value: as_text(cell) for column, cell in one.cells.items()} for one in raw]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]
