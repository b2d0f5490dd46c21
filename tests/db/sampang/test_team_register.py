"""The register of the Pokjanis: by decree from a day on, until an end is written; nothing is overwritten."""

from datetime import date, timedelta
from itertools import count

import pytest

from db.refusals import NotFound, Wrong
from db.sampang.origination.team_register import appoint_member, end_member, strike_member, team_register
from domain.sampang.origination.records import Attendee, Element
from domain.sampang.origination.team_register import (
    LineStruck,
    MembershipEnd,
    TeamMember,
    attendance_of,
    not_serving,
    serving,
    team_lead_on,
)
from tests.db.races import at_one_moment, the_one_refused
from tests.db.sampang.lending import DAY, a_lending_office

SOMEBODY = {"element": Element.BANK, "decree": "SK 188/1/2026", "since": DAY, "position": "Kepala cabang"}
END = MembershipEnd(on=DAY + timedelta(days=30), why="SK 188/2/2026")


_people = count(1)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url) as lending:
        yield lending


@pytest.fixture
def name():
    """Somebody who stands in no register yet."""
    return f"Dewi {next(_people)}"


def appoint(lending, name, **more):
    return lending.run(appoint_member, lending.lead, TeamMember(**SOMEBODY | {"name": name} | more))


def lines(lending, name):
    return [one for one in lending.ask(team_register, lending.member) if one.member.name == name]


def test_a_member_serves_from_the_day_of_the_decree_on(lending, name):
    appoint(lending, name)
    (one,) = serving(lines(lending, name), DAY)
    assert (one.member.decree, one.by) == ("SK 188/1/2026", lending.lead.name)
    assert serving(lines(lending, name), DAY - timedelta(days=1)) == ()


def test_after_the_last_day_a_member_serves_no_more_and_stays_in_the_register(lending, name):
    lending.run(end_member, lending.lead, appoint(lending, name), END)
    register = lines(lending, name)
    assert [one.end for one in register] == [END]
    assert len(serving(register, END.on)) == 1
    assert serving(register, END.on + timedelta(days=1)) == ()


def test_attendance_is_filled_in_the_order_of_the_elements(lending, name):
    appoint(lending, name)
    appoint(lending, f"{name} B", element=Element.BUPATI, position="")
    people = attendance_of([*lines(lending, name), *lines(lending, f"{name} B")], DAY)
    assert [(one.element, one.name, one.position) for one in people] == [
        (Element.BUPATI, f"{name} B", ""),
        (Element.BANK, name, "Kepala cabang"),
    ]


def test_the_same_person_is_not_written_down_twice_for_an_element(lending, name):
    appoint(lending, name)
    for again in (name, f" {name.lower()} "):
        with pytest.raises(Wrong, match="sudah tercatat"):
            appoint(lending, again)


def test_an_earlier_day_does_not_write_the_same_person_down_twice(lending, name):
    appoint(lending, name)
    with pytest.raises(Wrong, match="sejak 2 Maret 2026. Akhiri"):
        appoint(lending, name, since=DAY - timedelta(days=60))
    assert len(lines(lending, name)) == 1


@pytest.mark.parametrize("since", [DAY - timedelta(days=60), END.on])
def test_a_line_that_ended_is_not_overlapped_either(lending, name, since):
    lending.run(end_member, lending.lead, appoint(lending, name), END)
    with pytest.raises(Wrong, match="sejak 2 Maret 2026 sampai 1 April 2026"):
        appoint(lending, name, since=since)
    appoint(lending, name, since=END.on + timedelta(days=1))
    assert len(attendance_of(lines(lending, name), END.on)) == 1


def test_for_another_element_the_same_name_is_another_member(lending, name):
    appoint(lending, name)
    appoint(lending, name, element=Element.BUPATI)
    assert len(lines(lending, name)) == 2


def test_of_two_who_write_the_same_person_down_at_one_moment_one_does(lending, name):
    refused = the_one_refused(at_one_moment(*[lambda: appoint(lending, name)] * 2))
    assert isinstance(refused, Wrong)
    assert len(lines(lending, name)) == 1


def test_after_the_end_the_same_person_may_come_back(lending, name):
    lending.run(end_member, lending.lead, appoint(lending, name), END)
    appoint(lending, name, since=date(2026, 12, 1))
    assert len(lines(lending, name)) == 2


def test_a_membership_ends_once_and_never_before_it_began(lending, name):
    member = appoint(lending, name)
    with pytest.raises(Wrong, match="sebelum"):
        lending.run(end_member, lending.lead, member, MembershipEnd(on=DAY - timedelta(days=1), why="x"))
    lending.run(end_member, lending.lead, member, END)
    with pytest.raises(NotFound):
        lending.run(end_member, lending.lead, member, END)


WRONG = LineStruck(reason="tanggal salah ketik")
BEFORE = DAY - timedelta(days=60)


def strike(lending, line, instead=None, **more):
    lending.run(strike_member, lending.lead, line, WRONG, instead, **more)


def test_a_line_that_was_wrong_is_struck_and_stays_to_be_seen(lending, name):
    strike(lending, appoint(lending, name))
    (one,) = lines(lending, name)
    assert one.struck == WRONG
    assert serving([one], DAY) == ()


def test_a_too_late_day_is_put_right_in_one_press(lending, name):
    line = appoint(lending, name)
    strike(lending, line, TeamMember(**SOMEBODY | {"name": name, "since": BEFORE}))
    assert [(one.member.since, one.struck) for one in lines(lending, name)] == [(DAY, WRONG), (BEFORE, None)]
    assert len(serving(lines(lending, name), BEFORE)) == 1


def test_of_who_serves_no_more_a_name_is_put_right_without_their_serving_again(lending, name):
    line = appoint(lending, name)
    lending.run(end_member, lending.lead, line, END)
    strike(lending, line, TeamMember(**SOMEBODY | {"name": f"{name} B.", "since": BEFORE}))
    (mended,) = lines(lending, f"{name} B.")
    assert mended.end == END
    assert serving([mended], END.on + timedelta(days=1)) == ()


def test_what_stands_instead_of_an_ended_line_began_before_that_end(lending, name):
    line = appoint(lending, name)
    lending.run(end_member, lending.lead, line, END)
    with pytest.raises(Wrong, match="sudah berakhir"):
        strike(
            lending,
            line,
            TeamMember(**SOMEBODY | {"name": name, "since": END.on + timedelta(days=1)}),
        )
    assert lines(lending, name)[0].struck is None


def test_a_line_that_begins_later_can_be_struck_before(lending, name):
    line = appoint(lending, name, since=DAY + timedelta(days=90))
    strike(lending, line)
    assert serving(lines(lending, name), DAY + timedelta(days=90)) == ()


def test_a_line_is_struck_once_and_never_ended_afterwards(lending, name):
    line = appoint(lending, name)
    strike(lending, line)
    with pytest.raises(NotFound):
        strike(lending, line)
    with pytest.raises(NotFound):
        lending.run(end_member, lending.lead, line, END)


def test_what_stands_instead_must_not_stand_already(lending, name):
    line = appoint(lending, name)
    appoint(lending, name, element=Element.AGENCY)
    with pytest.raises(Wrong, match="sudah tercatat"):
        strike(lending, line, TeamMember(**SOMEBODY | {"name": name, "element": Element.AGENCY}))
    assert lines(lending, name)[0].struck is None


def test_of_two_who_strike_a_line_at_one_moment_one_does(lending, name):
    line = appoint(lending, name)
    the_one_refused(at_one_moment(*(lambda: strike(lending, line) for _ in range(2))))


def test_who_is_present_and_no_member_for_the_element_is_told(lending, name):
    appoint(lending, name)
    register = lines(lending, name)
    came = (
        Attendee(Element.BANK, name.upper()),
        Attendee(Element.BANK, "Plt"),
        Attendee(Element.AGENCY, name),
    )
    assert not_serving(register, came, DAY) == came[1:]
    assert not_serving((), came, DAY) == ()


def test_the_ketua_harian_is_who_serves_as_one(lending, name):
    appoint(lending, name, position="Ketua Harian")
    assert team_lead_on(lines(lending, name), DAY) == name
    assert team_lead_on(lines(lending, name), BEFORE) == ""
