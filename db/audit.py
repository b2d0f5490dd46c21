"""The trail of changes: who, when, what, before and after, in the same transaction as the change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.engine import require_write
from db.plain import Plain
from db.tables import AuditRow
from domain.identity import mask_number
from domain.roles import Permission, Person

_IDENTITY_NUMBERS: Final = frozenset({"nik", "npwp", "spouse_nik"})
_MOST_ENTRIES: Final = 500


class Action(StrEnum):
    """What was done; the value is stable, the label is for people."""

    SAVE_APPLICATION = "save_application"
    FILE_APPLICATION = "file_application"
    REVEAL_IDENTITY = "reveal_identity"
    RECORD_RECEIPT = "record_receipt"
    RECORD_JUDGEMENT = "record_judgement"
    PROPOSE_SETTING = "propose_setting"
    APPROVE_SETTING = "approve_setting"
    PROPOSE_READING = "propose_reading"
    APPROVE_READING = "approve_reading"
    ADD_PERSON = "add_person"
    ADVANCE_FILE = "advance_file"
    RECORD_SURVEY = "record_survey"
    SAVE_MEETING = "save_meeting"
    CLOSE_MEETING = "close_meeting"
    RECORD_CUSTODY = "record_custody"
    ISSUE_PAPER = "issue_paper"
    OPEN_FUND = "open_fund"
    RECORD_PAYMENT = "record_payment"
    PROPOSE_REVERSAL = "propose_reversal"
    APPROVE_REVERSAL = "approve_reversal"
    SAVE_ROUND = "save_round"
    DECIDE_ROUND = "decide_round"
    SAVE_CANDIDATE = "save_candidate"
    RECORD_ON_CANDIDATE = "record_on_candidate"
    APPOINT_STAFF = "appoint_staff"
    END_SERVICE = "end_service"
    RECORD_ON_STAFF = "record_on_staff"
    ASSIGN_DISTRICT = "assign_district"
    END_ASSIGNMENT = "end_assignment"
    SAVE_WEEK_PLAN = "save_week_plan"
    SAVE_CLIENT = "save_client"
    HAND_OVER = "hand_over"
    GIVE_CLIENT = "give_client"
    RECORD_BASELINE = "record_baseline"
    END_CLIENT = "end_client"
    RULE_ON_CLIENT = "rule_on_client"
    SAVE_VISIT = "save_visit"
    SEND_VISIT = "send_visit"
    VERIFY_VISITS = "verify_visits"
    RETURN_VISIT = "return_visit"
    IMPORT_VISITS = "import_visits"
    CLOSE_FOLLOW_UP = "close_follow_up"
    PROPOSE_UPGRADE = "propose_upgrade"
    DECIDE_UPGRADE = "decide_upgrade"
    BUNDLE_RECOMMENDATIONS = "bundle_recommendations"
    DROP_RECOMMENDATIONS = "drop_recommendations"
    SET_RECOMMENDATIONS = "set_recommendations"
    SEND_RECOMMENDATIONS = "send_recommendations"
    ANSWER_RECOMMENDATIONS = "answer_recommendations"
    PRINT_RECOMMENDATIONS = "print_recommendations"
    EXPORT_RECOMMENDATIONS = "export_recommendations"
    SAVE_REPORT = "save_report"
    SEND_REPORT = "send_report"
    REVIEW_FACILITATOR = "review_facilitator"
    EXPORT_CLIENTS = "export_clients"
    EXPORT_VISITS = "export_visits"
    LOAD_BOUNDARIES = "load_boundaries"

    @property
    def label(self) -> str:
        """The Indonesian words on screens."""
        return _LABELS[self]


_LABELS: Final = {
    Action.SAVE_APPLICATION: "Menyimpan pengajuan",
    Action.FILE_APPLICATION: "Mengajukan berkas",
    Action.REVEAL_IDENTITY: "Membuka nomor identitas lengkap",
    Action.RECORD_RECEIPT: "Menyimpan hasil penilaian",
    Action.RECORD_JUDGEMENT: "Mencatat pertimbangan tim",
    Action.PROPOSE_SETTING: "Mengusulkan pengaturan",
    Action.APPROVE_SETTING: "Menyetujui pengaturan",
    Action.PROPOSE_READING: "Mengusulkan tafsir",
    Action.APPROVE_READING: "Menyetujui tafsir",
    Action.ADD_PERSON: "Menambah pengguna",
    Action.ADVANCE_FILE: "Memindahkan berkas ke tahap berikutnya",
    Action.RECORD_SURVEY: "Mencatat temuan survei",
    Action.SAVE_MEETING: "Menyimpan rapat Pokjanis",
    Action.CLOSE_MEETING: "Menutup rapat Pokjanis",
    Action.RECORD_CUSTODY: "Mencatat penyimpanan agunan",
    Action.ISSUE_PAPER: "Menerbitkan surat",
    Action.OPEN_FUND: "Mencatat saldo awal dana",
    Action.RECORD_PAYMENT: "Mencatat angsuran masuk",
    Action.PROPOSE_REVERSAL: "Mengusulkan pembalikan",
    Action.APPROVE_REVERSAL: "Menyetujui pembalikan",
    Action.SAVE_ROUND: "Menyimpan seleksi Pendamping",
    Action.DECIDE_ROUND: "Menetapkan hasil seleksi",
    Action.SAVE_CANDIDATE: "Menyimpan pendaftaran calon",
    Action.RECORD_ON_CANDIDATE: "Mencatat hasil atau penilaian calon",
    Action.APPOINT_STAFF: "Menetapkan Pendamping atau Fasilitator",
    Action.END_SERVICE: "Mengakhiri tugas",
    Action.RECORD_ON_STAFF: "Mencatat bimbingan teknis",
    Action.ASSIGN_DISTRICT: "Menugaskan ke kecamatan",
    Action.END_ASSIGNMENT: "Mengakhiri penugasan",
    Action.SAVE_WEEK_PLAN: "Menyimpan jadwal kerja",
    Action.SAVE_CLIENT: "Menyimpan binaan",
    Action.HAND_OVER: "Serah terima binaan",
    Action.GIVE_CLIENT: "Memberi binaan kepada Pendamping",
    Action.RECORD_BASELINE: "Mencatat data awal binaan",
    Action.END_CLIENT: "Mengakhiri pendampingan binaan",
    Action.RULE_ON_CLIENT: "Memutuskan sasaran pendampingan",
    Action.SAVE_VISIT: "Menyimpan kunjungan",
    Action.SEND_VISIT: "Mengirim kunjungan",
    Action.VERIFY_VISITS: "Memverifikasi kunjungan",
    Action.RETURN_VISIT: "Mengembalikan kunjungan",
    Action.IMPORT_VISITS: "Mengimpor kunjungan",
    Action.CLOSE_FOLLOW_UP: "Menutup tindak lanjut",
    Action.PROPOSE_UPGRADE: "Mengusulkan naik kelas",
    Action.DECIDE_UPGRADE: "Memutuskan usul naik kelas",
    Action.BUNDLE_RECOMMENDATIONS: "Menyiapkan rekomendasi",
    Action.DROP_RECOMMENDATIONS: "Membubarkan konsep surat rekomendasi",
    Action.SET_RECOMMENDATIONS: "Menetapkan rekomendasi",
    Action.SEND_RECOMMENDATIONS: "Mengirim rekomendasi",
    Action.ANSWER_RECOMMENDATIONS: "Mencatat jawaban rekomendasi",
    Action.PRINT_RECOMMENDATIONS: "Mengunduh surat rekomendasi",
    Action.EXPORT_RECOMMENDATIONS: "Mengunduh daftar rekomendasi",
    Action.SAVE_REPORT: "Menyimpan laporan bulanan",
    Action.SEND_REPORT: "Mengirim laporan bulanan",
    Action.REVIEW_FACILITATOR: "Menilai kinerja Fasilitator",
    Action.EXPORT_CLIENTS: "Mengunduh daftar binaan",
    Action.EXPORT_VISITS: "Mengunduh kunjungan sebulan",
    Action.LOAD_BOUNDARIES: "Memuat batas wilayah",
}


class SubjectKind(StrEnum):
    """What kind of thing was changed."""

    APPLICATION = "application"
    OFFICE_SETTING = "office_setting"
    READING_SETTLEMENT = "reading_settlement"
    PERSON = "person"
    MEETING = "meeting"
    LOAN = "loan"
    FUND = "fund"
    JOURNAL_ENTRY = "journal_entry"
    SELECTION_ROUND = "selection_round"
    CANDIDATE = "candidate"
    STAFF = "staff"
    ASSIGNMENT = "assignment"
    CLIENT = "client"
    HANDOVER = "handover"
    VISIT = "visit"
    VISIT_IMPORT = "visit_import"
    UPGRADE_PROPOSAL = "upgrade_proposal"
    RECOMMENDATION = "recommendation"
    MONTHLY_REPORT = "monthly_report"
    BOUNDARIES = "boundaries"


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that was changed."""

    kind: SubjectKind
    id: int


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the trail; `before` and `after` hold only what changed, by dotted path."""

    id: int
    at: datetime
    person_name: str
    action: Action
    subject: Subject
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def record(
    session: Session,
    person: Person | None,
    action: Action,
    subject: Subject,
    at: datetime,
    *,
    before: Plain | None = None,
    after: Plain | None = None,
) -> None:
    """Add one line, with identity numbers masked; without a person it was the program's set-up."""
    require_write(session)
    was, became = dict(_flat(before)), dict(_flat(after))
    changed = [path for path in {**was, **became} if was.get(path) != became.get(path)]
    session.add(
        AuditRow(
            at=at,
            person_id=person.id if person else None,
            person_name=person.name if person else "penyiapan program",
            action=action,
            subject_kind=subject.kind,
            subject_id=subject.id,
            before=None if before is None else _masked(was, changed),
            after=None if after is None else _masked(became, changed),
        )
    )
    session.flush()


def history(
    session: Session, actor: Person, subject: Subject | None = None, *, limit: int = 100
) -> tuple[AuditEntry, ...]:
    """List the newest lines first, of one thing or of all."""
    authorise(session, actor, Permission.READ_AUDIT)
    query = select(AuditRow).order_by(AuditRow.id.desc()).limit(min(limit, _MOST_ENTRIES))
    if subject:
        query = query.where(AuditRow.subject_kind == subject.kind, AuditRow.subject_id == subject.id)
    return tuple(
        AuditEntry(
            id=row.id,
            at=row.at,
            person_name=row.person_name,
            action=Action(row.action),
            subject=Subject(SubjectKind(row.subject_kind), row.subject_id),
            before=row.before,
            after=row.after,
        )
        for row in session.scalars(query)
    )


def _flat(plain: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(plain, Mapping | list):
        entries = plain.items() if isinstance(plain, Mapping) else enumerate(plain)
        for key, entry in entries:
            yield from _flat(entry, f"{path}.{key}" if path else str(key))
    elif plain is not None:
        yield path, plain


def _masked(values: Mapping[str, Any], changed: list[str]) -> Plain:
    return {
        path: mask_number(values[path]) if path.split(".")[-1] in _IDENTITY_NUMBERS else values[path]
        for path in changed
        if path in values
    }
