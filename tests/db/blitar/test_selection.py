"""A selection in the store: who registers, what is recorded, and a result that stands for good."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from db.again import reasons_of
from db.blitar.refusals import InTheWayOfOutcome, RegisteredTwice, RoundDecided
from db.blitar.selection import candidates as module
from db.blitar.selection.candidate_list import already_registered, register_candidates
from db.blitar.selection.candidate_records import record_opinion, record_outcome, record_test
from db.blitar.selection.candidates import candidate, candidates, matrix, save_candidate
from db.blitar.selection.round_results import decided_standings, differences, fix_result
from db.blitar.selection.rounds import rounds, save_round, selection_round
from db.blitar.trail import BlitarAction
from db.refusals import ChangedMeanwhile, NotFound, SameAgain, Wrong
from db.tables import AuditRow, CandidateRecordRow, CandidateRow, SelectionRoundRow
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import Education
from domain.blitar.law import law_on
from domain.blitar.roles import BlitarRole
from domain.blitar.selecting.deciding import ResultMinutes
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestKind, TestResult
from domain.blitar.selecting.rounds import Round
from domain.programme import NotAllowed
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import NO_PRACTICE
from domain.regulation.outcomes import Outcome
from tests.db.people import a_nonce, an_office
from tests.domain.blitar.builders import calon

NOW = datetime(2026, 4, 1, 3, tzinfo=UTC)
DAY = date(2026, 4, 1)
NIK = "3505012505950000"
ROUND = Round(
    title="Seleksi contoh",
    announcement_number="",
    announced_on=date(2026, 3, 1),
    opens_on=date(2026, 3, 2),
    closes_on=date(2026, 3, 20),
    quota=1,
)
PLAIN = calon(judgements={"understanding": None})


class Selection:
    """One round in a small office, run by its Fasilitator."""

    def __init__(self, office):
        self.office = office
        self.facilitator, self.head = (
            office.people[BlitarRole.FACILITATOR],
            office.people[BlitarRole.AGENCY_HEAD],
        )
        self.round = self.do(save_round, ROUND, nonce=a_nonce(), at=NOW)

    def do(self, verb, *told, actor=None, **more):
        with self.office.database.write() as session:
            return verb(session, actor or self.facilitator, *told, **more)

    def see(self, verb, *told, actor=None, **more):
        with self.office.database.read() as session:
            return verb(session, actor or self.facilitator, *told, **more)

    def register(self, form=PLAIN, **more):
        told = {"nonce": a_nonce(), "at": NOW, "again_because": "orang lain"} | more
        return self.do(save_candidate, told.pop("round_id", self.round), form, **told)

    def opine(self, number, *, answer=True, on=DAY, reason="menurut wawancara"):
        self.do(record_opinion, number, "understanding", Judgement(answer, "", on, reason), at=NOW)

    def test(self, number, kind=TestKind.WRITTEN, **changes):
        told = {"on": DAY, "examiners": "Tim Seleksi", "passed": True, "reason": "lembar nilai"} | changes
        self.do(record_test, number, TestResult(kind=kind, **told), at=NOW)

    def examine(self, number):
        self.opine(number)
        for kind in TestKind:
            self.test(number, kind)

    def decide(self, number, kind=OutcomeKind.PASSED, **changes):
        told = {"on": DAY, "by": "", "reason": "memenuhi semua"} | changes
        self.do(record_outcome, number, SelectionOutcome(kind=kind, **told), at=NOW)

    def fix(self, number="BA/1", on=DAY):
        self.do(fix_result, self.round, ResultMinutes(minutes_number=number, on=on), at=NOW)

    def count(self, table):
        return self.office.count(table)


@pytest.fixture
def selection(database_url):
    with an_office(database_url) as office:
        yield Selection(office)


def test_a_round_comes_back_as_it_was_announced(selection):
    (stored,) = selection.see(rounds)
    assert (stored.round, stored.candidates, stored.is_decided) == (ROUND, 0, False)


def test_a_round_that_closes_before_it_opens_is_refused_and_not_stored(selection):
    with pytest.raises(Wrong, match="ditutup sebelum dibuka"):
        selection.do(save_round, replace(ROUND, closes_on=date(2026, 3, 1)), nonce=a_nonce(), at=NOW)
    assert selection.count(SelectionRoundRow) == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"opens_on": date(2026, 3, 3)}, "Sudah ada pendaftaran tanggal 2 Maret 2026"),
        ({"closes_on": date(2026, 3, 2)}, None),
        ({"title": "Nama baru"}, None),
    ],
)
def test_a_running_round_changes_only_as_far_as_those_who_registered_allow(selection, changes, sentence):
    selection.register()
    wanted = replace(ROUND, **changes)
    told = {"nonce": a_nonce(), "at": NOW, "round_id": selection.round, "expected_version": 1}
    if sentence is None:
        selection.do(save_round, wanted, **told)
        assert selection.see(selection_round, selection.round).round == wanted
    else:
        with pytest.raises(Wrong, match=sentence):
            selection.do(save_round, wanted, **told)


def test_the_quota_never_falls_below_those_who_passed(selection):
    told = {"at": NOW, "round_id": selection.round}
    selection.do(save_round, replace(ROUND, quota=2), nonce=a_nonce(), expected_version=1, **told)
    for nik in (NIK, "3505012505950001"):
        number = selection.register(replace(PLAIN, nik=nik))
        selection.examine(number)
        selection.decide(number)
    with pytest.raises(Wrong, match="Sudah 2 orang dinyatakan lulus"):
        selection.do(save_round, ROUND, nonce=a_nonce(), expected_version=2, **told)


def test_the_second_of_two_who_change_a_round_is_told(selection):
    told = {"at": NOW, "round_id": selection.round, "expected_version": 1}
    selection.do(save_round, replace(ROUND, quota=2), nonce=a_nonce(), **told)
    with pytest.raises(ChangedMeanwhile, match="sudah diubah oleh Orang Fasilitator"):
        selection.do(save_round, replace(ROUND, quota=3), nonce=a_nonce(), **told)


def test_a_registration_comes_back_with_its_number(selection):
    for nik in (NIK, "3505012505950001"):
        selection.register(replace(PLAIN, nik=nik))
    found = selection.see(candidates, selection.round)
    assert [one.number for one in found] == [1, 2]
    assert found[0].candidate == replace(PLAIN, nik="3505**********00")


def test_the_same_nik_registers_once_and_is_told_its_number(selection):
    selection.register(replace(PLAIN, nik=NIK))
    with pytest.raises(RegisteredTwice, match="nomor pendaftaran 1"):
        selection.register(replace(PLAIN, nik=NIK, name="Orang lain"))
    assert selection.count(CandidateRow) == 1


RESEMBLING = [
    ({"phone": ""}, "tanggal lahir"),
    ({"born_on": None}, "telepon"),
    ({"phone": "+62 812-3000"}, "tanggal lahir"),
    ({}, "tanggal lahir serta telepon"),
]


@pytest.mark.parametrize(("changes", "words"), RESEMBLING)
def test_a_name_with_its_day_of_birth_or_telephone_is_registered_again_only_for_a_reason(
    selection, changes, words
):
    form = replace(PLAIN, name="Siti  Aminah", phone="0812-3456")
    first = selection.register(form)
    again = replace(form, name="siti aminah", nik=NIK, phone="08123456")
    with pytest.raises(SameAgain) as refused:
        selection.register(replace(again, **changes), again_because="")
    (told,) = refused.value.reasons
    assert told.startswith(f"Pendaftaran nomor 1, Siti  Aminah: nama dan {words} sama; dicatat Orang")
    second = selection.register(replace(again, **changes), again_because="kembar dengan kakaknya")
    with selection.office.database.read() as session:
        assert reasons_of(session, CandidateRow, [first, second]) == {second: "kembar dengan kakaknya"}
    kept = {"candidate_id": second, "expected_version": 1, "again_because": ""}
    selection.register(replace(again, note="berkas lengkap", **changes), **kept)


@pytest.mark.parametrize("changes", [{"name": "Siti Aisyah"}, {"born_on": None, "phone": ""}])
def test_another_name_or_nothing_else_in_common_is_another_person(selection, changes):
    form = replace(PLAIN, name="Siti Aminah", phone="0812-3456")
    selection.register(form)
    selection.register(replace(form, nik=NIK, **changes), again_because="")
    assert selection.count(CandidateRow) == 2


def test_of_two_tabs_that_register_one_person_at_one_moment_one_does_and_the_other_is_asked(selection):
    together = Barrier(2)

    def press(_):
        together.wait()
        try:
            return bool(selection.register(again_because=""))
        except SameAgain:
            return False

    with ThreadPoolExecutor(2) as threads:
        assert Counter(threads.map(press, range(2))) == {True: 1, False: 1}


def test_the_same_nik_may_register_again_in_another_round(selection):
    other = selection.do(save_round, replace(ROUND, title="Lain"), nonce=a_nonce(), at=NOW)
    selection.register(replace(PLAIN, nik=NIK))
    selection.register(replace(PLAIN, nik=NIK), round_id=other)
    assert selection.count(CandidateRow) == 2


def test_two_whose_nik_is_not_known_yet_both_register(selection):
    selection.register()
    selection.register()
    assert selection.count(CandidateRow) == 2


def test_a_double_click_registers_once(selection):
    nonce = a_nonce()
    assert selection.register(nonce=nonce) == selection.register(nonce=nonce)
    assert selection.count(CandidateRow) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"born_on": DAY + timedelta(days=1)}, "born_on"),
        ({"registered_on": date(2026, 3, 1)}, "registered_on"),
        ({"nik": "123"}, "nik"),
        ({"name": " "}, "name"),
    ],
)
def test_a_registration_that_cannot_be_is_refused_with_its_field(selection, changes, field):
    with pytest.raises(Wrong) as refused:
        selection.register(replace(PLAIN, **changes))
    assert field in {problem.field for problem in refused.value.problems}
    assert selection.count(CandidateRow) == 0


@pytest.mark.parametrize("day", [date(2026, 3, 2), date(2026, 3, 20)])
def test_the_first_and_the_last_day_of_the_period_are_in_it(selection, day):
    selection.register(replace(PLAIN, registered_on=day))
    assert selection.count(CandidateRow) == 1


def test_long_stories_of_experience_are_kept_as_far_as_the_form_allows(selection):
    told = "a" * 5_000
    number = selection.register(replace(PLAIN, experience=replace(PLAIN.experience, mentored_told=told)))
    assert selection.see(candidate, number).candidate.experience.mentored_told == told


def test_a_whole_nik_is_shown_to_the_facilitator_and_leaves_a_trace(selection):
    number = selection.register(replace(PLAIN, nik=NIK))
    assert selection.do(candidate, number, reveal=True, at=NOW).candidate.nik == NIK
    with selection.office.database.read() as session:
        opened = select(AuditRow.after).where(AuditRow.action == BlitarAction.REVEAL_IDENTITY)
        assert session.scalars(opened).all() == [{"alasan": "Melanjutkan isian"}]


def test_the_head_of_the_agency_reads_but_sees_no_whole_nik_and_changes_nothing(selection):
    number = selection.register(replace(PLAIN, nik=NIK))
    assert selection.see(candidate, number, actor=selection.head).candidate.nik == "3505**********00"
    for verb, told, more in (
        (candidate, (number,), {"reveal": True, "at": NOW}),
        (save_candidate, (selection.round, PLAIN), {"nonce": a_nonce(), "at": NOW}),
        (fix_result, (selection.round, ResultMinutes(minutes_number="BA/1", on=DAY)), {"at": NOW}),
    ):
        with pytest.raises(NotAllowed):
            selection.do(verb, *told, actor=selection.head, **more)


def test_a_mentor_does_not_read_the_selection(selection):
    with pytest.raises(NotAllowed):
        selection.see(candidates, selection.round, actor=selection.office.people[BlitarRole.MENTOR])


def test_the_newest_opinion_counts_and_is_signed_by_who_gave_it(selection):
    number = selection.register()
    selection.opine(number, answer=False)
    selection.opine(number)
    judged = selection.see(candidate, number).candidate.judgements["understanding"]
    assert (judged.answer, judged.by) == (True, "Orang Fasilitator")


def test_a_later_result_of_the_same_test_replaces_the_earlier(selection):
    number = selection.register()
    selection.test(number, passed=False)
    selection.test(number)
    (result,) = selection.see(candidate, number).tests
    assert result.passed


def test_pressing_a_button_twice_records_once_and_going_back_is_recorded(selection):
    number = selection.register()
    for passed in (True, True, False, True):
        selection.test(number, passed=passed)
    assert selection.count(CandidateRecordRow) == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on": DAY + timedelta(days=1)}, "on"),
        ({"on": date(2026, 3, 1)}, "on"),
        ({"examiners": " "}, "examiners"),
        ({"reason": ""}, "reason"),
        ({"told": "a" * 5_001}, "told"),
    ],
)
def test_a_test_result_that_cannot_be_is_refused(selection, changes, field):
    number = selection.register()
    with pytest.raises(Wrong) as refused:
        selection.test(number, **changes)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert selection.count(CandidateRecordRow) == 0


def test_an_opinion_without_a_reason_is_refused(selection):
    number = selection.register()
    with pytest.raises(Wrong, match="Alasannya belum diisi"):
        selection.opine(number, reason=" ")


def test_nobody_passes_before_the_tests_are_recorded(selection):
    number = selection.register()
    selection.opine(number)
    with pytest.raises(InTheWayOfOutcome) as refused:
        selection.decide(number)
    assert [reason.place.short for reason in refused.value.in_way] == ["8.d", "8.d"]


def test_nobody_passes_beyond_the_quota_but_may_stand_in_reserve(selection):
    first, second = selection.register(), selection.register()
    for number in (first, second):
        selection.examine(number)
    selection.decide(first)
    with pytest.raises(InTheWayOfOutcome, match="Kuota sudah penuh"):
        selection.decide(second)
    selection.decide(second, OutcomeKind.RESERVE)
    selection.decide(first)  # the same place, not another one
    assert [one.outcome.kind for one in selection.see(candidates, selection.round)] == [
        OutcomeKind.PASSED,
        OutcomeKind.RESERVE,
    ]


def test_a_refusal_needs_its_reason(selection):
    number = selection.register()
    with pytest.raises(Wrong, match="Alasannya belum diisi"):
        selection.decide(number, OutcomeKind.FAILED, reason=" ")


def test_a_candidate_who_lacks_only_point_k_passes_with_the_reading_that_the_team_names(selection):
    past = replace(PLAIN.experience, mentored=False, involved=False, paper=False, paper_told="")
    number = selection.register(replace(PLAIN, experience=past))
    selection.examine(number)
    ((_, found),) = selection.see(matrix, selection.round, law_on(DAY, NO_PRACTICE))
    assert found.assessment.verdict is Verdict.DEPENDS_ON_READING
    with pytest.raises(InTheWayOfOutcome, match="B-18"):
        selection.decide(number)
    selection.decide(number, reading_reason="B-18 bacaan B")
    assert selection.see(candidate, number).outcome.kind is OutcomeKind.PASSED


def test_a_candidate_is_examined_again_only_once_something_is_told_of_them(selection, monkeypatch):
    examined, law = [], law_on(DAY, NO_PRACTICE)
    module._examined.cache_clear()  # the other database was asked about the same people
    usual = module.examine_candidate
    monkeypatch.setattr(module, "examine_candidate", lambda *told: examined.append(told) or usual(*told))
    one, _ = (selection.register(replace(PLAIN, name=name, nik=None)) for name in ("Wulan A", "Wulan B"))
    first = selection.see(matrix, selection.round, law)
    assert selection.see(matrix, selection.round, law) == first
    assert len(examined) == 2
    selection.opine(one)
    (_, found), _ = selection.see(matrix, selection.round, law)
    assert len(examined) == 3
    assert found != first[0][1]


@pytest.mark.parametrize("number", ["", "  "])
def test_a_result_is_not_fixed_without_the_number_of_its_minutes(selection, number):
    with pytest.raises(Wrong, match="Nomor berita acara belum diisi"):
        selection.fix(number)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2026, 3, 20), "sesudah pendaftaran ditutup"),
        (DAY + timedelta(days=1), "belum terjadi"),
    ],
)
def test_a_result_is_fixed_after_the_period_and_not_in_the_future(selection, on, sentence):
    with pytest.raises(Wrong, match=sentence):
        selection.fix(on=on)


def test_a_result_waits_for_everybodys_outcome(selection):
    selection.register()
    with pytest.raises(InTheWayOfOutcome, match="nomor 1 belum diputuskan"):
        selection.fix()
    assert not selection.see(selection_round, selection.round).is_decided


def test_a_result_is_not_fixed_over_a_file_that_changed_after_its_outcome(selection):
    number = selection.register()
    selection.examine(number)
    selection.decide(number)
    changed = replace(PLAIN, education=Education.DIPLOMA_3)
    selection.register(changed, candidate_id=number, expected_version=1)
    with pytest.raises(InTheWayOfOutcome, match="Nomor 1 dicatat lulus, tetapi"):
        selection.fix()


def a_decided_round(selection):
    number = selection.register(replace(PLAIN, nik=NIK))
    selection.examine(number)
    selection.decide(number)
    selection.fix()
    return number


def test_a_fixed_result_is_kept_whole_and_can_be_worked_out_again(selection):
    a_decided_round(selection)
    stored = selection.see(selection_round, selection.round)
    assert (stored.decided_on, stored.minutes_number) == (DAY, "BA/1")
    (standing,) = decided_standings(stored)
    assert (standing.number, standing.name, standing.verdict) == (1, "Contoh", Verdict.QUALIFIES)
    assert standing.outcome_kind is OutcomeKind.PASSED
    assert set(standing.points) == set("abcdefghijklm")
    assert set(standing.points.values()) == {Outcome.MET}
    with selection.office.database.read() as session:
        assert differences(session, stored) == ()


def test_a_kept_result_that_the_rules_would_no_longer_give_says_so(selection):
    a_decided_round(selection)
    stored = selection.see(selection_round, selection.round)
    stored.result["candidates"][0]["receipt"]["outcomes"]["7.d"] = 0
    with selection.office.database.read() as session:
        found = differences(session, stored)
    assert found == (
        "nomor 1: isinya berubah sesudah ditetapkan, segelnya tidak cocok",
        "nomor 1: 7.d: dahulu tidak terpenuhi, sekarang terpenuhi",
    )


def test_nothing_of_a_decided_round_changes_any_more(selection):
    number = a_decided_round(selection)
    before = selection.office.everything()
    changed = {"candidate_id": number, "expected_version": 1}
    for attempt in (
        selection.register,
        lambda: selection.register(replace(PLAIN, name="Lain"), **changed),
        lambda: selection.opine(number),
        lambda: selection.test(number),
        lambda: selection.decide(number, OutcomeKind.FAILED),
        lambda: selection.fix("BA/2"),
        lambda: selection.do(
            save_round,
            replace(ROUND, quota=9),
            nonce=a_nonce(),
            at=NOW,
            round_id=selection.round,
            expected_version=1,
        ),
    ):
        with pytest.raises(RoundDecided, match="BA/1"):
            attempt()
    assert selection.office.everything() == before


def test_a_decided_registration_is_not_changed_by_way_of_another_round(selection):
    number = a_decided_round(selection)
    other = selection.do(save_round, replace(ROUND, title="Lain"), nonce=a_nonce(), at=NOW)
    with pytest.raises(NotFound):
        selection.register(
            replace(PLAIN, name="Diubah"), round_id=other, candidate_id=number, expected_version=1
        )
    assert selection.see(candidate, number).candidate.name == "Contoh"


LATE = calon(name="Dodi Terlambat", nik=None, registered_on=date(2026, 3, 21), judgements={})


def test_who_comes_late_is_recorded_as_refused_for_it(selection):
    selection.register(LATE)
    (stored,) = selection.see(candidates, selection.round)
    assert stored.candidate.registered_on == date(2026, 3, 21)
    assert (stored.outcome.kind, "Pasal 8 huruf c" in stored.outcome.reason) == (OutcomeKind.LATE, True)


def test_who_came_late_can_never_be_passed(selection):
    number = selection.register(LATE)
    passed = SelectionOutcome(kind=OutcomeKind.PASSED, on=DAY, by="", reason="baik")
    with pytest.raises(InTheWayOfOutcome, match="sesudah pendaftaran ditutup"):
        selection.do(record_outcome, number, passed, at=NOW)


def test_a_late_one_leaves_the_round_free_to_be_changed_and_decided(selection):
    selection.register(LATE)
    stored = selection.see(selection_round, selection.round)
    changed = replace(stored.round, quota=2)
    told = {"round_id": stored.id, "expected_version": stored.version, "nonce": a_nonce(), "at": NOW}
    selection.do(save_round, changed, **told)
    selection.do(fix_result, selection.round, ResultMinutes(minutes_number="BA 1", on=DAY), at=NOW)
    (kept,) = decided_standings(selection.see(selection_round, selection.round))
    assert kept.outcome_kind is OutcomeKind.LATE


def test_many_are_registered_at_once_and_the_same_list_again_adds_nobody(selection):
    told = [replace(LATE, name=f"Calon {place}", phone="") for place in range(3)]
    more = {"at": NOW}
    assert selection.do(register_candidates, selection.round, told, nonce=a_nonce(), **more) == 3
    assert [one.number for one in selection.see(candidates, selection.round)] == [1, 2, 3]
    assert len(selection.see(already_registered, selection.round, told)) == 3
    assert selection.do(register_candidates, selection.round, told, nonce=a_nonce(), **more) == 0
    with selection.office.database.read() as session:
        lines = session.scalars(select(AuditRow).where(AuditRow.action == "save_candidate")).all()
    assert len(lines) == 3


def test_one_wrong_registration_keeps_all_of_them_out(selection):
    told = [LATE, replace(LATE, name="Lain", nik="12")]
    with pytest.raises(Wrong, match="16 digit"):
        selection.do(register_candidates, selection.round, told, nonce=a_nonce(), at=NOW)
    assert not selection.see(candidates, selection.round)
