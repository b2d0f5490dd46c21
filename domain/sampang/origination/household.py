"""Other loans of the same person, spouse or business: shown, summed, and held against the answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.labelled import Labelled
from domain.money import rupiah
from domain.sampang.application import Applicant, LoanApplication
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at
from domain.sampang.kinds import MaritalStatus
from domain.sampang.origination.stages import Stage

_REPEAT = at("III.7", "dapat melunasi angsuran pinjaman tepat waktu")


class Relation(Labelled):
    """In what way another file belongs to the same people."""

    SAME_PERSON = "same_person", "orang yang sama (NIK)"
    SPOUSE = "spouse", "suami/istri"
    SAME_BUSINESS = "same_business", "usaha yang sama (NPWP)"
    SAME_NAME = "same_name", "nama dan kecamatan sama"

    @property
    def is_certain(self) -> bool:
        """Whether an identity number says so; a like name is only a hint."""
        return self is not Relation.SAME_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """Another file of the same people: its stage, what it was for, what is still owed, in rupiah.

    `amount` is the approved or asked amount; `owed` the principal left of a paid-out loan, None before;
    `claim_told` that it was handed over or written off, blank where neither. What was written off is owed
    all the same, outside the books.
    """

    application_id: int
    number: str
    name: str
    relation: Relation
    stage: Stage
    amount: int | None
    disbursed_on: date | None = None
    owed: int | None = None
    settled_on: date | None = None
    claim_told: str = ""
    is_written_off: bool = False
    filed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """What a household owes, has been promised and asks for, in rupiah; look-alikes by name stay out."""

    owed: int
    promised: int
    asked: int

    @property
    def total(self) -> int:
        """Everything together, should all of it be lent."""
        return self.owed + self.promised + self.asked


def exposure_of(asked: int, kinship: Iterable[Kinship]) -> Exposure:
    """The household's exposure; the text sets no limit on it, so a person judges (no provision)."""
    sure = [one for one in kinship if one.relation.is_certain]
    promised = (Stage.APPROVED, Stage.AGREED, Stage.REQUESTED)
    return Exposure(
        owed=sum(one.owed or 0 for one in sure),
        promised=sum(one.amount or 0 for one in sure if one.stage in promised),
        asked=asked,
    )


def hindrances_from_books(
    application: LoanApplication, kinship: Iterable[Kinship], *, decided: bool = False
) -> tuple[Hindrance, ...]:
    """Where the answers about earlier loans contradict the books; correct the answers, then decide.

    A loan of the spouse is shown and never asked about here: III.7 speaks of the borrower. The answers of
    a `decided` file stand, so that one can only be taken back and filed again.
    """
    mend = "Berkas ini sudah diputus: tarik, lalu ajukan lagi." if decided else "Ubah isian."
    found = []
    own = (Relation.SAME_PERSON, Relation.SAME_BUSINESS)
    for one in kinship:
        if one.relation not in own or one.stage is not Stage.DISBURSED:
            continue
        if application.earlier.borrowed_before is not True:
            told = f"Menurut buku pernah meminjam ({one.number}), tetapi isian tidak menyebutnya. {mend}"
            found.append(Hindrance(told, _REPEAT))
        elif one.owed and application.earlier.settled_on is not None:
            told = f"Isian menyebut lunas, tetapi {one.number} masih bersisa pokok {rupiah(one.owed)}. {mend}"
            found.append(Hindrance(told, _REPEAT))
    return tuple(found)


def not_known(applicant: Applicant) -> tuple[str, ...]:
    """What the file of a household cannot know, and why."""
    told = []
    if not applicant.nik:
        told.append("NIK tidak diisi: berkas lain orang yang sama tidak dapat dicari menurut NIK.")
    if not applicant.spouse_nik and applicant.marital_status is not MaritalStatus.UNMARRIED:
        told.append(
            "NIK suami/istri tidak diisi: pinjaman suami/istri hanya tampak bila ia menyebut NIK ini."
        )
    if not applicant.npwp:
        told.append("NPWP tidak diisi: berkas lain usaha yang sama tidak dapat dicari menurut NPWP.")
    told.append("Pinjaman di bank atau lembaga lain, dan yang belum diambil alih, tidak tercatat di sini.")
    return tuple(told)
