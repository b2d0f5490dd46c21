"""Kalkulator: the numbers of a simulated loan, what binds it, and what if."""

from urllib.parse import parse_qsl, unquote

import pytest

from db.office.practice import practice
from db.sampang.applications.applications import application
from domain.money import number
from domain.roles import Role
from domain.sampang.kinds import ApplicantKind, InterestMethod
from pages.sampang import law
from tests.screens.as_typed import as_typed
from tests.screens.demo_office import ELIGIBILITY, HOME, calm, go, labelled, said

CALCULATOR = "pages/sampang/calculator/screen.py"
# 100 juta over 36 months with land of 130 juta: exactly at the limit of 130 %.
HUNDRED = {"jumlah": "100000000", "tenor": "36", "tanah": "130000000", "cair": "2026-03-02"}
TEN_OVER_A_YEAR = {"jumlah": "10000000", "tenor": "12", "tanah": "13000000", "cair": "2026-03-02"}


@pytest.fixture
def opened(office):
    """Open the calculator as nobody, with what stands in the address."""
    return lambda **address: office.open(None, CALCULATOR, **address)


def type_in(screen, **typed):
    for name, value in typed.items():
        screen.session_state[f"kalkulator-{name}"] = as_typed(value)
    return calm(screen.run())


def figure(screen, label):
    return labelled(screen.metric, label).value


def asks(office, row):
    """Whether a listed application names both an amount and a tenor."""
    with office.database.read() as session:
        form = application(session, office.officer, row.id).application
    return bool(form.amount and form.term_months)


def at(screen, name):
    """What the address says under a name."""
    value = screen.query_params[name]
    return value[-1] if isinstance(value, list) else value


def settle(screen, month):
    return calm(screen.slider[0].set_value(month).run())


def in_words(table):
    return {place: list(row) for place, row in zip(table.value.index, table.value.values, strict=True)}


@pytest.mark.parametrize("role", [None, *Role])
def test_the_calculator_opens_for_every_role_and_for_nobody(office, role):
    screen = office.open(None if role is None else office.by_role[role], CALCULATOR)
    assert screen.title[0].value == "Kalkulator"
    # 20 juta over 24 months, flat: 6 % of it a year is 100.000 a month; 20 months pay it back.
    assert figure(screen, "Angsuran masa tenggang") == "Rp100.000"
    assert figure(screen, "Angsuran sesudahnya") == "Rp1.100.000"


def test_the_fixed_point_of_a_hundred_million_stands_on_the_screen(opened):
    screen = opened(**HUNDRED, cara="flat")
    assert figure(screen, "Angsuran masa tenggang") == "Rp500.000"
    assert figure(screen, "Angsuran sesudahnya") == "Rp3.625.000"
    assert figure(screen, "Jumlah jasa") == "Rp18.000.000"
    # The demo office's rates: 8 per thousand is Rp800.000, notary Rp250.000, one certificate Rp50.000.
    assert "Jumlah biaya Rp19.100.000" in said(screen)
    assert "Rp800.000" in said(screen)
    assert "Masa tenggang 4 bulan di dalam 36 bulan (III.6, VIII.5.c)" in said(screen)


def test_the_schedule_has_every_month_and_ends_at_zero(opened):
    rows = opened(**HUNDRED, cara="flat").dataframe[0].value
    assert len(rows) == 36
    assert list(rows.iloc[0]) == [1, "2 Apr 2026", "500.000", "0", "500.000", "100.000.000"]
    assert list(rows.iloc[4]) == [5, "2 Agu 2026", "3.625.000", "3.125.000", "500.000", "96.875.000"]
    assert list(rows.iloc[-1]) == [36, "2 Mar 2029", "3.625.000", "3.125.000", "500.000", "0"]


def test_a_month_without_the_day_falls_due_on_its_last_day(opened):
    rows = opened(**HUNDRED | {"cair": "2027-01-31"}).dataframe[0].value
    assert list(rows["Jatuh tempo"][:3]) == ["28 Feb 2027", "31 Mar 2027", "30 Apr 2027"]


def test_the_three_methods_stand_side_by_side(opened):
    lines = in_words(opened(**HUNDRED).table[0])
    assert lines["Jumlah jasa"] == ["18.000.000", "10.250.000", "10.462.504"]
    assert lines["Angsuran masa tenggang"] == ["500.000"] * 3
    # The first declining instalment is 3.125.000 + 500.000, the last 3.125.000 + 15.625.
    assert lines["Angsuran sesudahnya"][1] == "3.625.000"
    assert lines["Angsuran terakhir"][1] == "3.140.625"


@pytest.mark.parametrize(
    ("typed", "allowed"),
    [
        ("0", "Pinjaman harus antara Rp1.000 dan Rp100.000.000.000"),
        ("-5", "Jumlah tidak boleh negatif."),
        ("1", "Pinjaman harus antara Rp1.000 dan Rp100.000.000.000"),
        (str(10**15), "Jumlah paling banyak Rp1.000.000.000.000"),
        ("=1+1", "Tulis hasilnya, misalnya 4.500.000 atau 4,5 juta."),
        ("abc", "Jumlah ini tidak terbaca"),
        ("", "Isi jumlah pinjaman, misalnya 20 juta."),
    ],
)
def test_an_impossible_amount_is_told_what_is_allowed_and_where_and_nothing_is_lost(opened, typed, allowed):
    screen = type_in(opened(**HUNDRED), sanggup="2 juta", penghasilan="5 juta", lunas=20)
    type_in(screen, jumlah=typed)
    assert allowed in said(screen)
    assert "VIII.1.b" in said(screen) or "Romawi VIII angka 1 huruf b" in said(screen)
    assert screen.session_state["kalkulator-jumlah"] == typed
    type_in(screen, jumlah="100 juta")
    assert "= Rp100.000.000" in said(screen)
    assert figure(screen, "Jumlah jasa") == "Rp18.000.000"
    kept = {
        name: screen.session_state[f"kalkulator-{name}"] for name in ("tanah", "tenor", "sanggup", "lunas")
    }
    assert kept == {"tanah": "130.000.000", "tenor": 36, "sanggup": "2 juta", "lunas": 20}


def test_a_collateral_that_cannot_be_read_is_told_so(opened):
    screen = type_in(opened(**HUNDRED), tanah="banyak")
    assert "Jumlah ini tidak terbaca" in said(screen)
    assert "Agunan: IV.1.i, IV.2.g" in said(screen)


def test_a_loan_at_the_limit_is_within_it(opened):
    assert "Dalam batas. Paling banyak Rp100.000.000" in opened(**HUNDRED).success[0].value


@pytest.mark.parametrize(
    ("address", "told"),
    [
        # 52 juta / 130 %
        (
            {"jumlah": "45000000", "tanah": "52000000"},
            "Di atas batas. Paling banyak Rp40.000.000, dibatasi nilai agunan / 130 % (IV.2.g).",
        ),
        # Vehicles alone: VIII.1.b stops at 30 juta whatever they are worth.
        (
            {"jumlah": "45000000", "kendaraan": "200000000"},
            "Di atas batas. Paling banyak Rp30.000.000, dibatasi plafon (VIII.1.b).",
        ),
        (
            {"jumlah": "6000000", "jenis": "micro", "tanah": "20000000"},
            "Di atas batas. Paling banyak Rp5.000.000, dibatasi plafon (VIII.1.b).",
        ),
    ],
)
def test_the_limit_that_binds_is_named_with_its_place(opened, address, told):
    assert [warning.value for warning in opened(**address).warning] == [told]


def test_without_collateral_it_is_told_what_to_bring_instead_of_a_limit_of_nothing(opened):
    screen = opened(jumlah="20000000")
    assert not screen.warning
    assert screen.info[0].value == (
        "Paling banyak Rp100.000.000 dengan sertifikat tanah, Rp30.000.000 dengan BPKB (VIII.1.b). "
        "Agunan belum disebut: pinjaman ini memerlukan agunan Rp26.000.000 (IV.2.g)."
    )


def test_the_ceiling_of_land_and_vehicle_together_is_explained_as_on_paper(opened):
    # S-06 D: 20.000.000 of land / 130 % = 15.384.615 are covered by it, and 30.000.000 on the vehicle.
    told = said(opened(jumlah="20000000", tanah="20000000", kendaraan="15000000"))
    assert "Plafon Rp45.384.615 karena tanah dan BPKB bersama" in told


def test_a_loan_below_the_floor_is_told_the_floor(opened):
    screen = opened(jumlah="4000000", tanah="13000000")
    assert "paling sedikit Rp5.000.000 (VIII.1.b, tafsir S-05)" in screen.warning[0].value


def test_up_to_four_scenarios_are_kept_and_compared(opened):
    screen = opened(**HUNDRED)
    assert "Simpan sampai 4 skenario" in said(screen)
    for tenor, amount in ((36, "100 juta"), (24, "30 juta"), (12, "5 juta"), (36, "50 juta")):
        type_in(screen, tenor=tenor, jumlah=amount)
        labelled(screen.button, "Simpan skenario ini").click()
        calm(screen.run())
        assert labelled(screen.button, "Simpan skenario ini").disabled
    type_in(screen, jumlah="60 juta")
    assert labelled(screen.button, "Simpan skenario ini").disabled
    assert labelled(screen.button, "Simpan skenario ini").help == "Paling banyak 4; kosongkan dahulu."
    lines = in_words(screen.table[1])
    # Land of 130 juta is worth 100 juta of loan, whatever is asked; nothing is "Batas 0".
    assert lines["Paling banyak"] == ["100.000.000"] * 4
    assert lines["Jangka waktu"] == ["36 bulan", "24 bulan", "12 bulan", "36 bulan"]
    assert lines["Jumlah jasa"] == ["18.000.000", "3.600.000", "300.000", "9.000.000"]
    labelled(screen.button, "Kosongkan").click()
    calm(screen.run())
    assert len(screen.table) == 1


@pytest.mark.parametrize(
    ("month", "bracket"),
    [
        (11, "tambahan jasa 3 bulan × Rp500.000: Rp1.500.000 (umur pinjaman belum 12 bulan)"),
        (12, "tambahan jasa 2 bulan × Rp500.000: Rp1.000.000 (umur pinjaman 12 sampai 24 bulan)"),
        (24, "tambahan jasa 2 bulan × Rp500.000: Rp1.000.000 (umur pinjaman 12 sampai 24 bulan)"),
        (25, "tambahan jasa 1 bulan × Rp500.000: Rp500.000 (umur pinjaman lebih dari 24 bulan)"),
        (36, "tanpa tambahan jasa: ini angsuran terakhir"),
    ],
)
def test_the_slider_tells_the_bracket_of_the_month(opened, month, bracket):
    assert bracket in said(settle(opened(**HUNDRED), month))


def test_the_slider_tells_what_settling_costs_beside_going_on(opened):
    screen = settle(opened(**HUNDRED), 12)
    # Seven instalments of 3.125.000 are paid before month 12; its own interest is due, and two months more.
    assert figure(screen, "Dibayar pada 2 Maret 2027") == "Rp79.625.000"
    assert figure(screen, "Bila diteruskan sampai akhir") == "Rp90.625.000"


def test_on_the_anniversary_the_neighbouring_bracket_is_told_too(opened):
    screen = settle(opened(**HUNDRED), 12)
    assert "dengan 3 bulan tambahan jumlahnya Rp80.125.000 (tafsir S-43)" in said(screen)
    assert "tafsir S-43)." not in said(settle(screen, 13))


@pytest.mark.parametrize(("month", "loss"), [(10, "Rp50.000"), (11, "Rp100.000")])
def test_the_last_months_of_a_short_loan_warn_that_settling_costs_more(opened, month, loss):
    # 10 juta over 12: jasa 50.000 a month. Three months added, two (or one) months of jasa saved.
    screen = settle(opened(**TEN_OVER_A_YEAR), month)
    assert f"Melunasi sekarang lebih mahal {loss} daripada meneruskan angsuran." in said(screen)


def test_where_settling_saves_or_costs_the_same_nothing_is_warned_of(opened):
    screen = opened(**TEN_OVER_A_YEAR)
    for month in (1, 9, 12):
        settle(screen, month)
        assert "lebih mahal Rp" not in said(screen)
    assert "Melunasi lebih mahal daripada meneruskan pada bulan ke-10, 11." in said(screen)


@pytest.mark.parametrize(("month", "stays"), [(30, 12), (10, 10)])
def test_a_shorter_tenor_keeps_the_month_on_the_slider_as_far_as_it_goes(opened, month, stays):
    screen = type_in(settle(opened(**HUNDRED), month), tenor=12)
    assert screen.slider[0].value == stays


def test_the_reverse_questions_are_answered(opened):
    screen = type_in(opened(**HUNDRED), sanggup="3.625.000", penghasilan="14,5 juta")
    words = said(screen)
    assert "Agunan yang diperlukan untuk Rp100.000.000: **Rp130.000.000**" in words
    # A 32nd part of it, rounded down, and 0,5 % of it, rounded, are 3.125.000 and 500.000.
    assert figure(screen, "36 bulan") == "Rp100.000.031"
    assert "jangka waktu yang sanggup: 36 bulan (Rp3.625.000)" in words
    assert "**25,0 %** dari penghasilan bersih" in words


def test_each_tenor_has_its_largest_loan_and_the_chosen_one_is_taken_over(opened):
    screen = type_in(opened(tanah="130000000"), sanggup="900 ribu")
    # Flat: a tenth, a twentieth and a 32nd part of the loan, and 0,5 % of it, are 900.000 at most.
    shown = [int(figure(screen, f"{tenor} bulan")[2:].replace(".", "")) for tenor in (12, 24, 36)]
    for parts, largest in zip((10, 20, 32), shown, strict=True):
        assert (
            largest // parts + round(largest * 0.005)
            <= 900_000
            < (largest + parts) // parts + round((largest + parts) * 0.005)
        )
    screen.button("kalkulator-pakai-36").click()
    calm(screen.run())
    assert figure(screen, "Angsuran sesudahnya") == "Rp900.000"
    assert at(screen, "tenor") == "36"


def test_an_amount_above_the_limit_is_said_and_the_limit_offered_in_its_place(opened):
    screen = type_in(opened(), sanggup="5 juta")
    assert "Di atas batas Rp30.000.000, plafon (VIII.1.b)" in said(screen)
    screen.button("kalkulator-pakai-24").click()
    calm(screen.run())
    assert screen.session_state["kalkulator-jumlah"] == "30.000.000"


def test_every_tenor_stands_beside_the_others_with_its_instalment(opened):
    # 20 juta, flat: 100.000 a month, and 2.000.000, 1.000.000 or 625.000 of principal.
    labels = [button.label for button in opened().button if "bulan**" in button.label]
    assert labels == ["**12 bulan**\nRp2.100.000", "✓ **24 bulan**\nRp1.100.000", "**36 bulan**\nRp725.000"]


def test_the_effective_rate_is_told_with_and_without_the_fees(opened):
    screen = opened(**HUNDRED, cara="flat")
    without = figure(screen, "Bunga efektif")
    assert f"Bunga efektif {without} setahun dari jasa saja; " in said(screen)
    assert "dengan asuransi, notaris dan BPN" in said(screen)


def test_a_message_for_whatsapp_is_ready_and_nothing_is_sent_by_the_server(opened):
    screen = opened(**HUNDRED, cara="flat")
    (link,) = [one.proto for one in screen.get("link_button")]
    scheme, _, text = link.url.partition("?text=")
    words = unquote(text)
    assert scheme == "https://wa.me/"
    for told in (
        "Simulasi pinjaman Rp100.000.000",
        "Bulan 1 sampai 4: Rp500.000 (jasa saja).",
        "Bulan 5 sampai 36: Rp3.625.000 sebulan.",
        "bukan persetujuan",
        "tanah=130000000",
    ):
        assert told in words


def test_a_shared_link_opens_on_the_figures_with_the_questions_in_one_line(opened):
    screen = opened(**HUNDRED, cara="flat", lihat="hasil")
    assert "Rp100.000.000 · 36 bulan · flat — ubah" in [button.label for button in screen.button]
    labelled(screen.button, "Rp100.000.000 · 36 bulan · flat — ubah").click()
    calm(screen.run())
    assert "Rp100.000.000 · 36 bulan · flat — tutup isian" in [button.label for button in screen.button]


def test_an_instalment_that_pays_for_nothing_is_told_so(opened):
    words = said(type_in(opened(**HUNDRED), sanggup="1"))
    assert "Angsuran itu terlalu kecil untuk pinjaman mana pun." in words
    assert "tidak ada jangka waktu yang cukup ringan" in words


@pytest.mark.parametrize("typed", ["0", "-5", "abc", "=1+1", str(10**15)])
def test_a_reverse_question_that_cannot_be_read_is_told_so(opened, typed):
    assert said(type_in(opened(**HUNDRED), sanggup=typed, penghasilan=typed)).count(":red[⚠") == 2


def test_the_collateral_that_is_still_lacking_is_told(opened):
    screen = opened(jumlah="45000000", tanah="52000000")
    assert "**Rp58.500.000** (130 %); masih kurang Rp6.500.000" in said(screen)


def test_the_whole_state_comes_from_the_address(opened):
    screen = opened(
        jumlah="30000000",
        jenis="primary_coop",
        tanah="40000000",
        kendaraan="9000000",
        tenor="36",
        cara="annuity",
        cair="2028-02-29",
        lunas="20",
    )
    state = {
        key: screen.session_state[f"kalkulator-{key}"] for key in ("jumlah", "tanah", "kendaraan", "cara")
    }
    assert state == {
        "jumlah": "30.000.000",
        "tanah": "40.000.000",
        "kendaraan": "9.000.000",
        "cara": "annuity",
    }
    assert screen.selectbox[0].value == "primary_coop"
    assert screen.session_state["kalkulator-tenor"] == 36
    assert screen.slider[0].value == 20
    assert "angsuran pertama 29 Maret 2028" in said(screen)


def test_the_whole_state_is_told_to_the_address_and_to_the_link(opened):
    screen = settle(opened(**HUNDRED), 20)
    type_in(screen, jumlah="60 juta", kendaraan="1 juta", cara=InterestMethod.DECLINING, tenor=24)
    told = {
        "jumlah": "60000000",
        "jenis": "usaha-kecil-atau-menengah",
        "tanah": "130000000",
        "kendaraan": "1000000",
        "tenor": "24",
        "cara": "menurun",
        "cair": "2026-03-02",
        "lunas": "20",
    }
    assert {name: at(screen, name) for name in screen.query_params} == told
    assert all(f"{name}={value}" in screen.code[0].value for name, value in told.items())


def test_the_link_does_not_make_its_reader_somebody_else(office):
    screen = office.open(office.officer, CALCULATOR)
    assert "sebagai" in screen.query_params
    assert "sebagai" not in screen.code[0].value


@pytest.mark.parametrize(
    "garbage",
    [
        {"tenor": "abc", "jenis": "xyz", "cair": "31-02-2026", "jumlah": "1e9", "lunas": "999"},
        {"tenor": "6", "jenis": "", "cair": "9999-12-31", "jumlah": "-5", "lunas": "-1"},
        {"tenor": "24.0", "cara": "<b>", "cair": "0001-01-01", "jumlah": "9" * 5000, "lunas": "9" * 5000},
        {"tanah": "²", "kendaraan": "1.000", "cair": "2026-02-29", "lunas": "0"},
    ],
)
def test_garbage_in_the_address_leaves_the_usual_simulation(opened, garbage):
    screen = opened(**garbage)
    assert figure(screen, "Angsuran sesudahnya") == "Rp1.100.000"
    assert 1 <= screen.slider[0].value <= 24
    assert "tenor=24" in screen.code[0].value


def test_whoever_only_looks_finds_the_address_as_it_was(opened):
    assert not opened().query_params


def test_the_state_is_still_there_after_another_screen(opened):
    screen = settle(opened(**HUNDRED, cara="annuity"), 20)
    calm(go(screen, HOME).run())
    for name in list(screen.query_params):
        del screen.query_params[name]
    calm(go(screen, CALCULATOR).run())
    assert figure(screen, "Jumlah jasa") == "Rp10.462.504"
    assert screen.slider[0].value == 20


def test_a_link_wins_over_what_was_there_before(opened):
    screen = opened(**HUNDRED)
    calm(go(screen, HOME).run())
    for name in list(screen.query_params):
        del screen.query_params[name]
    calm(go(screen, CALCULATOR, jumlah="30000000", tenor="24").run())
    assert figure(screen, "Jumlah jasa") == "Rp3.600.000"
    assert "Agunan belum disebut" in said(screen)


def test_from_an_application_the_calculator_opens_filled_in(office):
    row = next(row for row in office.rows() if row.kind is ApplicantKind.CLUSTER and asks(office, row))
    screen = office.open(office.officer, ELIGIBILITY, no=row.id)
    links = [element.proto for element in screen.get("page_link")]
    (link,) = [link for link in links if link.label == "Hitung angsuran"]
    calm(go(screen, CALCULATOR, **dict(parse_qsl(link.query_string))).run())
    assert screen.session_state["kalkulator-jumlah"] == number(row.amount)
    assert screen.selectbox[0].value == "cluster"


def test_the_practice_of_the_office_is_read_once_a_run(opened, monkeypatch):
    reads = []
    monkeypatch.setattr(law, "practice", lambda *told: reads.append(told) or practice(*told))
    screen = opened(**HUNDRED)
    reads.clear()
    type_in(screen, jumlah="60 juta")
    assert len(reads) == 1


def test_no_day_before_the_regulation_can_be_chosen(opened):
    too_early = "Perbup Sampang 20/2015 belum berlaku pada 3 Mei 2015"
    assert too_early in said(type_in(opened(**HUNDRED), cair="3/5/2015"))
    assert "belum berlaku" not in said(type_in(opened(**HUNDRED), cair="4/5/2015"))
    linked = opened(**HUNDRED | {"cair": "2015-05-03"})
    assert too_early in said(linked)
    assert linked.get("download_button") == []


def test_the_other_reading_of_the_grace_is_told_for_two_years(opened):
    # 22 juta / 22 = 1.000.000, and 0,5 % of 22 juta = 110.000; 24 of them are 2.640.000.
    screen = opened(jumlah="22000000", tenor="24", cara="flat")
    told = "Menurut tafsir S-40 bacaan B: masa tenggang 2 bulan, angsuran sesudahnya Rp1.110.000"
    assert f"{told}, jumlah jasa Rp2.640.000." in said(screen)
    assert "S-40 bacaan B" not in said(type_in(screen, tenor=36))


def test_goods_are_asked_and_stand_in_the_address(opened):
    screen = opened(jumlah="20000000", tanah="13000000", barang="13000000")
    assert "Dalam batas. Paling banyak Rp20.000.000" in screen.success[0].value
    assert at(type_in(screen, barang="14 juta"), "barang") == "14000000"


def test_a_tenor_that_is_not_offered_is_said_and_not_silently_changed(opened):
    screen = opened(jumlah="20000000", tanah="26000000", tenor="18")
    told = "Jangka waktu yang diminta, 18 bulan, tidak disebut Perbup: hanya 12, 24, 36 bulan"
    assert told in said(screen)
    assert "Yang dihitung di sini 24 bulan." in said(screen)
    assert told in said(type_in(screen, jumlah="21 juta"))
    for tenor in (36, 24):
        screen.button(f"kalkulator-tenor-{tenor}").click()
        assert told not in said(calm(screen.run()))
