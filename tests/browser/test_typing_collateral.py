"""Pengajuan > Agunan in a browser: what is typed fast about three things is stored with each of them."""

from dataclasses import replace

from playwright.sync_api import expect

from db.sampang.applications.applications import application
from domain.sampang.application import Collateral
from domain.sampang.kinds import CollateralKind, CooperativeLevel, LandSituation, Plate, PriceLetter
from domain.sampang.roles import SampangRole
from tests.browser.driver import both_widths, settled
from tests.browser.intake import CARDS, Card, IntakeScreen

NAME = "Koperasi Tiga Agunan"
SOON = 20_000
CAR = Collateral(
    kind=CollateralKind.VEHICLE,
    description="Suzuki Carry L 9012 AB, BPKB 4471",
    value=40_000_000,
    assessed_by="Rahmat Hidayat",
    wheels=4,
    year=2016,
    title_year=2017,
    plate=Plate.OTHER,
    sale_receipt=True,
    owned_by_applicant=True,
)
COPY = replace(CAR, description="Suzuki Carry kedua, L 9013 AB")
LAND = Collateral(
    kind=CollateralKind.LAND,
    description="SHM 123 Gunung Sekar",
    value=52_500_000,
    price_letter=PriceLetter.LURAH,
    situation=LandSituation.AT_HOME,
    owned_by_applicant=False,
    owner_name="Siti Contoh",
    power_of_attorney=True,
)
MOTORCYCLE = Collateral(
    kind=CollateralKind.VEHICLE,
    description="Honda Beat M 4411 XY, BPKB 0931",
    value=13_000_000,
    assessed_by="Rina",
    wheels=2,
    year=2020,
    plate=Plate.SAMPANG,
    owned_by_applicant=True,
)


def type_land(card):
    card.write("Keterangan", "SHM 123 Gunung Sekar")
    card.write("Nilai", "52.500.000")
    card.choose("Surat keterangan harga dari", "Lurah")
    card.choose("Letak tanah", "Di tempat tinggal pemohon/pengurus")
    card.answer("Atas nama pemohon/pengurus?", "Tidak")
    card.write("Nama pemilik lain", "Siti Contoh")
    card.answer("Surat kuasa bermeterai dari semua pemilik?", "Ya")


def type_car(card):
    card.write("Keterangan", "Suzuki Carry L 9012 AB, BPKB 4471")
    card.write("Nilai", "40 juta")
    card.write("Ditaksir oleh", "Rahmat Hidayat")
    card.write("Jumlah roda", "4")
    card.write("Tahun dibuat", "2016")
    card.write("Tahun BPKB", "2017")
    card.choose("Nomor polisi daerah", "Daerah lain")
    card.answer("Ada kuitansi jual beli?", "Ya")
    card.answer("Atas nama pemohon/pengurus?", "Ya")


def type_motorcycle(card):
    card.write("Keterangan", "Honda Beat M 4411 XY, BPKB 0931")
    card.write("Nilai", "13 juta")
    card.write("Ditaksir oleh", "Rina")
    card.write("Jumlah roda", "2")
    card.write("Tahun dibuat", "2020")
    card.choose("Nomor polisi daerah", "Sampang")
    card.answer("Atas nama pemohon/pengurus?", "Ya")


def saved_draft(intake, store, name):
    """Save the draft, and give it as it is stored."""
    intake.press("Simpan draf")
    expect(intake.page.get_by_role("heading", name=name)).to_be_visible(timeout=SOON)
    (row,) = store.rows(name)
    with store.database.read() as session:
        return application(session, store.who(SampangRole.OFFICER), row.id).application


@both_widths
def test_two_vehicles_and_one_land_typed_at_paste_speed_are_stored_as_typed(
    page, server, store, viewport_width
):
    name = f"{NAME} {viewport_width}"
    intake = IntakeScreen(page, server.url, store.who(SampangRole.OFFICER).id)
    intake.kind("Koperasi")
    intake.write("Nama koperasi *", name)
    intake.tab("Agunan")
    land, car = intake.pledge("tanah"), intake.pledge("kendaraan")
    type_land(land)
    type_car(car)
    spare = intake.pledge("barang")
    spare.write("Keterangan", "salah ketik")
    type_motorcycle(intake.pledge("kendaraan"))
    spare.card.get_by_role("button", name="Hapus").click()
    spare.card.get_by_role("button", name="Ya, hapus").click()
    expect(page.get_by_text("Dihapus: salah ketik")).to_be_visible()
    settled(page)
    assert saved_draft(intake, store, name).collateral == (LAND, CAR, MOTORCYCLE)


def test_three_things_and_a_copy_come_back_after_a_reload_and_more_can_be_added(page, server, store):
    name = f"{NAME} dimuat ulang"
    intake = IntakeScreen(page, server.url, store.who(SampangRole.OFFICER).id)
    intake.kind("Koperasi")
    intake.write("Nama koperasi *", name)
    intake.choose("Tingkat menurut catatan Dinas", "Primer")
    intake.tab("Agunan")
    type_land(intake.pledge("tanah"))
    type_car(intake.pledge("kendaraan"))
    intake.pledge("barang")
    settled(page)
    page.locator(CARDS).nth(1).get_by_role("button", name="Salin").click()
    settled(page)
    Card(page, 2).write("Keterangan", COPY.description)
    page.locator(CARDS).nth(3).get_by_role("button", name="Hapus").click()
    settled(page)
    page.reload()
    settled(page)
    page.get_by_role("button", name="Lanjutkan", exact=True).first.click()
    settled(page)
    intake.tab("Agunan")
    type_motorcycle(intake.pledge("kendaraan"))
    settled(page)
    stored = saved_draft(intake, store, name)
    assert stored.collateral == (LAND, CAR, COPY, MOTORCYCLE)
    assert stored.cooperative.level is CooperativeLevel.PRIMARY
