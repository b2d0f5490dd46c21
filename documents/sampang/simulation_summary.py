"""The words around a simulated schedule: its four figures, the limit that binds, and the fees."""

from typing import Final

from domain.money import rupiah
from domain.regulation.most import LimitFigure, Most
from domain.regulation.wording import percent
from domain.sampang import parameters as law
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
    fees = "termasuk biaya yang sudah ditetapkan" if quote.upfront_total else "dari jasa saja, tanpa biaya"
    return (
        (
            "Angsuran masa tenggang",
            rupiah(schedule.instalment_in_grace) if terms.grace else "tidak ada",
            f"bulan 1 sampai {terms.grace}, jasa saja" if terms.grace else "tanpa masa tenggang",
        ),
        ("Angsuran sesudahnya", rupiah(first.total), _course(schedule, first)),
        ("Jumlah jasa", rupiah(schedule.total_interest), f"seluruhnya dibayar {rupiah(paid)}"),
        ("Bunga efektif setahun", percent(quote.effective_rate), fees),
    )


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
    wish, most = quote.wish, quote.most
    over = wish.principal - most.amount
    limit = f"{rupiah(most.amount)}, yang mengikat: {_named(most.binding)}"
    if not wish.pledged:
        told = f"Agunan belum disebut; tanpa agunan paling banyak {limit}."
    elif over > 0:
        told = f"Pinjaman ini {rupiah(over)} di atas batas. Paling banyak {limit}."
    else:
        told = f"Pinjaman ini di dalam batas. Paling banyak {limit}."
    rest = [_other_limit(figure, wish.principal) for figure in most.limits if figure is not most.binding]
    return f"{told} Batas lain: {'; '.join(rest)}." if rest else told


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
    told = ", ".join(
        f"{cost_name(cost)} {NOT_SET if cost.amount is None else rupiah(cost.amount)}"
        for cost in quote.upfront
    )
    if all(cost.amount is None for cost in quote.upfront):
        return f"{', '.join(map(cost_name, quote.upfront))}: {NOT_SET} (VIII.5.d)."
    without = " (tanpa yang belum ditetapkan)" if any(cost.amount is None for cost in quote.upfront) else ""
    return f"{told} (VIII.5.d). Jasa dan biaya bersama{without}: {rupiah(quote.total_cost)}."
