"""Questions that the leadership asks first, each as the changes that a draft makes of it."""

from domain.money import rupiah
from domain.regulation.instrument_checks import bounds_of
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.draft import DraftReading, DraftValue
from domain.regulation.policy.ready import Ready
from domain.sampang import parameters as law
from domain.sampang.loan import number_on
from domain.sampang.readings import S19


def asked_first(rules: LawInForce) -> tuple[Ready, ...]:
    """Half the interest, half as much again for land, and no vehicles: from the numbers of today."""
    return (_half_the_interest(rules), _higher_ceiling(rules), _no_vehicles(rules))


def _half_the_interest(rules: LawInForce) -> Ready:
    half = number_on(law.YEARLY_INTEREST, rules) // 2
    return Ready(
        name=f"Jasa {half} %",
        note="Bagian PAD, Bank Jatim, dan Dinas tetap menurut perbandingan yang sekarang.",
        values=(DraftValue(key=law.YEARLY_INTEREST.key, value=half),),
    )


def _higher_ceiling(rules: LawInForce) -> Ready:
    higher = number_on(law.LAND_CEILING, rules) * 3 // 2
    return Ready(
        name=f"Plafon sertifikat {rupiah(higher)}",
        values=(DraftValue(key=law.LAND_CEILING.key, value=higher),),
    )


def _no_vehicles(rules: LawInForce) -> Ready:
    _, beyond = bounds_of(law.TWO_WHEELER_YEAR.unit)
    years = (law.TWO_WHEELER_YEAR, law.FOUR_WHEELER_YEAR)
    return Ready(
        name="Kendaraan tidak lagi dihitung",
        note=(
            f"Dicoba dengan tahun pembuatan paling tua {beyond}, sehingga tidak ada kendaraan roda 2 dan 4 "
            "yang cukup muda (tafsir S-19 bacaan A). Kendaraan beroda lain tetap menunggu pertimbangan "
            "Pokjanis, dan yang tahun pembuatannya tidak diketahui tetap belum diketahui."
        ),
        values=tuple(DraftValue(key=one.key, value=beyond) for one in years),
        readings=(DraftReading(name=S19.id, letter="A"),),
    )
