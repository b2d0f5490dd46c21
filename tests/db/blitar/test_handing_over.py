"""Binaan are handed over with minutes, and their numbers follow."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from db.blitar.caseload.care import give_client
from db.blitar.caseload.clients import end_client
from db.blitar.caseload.districts_cared_for import figures_by_district
from db.blitar.caseload.handovers import hand_over, handover, handovers
from db.blitar.caseload.lines import open_clients
from db.refusals import SameAgain, Wrong
from db.tables import HandoverRow
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.ending import Ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind
from domain.blitar.staffing.handing_over import HandoverWritten
from tests.db.blitar.mentoring import (
    SRENGAT,
    START,
    TODAY,
    UDANAWU,
    WONODADI,
    days,
    end,
    fields,
)
from tests.db.people import NOW, a_nonce


def hand(programme, giver, taken, actor=None, **more):
    pressed = {"nonce": more.pop("nonce", a_nonce()), "at": more.pop("at", NOW)}
    pressed["again_because"] = more.pop("again_because", "satu nomor untuk semua")
    written = HandoverWritten(**{"on": TODAY, "number": "BA 1"} | more)
    return programme.do(hand_over, actor or programme.facilitator, giver, taken, written, **pressed)


def test_the_number_of_other_minutes_of_the_year_is_asked_about(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    first, second = (programme.client(sri, name) for name in ("Warung", "Keripik"))
    hand(programme, sri, {first: budi})
    with pytest.raises(SameAgain, match="Serah terima nomor BA 1, 2 Maret 2026, dari Sri; dicatat Orang Fas"):
        hand(programme, sri, {second: budi}, number="ba-1", again_because="")
    assert programme.office.count(HandoverRow) == 1
    hand(programme, sri, {second: budi}, number="BA 2", again_because="")
    assert programme.office.count(HandoverRow) == 2


def test_a_handover_moves_the_binaan_and_its_minutes_tell_everything(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    first, second = programme.client(sri, "Anyaman"), programme.client(sri, "Batik", UDANAWU)
    made = hand(programme, sri, {first: budi, second: wati}, note="Sesuai rapat.", promises={first: "NIB"})
    told = programme.read(handover, made)
    assert (told.from_id, told.from_name, told.number, told.on) == (sri, "Sri", "BA 1", TODAY)
    assert (told.note, told.by) == ("Sesuai rapat.", programme.facilitator.name)
    assert [(line.name, name, promise) for line, name, promise in told.lines] == [
        ("Anyaman", "Budi", "NIB"),
        ("Batik", "Wati", ""),
    ]
    assert [line.name for line in programme.read(open_clients, mentor_id=budi)] == ["Anyaman"]
    assert (programme.one(sri).clients, programme.one(wati).clients) == (0, 1)
    assert [(line.number, line.from_name, line.clients) for line in programme.read(handovers)] == [
        ("BA 1", "Sri", 2)
    ]


def test_who_has_left_can_still_hand_over(programme):
    sri, budi = programme.appoint(until=TODAY - days(1)), programme.appoint("Budi")
    client = programme.client(sri, at=NOW - days(1))  # while she still served
    assert hand(programme, sri, {client: budi})


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"number": " "}, "number"),
        ({"on": TODAY + days(1)}, "on"),
        ({"on": START - days(1)}, "on"),
        ({"note": "x" * 5_001}, "note"),
    ],
)
def test_a_handover_that_cannot_be_is_refused(programme, more, field):
    sri, budi = programme.appoint(), programme.appoint("Budi")
    client = programme.client(sri)
    with pytest.raises(Wrong) as refused:
        hand(programme, sri, {client: budi}, **more)
    assert field in fields(refused)
    assert programme.one(sri).clients == 1


@pytest.mark.parametrize("who", ["left", "herself", "fasilitator"])
def test_only_another_pendamping_in_service_takes_binaan(programme, who):
    sri = programme.appoint()
    takers = {
        "left": programme.appoint("Budi", until=TODAY - days(1)),
        "herself": sri,
        "fasilitator": programme.appoint("Fani", kind=SubjectKind.FACILITATOR),
    }
    with pytest.raises(Wrong) as refused:
        hand(programme, sri, {programme.client(sri): takers[who]})
    assert fields(refused) == ["to.1"]  # beside the binaan that would go there
    assert programme.office.count(HandoverRow) == 0


def refused_with(programme, giver, taken, **more):
    before = programme.office.everything()
    with pytest.raises(Wrong) as refused:
        hand(programme, giver, taken, **more)
    assert programme.office.everything() == before
    return {problem.field: problem.sentence for problem in refused.value.problems}


def test_nobody_is_given_a_binaan_after_having_left_also_when_it_is_recorded_late(programme):
    sri, budi = programme.appoint(), programme.appoint("Budi", until=TODAY - days(1))
    client = programme.client(sri)
    told = refused_with(programme, sri, {client: budi}, on=TODAY - days(3))
    assert told == {
        f"to.{client}": "Budi hanya bertugas sampai 1 Maret 2026. Pilih Pendamping yang masih bertugas."
    }


def test_nobody_takes_a_binaan_before_they_were_appointed(programme):
    sri, budi = programme.appoint(), programme.appoint("Budi", appointed_on=TODAY)
    client = programme.client(sri)
    told = refused_with(programme, sri, {client: budi}, on=TODAY - days(1))
    assert "Budi baru bertugas sejak 2 Maret 2026" in told[f"to.{client}"]


def test_a_handover_lies_neither_before_the_mentoring_nor_before_an_earlier_one_and_each_is_said(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    young, moved, old = (
        programme.client(sri, "Anyaman", since=TODAY - days(4)),
        programme.client(budi, "Batik"),
        programme.client(sri, "Cobek"),
    )
    hand(programme, budi, {moved: sri}, on=TODAY - days(3))
    told = refused_with(programme, sri, {young: wati, moved: wati, old: wati}, on=TODAY - days(5))
    assert set(told) == {f"to.{young}", f"to.{moved}"}
    assert "Anyaman baru didampingi sejak 26 Februari 2026" in told[f"to.{young}"]
    assert "Batik sudah diserahterimakan pada 27 Februari 2026" in told[f"to.{moved}"]
    assert hand(programme, sri, {young: wati, moved: wati, old: wati}, on=TODAY - days(3))


def test_a_handover_does_not_lie_before_the_day_on_which_the_binaan_got_its_first_pendamping(programme):
    sri, budi, client = programme.appoint(), programme.appoint("Budi"), programme.client(None, "Anyaman")
    told = {"on": TODAY - days(2), "expected_version": 1, "at": NOW}
    programme.do(give_client, programme.facilitator, client, sri, **told)
    refused = refused_with(programme, sri, {client: budi}, on=TODAY - days(3))
    assert "Anyaman baru mendapat Pendamping pada 28 Februari 2026" in refused[f"to.{client}"]


def test_everything_that_is_wrong_with_a_handover_is_said_at_once(programme):
    sri, budi = programme.appoint(), programme.appoint("Budi", until=TODAY - days(1))
    client = programme.client(sri, since=TODAY)
    told = refused_with(programme, sri, {client: budi}, on=START - days(1), number=" ")
    assert set(told) == {"number", "on", f"to.{client}"}


def test_a_service_does_not_end_before_binaan_came_and_may_once_they_were_handed_on_that_day(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    first, second = programme.client(sri, "Anyaman"), programme.client(sri, "Batik")
    came = TODAY - days(2)
    hand(programme, sri, {first: budi, second: budi}, on=came)
    early = Ending(ground=EndingGround.DEATH, last_day=came - days(1))
    with pytest.raises(Wrong, match=r"dan 1 binaan lain masuk .* terakhir 28 Februari 2026"):
        end(programme, budi, early)
    hand(programme, budi, {first: wati, second: wati}, on=came)  # as if they had never come
    end(programme, budi, early)
    assert programme.one(budi).service.last_day == came - days(1)


def test_a_mentoring_does_not_end_before_its_last_handover(programme):
    sri, budi = programme.appoint(), programme.appoint("Budi")
    client = programme.client(sri, "Anyaman")
    hand(programme, sri, {client: budi}, on=TODAY - days(2))
    told = {"ground": LeavingGround.CLOSED, "reason": "Tutup"}
    more = {"expected_version": 2, "at": NOW}
    early = Leaving(on=TODAY - days(3), **told)
    with pytest.raises(Wrong, match="sudah diserahterimakan pada 28 Februari 2026"):
        programme.do(end_client, programme.facilitator, client, early, **more)
    programme.do(end_client, programme.facilitator, client, Leaving(on=TODAY - days(2), **told), **more)


def test_a_binaan_is_handed_over_once_only(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    client = programme.client(sri)
    hand(programme, sri, {client: budi})
    with pytest.raises(Wrong, match="tidak lagi dipegang"):
        hand(programme, sri, {client: wati})
    assert programme.one(budi).clients == 1


def test_two_handovers_of_one_binaan_at_one_moment_move_it_once(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    client, together = programme.client(sri), Barrier(2)

    def move(taker):
        together.wait()
        try:
            hand(programme, sri, {client: taker})
        except Wrong:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(move, (budi, wati))) == [False, True]
    assert programme.one(budi).clients + programme.one(wati).clients == 1


def test_binaan_are_counted_by_kecamatan_and_kind(programme):
    sri = programme.appoint()
    programme.client(sri, "A")
    programme.client(sri, "B", kind=SubjectKind.CLIENT_COOPERATIVE)
    programme.client(None, "C", UDANAWU)
    found = programme.read(figures_by_district)
    assert (found[WONODADI].cooperatives, found[WONODADI].businesses) == (1, 1)
    assert (found[UDANAWU].clients, SRENGAT in found) == (1, False)
