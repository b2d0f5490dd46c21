"""What the trail of Sampang is told by: its fields, its choices, and where each thing is seen."""

from typing import Final

from db.sampang.origination.issued_papers import PaperKind
from db.sampang.trail import SampangSubject as Kind
from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome
from domain.roles import OfficeRole
from domain.sampang import facts, kinds, parameters
from domain.sampang.application import LoanApplication
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.money_out import CapitalMove, Cost
from domain.sampang.origination.custody import CustodyEvent
from domain.sampang.origination.records import (
    Agreement,
    Aspect,
    Decision,
    DecisionKind,
    Element,
    Meeting,
    Vote,
)
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.origination.team_register import TeamMember
from domain.sampang.papers import PAPERS
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.collecting import LetterKind
from pages.parts.told_in_words import TrailWords, keys_called
from pages.sampang.screens import ELIGIBILITY, LOANS, MEETINGS

_WORDS: Final = {
    "about": "dasar penilaian", "answer": "jawaban", "bank": "bank", "called_off": "alasan dibatalkan",
    "character_good": "watak baik", "collateral": "agunan", "conditions": "keadaan", "cost": "biaya",
    "credit_history": "riwayat kredit", "cut_off": "per tanggal", "decreed_on": "tanggal keputusan",
    "document": "surat", "duplicate": "baris yang sama", "element": "unsur", "event": "peristiwa",
    "filed_on": "diajukan", "held_on": "tanggal rapat", "insurance_policy": "polis asuransi",
    "interest_due": "jasa yang harus dibayar", "interest_left": "jasa yang belum jatuh tempo",
    "loans": "banyaknya pinjaman", "marital_status": "status perkawinan", "matched": "baris yang cocok",
    "most": "paling banyak", "move": "gerak modal", "nik": "NIK", "npwp": "NPWP",
    "photos": "banyaknya foto", "plan": "rencana penggunaan", "premises": "tempat usaha",
    "price_letter": "surat harga", "provisions": "ketentuan", "purpose": "penggunaan",
    "question": "pertanyaan", "region_supports": "wilayah mendukung", "requested_by": "diminta oleh",
    "ruling": "putusan", "share": "bagian", "situation": "keadaan agunan", "source": "sumber",
    "spouse_nik": "NIK pasangan", "surveyor": "pensurvei", "taken_over": "diambil alih per",
    "tallies": "jumlah baris", "total": "jumlah", "waiting duplicate": "menunggu: baris yang sama",
    "waiting matched": "menunggu: cocok", "wins": "dimenangkan", "with_whom": "diserahkan kepada",
}  # fmt: skip
WORDS: Final = TrailWords(
    declared={
        Kind.APPLICATION: (LoanApplication, Decision, Agreement),
        Kind.MEETING: (Meeting,),
        Kind.TEAM_MEMBER: (TeamMember,),
    },
    words=_WORDS,
    choices=(
        SampangRole,
        OfficeRole,
        Step,
        Verdict,
        Stage,
        Aspect,
        DecisionKind,
        Vote,
        Element,
        Outcome,
        CustodyEvent,
        LetterKind,
        PaperKind,
        CapitalMove,
        Cost,
        Share,
        RowKind,
        RowState,
        kinds.ApplicantKind,
        kinds.Source,
        kinds.CollateralKind,
        kinds.Purpose,
        kinds.CreditHistory,
    ),
    called=keys_called(facts, parameters) | {one.code: one.title for one in PAPERS},
    places={
        Kind.APPLICATION: (ELIGIBILITY, lambda number: {"no": str(number)}),
        Kind.APPLICATION_PAPER: (LOANS, lambda number: {"no": str(number)}),
        Kind.SURVEY: (LOANS, lambda number: {"no": str(number)}),
        Kind.MEETING: (MEETINGS, lambda number: {"rapat": str(number)}),
    },
)
