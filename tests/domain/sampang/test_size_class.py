"""The size class of a business under UU 20/2008 Pasal 6 and PP 7/2021 Pasal 35 (S-25)."""

from datetime import date

import pytest

from domain.regulation.assessment import Verdict
from domain.sampang.application import BusinessAnswers
from domain.sampang.kinds import SizeBasis, SizeClass
from domain.sampang.size_class import basis_on, computed_size, size_notice, size_under
from tests.domain.sampang.builders import JUTA, assessed, examined, usaha, verdict

MICRO, SMALL, MEDIUM = SizeClass.MICRO, SizeClass.SMALL, SizeClass.MEDIUM
UU, PP = SizeBasis.UU_20_2008, SizeBasis.PP_7_2021
MILIAR = 1_000 * JUTA
OLD, NEW = date(2021, 2, 1), date(2021, 2, 2)


def under_pp(**answers: object) -> SizeClass | None:
    return computed_size(PP, BusinessAnswers(**answers)).size  # type: ignore[arg-type]


def under_uu(assets: int | None, sales: int | None) -> SizeClass | None:
    return computed_size(UU, BusinessAnswers(net_assets=assets, annual_sales=sales)).size


@pytest.mark.parametrize(
    ("sales", "expected"),
    [
        (0, MICRO),
        (2 * MILIAR, MICRO),
        (2 * MILIAR + 1, SMALL),
        (15 * MILIAR, SMALL),
        (15 * MILIAR + 1, MEDIUM),
        (50 * MILIAR, MEDIUM),
        (50 * MILIAR + 1, None),
        (None, None),
    ],
)
def test_pp_7_2021_measures_a_business_from_before_it_by_its_sales(
    sales: int | None, expected: SizeClass | None
) -> None:
    assert under_pp(founded_on=OLD, annual_sales=sales, net_assets=8 * MILIAR) is expected


@pytest.mark.parametrize(
    ("capital", "expected"),
    [
        (MILIAR, MICRO),
        (MILIAR + 1, SMALL),
        (5 * MILIAR, SMALL),
        (5 * MILIAR + 1, MEDIUM),
        (10 * MILIAR, MEDIUM),
        (10 * MILIAR + 1, None),
        (None, None),
    ],
)
def test_pp_7_2021_measures_a_newer_business_by_its_capital(
    capital: int | None, expected: SizeClass | None
) -> None:
    assert under_pp(founded_on=NEW, net_assets=capital, annual_sales=40 * MILIAR) is expected


def test_without_a_founding_day_pp_7_2021_gives_no_class() -> None:
    found = computed_size(PP, BusinessAnswers(net_assets=1, annual_sales=1))
    assert (found.size, found.why_not) == (None, "tanggal berdiri usaha belum diisi")


@pytest.mark.parametrize(
    ("assets", "sales", "expected"),
    [
        (50 * JUTA, 300 * JUTA, MICRO),
        (50 * JUTA + 1, 300 * JUTA + 1, SMALL),
        (500 * JUTA, 2_500 * JUTA, SMALL),
        (500 * JUTA + 1, 2_500 * JUTA + 1, MEDIUM),
        (10 * MILIAR, 50 * MILIAR, MEDIUM),
        (10 * MILIAR + 1, 50 * MILIAR + 1, None),
        # The two tests are joined by "atau"; where they disagree the law gives two classes.
        (50 * JUTA, 300 * JUTA + 1, None),
        (50 * JUTA + 1, 300 * JUTA, None),
        (None, 300 * JUTA, None),
        (50 * JUTA, None, None),
    ],
)
def test_uu_20_2008_asks_for_assets_and_sales(
    assets: int | None, sales: int | None, expected: SizeClass | None
) -> None:
    assert under_uu(assets, sales) is expected


@pytest.mark.parametrize(
    ("day", "basis"), [(date(2021, 2, 1), UU), (date(2021, 2, 2), PP), (date(2015, 5, 4), UU)]
)
def test_the_law_on_size_classes_is_the_one_of_the_proposal_day(day: date, basis: SizeBasis) -> None:
    assert basis_on(day) is basis


def test_the_class_that_the_office_states_counts_under_its_own_basis_only() -> None:
    answers = BusinessAnswers(
        founded_on=OLD, net_assets=40 * JUTA, annual_sales=200 * JUTA, stated_size=SMALL, stated_basis=UU
    )
    assert size_under(UU, answers) is SMALL
    assert size_under(PP, answers) is MICRO


def test_a_notice_says_where_the_laws_or_the_office_differ() -> None:
    differing = BusinessAnswers(founded_on=OLD, net_assets=400 * JUTA, annual_sales=MILIAR)
    notice = size_notice(differing, date(2026, 3, 2))
    assert notice is not None
    assert "UU 20/2008 Pasal 6: usaha kecil" in notice
    assert "PP 7/2021 Pasal 35: usaha mikro" in notice
    assert "S-25" in notice


def test_there_is_no_notice_where_all_agree() -> None:
    agreeing = BusinessAnswers(founded_on=OLD, net_assets=40 * JUTA, annual_sales=200 * JUTA)
    assert size_notice(agreeing, date(2026, 3, 2)) is None
    assert not examined(usaha()).warnings


def test_a_stated_class_that_differs_from_the_computed_one_is_pointed_out() -> None:
    application = usaha(stated_size=MEDIUM, stated_basis=PP)
    assert any("Dinas menyatakan usaha menengah" in warning for warning in examined(application).warnings)


def test_a_business_micro_by_one_law_and_small_by_the_other_depends_on_s_25() -> None:
    application = usaha(annual_sales=MILIAR)
    named = {f"{other.interpretation.id} {other.letter}" for other in assessed(application).deciding_readings}
    assert verdict(application) is Verdict.DEPENDS_ON_READING
    assert named == {"S-25 A", "S-02 B"}


@pytest.mark.parametrize(("filed", "size"), [(date(2021, 2, 1), "small"), (date(2021, 2, 2), "micro")])
def test_the_day_of_the_proposal_decides_the_class(filed: date, size: str) -> None:
    application = usaha(annual_sales=MILIAR, filed_on=filed)
    assert assessed(application).case.facts["size_by_current_law"] == size


def test_without_a_proposal_day_the_class_is_not_known() -> None:
    assert assessed(usaha(filed_on=None)).case.facts["size_by_current_law"] is None
