"""Every fact that the targets of Pasal 3 ask of a client, with the question that asks it."""

from domain.blitar.instruments import PP_7_2021
from domain.blitar.kinds import BusinessForm, CooperativeScale, Operation
from domain.dates import indonesian_date
from domain.regulation.expressions import AmountFact, ChoiceFact, TruthFact
from domain.regulation.fact import Teller
from domain.regulation.parameter import Unit

_SINCE_PP = indonesian_date(PP_7_2021.in_force_since)

OPERATION = ChoiceFact(
    key="operation",
    label="kegiatan usaha",
    choices=Operation,
    question="Apakah kegiatan usaha atau produksi sedang berjalan?",
    remedy="daftarkan lagi setelah usaha berjalan",
)

# ---- koperasi ------------------------------------------------------------------------------------
SEAT_IN_BLITAR = TruthFact(
    key="seat_in_blitar",
    teller=Teller.OFFICE,
    holds="koperasi berdomisili di Kabupaten Blitar",
    fails="koperasi berdomisili di luar Kabupaten Blitar",
    question="Di kecamatan dan desa mana koperasi berdomisili?",
)
SCALE = ChoiceFact(
    key="scale",
    label="skala koperasi",
    choices=CooperativeScale,
    teller=Teller.OFFICE,
    question="Koperasi ini berskala kabupaten, provinsi, atau nasional?",
)
BRANCH = TruthFact(
    key="is_branch",
    teller=Teller.OFFICE,
    holds="cabang dari koperasi yang lebih luas",
    fails="bukan cabang dari koperasi yang lebih luas",
    question="Apakah ini cabang dari koperasi yang lebih luas?",
)
BRANCH_ACCEPTED = TruthFact(
    key="branch_accepted",
    teller=Teller.TEAM,
    holds="cabang diterima sebagai sasaran pendampingan",
    fails="cabang tidak diterima sebagai sasaran pendampingan",
    question="Apakah cabang koperasi ini diterima sebagai sasaran pendampingan?",
)

# ---- usaha mikro ---------------------------------------------------------------------------------
OWNER_IN_BLITAR = TruthFact(
    key="owner_in_blitar",
    teller=Teller.OFFICE,
    holds="pelaku usaha berdomisili di Kabupaten Blitar",
    fails="pelaku usaha berdomisili di luar Kabupaten Blitar",
    question="Di kecamatan dan desa mana pemilik usaha berdomisili?",
)
BUSINESS_IN_BLITAR = TruthFact(
    key="business_in_blitar",
    teller=Teller.OFFICE,
    holds="tempat usaha ada di Kabupaten Blitar",
    fails="tempat usaha ada di luar Kabupaten Blitar",
    question="Di kecamatan dan desa mana tempat usahanya?",
)
FOUNDED_BEFORE_PP = TruthFact(
    key="founded_before_pp",
    holds=f"usaha berdiri sebelum {_SINCE_PP}",
    fails=f"usaha berdiri sejak {_SINCE_PP} atau sesudahnya",
    question="Kapan usaha berdiri?",
)
CAPITAL = AmountFact(
    key="capital",
    label="modal usaha",
    unit=Unit.RUPIAH,
    question="Berapa modal usaha, di luar tanah dan bangunan tempat usaha?",
)
SALES = AmountFact(
    key="annual_sales",
    label="penjualan tahunan",
    unit=Unit.RUPIAH,
    question="Berapa penjualan setahun?",
)
FORM = ChoiceFact(
    key="form",
    label="bentuk usaha",
    choices=BusinessForm,
    question="Apa bentuk usahanya?",
)
FORM_ACCEPTED = TruthFact(
    key="form_accepted",
    teller=Teller.TEAM,
    holds="bentuk usaha diterima sebagai usaha mikro perorangan",
    fails="bentuk usaha tidak diterima sebagai usaha mikro perorangan",
    question="Apakah usaha berbentuk badan ini diterima sebagai usaha mikro yang didampingi?",
)
RULINGS = (BRANCH_ACCEPTED, FORM_ACCEPTED)
