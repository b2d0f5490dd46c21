"""Lines of the workbook put together to older loans; a loan with any wrong line waits as a whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from domain.labelled import Labelled
from domain.problems import Problem
from domain.sampang.application import Applicant, Collateral
from domain.sampang.bank_file.near_loans import number_form
from domain.sampang.servicing.collecting import HandingOver
from domain.sampang.takeover.old_checks import problems_of
from domain.sampang.takeover.old_loans import (
    AgreedTerms,
    OldLoan,
    OldPledge,
    OwnRow,
    PaidBefore,
    SentLetter,
    Whereabouts,
)
from domain.sampang.takeover.workbook_columns import LoanColumn, Part
from domain.sampang.takeover.workbook_sheets import SHEETS
from domain.tabular.workbook import BadLine, Fault, RawLine, ToldLine, in_order, told_line


@dataclass(frozen=True, slots=True)
class ReadLoan:
    """A loan that can be taken over, and the line of it."""

    line: int
    loan: OldLoan


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """What was read of a workbook: the loans that can be taken over, and every line that comes back."""

    loans: tuple[ReadLoan, ...]
    bad: tuple[BadLine, ...]


@dataclass(slots=True)
class _Group:
    """One loan as its lines tell it."""

    own: ToldLine
    others: list[ToldLine] = field(default_factory=list)

    def of(self, part: Part) -> list[ToldLine]:
        return [one for one in self.others if one.raw.sheet is part]

    @property
    def is_wrong(self) -> bool:
        return any(one.faults for one in (self.own, *self.others))


def read_loans(lines: Sequence[RawLine], cut_off: date, taken: Mapping[str, str]) -> WorkbookRead:
    """Put the lines together and check each loan; `taken` are the numbers in use, with where (O-28)."""
    read = [told_line(one, SHEETS[one.sheet]) for one in lines]
    groups, lost = _grouped(read, taken)
    loans: list[ReadLoan] = []
    bad = [one.sent_back for one in lost]
    for group in groups:
        loan = None if group.is_wrong else _checked(group, cut_off)
        if loan is None:
            bad += [one.sent_back for one in (group.own, *group.others)]
        else:
            loans.append(ReadLoan(group.own.raw.line, loan))
    return WorkbookRead(tuple(loans), in_order(bad))


def _grouped(read: Iterable[ToldLine], taken: Mapping[str, str]) -> tuple[list[_Group], list[ToldLine]]:
    """The loans in the order of their lines, and lines of no loan."""
    groups: dict[str, _Group] = {}
    lost: list[ToldLine] = []
    others: list[ToldLine] = []
    for line in read:
        if line.raw.sheet is not Part.LOANS:
            others.append(line)
            continue
        number = str(line.told.get(LoanColumn.NUMBER.value, "")).strip()
        form = number_form(number)
        if number and not form:
            line.faults.append(Fault(LoanColumn.NUMBER.header, "tidak memuat huruf atau angka."))
        elif form and form in groups:
            first = groups[form].own.raw.line
            line.faults.append(Fault(LoanColumn.NUMBER.header, f"sama dengan baris {first} berkas ini."))
        elif form in taken:
            line.faults.append(Fault(LoanColumn.NUMBER.header, f"sudah ada: {taken[form]}."))
        groups[form if form and form not in groups else f"?{line.raw.line}"] = _Group(line)
    for line in others:
        group = groups.get(number_form(str(line.told.get("number", ""))) or "?")
        if group is None:
            told = "nomor ini tidak ada di lembar Pinjaman."
            line.faults.append(Fault(LoanColumn.NUMBER.header, told))
            lost.append(line)
        else:
            group.others.append(line)
    return list(groups.values()), lost


def _checked(group: _Group, cut_off: date) -> OldLoan | None:
    """The loan; None when anything is wrong with it, which its lines then tell."""
    loan = _loan(group)
    for problem in problems_of(loan, cut_off):
        line = _line_of(group, problem)
        line.faults.append(Fault(_header(line.raw.sheet, problem.field), problem.sentence))
    return None if group.is_wrong else loan


_PLACED: Final = {
    "pledged": Part.PLEDGES,
    "collateral": Part.PLEDGES,
    "letters": Part.LETTERS,
    "handovers": Part.HANDOVERS,
}


def _line_of(group: _Group, problem: Problem) -> ToldLine:
    head, _, rest = problem.field.partition(".")
    place = rest.partition(".")[0]
    part = _PLACED.get(head)
    lines = group.of(part) if part else []
    return lines[int(place)] if place.isdecimal() and int(place) < len(lines) else group.own


def _header(part: Labelled, field_name: str) -> str:
    name = field_name.rpartition(".")[2]
    return SHEETS[part].header_of(f"{name}_paid" if field_name.startswith("paid.") else name)


def _loan(group: _Group) -> OldLoan:
    told = group.own.told

    def of(*names: str) -> dict[str, Any]:
        return {name: told[name] for name in names if name in told}

    terms = AgreedTerms(
        **of(
            "disbursed_on", "principal", "tenor", "grace", "rate", "method", "first_due_on", "due_day",
            "agreement_number", "agreed_on", "settling",
        ),
        rows=tuple(_rows(group.of(Part.PLANS))),
    )  # fmt: skip
    who = of(
        "kind",
        "name",
        "contact_name",
        "nik",
        "spouse_name",
        "spouse_nik",
        "district_code",
        "address",
        "phone",
    )
    return OldLoan(
        number=told["number"],
        applicant=Applicant(**who),
        terms=terms,
        paid=PaidBefore(principal=told["principal_paid"], interest=told["interest_paid"]),
        pledged=tuple(_pledge(one.told) for one in group.of(Part.PLEDGES)),
        letters=tuple(
            SentLetter(kind=one.told["kind"], number=one.told["letter"], on=one.told["on"])
            for one in group.of(Part.LETTERS)
        ),
        handovers=tuple(
            HandingOver(
                to=one.told["to"], number=one.told["paper"], on=one.told["on"], note=one.told.get("note", "")
            )
            for one in group.of(Part.HANDOVERS)
        ),
        note=told.get("note", ""),
    )


def _rows(lines: Iterable[ToldLine]) -> Iterator[OwnRow]:
    for one in lines:
        yield OwnRow(
            due_on=one.told["due_on"], principal=one.told["principal"], interest=one.told["interest"]
        )


def _pledge(told: Mapping[str, Any]) -> OldPledge:
    thing = Collateral(
        kind=told["kind"],
        description=told["description"],
        value=told.get("value"),
        assessed_by=told.get("assessed_by", ""),
        owner_name=told.get("owner_name", ""),
        owned_by_applicant=False if told.get("owner_name") else None,
    )
    return OldPledge(
        thing=thing,
        lies=told.get("lies", Whereabouts.UNKNOWN),
        since=told.get("since"),
        receipt=told.get("receipt", ""),
        note=told.get("note", ""),
    )
