"""A list of binaan taken back: all of it while nothing was done, else none, and then it counts nowhere."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from db.blitar.caseload.alike import alike_clients
from db.blitar.caseload.card import client_card
from db.blitar.caseload.client_list import look_up_list
from db.blitar.caseload.clients import read_client, save_client
from db.blitar.caseload.lists_taken import binaan_of_list, lists_taken, take_back_list
from db.blitar.caseload.mentored import left_between
from db.blitar.caseload.month_counts import count_anew
from db.blitar.reporting.conditions import mentored, span_of
from db.refusals import Refused, Wrong
from db.tables import AuditRow, ClientRow, MonthCountRow
from domain.blitar.client_list.taking_back import TakingBack
from tests.db.blitar.mentoring import TODAY, UDANAWU, WONODADI, days
from tests.db.blitar.test_client_list import NIK, a_list, one, take
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce
from tests.db.races import at_one_moment, the_one_refused
from tests.db.statements import asked

WRONG_LIST = TakingBack(reason="Daftar kabupaten lain.")


def take_back(programme, list_id=1, told=WRONG_LIST, nonce=None):
    when = {"nonce": nonce or a_nonce(), "at": NOW}
    return programme.do(take_back_list, programme.facilitator, list_id, told, **when)


def kept(session):
    row = MonthCountRow
    return set(session.execute(select(row.month, row.what, row.key, row.place, row.n).where(row.n != 0)))


def rows(programme):
    with programme.office.database.read() as session:
        return list(session.scalars(select(ClientRow).order_by(ClientRow.id)))


@pytest.fixture
def two(programme):
    """Two binaan of a list, one of them in care, beside one that was there before."""
    caseload = Caseload(programme.office)
    caseload.binaan("Warung Lama")
    with caseload.office.database.read() as session:
        caseload.before = kept(session)
    caseload.told = a_list(one(nik=NIK), one("Toko Budi", code=UDANAWU))
    take(caseload, caseload.told, carers={WONODADI: caseload.sri})
    return caseload


def test_all_of_it_goes_and_keeps_its_numbers(two):
    assert take_back(two) == 2
    assert [(row.number, row.status, row.mentor_id) for row in rows(two)[1:]] == [
        ("BN-2026-0002", "taken_back", None),
        ("BN-2026-0003", "taken_back", None),
    ]


def test_the_months_are_as_if_it_had_never_come_and_as_a_count_anew_gives(two):
    take_back(two)
    with two.office.database.write() as session:
        after = kept(session)
        count_anew(session)
        assert (after, kept(session)) == (two.before, two.before)


def test_no_report_and_no_day_of_its_month_has_it(two):
    take_back(two)
    with two.office.database.read() as session:
        of_month = session.scalars(select(ClientRow.number).where(mentored(span_of(TODAY)))).all()
        left = left_between(session, TODAY.replace(day=1), TODAY + days(1))
        assert (of_month, left) == (["BN-2026-0001"], [])


def test_each_binaan_has_a_line_with_the_reason(two):
    take_back(two)
    with two.office.database.read() as session:
        lines = session.scalars(select(AuditRow).where(AuditRow.action == "take_back_clients")).all()
    assert [(line.subject_id, line.after["reason"]) for line in lines] == [
        (2, WRONG_LIST.reason),
        (3, WRONG_LIST.reason),
    ]


def test_the_same_list_comes_in_again_under_new_numbers(two):
    take_back(two)
    assert not two.read(look_up_list, two.told).known
    assert take(two, two.told).numbers == ("BN-2026-0004", "BN-2026-0005")
    assert take(two, two.told).known == 2


def test_it_is_like_no_other_binaan(two):
    take_back(two)
    assert two.read(alike_clients, one(nik=NIK)) == ()


def test_one_that_was_changed_keeps_all_and_is_named(two):
    row = rows(two)[2]
    told = replace(read_client(row), phone="081234567890")
    two.do(save_client, two.facilitator, row.id, told, expected_version=1, nonce=a_nonce(), at=NOW)
    with pytest.raises(Refused, match="1 dari 2") as refused:
        take_back(two)
    assert refused.value.reasons == ("BN-2026-0003: datanya diubah",)
    assert [row.status for row in rows(two)] == ["open"] * 3


@pytest.mark.parametrize(
    ("do", "named"),
    [
        (lambda two: two.save(a_visit(two.sri, 2)), "kunjungan"),
        (lambda two: two.save(a_visit(two.sri, 2), send=False), "kunjungan"),
        (lambda two: two.baseline(2, change()), "data awal atau ukuran"),
    ],
)
def test_one_with_which_anything_was_done_keeps_all(two, do, named):
    do(two)
    with pytest.raises(Refused, match=f"BN-2026-0002: {named}"):
        take_back(two)
    assert [row.status for row in rows(two)] == ["open"] * 3


def test_nobody_visits_one_that_was_taken_back(two):
    take_back(two)
    with pytest.raises(Refused, match="sudah dibatalkan"):
        two.save(a_visit(two.sri, 2), actor=two.facilitator)
    with pytest.raises(Refused):
        two.take_in(a_visit(two.sri, 2))


def test_without_a_reason_nothing_goes(two):
    with pytest.raises(Wrong, match="Alasannya"):
        take_back(two, told=TakingBack(reason=" "))


def test_a_second_press_tells_the_same(two):
    nonce = a_nonce()
    assert take_back(two, nonce=nonce) == take_back(two, nonce=nonce) == 2
    with pytest.raises(Refused, match="sudah dibatalkan oleh"):
        take_back(two)


def test_of_two_at_one_moment_one_is_told(two):
    refused = the_one_refused(at_one_moment(lambda: take_back(two), lambda: take_back(two)))
    assert "sudah dibatalkan oleh" in refused.sentence


def test_nobody_changes_one_that_was_taken_back(two):
    take_back(two)
    row = rows(two)[1]
    with pytest.raises(Refused, match="sudah dibatalkan"):
        two.do(
            save_client,
            two.facilitator,
            row.id,
            read_client(row),
            expected_version=2,
            nonce=a_nonce(),
            at=NOW,
        )


def test_its_card_and_its_list_say_why(two):
    take_back(two)
    card = two.read(client_card, 2, at=NOW)
    assert (card.number, card.is_open, card.taken_back.reason) == ("BN-2026-0002", False, WRONG_LIST.reason)
    (told,) = two.read(lists_taken)
    assert (told.first, told.last, told.taken_back_because) == (
        "BN-2026-0002",
        "BN-2026-0003",
        WRONG_LIST.reason,
    )
    assert [each.number for each in two.read(binaan_of_list, 1, 10)] == ["BN-2026-0002", "BN-2026-0003"]


def test_a_thousand_are_taken_back_by_few_statements(programme):
    take(programme, a_list(*(one(f"Usaha {place}") for place in range(1_000))))
    with asked(programme.office.database) as statements:
        assert take_back(programme) == 1_000
    assert len(statements) < 40
