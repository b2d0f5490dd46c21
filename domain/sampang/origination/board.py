"""The officers of a koperasi who are jointly liable, as agreements name them (IV.1.f)."""

from dataclasses import dataclass
from typing import Annotated, Final

from domain.sampang.application import MOST_BOARD
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.loan_file import LoanFile
from domain.typed import Line

UNKNOWN: Final = "belum diketahui"


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """One officer: name, office in the koperasi, and NIK; blank where it is not known yet."""

    name: Annotated[str, Line("Nama pengurus")]
    position: Annotated[str, Line("Jabatan pengurus")] = ""
    nik: Annotated[str, Line("NIK pengurus")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All officers that are known of one koperasi, in the order in which they were written down."""

    officers: tuple[Officer, ...]


NOBODY: Final = Board(officers=())


def still_unknown(file: LoanFile, board: Board) -> int:
    """How many officers a koperasi has beside those who are known; one where nothing is known at all."""
    if file.application.applicant.kind is not ApplicantKind.COOPERATIVE:
        return 0
    size = file.application.cooperative.board_size
    if size is None:
        return 0 if board.officers else 1
    return max(0, min(size, MOST_BOARD) - len(board.officers))


def known_and_missing(file: LoanFile, board: Board) -> str:
    """Who of the officers is known by name, and how many are not."""
    missing = still_unknown(file, board)
    size = file.application.cooperative.board_size
    told = f"{missing} dari {len(board.officers) + missing} pengurus" if size else "pengurusnya"
    known = ", ".join(one.name for one in board.officers)
    return f"belum diketahui {told}{f' (sudah: {known})' if known else ''}"


def unnamed_officers(file: LoanFile, board: Board) -> tuple[Hindrance, ...]:
    """What stands in the way of an agreement for signing while a jointly liable officer is not known."""
    if not still_unknown(file, board):
        return ()
    told = (
        f"Semua pengurus yang bertanggung renteng menandatangani, tetapi {known_and_missing(file, board)}. "
        "Isi nama mereka dahulu; sampai saat itu hanya konsep yang dapat dicetak."
    )
    return (Hindrance(told, at("IV.1.f")),)
