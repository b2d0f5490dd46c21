"""The numbers of Perbup Blitar 3/2023, of the micro size class, and the office's own settings."""

from datetime import date
from typing import Final

from domain.blitar.instruments import PERBUP_3_2023, PP_7_2021, at
from domain.blitar.retention import KINDS
from domain.entering import limits as entry
from domain.regulation.parameter import DatedValue, Parameter, Unit, Value
from domain.regulation.sources import Citation, OfficeDecision
from domain.retention.retention_kinds import LONGEST

_UNSETTLED = "bawaan program, belum ditetapkan kantor"
PARAMETERS: dict[str, Parameter] = {}


def _by_law(key: str, label: str, unit: Unit, since: date, value: Value, source: Citation) -> Parameter:
    history = (DatedValue(since, value, source),)
    PARAMETERS[key] = Parameter(key=key, label=label, unit=unit, history=history)
    return PARAMETERS[key]


def _perbup(key: str, label: str, unit: Unit, value: Value, short: str, words: str) -> Parameter:
    return _by_law(key, label, unit, PERBUP_3_2023.in_force_since, value, at(short, words))


def _size(key: str, label: str, value: int, ayat: str) -> Parameter:
    place = Citation(PP_7_2021, f"Pasal 35 {ayat}", f"Ps 35 {ayat}")
    return _by_law(key, label, Unit.RUPIAH, PP_7_2021.in_force_since, value, place)


def _by_office(
    key: str, label: str, unit: Unit, default: int | str | None, largest: int | None, least: int = 0
) -> Parameter:
    unsettled = OfficeDecision(_UNSETTLED)
    known = [] if default is None else [DatedValue(PERBUP_3_2023.in_force_since, default, unsettled)]
    PARAMETERS[key] = Parameter(
        key=key,
        label=label,
        unit=unit,
        history=tuple(known),
        office_setting=True,
        largest=largest,
        least=least,
    )
    return PARAMETERS[key]


# ---- candidates and mentors ----------------------------------------------------------------------
AGE_LIMIT = _perbup("age_limit", "batas usia", Unit.YEARS, 40, "7.d", "berusia maksimal 40 tahun")
OFFICE_DAYS = _perbup(
    "office_days",
    "hari layanan di sekretariat Dinas per minggu",
    Unit.DAYS,
    2,
    "7.m",
    "selama 2 hari dan 3 hari di lapangan",
)
FIELD_DAYS = _perbup(
    "field_days", "hari layanan di lapangan per minggu", Unit.DAYS, 3, "7.m", "3 hari di lapangan"
)
MONTHS_BETWEEN_REPORTS = _perbup(
    "months_between_reports",
    "jarak laporan Fasilitator kepada Kepala Dinas",
    Unit.MONTHS,
    1,
    "5(3).i",
    "kepada Kepala Dinas setiap bulan",
)

# ---- size classes (Pasal 1 angka 12, PP 7/2021) --------------------------------------------------
MICRO_CAPITAL = _size("micro_capital", "batas modal usaha mikro", 1_000_000_000, "ayat (3)")
MICRO_SALES = _size("micro_sales", "batas penjualan tahunan usaha mikro", 2_000_000_000, "ayat (5)")
SMALL_CAPITAL = _size("small_capital", "batas modal usaha kecil", 5_000_000_000, "ayat (3)")
SMALL_SALES = _size("small_sales", "batas penjualan tahunan usaha kecil", 15_000_000_000, "ayat (5)")
MEDIUM_CAPITAL = _size("medium_capital", "batas modal usaha menengah", 10_000_000_000, "ayat (3)")
MEDIUM_SALES = _size("medium_sales", "batas penjualan tahunan usaha menengah", 50_000_000_000, "ayat (5)")

# ---- settings that the regulation leaves to the office -------------------------------------------
DAYS_WITHOUT_VISIT = _by_office(
    "days_without_visit", "binaan perlu dikunjungi setelah tidak dikunjungi (hari)", Unit.DAYS, 30, 365
)
DAYS_BEFORE_CONTRACT_END = _by_office(
    "days_before_contract_end", "akhir kontrak diberitahukan sebelumnya (hari)", Unit.DAYS, 60, 365
)
# ---- the agency as its papers name it -------------------------------------------------------------
AGENCY: Final = "Dinas Koperasi, Usaha Kecil dan Menengah Kabupaten Blitar"
AGENCY_NAME = _by_office("agency_name", "nama dinas pada kop surat", Unit.TEXT, AGENCY, None)
AGENCY_ADDRESS = _by_office("agency_address", "alamat dinas pada kop surat", Unit.TEXT, None, None)
AGENCY_PHONE = _by_office("agency_phone", "telepon dinas pada kop surat", Unit.TEXT, None, None)
AGENCY_LOGO = _by_office("agency_logo", "logo pada kop surat", Unit.IMAGE, None, None)
# What the mentoring costs (Pasal 14) is entered by the office, dated by the day up to which it is told.
DPA_BUDGET = _by_office("dpa_budget", "pagu DPA pendampingan setahun", Unit.RUPIAH, None, 1_000_000_000_000)
DPA_SPENT = _by_office(
    "dpa_spent",
    "realisasi DPA pendampingan sejak 1 Januari sampai tanggal berlakunya",
    Unit.RUPIAH,
    None,
    1_000_000_000_000,
)
# How many usaha there are is counted by others; the office enters it with its source, dated by its own day.
BUSINESS_COUNTS = _by_office(
    "business_counts", "jumlah usaha mikro dan koperasi tiap kecamatan", Unit.BY_DISTRICT, None, None
)
# A target is the office's alone: until it has set one there is none.
UPGRADE_TARGET = _by_office(
    "upgrade_target", "sasaran koperasi dan usaha mikro naik kelas setahun", Unit.CLIENTS, None, 10_000
)
# ---- how long somebody stays signed in; no provision says so --------------------------------------
SIGN_IN_IDLE = _by_office(
    entry.IDLE_KEY,
    "sesi masuk berakhir bila tidak dipakai (menit)",
    Unit.MINUTES,
    entry.IDLE_MINUTES,
    entry.LARGEST_MINUTES,
)
SIGN_IN_LONGEST = _by_office(
    entry.LONGEST_KEY,
    "sesi masuk paling lama (jam)",
    Unit.HOURS,
    entry.LONGEST_HOURS,
    entry.LARGEST_HOURS,
)
SIGN_IN_FRESH = _by_office(
    entry.FRESH_KEY,
    "masuk lagi sebelum menyetujui uang, peran, atau pengaturan bila sudah lewat (menit)",
    Unit.MINUTES,
    entry.FRESH_MINUTES,
    entry.LARGEST_MINUTES,
)
SIGN_IN_CONTACT = _by_office(
    entry.CONTACT_KEY, "yang dihubungi bila tidak dapat masuk", Unit.TEXT, None, None
)

# ---- how long data about people are kept; until the office has said so, nothing is ever listed ------
for _kind in KINDS:
    _by_office(
        _kind.setting,
        f"masa simpan: {_kind.label[0].lower()}{_kind.label[1:]}, sejak {_kind.event} ({_kind.unit.value})",
        _kind.unit,
        None,
        LONGEST[_kind.unit],
        _kind.least,
    )
