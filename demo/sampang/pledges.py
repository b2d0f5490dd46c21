"""Collateral as it usually is: own land with the camat's letter, or a vehicle with a Sampang plate."""

from datetime import date
from random import Random
from typing import Final

from demo.chance import generous_value
from demo.sampang.personas import OFFICER
from domain.sampang.application import Collateral
from domain.sampang.kinds import CollateralKind, LandSituation, Plate, PriceLetter

_LARGEST_ON_VEHICLE: Final = 30_000_000
_DEAREST_MOTORCYCLE: Final = 24_000_000
_MOTORCYCLES: Final = ("Honda Vario", "Honda Beat", "Yamaha NMAX", "Honda PCX", "Yamaha Mio")
_CARS: Final = ("Suzuki Carry", "Daihatsu Gran Max", "Toyota Avanza", "Mitsubishi L300", "Honda Brio")


def land(
    value: int,
    *,
    owned_by_applicant: bool = True,
    owner_name: str = "",
    power_of_attorney: bool | None = None,
    situation: LandSituation = LandSituation.AT_HOME,
    price_letter: PriceLetter | None = PriceLetter.CAMAT,
    description: str = "SHM tanah pekarangan",
) -> Collateral:
    """Give a piece of land with a certificate."""
    return Collateral(
        kind=CollateralKind.LAND,
        description=description,
        value=value,
        owned_by_applicant=owned_by_applicant,
        owner_name=owner_name,
        power_of_attorney=power_of_attorney,
        situation=situation,
        price_letter=price_letter,
    )


def vehicle(
    value: int,
    year: int,
    *,
    wheels: int = 2,
    plate: Plate = Plate.SAMPANG,
    sale_receipt: bool | None = None,
    assessed_by: str = OFFICER.name,
    description: str = "BPKB Honda Vario",
) -> Collateral:
    """Give a vehicle of the applicant's own with its title; the title is as old as the vehicle."""
    return Collateral(
        kind=CollateralKind.VEHICLE,
        description=description,
        value=value,
        assessed_by=assessed_by,
        owned_by_applicant=True,
        wheels=wheels,
        year=year,
        title_year=year,
        plate=plate,
        sale_receipt=sale_receipt,
    )


def goods(value: int, description: str) -> Collateral:
    """Give merchandise or a machine with its statement, which may add to other collateral."""
    return Collateral(
        kind=CollateralKind.GOODS,
        description=description,
        value=value,
        assessed_by=OFFICER.name,
        owned_by_applicant=True,
        statement=True,
    )


def some_collateral(chance: Random, amount: int, day: date) -> Collateral:
    """Draw land or a vehicle that covers a loan generously; a large loan is on land."""
    value = generous_value(chance, amount)
    if amount <= _LARGEST_ON_VEHICLE and chance.random() < 0.5:
        return some_vehicle(chance, value, day)
    return some_land(chance, value)


def some_land(chance: Random, value: int) -> Collateral:
    """Draw a piece of land at home, at the business or elsewhere in Sampang."""
    inside = (LandSituation.AT_HOME, LandSituation.AT_BUSINESS, LandSituation.IN_SAMPANG)
    letter = chance.choice((PriceLetter.CAMAT, PriceLetter.LURAH))
    size = chance.randrange(120, 900, 10)
    return land(
        value,
        situation=chance.choice(inside),
        price_letter=letter,
        description=f"SHM, luas {size} m2",
    )


def some_vehicle(chance: Random, value: int, day: date) -> Collateral:
    """Draw a motorcycle, or a car where the value is above a motorcycle's."""
    year = 2014 + int(chance.random() * max(1, day.year - 2014))
    if value <= _DEAREST_MOTORCYCLE:
        return vehicle(value, year, description=f"BPKB {chance.choice(_MOTORCYCLES)}")
    return vehicle(value, year, wheels=4, description=f"BPKB {chance.choice(_CARS)}")
