"""The verdict in its frame: the words, the counts, and the amount asked beside the amount possible."""

from typing import Final

from documents.sheet import BODY, MARGIN, WIDTH, Sheet
from documents.tables import panels
from domain.dates import indonesian_date
from domain.money import MAX_RUPIAH, rupiah
from domain.regulation.most import Most
from domain.regulation.outcomes import counts_of, meaning_of
from domain.sampang.application import LoanApplication
from domain.sampang.eligibility import Eligibility
from domain.sampang.largest import most_in_words

_IN_THE_BOX: Final = WIDTH - 8


def verdict_box(sheet: Sheet, eligibility: Eligibility) -> None:
    """The frame with the verdict, its counts and the amounts."""
    assessment = eligibility.assessment
    with sheet.box():
        sheet.paragraph(f"Hasil pemeriksaan per {indonesian_date(assessment.law.day)}")
        sheet.paragraph(assessment.verdict.label, bold=True, size=17)
        sheet.paragraph(meaning_of(assessment))
        sheet.ln(1)
        counted = [f"{count} {outcome}" for outcome, count in counts_of(assessment)]
        sheet.paragraph(f"Ketentuan yang menentukan: {'  ·  '.join(counted)}")
        sheet.ln(2)
        sheet.line(MARGIN + 4, sheet.get_y(), MARGIN + WIDTH - 4, sheet.get_y())
        sheet.ln(2)
        panels(sheet, _amounts(eligibility), _IN_THE_BOX)
    sheet.write_as(BODY)


def _amounts(eligibility: Eligibility) -> tuple[tuple[str, str, str], ...]:
    most, application = eligibility.most, eligibility.application
    return (
        ("Diminta", _asked(application), _term(application)),
        ("Paling banyak dapat dipinjamkan", most_in_words(most), _bound_by(most)),
        ("Paling banyak menurut bacaan lain", *_elsewhere(most)),
    )


def _asked(application: LoanApplication) -> str:
    return "belum diisi" if application.amount is None else rupiah(application.amount)


def _term(application: LoanApplication) -> str:
    months = application.term_months
    return "jangka waktu belum diisi" if months is None else f"selama {months} bulan"


def _bound_by(most: Most) -> str:
    limit = most.binding.limit
    told = f"batas yang mengikat: {limit.title} ({limit.citations[0].short})"
    if most.is_certain:
        return told
    if most.could_be is None or most.could_be >= MAX_RUPIAH:
        return f"{told}; dapat bertambah bila data lengkap"
    return f"{told}; dapat menjadi {rupiah(most.could_be)} bila data lengkap"


def _elsewhere(most: Most) -> tuple[str, str]:
    found: dict[int, list[str]] = {}
    for interpretation, letter, amount in most.elsewhere:
        found.setdefault(amount, []).append(f"{interpretation.id} {letter}")
    if not found:
        return "sama", "tidak ada bacaan lain yang mengubahnya"
    if len(found) == 1:
        amount, names = found.popitem()
        return rupiah(amount), f"bila dibaca {', '.join(names)}"
    told = (f"{rupiah(amount)} bila {', '.join(found[amount])}" for amount in sorted(found))
    return "berbeda", "\n".join(told)
