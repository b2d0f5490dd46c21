"""Visits are found by what one looks for; each Pendamping finds only their own."""

from datetime import date

import pytest

from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.caseload.handovers import hand_over
from db.blitar.visiting.before import before_visit
from db.blitar.visiting.choices import clients_to_visit, mentors_to_choose
from db.blitar.visiting.opened_visit import one_visit, waiting_around
from db.blitar.visiting.presence import presence, verification_sheet_of
from db.blitar.visiting.visit_list import VisitFilter, visit_list
from db.blitar.visiting.visit_warnings import warnings_about
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.visiting.visit import (
    DayPart,
    FollowUp,
    FollowUpClosed,
    FollowUpState,
    Source,
    VisitPlace,
    VisitState,
)
from domain.programme import NotAllowed
from tests.db.blitar.mentoring import TODAY, UDANAWU, WONODADI, days
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office

IMLEK = date(2026, 2, 17)  # SKB 3 Menteri 2026: Tahun Baru Imlek
FRIDAY, SATURDAY = date(2026, 2, 27), date(2026, 2, 28)


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


def hand(caseload, binaan, taker, on=TODAY):
    written = HandoverWritten(number="BA 1", on=on)
    told = {"nonce": a_nonce(), "at": NOW, "again_because": "satu nomor"}
    caseload.do(hand_over, caseload.facilitator, caseload.sri, {binaan: taker}, written, **told)


class Filled(Caseload):
    """Four visits of Sri in four states and one of Budi on paper, each different in every respect."""

    def __init__(self, office):
        super().__init__(office)
        self.budi = self.appoint("Budi")
        self.ani, self.joko = self.binaan("Bu Ani"), self.binaan("Pak Joko", self.budi, code=UDANAWU)
        self.draft = self.save(a_visit(self.sri, self.ani, on=TODAY), send=False)
        self.sent = self.save(a_visit(self.sri, self.ani, on=FRIDAY))
        self.returned = self.save(a_visit(self.sri, self.ani, on=IMLEK))
        self.send_back(self.returned)
        self.verified = self.save(a_visit(self.sri, self.ani, on=FRIDAY, day_part=DayPart.NOON))
        self.verify(self.verified)
        paper = a_visit(self.budi, self.joko, on=TODAY, district_code=UDANAWU, source=Source.PAPER)
        self.of_budi = self.save(paper, actor=self.facilitator)


@pytest.fixture(scope="module")
def filled(shared_database_url):
    with an_office(shared_database_url) as office:
        yield Filled(office)


def _found(caseload, actor=None, page=1, **wanted):
    with caseload.office.database.read() as session:
        return visit_list(session, actor or caseload.facilitator, VisitFilter(**wanted), page)


def _names(caseload, **wanted):
    known = {
        getattr(caseload, name).id: name for name in ("draft", "sent", "returned", "verified", "of_budi")
    }
    return [known[line.id] for line in _found(caseload, **wanted).lines]


def test_each_filter_lets_through_what_it_names_the_newest_first(filled):
    assert _names(filled) == ["of_budi", "draft", "verified", "sent", "returned"]
    assert _names(filled, state=VisitState.RETURNED) == ["returned"]
    assert _names(filled, mentor_id=filled.budi) == ["of_budi"]
    assert _names(filled, client_id=filled.joko) == ["of_budi"]
    assert _names(filled, district_code=UDANAWU) == ["of_budi"]
    assert _names(filled, month=date(2026, 2, 28)) == ["verified", "sent", "returned"]
    assert _names(filled, month=TODAY) == ["of_budi", "draft"]
    assert _names(filled, source=Source.PAPER) == ["of_budi"]
    assert _names(filled, source=Source.APP, state=VisitState.SENT) == ["sent"]


def test_what_waits_longest_for_verification_stands_first(filled):
    assert _names(filled, state=VisitState.SENT) == ["sent", "of_budi"]


def test_the_counts_are_of_all_states_under_the_other_filters(filled):
    found = _found(filled, state=VisitState.SENT, mentor_id=filled.sri)
    assert found.total == 1
    assert found.counts == dict.fromkeys(VisitState, 1)
    everything = _found(filled)
    assert everything.total == 5
    assert everything.counts[VisitState.SENT] == 2


def test_a_pendamping_finds_only_their_own_visits(filled):
    found = _found(filled, filled.mentor)
    theirs = [filled.draft, filled.returned, filled.verified, filled.sent]  # to finish first, then newest
    assert [line.id for line in found.lines] == [one.id for one in theirs]
    assert (found.total, {line.mentor_name for line in found.lines}) == (4, {"Sri"})
    assert _found(filled, filled.mentor, mentor_id=filled.budi).lines == ()
    with filled.office.database.read() as session, pytest.raises(NotAllowed):
        one_visit(session, filled.mentor, filled.of_budi.id)


def test_a_line_tells_what_is_odd_until_it_is_verified(filled):
    warnings = {line.id: line.warnings for line in _found(filled).lines}
    # Sri has Wonodadi since 2 March only; Budi has no kecamatan at all.
    assert len(warnings[filled.returned.id]) == 2
    assert "hari libur" in warnings[filled.returned.id][0]
    assert "Wonodadi bukan wilayah penugasan" in warnings[filled.sent.id][0]
    assert warnings[filled.verified.id] == ()
    assert warnings[filled.draft.id] == ()
    assert "Udanawu bukan wilayah penugasan" in warnings[filled.of_budi.id][0]


def test_fifty_visits_make_a_page(caseload):
    binaan = caseload.binaan()
    spots = [(TODAY - days(ago), part) for ago in range(17) for part in DayPart]
    caseload.take_in(*(a_visit(caseload.sri, binaan, on=on, day_part=part) for on, part in spots))
    first, second = _found(caseload), _found(caseload, page=2)
    assert (first.total, len(first.lines), len(second.lines)) == (51, 50, 1)
    assert second.lines[0].on == TODAY - days(16)


# ---- warnings ------------------------------------------------------------------------------------
def _warnings(caseload, visit, visit_id=None):
    with caseload.office.database.read() as session:
        return warnings_about(session, caseload.facilitator, visit, visit_id=visit_id)


def test_a_visit_in_the_assigned_kecamatan_on_a_working_day_is_not_odd(caseload):
    assert _warnings(caseload, a_visit(caseload.sri, caseload.binaan())) == ()


def test_two_places_in_one_part_of_a_day_are_told_but_never_of_the_visit_itself(caseload):
    ani, tutik = caseload.binaan("Bu Ani"), caseload.binaan("Bu Tutik")
    office = a_visit(caseload.sri, ani, place=VisitPlace.OFFICE, district_code=None)
    saved = caseload.save(office)
    (told,) = _warnings(caseload, a_visit(caseload.sri, tutik))
    assert "juga tercatat di kantor, menemui Bu Ani" in told
    assert _warnings(caseload, a_visit(caseload.sri, tutik, day_part=DayPart.NOON)) == ()
    assert _warnings(caseload, a_visit(caseload.sri, ani), saved.id) == ()


def test_who_visited_before_handing_a_binaan_over_is_not_asked_about_it(caseload):
    budi, binaan = caseload.appoint("Budi"), caseload.binaan()
    hand(caseload, binaan, budi)
    before = _warnings(caseload, a_visit(caseload.sri, binaan, on=FRIDAY, district_code=None))
    assert before == ()
    caseload.assign(budi)
    assert _warnings(caseload, a_visit(budi, binaan)) == ()
    other = caseload.appoint("Cici")
    caseload.assign(other)
    assert _warnings(caseload, a_visit(other, binaan)) == (
        "Binaan ini sekarang didampingi Budi. Periksa nama Pendampingnya.",
    )


# ---- one visit -----------------------------------------------------------------------------------
def test_an_opened_visit_tells_who_did_what_when_with_which_note(caseload):
    binaan = caseload.binaan()
    caseload.baseline(binaan, change(value=0))
    agreed = FollowUp(told="Daftar NIB", due_on=TODAY)
    visit = a_visit(caseload.sri, binaan, follow_ups=(agreed,), changes=(change(),))
    saved = caseload.save(visit)
    caseload.send_back(saved, note="Foto belum ada")
    opened = caseload.read(one_visit, saved.id)
    assert opened.visit == visit
    assert (opened.version, opened.state, opened.client_name) == (2, VisitState.RETURNED, "Warung Bu Ani")
    steps = [(step.state, step.note, step.by) for step in opened.steps]
    assert steps == [
        (VisitState.SENT, "", "Orang Pendamping"),
        (VisitState.RETURNED, "Foto belum ada", "Orang Fasilitator"),
    ]
    assert opened.returned.note == "Foto belum ada"
    assert opened.rungs[Indicator.BUSINESS_NUMBER].baseline.value == 0
    assert opened.rungs[Indicator.BUSINESS_NUMBER].latest is None
    again = caseload.save(visit, visit_id=saved.id, expected_version=opened.version)
    caseload.verify(again)
    opened = caseload.read(one_visit, saved.id)
    assert opened.returned is None
    assert opened.rungs[Indicator.BUSINESS_NUMBER].latest.value == 1
    (follow_up,) = opened.follow_ups
    assert (follow_up.agreed, follow_up.state) == (agreed, FollowUpState.OPEN)
    closed = FollowUpClosed(state=FollowUpState.DONE, on=TODAY, note="NIB terbit")
    caseload.do(close_follow_up, caseload.mentor, follow_up.id, closed, at=NOW)
    (follow_up,) = caseload.read(one_visit, saved.id).follow_ups
    assert (follow_up.state, follow_up.closed_by) == (FollowUpState.DONE, "Orang Pendamping")


def test_the_waiting_ones_are_walked_through_in_the_order_of_their_days(caseload):
    binaan = caseload.binaan()
    late = caseload.save(a_visit(caseload.sri, binaan, on=TODAY))
    early = caseload.save(a_visit(caseload.sri, binaan, on=IMLEK))
    middle = caseload.save(a_visit(caseload.sri, binaan, on=FRIDAY))
    found = caseload.read(waiting_around, middle.id)
    assert (found.before, found.after, found.total) == (early.id, late.id, 3)
    found = caseload.read(waiting_around, middle.id, VisitFilter(month=FRIDAY))
    assert (found.before, found.after, found.total) == (early.id, None, 2)
    caseload.verify(middle)
    found = caseload.read(waiting_around, early.id)
    assert (found.before, found.after, found.total) == (None, late.id, 2)


# ---- what the form offers ------------------------------------------------------------------------
def test_the_form_offers_never_visited_binaan_first_then_the_longest_not_visited(caseload):
    new, seen, long_ago = (caseload.binaan(name) for name in ("Baru", "Kemarin", "Lama"))
    caseload.save(a_visit(caseload.sri, seen, on=TODAY))
    caseload.save(a_visit(caseload.sri, long_ago, on=FRIDAY))
    budi = caseload.appoint("Budi")
    his = caseload.binaan("Pak Joko", budi)
    with caseload.office.database.read() as session:
        offered = clients_to_visit(session, caseload.mentor, caseload.sri)
        assert [one.id for one in offered] == [new, long_ago, seen]
        assert [one.last_visit_on for one in offered] == [None, FRIDAY, TODAY]
        assert clients_to_visit(session, caseload.mentor, caseload.sri, also=his) == offered
        wider = clients_to_visit(session, caseload.facilitator, caseload.sri, also=his)
        assert [(one.id, one.in_care) for one in wider][-1] == (his, False)
        assert [one.name for one in mentors_to_choose(session, caseload.mentor)] == ["Sri"]
        assert [one.name for one in mentors_to_choose(session, caseload.facilitator)] == ["Budi", "Sri"]


def test_a_binaan_handed_over_stays_on_offer_at_the_end_without_what_came_after(caseload):
    budi, given = caseload.appoint("Budi"), caseload.binaan("Diserahkan")
    kept, his = caseload.binaan("Tetap"), caseload.binaan("Pak Joko", budi)
    caseload.save(a_visit(caseload.sri, given, on=FRIDAY))
    hand(caseload, given, budi)
    caseload.save(a_visit(budi, given, day_part=DayPart.NOON), actor=caseload.facilitator)
    with caseload.office.database.read() as session:
        own = clients_to_visit(session, caseload.mentor, caseload.sri, also=his)
        assert [(one.id, one.in_care, one.last_visit_on) for one in own] == [
            (kept, True, None),
            (given, False, None),
        ]
        seen = clients_to_visit(session, caseload.facilitator, caseload.sri)
        assert [(one.id, one.last_visit_on) for one in seen] == [(kept, None), (given, TODAY)]


def test_a_binaan_of_another_stays_on_offer_where_a_record_of_it_is_open(caseload):
    budi = caseload.appoint("Budi")
    his = caseload.binaan("Pak Joko", budi)
    caseload.save(a_visit(caseload.sri, his), send=False, actor=caseload.facilitator)
    with caseload.office.database.read() as session:
        assert clients_to_visit(session, caseload.mentor, caseload.sri) == ()
        (own,) = clients_to_visit(session, caseload.mentor, caseload.sri, also=his)
        assert (own.id, own.in_care) == (his, False)


def test_who_no_longer_has_a_binaan_reads_their_visit_but_not_how_it_stands_now(caseload):
    budi, binaan = caseload.appoint("Budi"), caseload.binaan()
    caseload.baseline(binaan, change(value=0))
    saved = caseload.save(a_visit(caseload.sri, binaan, changes=(change(),)))
    with caseload.office.database.read() as session:
        own = one_visit(session, caseload.mentor, saved.id)
    assert own.rungs[Indicator.BUSINESS_NUMBER].baseline.value == 0
    hand(caseload, binaan, budi)
    with caseload.office.database.read() as session:
        later = one_visit(session, caseload.mentor, saved.id)
    assert (later.visit, later.rungs, later.closes) == (own.visit, None, False)
    assert caseload.read(one_visit, saved.id).rungs == own.rungs


def test_before_a_visit_stands_what_the_last_one_did_and_agreed(caseload):
    binaan = caseload.binaan()
    agreed = FollowUp(told="Daftar NIB", due_on=TODAY)
    tasks, parts = (MentorTask.LEGALITY,), (ReportPart.GUIDANCE,)
    caseload.save(a_visit(caseload.sri, binaan, on=IMLEK))
    caseload.save(a_visit(caseload.sri, binaan, on=FRIDAY, tasks=tasks, parts=parts, follow_ups=(agreed,)))
    caseload.save(a_visit(caseload.sri, binaan, on=TODAY), send=False)
    found = caseload.read(before_visit, binaan)
    assert (found.last_on, found.last_tasks, found.last_parts) == (FRIDAY, tasks, parts)
    assert found.open == (agreed,)
    assert found.rungs == {}


# ---- days at the Dinas and in the field (Pasal 7 huruf m) ----------------------------------------
def test_the_days_of_a_week_are_counted_from_what_was_sent(caseload):
    binaan = caseload.binaan()
    office = {"place": VisitPlace.OFFICE, "district_code": None}
    for on, more in (
        (date(2026, 2, 23), office),
        (date(2026, 2, 24), {}),
        (date(2026, 2, 24), {"day_part": DayPart.NOON}),  # the same day once more
        (SATURDAY, {}),  # no working day
    ):
        caseload.save(a_visit(caseload.sri, binaan, on=on, **more))
    caseload.save(a_visit(caseload.sri, binaan, on=FRIDAY), send=False)
    (week,) = caseload.read(presence, caseload.sri, FRIDAY, FRIDAY)
    assert (week.office, week.field, week.office_asked, week.field_asked) == (1, 1, 2, 3)
    (imlek,) = caseload.read(presence, caseload.sri, IMLEK, IMLEK)
    # 16 February is cuti bersama: two days of that week are free, taken off the field days.
    assert (imlek.field, imlek.office_asked, imlek.field_asked) == (0, 2, 1)


def test_the_sheet_of_a_span_leaves_out_drafts_and_names_who_verified(filled):
    sheet = filled.read(verification_sheet_of, filled.sri, IMLEK, TODAY)
    assert [one.visit.on for one in sheet.visits] == [IMLEK, FRIDAY, FRIDAY]
    assert (sheet.mentor_name, sheet.count(VisitState.VERIFIED), sheet.count(VisitState.SENT)) == (
        "Sri",
        1,
        1,
    )
    returned, sent, verified = sheet.visits
    assert (returned.by, returned.note) == ("Orang Fasilitator", "Bukti belum ada")
    assert (sent.by, sent.by_on) == ("", None)
    assert (verified.by, verified.by_on) == ("Orang Fasilitator", TODAY)
    assert [week.monday for week in sheet.weeks] == [date(2026, 2, 16), date(2026, 2, 23), TODAY]
    assert all(one.visit.district_code == WONODADI for one in sheet.visits)


def test_turnover_ten_times_that_of_before_is_told_when_it_is_sent_and_before_it_is_verified(caseload):
    binaan = caseload.binaan()
    caseload.baseline(binaan, change(Indicator.ANNUAL_SALES, 50_000_000), on=TODAY - days(1))
    visit = a_visit(caseload.sri, binaan, changes=(change(Indicator.ANNUAL_SALES, 520_000_000),))
    with caseload.office.database.read() as session:
        (told,) = warnings_about(session, caseload.mentor, visit)
    caseload.save(visit)
    (line,) = _found(caseload, state=VisitState.SENT).lines
    assert "naik 10 kali lipat lebih" in told
    assert line.warnings == (told,)


def test_a_change_without_evidence_is_told_in_the_list_and_keeps_nobody_from_verifying(caseload):
    stored = caseload.save(a_visit(caseload.sri, caseload.binaan(), changes=(change(evidence=""),)))
    (line,) = _found(caseload, state=VisitState.SENT).lines
    assert [one.partition(". ")[0] for one in line.warnings] == ["NIB berubah, isian buktinya kosong"]
    caseload.verify(stored)
    assert _found(caseload, state=VisitState.VERIFIED).total == 1


def test_how_the_binaan_of_another_stands_is_not_told_by_a_warning(caseload):
    binaan = caseload.binaan("Pak Joko", caseload.appoint("Budi"))
    caseload.baseline(binaan, change(Indicator.ANNUAL_SALES, 50_000_000), on=TODAY - days(1))
    probing = a_visit(caseload.sri, binaan, changes=(change(Indicator.ANNUAL_SALES, 520_000_000),))
    with caseload.office.database.read() as session:
        told = " ".join(warnings_about(session, caseload.mentor, probing))
    assert "didampingi Budi" in told
    assert "kali lipat" not in told
