"""The four figures of the fund, each with its provision and the small sum that it is made of."""

from dataclasses import dataclass

from domain.regulation.sources import Citation
from domain.sampang.fund.position import REVOLVES, Position
from domain.sampang.instruments import at


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a sum: rupiah under their name, which are added or taken off."""

    label: str
    amount: int
    is_taken_off: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in rupiah with its name, what it means, where it rests, and the lines that add up to it."""

    title: str
    amount: int
    meaning: str
    place: Citation
    parts: tuple[Part, ...]


def figures_of(position: Position) -> tuple[Figure, ...]:
    """What is free, spoken for, lent, and returned; where there are parts, they add up to the amount."""
    return (
        Figure(
            "Bebas",
            position.free,
            "Masih dapat ditetapkan untuk pinjaman baru.",
            REVOLVES,
            (Part("Kas", position.cash), Part("terikat", position.committed, is_taken_off=True)),
        ),
        Figure(
            "Terikat",
            position.committed,
            "Sudah ditetapkan Pokjanis, belum cair.",
            at("VI.2.b", "ditetapkan setelah diadakan kesepakatan oleh Tim Pokjanis"),
            (),
        ),
        Figure(
            "Beredar",
            position.lent,
            "Pokok pinjaman yang masih di peminjam.",
            at("VIII.1.c", "dibukukan dalam bentuk hutang"),
            (
                Part("Dicairkan", position.paid_out),
                *_taken_over(position, is_taken_off=False),
                Part("kembali", position.returned, is_taken_off=True),
                *_written_off(position, is_taken_off=True),
            ),
        ),
        Figure(
            "Sudah kembali",
            position.returned,
            "Pokok dari angsuran; dapat dipinjamkan lagi.",
            at("VIII.5.a", "Pengembalian pinjaman ditampung ke rekening Tim Pokjanis"),
            (),
        ),
    )


def cash_of(position: Position) -> Figure:
    """What lies in the account of the Pokjanis, and how it came about."""
    return Figure(
        "Kas",
        position.cash,
        "Di rekening Tim Pokjanis.",
        at("VIII.5.a", "ditampung ke rekening Tim Pokjanis"),
        (
            Part("Modal", position.capital),
            *_taken_over(position, is_taken_off=True),
            Part("dicairkan", position.paid_out, is_taken_off=True),
            Part("kembali", position.returned),
            *_written_off(position, is_taken_off=False),
        ),
    )


def capital_of(position: Position) -> Figure:
    """The capital of the fund, and how it came about since the opening balance."""
    changed, recovered = position.changed_by_decree, position.recovered
    word = "ditambah" if changed > 0 else "ditarik"
    return Figure(
        "Modal",
        position.capital,
        "Penyertaan modal yang bergulir.",
        at("VIII.1.a"),
        (
            Part("Saldo awal", position.opened_with),
            *_taken_over(position, is_taken_off=False),
            *([Part(f"{word} menurut keputusan", abs(changed), is_taken_off=changed < 0)] if changed else ()),
            *_written_off(position, is_taken_off=True),
            *([Part("masuk atas tagihan hapus buku", recovered)] if recovered else ()),
        ),
    )


def _taken_over(position: Position, *, is_taken_off: bool) -> tuple[Part, ...]:
    """Loans that were taken over count as capital and as lent, and never lay in the account."""
    if not position.taken_over:
        return ()
    return (Part("diambil alih", position.taken_over, is_taken_off=is_taken_off),)


def _written_off(position: Position, *, is_taken_off: bool) -> tuple[Part, ...]:
    """What left the books by decree, where anything did: off the loans, and off the capital but no cash."""
    if not position.written_off:
        return ()
    return (Part("dihapusbukukan", position.written_off, is_taken_off=is_taken_off),)
