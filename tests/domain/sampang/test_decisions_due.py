"""What must be decided about the fund: as the queue counts it, the oldest first, with whose yes it needs."""

from datetime import date

from domain.due_decisions import theirs_first
from domain.headline import WaitsFor
from domain.roles import Held, Person
from domain.sampang.approvals import Approval
from domain.sampang.decisions_due import decisions
from domain.sampang.instruments import at
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole

TODAY = date(2026, 11, 30)
TEAM = (SampangRole.TEAM_MEMBER, SampangRole.TEAM_LEAD)
MEMBER = Person(3, "Fitri", frozenset({Held("sampang", SampangRole.TEAM_MEMBER)}))
LEAD = Person(4, "Halim", frozenset({Held("sampang", SampangRole.TEAM_LEAD)}))


def waiting(stage, count, since):
    return WaitsFor("Berkas menunggu", "Pokjanis", count, since, at("VI.2.b"), key=stage, roles=TEAM)


def test_surveyed_and_postponed_files_are_one_number_as_in_the_queue_since_the_older_of_both():
    found = decisions(
        [waiting(Stage.SURVEYED, 8, date(2026, 11, 20)), waiting(Stage.POSTPONED, 1, date(2026, 11, 6))],
        [],
        200_000_000,
        TODAY,
    )
    assert [(one.what, one.since) for one in found] == [("9 berkas siap dirapatkan", date(2026, 11, 6))]


def test_a_postponed_file_alone_is_ready_too():
    (found,) = decisions([waiting(Stage.POSTPONED, 1, date(2026, 11, 6))], [], 0, TODAY)
    assert found.what == "1 berkas siap dirapatkan"


def test_a_proposal_that_waits_longer_than_the_files_stands_before_them():
    files = [waiting(Stage.SURVEYED, 8, date(2026, 11, 20))]
    reversal = Approval.REVERSALS.waits(1, date(2026, 11, 12))
    found = decisions(files, [reversal], 0, TODAY)
    assert [(one.what, one.because.split(";")[0]) for one in found] == [
        ("1 usul pembalikan untuk disetujui", "tertua 18 hari (12 November 2026)"),
        ("8 berkas siap dirapatkan", "tertua 10 hari (20 November 2026)"),
    ]


def test_files_that_wait_for_another_step_stand_last_however_old():
    files = [waiting(Stage.CHECKED, 4, date(2026, 1, 5)), waiting(Stage.SURVEYED, 8, date(2026, 11, 20))]
    assert [one.key for one in decisions(files, [], 0, TODAY)] == [Stage.SURVEYED, Stage.CHECKED]


def test_each_says_whose_yes_it_needs():
    files = [waiting(Stage.SURVEYED, 8, date(2026, 11, 20))]
    found = decisions(files, [Approval.REVERSALS.waits(1, date(2026, 11, 12))], 0, TODAY)
    assert [one.who for one in found] == ["Ketua Harian", "anggota Pokjanis atau Ketua Harian"]


def test_what_waits_for_a_person_stands_first_for_them_and_nothing_is_left_out():
    files = [waiting(Stage.SURVEYED, 8, date(2026, 11, 20))]
    found = decisions(files, [Approval.REVERSALS.waits(1, date(2026, 11, 12))], 0, TODAY)
    assert [one.key for one in theirs_first(found, MEMBER)] == [Stage.SURVEYED, Approval.REVERSALS]
    assert theirs_first(found, LEAD) == found


def test_what_somebody_proposed_alone_waits_for_another():
    (own,) = decisions([], [Approval.REVERSALS.waits(2, date(2026, 11, 12), own=2)], 0, TODAY)
    (shared,) = decisions([], [Approval.REVERSALS.waits(2, date(2026, 11, 12), own=1)], 0, TODAY)
    assert not own.is_for(LEAD)
    assert shared.is_for(LEAD)
    assert "1 Anda usulkan sendiri, menunggu orang lain" in shared.because
