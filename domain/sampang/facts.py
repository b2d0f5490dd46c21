"""Every fact that the Sampang rules ask for, with the question that asks it and what can be done."""

from domain.dates import indonesian_date
from domain.regulation.expressions import AmountFact, ChoiceFact, TruthFact
from domain.regulation.fact import Adjustment, Teller
from domain.regulation.parameter import Unit
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.kinds import (
    CooperativeGrade,
    CooperativeLevel,
    CreditHistory,
    LetterOrigin,
    MaritalStatus,
    Premises,
    Purpose,
    SizeFound,
)

# ---- the request -------------------------------------------------------------------------------
PRINCIPAL = AmountFact(
    key="principal",
    label="pinjaman",
    unit=Unit.RUPIAH,
    question="Berapa pinjaman yang diminta?",
    adjustment=Adjustment(up="ajukan paling sedikit {}", down="turunkan pinjaman ke {}"),
    effort=3,
)
TERM = AmountFact(
    key="term_months",
    label="jangka waktu",
    unit=Unit.MONTHS,
    question="Berapa lama jangka waktu yang diminta?",
    remedy="pilih jangka waktu 12, 24 atau 36 bulan",
    adjustment=Adjustment(up="pilih jangka waktu {}", down="pilih jangka waktu {}"),
)
TERM_RULING = TruthFact(
    key="term_ruling",
    teller=Teller.TEAM,
    holds="Pokjanis menerima jangka waktu lain",
    fails="Pokjanis tidak menerima jangka waktu lain",
    question="Apakah Pokjanis menerima jangka waktu di luar 12, 24 dan 36 bulan?",
    remedy="pilih jangka waktu 12, 24 atau 36 bulan",
)
PURPOSE = ChoiceFact(
    key="purpose",
    label="penggunaan dana",
    choices=Purpose,
    question="Untuk apa dana dipakai?",
    remedy="ubah rencana menjadi modal kerja",
)
PURPOSE_RULING = TruthFact(
    key="purpose_ruling",
    teller=Teller.TEAM,
    holds="Pokjanis menerima penggunaan selain modal kerja",
    fails="Pokjanis tidak menerima penggunaan selain modal kerja",
    question="Apakah Pokjanis menerima rencana yang memuat investasi?",
    remedy="ubah rencana menjadi modal kerja",
)
FILED = TruthFact(
    key="filed",
    teller=Teller.OFFICE,
    holds="proposal sudah diterima Dinas",
    fails="proposal belum diterima Dinas",
    question="Tanggal berapa proposal diterima Dinas?",
    remedy="ajukan proposal ke Dinas dan catat tanggalnya",
)
_IN_FORCE = indonesian_date(PERBUP_20_2015.in_force_since)
FILED_IN_FORCE = TruthFact(
    key="filed_in_force",
    teller=Teller.OFFICE,
    holds=f"proposal diterima Dinas sejak Perbup berlaku ({_IN_FORCE})",
    fails=f"proposal diterima Dinas sebelum Perbup berlaku ({_IN_FORCE})",
    question=FILED.question,
)
EARLIER_LAW_RULING = TruthFact(
    key="earlier_law_ruling",
    teller=Teller.TEAM,
    holds="Pokjanis memutus proposal lama ini menurut Perbup",
    fails="Pokjanis tidak memutus proposal lama ini menurut Perbup",
    question=f"Bolehkah proposal dari sebelum {_IN_FORCE} diputus menurut Perbup ini?",
    remedy="ajukan proposal baru ke Dinas",
)
AGENCY_LEGALITY = TruthFact(
    key="agency_legality",
    teller=Teller.OFFICE,
    holds="memiliki legalitas dari Dinas",
    fails="belum memiliki legalitas dari Dinas",
    question="Apakah sudah ada legalitas dari Dinas?",
    remedy="urus legalitas ke Dinas",
)

# ---- koperasi ----------------------------------------------------------------------------------
COOP_LEVEL = ChoiceFact(
    key="cooperative_level",
    label="tingkat koperasi",
    choices=CooperativeLevel,
    teller=Teller.OFFICE,
    question="Koperasi primer atau sekunder, menurut catatan Dinas?",
)
FUNCTIONAL = TruthFact(
    key="functional",
    teller=Teller.OFFICE,
    holds="koperasi fungsional menurut catatan Dinas",
    fails="bukan koperasi fungsional",
    question="Apakah tercatat sebagai koperasi fungsional di Dinas?",
)
MONTHS_INCORPORATED = AmountFact(
    key="months_incorporated",
    label="lama berbadan hukum sampai tanggal pengajuan",
    unit=Unit.MONTHS,
    question="Tanggal berapa badan hukum koperasi disahkan?",
    adjustment=Adjustment(up="ajukan lagi setelah berbadan hukum {}"),
)
GRADE = ChoiceFact(
    key="grade",
    label="peringkat koperasi",
    choices=CooperativeGrade,
    teller=Teller.OFFICE,
    question="Apa peringkat koperasi pada penilaian terakhir?",
)
MEETINGS_LAST_YEARS = AmountFact(
    key="meetings_last_years",
    label="RAT berturut-turut sampai tahun buku terakhir yang tutup",
    unit=Unit.TIMES,
    question="RAT tahun buku mana saja yang sudah dilaksanakan?",
    remedy="laksanakan RAT dan serahkan berita acaranya",
    adjustment=Adjustment(up="laksanakan RAT hingga {} berturut-turut"),
)
MEETINGS_EVER = AmountFact(
    key="meetings_ever",
    label="RAT berturut-turut terbanyak yang pernah ada",
    unit=Unit.TIMES,
    question="RAT tahun buku mana saja yang sudah dilaksanakan?",
    remedy="laksanakan RAT dan serahkan berita acaranya",
)
BOARD_SIZE = AmountFact(
    key="board_size",
    label="jumlah pengurus",
    unit=Unit.PEOPLE,
    question="Berapa jumlah seluruh pengurus?",
)
BOARD_SIGNATURES = AmountFact(
    key="board_signatures",
    label="tanda tangan pengurus pada berita acara tanggung renteng",
    unit=Unit.PEOPLE,
    question="Berapa pengurus menandatangani berita acara tanggung renteng?",
    adjustment=Adjustment(up="lengkapi tanda tangan pengurus menjadi {}"),
)
SENKUKO = TruthFact(
    key="senkuko",
    holds="mempunyai unit usaha SENKUKO",
    fails="tidak mempunyai unit usaha SENKUKO",
    question="Apakah koperasi mempunyai unit usaha SENKUKO?",
)
SECONDARY_RECOMMENDATION = TruthFact(
    key="secondary_recommendation",
    holds="ada rekomendasi tertulis dari koperasi sekunder",
    fails="belum ada rekomendasi tertulis dari koperasi sekunder",
    question="Apakah ada rekomendasi tertulis dari koperasi sekunder?",
    remedy="minta rekomendasi tertulis dari koperasi sekunder",
)

# ---- usaha mikro, kecil, menengah --------------------------------------------------------------
NET_ASSETS = AmountFact(
    key="net_assets",
    label="kekayaan bersih/modal usaha",
    unit=Unit.RUPIAH,
    question="Berapa kekayaan bersih/modal usahanya?",
)
ANNUAL_SALES = AmountFact(
    key="annual_sales",
    label="penjualan setahun",
    unit=Unit.RUPIAH,
    question="Berapa penjualannya setahun?",
)


def _size(key: str, label: str, question: str) -> ChoiceFact:
    return ChoiceFact(
        key=key,
        label=label,
        choices=SizeFound,
        teller=Teller.OFFICE,
        question=question,
        beside=(NET_ASSETS, ANNUAL_SALES),
    )


SIZE_BY_CURRENT_LAW = _size(
    "size_by_current_law",
    "kelas usaha menurut hukum pada tanggal pengajuan",
    "Apa kelas usahanya? Isi tanggal berdiri, kekayaan bersih dan penjualan tahunan.",
)
SIZE_BY_UU_20_2008 = _size(
    "size_by_uu_20_2008",
    "kelas usaha menurut UU 20/2008",
    "Apa kelas usahanya menurut UU 20/2008? Isi kekayaan bersih dan penjualan tahunan.",
)
SIZE_BY_SALES = _size(
    "size_by_sales",
    "kelas usaha menurut penjualan tahunan",
    "Apa kelas usahanya menurut penjualan tahunan? Isi penjualan tahunan.",
)
MONTHS_ACTIVE = AmountFact(
    key="months_active",
    label="lama usaha aktif sampai tanggal pengajuan",
    unit=Unit.MONTHS,
    question="Sejak kapan usaha aktif berjalan?",
    adjustment=Adjustment(up="ajukan lagi setelah usaha berjalan {}"),
)
LICENCE = TruthFact(
    key="has_licence",
    holds="memiliki izin usaha",
    fails="belum memiliki izin usaha",
    question="Apakah usaha memiliki izin (NIB atau izin lama yang masih berlaku)?",
    remedy="urus izin usaha (NIB)",
    effort=4,
)
LETTER_EXISTENCE = TruthFact(
    key="letter_states_existence",
    holds="surat desa/kelurahan menyatakan usaha benar-benar ada",
    fails="surat desa/kelurahan belum menyatakan usaha benar-benar ada",
    question="Apakah surat desa/kelurahan menyatakan usaha benar-benar ada?",
    remedy="minta surat keterangan desa/kelurahan bahwa usaha benar-benar ada",
)
LETTER_SMALL_CAPITAL = TruthFact(
    key="letter_states_small_capital",
    holds="surat desa/kelurahan menyatakan permodalan sangat kecil",
    fails="surat desa/kelurahan belum menyatakan permodalan sangat kecil",
    question="Apakah surat desa/kelurahan menyatakan permodalannya sangat kecil?",
    remedy="minta surat desa/kelurahan yang juga menyebut permodalan sangat kecil",
)
LETTER_ORIGIN = ChoiceFact(
    key="letter_origin",
    label="asal surat keterangan",
    choices=LetterOrigin,
    question="Surat keterangan dari desa/kelurahan mana?",
    remedy="minta surat dari desa/kelurahan tempat usaha",
)
PREMISES = ChoiceFact(
    key="premises",
    label="status tempat usaha",
    choices=Premises,
    question="Bagaimana status tempat usaha?",
)
LEASE_TOTAL = AmountFact(
    key="lease_months",
    label="lama perjanjian sewa",
    unit=Unit.MONTHS,
    question="Dari kapan sampai kapan perjanjian sewa berlaku?",
    adjustment=Adjustment(up="perpanjang perjanjian sewa menjadi {}"),
)
LEASE_REMAINING = AmountFact(
    key="lease_months_remaining",
    label="sisa sewa sejak tanggal pengajuan",
    unit=Unit.MONTHS,
    question="Sampai kapan perjanjian sewa berlaku?",
    adjustment=Adjustment(up="perpanjang sewa sehingga tersisa {}"),
)


def _arrears(key: str, whose: str) -> TruthFact:
    return TruthFact(
        key=key,
        holds=f"ada tunggakan kredit {whose}",
        fails=f"tidak ada tunggakan kredit {whose}",
        question=f"Apakah ada tunggakan kredit {whose}?",
        remedy=f"lunasi tunggakan kredit {whose} dan serahkan buktinya",
    )


BUSINESS_ARREARS = _arrears("business_arrears", "atas nama usaha")
OWNER_ARREARS = _arrears("owner_arrears", "atas nama pemilik")
SPOUSE_ARREARS = _arrears("spouse_arrears", "atas nama suami/istri")
MARITAL_STATUS = ChoiceFact(
    key="marital_status",
    label="status perkawinan pemilik",
    choices=MaritalStatus,
    question="Apakah pemilik kawin?",
)

# ---- LKM dan Sentra ----------------------------------------------------------------------------
STATUTES = TruthFact(
    key="statutes_approved",
    teller=Teller.OFFICE,
    holds="AD/ART sudah disahkan Dinas",
    fails="AD/ART belum disahkan Dinas",
    question="Apakah AD/ART sudah disahkan Dinas?",
    remedy="ajukan pengesahan AD/ART ke Dinas",
)
REGISTERED_MEMBERS = AmountFact(
    key="registered_members",
    label="anggota di buku daftar anggota",
    unit=Unit.PEOPLE,
    question="Berapa anggota tercatat di buku daftar anggota?",
    adjustment=Adjustment(up="daftarkan anggota hingga {}"),
)

# ---- earlier credit ----------------------------------------------------------------------------
CREDIT_HISTORY = ChoiceFact(
    key="credit_history",
    label="riwayat kredit",
    choices=CreditHistory,
    question="Kredit apa yang pernah diterima, selain dari dana bergulir ini?",
)
ON_RED_LIST = TruthFact(
    key="on_red_list",
    teller=Teller.OFFICE,
    holds="tercatat di daftar merah",
    fails="tidak tercatat di daftar merah",
    question="Apakah pemohon tercatat di daftar merah Dinas?",
    remedy="minta Dinas mencabut dari daftar merah setelah tunggakan selesai",
)
BORROWED_BEFORE = TruthFact(
    key="borrowed_before",
    teller=Teller.OFFICE,
    holds="pernah meminjam dari dana bergulir ini",
    fails="belum pernah meminjam dari dana bergulir ini",
    question="Apakah pernah meminjam dari dana bergulir ini?",
)
LAST_LOAN = AmountFact(
    key="last_loan",
    label="pinjaman terakhir",
    unit=Unit.RUPIAH,
    teller=Teller.OFFICE,
    question="Berapa pinjaman terakhir dari dana ini?",
)
EARLIER_SETTLED = TruthFact(
    key="earlier_settled",
    teller=Teller.OFFICE,
    holds="pinjaman terdahulu dari dana ini sudah lunas",
    fails="pinjaman terdahulu dari dana ini belum lunas",
    question="Apakah pinjaman terdahulu dari dana ini sudah lunas, dan tanggal berapa?",
    remedy="lunasi pinjaman terdahulu dari dana ini",
)
SETTLED_TO_RENEW = TruthFact(
    key="settled_early_to_renew",
    teller=Teller.OFFICE,
    holds="melunasi lebih awal dengan alasan memperbarui pinjaman",
    fails="tidak melunasi lebih awal untuk memperbarui pinjaman",
    question="Apakah pinjaman terakhir dilunasi lebih awal untuk memperbarui pinjaman?",
)
MONTHS_SINCE_SETTLED = AmountFact(
    key="months_since_settled",
    label="jeda sejak pelunasan",
    unit=Unit.MONTHS,
    question="Tanggal berapa pinjaman terakhir lunas?",
    adjustment=Adjustment(up="ajukan lagi setelah {} sejak pelunasan"),
)
MONTHS_LOAN_RAN = AmountFact(
    key="months_loan_ran",
    label="lama pinjaman terakhir berjalan",
    unit=Unit.MONTHS,
    teller=Teller.OFFICE,
    question="Berapa bulan pinjaman terakhir berjalan sebelum lunas?",
)

# ---- opinions of the technical team ------------------------------------------------------------


def _opinion(key: str, holds: str, fails: str, question: str, remedy: str = "") -> TruthFact:
    return TruthFact(key=key, teller=Teller.TEAM, holds=holds, fails=fails, question=question, remedy=remedy)


SELECTED = _opinion(
    "selected",
    "lulus seleksi Tim Pokjanis",
    "tidak lulus seleksi Tim Pokjanis",
    "Apakah lulus seleksi administrasi dan survei Tim Pokjanis?",
    "perbaiki hal yang disebut dalam berita acara survei, lalu ajukan lagi",
)
POTENTIAL = _opinion(
    "potential",
    "usaha dinilai berpotensi dikembangkan",
    "usaha dinilai belum berpotensi dikembangkan",
    "Apakah usaha berpotensi untuk dikembangkan?",
)
PERFORMANCE = _opinion(
    "performance",
    "kinerja dinilai baik paling sedikit dua tahun",
    "kinerja dinilai belum baik selama dua tahun",
    "Apakah kinerja usaha baik paling sedikit dua tahun?",
)
CHARACTER = _opinion(
    "character",
    "karakter pemohon dinilai baik",
    "karakter pemohon tidak dinilai baik",
    "Apakah karakter pemohon dinilai baik?",
)
SURROUNDINGS = _opinion(
    "surroundings",
    "wilayah/lingkungan dinilai mendukung",
    "wilayah/lingkungan dinilai tidak mendukung",
    "Apakah wilayah/lingkungannya mendukung perekonomian dan pengembangan usaha?",
)
BOARD_WORKS = _opinion(
    "board_works",
    "pengurus dinilai berfungsi dengan baik",
    "pengurus dinilai belum berfungsi dengan baik",
    "Apakah pengurus berfungsi dengan baik?",
)
CREDIT_USED_WELL = _opinion(
    "credit_used_well",
    "kredit terdahulu dinilai dimanfaatkan dengan prestasi baik",
    "kredit terdahulu dinilai tidak dimanfaatkan dengan baik",
    "Apakah kredit terdahulu dimanfaatkan dengan prestasi yang baik?",
)
REPEAT_STANDING = _opinion(
    "repeat_standing",
    "pinjaman terdahulu dari dana ini dinilai baik/tidak cacat",
    "pinjaman terdahulu dari dana ini dinilai cacat",
    "Apakah pinjaman terdahulu dari dana ini dinilai baik/tidak cacat?",
)
RENEWAL_LEAVE = _opinion(
    "renewal_leave",
    "Pokjanis mengizinkan pinjaman baru sebelum 12 bulan",
    "Pokjanis tidak mengizinkan pinjaman baru sebelum 12 bulan",
    "Apakah Pokjanis mengizinkan pinjaman baru antara 6 dan 12 bulan sejak pelunasan?",
)
AMOUNT_REVIEWED = _opinion(
    "amount_reviewed",
    "jumlah pinjaman dinilai sesuai jenis usaha",
    "jumlah pinjaman dinilai tidak sesuai jenis usaha",
    "Apakah jumlah pinjaman sesuai jenis usahanya menurut Pokjanis?",
    "turunkan pinjaman sesuai hasil penilaian Pokjanis",
)
OPINIONS = (
    SELECTED,
    POTENTIAL,
    PERFORMANCE,
    CHARACTER,
    SURROUNDINGS,
    BOARD_WORKS,
    CREDIT_USED_WELL,
    REPEAT_STANDING,
    RENEWAL_LEAVE,
    AMOUNT_REVIEWED,
    TERM_RULING,
    PURPOSE_RULING,
    EARLIER_LAW_RULING,
)
