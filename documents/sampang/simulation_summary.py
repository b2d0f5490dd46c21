"""The words around a simulated schedule: its four figures, the limit that binds, and the fees."""

from typing import Final

from domain.money import rupiah
from domain.regulation.most import LimitFigure, Most
from domain.regulation.wording import percent
from domain.sampang import parameters as law
from domain.sampang.amounts import CEILING_ID
from domain.sampang.costs import UpfrontCost
from domain.sampang.loan import Row, Schedule
from domain.sampang.quote import Quote

NOT_SET: Final = "belum ditetapkan kantor"
_COST_NAMES: Final = {
    law.INSURANCE_RATE.key: "Asuransi",
    law.NOTARY_FEE.key: "notaris",
    law.LAND_CHECK_FEE.key: "pengecekan BPN",
}


def figures(quote: Quote) -> tuple[tuple[str, str, str], ...]:
    """The instalment in and after the grace, all interest, and the effective rate, each with a note."""
    schedule = quote.schedule
    terms = schedule.terms
    first = schedule.first_instalment
    paid = terms.principal + schedule.total_interest
    return (
        (
            "Angsuran masa tenggang",
            rupiah(schedule.instalment_in_grace) if terms.grace else "tidak ada",
            f"bulan 1 sampai {terms.grace}, jasa saja" if terms.grace else "tanpa masa tenggang",
        ),
        ("Angsuran sesudahnya", rupiah(first.total), _course(schedule, first)),
        ("Jumlah jasa", rupiah(schedule.total_interest), f"seluruhnya dibayar {rupiah(paid)}"),
        ("Bunga efektif setahun", percent(quote.rate_without_fees), _rate_note(quote)),
    )


def _rate_note(quote: Quote) -> str:
    if not quote.upfront_total:
        return "dari jasa saja, tanpa biaya"
    return f"jasa saja; dengan biaya {percent(quote.effective_rate)}"


def rate_with_fees_in_words(quote: Quote) -> str:
    """What the fees make of the effective rate, and which fees are in it."""
    if not quote.upfront_total:
        return "dari jasa saja; biayanya belum ditetapkan kantor"
    are_all_set = all(cost.amount is not None for cost in quote.upfront)
    fees = "asuransi, notaris dan BPN" if are_all_set else "biaya yang sudah ditetapkan"
    return f"dari jasa saja; {percent(quote.effective_rate)} dengan {fees}"


def _course(schedule: Schedule, first: Row) -> str:
    """How the instalment goes on after the first that pays principal back."""
    last, before = schedule.rows[-1], schedule.rows[first.number - 1 : -1]
    if any(row.total != first.total for row in before):
        return f"bulan {first.number}, lalu menurun; terakhir {rupiah(last.total)}"
    if last.total == first.total:
        return f"bulan {first.number} sampai {last.number}"
    return f"bulan {first.number} sampai {last.number - 1}; terakhir {rupiah(last.total)}"


def limit_in_words(quote: Quote) -> str:
    """The limit that would bind, whether the wish is within it, and the limits that do not bind."""
    ceilings = ceilings_in_words(quote) if quote.awaits_collateral else ""
    plain = f"{rupiah(quote.limit.least)}, dibatasi {_named(quote.limit)}."
    limit = f"Paling banyak {ceilings or plain}"
    rest = [figure for figure in quote.most.limits if figure is not quote.limit]
    if quote.awaits_collateral:
        rest.remove(quote.most.binding)
    others = "; ".join(_other_limit(figure, quote.wish.principal) for figure in rest)
    told = f"{_standing(quote)} {limit}{collateral_in_words(quote)}"
    told = f"{told} Batas lain: {others}." if others else told
    return f"{told} {both_in_words(quote)}" if both_in_words(quote) else told


def _standing(quote: Quote) -> str:
    if quote.is_above_limit:
        return f"Pinjaman ini {rupiah(quote.wish.principal - quote.limit.least)} di atas batas."
    if quote.needs_land:
        return "Pinjaman ini di dalam batas hanya dengan sertifikat tanah."
    return "Pinjaman ini di dalam batas."


def collateral_in_words(quote: Quote) -> str:
    """What to bring where nothing is pledged yet, with a blank before it; empty otherwise."""
    if not quote.awaits_collateral:
        return ""
    place = quote.most.binding.limit.citations[0].short
    return f" Agunan belum disebut: pinjaman ini memerlukan agunan {rupiah(quote.needed)} ({place})."


def _other_limit(figure: LimitFigure, principal: int) -> str:
    also = ", juga terlampaui" if principal > figure.least else ""
    return f"{_named(figure)} {rupiah(figure.least)}{also}"


def _named(figure: LimitFigure) -> str:
    return f"{figure.limit.title} ({figure.limit.citations[0].short})"


def other_readings(most: Most) -> list[str]:
    """The limit under each other reading that changes it, with that reading's own words."""
    return [
        f"{rupiah(amount)} menurut {interpretation.id} {letter} (“{interpretation.wording(letter)}”)"
        for interpretation, letter, amount in most.elsewhere
    ]


def cost_name(cost: UpfrontCost) -> str:
    """What a fee is for, in a word or two."""
    return _COST_NAMES.get(cost.parameter.key, cost.parameter.label)


def costs_in_words(quote: Quote) -> str:
    """Each fee with its amount, and together with the interest where any is set (VIII.5.d)."""
    if all(cost.amount is None for cost in quote.upfront):
        return fees_in_words(quote)
    without = " (tanpa yang belum ditetapkan)" if any(cost.amount is None for cost in quote.upfront) else ""
    return f"{fees_in_words(quote)} Jasa dan biaya bersama{without}: {rupiah(quote.total_cost)}."


def fees_in_words(quote: Quote) -> str:
    """Each fee with its amount, or that the office has not set it (VIII.5.d)."""
    told = ", ".join(
        f"{cost_name(cost)} {NOT_SET if cost.amount is None else rupiah(cost.amount)}"
        for cost in quote.upfront
    )
    if all(cost.amount is None for cost in quote.upfront):
        return f"{', '.join(map(cost_name, quote.upfront))}: {NOT_SET} (VIII.5.d)."
    return f"{told} (VIII.5.d)."


def ceilings_in_words(quote: Quote) -> str:
    """The ceiling of each kind of pledge, where the kind makes a difference; else empty (VIII.1.b)."""
    if quote.ceilings is None:
        return ""
    land, vehicle = map(rupiah, quote.ceilings)
    return f"{land} dengan sertifikat tanah, {vehicle} dengan BPKB (VIII.1.b)."


def both_in_words(quote: Quote) -> str:
    """Why the ceiling is another where land and a BPKB are pledged together; empty where it is not (S-06)."""
    ceiling = next(one.least for one in quote.most.limits if one.limit.id == CEILING_ID)
    if quote.ceilings is None or not quote.wish.vehicles or ceiling in quote.ceilings:
        return ""
    return (
        f"Plafon {rupiah(ceiling)} karena tanah dan BPKB bersama: yang tidak tertutup tanah paling banyak "
        f"{rupiah(quote.ceilings[1])} (VIII.1.b, tafsir S-06)."
    )
