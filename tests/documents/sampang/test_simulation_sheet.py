"""The simulation is one page that names its method and provisions and promises nothing."""

from datetime import date

import pytest

from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import Practice
from domain.regulation.wording import percent
from domain.sampang.kinds import BorrowerKind, InterestMethod
from tests.documents.printed import pages_of
from tests.documents.sampang.loans import FEES_SET, simulated, simulation

FLAT, DECLINING, ANNUITY = InterestMethod


def page_of(told, **changed):
    (page,) = pages_of(simulation(told, **changed))
    return page


def test_the_largest_land_loan_over_three_years_flat():
    # 100.000.000 x 6 % / 12 = 500.000; 100.000.000 / 32 = 3.125.000; 36 x 500.000 = 18.000.000.
    page = page_of(simulated(100_000_000, 36, land=150_000_000), applicant_name="Siti Aminah")
    for words in (
        "Pemohon Siti Aminah",
        "Rp100.000.000 (seratus juta rupiah)",
        "Jenis peminjam Usaha kecil atau menengah",
        "36 bulan, termasuk masa tenggang 4 bulan",
        "Cara hitung jasa Tetap (flat)",
        "Pencairan 31 Januari 2026",
        "Angsuran masa tenggang Rp500.000 bulan 1 sampai 4, jasa saja",
        "Angsuran sesudahnya Rp3.625.000 bulan 5 sampai 36",
        "Jumlah jasa Rp18.000.000 seluruhnya dibayar Rp118.000.000",
        "Bunga efektif setahun 10,5 %",
        "Jumlah: pokok Rp100.000.000 + jasa Rp18.000.000 = Rp118.000.000",
    ):
        assert words in page


def test_a_small_annuity_over_one_year():
    # Level payment 513.853; the tenth takes what is left: 5.188.527 - 2 x 25.000 - 9 x 513.853.
    page = page_of(simulated(5_000_000, 12, ANNUITY, borrower=BorrowerKind.MICRO, land=10_000_000))
    assert "Cara hitung jasa Anuitas" in page
    assert "Rp513.853 bulan 3 sampai 11; terakhir Rp513.850" in page
    assert "Jumlah jasa Rp188.527" in page


def test_a_declining_loan_says_how_far_the_instalment_falls():
    # 1.500.000 + 150.000 first, 1.500.000 + 0,5 % of 1.500.000 last; 600.000 + 7.500 x 210 of interest.
    page = page_of(simulated(30_000_000, 24, DECLINING, land=50_000_000))
    assert "Rp1.650.000 bulan 5, lalu menurun; terakhir Rp1.507.500" in page
    assert "Jumlah jasa Rp2.175.000" in page


def test_due_dates_keep_to_the_end_of_each_month():
    page = page_of(simulated(100_000_000, 36))
    assert "1 28 Feb 2026 tenggang 500.000 500.000 100.000.000" in page
    assert "2 31 Mar 2026 tenggang" in page
    assert "5 30 Jun 2026 3.125.000 500.000 3.625.000 96.875.000" in page
    assert "25 29 Feb 2028" in page
    assert "36 31 Jan 2029 3.125.000 500.000 3.625.000 0" in page


@pytest.mark.parametrize("tenor", [12, 24, 36])
@pytest.mark.parametrize("method", InterestMethod)
def test_every_tenor_and_method_fits_on_one_page(tenor, method):
    assert f"{tenor} 31 Jan {2026 + tenor // 12}" in page_of(simulated(37_123_457, tenor, method))


@pytest.mark.parametrize("tenor", [24, 36])
@pytest.mark.parametrize("borrower", BorrowerKind)
def test_the_most_that_can_be_told_still_fits_on_one_page(borrower, tenor):
    # Every fee, all collateral, a limit with its other readings, the longest words, and a name without end.
    told = simulated(
        77_777_777_777,
        tenor,
        ANNUITY,
        borrower=borrower,
        land=50_000_000,
        vehicles=45_000_000,
        goods=45_000_000,
        practice=FEES_SET,
    )
    page = page_of(told, applicant_name="W" * 5_000, printed_by="W" * 5_000, rules_version="W" * 5_000)
    assert "halaman 1 dari 1" in page
    assert "Simulasi ini bukan persetujuan" in page


def test_a_loan_within_the_limit_says_so_with_the_limit_that_binds():
    # 150.000.000 / 130 % = 115.384.615, so that the ceiling binds; with 18 % of interest 97.783.572.
    page = page_of(simulated(100_000_000, 36, land=150_000_000))
    assert "Pinjaman ini di dalam batas. Paling banyak Rp100.000.000, dibatasi plafon (VIII.1.b)" in page
    assert "nilai agunan / 130 % (IV.2.g) Rp115.384.615." in page
    assert "Rp97.783.572 menurut bacaan lain" in page


def test_a_loan_above_the_limit_says_by_how_much():
    # Land 50.000.000 / 130 % = 38.461.538, and 30.000.000 for the vehicle (S-06 D).
    page = page_of(simulated(100_000_000, 36, land=50_000_000, vehicles=45_000_000))
    assert "Pinjaman ini Rp31.538.462 di atas batas. Paling banyak Rp68.461.538" in page
    assert "nilai agunan / 130 % (IV.2.g) Rp73.076.923, juga terlampaui" in page
    assert "Rp30.000.000 menurut bacaan lain" in page


def test_the_ceiling_of_land_and_vehicle_together_is_explained():
    # S-06 D: 20.000.000 of land / 130 % = 15.384.615 are covered by it, and 30.000.000 on the vehicle.
    page = page_of(simulated(20_000_000, 24, land=20_000_000, vehicles=15_000_000))
    assert "Plafon Rp45.384.615 karena tanah dan BPKB bersama: yang tidak tertutup tanah paling" in page
    assert "banyak Rp30.000.000 (VIII.1.b, tafsir S-06)" in page


def test_a_limit_without_collateral_is_not_called_a_refusal():
    page = page_of(simulated(4_000_000, 12, borrower=BorrowerKind.MICRO))
    assert "di dalam batas. Paling banyak Rp5.000.000, dibatasi plafon (VIII.1.b)." in page
    # 130 % of 4.000.000
    assert "Agunan belum disebut: pinjaman ini memerlukan agunan Rp5.200.000 (IV.2.g)." in page
    assert "Rp0" not in page
    assert "Rp4.000.000 di atas" not in page


def test_fees_that_nobody_set_are_not_invented():
    page = page_of(simulated(100_000_000, 36))
    assert "Asuransi, notaris, pengecekan BPN: belum ditetapkan kantor (VIII.5.d)" in page
    assert "dari jasa saja, tanpa biaya" in page


def test_fees_that_are_set_are_added_up():
    # 5 per mille of 100.000.000 = 500.000; with 750.000 and 18.000.000 of interest 19.250.000.
    page = page_of(simulated(100_000_000, 36, practice=FEES_SET))
    assert "Asuransi Rp500.000, notaris Rp750.000, pengecekan BPN belum ditetapkan kantor" in page
    assert "Jasa dan biaya bersama (tanpa yang belum ditetapkan): Rp19.250.000." in page
    # 98.750.000 are received: the monthly rate that makes the instalments worth them, twelve times over.
    assert f"jasa saja; dengan biaya {percent(yearly_rate(98_750_000, 36, 4))}" in page


def yearly_rate(received, tenor, grace):
    """The rate of a flat loan of 100 juta by plain bisection over its instalments."""
    paid = [500_000] * grace + [3_625_000] * (tenor - grace)
    low, high = 0.0, 0.1
    while high - low > 1e-12:
        rate = (low + high) / 2
        worth = sum(each / (1 + rate) ** month for month, each in enumerate(paid, 1))
        low, high = (rate, high) if worth > received else (low, rate)
    return (1 + low) ** 12 - 1


def test_the_page_promises_nothing_and_names_what_it_rests_on():
    page = page_of(simulated(30_000_000, 24))
    assert "Simulasi angsuran · bukan persetujuan" in page
    assert "bukan persetujuan dan tidak mengikat" in page
    for place in ("III.6 Jangka", "VIII.4 Jasa", "VIII.5.c Masa", "VIII.5.d Asuransi", "VIII.5.e Lunas"):
        assert place in page
    assert "dibulatkan ke rupiah terdekat; sisa pembagian pokok masuk ke angsuran terakhir" in page
    assert "jasa 3 bulan sebelum 1 tahun, 2 bulan sampai 2 tahun, 1 bulan sesudahnya" in page
    assert "Perbup Sampang 20/2015" in page
    assert "dicetak 3 Maret 2026 oleh Ach. Fauzi" in page


def test_the_other_reading_of_the_grace_is_told_while_it_is_open():
    # 22.000.000 / 22 = 1.000.000, and 0,5 % of 22.000.000 = 110.000; 24 of them are 2.640.000.
    other = "Menurut bacaan lain: masa tenggang 2 bulan, angsuran sesudahnya Rp1.110.000"
    page = page_of(simulated(22_000_000, 24))
    assert f"{other}, jumlah jasa Rp2.640.000." in page
    decree = Settlement("B", date(2026, 1, 5), "Kepala Dinas", "188/01/2026")
    page = page_of(simulated(22_000_000, 24, practice=Practice(settlements=(("S-40", decree),))))
    assert "masa tenggang 2 bulan, angsuran" not in page
    assert "termasuk masa tenggang 2 bulan" in page


def test_goods_are_named_beside_the_land():
    assert "tanah Rp13.000.000, barang Rp13.000.000" in page_of(
        simulated(20_000_000, 12, land=13_000_000, goods=13_000_000)
    )


def test_a_real_simulation_carries_no_demo_mark():
    told = simulated(30_000_000, 24)
    assert "DATA CONTOH" in page_of(told)
    assert "DATA CONTOH" not in page_of(told, demo=False)


def test_a_reprint_gives_the_same_bytes():
    assert simulation(simulated(30_000_000, 24)) == simulation(simulated(30_000_000, 24))


@pytest.mark.parametrize("name", ["<b>x</b>", "**tebal**", "=1+1", "{nb}", "a\nb", "\u202e中\x00"])
def test_a_name_is_printed_as_typed(name):
    page = page_of(simulated(5_000_000, 12), applicant_name=name)
    typed = name.replace("\n", " ").replace("\u202e中\x00", "[U+4E2D U+0000]")
    assert f"Pemohon {typed} Pinjaman" in page


def test_a_simulation_for_nobody_says_so():
    assert "Pemohon tidak disebut" in page_of(simulated(5_000_000, 12), applicant_name=" \n")


@pytest.mark.parametrize(
    ("fraction", "words"),
    [
        (0.06, "6,0 %"),
        (0.1054, "10,5 %"),
        (0.0, "0,0 %"),
        (0.999, "99,9 %"),
        (2.5, "250,0 %"),
        (10.0, "1.000,0 %"),
        (4095.0, "di atas 1.000 %"),
    ],
)
def test_a_rate_has_one_decimal(fraction, words):
    assert percent(fraction) == words
