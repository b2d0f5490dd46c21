"""What a claim needs before it goes to Kejaksaan or KPKNL, and what of it is there (IX.2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from domain.dates import indonesian_date
from domain.regulation.sources import Citation
from domain.sampang.instruments import at
from domain.sampang.kinds import MaritalStatus
from domain.sampang.origination.custody import Custody
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.papers import PAPERS
from domain.sampang.servicing.collecting import (
    DEFAULT_KINDS,
    DEFAULTED,
    TOGETHER,
    WARNING_KINDS,
    WARNINGS,
    Collected,
    Letter,
)

_AGREED: Final[Citation] = at("VI.3", "menandatangani naskah Perjanjian")
_KEPT: Final[Citation] = at("VII.9", "Dokumen asli pengakuan hutang, jaminan disimpan")
_IDENTITY: Final[Citation] = at("VIII.2.b.3", "Foto Copy identitas")
_OF_SPOUSE: Final = "spouse_identity"


@dataclass(frozen=True, slots=True)
class FileItem:
    """One paper or fact of the claim's file: whether it is there, None where nobody has recorded it."""

    label: str
    there: bool | None
    told: str
    place: Citation

    @property
    def sign(self) -> str:
        """Whether it is there, in a word."""
        return {True: "ada", False: "belum ada", None: "belum tercatat"}[self.there]


def has_value(custody: Iterable[Custody]) -> bool | None:
    """Whether any thing that is still pledged is worth something; None while a value is not recorded.

    A loan of which nothing is pledged any more has no collateral of value.
    """
    values = [one.thing.value for one in custody if not one.is_gone]
    if any(values):
        return True
    return None if None in values else False


def claim_file(file: LoanFile, done: Collected) -> tuple[FileItem, ...]:
    """The checklist of a claim's file, in the order in which its papers came about."""
    return tuple(_items(file, done))


def missing(items: Iterable[FileItem]) -> tuple[FileItem, ...]:
    """What is not there, or of which nobody has recorded it."""
    return tuple(one for one in items if one.there is not True)


def _items(file: LoanFile, done: Collected) -> Iterator[FileItem]:
    told = file.agreement_told
    yield FileItem("Surat perjanjian", True if told else None, told, _AGREED)
    yield from _identity(file)
    address = file.application.applicant.address
    yield FileItem("Alamat peminjam", True if address.strip() else None, address, _IDENTITY)
    for kind in WARNING_KINDS:
        yield _letter(kind.label, [one for one in done.letters if one.kind is kind], WARNINGS)
    yield _letter(
        "Berita acara/surat pernyataan macet",
        [one for one in done.letters if one.kind in DEFAULT_KINDS],
        DEFAULTED,
    )
    visited = f"terakhir {indonesian_date(max(done.visits))}" if done.visits else ""
    yield FileItem("Hasil penagihan bersama", True if done.visits else None, visited, TOGETHER)
    yield from _pledged(file.custody)


def _letter(label: str, sent: list[Letter], place: Citation) -> FileItem:
    told = f"nomor {sent[-1].number}, {indonesian_date(sent[-1].on)}" if sent else ""
    return FileItem(label, True if sent else None, told, place)


def _identity(file: LoanFile) -> Iterator[FileItem]:
    who = file.application.applicant
    for paper in PAPERS:
        of_spouse = paper.code == _OF_SPOUSE and who.marital_status is not MaritalStatus.MARRIED
        if paper.citation.short == _IDENTITY.short and who.kind in paper.kinds and not of_spouse:
            yield FileItem(paper.title, file.application.papers.get(paper.code), "", _IDENTITY)


def _pledged(custody: Iterable[Custody]) -> Iterator[FileItem]:
    things = [one for one in custody if not one.is_gone]
    if not things:
        yield FileItem("Dokumen asli agunan di Bank Jatim", None, "tidak ada agunan yang tercatat", _KEPT)
    for one in things:
        name = one.thing.named or one.thing.kind.label
        kept = True if one.is_kept else False if one.is_lent_out else None
        yield FileItem(f"Asli agunan di Bank Jatim: {name}", kept, "", _KEPT)
        value = True if one.thing.value else None
        yield FileItem(f"Nilai agunan: {name}", value, one.thing.assessed_by, _KEPT)
