"""The steps of a file: from which stage to which, who takes them, and by which provision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from domain.dates import indonesian_date
from domain.programme import NotAllowed, may
from domain.regulation.interpretations import Interpretation
from domain.regulation.sources import Citation
from domain.roles import Permission, Person
from domain.sampang.instruments import at
from domain.sampang.origination.stages import CANDIDATES, COMMITTED, DECIDED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.readings import S53, S54
from domain.sampang.roles import SampangPermission


class Step(StrEnum):
    """Something that is done to a file and moves it on; the value is stable."""

    FILE = "file"
    CHECK_PAPERS = "check_papers"
    CLOSE_SURVEY = "close_survey"
    APPROVE = "approve"
    REFUSE = "refuse"
    POSTPONE = "postpone"
    TAKE_BACK = "take_back"
    SIGN_AGREEMENT = "sign_agreement"
    REQUEST_DISBURSEMENT = "request_disbursement"
    RETURN_REQUEST = "return_request"
    WITHDRAW_REQUEST = "withdraw_request"
    DISBURSE = "disburse"
    WITHDRAW = "withdraw"
    TAKE_OVER = "take_over"

    @property
    def label(self) -> str:
        """The Indonesian words for the step, as a timeline tells it."""
        return STEPS[self].title


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step: its name, the stages that it starts from, the stage that it leads to, who, and where.

    What is taken back leads to where the file stood before, which mostly is `leads_to`.
    """

    title: str
    starts: tuple[Stage, ...]
    leads_to: Stage
    permission: Permission
    places: tuple[Citation, ...]
    readings: tuple[Interpretation, ...] = ()


STEPS: Mapping[Step, StepRule] = MappingProxyType(
    {
        Step.FILE: StepRule(
            "Berkas diajukan",
            (Stage.DRAFT,),
            Stage.FILED,
            SampangPermission.ENTER_APPLICATIONS,
            (at("VI.1", "mengajukan permohonan proposal kepada Tim Pokjanis"),),
        ),
        Step.CHECK_PAPERS: StepRule(
            "Kelengkapan berkas diperiksa",
            (Stage.FILED,),
            Stage.CHECKED,
            SampangPermission.CHECK_PAPERS,
            (
                at("VIII.2.c", "meneliti kelengkapan dokumen administrasi"),
                at("IV.1.h", "Lulus seleksi administrasi"),
            ),
        ),
        Step.CLOSE_SURVEY: StepRule(
            "Hasil survei ditetapkan dalam berita acara",
            (Stage.CHECKED, Stage.SURVEYED, Stage.POSTPONED),
            Stage.SURVEYED,
            SampangPermission.CLOSE_SURVEYS,
            (at("VI.2.a"), at("VII.4", "melakukan survey terhadap Proposal")),
            (S53,),
        ),
        Step.APPROVE: StepRule(
            "Ditetapkan sebagai penerima",
            (Stage.SURVEYED, Stage.POSTPONED),
            Stage.APPROVED,
            SampangPermission.RECORD_DECISIONS,
            (at("VI.2.b", "ditetapkan setelah diadakan kesepakatan oleh Tim Pokjanis"),),
            (S53,),
        ),
        Step.REFUSE: StepRule(
            "Ditolak",
            CANDIDATES,
            Stage.REFUSED,
            SampangPermission.RECORD_DECISIONS,
            (at("VI.2.b", "yang tidak lolos akan diberitahu secara tertulis"),),
            (S53, S54),
        ),
        Step.POSTPONE: StepRule(
            "Ditunda ke rapat berikutnya",
            CANDIDATES,
            Stage.POSTPONED,
            SampangPermission.RECORD_DECISIONS,
            (at("VI.2.b"),),
            (S53,),
        ),
        Step.TAKE_BACK: StepRule(
            "Keputusan rapat ditarik untuk dibetulkan",
            DECIDED,
            Stage.SURVEYED,
            SampangPermission.RECORD_DECISIONS,
            (at("VI.2.b", "ditetapkan setelah diadakan kesepakatan oleh Tim Pokjanis"),),
            (S53,),
        ),
        Step.SIGN_AGREEMENT: StepRule(
            "Perjanjian ditandatangani",
            (Stage.APPROVED,),
            Stage.AGREED,
            SampangPermission.RECORD_AGREEMENTS,
            (at("VI.3", "menandatangani naskah Perjanjian dengan Ketua Harian"),),
        ),
        Step.REQUEST_DISBURSEMENT: StepRule(
            "Pencairan diminta (SPP-LS)",
            (Stage.AGREED,),
            Stage.REQUESTED,
            SampangPermission.REQUEST_DISBURSEMENTS,
            (at("VIII.2.c", "surat permintaan pembayaran langsung"),),
        ),
        Step.RETURN_REQUEST: StepRule(
            "Permintaan pencairan dikembalikan",
            (Stage.REQUESTED,),
            Stage.AGREED,
            SampangPermission.APPROVE_DISBURSEMENTS,
            (at("VII.3", "atas persetujuan Ketua Harian"),),
            (S53,),
        ),
        Step.WITHDRAW_REQUEST: StepRule(
            "Permintaan pencairan ditarik petugas",
            (Stage.REQUESTED,),
            Stage.AGREED,
            SampangPermission.REQUEST_DISBURSEMENTS,
            (at("VIII.2.c", "surat permintaan pembayaran langsung"),),
            (S53,),
        ),
        Step.DISBURSE: StepRule(
            "Dicairkan atas persetujuan Ketua Harian",
            (Stage.REQUESTED,),
            Stage.DISBURSED,
            SampangPermission.APPROVE_DISBURSEMENTS,
            (
                at("VII.3", "atas persetujuan Ketua Harian Tim Pokjanis"),
                at("III.5", "langsung ke Rekening Tabungan"),
            ),
            (S53,),
        ),
        Step.WITHDRAW: StepRule(
            "Ditarik oleh pemohon",
            (Stage.FILED, *CANDIDATES, *COMMITTED),
            Stage.WITHDRAWN,
            SampangPermission.ENTER_APPLICATIONS,
            (at("VI.1"),),
        ),
        # No file comes here by a step: a loan that ran before the product is there from the start (O-21).
        Step.TAKE_OVER: StepRule(
            "Diambil alih per tanggal saldo",
            (),
            Stage.DISBURSED,
            SampangPermission.APPROVE_TAKEOVER,
            (at("VIII.1.c", "dibukukan dalam bentuk hutang"),),
        ),
    }
)


def steps_from(stage: Stage) -> tuple[Step, ...]:
    """The steps that can start from a stage, in their order."""
    return tuple(step for step, rule in STEPS.items() if stage in rule.starts)


def day_refused(step: Step, on: date, last_on: date | None, today: date) -> str | None:
    """Why a step cannot carry this day: steps follow each other, and none lies in the future."""
    title = STEPS[step].title
    if on > today:
        return f"Tanggal “{title}” ({indonesian_date(on)}) masih di masa depan. Isi tanggal terjadinya."
    if last_on is not None and on < last_on:
        return (
            f"Tanggal “{title}” ({indonesian_date(on)}) mendahului langkah sebelumnya "
            f"({indonesian_date(last_on)}). Periksa tanggalnya."
        )
    return None


def refusal_of(step: Step, stage: Stage, person: Person) -> str | None:
    """Why a person cannot take a step from a stage; None when nothing is in the way.

    This is about stage and role alone; what the file itself still lacks is told by `hindrances_to`.
    """
    rule = STEPS[step]
    if not may(person, rule.permission, SAMPANG):
        return NotAllowed(rule.permission, SAMPANG, person).sentence
    if stage not in rule.starts:
        starts = " atau ".join(f"“{start.label}”" for start in rule.starts)
        only = f"hanya dari tahap {starts}" if starts else "bukan langkah sebuah berkas"
        return (
            f"Langkah “{rule.title}” {only}, sedangkan berkas ini kini pada tahap "
            f"“{stage.label}” ({rule.places[0].short}). Muat ulang layar untuk melihat keadaan terbaru."
        )
    return None
