"""What the trail of Blitar is told by: its fields, its choices, and where each thing is seen."""

from typing import Final

from db.blitar.staffing.staff import NewStaff
from db.blitar.trail import BlitarSubject as Kind
from domain.blitar import candidate_facts, kinds, parameters
from domain.blitar.candidate import Candidate
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.caseload.upgrade import UpgradeOutcome
from domain.blitar.client import Client
from domain.blitar.ending import Ending
from domain.blitar.goals_and_tasks import EndingGround, FacilitatorTask, Goal, MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.judgement import Judgement
from domain.blitar.reporting.facilitator_review import FacilitatorReview, TaskResult
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.reporting.report import Narrative
from domain.blitar.roles import BlitarRole
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestKind, TestResult
from domain.blitar.selecting.rounds import Round
from domain.blitar.staffing.assignments import Assignment
from domain.blitar.staffing.work_week import WeekPlan
from domain.blitar.training import Trainer, Training
from domain.blitar.visiting.visit import DayPart, FollowUpState, Visit, VisitPlace, VisitState
from domain.roles import OfficeRole
from pages.blitar.screens import CLIENTS, MENTORS, SELECTION, VISITS
from pages.parts.told_in_words import TrailWords, keys_called

_WORDS: Final = {
    "about": "tentang", "agency": "Perangkat Daerah", "agreed": "kesepakatan", "answer": "jawaban",
    "answered_on": "dijawab", "baseline": "data awal", "businesses": "usaha mikro",
    "candidate_id": "calon nomor", "client_id": "binaan nomor", "clients": "binaan",
    "conclusion": "kesimpulan", "contract_until": "kontrak sampai", "cooperatives": "koperasi",
    "day": "hari", "day_part": "waktu", "district_code": "kecamatan", "districts": "kecamatan",
    "doer": "siapa", "done": "selesai", "due_on": "sebelum", "education": "pendidikan",
    "examiners": "penguji", "field_visits": "kunjungan lapangan", "files": "banyaknya berkas",
    "follow_ups": "kesepakatan", "form": "bentuk usaha", "from": "dari Pendamping nomor",
    "goal": "sasaran", "ground": "dasar", "home_code": "tinggal di", "indicator": "indikator",
    "issuer": "penerbit surat sehat", "joins_every_stage": "mengikuti semua tahap",
    "judgement": "penilaian", "last_day": "hari terakhir",
    "letter_open_ended": "surat tanpa batas waktu", "mentor_id": "Pendamping nomor",
    "minutes_number": "nomor berita acara", "nik": "NIK",
    "no_demand_for_civil_service": "tidak menuntut menjadi ASN", "office_visits": "kunjungan kantor",
    "operation": "keadaan usaha", "outcome": "putusan", "overdue": "lewat waktu", "papers": "berkas",
    "parts": "bagian", "party_tie": "terkait partai", "passed": "lulus", "person_id": "akun nomor",
    "place": "tempat", "proof": "bukti domisili", "proposed_on": "diusulkan", "question": "pertanyaan",
    "reading_reason": "alasan tafsir", "recommendations": "rekomendasi",
    "replaces_id": "menggantikan nomor", "result": "hasil", "scale": "tingkat", "sector": "sektor",
    "serves_weekly": "bersedia melayani tiap minggu", "source": "sumber", "staff_id": "Pendamping nomor",
    "tasks": "tugas", "texts": "uraian", "trainer": "pengajar", "village_code": "desa",
    "visited_clients": "binaan yang dikunjungi", "visits": "kunjungan", "where": "di mana",
    "work_tie": "ikatan kerja", "written": "tertulis",
}  # fmt: skip
WORDS: Final = TrailWords(
    declared={
        Kind.CLIENT: (Client, Leaving, Judgement),
        Kind.CANDIDATE: (Candidate, Judgement, TestResult, SelectionOutcome),
        Kind.SELECTION_ROUND: (Round,),
        Kind.STAFF: (NewStaff, Ending, Training, WeekPlan, FacilitatorReview),
        Kind.ASSIGNMENT: (Assignment,),
        Kind.VISIT: (Visit,),
        Kind.MONTHLY_REPORT: (Narrative,),
    },
    words=_WORDS,
    choices=(
        BlitarRole,
        OfficeRole,
        Indicator,
        Goal,
        MentorTask,
        ReportPart,
        FacilitatorTask,
        VisitState,
        BundleState,
        FollowUpState,
        OutcomeKind,
        TestKind,
        UpgradeOutcome,
        LeavingGround,
        EndingGround,
        TaskResult,
        Trainer,
        VisitPlace,
        DayPart,
        kinds.SubjectKind,
        kinds.Operation,
        kinds.Sector,
        kinds.Statement,
        kinds.Education,
        kinds.WorkTie,
    ),
    called=keys_called(candidate_facts, parameters),
    places={
        Kind.CLIENT: (CLIENTS, lambda number: {"binaan": str(number)}),
        Kind.STAFF: (MENTORS, lambda number: {"orang": str(number)}),
        Kind.VISIT: (VISITS, lambda number: {"kunjungan": str(number)}),
        Kind.SELECTION_ROUND: (SELECTION, lambda number: {"seleksi": str(number)}),
    },
)
