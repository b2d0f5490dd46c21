"""Pengajuan > Agunan: what is typed about a thing stays with that thing, whatever happens to the others."""

import pytest

from domain.sampang.application import Applicant, Collateral, LoanApplication
from domain.sampang.case_of import ruling_key
from domain.sampang.kinds import ApplicantKind, CollateralKind, LandSituation, Plate, PriceLetter
from pages.sampang.intake.card_list import CardList
from tests.screens.demo_office import ELIGIBILITY, said, unescaped
from tests.screens.sampang.intake_form import IntakeForm

NAME = "Toko Kartu Agunan"
LAND = {
    "Keterangan": "SHM 123 Gunung Sekar",
    "Nilai": "52.000.000",
    "Surat keterangan harga dari": "Camat",
    "Letak tanah": "Di tempat usaha",
    "Atas nama pemohon/pengurus?": "Tidak",
    "Nama pemilik lain": "Moh. Ridwan",
    "Surat kuasa bermeterai dari semua pemilik?": "Ya",
}
CAR = {
    "Keterangan": "Suzuki Carry L 9012 AB",
    "Nilai": "40 juta",
    "Ditaksir oleh": "Rahmat",
    "Jumlah roda": 4,
    "Tahun dibuat": 2016,
    "Tahun BPKB": 2017,
    "Nomor polisi daerah": "Daerah lain",
    "Ada kuitansi jual beli?": "Ya",
    "Atas nama pemohon/pengurus?": "Ya",
}
MOTORCYCLE = {
    "Keterangan": "Honda Beat M 4411 XY",
    "Nilai": "13 juta",
    "Ditaksir oleh": "Rahmat",
    "Jumlah roda": 2,
    "Tahun dibuat": 2020,
    "Nomor polisi daerah": "Sampang",
    "Atas nama pemohon/pengurus?": "Ya",
}
GOODS = {
    "Keterangan": "Dua mesin jahit",
    "Nilai": "4 juta",
    "Ditaksir oleh": "Rahmat",
    "Ada surat pernyataan jaminan barang?": "Ya",
    "Atas nama pemohon/pengurus?": "Ya",
}
THE_LAND = Collateral(
    kind=CollateralKind.LAND,
    description="SHM 123 Gunung Sekar",
    value=52_000_000,
    price_letter=PriceLetter.CAMAT,
    situation=LandSituation.AT_BUSINESS,
    owned_by_applicant=False,
    owner_name="Moh. Ridwan",
    power_of_attorney=True,
)
THE_CAR = Collateral(
    kind=CollateralKind.VEHICLE,
    description="Suzuki Carry L 9012 AB",
    value=40_000_000,
    assessed_by="Rahmat",
    wheels=4,
    year=2016,
    title_year=2017,
    plate=Plate.OTHER,
    sale_receipt=True,
    owned_by_applicant=True,
)
THE_MOTORCYCLE = Collateral(
    kind=CollateralKind.VEHICLE,
    description="Honda Beat M 4411 XY",
    value=13_000_000,
    assessed_by="Rahmat",
    wheels=2,
    year=2020,
    plate=Plate.SAMPANG,
    owned_by_applicant=True,
)
THE_GOODS = Collateral(
    kind=CollateralKind.GOODS,
    description="Dua mesin jahit",
    value=4_000_000,
    assessed_by="Rahmat",
    statement=True,
    owned_by_applicant=True,
)


@pytest.fixture
def form(office):
    return IntakeForm(office).type_in(applicant__name=NAME)


def stored(office):
    return office.named(NAME).application.collateral


def opened_with(office, *things):
    """The form, opened on a draft with some things."""
    who = Applicant(kind=ApplicantKind.BUSINESS, name=NAME)
    return IntakeForm(office, no=office.store(LoanApplication(applicant=who, collateral=things)))


def test_every_answer_about_every_kind_of_thing_is_stored_in_the_order_of_the_cards(office, form):
    form.pledge("kendaraan", CAR).pledge("tanah", LAND).pledge("barang", GOODS).pledge(
        "kendaraan", MOTORCYCLE
    )
    assert form.cards.headings() == ["Agunan 1", "Agunan 2", "Agunan 3", "Agunan 4"]
    form.save_draft()
    assert stored(office) == (THE_CAR, THE_LAND, THE_GOODS, THE_MOTORCYCLE)


def test_a_thing_removed_in_the_middle_takes_no_value_of_another_with_it(office, form):
    form.pledge("kendaraan", CAR).pledge("tanah", LAND).pledge("kendaraan", MOTORCYCLE)
    form.cards.press(2, "Hapus").press(2, "Ya, hapus")
    assert form.cards.shown(2)["Keterangan"] == "Honda Beat M 4411 XY"
    form.cards.type_in(2, {"Nilai": "14 juta"}).add("barang", GOODS)
    form.save_draft()
    car, motorcycle, goods = stored(office)
    assert (car, goods) == (THE_CAR, THE_GOODS)
    assert (motorcycle.description, motorcycle.value) == ("Honda Beat M 4411 XY", 14_000_000)


def test_a_removed_thing_is_put_back_in_its_place_as_it_was(office, form):
    form.pledge("kendaraan", CAR).pledge("tanah", LAND).pledge("kendaraan", MOTORCYCLE)
    form.cards.press(2, "Hapus").press(2, "Ya, hapus")
    assert "Dihapus: SHM 123 Gunung Sekar" in said(form.screen)
    form.leave_and_come_back(ELIGIBILITY)
    form.press("Kembalikan")
    form.save_draft()
    assert stored(office) == (THE_CAR, THE_LAND, THE_MOTORCYCLE)


def test_removing_asks_first_and_may_be_left(office, form):
    form.pledge("kendaraan", CAR)
    form.cards.press(1, "Hapus")
    assert "Hapus agunan ini?" in form.cards.said(1)
    form.cards.press(1, "Tidak")
    assert "Hapus agunan ini?" not in form.cards.said(1)
    form.save_draft()
    assert stored(office) == (THE_CAR,)


def test_a_blank_card_goes_without_a_question_and_is_never_stored(office, form):
    form.pledge("tanah", {}).pledge("kendaraan", CAR).pledge("barang", {})
    assert form.cards.headings() == ["Agunan baru", "Agunan 1", "Agunan baru"]
    form.cards.press(1, "Hapus")
    assert form.cards.headings() == ["Agunan 1", "Agunan baru"]
    assert "Dihapus" not in said(form.screen)
    form.save_draft()
    assert stored(office) == (THE_CAR,)


def test_a_copy_stands_behind_its_original_and_must_be_told_apart(office, form):
    form.pledge("kendaraan", CAR).pledge("tanah", LAND)
    form.cards.press(1, "Salin")
    assert form.cards.shown(2) == form.cards.shown(1)
    assert "sama persis dengan agunan 1" in form.cards.said(2)
    form.save_draft()
    assert office.rows(text=NAME) == ()
    form.cards.type_in(2, {"Keterangan": "Suzuki Carry L 9013 AB"})
    form.save_draft()
    first, copied, land = stored(office)
    assert (first, land) == (THE_CAR, THE_LAND)
    assert (copied.description, copied.value, copied.year) == ("Suzuki Carry L 9013 AB", 40_000_000, 2016)


def test_a_card_of_another_kind_asks_for_that_kind_and_keeps_what_both_have(office, form):
    form.pledge("barang", GOODS)
    form.cards.type_in(1, {"Jenis agunan": "Kendaraan (BPKB)"})
    assert "Ada surat pernyataan jaminan barang?" not in form.cards.shown(1)
    form.cards.type_in(1, {"Jumlah roda": 2})
    form.save_draft()
    (thing,) = stored(office)
    assert (thing.kind, thing.value, thing.wheels, thing.statement) == (
        CollateralKind.VEHICLE,
        4_000_000,
        2,
        None,
    )


def test_a_card_without_a_kind_says_so_and_loses_nothing(office, form):
    form.pledge("kendaraan", CAR)
    form.screen.session_state[f"{form.nonce}:collateral.0.kind"] = None
    form.save_draft()
    assert "Jenis agunan belum dipilih" in form.cards.said(1)
    assert office.rows(text=NAME) == ()
    form.cards.type_in(1, {"Jenis agunan": "Kendaraan (BPKB)"})
    form.save_draft()
    assert stored(office) == (THE_CAR,)


def test_who_else_owns_a_thing_is_asked_once_it_is_not_the_applicants(form):
    form.pledge("tanah", {"Keterangan": "SHM 1"})
    assert "Nama pemilik lain" not in form.cards.shown(1)
    form.cards.type_in(1, {"Atas nama pemohon/pengurus?": "Tidak"})
    assert {"Nama pemilik lain", "Surat kuasa bermeterai dari semua pemilik?"} <= set(form.cards.shown(1))


def test_an_answer_that_stands_there_is_shown_also_where_it_matters_no_longer(office, form):
    form.pledge("tanah", LAND)
    form.cards.type_in(1, {"Atas nama pemohon/pengurus?": "Ya"})
    assert form.cards.shown(1)["Nama pemilik lain"] == "Moh. Ridwan"


@pytest.mark.parametrize("thing", [THE_LAND, THE_CAR, THE_MOTORCYCLE, THE_GOODS])
def test_a_thing_that_is_only_looked_at_stays_the_same_thing(office, thing):
    # A ruling of the team, and the bank's register, know a thing by all that is written about it.
    form = opened_with(office, thing)
    form.type_in(plan="rencana baru").save_draft()
    assert [ruling_key(one) for one in stored(office)] == [ruling_key(thing)]


def test_what_a_card_does_not_ask_about_a_stored_thing_stays(office):
    priced = Collateral(kind=CollateralKind.LAND, description="SHM 9", assessed_by="Camat Torjun")
    form = opened_with(office, priced)
    form.cards.type_in(1, {"Nilai": "9 juta"})
    form.save_draft()
    (land,) = stored(office)
    assert (land.assessed_by, land.value) == ("Camat Torjun", 9_000_000)


def test_a_stored_thing_that_says_nothing_stays_until_somebody_removes_it(office):
    form = opened_with(office, Collateral(kind=CollateralKind.LAND), THE_CAR)
    assert form.cards.headings() == ["Agunan 1", "Agunan 2"]
    form.type_in(plan="rencana baru").save_draft()
    assert stored(office) == (Collateral(kind=CollateralKind.LAND), THE_CAR)


def test_a_stored_thing_can_be_removed_and_the_others_are_kept(office):
    form = opened_with(office, THE_CAR, THE_LAND, THE_MOTORCYCLE)
    form.cards.press(1, "Hapus").press(1, "Ya, hapus")
    form.cards.add("barang", GOODS)
    form.save_draft()
    assert stored(office) == (THE_LAND, THE_MOTORCYCLE, THE_GOODS)


def test_the_list_is_kept_as_plain_values_that_can_be_stored(form):
    form.pledge("kendaraan", CAR).pledge("tanah", LAND)
    form.cards.press(1, "Hapus").press(1, "Ya, hapus")
    typed = form.screen.session_state[f"{form.nonce}:typed"]
    lists = {
        name: value for name, value in typed.items() if name.startswith("collateral") and name.count(".") < 2
    }
    assert lists.pop("collateral_complete") is False
    assert lists == {"collateral": [0, 1], "collateral.removed": [0], "collateral.next": 2}
    assert typed["collateral.0.description"] == "Suzuki Carry L 9012 AB"


def test_what_stands_in_the_store_of_the_form_is_all_that_the_cards_need(office, form):
    form.pledge("kendaraan", CAR).pledge("tanah", LAND).pledge("kendaraan", MOTORCYCLE)
    form.cards.press(2, "Hapus").press(2, "Ya, hapus")
    typed = dict(form.screen.session_state[f"{form.nonce}:typed"])
    again = IntakeForm(office)
    again.screen.session_state[f"{again.nonce}:typed"] = typed
    for field in typed:
        again.screen.session_state[f"{again.nonce}:{field}"] = typed[field]
    again.screen.run()
    again.save_draft()
    assert stored(office) == (THE_CAR, THE_MOTORCYCLE)


class KeptAlone:
    """A form of which only what was changed in an earlier visit is known."""

    def __init__(self, typed):
        self.typed = typed

    def kept(self, field):
        return self.typed.get(field)

    def keep(self, field, told):
        self.typed[field] = told


def test_what_was_removed_in_an_earlier_visit_stays_removed_when_nothing_else_was_changed():
    cards = CardList(KeptAlone({"collateral.removed": [0]}), (THE_CAR, THE_MOTORCYCLE))
    assert (list(cards), cards.shown) == ([0, 1], 1)
    assert [cards.is_removed(number) for number in cards] == [True, False]


# ---- what they cover ---------------------------------------------------------------------------
def test_the_running_total_names_what_counts_what_is_needed_and_what_is_short(form):
    form.type_in(amount="40 juta", applicant__kind=ApplicantKind.MICROFINANCE)
    form.type_in(applicant__name=NAME).pledge("kendaraan", MOTORCYCLE)
    told = said(form.screen)
    # 130 % of 40 million; VIII.1.b: 30 million on a vehicle; 13 million carry a loan of 10.
    assert "Dihitung: **Rp13.000.000**" in told
    assert "Diperlukan: **Rp52.000.000**" in told
    assert "Masih kurang: **Rp39.000.000**" in told
    assert "Plafon dengan agunan ini: Rp30.000.000 (VIII.1.b)." in told
    assert "Pinjaman yang tertutup agunan ini: Rp10.000.000 (IV.3.f)." in told
    assert "Dihitung: Rp13.000.000" in form.cards.said(1)


def test_a_value_that_is_not_typed_is_unknown_and_not_zero(form):
    form.type_in(amount="40 juta").pledge("kendaraan", MOTORCYCLE)
    form.pledge("tanah", {name: told for name, told in LAND.items() if name != "Nilai"})
    told = said(form.screen)
    assert "Dihitung: **Rp13.000.000** – bisa lebih, sebab ada nilai yang belum diisi" in told
    assert "Masih kurang: **Rp39.000.000** – menjadi tidak kurang bila yang belum diketahui terpenuhi" in told
    assert "Agunan 2: Berapa nilainya menurut surat harga tanah atau taksiran petugas?" in told


def test_where_the_provision_is_met_without_collateral_the_total_says_by_what(form):
    form.type_in(amount="45 juta", applicant__kind=ApplicantKind.COOPERATIVE)
    form.type_in(applicant__name=NAME, cooperative__functional=True)
    told = said(form.screen)
    assert "Masih kurang: **tidak ada** – terpenuhi tanpa itu:" in told
    assert "fungsional" in told.partition("terpenuhi tanpa itu:")[2].partition("\n")[0]


def test_without_an_amount_the_total_asks_for_the_loan(form):
    form.pledge("kendaraan", MOTORCYCLE)
    told = said(form.screen)
    assert "Diperlukan: **belum diketahui** – isi dahulu tab Pinjaman" in told
    assert "Masih kurang: **belum dapat dihitung**" in told


def test_a_thing_that_does_not_count_says_why(form):
    form.pledge("kendaraan", MOTORCYCLE | {"Nomor polisi daerah": "Daerah lain"})
    form.cards.type_in(1, {"Ada kuitansi jual beli?": "Tidak"})
    told = form.cards.said(1)
    assert "Tidak dihitung" in told
    assert "Belum ada kuitansi jual beli" in told


def test_the_total_and_every_card_open_their_provision(form):
    form.pledge("tanah", LAND).pledge("barang", GOODS)
    labels = [unescaped(one.label) for one in form.screen.get("page_link")]
    for place in ("IV.2.g", "IV.2.g.1", "III.9"):
        assert f":primary[{place}]" in labels
