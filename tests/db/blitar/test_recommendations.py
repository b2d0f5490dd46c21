"""Letters of recommendation: prepared from verified visits, set by the Kepala Dinas, sent, answered."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.blitar.refusals import OwnLetter
from db.blitar.reporting.letter_pages import bundles
from db.blitar.reporting.letters import answer_bundle, return_bundle, send_bundle, set_bundle, strike_line
from db.blitar.reporting.recommendation_export import export_recommendations, print_letter
from db.blitar.reporting.recommendations import (
    bundle,
    change_bundle,
    draft_to,
    drop_bundle,
    one_bundle,
)
from db.blitar.reporting.waiting_recommendations import all_recommendations, waiting, waiting_items
from db.blitar.visiting.verifying import return_visit
from db.office.people import add_person
from db.refusals import ChangedMeanwhile, NotFound, OwnProposal, Refused, Wrong
from db.tables import AuditRow, RecommendationBundleRow, VisitRow
from domain.blitar.reporting.recommendations import Answer, BundlePrepared, BundleState, LetterNumber
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import DayPart
from domain.closings import Closed, Closing, ClosingReason
from domain.programme import NotAllowed
from domain.roles import OfficeRole
from tests.db.blitar.mentoring import TODAY, days
from tests.db.blitar.visiting import Caseload, a_visit
from tests.db.people import NOW, a_nonce, an_office
from tests.db.races import DONE, at_one_moment, the_one_refused
from tests.people import held

HEALTH, TRADE = "Dinas Kesehatan", "Dinas Perindustrian dan Perdagangan"
LETTER = LetterNumber(number="500.3/12/2026", on=TODAY)


class Desk(Caseload):
    """The recommendations of Sri's binaan, and the letters made of them."""

    def __init__(self, office):
        super().__init__(office)
        self.ani = self.binaan("Warung Bu Ani")
        self.budi = self.appoint("Budi")
        self.tono = self.binaan("Keripik Pak Tono", self.budi)

    def found(self, client_id=None, agency=HEALTH, *, verified=True, on=TODAY, **more):
        """A visit with a recommendation, verified on wish."""
        words = {"problem": "Belum punya P-IRT", "recommendation": "Dahulukan penyuluhan P-IRT"}
        told = words | {"agency": agency} | more
        client = client_id or self.ani
        mentor = self.budi if client == self.tono else self.sri
        saved = self.save(a_visit(mentor, client, on, **told), actor=self.facilitator)
        if verified:
            self.verify(saved, actor=self.other_facilitator)
        return saved.id

    def prepare(self, *visits, agency=HEALTH, nonce=None, actor=None):
        told = dict.fromkeys(visits, "Mohon penyuluhan P-IRT")
        prepared = BundlePrepared(agency=agency, told=told)
        return self.do(bundle, actor or self.facilitator, prepared, nonce=nonce or a_nonce(), at=NOW)

    def change(self, number, told, *, agency=HEALTH, version=1):
        more = {"expected_version": version, "nonce": a_nonce(), "at": NOW}
        return self.do(
            change_bundle, self.facilitator, number, BundlePrepared(agency=agency, told=told), **more
        )

    def put_in_force(self, number, letter=LETTER, *, version=1, actor=None):
        self.do(set_bundle, actor or self.head, number, letter, expected_version=version, at=NOW)

    def send(self, number, on=TODAY, *, version=2):
        self.do(send_bundle, self.facilitator, number, on=on, expected_version=version, at=NOW)

    def answer(self, number, text="Dijadwalkan April", on=TODAY, *, version=3):
        answered = Answer(answer=text, on=on)
        self.do(answer_bundle, self.facilitator, number, answered, expected_version=version, at=NOW)

    def as_read_by(self, person, verb, *told, **more):
        with self.office.database.read() as session:
            return verb(session, person, *told, **more)

    def letter(self, number, person=None):
        return self.as_read_by(person or self.facilitator, one_bundle, number)

    def waiting_for(self, agency=HEALTH, person=None):
        found = self.as_read_by(person or self.facilitator, waiting_items, agency)
        return [one.visit_id for one in found]


@pytest.fixture
def desk(database_url):
    with an_office(database_url) as office:
        yield Desk(office)


def test_only_a_verified_recommendation_to_a_perangkat_daerah_waits_for_a_letter(desk):
    older = desk.found(on=TODAY - days(3))
    newer = desk.found(desk.tono)
    desk.found(agency=TRADE, day_part=DayPart.NOON)
    desk.found(verified=False, day_part=DayPart.AFTERNOON)
    desk.found(agency="", on=TODAY - days(1))
    assert desk.waiting_for() == [older, newer]
    found = desk.read(waiting)
    assert [(one.agency, one.count, one.oldest_on) for one in found.agencies] == [
        (HEALTH, 2, TODAY - days(3)),
        (TRADE, 1, TODAY),
    ]
    assert found.unbundled == 3


def test_a_recommendation_is_in_one_letter_only_and_waits_again_when_the_draft_is_given_up(desk):
    visit = desk.found()
    first = desk.prepare(visit)
    assert desk.waiting_for() == []
    with pytest.raises(Wrong, match="satu rekomendasi masuk satu surat"):
        desk.prepare(visit)
    assert desk.read(waiting).letters[BundleState.DRAFT] == 1
    desk.do(drop_bundle, desk.facilitator, first, expected_version=1, at=NOW)
    assert desk.waiting_for() == [visit]
    with pytest.raises(NotFound):
        desk.letter(first)
    with desk.office.database.read() as session:
        trail = session.scalars(select(AuditRow.action).where(AuditRow.subject_kind == "recommendation"))
        assert list(trail) == ["bundle_recommendations", "drop_recommendations"]


def test_pressing_twice_prepares_one_letter(desk):
    visit, nonce = desk.found(), a_nonce()
    assert desk.prepare(visit, nonce=nonce) == desk.prepare(visit, nonce=nonce)
    assert desk.office.count(RecommendationBundleRow) == 1


def test_a_draft_changes_its_lines_words_and_addressee_but_not_over_another_change(desk):
    first, second = desk.found(on=TODAY - days(2)), desk.found()
    number = desk.prepare(second)
    words = {second: "Mohon kuota P-IRT", first: "Mohon pelatihan"}
    assert desk.change(number, words, agency=" Puskesmas Wonodadi ") == 2
    found = desk.letter(number)
    assert found.agency == "Puskesmas Wonodadi"
    assert [(line.said.visit_id, line.said.told) for line in found.lines] == [
        (first, "Mohon pelatihan"),
        (second, "Mohon kuota P-IRT"),
    ]
    with pytest.raises(ChangedMeanwhile, match="Orang Fasilitator"):
        desk.change(number, {second: "Lain"}, version=1)
    desk.change(number, {second: "Mohon kuota P-IRT"}, version=2)
    assert desk.waiting_for() == [first]


def test_a_letter_needs_an_addressee_words_and_a_visit_that_waits(desk):
    visit, unverified = desk.found(), desk.found(verified=False, day_part=DayPart.NOON)
    with pytest.raises(Wrong, match="belum dipilih"):
        desk.prepare(visit, agency=" ")
    with pytest.raises(Wrong, match="paling sedikit satu"):
        desk.prepare()
    with pytest.raises(Wrong, match="belum terverifikasi"):
        desk.prepare(visit, unverified)
    with pytest.raises(NotFound):
        desk.prepare(99)
    assert desk.office.count(RecommendationBundleRow) == 0


def test_the_kepala_dinas_sets_then_it_is_sent_and_answered_each_with_its_day(desk):
    number = desk.prepare(desk.found(on=TODAY - days(4)))
    letter = LetterNumber(number=" 500.3/12/2026 ", on=TODAY - days(2))
    desk.put_in_force(number, letter)
    desk.send(number, TODAY - days(1))
    assert desk.read(waiting).unanswered_since == TODAY - days(1)
    desk.answer(number, "Dijadwalkan April")
    found = desk.letter(number)
    assert (found.state, found.letter.number, found.letter.on) == (
        BundleState.ANSWERED,
        "500.3/12/2026",
        TODAY - days(2),
    )
    assert (found.sent_on, found.answered_on, found.answer) == (TODAY - days(1), TODAY, "Dijadwalkan April")
    assert (found.made_by, found.set_by) == ("Orang Fasilitator", "Orang Kepala Dinas")
    with desk.office.database.read() as session:
        trail = session.scalars(select(AuditRow.action).where(AuditRow.subject_kind == "recommendation"))
        assert list(trail) == [
            "bundle_recommendations",
            "set_recommendations",
            "send_recommendations",
            "answer_recommendations",
        ]


def test_no_step_comes_before_the_one_before_it_or_twice(desk):
    visit = desk.found(on=TODAY - days(4))
    number = desk.prepare(visit)
    with pytest.raises(Wrong, match="Disiapkan"):
        desk.send(number, version=1)
    with pytest.raises(Wrong, match="bertanggal sebelumnya"):
        desk.put_in_force(number, LetterNumber(number="1", on=TODAY - days(5)))
    with pytest.raises(Wrong, match="Nomor surat belum diisi"):
        desk.put_in_force(number, LetterNumber(number=" ", on=TODAY))
    desk.put_in_force(number)
    desk.put_in_force(number)  # the same button once more
    assert desk.letter(number).version == 2
    with pytest.raises(Wrong, match="Surat baru ditetapkan"):
        desk.send(number, TODAY - days(1))
    with pytest.raises(Wrong, match="Ditetapkan"):
        desk.change(number, {visit: "Lain"}, version=2)
    desk.send(number)
    desk.send(number)
    with pytest.raises(Wrong, match="Surat baru dikirim"):
        desk.answer(number, on=TODAY - days(1))
    with pytest.raises(Wrong, match="Isi jawaban"):
        desk.answer(number, " ")
    assert (desk.letter(number).state, desk.letter(number).version) == (BundleState.SENT, 3)


def test_a_number_a_day_and_an_answer_typed_wrong_are_corrected_until_the_next_step(desk):
    number = desk.prepare(desk.found())
    desk.put_in_force(number, LetterNumber(number="salah", on=TODAY))
    desk.put_in_force(number, LETTER, version=2)
    desk.send(number, version=3)
    with pytest.raises(Wrong, match="Dikirim"):
        desk.put_in_force(number, LetterNumber(number="lain", on=TODAY), version=4)
    desk.answer(number, "Menolak", version=4)
    desk.answer(number, "Menerima", version=5)
    found = desk.letter(number)
    assert (found.letter.number, found.answer, found.version) == ("500.3/12/2026", "Menerima", 6)


def test_two_letters_of_a_year_do_not_bear_the_same_number(desk):
    first = desk.prepare(desk.found(on=TODAY - days(3)))
    second = desk.prepare(desk.found(on=TODAY - days(2), agency=TRADE), agency=TRADE)
    desk.put_in_force(first, LetterNumber(number="500.3/12/A", on=TODAY - days(1)))
    with pytest.raises(Wrong, match="surat untuk Dinas Kesehatan tanggal 1 Maret 2026"):
        desk.put_in_force(second, LetterNumber(number=" 500.3/12/a ", on=TODAY))
    assert desk.letter(second).state is BundleState.DRAFT
    desk.put_in_force(second, LetterNumber(number="500.3/13/A", on=TODAY))
    with pytest.raises(Wrong, match=f"surat untuk {TRADE} tanggal 2 Maret 2026"):  # a correction
        desk.put_in_force(first, LetterNumber(number="500.3/13/A", on=TODAY), version=2)
    # Its own number stays its own when only the day is corrected.
    desk.put_in_force(first, LetterNumber(number="500.3/12/A", on=TODAY), version=2)
    assert desk.letter(first).letter.on == TODAY


def test_a_visit_returned_from_a_draft_stands_in_the_way_until_it_is_verified_again(desk):
    kept, doubtful = desk.found(on=TODAY - days(1)), desk.found()
    number = desk.prepare(kept, doubtful)
    desk.do(_return, desk.facilitator, doubtful)
    assert [line.stands for line in desk.letter(number).lines] == [True, False]
    with pytest.raises(Wrong, match="Warung Bu Ani tidak lagi terverifikasi"):
        desk.put_in_force(number)
    desk.change(number, {kept: "Mohon pelatihan"})
    desk.put_in_force(number, version=2)
    assert desk.waiting_for() == []


def test_a_letter_that_was_set_keeps_its_words_when_its_visit_is_returned_and_changed(desk):
    visit = desk.found()
    number = desk.prepare(visit)
    desk.put_in_force(number)
    desk.do(_return, desk.facilitator, visit)
    again = a_visit(desk.sri, desk.ani, problem="Lain", recommendation="Lain", agency=TRADE)
    desk.save(again, visit_id=visit, expected_version=3)
    (line,) = desk.letter(number).lines
    assert (line.said.problem, line.said.told) == ("Belum punya P-IRT", "Mohon penyuluhan P-IRT")
    assert not line.stands


def test_a_pendamping_sees_only_what_is_about_their_own_binaan(desk):
    own, other = desk.found(), desk.found(desk.tono)
    mixed, others = desk.prepare(own, other), desk.prepare(desk.found(desk.tono, day_part=DayPart.NOON))
    desk.found(desk.tono, day_part=DayPart.AFTERNOON)
    assert desk.as_read_by(desk.mentor, waiting).unbundled == 0
    assert desk.waiting_for(person=desk.mentor) == []
    assert desk.as_read_by(desk.mentor, waiting).letters[BundleState.DRAFT] == 1
    found = desk.letter(mixed, desk.mentor)
    assert [line.said.client_name for line in found.lines] == ["Warung Bu Ani"]
    assert found.size == 2
    assert [one.id for one in desk.as_read_by(desk.mentor, bundles, list(BundleState))] == [mixed]
    with pytest.raises(NotAllowed):
        desk.letter(others, desk.mentor)
    listed = desk.as_read_by(desk.mentor, all_recommendations, TODAY, TODAY)
    assert [one.line.visit_id for one in listed] == [own]


def test_only_who_may_takes_each_step(desk):
    number = desk.prepare(desk.found())
    leadership = desk.office.people[OfficeRole.LEADERSHIP]
    with pytest.raises(NotAllowed):
        desk.put_in_force(number, actor=desk.facilitator)
    with pytest.raises(NotAllowed):
        desk.prepare(desk.found(day_part=DayPart.NOON), actor=desk.head)
    with pytest.raises(NotAllowed):
        desk.letter(number, leadership)


def test_the_list_tells_where_every_recommendation_stands(desk):
    desk.found(on=TODAY - days(9))
    waits = desk.found(on=TODAY - days(2))
    answered = desk.found(on=TODAY - days(3))
    sent_elsewhere = desk.found(on=TODAY - days(1))
    number = desk.prepare(answered)
    desk.put_in_force(number)
    desk.send(number)
    desk.answer(number)
    desk.prepare(sent_elsewhere, agency=TRADE)
    found = desk.as_read_by(desk.head, all_recommendations, TODAY - days(3), TODAY)
    assert [(one.agency, one.line.visit_id, one.told) for one in found] == [
        (HEALTH, answered, "Dijawab nomor 500.3/12/2026, 2 Maret 2026"),
        (HEALTH, waits, "Belum masuk surat"),
        (TRADE, sent_elsewhere, "Disiapkan"),
    ]


def test_the_waiting_ones_come_in_pages_the_oldest_first(desk):
    visits = [desk.found(on=date(2026, 2, 3) + days(n)) for n in range(3)]
    pages = [desk.read(waiting_items, HEALTH, page=page, most=2) for page in (1, 2)]
    assert [[one.visit_id for one in page] for page in pages] == [visits[:2], visits[2:]]


def test_the_draft_that_more_may_join_is_the_newest_to_that_perangkat_daerah_and_not_set(desk):
    on_day = [desk.found(on=TODAY - days(n)) for n in range(4)]
    assert desk.read(draft_to, HEALTH) is None
    numbers = [desk.prepare(visit) for visit in on_day[:3]]
    desk.prepare(on_day[3], agency=TRADE)
    assert desk.read(draft_to, f" {HEALTH} ").id == numbers[2]
    desk.put_in_force(numbers[2])
    assert desk.read(draft_to, HEALTH).id == numbers[1]


def test_who_takes_a_letter_or_the_list_on_paper_stands_in_the_trail(desk):
    own, other = desk.found(), desk.found(desk.tono)
    mine, mixed = desk.prepare(own), desk.prepare(other, desk.found(day_part=DayPart.NOON))
    assert desk.do(print_letter, desk.mentor, mine, at=NOW) == desk.letter(mine)
    with pytest.raises(NotAllowed):  # two lines, of which one is about another's binaan
        desk.do(print_letter, desk.mentor, mixed, at=NOW)
    listed = desk.do(export_recommendations, desk.head, TODAY, TODAY, at=NOW)
    assert [one.line.visit_id for one in listed] == [own, other, other + 1]
    with desk.office.database.read() as session:
        rows = session.scalars(select(AuditRow).order_by(AuditRow.id.desc()).limit(2)).all()
    assert [(one.action, one.person_name, one.subject_id) for one in rows] == [
        ("export_recommendations", desk.head.name, 0),
        ("print_recommendations", desk.mentor.name, mine),
    ]
    assert rows[0].after == {"since": "2026-03-02", "until": "2026-03-02", "rows": 3}
    # Who only took the paper did not change the letter.
    desk.change(mine, {own: "Lain"})
    desk.do(print_letter, desk.head, mine, at=NOW)
    with pytest.raises(ChangedMeanwhile, match="Orang Fasilitator"):
        desk.change(mine, {own: "Lagi"}, version=1)


def _return(session, actor, visit_id):
    version = session.get_one(VisitRow, visit_id).version
    return_visit(session, actor, visit_id, version=version, note="Periksa", at=NOW)


WHY = ClosingReason(reason="Sebut nomor izin tiap usaha")


def send_back(desk, number, *, version=1, actor=None, why=WHY):
    return desk.do(return_bundle, actor or desk.head, number, why, expected_version=version, at=NOW)


def test_a_letter_that_the_kepala_dinas_returns_is_mended_and_waits_for_them_again(desk):
    visit = desk.found()
    number = desk.prepare(visit)
    send_back(desk, number)
    found = desk.letter(number)
    told = Closed(Closing.RETURNED, WHY.reason, "Orang Kepala Dinas", NOW)
    assert (found.state, found.returned, found.version) == (BundleState.RETURNED, told, 2)
    assert desk.read(waiting).letters[BundleState.RETURNED] == 1
    with pytest.raises(Wrong, match="berstatus “Dikembalikan”"):
        desk.put_in_force(number, version=2)
    desk.change(number, {visit: "Nomor izin 12"}, version=2)
    found = desk.letter(number)
    assert (found.state, found.returned, found.returns) == (BundleState.DRAFT, None, (told,))
    desk.put_in_force(number, version=3)


def strike(desk, number, visit, *, version=1, actor=None, why=WHY):
    told = {"expected_version": version, "at": NOW}
    return desk.do(strike_line, actor or desk.head, number, visit, why, **told)


def test_the_kepala_dinas_strikes_one_line_and_the_rest_of_the_letter_goes_on(desk):
    stays, goes = desk.found(), desk.found(desk.tono)
    number = desk.prepare(stays, goes)
    strike(desk, number, goes)
    found = desk.letter(number)
    assert [line.said.visit_id for line in found.lines] == [stays]
    assert [(one.reason, one.by) for one in found.struck] == [(WHY.reason, "Orang Kepala Dinas")]
    assert desk.waiting_for() == [goes]
    desk.put_in_force(number, version=2)


def test_a_second_press_strikes_no_second_line(desk):
    stays, goes = desk.found(), desk.found(desk.tono)
    number = desk.prepare(stays, goes)
    strike(desk, number, goes)
    once = desk.office.everything()
    strike(desk, number, goes)
    assert desk.office.everything() == once


def test_a_letter_with_the_number_of_one_given_up_does_not_tell_its_strikes(desk):
    stays, goes = desk.found(), desk.found(desk.tono)
    number = desk.prepare(stays, goes)
    strike(desk, number, goes)
    desk.do(drop_bundle, desk.facilitator, number, expected_version=2, at=NOW)
    prepared = BundlePrepared(agency=HEALTH, told={stays: "Mohon penyuluhan"})
    later = NOW + timedelta(hours=1)
    anew = desk.do(bundle, desk.facilitator, prepared, nonce=a_nonce(), at=later)
    assert desk.letter(anew).struck == ()


def test_the_last_line_is_not_struck_and_nobody_strikes_in_their_own_letter(desk):
    only = desk.found()
    number = desk.prepare(only)
    with pytest.raises(Wrong, match="Kembalikan suratnya"):
        strike(desk, number, only)
    with pytest.raises(NotAllowed):
        strike(desk, number, only, actor=desk.facilitator)
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        strike(desk, number, only, why=ClosingReason(reason=" "))


def test_a_returned_letter_is_given_up_and_its_recommendations_wait_again(desk):
    visit = desk.found()
    number = desk.prepare(visit)
    send_back(desk, number)
    assert desk.waiting_for() == []
    desk.do(drop_bundle, desk.facilitator, number, expected_version=2, at=NOW)
    assert desk.waiting_for() == [visit]


def test_a_letter_that_was_set_or_returned_is_not_returned_and_a_reason_is_needed(desk):
    number = desk.prepare(desk.found())
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        send_back(desk, number, why=ClosingReason(reason=" "))
    with pytest.raises(NotAllowed):
        send_back(desk, number, actor=desk.facilitator)
    with pytest.raises(ChangedMeanwhile):
        send_back(desk, number, version=2)
    send_back(desk, number)
    once = desk.office.everything()
    send_back(desk, number)  # the same button once more
    assert desk.office.everything() == once
    with pytest.raises(Wrong, match="berstatus “Dikembalikan”"):
        send_back(desk, number, version=2)
    other = desk.prepare(desk.found(on=TODAY - days(1)))
    desk.put_in_force(other)
    with pytest.raises(Wrong, match="berstatus “Ditetapkan”"):
        send_back(desk, other, version=2)


def test_who_prepared_a_letter_neither_sets_nor_returns_it_even_with_both_roles(desk):
    roles = held(BlitarRole.FACILITATOR, BlitarRole.AGENCY_HEAD)
    with desk.office.database.write() as session:
        both = add_person(session, "Rangkap", roles, at=NOW)
    number = desk.prepare(desk.found(), actor=both)
    with pytest.raises(OwnLetter):
        desk.put_in_force(number, actor=both)
    with pytest.raises(OwnProposal):
        send_back(desk, number, actor=both)
    desk.put_in_force(number)


def test_set_and_given_up_and_returned_at_one_moment_is_one_of_them(desk):
    number = desk.prepare(desk.found())
    refused = the_one_refused(
        at_one_moment(lambda: desk.put_in_force(number), lambda: send_back(desk, number))
    )
    assert isinstance(refused, Refused)
    again = desk.prepare(desk.found(on=TODAY - days(1)))
    give_up = lambda: desk.do(drop_bundle, desk.facilitator, again, expected_version=1, at=NOW)  # noqa: E731
    letter = LetterNumber(number="13", on=TODAY)
    results = at_one_moment(lambda: desk.put_in_force(again, letter), give_up)
    assert isinstance(the_one_refused(results), Refused)
    set_letters = desk.read(waiting).letters[BundleState.SET]
    assert set_letters == int(desk.letter(number).state is BundleState.SET) + int(results[0] == DONE)
