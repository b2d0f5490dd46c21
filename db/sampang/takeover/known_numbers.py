"""Loan numbers that are taken, whatever their case, blanks and punctuation (O-28)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, undefer

from db.tables import ApplicationRow, TakeoverProposalRow
from domain.dates import indonesian_date
from domain.sampang.bank_file.near_loans import number_form

# What this product numbers its own files by ("DB-2026-0001"), in that form.
_OWN_SERIES: Final = re.compile(r"db(\d{4})\d{4,}")


def numbers_taken(session: Session, *, but: int | None = None) -> Mapping[str, str]:
    """Each number in use by its form, with where: a file, or a proposal that waits, `but` for one of them."""
    found = {
        number_form(number): f"berkas {number}" for number in session.scalars(select(ApplicationRow.number))
    }
    waiting = select(TakeoverProposalRow).where(
        TakeoverProposalRow.closed_at.is_(None), TakeoverProposalRow.approved_at.is_(None)
    )
    options = (undefer(TakeoverProposalRow.numbers), joinedload(TakeoverProposalRow.proposed_by))
    for row in session.scalars(waiting.options(*options)):
        if row.id == but:
            continue
        told = f"usulan {row.proposed_by.name} per {indonesian_date(row.cut_off)} yang masih menunggu"
        found |= dict.fromkeys(row.numbers["forms"], told)
    return found


def problems_of_numbers(
    numbers: Iterable[str], taken: Mapping[str, str], cut_off: date
) -> Iterator[tuple[int, str]]:
    """For each number that cannot be used its place in the list, and why."""
    seen: dict[str, int] = {}
    for place, number in enumerate(numbers):
        form = number_form(number)
        own = _OWN_SERIES.fullmatch(form)
        if not form:
            yield (
                place,
                f"Nomor pinjaman “{number}” tidak memuat huruf atau angka. Isi nomor dari perjanjian.",
            )
        elif form in taken:
            yield (
                place,
                f"Nomor pinjaman {number} sudah ada: {taken[form]}. Tidak diambil alih dua kali.",
            )
        elif form in seen:
            yield (
                place,
                f"Nomor pinjaman {number} ada dua kali di sini, juga pada pinjaman ke-{seen[form] + 1}.",
            )
        elif own and int(own[1]) >= cut_off.year:
            yield place, f"Nomor {number} berbentuk nomor berkas aplikasi ini. Pakai nomor lama pinjamannya."
        seen.setdefault(form, place)
