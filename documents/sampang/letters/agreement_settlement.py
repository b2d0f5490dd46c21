"""The article about settling early: one sentence for each age of the loan (VIII.5.e)."""

from datetime import date

from documents.sampang.letters.agreement_terms import Article
from documents.sampang.letters.wording import counted
from domain.regulation.parameter import Parameter
from domain.sampang import parameters as law
from domain.sampang.loan import LoanTerms


def about_settling_early(terms: LoanTerms) -> Article:
    """What is paid besides the principal that is left, by the age of the loan."""
    day = terms.disbursed_on
    first, second = (_age(age, day) for age in (law.SURCHARGE_FIRST_AGE, law.SURCHARGE_SECOND_AGE))
    ages = (
        (f"sebelum {first} sejak tanggal pencairan", law.SURCHARGE_BEFORE),
        (f"dalam jangka waktu {first} sampai dengan {second} sejak tanggal pencairan", law.SURCHARGE_BETWEEN),
        (f"sesudah {second} sejak tanggal pencairan", law.SURCHARGE_AFTER),
    )
    return Article(
        "Pelunasan dipercepat",
        ("VIII.5.e",),
        tuple(
            f"Bila PEMINJAM melunasi pinjaman {when}, PEMINJAM membayar sisa pokok pinjaman ditambah "
            f"{counted(_months(months, day))} bulan jasa."
            for when, months in ages
        ),
        (
            "Tambahannya dihitung dari jasa, bukan dari angsuran penuh; sisa pokok dibayar pada ketiga "
            f"keadaan; tepat {first} dan tepat {second} masuk ayat 2 (tafsir S-43).",
        ),
    )


def _age(parameter: Parameter, day: date) -> str:
    months = _months(parameter, day)
    return f"{counted(months)} bulan" if months % 12 else f"{counted(months // 12)} tahun"


def _months(parameter: Parameter, day: date) -> int:
    value = parameter.on(day)
    return value if isinstance(value, int) else 0
