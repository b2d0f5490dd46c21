"""What people write down at a step of a file that has no record of its own."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.typed import Day, Line, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersChecked:
    """That every paper was looked for (IV.1.h, VIII.2.c)."""

    on: Annotated[date, Day("Tanggal pemeriksaan")]
    note: Annotated[str, Prose("Catatan")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That the applicant takes the application back, and why."""

    on: Annotated[date, Day("Tanggal penarikan")]
    reason: Annotated[str, Prose("Alasan pemohon")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReturned:
    """That a request for payment goes back to the officer, and what is to be mended."""

    on: Annotated[date, Day("Tanggal pengembalian")]
    reason: Annotated[str, Prose("Apa yang perlu dibetulkan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """That the money may go out (VII.3)."""

    on: Annotated[date, Day("Tanggal pencairan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNumber:
    """The number that the office gives a paper, and its day."""

    number: Annotated[str, Line("Nomor surat dari kantor")]
    on: Annotated[date, Day("Tanggal surat")]
