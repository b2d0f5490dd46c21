"""Roles and people in words, as the screen Pengguna tells them."""

from collections.abc import Sequence
from datetime import date

from db.office.people_list import PersonTold
from domain.dates import indonesian_date, indonesian_moment
from domain.entering.role_terms import RoleTerm


def span(since: date | None, until: date | None) -> str:
    """The days of a role: "Sejak 2 Maret 2026, sampai dengan 1 Juni 2026"."""
    if since and until and until < since:
        return f"Dicabut pada hari mulainya, {indonesian_date(since)}"
    begins = f"Sejak {indonesian_date(since)}" if since else "Sejak awal"
    return f"{begins}, sampai dengan {indonesian_date(until)}" if until else f"{begins}, tanpa tanggal akhir"


def standing(term: RoleTerm, day: date) -> str:
    """How a role stands on a day, with a sign."""
    if term.is_over(day):
        return "○ sudah berakhir"
    return "● berlaku" if term.counts_on(day) else "◔ belum mulai"


def roles_today(told: PersonTold, programme: str, day: date) -> str:
    """The roles that count today in a programme, and those that are to begin."""
    own = [one for one in told.terms if one.programme == programme]
    here = [one.role.label for one in own if one.counts_on(day)]
    coming = [f"{one.role.label} (mulai {indonesian_date(one.since)})" for one in own if _is_coming(one, day)]
    return ", ".join([*here, *coming]) or "–"


def _is_coming(term: RoleTerm, day: date) -> bool:
    return not term.is_over(day) and not term.counts_on(day) and term.since is not None


def seen(told: PersonTold) -> str:
    """When somebody was last there."""
    if told.signed_in:
        return "sedang masuk"
    return indonesian_moment(told.seen_at) if told.seen_at else "belum pernah"


def given(term: RoleTerm) -> str:
    """Who gave a role, who approved it and why; and who ended it."""
    by = f"Diberikan {term.given_by}" if term.given_by else "Dari penyiapan program"
    approved = f", disetujui {term.approved_by}" if term.approved_by else ""
    at = f", {indonesian_moment(term.given_at)}" if term.given_at else ""
    told = [f"{by}{approved}{at}" + (f": {term.reason}" if term.reason else "")]
    if term.ended_because:
        told.append(f"diakhiri {term.ended_by or 'program'}: {term.ended_because}")
    return "; ".join(told)


def sorted_terms(terms: Sequence[RoleTerm], day: date) -> list[RoleTerm]:
    """The roles that count first, then those to come, then what is over, the latest first."""
    return sorted(terms, key=lambda one: (one.is_over(day), not one.counts_on(day), -one.id))
