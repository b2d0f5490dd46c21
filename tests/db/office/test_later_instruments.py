"""A later instrument is a draft that changes nothing until its programme's head approves it."""

from dataclasses import replace
from datetime import date

import pytest

from db.audit import history
from db.office.later_instruments import (
    approve_instrument,
    draft_instrument,
    later_instruments,
    propose_instrument,
    return_instrument,
    waiting_instruments,
    withdraw_instrument,
)
from db.office.people import add_person
from db.office.practice import practice
from db.refusals import AlreadyApproved, AlreadyClosed, AlreadyProposed, ChangedMeanwhile, SelfApproval, Wrong
from db.sampang.applications.application_list import list_applications
from db.sampang.applications.applications import file_application
from db.sampang.applications.assessments import receipts, record_receipt
from db.sampang.applications.reassessing import assess_due
from db.sampang.applications.standing_law import editions, law_of_file
from db.tables import KeptEditionRow
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from domain.regulation.assessment import Verdict
from domain.regulation.editions import thaw
from domain.regulation.later_instruments import EndedRule, NewValue
from domain.regulation.law_in_force import NO_PRACTICE
from domain.regulation.receipts import fingerprint
from domain.regulation.replaying import Seal, replay_kept
from domain.roles import OfficeRole
from domain.sampang.eligibility import examine
from domain.sampang.law import SAMPANG_LOANS, edition
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW, a_nonce, an_office
from tests.domain.sampang.builders import JUTA, tanah, usaha
from tests.people import ROLES, held
from tests.reported_ceilings import BEFORE, BEGINS, TODAY, TOLD

WHY = ClosingReason(reason="naskahnya belum kami pegang")


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def drafted(office, told=TOLD, *, actor=None, programme=SAMPANG, **more):
    with office.database.write() as session:
        keys = {"nonce": a_nonce(), "at": NOW} | more
        return draft_instrument(session, actor or office.admin, programme, told, **keys)


def press(office, verb, number, *why, actor, programme=SAMPANG, at=NOW):
    with office.database.write() as session:
        verb(session, actor, programme, number, *why, at=at)


def proposed(office, told=TOLD, **more):
    number = drafted(office, told, **more)
    press(office, propose_instrument, number, actor=office.admin)
    return number


def approved(office, told=TOLD):
    number = proposed(office, told)
    press(office, approve_instrument, number, actor=office.lead)
    return number


def known(office, programme=SAMPANG):
    with office.database.read() as session:
        return later_instruments(session, office.admin, programme)


def in_practice(office, programme=SAMPANG):
    with office.database.read() as session:
        return practice(session, programme)


def ceilings(office, day=TODAY):
    law = SAMPANG.law_on(day, in_practice(office))
    return law.values["land_ceiling"], law.values["primary_coop_ceiling"]


def filed(office, filed_on):
    """A business that asks 120 million on land worth 200 million, filed on a day and not assessed yet."""
    told = usaha(amount=120 * JUTA, collateral=(tanah(200 * JUTA),), filed_on=filed_on, judgements={})
    told = replace(told, judgements={})
    with office.database.write() as session:
        keys = {"nonce": a_nonce(), "at": NOW, "again_because": "berkas contoh kedua"}
        return file_application(session, office.officer, told, **keys).id


def verdicts(office):
    """The verdict of each file by its number, after what is due was assessed."""
    with office.database.write() as session:
        assess_due(session, office.lead, at=NOW)
    with office.database.read() as session:
        law = SAMPANG.law_on(TODAY, practice(session, SAMPANG))
        return {row.id: row.verdict for row in list_applications(session, office.member, law=law).rows}


def test_a_draft_of_the_reported_ceilings_changes_nothing_and_neither_does_a_proposal(office):
    old, new = filed(office, BEFORE), filed(office, BEGINS)
    before = verdicts(office)
    number = drafted(office)
    assert (in_practice(office), ceilings(office)) == (NO_PRACTICE, (100 * JUTA, 150 * JUTA))
    press(office, propose_instrument, number, actor=office.admin)
    assert (in_practice(office), ceilings(office)) == (NO_PRACTICE, (100 * JUTA, 150 * JUTA))
    assert verdicts(office) == before == {old: Verdict.NOT_QUALIFIED, new: Verdict.NOT_QUALIFIED}


def test_once_approved_a_file_of_120_million_is_judged_by_it_when_it_was_filed_since_its_day(office):
    old, new = filed(office, BEFORE), filed(office, BEGINS)
    verdicts(office)
    approved(office)
    assert (ceilings(office, BEFORE), ceilings(office)) == (
        (100 * JUTA, 150 * JUTA),
        (150 * JUTA, 300 * JUTA),
    )
    assert verdicts(office) == {old: Verdict.NOT_QUALIFIED, new: Verdict.NEEDS_JUDGEMENT}
    with office.database.read() as session:
        assert [one.because for one in receipts(session, office.member, new)] == [
            "Perbup Sampang 9/2022 berlaku",
            "belum dinilai",
        ]
        assert len(receipts(session, office.member, old)) == 1
        shown = examine(usaha(filed_on=BEGINS), law_of_file(session, office.member, new, TODAY))
    assert shown.assessment.law.values["land_ceiling"] == 150 * JUTA


def test_its_receipts_replay_also_once_the_program_no_longer_knows_the_instrument(office):
    approved(office)
    file = filed(office, BEGINS)
    verdicts(office)
    with office.database.read() as session:
        (kept,) = receipts(session, office.member, file)
        found = replay_kept(kept.receipt, editions(session), SAMPANG_LOANS)
        assert edition(kept.receipt.fingerprint) is None
        assert session.get(KeptEditionRow, ("sampang", kept.receipt.fingerprint)) is not None
    assert (found.seal, found.then.same, found.now.same) == (Seal.INTACT, True, False)
    # The store alone, as after a release by which the amended text came out otherwise.
    with office.database.read() as session:
        body = session.get(KeptEditionRow, ("sampang", kept.receipt.fingerprint)).body
    assert fingerprint(thaw(body)) == kept.receipt.fingerprint


def test_a_receipt_recorded_on_a_form_keeps_its_edition_too(office):
    approved(office)
    file = filed(office, BEGINS)
    with office.database.write() as session:
        law = SAMPANG.law_on(TODAY, practice(session, SAMPANG))
        receipt = examine(usaha(amount=120 * JUTA, filed_on=BEGINS), law).receipt("x")
        record_receipt(session, office.officer, file, receipt, NOW)
    with office.database.read() as session:
        assert editions(session)(receipt.fingerprint) is not None
        assert session.get(KeptEditionRow, ("sampang", receipt.fingerprint)) is not None


def test_a_draft_is_changed_by_its_maker_alone_and_not_over_a_later_change(office):
    number = drafted(office)
    changed = replace(TOLD, number="10", ends=(EndedRule(rule="IV.2.d", place="Pasal I"),))
    drafted(office, changed, instrument_id=number, expected_version=1)
    (one,) = known(office)
    assert (one.later.told, one.version) == (changed, 2)
    with pytest.raises(ChangedMeanwhile):
        drafted(office, instrument_id=number, expected_version=1)
    press(office, propose_instrument, number, actor=office.admin)
    with pytest.raises(AlreadyProposed):
        drafted(office, instrument_id=number, expected_version=2)


def test_a_second_press_enters_one_draft(office):
    assert drafted(office, nonce="twice") == drafted(office, nonce="twice")
    assert len(known(office)) == 1


def test_who_entered_it_never_approves_it(office):
    both = office.admin_and_lead
    number = drafted(office, actor=both)
    press(office, propose_instrument, number, actor=both)
    with pytest.raises(SelfApproval):
        press(office, approve_instrument, number, actor=both)
    press(office, approve_instrument, number, actor=office.lead)
    with pytest.raises(AlreadyApproved):
        press(office, approve_instrument, number, actor=office.lead)


def test_what_cannot_be_is_neither_proposed_nor_approved(office):
    with pytest.raises(Wrong, match="sesudahnya"):
        proposed(
            office, replace(TOLD, in_force_since=date(2014, 1, 2), enacted_on=date(2014, 1, 2), year=2014)
        )
    first, second = proposed(office), proposed(office, replace(TOLD, number="10"))
    press(office, approve_instrument, first, actor=office.lead)
    with pytest.raises(Wrong, match="hari yang sama"):
        press(office, approve_instrument, second, actor=office.lead)
    assert len(in_practice(office).instruments) == 1


def test_a_withdrawn_draft_and_a_returned_proposal_stay_with_their_reasons(office):
    number = drafted(office)
    press(office, withdraw_instrument, number, WHY, actor=office.admin)
    other = proposed(office)
    press(office, return_instrument, other, WHY, actor=office.lead)
    told = [(one.closed.how.label, one.closed.reason, one.closed.by) for one in known(office)]
    assert told == [
        ("Dikembalikan", WHY.reason, "Orang Ketua Harian"),
        ("Ditarik", WHY.reason, "Orang administrator"),
    ]
    with pytest.raises(AlreadyClosed):
        press(office, approve_instrument, other, actor=office.lead)
    with office.database.read() as session:
        lines = [one.action for one in history(session, office.admin, SAMPANG)]
        assert waiting_instruments(session, office.lead, SAMPANG) == ()
    assert [str(one) for one in lines[:5]] == [
        "return_instrument",
        "propose_instrument",
        "draft_instrument",
        "withdraw_instrument",
        "draft_instrument",
    ]


def test_the_trail_says_who_approved_what(office):
    approved(office)
    with office.database.read() as session:
        newest = history(session, office.admin, SAMPANG, limit=1)[0]
    assert (newest.person_name, newest.action.label) == (
        "Orang Ketua Harian",
        "Menyetujui peraturan perubahan",
    )
    assert (newest.after["values.0.key"], newest.after["values.0.value"]) == ("land_ceiling", 150 * JUTA)


def test_each_programme_has_its_own(office):
    told = replace(
        TOLD,
        year=2024,
        enacted_on=date(2024, 5, 2),
        in_force_since=date(2024, 5, 2),
        values=(NewValue(key="age_limit", value=45, place="Pasal I"),),
    )
    with office.database.write() as session:
        admin = add_person(session, "Admin Blitar", held(OfficeRole.ADMINISTRATOR), at=NOW)
    head = office.people[BlitarRole.AGENCY_HEAD]
    number = drafted(office, told, actor=admin, programme=BLITAR)
    press(office, propose_instrument, number, actor=admin, programme=BLITAR)
    press(office, approve_instrument, number, actor=head, programme=BLITAR)
    assert in_practice(office) == NO_PRACTICE
    (one,) = in_practice(office, BLITAR).instruments
    assert one.name == "Perbup Blitar 9/2024"
    assert BLITAR.law_on(TODAY, in_practice(office, BLITAR)).values["age_limit"] == 45


@pytest.mark.parametrize("role", ROLES)
def test_only_the_administrator_enters_and_only_the_head_approves(office, role):
    person = office.people[role]
    if role is not OfficeRole.ADMINISTRATOR:
        with pytest.raises(NotAllowed):
            drafted(office, actor=person)
    number = proposed(office)
    for verb, why in ((approve_instrument, ()), (return_instrument, (WHY,))):
        if str(role) != "team_lead" and role is not OfficeRole.ADMINISTRATOR:
            with pytest.raises(NotAllowed):
                press(office, verb, number, *why, actor=person)
