"""What the office decides for itself counts once a second person has approved it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.office.people import add_person
from db.office.practice import law_of, practice
from db.office.settings import approve_reading, approve_setting, pending, propose_reading, propose_setting
from db.refusals import AlreadyApproved, NotFound, SelfApproval, Wrong
from db.tables import OfficeSettingRow
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.programme import NotAllowed
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import NO_PRACTICE, LawInForce, Practice
from domain.regulation.office_proposals import ReadingProposed, SettingProposed
from domain.regulation.parameter import DatedValue, Parameter, Unit
from domain.regulation.sources import OfficeDecision
from domain.roles import OfficeRole
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.parameters import INSURANCE_RATE, INTEREST_METHOD, PARAMETERS, SMALL_SALES
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW, a_nonce, an_office
from tests.people import held

APRIL = date(2026, 4, 1)
_READINGS = {**SAMPANG_LOANS.interpretations, **BLITAR_MENTORING.interpretations}


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def proposed(
    office, parameter=INSURANCE_RATE, value=7, *, programme=SAMPANG, actor=None, since=APRIL, **more
):
    asked = SettingProposed(since=since, reason=more.pop("reason", "Polis 2026"))
    told = {"nonce": a_nonce(), "at": NOW} | more
    with office.database.write() as session:
        actor = actor or office.admin
        return propose_setting(session, actor, programme, parameter, value, asked, **told)


def approved(office, proposal, *, programme=SAMPANG, actor=None, at=NOW):
    with office.database.write() as session:
        approve_setting(session, actor or office.lead, programme, proposal, at=at)


def reading(office, letter, *, name="S-01", programme=SAMPANG, actor=None):
    with office.database.write() as session:
        return propose_reading(
            session,
            actor or office.admin,
            programme,
            _READINGS[name],
            ReadingProposed(letter=letter, on=APRIL, decree="SK Ketua 1/2026", reason="Rapat Pokjanis"),
            nonce=a_nonce(),
            at=NOW,
        )


def in_practice(office):
    with office.database.read() as session:
        return practice(session, SAMPANG)


def waiting(office):
    with office.database.read() as session:
        return pending(session, office.lead, SAMPANG)


def test_a_proposal_counts_for_nothing_until_it_is_approved(office):
    proposal = proposed(office)
    assert in_practice(office) == NO_PRACTICE
    (entry,) = waiting(office)
    assert (entry.subject.id, entry.key, entry.value, entry.since, entry.reason) == (
        proposal,
        "insurance_rate",
        7,
        APRIL,
        "Polis 2026",
    )
    assert (entry.proposed_by_id, entry.proposed_by) == (office.admin.id, "Orang administrator")
    approved(office, proposal)
    decision = OfficeDecision("Polis 2026", decided_by="Orang Ketua Harian")
    expected = (("insurance_rate", DatedValue(APRIL, 7, decision)),)
    assert in_practice(office) == Practice(settings=expected)
    assert waiting(office) == ()


def test_an_approved_setting_is_in_force_from_its_day(office):
    approved(office, proposed(office))
    law = {
        day: LawInForce(SAMPANG_LOANS, day, in_practice(office)).values["insurance_rate"]
        for day in (date(2026, 3, 31), APRIL)
    }
    assert law == {date(2026, 3, 31): None, APRIL: 7}


def test_of_two_values_for_one_day_the_last_approved_counts(office):
    first, second = proposed(office, value=7), proposed(office, value=8)
    approved(office, second)
    approved(office, first, at=NOW + timedelta(hours=1))
    law = LawInForce(SAMPANG_LOANS, APRIL, in_practice(office))
    assert law.values["insurance_rate"] == 7


def test_a_settled_reading_is_in_use_from_its_day(office):
    proposal = reading(office, "B")
    assert in_practice(office) == NO_PRACTICE
    with office.database.write() as session:
        approve_reading(session, office.lead, SAMPANG, proposal, at=NOW)
    settlement = Settlement("B", APRIL, "Orang Ketua Harian", "SK Ketua 1/2026")
    assert in_practice(office) == Practice(settlements=(("S-01", settlement),))
    law = LawInForce(SAMPANG_LOANS, APRIL, in_practice(office))
    assert law.interpretations["S-01"].in_use == "B"


def test_the_maker_never_approves_even_with_both_roles(office):
    setting = proposed(office, actor=office.admin_and_lead)
    settled = reading(office, "B", actor=office.admin_and_lead)
    for approve, proposal in ((approve_setting, setting), (approve_reading, settled)):
        with pytest.raises(SelfApproval) as refused, office.database.write() as session:
            approve(session, office.admin_and_lead, SAMPANG, proposal, at=NOW)
        assert "Anda sendiri yang mengusulkannya" in refused.value.sentence
    assert in_practice(office) == NO_PRACTICE
    approved(office, setting)
    assert len(in_practice(office).settings) == 1


def test_a_second_approval_is_told_who_approved_first(office):
    proposal = proposed(office)
    approved(office, proposal)
    with pytest.raises(AlreadyApproved) as refused:
        approved(office, proposal, actor=office.admin_and_lead)
    assert "Orang Ketua Harian pada 2 Maret 2026 10.14" in refused.value.sentence


def test_a_proposal_that_does_not_exist_is_said_to_be_missing(office):
    with pytest.raises(NotFound):
        approved(office, 999)


def test_a_double_click_proposes_once(office):
    assert proposed(office, nonce="twice") == proposed(office, nonce="twice")
    assert office.count(OfficeSettingRow) == 1


def test_a_value_of_several_numbers_comes_back_as_it_was(office):
    bands = Parameter(key="bands", label="x", unit=Unit.PERCENT, history=(), office_setting=True, largest=100)
    with_bands = replace(SAMPANG, law_on=lambda day, practice: LawInForce(regulation, day, practice))
    regulation = replace(SAMPANG_LOANS, parameters={**SAMPANG_LOANS.parameters, "bands": bands})
    approved(office, proposed(office, bands, (3, 1, 2), programme=with_bands))
    assert in_practice(office).settings[0][1].value == (3, 1, 2)


def test_a_rate_with_decimals_comes_back_as_it_was(office):
    approved(office, proposed(office, INSURANCE_RATE, "2.5"))
    assert in_practice(office).settings[0][1].value == "2.5"


def test_a_choice_comes_back_as_it_was(office):
    approved(office, proposed(office, INTEREST_METHOD, "annuity"))
    assert in_practice(office).settings[0][1].value == "annuity"


IMPOSSIBLE = [
    (SMALL_SALES, 1),
    (INTEREST_METHOD, "doubled"),
    (INTEREST_METHOD, 6),
    (INSURANCE_RATE, -1),
    (INSURANCE_RATE, 1001),
    (INSURANCE_RATE, "7"),
    (INSURANCE_RATE, "2,5"),
    (INSURANCE_RATE, "2.50"),
    (INSURANCE_RATE, "2.125"),
    (INSURANCE_RATE, "1000.5"),
    (INSURANCE_RATE, "-2.5"),
    (INSURANCE_RATE, 2.5),
    (INSURANCE_RATE, True),
]


def test_a_value_that_the_parameter_cannot_take_is_refused(office):
    before = office.everything()
    for parameter, value in IMPOSSIBLE:
        with pytest.raises(ValueError, match=parameter.key):
            proposed(office, parameter, value)
    assert office.everything() == before


def test_every_setting_of_the_programme_takes_its_largest_value_or_its_choices(office):
    for parameter in PARAMETERS.values():
        if parameter.office_setting:
            choices = [choice for choice, _ in parameter.choices]
            by_unit = {Unit.TEXT: ["x" * 300], Unit.IMAGE: ["0a" * 32]}
            told = by_unit.get(parameter.unit, [parameter.least, parameter.largest or 10**9])
            for value in choices or told:
                proposed(office, parameter, value)
    assert len(waiting(office)) > 5


def test_a_reading_that_cannot_decide_and_blank_reasons_are_refused(office):
    with pytest.raises(ValueError, match="S-01"):
        reading(office, "Z")
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        proposed(office, reason=" ")


def test_a_reading_of_one_regency_is_proposed_and_approved_in_that_regency_alone(office):
    head, lead = office.people[BlitarRole.AGENCY_HEAD], office.lead
    proposal = reading(office, "B", name="B-01", programme=BLITAR)
    with office.database.read() as session:
        assert pending(session, lead, SAMPANG) == ()
        assert [one.key for one in pending(session, head, BLITAR)] == ["B-01"]
        with pytest.raises(NotAllowed):
            pending(session, lead, BLITAR)
    for actor, programme, refusal in ((lead, BLITAR, NotAllowed), (lead, SAMPANG, NotFound)):
        with pytest.raises(refusal), office.database.write() as session:
            approve_reading(session, actor, programme, proposal, at=NOW)
    with office.database.write() as session:
        approve_reading(session, head, BLITAR, proposal, at=NOW)
    with office.database.read() as session:
        assert [name for name, _ in practice(session, BLITAR).settlements] == ["B-01"]
        assert practice(session, SAMPANG) == NO_PRACTICE


@pytest.mark.parametrize(("name", "programme"), [("B-01", SAMPANG), ("S-01", BLITAR)])
def test_a_question_of_the_other_regency_cannot_be_settled(office, name, programme):
    with pytest.raises(ValueError, match=f"{name} is no question of {programme.name}"):
        reading(office, "B", name=name, programme=programme)


def test_a_setting_of_one_regency_leaves_the_other_as_it_was(office):
    days = BLITAR_MENTORING.parameters["days_without_visit"]
    with pytest.raises(ValueError, match="days_without_visit is no setting of Dana bergulir Sampang"):
        proposed(office, days, 45)
    proposal = proposed(office, days, 45, programme=BLITAR)
    approved(office, proposal, programme=BLITAR, actor=office.people[BlitarRole.AGENCY_HEAD])
    with office.database.read() as session:
        assert law_of(session, BLITAR, APRIL).values["days_without_visit"] == 45
        assert practice(session, SAMPANG) == NO_PRACTICE


def test_an_administrator_of_one_regency_proposes_nothing_in_the_other(office):
    with office.database.write() as session:
        admin = add_person(session, "Admin", held(OfficeRole.ADMINISTRATOR, in_programmes=(SAMPANG,)), at=NOW)
    with pytest.raises(NotAllowed) as refused:
        reading(office, "B", name="B-01", programme=BLITAR, actor=admin)
    assert "Anda belum punya peran pada Pendampingan Blitar" in refused.value.sentence
