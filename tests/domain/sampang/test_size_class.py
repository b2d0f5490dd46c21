"""The size class of a business under UU 20/2008 Pasal 6 and PP 7/2021 Pasal 35 (S-25)."""

from datetime import date

import pytest

from domain.regulation.assessment import Verdict
from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Truth
from domain.regulation.wording import tell
from domain.sampang.application import BusinessAnswers
from domain.sampang.kinds import SizeBasis, SizeClass, SizeFound
from domain.sampang.size_class import basis_on, computed_size, size_by_sales, size_notice, size_under
from tests.domain.sampang.builders import (
    JUTA,
    assessed,
    examined,
    law,
    most,
    outcome,
    settled,
    usaha,
    verdict,
)

MICRO, SMALL, MEDIUM, ABOVE = SizeFound.MICRO, SizeFound.SMALL, SizeFound.MEDIUM, SizeFound.ABOVE
UU, PP = SizeBasis.UU_20_2008, SizeBasis.PP_7_2021
MILIAR = 1_000 * JUTA
OLD, NEW = date(2021, 2, 1), date(2021, 2, 2)


def under_pp(**answers: object) -> SizeFound | None:
    return computed_size(PP, BusinessAnswers(**answers)).size  # type: ignore[arg-type]


def under_uu(assets: int | None, sales: int | None) -> SizeFound | None:
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
        (50 * MILIAR + 1, ABOVE),
        (None, None),
    ],
)
def test_pp_7_2021_measures_a_business_from_before_it_by_its_sales(
    sales: int | None, expected: SizeFound | None
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
        (10 * MILIAR + 1, ABOVE),
        (None, None),
    ],
)
def test_pp_7_2021_measures_a_newer_business_by_its_capital(
    capital: int | None, expected: SizeFound | None
) -> None:
    assert under_pp(founded_on=NEW, net_assets=capital, annual_sales=40 * MILIAR) is expected


@pytest.mark.parametrize(
    ("assets", "sales", "expected", "why_not"),
    [
        (1, 1, MICRO, ""),
        (20 * MILIAR, 60 * MILIAR, ABOVE, ""),
        (2 * MILIAR, MILIAR, SizeFound.MICRO_OR_SMALL, "tanggal berdiri usaha belum diisi"),
        (1, None, None, "tanggal berdiri usaha belum diisi"),
    ],
)
def test_without_a_founding_day_pp_7_2021_gives_the_class_of_either_test(
    assets: int, sales: int | None, expected: SizeFound | None, why_not: str
) -> None:
    found = computed_size(PP, BusinessAnswers(net_assets=assets, annual_sales=sales))
    assert (found.size, found.why_not) == (expected, why_not)


@pytest.mark.parametrize(
    ("assets", "sales", "expected"),
    [
        (50 * JUTA, 300 * JUTA, MICRO),
        (50 * JUTA + 1, 300 * JUTA + 1, SMALL),
        (500 * JUTA, 2_500 * JUTA, SMALL),
        (500 * JUTA + 1, 2_500 * JUTA + 1, MEDIUM),
        (10 * MILIAR, 50 * MILIAR, MEDIUM),
        (10 * MILIAR + 1, 50 * MILIAR + 1, ABOVE),
        # The two tests are joined by "atau"; where they disagree the law gives two classes.
        (50 * JUTA, 300 * JUTA + 1, SizeFound.MICRO_OR_SMALL),
        (50 * JUTA + 1, 300 * JUTA, SizeFound.MICRO_OR_SMALL),
        (50 * JUTA, 2_500 * JUTA + 1, SizeFound.MICRO_OR_MEDIUM),
        (10 * MILIAR + 1, 300 * JUTA, SizeFound.MICRO_OR_ABOVE),
        (500 * JUTA, 50 * MILIAR, SizeFound.SMALL_OR_MEDIUM),
        (10 * MILIAR + 1, 2_500 * JUTA, SizeFound.SMALL_OR_ABOVE),
        (10 * MILIAR, 50 * MILIAR + 1, SizeFound.MEDIUM_OR_ABOVE),
        (None, 300 * JUTA, None),
        (50 * JUTA, None, None),
    ],
)
def test_uu_20_2008_asks_for_assets_and_sales(
    assets: int | None, sales: int | None, expected: SizeFound | None
) -> None:
    assert under_uu(assets, sales) is expected


@pytest.mark.parametrize(
    ("day", "basis"), [(date(2021, 2, 1), UU), (date(2021, 2, 2), PP), (date(2015, 5, 4), UU)]
)
def test_the_law_on_size_classes_is_the_one_of_the_proposal_day(day: date, basis: SizeBasis) -> None:
    assert basis_on(day) is basis


def test_the_class_that_the_office_states_counts_under_its_own_basis_only() -> None:
    answers = BusinessAnswers(
        founded_on=OLD,
        net_assets=40 * JUTA,
        annual_sales=200 * JUTA,
        stated_size=SizeClass.SMALL,
        stated_basis=UU,
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
    application = usaha(stated_size=SizeClass.MEDIUM, stated_basis=PP)
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


# ---- above medium (S-25) -------------------------------------------------------------------------
# Founded in 2015: by sales under B and C; assets and sales both under A.
LARGE = {"net_assets": 20 * MILIAR, "annual_sales": 60 * MILIAR}


@pytest.mark.parametrize("amount", [5 * JUTA - 1, 5 * JUTA, 5 * JUTA + 1, 20 * JUTA])
def test_a_firm_above_medium_is_outside_the_fund_whatever_it_asks(amount: int) -> None:
    found = assessed(usaha(**LARGE, amount=amount))
    assert found.verdict is Verdict.NOT_QUALIFIED
    assert [found.finding(rule).truth for rule in ("IV.2", "VIII.1.b")] == [NOT_MET, NOT_MET]


def test_a_firm_above_medium_is_told_its_figures_and_not_asked_for_its_size_again() -> None:
    found = assessed(usaha(**LARGE, amount=5 * JUTA))
    (reason,) = found.finding("IV.2").reasons
    told = tell(reason, found.case)
    assert "Di atas usaha menengah" in told
    assert "Rp20.000.000.000" in told
    assert "Rp60.000.000.000" in told
    assert not [fact for fact, _ in found.missing if "kelas usaha" in fact.fact.question]
    assert most(usaha(**LARGE)).amount == most(usaha(**LARGE)).could_be == 0


@pytest.mark.parametrize(
    ("answers", "outcomes"),
    [
        # A: assets medium, sales above; the law's two tests leave it open. B and C: by sales, above.
        (
            {"net_assets": 10 * MILIAR, "annual_sales": 60 * MILIAR},
            {"A": UNKNOWN, "B": NOT_MET, "C": NOT_MET},
        ),
        # Founded in 2023: B measures the capital, C the sales.
        (
            {"founded_on": date(2023, 1, 1), "net_assets": 20 * MILIAR, "annual_sales": 40 * MILIAR},
            {"A": UNKNOWN, "B": NOT_MET, "C": MET},
        ),
        (
            {"founded_on": date(2023, 1, 1), "net_assets": 10 * MILIAR, "annual_sales": 60 * MILIAR},
            {"A": UNKNOWN, "B": MET, "C": NOT_MET},
        ),
        ({"net_assets": 50 * JUTA, "annual_sales": 60 * MILIAR}, {"A": UNKNOWN, "B": NOT_MET, "C": NOT_MET}),
        ({"annual_sales": None}, {"A": UNKNOWN, "B": UNKNOWN, "C": UNKNOWN}),
    ],
)
def test_each_reading_says_by_itself_whether_a_firm_is_above_medium(
    answers: dict[str, object], outcomes: dict[str, Truth]
) -> None:
    found = {
        letter: outcome(usaha(**answers), "IV.2", law(practice=settled("S-25", letter)))
        for letter in outcomes
    }
    assert found == outcomes


@pytest.mark.parametrize(("filed", "expected"), [(date(2021, 2, 1), SMALL), (date(2021, 2, 2), MICRO)])
def test_reading_c_is_as_b_before_pp_7_2021_and_by_sales_since(filed: date, expected: SizeFound) -> None:
    # Founded on the day itself, so that B would measure the capital.
    answers = BusinessAnswers(founded_on=date(2021, 2, 1), net_assets=400 * JUTA, annual_sales=MILIAR)
    assert size_by_sales(filed, answers) is expected


def test_small_or_medium_under_uu_20_2008_is_surely_not_micro() -> None:
    # Assets of a small, sales of a medium business: which of the two is open, that it is not micro is not.
    application = usaha(net_assets=500 * JUTA, annual_sales=3 * MILIAR, amount=4 * JUTA)
    under = law(practice=settled("S-25", "A"))
    assert outcome(application, "VIII.1.b/minimal", under) is NOT_MET
