"""Which pledged things count, for how much, and what they must cover (IV.1.i, IV.2.g, III.9)."""

from functools import cache
from typing import Final

from domain.regulation.expressions import (
    Always,
    AmountFact,
    ChoiceFact,
    Legal,
    Total,
    TruthFact,
    Worded,
    amount_by_reading,
    by_reading,
)
from domain.regulation.fact import Teller
from domain.regulation.parameter import Unit
from domain.regulation.rules import ItemRule
from domain.regulation.sources import Citation
from domain.sampang import parameters as law
from domain.sampang.instruments import at
from domain.sampang.kinds import ApplicantKind, CollateralKind, LandSituation, Plate, PriceLetter
from domain.sampang.readings import S11, S13, S15, S16, S17, S18, S19, S20, S21

# ---- facts of one pledged thing ----------------------------------------------------------------
KIND = ChoiceFact(
    key="kind",
    label="jenis agunan",
    choices=CollateralKind,
    question="Apa jenis agunannya?",
    of_item=True,
)
VALUE = AmountFact(
    key="value",
    label="nilai agunan",
    unit=Unit.RUPIAH,
    teller=Teller.OFFICE,
    question="Berapa nilainya menurut surat harga tanah atau taksiran petugas?",
    of_item=True,
)
OWN = TruthFact(
    key="owned_by_applicant",
    holds="atas nama pemohon/pengurus",
    fails="atas nama orang lain",
    question="Apakah atas nama pemohon/pengurus?",
    of_item=True,
)
POWER_OF_ATTORNEY = TruthFact(
    key="power_of_attorney",
    holds="ada surat kuasa bermeterai dari semua pemilik",
    fails="belum ada surat kuasa bermeterai dari semua pemilik",
    question="Apakah ada surat kuasa bermeterai dari semua pemilik?",
    remedy="lengkapi surat kuasa bermeterai dari semua pemilik",
    of_item=True,
)
SITUATION = ChoiceFact(
    key="situation",
    label="letak tanah",
    choices=LandSituation,
    question="Di mana letak tanahnya?",
    of_item=True,
)
PRICE_LETTER = ChoiceFact(
    key="price_letter",
    label="surat keterangan harga tanah",
    choices=PriceLetter,
    question="Siapa yang menandatangani surat keterangan harga tanah?",
    remedy="minta surat keterangan harga tanah dari Camat atau Lurah",
    of_item=True,
)
WHEELS = AmountFact(
    key="wheels", label="jumlah roda", unit=Unit.WHEELS, question="Roda berapa?", of_item=True
)
YEAR = AmountFact(
    key="year", label="tahun pembuatan", unit=Unit.YEAR, question="Tahun pembuatan?", of_item=True
)
TITLE_YEAR = AmountFact(
    key="title_year",
    label="tahun BPKB dikeluarkan",
    unit=Unit.YEAR,
    teller=Teller.OFFICE,
    question="Tahun BPKB dikeluarkan?",
    of_item=True,
)
PLATE = ChoiceFact(
    key="plate",
    label="nomor polisi",
    choices=Plate,
    question="Nomor polisi daerah mana?",
    of_item=True,
)
SALE_RECEIPT = TruthFact(
    key="sale_receipt",
    holds="ada kuitansi jual beli",
    fails="belum ada kuitansi jual beli",
    question="Apakah ada kuitansi jual beli?",
    remedy="serahkan kuitansi jual beli kendaraan",
    of_item=True,
)
ASSESSED = TruthFact(
    key="assessed",
    teller=Teller.OFFICE,
    holds="nilai ditaksir petugas yang namanya tercatat",
    fails="nilai belum ditaksir petugas",
    question="Siapa yang menaksir nilainya?",
    remedy="catat taksiran dan nama penaksir",
    of_item=True,
)
STATEMENT = TruthFact(
    key="statement",
    holds="ada surat pernyataan jaminan barang",
    fails="belum ada surat pernyataan jaminan barang",
    question="Apakah ada surat pernyataan jaminan barang?",
    remedy="lengkapi surat pernyataan jaminan barang",
    of_item=True,
)
RULING = TruthFact(
    key="ruling",
    teller=Teller.TEAM,
    holds="Pokjanis menerima agunan ini",
    fails="Pokjanis tidak menerima agunan ini",
    question="Apakah Pokjanis menerima agunan ini?",
    remedy="ganti atau tambah agunan lain",
    of_item=True,
)

# ---- when a thing counts -----------------------------------------------------------------------
IS_LAND = KIND.among(CollateralKind.LAND)
IS_VEHICLE = KIND.among(CollateralKind.VEHICLE)
IS_GOODS = KIND.among(CollateralKind.GOODS)

_lies_well = (
    SITUATION.among(LandSituation.AT_BUSINESS, LandSituation.AT_HOME, LandSituation.IN_SAMPANG) | RULING
)
_by_village_head = PRICE_LETTER.among(PriceLetter.VILLAGE_HEAD)
_priced = PRICE_LETTER.among(PriceLetter.CAMAT, PriceLetter.LURAH) | by_reading(
    S17, A=_by_village_head & RULING, B=_by_village_head
)
_owner_agrees = OWN | POWER_OF_ATTORNEY
LAND_COUNTS = _lies_well & by_reading(S16, A=_owner_agrees & _priced, B=OWN | (POWER_OF_ATTORNEY & _priced))

_two = Worded((WHEELS >= 2) & (WHEELS <= 2), "kendaraan roda dua", "bukan kendaraan roda dua")
_four = Worded((WHEELS >= 4) & (WHEELS <= 4), "kendaraan roda empat", "bukan kendaraan roda empat")
_two_from, _four_from = Legal(law.TWO_WHEELER_YEAR), Legal(law.FOUR_WHEELER_YEAR)
_by_make = (_two & (YEAR >= _two_from)) | (_four & (YEAR >= _four_from))
# A title is never issued before the vehicle is made, so a young enough vehicle also has a young title.
_by_title = _by_make | (_two & (TITLE_YEAR >= _two_from)) | (_four & (TITLE_YEAR >= _four_from))
_young_enough = by_reading(S20, A=_by_make, B=_by_title)
_odd = ~_two & ~_four
_odd_wheels = by_reading(S18, A=_odd & RULING, B=_odd)
_fit = by_reading(
    S19,
    A=(_young_enough | _odd_wheels) & ASSESSED,
    B=_young_enough | _odd_wheels | ((_two | _four) & ASSESSED),
)
_plate_fits = (PLATE.among(Plate.SAMPANG) & _owner_agrees) | (
    PLATE.among(Plate.OTHER) & SALE_RECEIPT & by_reading(S21, A=OWN, B=OWN | POWER_OF_ATTORNEY)
)
VEHICLE_COUNTS = _fit & _plate_fits
GOODS_COUNTS = STATEMENT & ASSESSED


def _further(key: str, what: str) -> AmountFact:
    return AmountFact(
        key=key,
        label=f"agunan {what} yang belum dicatat",
        unit=Unit.RUPIAH,
        question="Apakah semua agunan sudah dicatat?",
    )


# Zero once the list of collateral is complete; the levers that remedies pull.
FURTHER_LAND = _further("further_land", "tanah")
FURTHER_VEHICLE = _further("further_vehicle", "kendaraan")
FURTHER_GOODS = _further("further_goods", "barang")

FURTHER: Final = {
    CollateralKind.LAND: FURTHER_LAND,
    CollateralKind.VEHICLE: FURTHER_VEHICLE,
    CollateralKind.GOODS: FURTHER_GOODS,
}

LAND = (Total(VALUE, IS_LAND & LAND_COUNTS) + FURTHER_LAND).named("agunan tanah yang dihitung")
VEHICLES = (Total(VALUE, IS_VEHICLE & VEHICLE_COUNTS) + FURTHER_VEHICLE).named(
    "agunan kendaraan yang dihitung"
)
GOODS = (Total(VALUE, IS_GOODS & GOODS_COUNTS) + FURTHER_GOODS).named("barang tambahan yang dihitung")
PRIMARY = (LAND + VEHICLES).named("agunan pokok yang dihitung")
HAS_LAND, HAS_VEHICLE = LAND >= 1, VEHICLES >= 1

RECOGNISED = (PRIMARY + amount_by_reading(S13, A=GOODS.when(PRIMARY >= 1), B=GOODS)).named(
    "nilai agunan yang dihitung"
)
OFFERED = (Total(VALUE, Always("dicatat")) + FURTHER_LAND + FURTHER_VEHICLE + FURTHER_GOODS).named(
    "nilai semua agunan yang dicatat"
)

# LKM and Sentra have no items of their own: their letter f refers to IV.2.g.
_REFERRING = tuple(
    at(place, "mutatis mutandis pada angka 2 huruf g.1 dan 2") for place in ("IV.3.f", "IV.4.f")
)
ITEM_RULES = (
    ItemRule(
        id="IV.2.g.1",
        title="Tanah bersertifikat",
        citations=(at("IV.2.g.1", "Jaminan berupa tanah (sertifikat)"), at("IV.1.i.1"), *_REFERRING),
        condition=LAND_COUNTS,
        concerns=IS_LAND,
        rests_on=(S11, S15),
    ),
    ItemRule(
        id="IV.2.g.2",
        title="Kendaraan bermotor (BPKB)",
        citations=(at("IV.2.g.2", "kendaraan bermotor roda 2 dan 4 (BPKB)"), at("IV.1.i.2"), *_REFERRING),
        condition=VEHICLE_COUNTS,
        concerns=IS_VEHICLE,
        rests_on=(S11,),
    ),
    ItemRule(
        id="III.9",
        title="Barang sebagai tambahan agunan",
        citations=(at("III.9", "dapat dijadikan tambahan jaminan"),),
        condition=GOODS_COUNTS,
        concerns=IS_GOODS,
        rests_on=(S11, S13),
    ),
)


_BY_REFERENCE = {ApplicantKind.MICROFINANCE: "IV.3.f", ApplicantKind.CLUSTER: "IV.4.f"}


@cache
def places_of(kind: CollateralKind, applicant: str) -> tuple[Citation, ...]:
    """Where the law speaks of one sort of collateral for one kind of applicant, its own place first.

    Koperasi have items of their own (IV.1.i); LKM and Sentra have a letter that refers to those of IV.2.g.
    """
    if kind is CollateralKind.GOODS:
        return (at("III.9"),)
    item = "1" if kind is CollateralKind.LAND else "2"
    if applicant == ApplicantKind.COOPERATIVE:
        return (at(f"IV.1.i.{item}"),)
    referring = [at(place) for own, place in _BY_REFERENCE.items() if own == applicant]
    return (*referring, at(f"IV.2.g.{item}"))
