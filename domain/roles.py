"""Who may do what: the roles of both programmes and the permissions that they carry.

A person holds a role in one regency; these tables say what a role may do there. That the maker
of a change is never its approver is kept by the verbs that record the approval.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Role(StrEnum):
    """A part that a person plays; the value is a stable key, the label is for screens."""

    OFFICER = "officer"
    TEAM_MEMBER = "team_member"
    TEAM_LEAD = "team_lead"
    BANK = "bank"
    MENTOR = "mentor"
    FACILITATOR = "facilitator"
    AGENCY_HEAD = "agency_head"
    LEADERSHIP = "leadership"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """The Indonesian name of the role, as within a sentence."""
        return _ROLE_LABELS[self]


class Permission(StrEnum):
    """One thing that a person may or may not do; the label follows "Anda tidak berwenang"."""

    OPEN_CALCULATOR = "open_calculator"
    ENTER_APPLICATIONS = "enter_applications"
    READ_APPLICATIONS = "read_applications"
    ASSESS_APPLICATIONS = "assess_applications"
    RECORD_JUDGEMENTS = "record_judgements"
    REVEAL_IDENTITY = "reveal_identity"
    PROPOSE_SETTINGS = "propose_settings"
    APPROVE_SETTINGS = "approve_settings"
    READ_LEGAL_BASIS = "read_legal_basis"
    CHECK_PAPERS = "check_papers"
    RECORD_SURVEYS = "record_surveys"
    CLOSE_SURVEYS = "close_surveys"
    RECORD_DECISIONS = "record_decisions"
    RECORD_AGREEMENTS = "record_agreements"
    REQUEST_DISBURSEMENTS = "request_disbursements"
    APPROVE_DISBURSEMENTS = "approve_disbursements"
    RECORD_CUSTODY = "record_custody"
    READ_LOANS = "read_loans"
    READ_FUND = "read_fund"
    OPEN_FUND = "open_fund"
    RECORD_PAYMENTS = "record_payments"
    REVERSE_PAYMENTS = "reverse_payments"
    RUN_SELECTION = "run_selection"
    READ_SELECTION = "read_selection"
    APPOINT_STAFF = "appoint_staff"
    MANAGE_STAFF = "manage_staff"
    READ_STAFF = "read_staff"
    PLAN_OWN_WORK = "plan_own_work"
    READ_COVERAGE = "read_coverage"
    READ_SAMPANG_MAP = "read_sampang_map"
    HAND_OVER_CLIENTS = "hand_over_clients"
    READ_CLIENTS = "read_clients"
    EDIT_CLIENTS = "edit_clients"
    END_CLIENTS = "end_clients"
    REVEAL_CLIENT_IDENTITY = "reveal_client_identity"
    RULE_ON_CLIENTS = "rule_on_clients"
    RECORD_VISITS = "record_visits"
    VERIFY_VISITS = "verify_visits"
    PROPOSE_UPGRADES = "propose_upgrades"
    DECIDE_UPGRADES = "decide_upgrades"
    READ_REPORTS = "read_reports"
    WRITE_REPORTS = "write_reports"
    BUNDLE_RECOMMENDATIONS = "bundle_recommendations"
    SET_RECOMMENDATIONS = "set_recommendations"
    REVIEW_FACILITATORS = "review_facilitators"
    READ_SUMMARY = "read_summary"
    LOAD_BOUNDARIES = "load_boundaries"
    READ_AUDIT = "read_audit"

    @property
    def label(self) -> str:
        """The Indonesian verb phrase of the permission."""
        return _PERMISSION_LABELS[self]


_ROLE_LABELS: Final[Mapping[Role, str]] = {
    Role.OFFICER: "petugas",
    Role.TEAM_MEMBER: "anggota Pokjanis",
    Role.TEAM_LEAD: "Ketua Harian",
    Role.BANK: "Bank Jatim",
    Role.MENTOR: "Pendamping",
    Role.FACILITATOR: "Fasilitator",
    Role.AGENCY_HEAD: "Kepala Dinas",
    Role.LEADERSHIP: "pimpinan",
    Role.ADMINISTRATOR: "administrator",
}

_PERMISSION_LABELS: Final[Mapping[Permission, str]] = {
    Permission.OPEN_CALCULATOR: "membuka simulasi angsuran",
    Permission.ENTER_APPLICATIONS: "mengisi pengajuan",
    Permission.READ_APPLICATIONS: "membaca pengajuan",
    Permission.ASSESS_APPLICATIONS: "menilai pengajuan",
    Permission.RECORD_JUDGEMENTS: "mencatat pertimbangan tim",
    Permission.REVEAL_IDENTITY: "membuka nomor identitas lengkap",
    Permission.PROPOSE_SETTINGS: "mengusulkan perubahan pengaturan",
    Permission.APPROVE_SETTINGS: "menyetujui perubahan pengaturan",
    Permission.READ_LEGAL_BASIS: "membaca dasar hukum",
    Permission.CHECK_PAPERS: "memeriksa kelengkapan berkas",
    Permission.RECORD_SURVEYS: "mencatat temuan survei",
    Permission.CLOSE_SURVEYS: "menetapkan berita acara hasil survei",
    Permission.RECORD_DECISIONS: "mencatat keputusan rapat Pokjanis",
    Permission.RECORD_AGREEMENTS: "mencatat perjanjian",
    Permission.REQUEST_DISBURSEMENTS: "meminta pencairan",
    Permission.APPROVE_DISBURSEMENTS: "menyetujui pencairan",
    Permission.RECORD_CUSTODY: "mencatat penyimpanan agunan",
    Permission.READ_LOANS: "membaca pinjaman",
    Permission.READ_FUND: "membaca kas dana",
    Permission.OPEN_FUND: "mencatat saldo awal dana",
    Permission.RECORD_PAYMENTS: "mencatat angsuran masuk",
    Permission.REVERSE_PAYMENTS: "menyetujui pembalikan angsuran",
    Permission.RUN_SELECTION: "menjalankan seleksi Pendamping",
    Permission.READ_SELECTION: "membaca seleksi Pendamping",
    Permission.APPOINT_STAFF: "menetapkan atau memberhentikan dengan keputusan",
    Permission.MANAGE_STAFF: "mengatur Pendamping dan penugasannya",
    Permission.READ_STAFF: "membaca daftar Pendamping",
    Permission.PLAN_OWN_WORK: "mengisi jadwal kerja sendiri",
    Permission.READ_COVERAGE: "membaca cakupan wilayah",
    Permission.READ_SAMPANG_MAP: "membaca peta Sampang",
    Permission.HAND_OVER_CLIENTS: "menyerahterimakan binaan",
    Permission.READ_CLIENTS: "membaca data binaan",
    Permission.EDIT_CLIENTS: "mengisi data binaan",
    Permission.END_CLIENTS: "mengakhiri pendampingan binaan",
    Permission.REVEAL_CLIENT_IDENTITY: "membuka nomor identitas binaan",
    Permission.RULE_ON_CLIENTS: "memutuskan sasaran pendampingan",
    Permission.RECORD_VISITS: "mencatat kunjungan",
    Permission.VERIFY_VISITS: "memverifikasi kunjungan",
    Permission.PROPOSE_UPGRADES: "mengusulkan naik kelas",
    Permission.DECIDE_UPGRADES: "menetapkan naik kelas",
    Permission.READ_REPORTS: "membaca laporan pendampingan",
    Permission.WRITE_REPORTS: "menyusun laporan bulanan",
    Permission.BUNDLE_RECOMMENDATIONS: "menyiapkan rekomendasi",
    Permission.SET_RECOMMENDATIONS: "menetapkan rekomendasi",
    Permission.REVIEW_FACILITATORS: "menilai kinerja Fasilitator",
    Permission.READ_SUMMARY: "membaca ringkasan pimpinan",
    Permission.LOAD_BOUNDARIES: "memuat batas wilayah resmi",
    Permission.READ_AUDIT: "membaca jejak perubahan",
}

_EVERYBODY: Final = frozenset(Role)
_TEAM: Final = frozenset({Role.TEAM_MEMBER, Role.TEAM_LEAD})
_MENTORING: Final = frozenset({Role.MENTOR, Role.FACILITATOR, Role.AGENCY_HEAD})

ALLOWED: Final[Mapping[Permission, frozenset[Role]]] = MappingProxyType(
    {
        Permission.OPEN_CALCULATOR: _EVERYBODY,
        Permission.ENTER_APPLICATIONS: frozenset({Role.OFFICER}),
        # Bank Jatim is one of the five elements of the Pokjanis (V) and surveys with it (VII.4).
        Permission.READ_APPLICATIONS: _TEAM | {Role.OFFICER, Role.BANK},
        Permission.ASSESS_APPLICATIONS: _TEAM | {Role.OFFICER},
        Permission.RECORD_JUDGEMENTS: _TEAM,
        Permission.REVEAL_IDENTITY: frozenset({Role.OFFICER, Role.TEAM_LEAD}),
        Permission.PROPOSE_SETTINGS: frozenset({Role.ADMINISTRATOR}),
        # In Sampang the head of the agency is the Ketua Harian; in Blitar the Kepala Dinas.
        Permission.APPROVE_SETTINGS: frozenset({Role.TEAM_LEAD}),
        Permission.READ_LEGAL_BASIS: _EVERYBODY,
        Permission.CHECK_PAPERS: frozenset({Role.OFFICER}),
        Permission.RECORD_SURVEYS: _TEAM | {Role.BANK},
        Permission.CLOSE_SURVEYS: _TEAM,
        Permission.RECORD_DECISIONS: _TEAM,
        Permission.RECORD_AGREEMENTS: frozenset({Role.OFFICER}),
        Permission.REQUEST_DISBURSEMENTS: frozenset({Role.OFFICER}),
        Permission.APPROVE_DISBURSEMENTS: frozenset({Role.TEAM_LEAD}),
        # The bank keeps the originals (III.10, VII.9); an officer notes them from the bank's receipt.
        Permission.RECORD_CUSTODY: frozenset({Role.OFFICER, Role.BANK}),
        Permission.READ_LOANS: _TEAM | {Role.OFFICER, Role.BANK},
        Permission.READ_FUND: _TEAM | {Role.OFFICER, Role.LEADERSHIP},
        Permission.OPEN_FUND: frozenset({Role.TEAM_LEAD}),
        Permission.RECORD_PAYMENTS: frozenset({Role.OFFICER}),
        Permission.REVERSE_PAYMENTS: frozenset({Role.TEAM_LEAD}),
        # Pasal 6(1), 8: the Fasilitator selects; Pasal 5(1), 11(1): the Kepala Dinas decrees.
        Permission.RUN_SELECTION: frozenset({Role.FACILITATOR}),
        Permission.READ_SELECTION: frozenset({Role.FACILITATOR, Role.AGENCY_HEAD}),
        Permission.APPOINT_STAFF: frozenset({Role.AGENCY_HEAD}),
        Permission.MANAGE_STAFF: frozenset({Role.FACILITATOR}),
        Permission.READ_STAFF: _MENTORING,
        Permission.PLAN_OWN_WORK: frozenset({Role.MENTOR}),
        # The administrator sees on both maps the boundaries that they load.
        Permission.READ_COVERAGE: frozenset(
            {Role.FACILITATOR, Role.AGENCY_HEAD, Role.MENTOR, Role.LEADERSHIP, Role.ADMINISTRATOR}
        ),
        Permission.READ_SAMPANG_MAP: _TEAM | {Role.OFFICER, Role.BANK, Role.LEADERSHIP, Role.ADMINISTRATOR},
        Permission.HAND_OVER_CLIENTS: frozenset({Role.FACILITATOR}),
        # A Pendamping only of their own binaan: the verbs keep to it.
        Permission.READ_CLIENTS: _MENTORING,
        Permission.EDIT_CLIENTS: frozenset({Role.FACILITATOR, Role.MENTOR}),
        Permission.END_CLIENTS: frozenset({Role.FACILITATOR}),
        Permission.REVEAL_CLIENT_IDENTITY: frozenset({Role.FACILITATOR, Role.AGENCY_HEAD}),
        # What Pasal 3 leaves open (B-02, B-07) waits for the Kepala Dinas.
        Permission.RULE_ON_CLIENTS: frozenset({Role.AGENCY_HEAD}),
        Permission.RECORD_VISITS: frozenset({Role.FACILITATOR, Role.MENTOR}),
        Permission.VERIFY_VISITS: frozenset({Role.FACILITATOR}),
        Permission.PROPOSE_UPGRADES: frozenset({Role.FACILITATOR}),
        Permission.DECIDE_UPGRADES: frozenset({Role.AGENCY_HEAD}),
        Permission.READ_REPORTS: _MENTORING,
        # Pasal 5(3)i: the Fasilitator reports; Pasal 13(1): the Kepala Dinas sets; Pasal 15(2): reviews.
        Permission.WRITE_REPORTS: frozenset({Role.FACILITATOR}),
        Permission.BUNDLE_RECOMMENDATIONS: frozenset({Role.FACILITATOR}),
        Permission.SET_RECOMMENDATIONS: frozenset({Role.AGENCY_HEAD}),
        Permission.REVIEW_FACILITATORS: frozenset({Role.AGENCY_HEAD}),
        Permission.READ_SUMMARY: frozenset(
            {Role.LEADERSHIP, Role.AGENCY_HEAD, Role.TEAM_LEAD, Role.ADMINISTRATOR}
        ),
        Permission.LOAD_BOUNDARIES: frozenset({Role.ADMINISTRATOR}),
        Permission.READ_AUDIT: frozenset({Role.ADMINISTRATOR}),
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who is signed in, with the roles held in the regency at hand."""

    id: int
    name: str
    roles: frozenset[Role]


class NotAllowed(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """A person tried what their roles do not carry; `sentence` tells them so in Indonesian."""

    def __init__(self, permission: Permission, person_roles: Iterable[Role] = ()) -> None:
        """Build the sentence: what, why, and who may."""
        self.permission = permission
        self.sentence = _refusal(permission, frozenset(person_roles))
        super().__init__(self.sentence)


def may(person_roles: Iterable[Role], permission: Permission) -> bool:
    """Tell whether any of the roles carries the permission."""
    return not ALLOWED[permission].isdisjoint(person_roles)


def require(person_roles: frozenset[Role], permission: Permission) -> None:
    """Raise NotAllowed unless one of the roles carries the permission."""
    if not may(person_roles, permission):
        raise NotAllowed(permission, person_roles)


def _refusal(permission: Permission, person_roles: frozenset[Role]) -> str:
    own = f"peran Anda {_listed(person_roles, 'dan')}" if person_roles else "Anda belum punya peran"
    return (
        f"Anda tidak berwenang {permission.label}: {own}, sedangkan yang berwenang adalah "
        f"{_listed(ALLOWED[permission], 'atau')}. Mintalah kepada yang berwenang, atau hubungi "
        "administrator bila peran Anda keliru."
    )


def _listed(roles: frozenset[Role], last: str) -> str:
    labels = [role.label for role in Role if role in roles]
    return f" {last} ".join(filter(None, [", ".join(labels[:-1]), labels[-1]]))
