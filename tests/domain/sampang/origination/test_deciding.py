"""What stands in the way of a meeting's decision: each lack alone, at its exact place."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.sampang.application import LoanApplication
from domain.sampang.kinds import CooperativeLevel, MaritalStatus
from domain.sampang.origination.records import Decision, SurveyMinutes
from tests.domain.sampang.builders import (
    FILED,
    JUTA,
    koperasi,
    law,
    lkm,
    mikro,
    mobil,
    sentra,
    settled,
    tanah,
    usaha,
)
from tests.domain.sampang.origination.made_up import (
    MET_ON,
    SURVEY,
    around,
    deciding,
    decision,
    loan_file,
    places,
    position,
    told,
)


def approving(amount: int = 20 * JUTA, **changes: Any) -> Decision:
    """An approval for which the Pokjanis wrote down how it reads the open questions."""
    return decision(amount=amount, reading_reason="tafsir menurut rapat", **changes)


@pytest.mark.parametrize(
    "application", [koperasi(), usaha(), lkm(), sentra()], ids=lambda one: one.applicant.kind
)
def test_a_file_that_lacks_nothing_can_be_approved(application: LoanApplication) -> None:
    assert deciding(application) == ()


# ---- what the survey gives ---------------------------------------------------------------------
def test_nothing_is_approved_without_the_minutes_of_the_survey() -> None:
    found = deciding(survey=None)
    assert places(found) == ["VI.2.b"]
    assert "Berita acara hasil survei belum ada" in told(found)


def test_a_character_that_the_survey_does_not_call_good_cannot_be_approved() -> None:
    minutes = SurveyMinutes(
        number="BA/1", on=FILED, character_good=False, amount=JUTA, term_months=12, reason="ragu"
    )
    assert places(deciding(survey=minutes)) == ["VI.2.a.4"]


def test_a_character_that_was_judged_not_good_cannot_be_approved() -> None:
    assert places(deciding(usaha(judgements={"character": False}))) == ["VI.2.a.4"]


# ---- the amount --------------------------------------------------------------------------------
BIG_LAND, BIG_CAR = (tanah(900 * JUTA),), (mobil(900 * JUTA),)


@pytest.mark.parametrize(
    ("application", "ceiling"),
    [
        (koperasi(collateral=BIG_LAND), 150 * JUTA),
        (koperasi(collateral=BIG_LAND, level=CooperativeLevel.SECONDARY), 250 * JUTA),
        (usaha(collateral=BIG_LAND), 100 * JUTA),
        (usaha(collateral=BIG_CAR), 30 * JUTA),
        (lkm(collateral=BIG_LAND), 100 * JUTA),
        (sentra(collateral=BIG_CAR), 30 * JUTA),
        (mikro(collateral=BIG_LAND, has_licence=True), 5 * JUTA),
    ],
)
def test_the_ceiling_can_be_approved_and_one_rupiah_more_cannot(
    application: LoanApplication, ceiling: int
) -> None:
    assert deciding(application, approving(ceiling)) == ()
    over = deciding(application, approving(ceiling + 1))
    assert set(places(over)) == {"VIII.1.b"}


@pytest.mark.parametrize(
    ("application", "place"),
    [
        (koperasi(collateral=(tanah(26 * JUTA),)), "IV.1.i"),
        (usaha(collateral=(tanah(26 * JUTA),)), "IV.2.g"),
        (lkm(collateral=(tanah(26 * JUTA),)), "IV.3.f"),
        (sentra(collateral=(tanah(26 * JUTA),)), "IV.4.f"),
    ],
)
def test_collateral_of_26_juta_carries_20_juta_and_not_one_rupiah_more(
    application: LoanApplication, place: str
) -> None:
    # 130 % of 20,000,000 is 26,000,000.
    assert deciding(application, approving(20 * JUTA)) == ()
    assert places(deciding(application, approving(20 * JUTA + 1))) == [place]


def test_the_approved_amount_counts_and_not_the_one_that_was_asked() -> None:
    asked_too_much = usaha(amount=500 * JUTA, collateral=(tanah(26 * JUTA),))
    assert deciding(asked_too_much, approving(20 * JUTA)) == ()
    asked_little = usaha(amount=10 * JUTA, collateral=(tanah(26 * JUTA),))
    assert places(deciding(asked_little, approving(21 * JUTA))) == ["IV.2.g"]


@pytest.mark.parametrize("amount", [None, 0, -1, -5 * JUTA, 999])
def test_an_approval_names_an_amount_that_can_be_lent(amount: int | None) -> None:
    assert places(deciding(mikro(), decision(amount=amount))) == ["VI.2.b"]


@pytest.mark.parametrize("months", [12, 24, 36])
def test_the_three_tenors_of_the_text_can_be_approved(months: int) -> None:
    assert deciding(what=approving(term_months=months)) == ()


@pytest.mark.parametrize("months", [1, 11, 13, 18, 23, 25, 35, 37, 48, 0, -12])
def test_no_other_tenor_can_be_approved(months: int) -> None:
    found = deciding(what=approving(term_months=months))
    assert places(found)[0] == "VIII.2.d"
    assert "12, 24, 36 bulan" in told(found)


def test_an_approval_without_a_tenor_is_asked_for_one() -> None:
    assert places(deciding(what=decision(term_months=None))) == ["VI.2.b"]


# ---- other provisions, and what nobody has told yet --------------------------------------------
@pytest.mark.parametrize(
    ("application", "place"),
    [
        (usaha(on_red_list=True), "IX.3"),
        (usaha(has_licence=False), "IV.2.b"),
        (usaha(owner_arrears=True), "IV.2.d"),
        (lkm(registered_members=19), "IV.3.d"),
        (sentra(statutes_approved=False), "IV.4.b"),
        (koperasi(agency_legality=False), "IV.1.b"),
    ],
)
def test_a_provision_that_is_not_met_stands_in_the_way_at_its_place(
    application: LoanApplication, place: str
) -> None:
    found = deciding(application, approving())
    assert place in places(found)
    assert "Belum diketahui" not in told(found)


@pytest.mark.parametrize(
    ("application", "place"),
    [
        (usaha(on_red_list=None), "IX.3"),
        (usaha(owner_arrears=None), "IV.2.d"),
        (usaha(judgements={"character": None}), "VI.2.a.4"),
        (lkm(registered_members=None), "IV.3.d"),
        (koperasi(agency_legality=None), "IV.1.b"),
    ],
)
def test_what_nobody_told_is_asked_and_never_refused(application: LoanApplication, place: str) -> None:
    found = deciding(application, approving())
    assert places(found) == [place]
    assert all(one.sentence.startswith("Belum diketahui: ") for one in found)


@pytest.mark.parametrize(
    "application",
    [
        usaha(papers={"work_plan": False, "request_by_owner": False, "account_number": False}),
        koperasi(annual_meeting_years=()),
        koperasi(annual_meeting_years=(2025,)),
        koperasi(annual_meeting_years=(2021, 2024)),
    ],
)
def test_papers_and_two_rat_may_follow_after_the_decision(application: LoanApplication) -> None:
    # VIII.2.b speaks of those who were chosen; IV.1.d of "sebelum pinjaman digulirkan" (S-26).
    assert deciding(application) == ()


# ---- readings ----------------------------------------------------------------------------------
SPOUSE_IN_ARREARS = usaha(marital_status=MaritalStatus.MARRIED, spouse_arrears=True)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_what_depends_on_a_reading_is_approved_only_with_the_reading_and_its_reason(reason: str) -> None:
    found = deciding(SPOUSE_IN_ARREARS, decision(reading_reason=reason))
    assert places(found) == ["IV.2.d"]
    assert "S-32" in told(found)
    assert deciding(SPOUSE_IN_ARREARS, decision(reading_reason="hanya pemilik")) == ()


def test_a_reading_that_the_office_settled_is_not_asked_again() -> None:
    office = around(under=law(MET_ON, settled("S-32", "A")))
    assert deciding(SPOUSE_IN_ARREARS, beside=office) == ()


def test_a_reading_is_told_at_the_place_of_the_applicants_own_kind() -> None:
    # S-10: with interest 26 juta is too little for 20 juta.
    assert places(deciding(usaha(collateral=(tanah(26 * JUTA),)))) == ["IV.2.g"]
    assert places(deciding(koperasi(collateral=(tanah(26 * JUTA),)))) == ["IV.1.i"]


def test_what_only_the_reading_in_use_bars_is_not_refused_in_silence() -> None:
    # S-02: a micro business borrows up to 5 juta; B knows no such ceiling.
    found = deciding(mikro(has_licence=True), approving(6 * JUTA))
    assert places(found) == ["VIII.1.b", "VIII.1.b"]
    assert "S-02" in found[1].sentence


def test_a_bar_under_every_reading_speaks_of_no_reading() -> None:
    assert "tafsir" not in told(deciding(usaha(on_red_list=True)))


def test_everything_that_stands_in_the_way_is_told_at_once() -> None:
    found = deciding(
        usaha(on_red_list=True), decision(reason=""), beside=around(position(cash=0)), survey=None
    )
    assert places(found) == ["VI.2.b", "VI.2.b", "IX.3", "VIII.5.b"]


def test_the_usual_file_of_these_tests_is_the_one_that_was_surveyed() -> None:
    survey = loan_file().survey
    assert survey is not None
    assert (survey.amount, survey.term_months) == (20 * JUTA, 36)


@pytest.mark.parametrize(
    ("surveyed", "approved", "expected"),
    [(20, 20, []), (20, 19, []), (19, 20, ["VIII.5.h"])],
)
def test_for_who_borrows_again_the_survey_sets_the_amount(
    surveyed: int, approved: int, expected: list[str]
) -> None:
    again = usaha(
        borrowed_before=True,
        last_amount=20 * JUTA,
        settled_on=date(2025, 1, 5),
        settled_early_to_renew=False,
        judgements={"repeat_standing": True},
    )
    survey = replace(SURVEY, amount=surveyed * JUTA)
    found = deciding(again, decision(amount=approved * JUTA), survey=survey)
    assert places(found) == expected


def test_a_new_applicant_may_get_more_than_the_survey_recommends() -> None:
    assert deciding(survey=replace(SURVEY, amount=15 * JUTA)) == ()
