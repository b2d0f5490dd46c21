"""The appointment of a mentor or a facilitator, with what must hold of the person on that day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from domain.blitar.judgement import Judgement
from domain.blitar.kinds import SubjectKind, WorkTie
from domain.typed import Day, Line, OneOf, YesNo

STAFF_KINDS = (SubjectKind.MENTOR, SubjectKind.FACILITATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One person's appointment; `other_work_tie` leaves the contract as mentor itself out.

    `other_contract_ends_on` is the last day of a contract with somebody else. The decree is the Kepala
    Dinas's; its number is typed by the office and never made up.
    """

    kind: SubjectKind
    name: Annotated[str, Line("Nama menurut KTP")] = ""
    civil_servant: Annotated[bool | None, YesNo("Berstatus ASN (PNS atau PPPK)?")] = None
    other_work_tie: Annotated[WorkTie | None, OneOf("Ikatan kerja dengan pihak lain")] = None
    other_contract_ends_on: Annotated[date | None, Day("Kontrak dengan pihak lain berakhir")] = None
    party_tie: Annotated[bool | None, YesNo("Anggota atau pengurus partai politik?")] = None
    academic: Annotated[bool | None, YesNo("Berlatar belakang akademisi?")] = None
    professional: Annotated[bool | None, YesNo("Profesional di bidang koperasi dan usaha mikro?")] = None
    appointed_on: Annotated[date | None, Day("Tanggal penetapan")] = None
    decree: Annotated[str, Line("Nomor Keputusan Kepala Dinas")] = ""
    judgements: Mapping[str, Judgement] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in STAFF_KINDS:
            raise ValueError(f"{self.kind} is not appointed")
