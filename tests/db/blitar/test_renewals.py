"""Contracts that end are renewed together by one decree, and nobody who has ended along with them."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.audit import history
from db.blitar.decisions import mentoring_decisions
from db.blitar.refusals import NotRenewable
from db.blitar.staffing.renewals import contracts_to_renew, renew_contracts, renewal_decrees
from db.blitar.trail import BlitarAction, BlitarSubject
from db.refusals import ChangedMeanwhile, Wrong
from db.tables import RenewalDecreeRow
from db.trail import Subject
from domain.blitar.programme import BLITAR
from domain.blitar.staffing.renewing import Renewal
from domain.roles import OfficeRole
from tests.db.blitar.mentoring import RESIGNED, SRENGAT, START, TODAY, UDANAWU, WONODADI, days, end, fields
from tests.db.people import NOW, a_nonce

ENDS = TODAY + days(40)
NEXT_YEAR = date(2027, 4, 11)
DECREE = Renewal(decree="SK 9/2026", decided_on=TODAY, until=NEXT_YEAR, reason="kinerja baik")


@pytest.fixture
def serving(programme):
    """Sri and Budi, each with a kecamatan, whose contracts end within the office's sixty days."""
    sri, budi = programme.appoint("Sri", until=ENDS), programme.appoint("Budi", until=ENDS)
    programme.assign(sri, WONODADI, START)
    programme.assign(budi, UDANAWU, START)
    return programme, sri, budi


def ending(programme, day=TODAY):
    with programme.office.database.read() as session:
        return {one.service.name: one for one in contracts_to_renew(session, programme.head, day)}


def renew(programme, picks, told=DECREE, nonce=None):
    nonce = nonce or a_nonce()
    return programme.do(renew_contracts, programme.head, told, picks, nonce=nonce, at=NOW)


def until(programme, *people):
    return [programme.one(one).service.contract_until for one in people]


def test_those_ticked_are_renewed_together_and_keep_their_kecamatan_after_the_old_last_day(serving):
    programme, sri, budi = serving
    renew(programme, [(sri, 1), (budi, 1)])
    assert until(programme, sri, budi) == [NEXT_YEAR, NEXT_YEAR]
    assert programme.who(WONODADI, ENDS + days(1)) == {sri}
    assert programme.who(WONODADI, NEXT_YEAR + days(1)) == set()


def test_who_is_not_ticked_stays_as_they_were(serving):
    programme, sri, budi = serving
    renew(programme, [(sri, 1)])
    assert until(programme, sri, budi) == [NEXT_YEAR, ENDS]


def test_each_has_a_line_in_the_trail_with_before_and_after(serving):
    programme, sri, budi = serving
    renew(programme, [(sri, 1), (budi, 1)])
    admin = programme.office.people[OfficeRole.ADMINISTRATOR]
    for one in (sri, budi):
        with programme.office.database.read() as session:
            told = history(session, admin, BLITAR, Subject(BlitarSubject.STAFF, one))
        (newest,) = [entry for entry in told if entry.action is BlitarAction.RENEW_CONTRACTS]
        assert newest.before == {"contract_until": ENDS.isoformat()}
        assert newest.after["contract_until"] == NEXT_YEAR.isoformat()


def test_the_decree_keeps_its_list_as_it_stood(serving):
    programme, sri, budi = serving
    renew(programme, [(sri, 1), (budi, 1)])
    programme.assign(sri, SRENGAT)
    with programme.office.database.read() as session:
        (kept,) = renewal_decrees(session, programme.head)
    assert kept.renewal == DECREE
    assert [(line.name, line.starts_on, line.until, line.district_codes) for line in kept.lines] == [
        ("Sri", ENDS + days(1), NEXT_YEAR, (WONODADI,)),
        ("Budi", ENDS + days(1), NEXT_YEAR, (UDANAWU,)),
    ]


def test_who_has_resigned_is_told_and_is_not_renewed(serving):
    programme, sri, budi = serving
    end(programme, sri, RESIGNED)
    assert "mengundurkan diri" in ending(programme)["Sri"].hindrances[0].lower()
    with pytest.raises(NotRenewable) as refused:
        renew(programme, [(sri, 2), (budi, 1)])
    assert "Sri" in refused.value.sentence
    assert until(programme, sri, budi) == [ENDS, ENDS]
    assert programme.office.count(RenewalDecreeRow) == 0


def test_the_list_and_what_needs_a_decision_count_the_same_contracts(serving):
    programme, sri, _ = serving
    programme.appoint("Tono", until=ENDS)
    end(programme, sri, replace(RESIGNED, last_day=TODAY - days(1)))
    with programme.office.database.read() as session:
        due = mentoring_decisions(session, programme.head, TODAY)
    (told,) = [one.what for one in due if one.key == "kontrak"]
    serve = [name for name, one in ending(programme).items() if one.serves]
    assert sorted(serve) == ["Budi", "Tono"]
    assert told.startswith("Kontrak 2 Pendamping")


def test_who_leaves_on_a_longer_contract_has_no_contract_that_ends(programme):
    sri = programme.appoint("Sri", until=TODAY + days(200))
    end(programme, sri, RESIGNED)
    with programme.office.database.read() as session:
        due = mentoring_decisions(session, programme.head, TODAY)
    assert [one for one in due if one.key == "kontrak"] == []


def test_who_has_no_kecamatan_or_one_for_a_time_only_is_told_and_stays(serving):
    programme, *_ = serving
    programme.appoint("Tono", until=ENDS)
    ani = programme.appoint("Ani", until=ENDS)
    programme.assign(ani, SRENGAT, temporary=True, ends_on=ENDS)
    found = ending(programme)
    assert [name for name, one in found.items() if one.hindrances] == ["Ani", "Tono"]
    assert "Pasal 11 ayat (2)" in found["Tono"].hindrances[0]
    with pytest.raises(NotRenewable):
        renew(programme, [(ani, 1)])


def test_a_contract_that_is_over_is_not_renewed(programme):
    sri = programme.appoint("Sri", until=TODAY - days(1))
    programme.assign(sri, WONODADI, START)
    assert ending(programme) == {}
    with pytest.raises(NotRenewable) as refused:
        renew(programme, [(sri, 1)])
    assert "sudah habis" in refused.value.sentence


def test_a_contract_that_ends_later_than_the_offices_days_is_not_on_the_list(programme):
    programme.appoint("Sri", until=TODAY + days(61))
    programme.appoint("Budi", until=TODAY + days(60))
    assert list(ending(programme)) == ["Budi"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"decree": " "}, "decree"),
        ({"decided_on": None}, "decided_on"),
        ({"decided_on": TODAY + days(1)}, "decided_on"),
        ({"until": None}, "until"),
        ({"until": ENDS}, "until"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_decree_that_lacks_something_renews_nobody(serving, changed, field):
    programme, sri, _ = serving
    with pytest.raises(Wrong) as refused:
        renew(programme, [(sri, 1)], replace(DECREE, **changed))
    assert fields(refused) == [field]


def test_a_decree_without_names_is_refused(serving):
    programme, *_ = serving
    with pytest.raises(Wrong):
        renew(programme, [])


def test_a_second_press_renews_once(serving):
    programme, sri, _ = serving
    nonce = a_nonce()
    assert renew(programme, [(sri, 1)], nonce=nonce) == renew(programme, [(sri, 1)], nonce=nonce)
    assert programme.office.count(RenewalDecreeRow) == 1


def test_who_was_renewed_meanwhile_is_not_renewed_again(serving):
    programme, sri, _ = serving
    renew(programme, [(sri, 1)])
    with pytest.raises(ChangedMeanwhile):
        renew(programme, [(sri, 1)], replace(DECREE, until=NEXT_YEAR + days(100)))
    assert until(programme, sri) == [NEXT_YEAR]


def test_a_recorded_decree_cannot_be_changed_or_deleted(serving):
    programme, sri, _ = serving
    renew(programme, [(sri, 1)])
    for change in ("UPDATE renewal_decree SET by_person_id = by_person_id", "DELETE FROM renewal_decree"):
        with pytest.raises(DBAPIError, match="append-only"), programme.office.database.write() as session:
            session.execute(text(change))
