"""Hard cases about what is pledged."""

from datetime import date, timedelta
from typing import Final

from demo.chance import office_day
from demo.sampang.hard_basis import MILLION, HardCase, accepted, single, small_business
from demo.sampang.opinions import refused
from demo.sampang.pledges import land, vehicle
from domain.sampang.application import LoanApplication
from domain.sampang.kinds import Plate, PriceLetter


def _slightly_short(filed_on: date) -> LoanApplication:
    owner = single("Marhamah", "35.27.04", date(1964, 5, 12), woman=True)
    pledged = (land(25_900_000),)
    return small_business(
        owner, "Jambu Air Bu Marhamah", "35.27.04.2001", filed_on, amount=20 * MILLION, collateral=pledged
    )


def _of_another_owner(filed_on: date) -> LoanApplication:
    owner = single("Sahuri", "35.27.14", date(1966, 8, 3))
    pledged = land(
        50 * MILLION, owned_by_applicant=False, owner_name="Abdullah (paman)", power_of_attorney=False
    )
    return small_business(owner, "Genteng Pak Sahuri", "35.27.14.2005", filed_on, collateral=(pledged,))


def _too_old(filed_on: date) -> LoanApplication:
    owner = single("Tohir", "35.27.02", date(1967, 1, 20))
    pledged = (vehicle(9_500_000, 2012, description="BPKB Honda Supra X"),)
    return small_business(
        owner, "Bengkel Motor Pak Tohir", "35.27.02.2012", filed_on, amount=5_500_000, collateral=pledged
    )


def _plate_without_receipt(filed_on: date) -> LoanApplication:
    owner = single("Rukayyah", "35.27.05", date(1963, 11, 9), woman=True)
    pledged = vehicle(
        85 * MILLION,
        2016,
        wheels=4,
        plate=Plate.OTHER,
        sale_receipt=False,
        description="BPKB Suzuki Carry, pelat L",
    )
    return small_business(
        owner,
        "Tembakau Bu Rukayyah",
        "35.27.05.2012",
        filed_on,
        amount=25 * MILLION,
        collateral=(pledged,),
    )


def _land_and_vehicle(filed_on: date) -> LoanApplication:
    owner = single("Muhni", "35.27.13", date(1965, 2, 28))
    pledged = (
        land(52 * MILLION),
        vehicle(80 * MILLION, 2017, wheels=4, description="BPKB Mitsubishi L300"),
    )
    return small_business(
        owner, "Garam Pak Muhni", "35.27.13.2006", filed_on, amount=75 * MILLION, collateral=pledged
    )


def _village_heads_letter(filed_on: date) -> LoanApplication:
    owner = single("Busiri", "35.27.09", date(1966, 6, 6))
    pledged = land(
        50 * MILLION,
        owned_by_applicant=False,
        owner_name="Hotimah (ibu)",
        power_of_attorney=True,
        price_letter=PriceLetter.VILLAGE_HEAD,
    )
    made = small_business(owner, "Rajungan Pak Busiri", "35.27.09.2015", filed_on, collateral=(pledged,))
    return accepted(made, filed_on)


def _stricter_than_computed(filed_on: date) -> LoanApplication:
    owner = single("Hamimah", "35.27.12", date(1964, 9, 17), woman=True)
    pledged = (vehicle(60 * MILLION, 2015, wheels=4, description="BPKB Daihatsu Gran Max"),)
    made = small_business(
        owner,
        "Ikan Kering Bu Hamimah",
        "35.27.12.2008",
        filed_on,
        amount=25 * MILLION,
        collateral=pledged,
    )
    reason = "Diminta dua BPKB, walau satu BPKB sudah 240 % dari pinjaman"
    return refused(made, office_day(filed_on + timedelta(days=14)), reason)


COLLATERAL_CASES: Final = (
    HardCase("collateral_slightly_short", "Agunan sedikit di bawah 130 %", 12, _slightly_short),
    HardCase(
        "collateral_of_another_owner", "Agunan milik orang lain tanpa surat kuasa", 25, _of_another_owner
    ),
    HardCase("vehicle_too_old", "BPKB terlalu tua (tafsir S-19)", 31, _too_old),
    HardCase("plate_without_receipt", "Pelat daerah lain tanpa kwitansi", 44, _plate_without_receipt),
    HardCase("land_and_vehicle", "Sertifikat dan BPKB sekaligus (tafsir S-06)", 17, _land_and_vehicle),
    HardCase(
        "village_heads_letter", "Harga tanah dari kepala desa menunggu Pokjanis", 33, _village_heads_letter
    ),
    HardCase("stricter_than_computed", "Agunan cukup, tetapi ditolak Pokjanis", 90, _stricter_than_computed),
)
