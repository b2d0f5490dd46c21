"""The same applicant with the same amount: what is open already, and what comes twice in one pile."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, joinedload

from db.sampang.applications.application_rows import npwp_key
from db.sampang.applications.look_alikes import Likeness, Marks
from db.search_words import search_form
from db.tables import ApplicationRow
from domain.again import Earlier
from domain.money import rupiah
from domain.sampang.application import LoanApplication
from domain.sampang.origination.stages import CLOSED


def same_request(session: Session, application: LoanApplication, except_id: int | None) -> Iterator[Earlier]:
    """Open applications of the same applicant for the same amount; no other may be numbered meanwhile.

    The same applicant is one with the NIK, with the NPWP, or with the name in the kecamatan.
    """
    for row, alike in same_requests(session, [application]).get(0, ()):
        if row.id != except_id:
            yield earlier_one(row, ", ".join(likeness.label for likeness in alike))


def same_requests(
    session: Session, applications: Sequence[LoanApplication]
) -> Mapping[int, Sequence[tuple[ApplicationRow, Sequence[Likeness]]]]:
    """The open applications of the same applicants for the same amounts, by place, asked for at once."""
    asked = [(place, _marks(one), one.amount) for place, one in enumerate(applications) if one.amount]
    by_amount: dict[int | None, list[ApplicationRow]] = defaultdict(list)
    for row in _rows(session, [marks for _, marks, _ in asked], {amount for _, _, amount in asked}):
        by_amount[row.amount].append(row)
    found = {}
    for place, marks, amount in asked:
        likenesses = ((row, _alike(marks, row)) for row in by_amount[amount])
        if alike := [(row, how) for row, how in likenesses if how]:
            found[place] = alike
    return found


def twice_in_pile(applications: Sequence[LoanApplication]) -> Mapping[int, str]:
    """Which ask what an earlier one of the pile asks for the same applicant, by place, and in what."""
    seen: set[tuple[object, ...]] = set()
    found: dict[int, str] = {}
    for place, one in enumerate(applications):
        if not one.amount:
            continue
        marks = _marks(one)
        known = {
            "NIK": (marks.nik,),
            "NPWP": (marks.npwp,),
            "nama, kecamatan,": (marks.name, marks.district_code),
        }
        signs = {told: (told, one.amount, *mark) for told, mark in known.items() if all(mark)}
        if alike := [told for told, sign in signs.items() if sign in seen]:
            found[place] = alike[0]
        seen.update(signs.values())
    return found


def earlier_one(row: ApplicationRow, why: str) -> Earlier:
    """A stored application as it is told to who enters the same."""
    amount = "jumlah belum diisi" if row.amount is None else rupiah(row.amount)
    told = f"Pengajuan {row.number}, {row.name}, {amount}: {why}"
    return Earlier(told, row.entered_by.name, row.entered_at)


def _marks(application: LoanApplication) -> Marks:
    who = application.applicant
    return Marks(who.nik, npwp_key(who.npwp), None, search_form(who.name), who.district_code)


def _alike(marks: Marks, row: ApplicationRow) -> Sequence[Likeness]:
    sure = (Likeness.SAME_NIK, Likeness.SAME_NPWP, Likeness.SAME_NAME)
    return [likeness for likeness in marks.alike_in(row) if likeness in sure]


def _rows(session: Session, marks: Sequence[Marks], amounts: set[int]) -> Sequence[ApplicationRow]:
    row = ApplicationRow
    niks = {one.nik for one in marks if one.nik}
    npwps = {one.npwp for one in marks if one.npwp}
    near = [(one.name, one.district_code) for one in marks if one.name and one.district_code]
    conditions: list[ColumnElement[bool]] = []
    if niks:
        conditions.append(row.nik.in_(niks))
    if npwps:
        conditions.append(row.npwp_key.in_(npwps))
    if near:
        names, districts = ({pair[place] for pair in near} for place in (0, 1))
        conditions.append(and_(row.search_name.in_(names), row.district_code.in_(districts)))
    if not conditions:
        return ()
    query = select(row).where(or_(*conditions), row.amount.in_(amounts), row.status.not_in(CLOSED))
    return session.scalars(query.order_by(row.id).options(joinedload(row.entered_by))).all()
