"""Sampang's files, money and ready questions for Simulasi kebijakan."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from db.sampang.policy.loan_register import (
    GROUPS,
    free_cash,
    loan_subjects,
    loan_subjects_piece,
    names_of_files,
    newest_change,
)
from domain.money import number, rupiah
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.judged import Judged
from domain.regulation.policy.register import Register, RegisterMaker, Subject
from domain.roles import Person
from domain.sampang import parameters as law
from domain.sampang.kinds import ApplicantKind
from domain.sampang.loan import number_on
from domain.sampang.policy.asked_first import asked_first
from domain.sampang.policy.requested_loans import Costs, costs, example, served
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.policy_part import Figure, PolicyPart, Told
from pages.parts.store import database
from pages.sampang.screens import ELIGIBILITY

_READ_FUND: Final = SampangPermission.READ_FUND


def policy_part(person: Person) -> PolicyPart:
    """The part of whoever simulates."""
    return PolicyPart(
        scopes=("Yang belum diputus", "Semua yang pernah diajukan"),
        subjects="pengajuan",
        count=partial(_count, person),
        read=partial(_read, person),
        newest=partial(_newest, person),
        names=partial(_names, person),
        file_of=partial(_file_of, person),
        ready=asked_first,
        figures=partial(_figures, person),
        notes=_notes,
        lends=True,
        projection=partial(_projection, person) if may(person, _READ_FUND, SAMPANG) else None,
    )


def _projection(person: Person) -> None:
    from pages.sampang.projection.projection_tab import show_projection

    show_projection(person)


def _count(person: Person, ever: bool) -> int:
    with database().read() as session:
        return loan_subjects(session, person, ever=ever)


def _newest(person: Person) -> str:
    with database().read() as session:
        return newest_change(session, person)


def _read(person: Person, rules: LawInForce, ever: bool, told: Told) -> Register:
    maker = RegisterMaker(rules.regulation, {kind: kind.label for kind in ApplicantKind}, GROUPS)
    beyond = read = 0
    while True:
        with database().read() as session:
            beyond, piece = loan_subjects_piece(session, person, ever=ever, beyond=beyond)
        if not piece:
            return maker.made()
        by_kind: dict[str, list[Subject]] = {}
        for kind, subject in piece:
            by_kind.setdefault(kind, []).append(subject)
        for kind, subjects in by_kind.items():
            maker.add(kind, subjects)
        read += len(piece)
        told(read)


def _names(person: Person, kind: str, ids: Sequence[int]) -> Mapping[int, str] | None:
    if not may(person, SampangPermission.READ_APPLICATIONS, SAMPANG):
        return None
    with database().read() as session:
        return names_of_files(session, person, ids)


def _file_of(person: Person, kind: str, file: int) -> tuple[Path, Mapping[str, str]] | None:
    if not may(person, SampangPermission.READ_APPLICATIONS, SAMPANG):
        return None
    return ELIGIBILITY, {"no": str(file)}


def _figures(person: Person, register: Register, in_force: LawInForce) -> Sequence[Figure]:
    with database().read() as session:
        free = free_cash(session, person)
    found = [
        Figure("Jumlah paling banyak", _most, "VIII.1.b, IV.2.g"),
        Figure(_example_named(register, in_force), partial(_instalment, register, in_force), "VIII.4"),
        Figure("Angsuran semua permintaan", partial(_paid, register), "VIII.4"),
        Figure("Jasa seluruhnya", partial(_interest, register), "VIII.4"),
        Figure("– bagian PAD", partial(_share, register, "revenue"), "VIII.4.a"),
        Figure("– bagian Bank Jatim", partial(_share, register, "bank"), "VIII.4.b"),
        Figure("– bagian Dinas", partial(_share, register, "agency"), "VIII.4.c"),
        Figure("Tidak terhitung angsurannya", partial(_left_out, register), "III.6"),
    ]
    if free is not None:
        within = f"Terlayani kas bebas {rupiah(free)}"
        found.append(Figure(within, partial(_served, free), "VIII.5.b"))
        found.append(Figure("– bila yang belum diketahui memenuhi", partial(_served_at_best, free)))
    return found


def _most(found: Judged) -> str:
    return rupiah(found.most or 0)


def _example_named(register: Register, in_force: LawInForce) -> str:
    told = example(register, in_force, asked_under=in_force)
    if told is None:
        return "Angsuran contoh"
    return f"Angsuran {rupiah(told.principal)}, {told.months} bulan"


def _instalment(register: Register, in_force: LawInForce, found: Judged) -> str:
    told = example(register, found.law, asked_under=in_force)
    return "–" if told is None else rupiah(told.instalment)


def _paid(register: Register, found: Judged) -> str:
    return rupiah(_costs(register, found).instalments)


def _interest(register: Register, found: Judged) -> str:
    return rupiah(_costs(register, found).interest)


def _share(register: Register, whose: str, found: Judged) -> str:
    split = _costs(register, found).split
    return "tidak terbagi" if split is None else rupiah(getattr(split, whose))


def _left_out(register: Register, found: Judged) -> str:
    return number(_costs(register, found).left_out)


def _served(free: int, found: Judged) -> str:
    told = served(found, free)
    return f"{number(told.surely)} dari {number(told.waiting)}"


def _served_at_best(free: int, found: Judged) -> str:
    told = served(found, free)
    return f"{number(told.at_best)} dari {number(told.waiting_at_best)}"


def _costs(register: Register, found: Judged) -> Costs:
    return costs(register, found.law)


def _notes(rules: LawInForce) -> Sequence[str]:
    """Where the shares of a law do not add up to its interest, so that they are only a proportion."""
    parts = [
        number_on(one, rules)
        for one in (law.INTEREST_TO_REVENUE, law.INTEREST_TO_BANK, law.INTEREST_TO_AGENCY)
    ]
    whole, told = number_on(law.YEARLY_INTEREST, rules), " : ".join(map(str, parts))
    if sum(parts) == whole:
        return ()
    return (
        f"Jasanya {whole} %, sedangkan bagian PAD, Bank Jatim, dan Dinas (VIII.4) berjumlah {sum(parts)} %: "
        f"dibagi menurut perbandingan {told}. Rancangan yang lengkap perlu menyebut pembagiannya juga.",
    )
