"""What people type at a step is refused beside its field when it cannot be right."""

from dataclasses import replace
from datetime import date

import pytest

from domain.declared import blanks, check_typed, check_whole
from domain.sampang.origination.custody import BorrowerStanding, CustodyEntry, CustodyEvent, CustodyLine
from domain.sampang.origination.records import Agreement, Aspect, Element, PaymentRequest, SurveyFinding
from domain.sampang.step_checks import yet_to_come

TODAY = date(2026, 3, 2)
AGREEMENT = Agreement(
    number="PK/1",
    signed_on=TODAY,
    account_number="0012345678",
    account_holders="Siti Aminah",
    signed_by_lead="H",
    signed_by_bank="D",
)
REQUEST = PaymentRequest(number="SPP/1", on=TODAY, insurance=0, notary=0, land_check=0)


def fields(problems):
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    "field", ["number", "account_number", "account_holders", "signed_by_lead", "signed_by_bank"]
)
def test_every_word_of_an_agreement_is_needed(field):
    assert fields(check_whole(replace(AGREEMENT, **{field: "  \n"}))) == [field]


def test_a_request_may_come_without_policy_and_costs_of_nothing_are_answers():
    assert check_whole(REQUEST) == []


def test_a_cost_that_nobody_typed_is_asked_for_with_the_way_to_say_none():
    (problem,) = blanks(PaymentRequest, {"number": "SPP/1", "notary": None})
    assert problem.sentence == "Biaya notaris belum diisi. Isi jumlahnya, atau 0 bila tidak ada."


@pytest.mark.parametrize(("cost", "refused"), [(-1, True), (0, False), (10**11, False), (10**11 + 1, True)])
def test_a_cost_lies_between_nothing_and_the_largest_amount(cost, refused):
    assert fields(check_typed(replace(REQUEST, notary=cost))) == (["notary"] if refused else [])


def test_a_note_of_a_survey_is_called_by_its_aspect():
    finding = SurveyFinding(
        surveyor="Ani", element=Element.BANK, on=TODAY, notes={Aspect.REGION: "a" * 5_001}
    )
    (problem,) = check_typed(finding)
    assert problem.field == "notes.region"
    assert problem.sentence.startswith("Karakter wilayah dan lingkungan paling panjang 5.000 huruf")


def test_the_receipt_of_a_pledged_thing_takes_three_hundred_characters():
    entry = CustodyEntry(
        thing="k", event=CustodyEvent.RECEIVED, on=TODAY, number="x" * 301, with_whom="Bu Rini"
    )
    (problem,) = check_whole(CustodyLine(entry=entry, standing=BorrowerStanding()))
    assert problem.field == "entry.number"
    assert problem.sentence == (
        "Nomor tanda terima, akta, atau surat paling panjang 300 huruf; yang diketik 301. Ringkaskan."
    )


@pytest.mark.parametrize(
    ("on", "refused"), [(TODAY, False), (date(2026, 3, 3), True), (date(2026, 3, 1), False), (None, False)]
)
def test_a_day_that_is_yet_to_come_is_refused(on, refused):
    assert fields(yet_to_come("on", on, TODAY)) == (["on"] if refused else [])
