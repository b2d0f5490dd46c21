"""What requested loans cost and bring under a draft, by hand: businesses that ask for some million rupiah."""

from datetime import date

from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.draft import Draft, DraftChoice, DraftValue, drafted
from domain.regulation.policy.judged import judged
from domain.regulation.policy.register import RegisterMaker, Subject
from domain.sampang.costs import InterestSplit
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.policy.asked_first import asked_first
from domain.sampang.policy.requested_loans import costs, example, served
from tests.domain.sampang.builders import JUTA, case_of, law, usaha

LAW, SINCE = law(), date(2026, 1, 2)
KIND = ApplicantKind.BUSINESS


def _register(*asked):
    maker = RegisterMaker(SAMPANG_LOANS, {KIND: "Usaha"}, ("Jenis",))
    subjects = [
        Subject(
            id=number,
            number=f"DB-{number}",
            case=case_of(usaha(amount=amount), LAW),
            filed_on=date(2026, 1, day),
            groups=("Usaha",),
            principal=amount,
            months=months,
        )
        for number, (amount, months, day) in enumerate(asked, 1)
    ]
    maker.add(KIND, subjects)
    return maker.made()


def _under(**values):
    told = tuple(DraftValue(key=key, value=value) for key, value in values.items())
    return drafted(LAW, Draft(name="Coba", since=SINCE, values=told))


def test_the_law_in_force_takes_six_percent_flat_after_four_months_of_grace():
    found = costs(_register((12 * JUTA, 24, 5)), LAW)
    # 0,5 % of 12 million is 60.000 a month; 12 million over 20 months is 600.000.
    assert (found.loans, found.instalments, found.interest) == (1, 660_000, 1_440_000)
    assert found.split == InterestSplit(revenue=720_000, agency=480_000, bank=240_000)


def test_half_the_interest_and_a_shorter_grace_are_those_of_the_draft():
    found = costs(_register((12 * JUTA, 24, 5)), _under(yearly_interest=3, long_grace=8))
    # 30.000 of interest and 12 million over 16 months.
    assert (found.instalments, found.interest) == (780_000, 720_000)
    assert found.split == InterestSplit(revenue=360_000, agency=240_000, bank=120_000)


def test_declining_interest_is_reckoned_on_what_is_still_owed():
    way = DraftChoice(key="interest_method", choice="declining_balance")
    found = costs(
        _register((12 * JUTA, 24, 5)), drafted(LAW, Draft(name="Menurun", since=SINCE, choices=(way,)))
    )
    # Four months of 60.000, then 60.000 less 3.000 each month: 240.000 + 20 × 60.000 − 3.000 × 190.
    assert found.interest == 870_000


def test_a_tenor_that_the_draft_no_longer_names_is_told_and_not_reckoned():
    found = costs(_register((12 * JUTA, 36, 5), (12 * JUTA, 24, 6)), _under(longest_term=30))
    assert (found.loans, found.left_out) == (1, 1)


def test_the_example_is_the_middle_amount_over_the_longest_tenor():
    told = example(_register((6 * JUTA, 24, 5), (32 * JUTA, 24, 6), (90 * JUTA, 24, 7)), LAW, asked_under=LAW)
    # 32 million over 32 months and 0,5 % a month.
    assert (told.principal, told.months, told.instalment) == (32 * JUTA, 36, 1_160_000)


def test_the_cash_serves_in_the_order_of_the_queue_and_passes_nobody_over():
    register = _register((12 * JUTA, 24, 9), (20 * JUTA, 24, 5), (6 * JUTA, 24, 10))
    found = judged(register, LAW)
    told = served(found, 30 * JUTA)
    # 20 million came first; then 12 million no longer fit, and 6 million wait behind them.
    assert told.at_best == 1
    assert told.waiting_at_best == 3


def test_the_questions_asked_first_come_from_the_numbers_in_force():
    names = [one.name for one in asked_first(LAW)]
    assert names == ["Jasa 3 %", "Plafon sertifikat Rp150.000.000", "Kendaraan tidak lagi dihitung"]
    assert asked_first(LawInForce(_under(yearly_interest=8).regulation, SINCE))[0].name == "Jasa 4 %"
