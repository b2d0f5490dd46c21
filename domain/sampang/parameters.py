"""The numbers of Perbup Sampang 20/2015 and of the size classes, each dated and with its place."""

from datetime import date

from domain.entering import limits as entry
from domain.regulation.parameter import DatedValue, Parameter, Unit, Value
from domain.regulation.sources import Citation, OfficeDecision
from domain.retention.retention_kinds import LONGEST
from domain.sampang.instruments import PERBUP_20_2015, PP_7_2021, UU_20_2008, at
from domain.sampang.retention import KINDS

_PERBUP = PERBUP_20_2015.in_force_since
PARAMETERS: dict[str, Parameter] = {}


def _by_law(key: str, label: str, unit: Unit, *history: tuple[date, Value, Citation]) -> Parameter:
    entries = tuple(DatedValue(since, value, source) for since, value, source in history)
    PARAMETERS[key] = Parameter(key=key, label=label, unit=unit, history=entries)
    return PARAMETERS[key]


def _perbup(key: str, label: str, unit: Unit, value: Value, short: str, words: str) -> Parameter:
    return _by_law(key, label, unit, (_PERBUP, value, at(short, words)))


def _by_office(
    key: str,
    label: str,
    unit: Unit,
    default: Value | None,
    why: str,
    choices: tuple[tuple[str, str], ...] = (),
    largest: int | None = None,
    decimals: int = 0,
    least: int = 0,
) -> Parameter:
    entries = () if default is None else (DatedValue(_PERBUP, default, OfficeDecision(why)),)
    PARAMETERS[key] = Parameter(
        key=key,
        label=label,
        unit=unit,
        history=entries,
        office_setting=True,
        choices=choices,
        largest=largest,
        decimals=decimals,
        least=least,
    )
    return PARAMETERS[key]


SECONDARY_COOP_CEILING = _perbup(
    "secondary_coop_ceiling",
    "plafon koperasi sekunder",
    Unit.RUPIAH,
    250_000_000,
    "VIII.1.b",
    "Koperasi Sekunder maksimal Rp.250.000.000,-",
)
PRIMARY_COOP_CEILING = _perbup(
    "primary_coop_ceiling",
    "plafon koperasi primer",
    Unit.RUPIAH,
    150_000_000,
    "VIII.1.b",
    "Koperasi Primer maksimal Rp.150.000.000,-",
)
LAND_CEILING = _perbup(
    "land_ceiling",
    "plafon dengan agunan sertifikat",
    Unit.RUPIAH,
    100_000_000,
    "VIII.1.b",
    "dengan jaminan Sertifikat maksimal Rp.100.000.000,-",
)
VEHICLE_CEILING = _perbup(
    "vehicle_ceiling",
    "plafon dengan agunan BPKB",
    Unit.RUPIAH,
    30_000_000,
    "VIII.1.b",
    "dengan jaminan BPKB maksimal Rp. 30.000.000,-",
)
LOAN_FLOOR = _perbup(
    "loan_floor",
    "pinjaman paling sedikit",
    Unit.RUPIAH,
    5_000_000,
    "VIII.1.b",
    "minimal Rp.5.000.000,-",
)
MICRO_CEILING = _perbup(
    "micro_ceiling",
    "plafon usaha mikro",
    Unit.RUPIAH,
    5_000_000,
    "VIII.1.b",
    "usaha mikro Rp.5.000.000,- kebawah",
)
LICENCE_EXEMPTION = _perbup(
    "licence_exemption",
    "batas pinjaman mikro tanpa izin usaha",
    Unit.RUPIAH,
    5_000_000,
    "IV.2.b",
    "dibawah Rp.5.000.000,-",
)
COLLATERAL_RATIO = _perbup(
    "collateral_ratio",
    "nilai agunan terhadap nilai kredit",
    Unit.PERCENT,
    130,
    "IV.2.g",
    "sebesar 130 % dari nilai kredit",
)
TWO_WHEELER_YEAR = _perbup(
    "two_wheeler_year",
    "tahun paling tua kendaraan roda 2",
    Unit.YEAR,
    2013,
    "IV.2.g.2",
    "roda 2 tahun 2013",
)
FOUR_WHEELER_YEAR = _perbup(
    "four_wheeler_year",
    "tahun paling tua kendaraan roda 4",
    Unit.YEAR,
    2005,
    "IV.2.g.2",
    "roda 4 tahun 2005 keatas",
)
COOP_MONTHS = _perbup(
    "coop_months",
    "lama berbadan hukum koperasi",
    Unit.MONTHS,
    24,
    "IV.1.a",
    "berbadan hukum minimal 2 (dua) tahun",
)
ACTIVE_MONTHS = _perbup(
    "active_months",
    "lama usaha aktif",
    Unit.MONTHS,
    24,
    "IV.2.a",
    "kinerja yang baik minimal 2 (dua) tahun",
)
ANNUAL_MEETINGS = _perbup(
    "annual_meetings", "RAT berturut-turut", Unit.TIMES, 2, "IV.1.d", "RAT 2 kali berturut-turut"
)
LEASE_MONTHS = _perbup(
    "lease_months",
    "lama perjanjian sewa tempat usaha",
    Unit.MONTHS,
    36,
    "IV.2.f",
    "dalam kurung waktu minimal 3 tahun",
)
REGISTERED_MEMBERS = _perbup(
    "registered_members",
    "anggota terdaftar LKM dan Sentra UKM",
    Unit.PEOPLE,
    20,
    "IV.3.d",
    "anggota minimal 20 orang",
)
SHORTEST_TERM = _perbup("shortest_term", "jangka waktu paling pendek", Unit.MONTHS, 12, "III.6", "minimal 12")
LONGEST_TERM = _perbup("longest_term", "jangka waktu paling panjang", Unit.MONTHS, 36, "III.6", "maksimal 36")
MIDDLE_TERM = _perbup(
    "middle_term", "jangka waktu menengah", Unit.MONTHS, 24, "VIII.2.d", "3 (tiga) tahun, 2 tahun"
)
LONG_GRACE = _perbup(
    "long_grace",
    "masa tenggang pinjaman 24 dan 36 bulan",
    Unit.MONTHS,
    4,
    "VIII.5.c",
    "selama 4 (empat) bulan",
)
SHORT_GRACE = _perbup(
    "short_grace",
    "masa tenggang pinjaman 12 bulan",
    Unit.MONTHS,
    2,
    "VIII.5.c",
    "tenggang waktu 2 (dua) bulan bagi pinjaman selama 1 (satu) tahun",
)
YEARLY_INTEREST = _perbup(
    "yearly_interest",
    "jasa (bunga) per tahun",
    Unit.PERCENT,
    6,
    "VIII.4",
    "bunga sebesar 6% per tahun",
)
INTEREST_TO_REVENUE = _perbup(
    "interest_to_revenue", "bagian jasa untuk PAD", Unit.PERCENT, 3, "VIII.4.a", "Sebesar 3 %"
)
INTEREST_TO_BANK = _perbup(
    "interest_to_bank", "bagian jasa untuk Bank Jatim", Unit.PERCENT, 1, "VIII.4.b", "Sebesar 1 %"
)
INTEREST_TO_AGENCY = _perbup(
    "interest_to_agency", "bagian jasa untuk Dinas", Unit.PERCENT, 2, "VIII.4.c", "Sebesar 2 %"
)
RENEWAL_WAIT_FROM = _perbup(
    "renewal_wait_from",
    "jeda terpendek untuk memperbarui pinjaman",
    Unit.MONTHS,
    6,
    "VIII.5.f",
    "minimal mencapai 6 sampai 12 bulan",
)
RENEWAL_WAIT_FREE = _perbup(
    "renewal_wait_free",
    "jeda tanpa halangan untuk memperbarui pinjaman",
    Unit.MONTHS,
    12,
    "VIII.5.f",
    "minimal mencapai 6 sampai 12 bulan",
)
RED_LIST_MONTHS = _perbup(
    "red_list_months",
    "menunggak berturut-turut sebelum daftar merah",
    Unit.MONTHS,
    12,
    "IX.3",
    "sampai 1 (satu) tahun lebih",
)


def _size_limit(key: str, label: str, old: int, new: int | None, huruf: str, ayat: int) -> Parameter:
    place_old = Citation(UU_20_2008, f"Pasal 6 ayat ({ayat}) huruf {huruf}", f"Ps 6({ayat}){huruf}")
    history: list[tuple[date, Value, Citation]] = [(UU_20_2008.in_force_since, old, place_old)]
    if new is not None:
        article = {"a": "ayat (3)", "b": "ayat (5)"}[huruf]
        place_new = Citation(PP_7_2021, f"Pasal 35 {article}", f"Ps 35 {article}")
        history.append((PP_7_2021.in_force_since, new, place_new))
    return _by_law(key, label, Unit.RUPIAH, *history)


MICRO_CAPITAL = _size_limit(
    "micro_capital", "kekayaan/modal usaha mikro paling banyak", 50_000_000, 10**9, "a", 1
)
MICRO_SALES = _size_limit(
    "micro_sales", "penjualan tahunan usaha mikro paling banyak", 300_000_000, 2 * 10**9, "b", 1
)
SMALL_CAPITAL = _size_limit(
    "small_capital", "kekayaan/modal usaha kecil paling banyak", 500_000_000, 5 * 10**9, "a", 2
)
SMALL_SALES = _size_limit(
    "small_sales",
    "penjualan tahunan usaha kecil paling banyak",
    2_500_000_000,
    15 * 10**9,
    "b",
    2,
)
MEDIUM_CAPITAL = _size_limit(
    "medium_capital", "kekayaan/modal usaha menengah paling banyak", 10**10, 10**10, "a", 3
)
MEDIUM_SALES = _size_limit(
    "medium_sales", "penjualan tahunan usaha menengah paling banyak", 50 * 10**9, 50 * 10**9, "b", 3
)

INTEREST_METHOD = _by_office(
    "interest_method",
    "cara menghitung jasa",
    Unit.CHOICE,
    "flat",
    "Perbup tidak menyebut cara hitung; bawaan program: jasa tetap tiap bulan, belum ditetapkan kantor",
    (("flat", "tetap (flat)"), ("declining_balance", "menurun"), ("annuity", "anuitas")),
)
INSURANCE_RATE = _by_office(
    "insurance_rate",
    "biaya asuransi per seribu rupiah pinjaman",
    Unit.PER_MILLE,
    None,
    "belum ditetapkan",
    largest=1000,
    decimals=2,
)
NOTARY_FEE = _by_office(
    "notary_fee", "biaya notaris", Unit.RUPIAH, None, "belum ditetapkan", largest=100_000_000
)
LAND_CHECK_FEE = _by_office(
    "land_check_fee",
    "biaya pengecekan BPN per sertifikat",
    Unit.RUPIAH,
    None,
    "belum ditetapkan",
    largest=100_000_000,
)
SUBSTANDARD_UP_TO = _by_office(
    "substandard_up_to",
    "kurang lancar sampai tunggakan (bulan)",
    Unit.MONTHS,
    3,
    "bawaan program, belum ditetapkan kantor",
    largest=120,
)
DOUBTFUL_UP_TO = _by_office(
    "doubtful_up_to",
    "diragukan sampai tunggakan (bulan)",
    Unit.MONTHS,
    6,
    "bawaan program, belum ditetapkan kantor",
    largest=120,
)


def _provision(key: str, quality: str) -> Parameter:
    label = f"penyisihan pinjaman {quality} (persen sisa pokok)"
    return _by_office(key, label, Unit.PERCENT, None, "belum ditetapkan", largest=100, decimals=2)


# Permendagri 73/2015 and the regency's accounting policy are where an office finds its own.
PROVISION_CURRENT = _provision("provision_current", "lancar")
PROVISION_SUBSTANDARD = _provision("provision_substandard", "kurang lancar")
PROVISION_DOUBTFUL = _provision("provision_doubtful", "diragukan")
PROVISION_LOSS = _provision("provision_loss", "macet")
DAYS_BETWEEN_LETTERS = _by_office(
    "days_between_letters",
    "jarak antara dua surat teguran (hari)",
    Unit.DAYS,
    30,
    "bawaan program, belum ditetapkan kantor",
    largest=365,
)
AUCTION_LIMIT = _by_office(
    "auction_limit",
    "utang tanpa agunan bernilai yang tidak diserahkan ke KPKNL, paling banyak",
    Unit.RUPIAH,
    8_000_000,
    "PMK 137/PMK.06/2022 bersama Pasal 3A PP 35/2017; naskahnya belum diperiksa kantor (O-12)",
    largest=1_000_000_000,
)

# ---- settling early (VIII.5.e) -----------------------------------------------------------------
_ONE_TO_TWO_YEARS = "1 (satu) sampai dengan 2 (dua) tahun"
SURCHARGE_FIRST_AGE = _perbup(
    "surcharge_first_age",
    "umur pinjaman batas pertama tambahan jasa lunas awal",
    Unit.MONTHS,
    12,
    "VIII.5.e",
    _ONE_TO_TWO_YEARS,
)
SURCHARGE_SECOND_AGE = _perbup(
    "surcharge_second_age",
    "umur pinjaman batas kedua tambahan jasa lunas awal",
    Unit.MONTHS,
    24,
    "VIII.5.e",
    _ONE_TO_TWO_YEARS,
)
SURCHARGE_BEFORE = _perbup(
    "surcharge_before",
    "tambahan jasa lunas sebelum batas pertama",
    Unit.MONTHS,
    3,
    "VIII.5.e",
    "tambahan bunga 3 (tiga) bulan angsuran",
)
SURCHARGE_BETWEEN = _perbup(
    "surcharge_between",
    "tambahan jasa lunas dari batas pertama sampai kedua",
    Unit.MONTHS,
    2,
    "VIII.5.e",
    "tambahan bunga 2 (dua) bulan angsuran",
)
SURCHARGE_AFTER = _perbup(
    "surcharge_after",
    "tambahan jasa lunas sesudah batas kedua",
    Unit.MONTHS,
    1,
    "VIII.5.e",
    "tambahan bunga 1 (satu) bulan angsuran",
)

# ---- the office as its letters name it; the agency has been renamed more than once ----------------
AGENCY_NAME = _by_office(
    "agency_name",
    "nama dinas pada kop surat",
    Unit.TEXT,
    "Dinas Koperasi dan Usaha Kecil Menengah Kabupaten Sampang",
    "nama dinas menurut Romawi III angka 1; tetapkan bila dinas sudah berganti nama",
)
AGENCY_ADDRESS = _by_office(
    "agency_address", "alamat dinas pada kop surat", Unit.TEXT, None, "belum ditetapkan"
)
AGENCY_PHONE = _by_office("agency_phone", "telepon dinas pada kop surat", Unit.TEXT, None, "belum ditetapkan")
AGENCY_LOGO = _by_office("agency_logo", "logo pada kop surat", Unit.IMAGE, None, "belum ditetapkan")
TEAM_LEAD_NAME = _by_office(
    "team_lead_name", "nama Ketua Harian (Kepala Dinas)", Unit.TEXT, None, "belum ditetapkan"
)
TEAM_LEAD_RANK = _by_office("team_lead_rank", "pangkat Ketua Harian", Unit.TEXT, None, "belum ditetapkan")
TEAM_LEAD_NIP = _by_office("team_lead_nip", "NIP Ketua Harian", Unit.TEXT, None, "belum ditetapkan")
YEARLY_LENDING_TARGET = _by_office(
    "yearly_lending_target",
    "sasaran pencairan setahun",
    Unit.RUPIAH,
    None,
    "belum ditetapkan",
    largest=1_000_000_000_000,
)

# ---- how long somebody stays signed in; no provision says so --------------------------------------
_OWN_CHOICE = "bawaan program, bukan dari peraturan; kantor dapat menetapkannya"
SIGN_IN_IDLE = _by_office(
    entry.IDLE_KEY,
    "sesi masuk berakhir bila tidak dipakai (menit)",
    Unit.MINUTES,
    entry.IDLE_MINUTES,
    _OWN_CHOICE,
    largest=entry.LARGEST_MINUTES,
)
SIGN_IN_LONGEST = _by_office(
    entry.LONGEST_KEY,
    "sesi masuk paling lama (jam)",
    Unit.HOURS,
    entry.LONGEST_HOURS,
    _OWN_CHOICE,
    largest=entry.LARGEST_HOURS,
)
SIGN_IN_FRESH = _by_office(
    entry.FRESH_KEY,
    "masuk lagi sebelum menyetujui uang, peran, atau pengaturan bila sudah lewat (menit)",
    Unit.MINUTES,
    entry.FRESH_MINUTES,
    _OWN_CHOICE,
    largest=entry.LARGEST_MINUTES,
)
SIGN_IN_CONTACT = _by_office(
    entry.CONTACT_KEY, "yang dihubungi bila tidak dapat masuk", Unit.TEXT, None, "belum ditetapkan"
)

# ---- how long data about people are kept; until the office has said so, nothing is ever listed ------
for _kind in KINDS:
    _by_office(
        _kind.setting,
        f"masa simpan: {_kind.label[0].lower()}{_kind.label[1:]}, sejak {_kind.event} ({_kind.unit.value})",
        _kind.unit,
        None,
        "belum ditetapkan",
        largest=LONGEST[_kind.unit],
        least=_kind.least,
    )
