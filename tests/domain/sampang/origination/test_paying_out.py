"""What stands in the way between the decision and the money: each lack alone, at its exact place."""

from dataclasses import replace
from typing import Any

import pytest

from domain.sampang.application import LoanApplication
from domain.sampang.kinds import CollateralKind, MaritalStatus
from domain.sampang.origination.custody import CustodyEvent
from domain.sampang.origination.household import Kinship, Relation
from domain.sampang.origination.records import Aspect, DecisionKind, Element, SurveyFinding
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from tests.domain.sampang.builders import FILED, JUTA, barang, koperasi, lkm, mobil, tanah, usaha
from tests.domain.sampang.origination.made_up import (
    around,
    decision,
    kept,
    loan_file,
    places,
    position,
    taking,
    told,
)

CHECK, CLOSE, SIGN = Step.CHECK_PAPERS, Step.CLOSE_SURVEY, Step.SIGN_AGREEMENT
REQUEST, DISBURSE = Step.REQUEST_DISBURSEMENT, Step.DISBURSE
PAYING = (REQUEST, DISBURSE)
AFTER = (SIGN, *PAYING)


@pytest.mark.parametrize("step", AFTER)
@pytest.mark.parametrize("application", [usaha(), koperasi(), lkm()], ids=lambda one: one.applicant.kind)
def test_a_file_that_lacks_nothing_goes_on_to_the_money(application: LoanApplication, step: Step) -> None:
    assert taking(step, application) == ()


# ---- checking papers, closing the survey -------------------------------------------------------
def test_papers_are_checked_once_each_was_looked_for_there_or_not() -> None:
    assert taking(CHECK, usaha(papers={"work_plan": False, "owner_identity": False})) == ()


def test_a_paper_that_nobody_looked_for_is_named() -> None:
    found = taking(CHECK, usaha(papers={"work_plan": None}))
    assert [one.told for one in found] == [
        "Rencana kerja penggunaan dana: catat ada atau belum ada. (VIII.2.b.6)"
    ]


def test_the_spouses_papers_are_looked_for_only_where_there_is_a_spouse() -> None:
    unseen = {"request_by_spouse": None, "spouse_identity": None}
    assert taking(CHECK, usaha(papers=unseen)) == ()
    married = usaha(papers=unseen, marital_status=MaritalStatus.MARRIED)
    assert places(taking(CHECK, married)) == ["VIII.2.b.1", "VIII.2.b.3"]
    assert places(taking(CHECK, usaha(papers=unseen, marital_status=None))) == ["VIII.2.b.1", "VIII.2.b.3"]


def test_a_survey_is_closed_once_somebody_wrote_what_was_found() -> None:
    assert places(taking(CLOSE)) == ["VI.2.a"]
    finding = SurveyFinding(
        surveyor="Dewi", element=Element.BANK, on=FILED, notes={Aspect.CHARACTER: "jujur"}
    )
    assert taking(CLOSE, findings=(finding,)) == ()


# ---- still in order on the day -----------------------------------------------------------------
@pytest.mark.parametrize("step", AFTER)
@pytest.mark.parametrize("kind", [None, DecisionKind.REFUSE, DecisionKind.POSTPONE])
def test_without_an_approval_nothing_goes_on(kind: DecisionKind | None, step: Step) -> None:
    found = taking(step, decision=decision(kind=kind) if kind else None)
    assert found[0].told == "Berkas ini belum ditetapkan oleh Pokjanis. (VI.2.b)"


def test_nothing_is_signed_while_the_deciding_meeting_is_open_and_the_money_does_not_ask_again() -> None:
    assert [one.told for one in taking(SIGN, meeting_closed=False)] == [
        "Rapat yang memutus berkas ini belum ditutup; berita acaranya menjadi dasar perjanjian. (VI.2.b)"
    ]
    assert taking(REQUEST, meeting_closed=False) == ()


@pytest.mark.parametrize("step", AFTER)
@pytest.mark.parametrize(
    ("application", "place"),
    [(usaha(on_red_list=True), "IX.3"), (usaha(business_arrears=True), "IV.2.d")],
)
def test_what_happened_since_the_decision_stops_the_file(
    application: LoanApplication, place: str, step: Step
) -> None:
    assert places(taking(step, application)) == [place]


@pytest.mark.parametrize("step", AFTER)
def test_after_the_decision_the_approved_amount_and_tenor_count(step: Step) -> None:
    assert taking(step, usaha(amount=500 * JUTA, term_months=18)) == ()
    asked_little = usaha(amount=10 * JUTA, collateral=(tanah(26 * JUTA - 1),))
    assert places(taking(step, asked_little)) == ["IV.2.g"]


@pytest.mark.parametrize("step", AFTER)
def test_what_is_not_known_any_more_is_asked_again(step: Step) -> None:
    found = taking(step, usaha(owner_arrears=None))
    assert places(found) == ["IV.2.d"]
    assert found[0].sentence.startswith("Belum diketahui: ")


# ---- papers and two RAT ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("paper", "place"),
    [
        ("request_by_owner", "VIII.2.b.1"),
        ("business_legality_copies", "VIII.2.b.2"),
        ("owner_identity", "VIII.2.b.3"),
        ("account_number", "VIII.2.b.5"),
        ("work_plan", "VIII.2.b.6"),
    ],
)
@pytest.mark.parametrize("held", [False, None])
def test_each_paper_that_is_lacking_lets_the_file_be_signed_and_stops_the_money(
    paper: str, place: str, held: bool | None
) -> None:
    application = usaha(papers={paper: held})
    assert taking(SIGN, application) == ()
    assert places(taking(REQUEST, application)) == [place]
    assert places(taking(DISBURSE, application)) == [place]


@pytest.mark.parametrize("years", [(), (2025,), (2023, 2024), (2023, 2025)])
def test_a_koperasi_without_its_last_two_rat_signs_and_gets_no_money(years: tuple[int, ...]) -> None:
    # Filed in 2026: the last two closed book years are 2024 and 2025 (S-26).
    application = koperasi(annual_meeting_years=years)
    changes: dict[str, Any] = {"decision": decision(reading_reason="dua tahun buku terakhir")}
    assert taking(SIGN, application, **changes) == ()
    assert places(taking(REQUEST, application, **changes)) == ["IV.1.d"]
    assert taking(REQUEST, koperasi(annual_meeting_years=(2024, 2025)), **changes) == ()


# ---- account, insurance ------------------------------------------------------------------------
@pytest.mark.parametrize("step", PAYING)
def test_without_a_savings_account_no_money_goes_out(step: Step) -> None:
    agreement = loan_file().agreement
    assert agreement is not None
    for lacking in (None, replace(agreement, account_number="  ")):
        assert places(taking(step, agreement=lacking)) == ["VIII.2.a"]


def test_without_an_insurance_policy_no_money_goes_out() -> None:
    request = loan_file().request
    assert request is not None
    for lacking in (None, replace(request, insurance_policy=" ")):
        assert places(taking(DISBURSE, request=lacking)) == ["VIII.5.d"]
        assert taking(REQUEST, request=lacking) == ()


# ---- custody -----------------------------------------------------------------------------------
RECEIVED, DEED, CHECKED = CustodyEvent.RECEIVED, CustodyEvent.DEED, CustodyEvent.LAND_CHECK


@pytest.mark.parametrize("step", PAYING)
@pytest.mark.parametrize(
    ("events", "words"),
    [
        ((DEED, CHECKED), "aslinya belum tercatat disimpan di Bank Jatim"),
        ((RECEIVED, CHECKED), "belum tercatat diikat secara notariil"),
        ((RECEIVED, DEED), "belum tercatat dicek ke BPN"),
    ],
)
def test_each_piece_of_custody_that_is_missing_stops_the_money(
    events: tuple[CustodyEvent, ...], words: str, step: Step
) -> None:
    application = usaha()
    found = taking(step, application, custody=kept(application.collateral, *events))
    assert places(found) == ["III.10"]
    assert words in told(found)


def test_only_land_is_checked_at_the_land_office() -> None:
    application = usaha(collateral=(mobil(),))
    assert taking(REQUEST, application, custody=kept(application.collateral, RECEIVED, DEED)) == ()


def test_goods_are_not_kept_by_a_bank() -> None:
    application = usaha(collateral=(tanah(), barang()))
    assert [thing.kind for thing in application.collateral][1] is CollateralKind.GOODS
    custody = (*kept(application.collateral[:1]), *kept(application.collateral[1:], DEED))
    assert taking(REQUEST, application, custody=custody) == ()


def test_every_thing_that_is_missing_is_named_by_its_place_in_the_list() -> None:
    application = usaha(collateral=(tanah(), mobil()))
    custody = (*kept(application.collateral[:1]), *kept(application.collateral[1:], DEED))
    assert "Agunan 2, kendaraan (BPKB): aslinya" in told(taking(REQUEST, application, custody=custody))


def test_a_thing_that_went_back_to_its_owner_secures_no_loan() -> None:
    application = usaha()
    custody = kept(application.collateral, RECEIVED, DEED, CHECKED, CustodyEvent.RELEASED)
    assert places(taking(DISBURSE, application, custody=custody)) == ["III.10"]


# ---- cash --------------------------------------------------------------------------------------
@pytest.mark.parametrize("step", PAYING)
@pytest.mark.parametrize(
    ("cash", "committed", "expected"),
    [
        (20 * JUTA, 20 * JUTA, []),
        (20 * JUTA - 1, 20 * JUTA, ["VIII.5.b"]),
        (45 * JUTA, 45 * JUTA, []),
        (45 * JUTA - 1, 45 * JUTA, ["VIII.5.b"]),
    ],
)
def test_the_money_is_there_beside_what_is_promised_to_others(
    cash: int, committed: int, expected: list[str], step: Step
) -> None:
    # `committed` holds this loan's own 20 juta.
    found = taking(step, beside=around(position(cash=cash, committed=committed)))
    assert places(found) == expected
    assert not expected or "kurang Rp1:" in told(found)


# ---- another loan in the meantime --------------------------------------------------------------
@pytest.mark.parametrize("step", PAYING)
def test_a_loan_that_was_paid_out_to_the_same_borrower_meanwhile_stops_the_money(step: Step) -> None:
    other = Kinship(
        application_id=7,
        number="DB-7",
        name="Contoh",
        relation=Relation.SAME_PERSON,
        stage=Stage.DISBURSED,
        amount=10 * JUTA,
        owed=10 * JUTA,
    )
    found = taking(step, beside=around(kinship=(other,)))
    assert places(found) == ["III.7"]
    assert "DB-7" in told(found)
    assert "Ubah isian" not in told(found)
    assert taking(step, beside=around(kinship=(replace(other, stage=Stage.REQUESTED),))) == ()
