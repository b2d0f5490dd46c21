"""What every loan must keep to: tenor, purpose, character, red list and earlier loans from the fund."""

from datetime import date
from typing import Any

import pytest

from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome, counts_of
from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Truth
from domain.sampang.application import Applicant, LoanApplication
from domain.sampang.eligibility import examine
from domain.sampang.kinds import LandSituation, Premises, PriceLetter, Purpose
from tests.domain.sampang.builders import (
    JUTA,
    assessed,
    examined,
    koperasi,
    law,
    lkm,
    mobil,
    outcome,
    sentra,
    settled,
    tanah,
    usaha,
    verdict,
)

EVERYBODY = [koperasi, usaha, lkm, sentra]
# A business that had long been active on the day before Perbup 20/2015 came into force.
LONG_ACTIVE: dict[str, Any] = {"founded_on": date(2010, 1, 1), "active_since": date(2010, 1, 1)}
AGAIN: dict[str, Any] = {"borrowed_before": True, "judgements": {"repeat_standing": True}}
PAID: dict[str, Any] = {**AGAIN, "settled_on": date(2020, 1, 15)}
TO_RENEW: dict[str, Any] = {**AGAIN, "settled_early_to_renew": True}


@pytest.mark.parametrize("build", EVERYBODY)
@pytest.mark.parametrize(
    ("term", "ruling", "expected"),
    [
        (11, None, NOT_MET),
        (11, True, NOT_MET),
        (12, None, MET),
        # S-39: a tenor between the named ones waits for the team.
        (13, None, UNKNOWN),
        (13, True, MET),
        (13, False, NOT_MET),
        (24, None, MET),
        (25, None, UNKNOWN),
        (35, None, UNKNOWN),
        (36, None, MET),
        (37, None, NOT_MET),
        (37, True, NOT_MET),
        (None, None, UNKNOWN),
    ],
)
def test_the_tenor_is_12_24_or_36_months(
    build: Any, term: int | None, ruling: bool | None, expected: Truth
) -> None:
    application = build(term_months=term, judgements={"term_ruling": ruling})
    assert outcome(application, "III.6") is expected


@pytest.mark.parametrize(
    ("purpose", "ruling", "expected"),
    [
        (Purpose.WORKING_CAPITAL, None, MET),
        (Purpose.INVESTMENT, None, UNKNOWN),
        (Purpose.INVESTMENT, True, MET),
        (Purpose.INVESTMENT, False, NOT_MET),
        (Purpose.MIXED, None, UNKNOWN),
        (None, None, UNKNOWN),
        (None, False, UNKNOWN),
    ],
)
def test_the_money_is_for_working_capital_unless_the_team_allows_more(
    purpose: Purpose | None, ruling: bool | None, expected: Truth
) -> None:
    assert outcome(usaha(purpose=purpose, judgements={"purpose_ruling": ruling}), "VIII.3.a") is expected


@pytest.mark.parametrize(
    ("rule", "changes", "expected"),
    [
        ("VI.2.a.4", {"judgements": {"character": True}}, MET),
        ("VI.2.a.4", {"judgements": {"character": False}}, NOT_MET),
        ("VI.2.a.4", {"judgements": {"character": None}}, UNKNOWN),
        ("IX.3", {"on_red_list": False}, MET),
        ("IX.3", {"on_red_list": True}, NOT_MET),
        ("IX.3", {"on_red_list": None}, UNKNOWN),
        ("III.7", {"borrowed_before": False}, MET),
        ("III.7", PAID, MET),
        ("III.7", AGAIN, UNKNOWN),
        ("III.7", {**AGAIN, "judgements": {"repeat_standing": False}}, NOT_MET),
        ("III.7", {"borrowed_before": True}, UNKNOWN),
        ("III.7", {"borrowed_before": None}, UNKNOWN),
        ("III.7", {"borrowed_before": None, "judgements": {"repeat_standing": True}}, UNKNOWN),
        # VIII.5.g is a place in the queue.
        ("VIII.5.g", {"borrowed_before": False}, MET),
        ("VIII.5.g", AGAIN, NOT_MET),
        ("VIII.5.g", {"borrowed_before": None}, UNKNOWN),
        ("VIII.5.f", {"borrowed_before": False, "settled_early_to_renew": True}, MET),
        ("VIII.5.f", {**AGAIN, "settled_early_to_renew": False}, MET),
        ("VIII.5.f", AGAIN, UNKNOWN),
        ("VIII.5.f", TO_RENEW, UNKNOWN),
        ("VIII.5.h", {**AGAIN, "last_amount": JUTA}, MET),
        ("VIII.5.h", AGAIN, MET),
    ],
)
@pytest.mark.parametrize("build", EVERYBODY)
def test_a_condition_of_every_loan_is_met_not_met_or_not_known(
    build: Any, rule: str, changes: dict[str, Any], expected: Truth
) -> None:
    assert outcome(build(**changes), rule) is expected


@pytest.mark.parametrize(
    ("settled_on", "leave", "expected"),
    [
        # Filed on 2 March 2026: six months back is 2 September 2025, twelve 2 March 2025.
        (date(2025, 9, 3), None, NOT_MET),
        (date(2025, 9, 3), True, NOT_MET),
        (date(2025, 9, 2), None, UNKNOWN),
        (date(2025, 9, 2), True, MET),
        (date(2025, 9, 2), False, NOT_MET),
        (date(2025, 3, 3), None, UNKNOWN),
        (date(2025, 3, 2), None, MET),
        (date(2025, 3, 2), False, MET),
        (date(2025, 3, 1), None, MET),
    ],
)
def test_who_settled_early_to_renew_waits_six_months_with_leave_and_twelve_without(
    settled_on: date, leave: bool | None, expected: Truth
) -> None:
    application = usaha(
        **{**TO_RENEW, "judgements": {"repeat_standing": True, "renewal_leave": leave}}, settled_on=settled_on
    )
    assert outcome(application, "VIII.5.f") is expected


@pytest.mark.parametrize(
    ("ran", "leave", "expected"),
    [
        (5, True, NOT_MET),
        (6, None, UNKNOWN),
        (6, True, MET),
        (11, False, NOT_MET),
        (12, None, MET),
        (None, None, UNKNOWN),
    ],
)
def test_under_the_other_reading_the_months_that_the_loan_ran_count(
    ran: int | None, leave: bool | None, expected: Truth
) -> None:
    judged = {"repeat_standing": True, "renewal_leave": leave}
    application = usaha(**{**TO_RENEW, "judgements": judged}, months_run=ran, settled_on=date(2026, 3, 1))
    assert outcome(application, "VIII.5.f", law(practice=settled("S-45", "B"))) is expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [(19_999_999, NOT_MET), (20_000_000, MET), (20_000_001, MET), (None, UNKNOWN)],
)
def test_under_the_strict_reading_the_next_loan_is_not_larger_than_the_last(
    last: int | None, expected: Truth
) -> None:
    application = usaha(**AGAIN, last_amount=last)
    assert outcome(application, "VIII.5.h", law(practice=settled("S-47", "B"))) is expected


@pytest.mark.parametrize(
    ("application", "fact"),
    [
        (usaha(collateral=(tanah(situation=LandSituation.OUTSIDE),)), "ruling"),
        (usaha(collateral=(tanah(price_letter=PriceLetter.VILLAGE_HEAD),)), "ruling"),
        (usaha(collateral=(mobil(wheels=3),)), "ruling"),
        (usaha(term_months=18), "term_ruling"),
        (usaha(purpose=Purpose.INVESTMENT), "purpose_ruling"),
        (usaha(filed_on=date(2015, 5, 3), **LONG_ACTIVE), "earlier_law_ruling"),
        (koperasi(judgements={"character": None}), "character"),
        (lkm(judgements={"selected": None}), "selected"),
    ],
    ids=["S-15", "S-17", "S-18", "S-39", "S-48", "S-59", "character", "selected"],
)
def test_what_only_the_team_can_say_waits_for_the_team(application: Any, fact: str) -> None:
    found = assessed(application)
    assert found.verdict_in_use is Verdict.NEEDS_JUDGEMENT
    assert {asked.fact.key for asked, _ in found.missing} == {fact}


def test_a_tenor_between_the_named_ones_needs_judgement_unless_any_tenor_may_be_chosen() -> None:
    assert assessed(usaha(term_months=18)).verdict_in_use is Verdict.NEEDS_JUDGEMENT
    assert verdict(usaha(term_months=18)) is Verdict.DEPENDS_ON_READING


def test_a_missing_paper_comes_before_the_judgement_of_the_team() -> None:
    application = usaha(judgements={"character": None}, papers={"work_plan": None})
    assert verdict(application) is Verdict.INCOMPLETE


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2015, 5, 3), ("belum berlaku pada 3 Mei 2015", "berlaku sejak 4 Mei 2015 (Pasal II)")),
        (date(2015, 5, 4), ()),
    ],
)
def test_an_assessment_on_a_day_before_the_regulation_says_so(day: date, words: tuple[str, ...]) -> None:
    told = [line for line in examine(usaha(), law(day)).warnings if "belum berlaku" in line]
    assert len(told) == bool(words)
    for one in words:
        assert one in told[0]


# ---- proposals from before the regulation (Pasal II, S-59) ----------------------------------------
BEFORE, SINCE = date(2015, 5, 3), date(2015, 5, 4)


@pytest.mark.parametrize("build", EVERYBODY)
@pytest.mark.parametrize(
    ("filed", "ruling", "expected"),
    [
        (BEFORE, None, UNKNOWN),
        (BEFORE, True, MET),
        (BEFORE, False, NOT_MET),
        (SINCE, None, MET),
        (SINCE, False, MET),
        (None, None, UNKNOWN),
        (None, True, MET),
        (None, False, UNKNOWN),
    ],
)
def test_a_proposal_from_before_the_regulation_waits_for_the_team(
    build: Any, filed: date | None, ruling: bool | None, expected: Truth
) -> None:
    application = build(filed_on=filed, judgements={"earlier_law_ruling": ruling})
    assert outcome(application, "Pasal II") is expected
    assert outcome(application, "Pasal II", law(practice=settled("S-59", "B"))) is MET


def test_without_the_day_of_filing_the_day_is_what_is_asked() -> None:
    waiting = {asked.fact.question for asked, _ in assessed(usaha(filed_on=None)).missing}
    assert "Tanggal berapa proposal diterima Dinas?" in waiting


@pytest.mark.parametrize("build", EVERYBODY)
def test_who_stands_on_the_red_list_is_refused_whatever_else_holds(build: Any) -> None:
    assert verdict(build(on_red_list=True)) is Verdict.NOT_QUALIFIED


@pytest.mark.parametrize("build", EVERYBODY)
def test_who_has_borrowed_before_still_qualifies_after_new_applicants(build: Any) -> None:
    application = build(**PAID, settled_early_to_renew=False, last_amount=30 * JUTA)
    assert verdict(application) is Verdict.QUALIFIES
    assert outcome(application, "VIII.5.g") is NOT_MET


def test_a_lease_that_ends_before_the_loan_is_pointed_out() -> None:
    application = usaha(
        premises=Premises.RENTED, lease_from=date(2025, 1, 1), lease_until=date(2028, 12, 31), term_months=36
    )
    assert any("S-33" in warning for warning in examined(application).warnings)


@pytest.mark.parametrize("build", EVERYBODY)
def test_an_empty_application_is_incomplete_and_never_refused(build: Any) -> None:
    kind = build().applicant.kind
    found = assessed(LoanApplication(applicant=Applicant(kind=kind)))
    assert found.verdict is Verdict.INCOMPLETE
    assert dict(counts_of(found))[Outcome.NOT_MET] == 0
