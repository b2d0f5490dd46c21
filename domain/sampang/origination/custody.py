"""Where each pledged thing is: kept by the bank, bound, checked at BPN, lent or swapped (III.8-10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.labelled import Labelled
from domain.money import rupiah
from domain.sampang.application import Collateral
from domain.sampang.case_of import ruling_key
from domain.sampang.fund.repayment import Owed
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at
from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.stages import COMMITTED, Stage
from domain.typed import Day, Given, Line, OneOf, Prose

KEEPING = at("III.10", "Langsung disimpan di Bank Jatim")
LENDING = at("III.8", "ditukar jaminan dengan nilai yang sama")
LENDING_IMPAIRED = at("III.8", "harus melunasi terlebih dahulu besarnya hutang pokok")


class CustodyEvent(Labelled):
    """What happened to a pledged thing."""

    RECEIVED = "received", "Disimpan di Bank Jatim"
    DEED = "deed", "Diikat secara notariil"
    LAND_CHECK = "land_check", "Dicek ke BPN"
    LENT_OUT = "lent_out", "Dipinjam peminjam"
    GIVEN_BACK = "given_back", "Dikembalikan peminjam ke bank"
    SWAPPED = "swapped", "Ditukar dengan agunan lain"
    RELEASED = "released", "Diserahkan kembali kepada pemilik"


class Standing(Labelled):
    """The borrower's standing as a person judges it (III.8, S-31)."""

    GOOD = "good", "Baik/tidak cacat"
    IMPAIRED = "impaired", "Cacat"


_ENDS = (CustodyEvent.SWAPPED, CustodyEvent.RELEASED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """One line of the register: what happened to which thing, when, by which paper and with whom.

    `thing` is the key of the pledged thing (`thing_key`); `replacement` is the thing that came instead.
    """

    thing: Annotated[str, Given()]
    event: Annotated[CustodyEvent, OneOf("Kejadian")]
    on: Annotated[date, Day("Tanggal")]
    number: Annotated[str, Line("Nomor tanda terima, akta, atau surat")]
    with_whom: Annotated[str, Line("Dengan siapa")]
    note: Annotated[str, Prose("Catatan")] = ""
    replacement: Collateral | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowerStanding:
    """The borrower's standing as a person judges it, with the reason (III.8, S-31); blank is not judged."""

    judged: Annotated[Standing | None, OneOf("Peminjam dinilai")] = None
    reason: Annotated[str, Prose("Alasan penilaian")] = ""

    @property
    def is_good(self) -> bool | None:
        """Whether it is good; None while nobody judged it with a reason."""
        is_judged = self.judged is not None and self.reason.strip()
        return self.judged is Standing.GOOD if is_judged else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is offered in the place of a pledged thing, whose key is `thing` (III.8)."""

    thing: Annotated[str, Given()]
    replacement: Collateral


NOT_JUDGED = BorrowerStanding()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyLine:
    """One line as it is written down: what happened, and the borrower's standing where III.8 asks for it."""

    entry: CustodyEntry
    standing: BorrowerStanding = NOT_JUDGED


@dataclass(frozen=True, slots=True)
class Custody:
    """The state of one pledged thing, as its lines tell it.

    `came_on` is the day of the swap that brought it; None for what was pledged from the start.
    """

    thing: Collateral
    entries: tuple[CustodyEntry, ...]
    came_on: date | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the bank has the original now."""
        return bool(kept_things(self.entries))

    @property
    def is_lent_out(self) -> bool:
        """Whether the borrower has it for a while."""
        moves = (CustodyEvent.RECEIVED, CustodyEvent.LENT_OUT, CustodyEvent.GIVEN_BACK)
        moved = [entry.event for entry in self.entries if entry.event in moves]
        return bool(moved) and moved[-1] is CustodyEvent.LENT_OUT

    @property
    def is_bound(self) -> bool:
        """Whether a notary's deed binds it."""
        return any(entry.event is CustodyEvent.DEED for entry in self.entries)

    @property
    def is_checked(self) -> bool:
        """Whether it was checked at the land office."""
        return any(entry.event is CustodyEvent.LAND_CHECK for entry in self.entries)

    @property
    def is_gone(self) -> bool:
        """Whether it was swapped or given back for good."""
        return any(entry.event in _ENDS for entry in self.entries)

    @property
    def waits_to_go_back(self) -> bool:
        """Whether it is to go back to its owner once nothing is owed: the bank still has it (III.10)."""
        return self.is_kept and not self.is_gone

    @property
    def is_swapped(self) -> bool:
        """Whether another thing took its place."""
        return any(entry.event is CustodyEvent.SWAPPED for entry in self.entries)


def kept_things(entries: Iterable[CustodyEntry]) -> frozenset[str]:
    """The keys of the things whose originals the bank has, by the lines about them in their order."""
    kept: dict[str, bool] = {}
    for entry in entries:
        if entry.event in (CustodyEvent.RECEIVED, CustodyEvent.GIVEN_BACK):
            kept[entry.thing] = True
        elif entry.event in (CustodyEvent.LENT_OUT, *_ENDS):
            kept[entry.thing] = False
    return frozenset(thing for thing, is_kept in kept.items() if is_kept)


def thing_key(thing: Collateral) -> str:
    """The key of a pledged thing, made of its own data."""
    return ruling_key(thing).removeprefix("ruling_")


def register_of(pledged: Iterable[Collateral], entries: Iterable[CustodyEntry]) -> tuple[Custody, ...]:
    """The state of every thing that is or was pledged; what came in a swap follows what it replaced."""
    lines = tuple(entries)
    arrived: list[tuple[Collateral, int, date | None]] = [(thing, 0, None) for thing in pledged]
    for place, entry in enumerate(lines, 1):
        if entry.event is CustodyEvent.SWAPPED and entry.replacement is not None:
            arrived.append((entry.replacement, place, entry.on))
    return tuple(Custody(thing, _lines_about(thing, lines[since:]), on) for thing, since, on in arrived)


def _lines_about(thing: Collateral, lines: Iterable[CustodyEntry]) -> tuple[CustodyEntry, ...]:
    # Up to the line with which it goes: the same thing may come back in a later swap, and starts anew.
    key, found = thing_key(thing), []
    for entry in lines:
        if entry.thing == key:
            found.append(entry)
            if entry.event in _ENDS:
                break
    return tuple(found)


def custody_missing(register: Iterable[Custody]) -> tuple[Hindrance, ...]:
    """What is still missing before money may go out: custody and deed, and for land the check (S-14).

    Goods cannot be kept by a bank: for them the statement of III.9 is what the file holds.
    """
    found = []
    for place, one in enumerate(register, 1):
        if one.is_swapped or one.thing.kind is CollateralKind.GOODS:
            continue
        label = one.thing.kind.label
        name = f"Agunan {place}, {label[0].lower()}{label[1:]}"
        if not one.is_kept:
            found.append(Hindrance(f"{name}: aslinya belum tercatat disimpan di Bank Jatim.", KEEPING))
        if not one.is_bound:
            found.append(Hindrance(f"{name}: belum tercatat diikat secara notariil.", KEEPING))
        if one.thing.kind is CollateralKind.LAND and not one.is_checked:
            found.append(Hindrance(f"{name}: belum tercatat dicek ke BPN.", KEEPING))
    return tuple(found)


def hindrances_to_stage(stage: Stage) -> tuple[Hindrance, ...]:
    """Why nothing can be written about the things of a file at its stage (III.10)."""
    if stage in (*COMMITTED, Stage.DISBURSED):
        return ()
    told = f"Agunan dicatat sesudah pinjaman ditetapkan; berkas ini pada tahap “{stage.label}”."
    return (Hindrance(told, at("III.10")),)


def hindrances_to_entry(
    entry: CustodyEntry,
    custody: Custody,
    *,
    good_standing: bool | None,
    owed: Owed,
    of_swap: tuple[Hindrance, ...] = (),
) -> tuple[Hindrance, ...]:
    """Why a line cannot be written about a thing now; empty when nothing is in the way.

    `of_swap` is what the examination of the thing that comes instead has found.
    """
    if custody.is_gone:
        return (Hindrance("Agunan ini sudah ditukar atau diserahkan kembali menurut catatan.", KEEPING),)
    if entry.event is CustodyEvent.RECEIVED and custody.is_kept:
        return (Hindrance("Agunan ini sudah tercatat disimpan di Bank Jatim.", KEEPING),)
    if entry.event is CustodyEvent.GIVEN_BACK and not custody.is_lent_out:
        return (Hindrance("Agunan ini tidak tercatat sedang dipinjam.", LENDING),)
    if entry.event is CustodyEvent.LENT_OUT:
        return hindrances_to_lending(custody, good_standing=good_standing, owed=owed)
    if entry.event is CustodyEvent.SWAPPED:
        if entry.replacement is None:
            return (Hindrance("Isi agunan pengganti beserta nilainya.", LENDING),)
        return hindrances_to_lending(custody, good_standing=good_standing, owed=owed) + of_swap
    if entry.event is CustodyEvent.RELEASED:
        return hindrances_to_release(custody, owed)
    return ()


def hindrances_to_lending(
    custody: Custody, *, good_standing: bool | None, owed: Owed
) -> tuple[Hindrance, ...]:
    """Why a thing cannot leave the bank now, for its borrower or in a swap (III.8)."""
    return _not_kept(custody) + _standing(good_standing, owed)


def hindrances_to_release(custody: Custody, owed: Owed) -> tuple[Hindrance, ...]:
    """Why a thing cannot go back to its owner for good: something is still owed."""
    if owed.total == 0:
        return _not_kept(custody)
    told = f"Pinjaman belum lunas: masih {rupiah(owed.total)} (pokok {rupiah(owed.principal)})."
    return (*_not_kept(custody), Hindrance(told, KEEPING))


def _not_kept(custody: Custody) -> tuple[Hindrance, ...]:
    if custody.is_kept:
        return ()
    return (Hindrance("Agunan ini sedang tidak tersimpan di Bank Jatim menurut catatan.", KEEPING),)


def _standing(good_standing: bool | None, owed: Owed) -> tuple[Hindrance, ...]:
    if good_standing is None:
        told = "Kualifikasi peminjam (baik/tidak cacat, atau cacat) belum dinilai; catat dahulu penilaiannya."
        return (Hindrance(told, LENDING),)
    if good_standing or owed.total == 0:
        return ()
    told = (
        f"Peminjam yang cacat melunasi dahulu {rupiah(owed.total)}: pokok {rupiah(owed.principal)}, "
        f"jasa yang sudah jatuh tempo {rupiah(owed.interest_due)}, dan jasa bulan berjalan "
        f"{rupiah(owed.running)}."
    )
    return (Hindrance(told, LENDING_IMPAIRED),)
