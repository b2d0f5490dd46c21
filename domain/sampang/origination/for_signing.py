"""Papers that people sign as printed: what they rest on, and whether they still hold."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Annotated, Final

from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.sampang.application import Collateral
from domain.sampang.costs import upfront_costs
from domain.sampang.kinds import CollateralKind
from domain.sampang.loan import terms_by_law
from domain.sampang.origination.board import Board
from domain.sampang.origination.letterhead import letterhead
from domain.sampang.origination.loan_file import LoanFile
from domain.typed import Day

_ON_REQUEST: Final = ("nama peminjam", "NIK peminjam")


class SigningState(Labelled):
    """Where a paper for signing stands."""

    WAITING = "waiting", "untuk ditandatangani"
    SIGNED = "signed", "ditandatangani"
    VOID = "void", "tidak berlaku lagi"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSigned:
    """That a prepared paper came back with its signatures."""

    on: Annotated[date, Day("Tanggal ditandatangani")]


def agreement_facts(file: LoanFile, board: Board, law: LawInForce, day: date) -> Mapping[str, str]:
    """What an agreement rests on, by name; each only as a digest, which tells whether it changed."""
    told = (*_decided(file), *_borrower(file, board), *_conditions(file, law, day), *_office(law))
    return {name: _digest(words) for name, words in told}


def request_facts(file: LoanFile, board: Board, law: LawInForce, _day: date) -> Mapping[str, str]:
    """What a request for payment rests on, by name, as digests."""
    borrower = (one for one in _borrower(file, board) if one[0] in _ON_REQUEST)
    kept = _told(
        *(f"{entry.event} {entry.on} {entry.number}" for one in file.custody for entry in one.entries)
    )
    told = (*_decided(file), *borrower, ("penyimpanan agunan", kept), *_office(law))
    return {name: _digest(words) for name, words in told}


def changed_since(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The names of what is another than it was."""
    return tuple(name for name, told in now.items() if before.get(name) != told)


def void_words(changed: Iterable[str]) -> str:
    """Why a paper holds no more, as a sentence goes on."""
    return f"berubah sejak dicetak: {', '.join(changed)}"


def pledged_certificates(file: LoanFile) -> int:
    """How many land certificates are pledged now; each is checked at BPN."""
    return sum(one.thing.kind is CollateralKind.LAND and not one.is_gone for one in file.custody)


def _decided(file: LoanFile) -> Iterator[tuple[str, str]]:
    approval = file.approval
    yield "jumlah pinjaman", str(approval.amount if approval else None)
    yield "jangka waktu", str(approval.term_months if approval else None)
    yield "keputusan rapat", indonesian_date(approval.on) if approval else ""


def _office(law: LawInForce) -> Iterator[tuple[str, str]]:
    head = letterhead(law)
    yield "nama kantor", head.agency
    yield "alamat kantor", _told(head.address, head.phone)
    yield "logo kantor", head.logo_key
    yield "Ketua Harian", _told(head.lead_name, head.lead_rank, head.lead_nip)


def _conditions(file: LoanFile, law: LawInForce, day: date) -> Iterator[tuple[str, str]]:
    principal = (file.approval.amount if file.approval else None) or 0
    tenor = (file.approval.term_months if file.approval else None) or 0
    yield "agunan", _told(*map(_thing, _pledged(file)))
    yield "jasa dan masa tenggang", _terms(principal, tenor, law, day)
    costs = upfront_costs(principal, pledged_certificates(file), law)
    yield "biaya saat pencairan", _told(*(str(cost.amount) for cost in costs))


def _borrower(file: LoanFile, board: Board) -> Iterator[tuple[str, str]]:
    who = file.application.applicant
    yield "nama peminjam", _told(who.kind, who.name, who.contact_name)
    yield "NIK peminjam", _told(who.nik or "", who.spouse_nik or "")
    yield "suami/istri peminjam", _told(str(who.marital_status), who.spouse_name)
    yield "alamat peminjam", _told(who.address, str(who.district_code))
    officers = (field for one in board.officers for field in (one.name, one.position, one.nik))
    yield "pengurus koperasi", _told(str(file.application.cooperative.board_size), *officers)
    yield "rencana penggunaan", file.application.plan


def _pledged(file: LoanFile) -> list[Collateral]:
    return [one.thing for one in file.custody if not one.is_gone] or list(file.application.collateral)


def _thing(thing: Collateral) -> str:
    owner = (str(thing.owned_by_applicant), thing.owner_name, str(thing.power_of_attorney))
    return _told(thing.kind, thing.named, str(thing.value), thing.assessed_by, *owner)


def _terms(principal: int, tenor: int, law: LawInForce, day: date) -> str:
    terms = terms_by_law(principal, tenor, day, law)
    if isinstance(terms, Problem):
        return terms.sentence
    return _told(str(terms.yearly_percent), terms.method, str(terms.grace))


def _told(*parts: str) -> str:
    return "\n".join(parts)


def _digest(told: str) -> str:
    return sha256(told.encode()).hexdigest()[:16]
