"""The size class of a business under each law, computed from its figures (S-25)."""

from dataclasses import dataclass, replace
from datetime import date

from domain.regulation.parameter import Parameter
from domain.sampang import parameters as law
from domain.sampang.application import BusinessAnswers
from domain.sampang.instruments import PP_7_2021, UU_20_2008
from domain.sampang.kinds import SizeBasis, SizeClass, SizeFound

_LADDERS = {
    "capital": (law.MICRO_CAPITAL, law.SMALL_CAPITAL, law.MEDIUM_CAPITAL),
    "sales": (law.MICRO_SALES, law.SMALL_SALES, law.MEDIUM_SALES),
}
_SINCE = {
    SizeBasis.UU_20_2008: UU_20_2008.in_force_since,
    SizeBasis.PP_7_2021: PP_7_2021.in_force_since,
}


@dataclass(frozen=True, slots=True)
class ComputedSize:
    """A size class as computed under one law, or why it cannot be computed; `criterion` names the test.

    Where two tests of one law disagree, `size` names both classes.
    """

    basis: SizeBasis
    size: SizeFound | None
    criterion: str
    why_not: str = ""


def basis_on(day: date) -> SizeBasis:
    """The law on size classes in force on a day."""
    return SizeBasis.PP_7_2021 if day >= PP_7_2021.in_force_since else SizeBasis.UU_20_2008


def computed_size(basis: SizeBasis, answers: BusinessAnswers) -> ComputedSize:
    """The size class that the figures give under one law."""
    if basis is SizeBasis.PP_7_2021:
        return _under_pp(answers)
    return _under_uu(answers)


def _under_pp(answers: BusinessAnswers) -> ComputedSize:
    # PP 7/2021 measures a business founded before it by its sales, a newer one by its capital.
    basis = SizeBasis.PP_7_2021
    if answers.founded_on is None:
        # Without the day it can only be one of the two, and is certain where both agree.
        either = _under_either(answers, basis, "modal usaha dan penjualan tahunan")
        certain = either.size is not None and len(either.size.could_be) == 1
        return either if certain else replace(either, why_not="tanggal berdiri usaha belum diisi")
    if answers.founded_on < PP_7_2021.in_force_since:
        return _by_sales(answers)
    size = _step("capital", answers.net_assets, basis)
    return _found(basis, size, "modal usaha")


def _by_sales(answers: BusinessAnswers) -> ComputedSize:
    size = _step("sales", answers.annual_sales, SizeBasis.PP_7_2021)
    return _found(SizeBasis.PP_7_2021, size, "penjualan tahunan")


def _under_uu(answers: BusinessAnswers) -> ComputedSize:
    # UU 20/2008 joins both tests with "atau"; where they disagree the law itself gives two classes.
    return _under_either(answers, SizeBasis.UU_20_2008, "kekayaan bersih dan penjualan tahunan")


def _under_either(answers: BusinessAnswers, basis: SizeBasis, criterion: str) -> ComputedSize:
    by_assets = _step("capital", answers.net_assets, basis)
    by_sales = _step("sales", answers.annual_sales, basis)
    if by_assets is None or by_sales is None:
        return ComputedSize(basis, None, "", criterion.replace(" dan ", " atau ") + " belum diisi")
    if by_assets is by_sales:
        return _found(basis, by_assets, criterion)
    why_not = f"{criterion} memberi kelas yang berbeda"
    return ComputedSize(basis, _between(by_assets, by_sales), criterion, why_not)


def _between(one: SizeClass, other: SizeClass) -> SizeFound:
    return next(found for found in SizeFound if set(found.could_be) == {one, other})


def _found(basis: SizeBasis, size: SizeClass | None, criterion: str) -> ComputedSize:
    if size is None:
        return ComputedSize(basis, None, criterion, f"{criterion} belum diisi")
    return ComputedSize(basis, SizeFound(size), criterion)


def _step(ladder: str, figure: int | None, basis: SizeBasis) -> SizeClass | None:
    if figure is None:
        return None
    limits = zip(SizeClass, _LADDERS[ladder], strict=False)  # nothing limits the class above them all
    return next((size for size, limit in limits if figure <= _limit(limit, basis)), SizeClass.ABOVE)


def _limit(parameter: Parameter, basis: SizeBasis) -> int:
    value = parameter.on(_SINCE[basis])
    if not isinstance(value, int):
        raise TypeError(f"{parameter.key} is a number of rupiah")
    return value


def size_under(basis: SizeBasis, answers: BusinessAnswers) -> SizeFound | None:
    """The class that counts under one law: the office's statement on that basis, else the computed."""
    return _stated(basis, answers) or computed_size(basis, answers).size


def size_by_sales(filed: date, answers: BusinessAnswers) -> SizeFound | None:
    """The class by sales alone since PP 7/2021, before it that of the day (S-25 C)."""
    basis = basis_on(filed)
    if basis is not SizeBasis.PP_7_2021:
        return size_under(basis, answers)
    return _stated(basis, answers) or _by_sales(answers).size


def _stated(basis: SizeBasis, answers: BusinessAnswers) -> SizeFound | None:
    if answers.stated_size is None or answers.stated_basis is not basis:
        return None
    return SizeFound(answers.stated_size)


def size_notice(answers: BusinessAnswers, day: date) -> str | None:
    """A plain notice where the stated class and the computed classes do not agree, else nothing."""
    computed = [computed_size(basis, answers) for basis in SizeBasis]
    told = [f"{found.basis.label}: {found.size.label.lower()}" for found in computed if found.size]
    classes = {found.size for found in computed if found.size}
    if answers.stated_size is not None:
        classes.add(SizeFound(answers.stated_size))
    if len(classes) < 2:
        return None
    stated = ""
    if answers.stated_size is not None:
        basis = answers.stated_basis.label if answers.stated_basis else "tanpa dasar"
        stated = f"Dinas menyatakan {answers.stated_size.label.lower()} ({basis}). "
    return (
        f"{stated}Hasil hitung program — {'; '.join(told)}. Hukum yang berlaku pada tanggal pengajuan: "
        f"{basis_on(day).label}. Kelas usaha menentukan plafon (tafsir S-25 dan S-02)."
    )
