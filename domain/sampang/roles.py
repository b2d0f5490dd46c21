"""Who may do what in the revolving loan fund of Sampang, each permission by the provision that gives it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.roles import Grant, OfficePermission, OfficeRole, Permission, Role, granted
from domain.sampang.instruments import at


class SampangRole(Role):
    """The parts that people play in the fund."""

    OFFICER = "officer", "petugas"
    TEAM_MEMBER = "team_member", "anggota Pokjanis"
    TEAM_LEAD = "team_lead", "Ketua Harian"
    BANK = "bank", "Bank Jatim"


class SampangPermission(Permission):
    """What a person may do with the fund and its files."""

    ENTER_APPLICATIONS = "enter_applications", "mengisi pengajuan"
    READ_APPLICATIONS = "read_applications", "membaca pengajuan"
    ASSESS_APPLICATIONS = "assess_applications", "menilai pengajuan"
    RECORD_JUDGEMENTS = "record_judgements", "mencatat pertimbangan tim"
    REVEAL_IDENTITY = "reveal_identity", "membuka nomor identitas lengkap"
    CHECK_PAPERS = "check_papers", "memeriksa kelengkapan berkas"
    RECORD_SURVEYS = "record_surveys", "mencatat temuan survei"
    CLOSE_SURVEYS = "close_surveys", "menetapkan berita acara hasil survei"
    RECORD_DECISIONS = "record_decisions", "mencatat keputusan rapat Pokjanis"
    RECORD_AGREEMENTS = "record_agreements", "mencatat perjanjian"
    REQUEST_DISBURSEMENTS = "request_disbursements", "meminta pencairan"
    APPROVE_DISBURSEMENTS = "approve_disbursements", "menyetujui pencairan"
    RECORD_CUSTODY = "record_custody", "mencatat penyimpanan agunan"
    READ_LOANS = "read_loans", "membaca pinjaman"
    READ_FUND = "read_fund", "membaca kas dana"
    OPEN_FUND = "open_fund", "mencatat saldo awal dana"
    RECORD_PAYMENTS = "record_payments", "mencatat angsuran masuk"
    SETTLE_LOANS = "settle_loans", "membukukan pelunasan dipercepat"
    REVERSE_PAYMENTS = "reverse_payments", "menyetujui pembalikan angsuran"
    WATCH_USE_OF_FUNDS = "watch_use_of_funds", "mencatat kunjungan penggunaan dana"
    HAND_ON_MONEY = "hand_on_money", "mencatat setoran jasa dan pembayarannya"
    PROPOSE_CAPITAL = "propose_capital", "mengusulkan perubahan modal dana"
    APPROVE_CAPITAL = "approve_capital", "menyetujui perubahan modal dana"
    PROPOSE_TAKEOVER = "propose_takeover", "mengusulkan pengambilalihan pinjaman lama"
    APPROVE_TAKEOVER = "approve_takeover", "menyetujui pengambilalihan pinjaman lama"
    CLOSE_MONTHS = "close_months", "menutup bulan pembukuan"
    READ_SAMPANG_MAP = "read_sampang_map", "membaca peta Sampang"
    READ_COLLECTION = "read_collection", "membaca penagihan"
    UPLOAD_BANK_FILES = "upload_bank_files", "mengunggah berkas bank"
    ISSUE_LETTERS = "issue_letters", "menerbitkan surat penagihan"
    RECORD_COLLECTION = "record_collection", "mencatat laporan peminjam dan pelimpahan penagihan"
    COLLECT_TOGETHER = "collect_together", "mencatat penagihan bersama"
    PROPOSE_RED_LIST = "propose_red_list", "mengusulkan daftar merah"
    KEEP_RED_LIST = "keep_red_list", "menyetujui dan mencabut daftar merah"
    READ_FUND_REPORTS = "read_fund_reports", "membaca laporan dana bergulir"
    READ_REGISTERS = "read_registers", "membaca register surat dan daftar merah"
    PROPOSE_WRITE_OFF = "propose_write_off", "mengusulkan hapus buku piutang"
    APPROVE_WRITE_OFF = "approve_write_off", "menyetujui hapus buku piutang"
    KEEP_TEAM_REGISTER = "keep_team_register", "mencatat anggota Pokjanis"
    VERIFY_PAPERS = "verify_papers", "mencocokkan surat yang terbit"
    WITHDRAW_ANY_EVIDENCE = "withdraw_any_evidence", "menarik foto dan pindaian orang lain"


_OFFICER, _BANK, _LEAD = SampangRole.OFFICER, SampangRole.BANK, SampangRole.TEAM_LEAD
_TEAM: Final = (SampangRole.TEAM_MEMBER, SampangRole.TEAM_LEAD)
_LEADERSHIP, _ADMINISTRATOR = OfficeRole.LEADERSHIP, OfficeRole.ADMINISTRATOR

# Where no provision stands beside a grant, the regulation is silent and the division is the office's own.
GRANTS: Final[Mapping[Permission, Grant]] = MappingProxyType(
    {
        SampangPermission.ENTER_APPLICATIONS: granted(_OFFICER, by=(at("VI.1"), at("VIII.2.b"))),
        # Bank Jatim is one of the five elements of the Pokjanis and surveys with it.
        SampangPermission.READ_APPLICATIONS: granted(*_TEAM, _OFFICER, _BANK, by=(at("V.1"), at("VII.4"))),
        SampangPermission.ASSESS_APPLICATIONS: granted(*_TEAM, _OFFICER, by=(at("VI.2.a"),)),
        SampangPermission.RECORD_JUDGEMENTS: granted(*_TEAM, by=(at("VI.2.a"),)),
        SampangPermission.REVEAL_IDENTITY: granted(_OFFICER, _LEAD),
        SampangPermission.CHECK_PAPERS: granted(_OFFICER, by=(at("VIII.2.c"),)),
        SampangPermission.RECORD_SURVEYS: granted(*_TEAM, _BANK, by=(at("VI.2.a"), at("VII.4"))),
        SampangPermission.CLOSE_SURVEYS: granted(*_TEAM, by=(at("VI.2.b"),)),
        SampangPermission.RECORD_DECISIONS: granted(*_TEAM, by=(at("VI.2.b"),)),
        SampangPermission.RECORD_AGREEMENTS: granted(_OFFICER, by=(at("VI.3"),)),
        SampangPermission.REQUEST_DISBURSEMENTS: granted(_OFFICER, by=(at("VIII.2.c"),)),
        SampangPermission.APPROVE_DISBURSEMENTS: granted(_LEAD, by=(at("VII.3"),)),
        # The bank keeps the originals; an officer notes them from the bank's receipt.
        SampangPermission.RECORD_CUSTODY: granted(_OFFICER, _BANK, by=(at("III.10"), at("VII.9"))),
        SampangPermission.READ_LOANS: granted(*_TEAM, _OFFICER, _BANK, by=(at("VII.7"), at("VII.8"))),
        SampangPermission.READ_FUND: granted(*_TEAM, _OFFICER, _LEADERSHIP),
        SampangPermission.OPEN_FUND: granted(_LEAD, by=(at("VIII.5.a"),)),
        SampangPermission.RECORD_PAYMENTS: granted(_OFFICER, by=(at("VIII.5.a"),)),
        SampangPermission.SETTLE_LOANS: granted(_OFFICER, by=(at("VIII.5.e"),)),
        SampangPermission.REVERSE_PAYMENTS: granted(_LEAD, by=(at("VIII.5.a"),)),
        SampangPermission.READ_COLLECTION: granted(_OFFICER, _LEAD, _BANK, by=(at("VII.5"), at("VII.8"))),
        # The bank reports each month to the Ketua Harian; an officer takes in what came by another way.
        SampangPermission.UPLOAD_BANK_FILES: granted(_BANK, _OFFICER, by=(at("VII.8"),)),
        SampangPermission.WATCH_USE_OF_FUNDS: granted(*_TEAM, _OFFICER, _BANK, by=(at("VII.7"),)),
        SampangPermission.HAND_ON_MONEY: granted(_OFFICER, by=(at("VIII.4"), at("VII.10"))),
        SampangPermission.PROPOSE_CAPITAL: granted(_OFFICER),
        SampangPermission.APPROVE_CAPITAL: granted(_LEAD, by=(at("VIII.5.a"),)),
        SampangPermission.PROPOSE_TAKEOVER: granted(_OFFICER),
        SampangPermission.APPROVE_TAKEOVER: granted(_LEAD, by=(at("VIII.5.a"),)),
        SampangPermission.CLOSE_MONTHS: granted(_LEAD, by=(at("VIII.5.a"),)),
        SampangPermission.ISSUE_LETTERS: granted(*_TEAM, _OFFICER, by=(at("IX.1"),)),
        SampangPermission.RECORD_COLLECTION: granted(_OFFICER, by=(at("IX.2"), at("IX.3"))),
        SampangPermission.COLLECT_TOGETHER: granted(*_TEAM, _OFFICER, _BANK, by=(at("VII.5"),)),
        SampangPermission.PROPOSE_RED_LIST: granted(_OFFICER, by=(at("IX.3"),)),
        SampangPermission.KEEP_RED_LIST: granted(_LEAD, by=(at("IX.3"),)),
        # The team reports to the Bupati, the bank to the Ketua Harian.
        SampangPermission.READ_FUND_REPORTS: granted(
            _OFFICER, _LEAD, _BANK, _LEADERSHIP, by=(at("VI.2.c"), at("VII.8"))
        ),
        SampangPermission.KEEP_TEAM_REGISTER: granted(*_TEAM, by=(at("V.1"),)),
        SampangPermission.VERIFY_PAPERS: granted(*_TEAM, _OFFICER, _BANK, _LEADERSHIP),
        SampangPermission.WITHDRAW_ANY_EVIDENCE: granted(_LEAD),
        SampangPermission.READ_REGISTERS: granted(_OFFICER, _LEAD, by=(at("IX.1"), at("IX.3"))),
        # The regency's own decree decides; the two only book it.
        SampangPermission.PROPOSE_WRITE_OFF: granted(_OFFICER),
        SampangPermission.APPROVE_WRITE_OFF: granted(_LEAD),
        # The administrator sees on the map the boundaries that they load.
        SampangPermission.READ_SAMPANG_MAP: granted(*_TEAM, _OFFICER, _BANK, _LEADERSHIP, _ADMINISTRATOR),
        # The head of the agency is the Ketua Harian (VII.8, VIII.5.a).
        OfficePermission.PROPOSE_SETTINGS: granted(_ADMINISTRATOR),
        OfficePermission.APPROVE_SETTINGS: granted(_LEAD, by=(at("VII.8"),)),
        OfficePermission.READ_SUMMARY: granted(_LEADERSHIP, _LEAD, _ADMINISTRATOR, by=(at("VI.2.c"),)),
        OfficePermission.SIMULATE_POLICY: granted(_LEADERSHIP, _LEAD, _ADMINISTRATOR),
        OfficePermission.LOAD_BOUNDARIES: granted(_ADMINISTRATOR),
        OfficePermission.KEEP_LAW_TEXTS: granted(_ADMINISTRATOR),
        OfficePermission.READ_AUDIT: granted(_ADMINISTRATOR),
        # What a person may ask about themselves is answered by the head's order or the administrator.
        OfficePermission.READ_OWN_RECORD: granted(_LEAD, _ADMINISTRATOR),
        OfficePermission.PROPOSE_ERASURE: granted(_ADMINISTRATOR),
        OfficePermission.APPROVE_ERASURE: granted(_LEAD),
        OfficePermission.START_DEMO_OVER: granted(_ADMINISTRATOR),
        OfficePermission.MANAGE_PEOPLE: granted(_ADMINISTRATOR),
    }
)

# Money that moves, or is taken for moved, is never let go by a screen that was left open.
ASKS_AGAIN: Final[frozenset[Permission]] = frozenset(
    {
        SampangPermission.APPROVE_DISBURSEMENTS,
        SampangPermission.REVERSE_PAYMENTS,
        SampangPermission.SETTLE_LOANS,
        SampangPermission.APPROVE_WRITE_OFF,
        SampangPermission.APPROVE_TAKEOVER,
        SampangPermission.APPROVE_CAPITAL,
        SampangPermission.OPEN_FUND,
    }
)
