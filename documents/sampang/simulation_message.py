"""A simulation in the few words that fit a message."""

from domain.money import rupiah
from domain.sampang.loan import Schedule
from domain.sampang.quote import Quote


def simulation_message(quote: Quote, address: str = "") -> str:
    """What the loan costs each month and altogether, that nothing is promised, and where to read on."""
    schedule = quote.schedule
    terms = schedule.terms
    lines = [
        f"*Simulasi pinjaman {rupiah(terms.principal)}*",
        f"Jangka waktu {terms.tenor} bulan.",
        f"Jasa {terms.yearly_percent} % setahun, cara {terms.method.label.lower()}.",
        *_instalments(schedule),
        f"Jumlah jasa {rupiah(schedule.total_interest)}.",
        "Simulasi ini bukan persetujuan; pinjaman diputuskan Tim Pokjanis sesudah pengajuan diperiksa.",
        address,
    ]
    return "\n".join(filter(None, lines))


def _instalments(schedule: Schedule) -> list[str]:
    grace, first, last = schedule.terms.grace, schedule.first_instalment, schedule.rows[-1]
    told = [f"Bulan 1 sampai {grace}: {rupiah(schedule.instalment_in_grace)} (jasa saja)."] if grace else []
    falls = schedule.rows[first.number].total < first.total
    after = "lalu menurun, terakhir" if falls else "terakhir"
    end = f", {after} {rupiah(last.total)}" if last.total != first.total else ""
    return [*told, f"Bulan {first.number} sampai {last.number}: {rupiah(first.total)} sebulan{end}."]
