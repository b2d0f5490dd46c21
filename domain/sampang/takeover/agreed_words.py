"""The own terms of a loan that was taken over, line by line, as screens and papers tell them."""

from datetime import date

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.takeover.old_loans import AgreedTerms, PaidBefore

OF_ROWS = (
    "Yang tercantum adalah sisa tiap angsuran pada hari pengambilalihan; pokok dan jasa yang sudah dibayar "
    "diletakkan terpisah pada angsuran tertuanya (tafsir O-21)."
)


def agreed_lines(terms: AgreedTerms, paid: PaidBefore, cut_off: date) -> tuple[tuple[str, str], ...]:
    """What was agreed, and what was left on the cut-off day."""
    grace = f", termasuk masa tenggang pokok {terms.grace} bulan" if terms.grace else ""
    left = terms.principal - paid.principal
    due = f"tiap tanggal {terms.monthly_day} sejak {indonesian_date(terms.first_due)}"
    return (
        ("Pinjaman", rupiah(terms.principal)),
        ("Pencairan", indonesian_date(terms.disbursed_on)),
        ("Jangka waktu", f"{terms.tenor} bulan{grace}"),
        ("Jatuh tempo", due),
        ("Jasa", f"{terms.cost_told} (perjanjian sendiri)"),
        ("Diambil alih", f"per {indonesian_date(cut_off)}, sisa pokok {rupiah(left)}"),
    )
