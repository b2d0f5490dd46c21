"""Lampiran Romawi IV angka 2: the criteria for usaha mikro, kecil dan menengah."""

from datetime import date

import pytest

from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Truth
from domain.sampang.kinds import CreditHistory, LetterOrigin, MaritalStatus, Premises, SizeBasis, SizeClass
from tests.domain.sampang.builders import JUTA, law, mikro, outcome, settled, usaha

PROGRAMME = CreditHistory.PROGRAMME
RENTED = {"premises": Premises.RENTED}


@pytest.mark.parametrize(
    ("rule", "changes", "expected"),
    [
        ("IV.2.a", {"active_since": None}, UNKNOWN),
        ("IV.2.a/penilaian", {}, MET),
        ("IV.2.a/penilaian", {"judgements": {"potential": False}}, NOT_MET),
        ("IV.2.a/penilaian", {"judgements": {"performance": False}}, NOT_MET),
        ("IV.2.a/penilaian", {"judgements": {"potential": None}}, UNKNOWN),
        ("IV.2.a/penilaian", {"judgements": {"performance": None}}, UNKNOWN),
        ("IV.2.b", {"has_licence": True}, MET),
        ("IV.2.b", {"has_licence": False}, NOT_MET),
        ("IV.2.b", {"has_licence": None}, UNKNOWN),
        ("IV.2.c", {"judgements": {"selected": True}}, MET),
        ("IV.2.c", {"judgements": {"selected": False}}, NOT_MET),
        ("IV.2.c", {"judgements": {"selected": None}}, UNKNOWN),
        ("IV.2.d", {}, MET),
        ("IV.2.d", {"business_arrears": True}, NOT_MET),
        ("IV.2.d", {"owner_arrears": True}, NOT_MET),
        ("IV.2.d", {"business_arrears": True, "owner_arrears": None}, NOT_MET),
        ("IV.2.d", {"business_arrears": None}, UNKNOWN),
        ("IV.2.d", {"owner_arrears": None}, UNKNOWN),
        ("IV.2.d", {"marital_status": MaritalStatus.MARRIED, "spouse_arrears": True}, MET),
        ("IV.2.e", {"credit_history": CreditHistory.NONE}, MET),
        ("IV.2.e", {"credit_history": CreditHistory.ORDINARY}, MET),
        ("IV.2.e", {"credit_history": PROGRAMME, "judgements": {"credit_used_well": True}}, MET),
        ("IV.2.e", {"credit_history": PROGRAMME, "judgements": {"credit_used_well": False}}, NOT_MET),
        ("IV.2.e", {"credit_history": PROGRAMME}, UNKNOWN),
        ("IV.2.e", {"credit_history": None}, UNKNOWN),
        ("IV.2.e", {"credit_history": None, "judgements": {"credit_used_well": True}}, MET),
        ("IV.2.f", {"premises": Premises.OWN}, MET),
        # S-33: premises lent for nothing are not rented.
        ("IV.2.f", {"premises": Premises.FREE_USE}, MET),
        ("IV.2.f", {"premises": None}, UNKNOWN),
        ("IV.2.f", RENTED, UNKNOWN),
        ("IV.2.f", {**RENTED, "lease_from": date(2026, 1, 1)}, UNKNOWN),
    ],
)
def test_a_criterion_for_a_business_is_met_not_met_or_not_known(
    rule: str, changes: dict[str, object], expected: Truth
) -> None:
    assert outcome(usaha(**changes), rule) is expected


@pytest.mark.parametrize(
    ("since", "filed", "expected"),
    [
        (date(2024, 3, 1), date(2026, 3, 2), MET),
        (date(2024, 3, 2), date(2026, 3, 2), MET),
        (date(2024, 3, 3), date(2026, 3, 2), NOT_MET),
        (date(2024, 2, 29), date(2026, 2, 28), NOT_MET),
        (date(2024, 2, 29), date(2026, 3, 1), MET),
    ],
)
def test_two_years_of_activity_are_counted_by_the_calendar_to_the_proposal(
    since: date, filed: date, expected: Truth
) -> None:
    assert outcome(usaha(active_since=since, filed_on=filed), "IV.2.a") is expected


@pytest.mark.parametrize(
    ("lease_from", "lease_until", "expected"),
    [
        # 36 months from 1 January 2026 end with 31 December 2028, whose day still counts.
        (date(2026, 1, 1), date(2028, 12, 30), NOT_MET),
        (date(2026, 1, 1), date(2028, 12, 31), MET),
        (date(2026, 1, 1), date(2029, 1, 1), MET),
        # S-33 A: the whole term counts, also the part that is over.
        (date(2023, 4, 1), date(2026, 3, 31), MET),
    ],
)
def test_a_lease_runs_at_least_thirty_six_months(
    lease_from: date, lease_until: date, expected: Truth
) -> None:
    application = usaha(**RENTED, lease_from=lease_from, lease_until=lease_until)
    assert outcome(application, "IV.2.f") is expected


@pytest.mark.parametrize(
    ("letter", "lease_until", "term", "expected"),
    [
        # Filed on 2 March 2026: 36 months left end with 1 March 2029.
        ("B", date(2029, 2, 28), 36, NOT_MET),
        ("B", date(2029, 3, 1), 36, MET),
        ("B", date(2029, 3, 1), 12, MET),
        ("C", date(2027, 2, 28), 12, NOT_MET),
        ("C", date(2027, 3, 1), 12, MET),
        ("C", date(2027, 3, 1), 24, NOT_MET),
        ("C", date(2027, 3, 1), None, UNKNOWN),
    ],
)
def test_other_readings_of_the_lease_count_what_is_left_of_it(
    letter: str, lease_until: date, term: int | None, expected: Truth
) -> None:
    application = usaha(**RENTED, lease_from=date(2026, 1, 1), lease_until=lease_until, term_months=term)
    assert outcome(application, "IV.2.f", law(practice=settled("S-33", letter))) is expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(4_999_999, MET), (5_000_000, NOT_MET), (5_000_001, NOT_MET), (None, UNKNOWN)],
)
def test_a_micro_business_needs_no_licence_below_five_million(amount: int | None, expected: Truth) -> None:
    assert outcome(mikro(amount=amount), "IV.2.b") is expected


@pytest.mark.parametrize(("amount", "expected"), [(5_000_000, MET), (5_000_001, NOT_MET)])
def test_under_the_wider_reading_five_million_itself_is_exempt(amount: int, expected: Truth) -> None:
    assert outcome(mikro(amount=amount), "IV.2.b", law(practice=settled("S-01", "B"))) is expected


def test_a_small_business_needs_a_licence_whatever_the_amount() -> None:
    application = mikro(amount=4 * JUTA, net_assets=400 * JUTA, annual_sales=2_200 * JUTA)
    assert outcome(application, "IV.2.b") is NOT_MET


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"letter_states_existence": False}, NOT_MET),
        ({"letter_states_small_capital": False}, NOT_MET),
        ({"letter_origin": LetterOrigin.HOME_VILLAGE}, NOT_MET),
        ({"letter_states_existence": None}, UNKNOWN),
        ({"letter_states_small_capital": None}, UNKNOWN),
        ({"letter_origin": None}, UNKNOWN),
        ({"letter_states_existence": False, "has_licence": True}, MET),
        ({"letter_states_existence": False, "has_licence": None}, UNKNOWN),
    ],
)
def test_the_village_letter_of_an_exempt_business_says_both_things(
    changes: dict[str, object], expected: Truth
) -> None:
    assert outcome(mikro(**changes), "IV.2.b") is expected


def test_the_size_class_decides_whether_the_village_letter_is_enough() -> None:
    assert outcome(mikro(annual_sales=None), "IV.2.b") is UNKNOWN


def test_the_class_that_the_office_states_counts_for_the_licence() -> None:
    stated = {"stated_size": SizeClass.SMALL, "stated_basis": SizeBasis.PP_7_2021}
    assert outcome(mikro(**stated), "IV.2.b") is NOT_MET


@pytest.mark.parametrize(
    ("letter", "changes", "expected"),
    [
        ("B", {"marital_status": MaritalStatus.MARRIED, "spouse_arrears": True}, NOT_MET),
        ("B", {"marital_status": MaritalStatus.MARRIED, "spouse_arrears": False}, MET),
        ("B", {"marital_status": MaritalStatus.MARRIED, "spouse_arrears": None}, UNKNOWN),
        ("B", {"marital_status": MaritalStatus.UNMARRIED, "spouse_arrears": None}, MET),
        ("B", {"marital_status": None, "spouse_arrears": True}, UNKNOWN),
    ],
)
def test_the_wider_reading_of_arrears_asks_for_a_husband_or_wife(
    letter: str, changes: dict[str, object], expected: Truth
) -> None:
    assert outcome(usaha(**changes), "IV.2.d", law(practice=settled("S-32", letter))) is expected


@pytest.mark.parametrize(
    ("history", "used_well", "expected"),
    [
        (CreditHistory.NONE, None, MET),
        (CreditHistory.ORDINARY, True, MET),
        (PROGRAMME, True, NOT_MET),
        (PROGRAMME, None, NOT_MET),
    ],
)
def test_the_strict_reading_of_earlier_credit_bars_any_programme_credit(
    history: CreditHistory, used_well: bool | None, expected: Truth
) -> None:
    application = usaha(credit_history=history, judgements={"credit_used_well": used_well})
    assert outcome(application, "IV.2.e", law(practice=settled("S-29", "B"))) is expected


@pytest.mark.parametrize(("used_well", "expected"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_the_wider_reading_counts_ordinary_credit_as_credit_of_the_same_sort(
    used_well: bool | None, expected: Truth
) -> None:
    application = usaha(credit_history=CreditHistory.ORDINARY, judgements={"credit_used_well": used_well})
    assert outcome(application, "IV.2.e", law(practice=settled("S-30", "B"))) is expected
