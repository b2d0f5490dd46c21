"""One older loan as rows: its instalments, what its agreement says, what was done, where pledges lie."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from db.plain import to_plain
from domain.sampang.loan import Row
from domain.sampang.origination.custody import CustodyEntry, CustodyEvent, thing_key
from domain.sampang.servicing.collecting import Deed
from domain.sampang.takeover.old_loans import OldLoan, OldPledge, Whereabouts
from domain.sampang.takeover.own_plan import own_plan

FROM_TAKEOVER: Final = "Dari pengambilalihan."
_NOT_KNOWN: Final = "(tidak diketahui)"
_NO_PAPER: Final = {"paper_id": None, "ends_id": None}


def instalment_rows(loan_id: int, left: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """What is left of each row of the plan."""
    for row in left:
        yield {
            "loan_id": loan_id,
            "number": row.number,
            "due_on": row.due_on,
            "principal": row.principal,
            "interest": row.interest,
            "balance": row.balance,
        }


def taken_over_told(loan: OldLoan) -> dict[str, Any]:
    """What the agreement says, what was paid, the whole plan, and where each pledged thing lay."""
    return {
        "terms": to_plain(loan.terms),
        "paid": to_plain(loan.paid),
        "plan": [[row.due_on.isoformat(), row.principal, row.interest] for row in own_plan(loan.terms)],
        "pledged": [to_plain(one) for one in loan.pledged],
    }


def deed_rows(loan: OldLoan) -> Iterator[dict[str, Any]]:
    """Letters that went out and claims that were handed over: kept as facts, without a stored paper."""
    for letter in loan.letters:
        yield {"kind": letter.kind.value, "on": letter.on, "number": letter.number, "body": {}, **_NO_PAPER}
    for given in loan.handovers:
        body = to_plain(replace(given, note=f"{given.note} {FROM_TAKEOVER}".strip()))
        kind = Deed.HANDED_OVER.value
        yield {"kind": kind, "on": given.on, "number": given.number, "body": body, **_NO_PAPER}


def custody_rows(loan: OldLoan, cut_off: date) -> Iterator[CustodyEntry]:
    """The lines of the register for what the bank keeps, or has lent to the borrower."""
    for one in loan.pledged:
        if one.lies in (Whereabouts.BANK, Whereabouts.BORROWER):
            yield _line(one, CustodyEvent.RECEIVED, "Bank Jatim", cut_off)
        if one.lies is Whereabouts.BORROWER:
            yield _line(one, CustodyEvent.LENT_OUT, loan.applicant.name, cut_off)


def _line(one: OldPledge, event: CustodyEvent, with_whom: str, cut_off: date) -> CustodyEntry:
    known = "" if one.since else "Tanggalnya tidak diketahui, jadi dicatat pada tanggal saldo."
    return CustodyEntry(
        thing=thing_key(one.thing),
        event=event,
        on=one.since or cut_off,
        number=one.receipt or _NOT_KNOWN,
        with_whom=with_whom,
        note=" ".join(filter(None, (one.note, FROM_TAKEOVER, known))),
    )
