"""The Kepala Dinas's review of a Fasilitator, beside what the store knows of the month."""

from datetime import date, timedelta

import pytest

from db.blitar.caseload.baselines import record_baseline
from db.blitar.caseload.handovers import hand_over
from db.blitar.reporting.deeds import done_by
from db.blitar.reporting.letters import send_bundle, set_bundle
from db.blitar.reporting.recommendations import bundle, change_bundle, drop_bundle
from db.blitar.reporting.reviews import record_review, review_versions, reviews
from db.blitar.staffing.trainings import record_training
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import FacilitatorReviewRow, MonthlyReportRow
from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.kinds import SubjectKind
from domain.blitar.reporting.facilitator_deeds import NO_ACCOUNT, NO_TRACE, Trace
from domain.blitar.reporting.facilitator_review import FacilitatorReview, TaskResult, TaskReview
from domain.blitar.reporting.recommendations import BundlePrepared, LetterNumber
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.training import Trainer, Training
from domain.programme import NotAllowed
from tests.db.blitar.mentoring import START, TODAY, UDANAWU, days
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
DONE = TaskReview(result=TaskResult.DONE)


class Watched(Caseload):
    """A Fasilitator with an account and one without, whom the Kepala Dinas reviews."""

    def __init__(self, office):
        super().__init__(office)
        self.sari = self.appoint("Sari", kind=SubjectKind.FACILITATOR, person=self.facilitator)
        self.joko = self.appoint("Joko", kind=SubjectKind.FACILITATOR)

    def review(self, staff_id=None, month=MARCH, *, tasks=None, seen=0, actor=None, nonce=None, **more):
        tasks = {FacilitatorTask.SELECTION: DONE} if tasks is None else tasks
        told = FacilitatorReview(staff_id=staff_id or self.sari, month=month, tasks=tasks, **more)
        return self.do(
            record_review,
            actor or self.head,
            told,
            expected_versions=seen,
            nonce=nonce or a_nonce(),
            at=NOW,
        )

    def as_read_by(self, person, verb, *told):
        with self.office.database.read() as session:
            return verb(session, person, *told)

    def deeds(self, month=MARCH, staff_id=None):
        return self.as_read_by(self.head, done_by, staff_id or self.sari, month)


@pytest.fixture
def watched(database_url):
    with an_office(database_url) as office:
        yield Watched(office)


def test_the_newest_review_of_a_month_counts_and_the_earlier_ones_stay(watched):
    assert watched.review(conclusion="Baik") == 1
    partly = {FacilitatorTask.TRAINING: TaskReview(result=TaskResult.PARTLY, note="Baru satu bimtek")}
    assert watched.review(tasks=partly, conclusion="Cukup", seen=1) == 2
    joko, sari = watched.as_read_by(watched.head, reviews, MARCH)
    assert (joko.service.name, joko.newest, joko.versions) == ("Joko", None, 0)
    assert (sari.service.name, sari.newest.review.conclusion, sari.versions) == ("Sari", "Cukup", 2)
    assert sari.newest.by == "Orang Kepala Dinas"
    found = watched.as_read_by(watched.head, review_versions, watched.sari, MARCH)
    assert [one.review.conclusion for one in found] == ["Cukup", "Baik"]
    assert found[0].review.of(FacilitatorTask.TRAINING).note == "Baru satu bimtek"
    assert found[0].review.of(FacilitatorTask.SELECTION).result is None
    assert watched.as_read_by(watched.head, reviews, FEBRUARY)[1].newest is None


def test_pressing_twice_records_once_and_nobody_writes_over_a_review_not_seen(watched):
    nonce = a_nonce()
    assert watched.review(nonce=nonce) == watched.review(nonce=nonce) == 1
    with pytest.raises(ChangedMeanwhile, match="Orang Kepala Dinas"):
        watched.review(seen=0)
    assert watched.office.count(FacilitatorReviewRow) == 1


def test_a_review_that_says_nothing_or_not_why_or_of_no_service_is_refused(watched):
    with pytest.raises(Wrong, match="Belum ada yang dinilai"):
        watched.review(tasks={FacilitatorTask.DATA: TaskReview()})
    with pytest.raises(Wrong, match="tulis apa yang belum dilaksanakan"):
        watched.review(tasks={FacilitatorTask.DATA: TaskReview(result=TaskResult.NOT_DONE)})
    with pytest.raises(Wrong, match="April 2026 belum mulai"):
        watched.review(month=date(2026, 4, 1))
    with pytest.raises(Wrong, match="tidak dapat dinilai untuk Januari 2026"):
        watched.review(month=date(2026, 1, 1))
    with pytest.raises(NotFound):
        watched.review(watched.sri)  # a Pendamping
    assert watched.office.count(FacilitatorReviewRow) == 0


def test_only_the_kepala_dinas_reviews_and_a_fasilitator_reads_only_their_own(watched):
    with pytest.raises(NotAllowed):
        watched.review(actor=watched.facilitator)
    watched.review()
    own = watched.as_read_by(watched.facilitator, reviews, MARCH)
    assert [one.service.name for one in own] == ["Sari"]
    assert len(watched.as_read_by(watched.facilitator, review_versions, watched.sari, MARCH)) == 1
    for verb in (review_versions, done_by):
        with pytest.raises(NotAllowed):
            watched.as_read_by(watched.facilitator, verb, watched.joko, MARCH)
        with pytest.raises(NotAllowed):
            watched.as_read_by(watched.mentor, verb, watched.sari, MARCH)
        with pytest.raises(NotFound):
            watched.as_read_by(watched.head, verb, watched.sri, MARCH)


def test_a_fasilitator_is_on_the_list_of_the_months_in_which_they_served(watched):
    watched.appoint("Wati", kind=SubjectKind.FACILITATOR, until=START + days(5))
    assert [one.service.name for one in watched.as_read_by(watched.head, reviews, FEBRUARY)] == [
        "Joko",
        "Sari",
        "Wati",
    ]
    assert len(watched.as_read_by(watched.head, reviews, MARCH)) == 2
    assert watched.as_read_by(watched.head, reviews, date(2026, 1, 1)) == ()


def to_health(told):
    return BundlePrepared(agency="Dinas Kesehatan", told=told)


def _work_a_month(watched):
    """What a Fasilitator leaves behind, each thing so often that no two counts are alike by chance."""
    budi = watched.appoint("Budi")
    for code in (UDANAWU, "35.05.03"):
        watched.assign(budi, code)
    clients = [watched.binaan(name) for name in ("Ani", "Tono", "Wati", "Yanto")]
    for client in clients[:2]:
        changes = (change(),)
        watched.do(record_baseline, watched.facilitator, client, changes, on=TODAY, nonce=a_nonce(), at=NOW)
    more = {"recommendation": "Penyuluhan", "problem": "P-IRT", "agency": "Dinas Kesehatan"}
    saved = [watched.save(a_visit(watched.sri, client, **more)) for client in clients]
    watched.verify(*saved[:3])
    watched.send_back(saved[3])
    told = {"nonce": a_nonce(), "at": NOW}
    number = watched.do(bundle, watched.facilitator, to_health({saved[0].id: "x"}), **told)
    again = {"expected_version": 1, "nonce": a_nonce(), "at": NOW}
    watched.do(change_bundle, watched.facilitator, number, to_health({saved[1].id: "y"}), **again)
    trained = Training(on=TODAY, title="Kemasan", trainer=Trainer.FACILITATOR, given_by="Sari")
    watched.do(record_training, watched.facilitator, budi, trained, nonce=a_nonce(), at=NOW)
    written = HandoverWritten(number="BA 1", on=TODAY)
    moved = {"nonce": a_nonce(), "at": NOW}
    watched.do(hand_over, watched.facilitator, watched.sri, {clients[3]: budi}, written, **moved)


def test_what_the_store_knows_is_counted_by_task_from_what_was_recorded(watched):
    _work_a_month(watched)
    found = watched.deeds()
    # Sri's own kecamatan and two of Budi; the handed-over binaan is no data entry; a changed letter is one.
    assert dict(found.counts) == {
        Trace.ASSIGNMENTS: 3,
        Trace.CLIENTS_SAVED: 4,
        Trace.BASELINES: 2,
        Trace.VERIFIED: 3,
        Trace.RETURNED: 1,
        Trace.BUNDLES: 1,
        Trace.TRAININGS: 1,
        Trace.HANDOVERS: 1,
    }
    assert found.told(FacilitatorTask.MONITORING) == (
        "3 kunjungan Maret 2026 diverifikasi",
        "3 kunjungan dari bulan mana pun diverifikasi dalam bulan ini",
    )
    assert found.told(FacilitatorTask.GUIDANCE)[0] == "1 kunjungan dikembalikan dengan petunjuk perbaikan"
    february = watched.deeds(FEBRUARY)
    assert february.counts == {}
    assert february.told(FacilitatorTask.MONITORING) == (NO_TRACE,)


def test_the_visits_of_a_month_are_told_also_when_they_were_verified_later(watched):
    client = watched.binaan()
    # Six of 23 to 28 February and one of 1 March, the last day but one.
    visits = [watched.save(a_visit(watched.sri, client, TODAY - days(n))) for n in range(1, 8)]
    march, *february = visits
    noon = NOW.replace(hour=5)
    watched.verify(*february[:2], at=noon.replace(month=2, day=28))
    watched.verify(*february[2:5], march, at=noon.replace(day=9))
    watched.verify(february[5], at=noon.replace(month=4, day=2))
    found = watched.deeds(FEBRUARY)
    assert found.told(FacilitatorTask.MONITORING) == (
        "6 kunjungan Februari 2026 diverifikasi, 3 di antaranya pada Maret 2026 dan 1 di antaranya lebih "
        "kemudian",
        "2 kunjungan dari bulan mana pun diverifikasi dalam bulan ini",
    )
    assert watched.deeds().told(FacilitatorTask.MONITORING) == (
        "1 kunjungan Maret 2026 diverifikasi",
        "4 kunjungan dari bulan mana pun diverifikasi dalam bulan ini",
    )
    # In April none of its own visits, but one of February.
    (told,) = watched.deeds(date(2026, 4, 1)).told(FacilitatorTask.MONITORING)
    assert told == "1 kunjungan dari bulan mana pun diverifikasi dalam bulan ini"


def test_a_month_verified_only_in_the_next_one_is_not_told_as_empty(watched):
    saved = watched.save(a_visit(watched.sri, watched.binaan(), TODAY - days(2)))
    watched.verify(saved)
    (told,) = watched.deeds(FEBRUARY).told(FacilitatorTask.MONITORING)
    assert told == "1 kunjungan Februari 2026 diverifikasi, 1 di antaranya pada Maret 2026"


def test_a_letter_given_up_is_none_and_one_that_was_set_and_sent_is_counted_once_each(watched):
    client = watched.binaan()
    more = {"recommendation": "Penyuluhan", "problem": "P-IRT", "agency": "Dinas Kesehatan"}
    visits = [watched.save(a_visit(watched.sri, client, TODAY - days(n), **more)) for n in range(3)]
    watched.verify(*visits)

    def prepare(visit):
        told = {"nonce": a_nonce(), "at": NOW}
        return watched.do(bundle, watched.facilitator, to_health({visit.id: "x"}), **told)

    watched.do(drop_bundle, watched.facilitator, prepare(visits[0]), expected_version=1, at=NOW)
    assert Trace.BUNDLES not in watched.deeds().counts
    sent, _ = prepare(visits[1]), prepare(visits[2])
    letter = LetterNumber(number="1", on=TODAY)
    watched.do(set_bundle, watched.head, sent, letter, expected_version=1, at=NOW)
    assert Trace.BUNDLES_SENT not in watched.deeds().counts
    watched.do(send_bundle, watched.facilitator, sent, on=TODAY, expected_version=2, at=NOW)
    found = watched.deeds().counts
    assert (found[Trace.BUNDLES], found[Trace.BUNDLES_SENT]) == (2, 1)


def test_nothing_recorded_is_never_told_as_not_done(watched):
    found = watched.deeds(FEBRUARY)
    assert found.told(FacilitatorTask.SELECTION) == (NO_TRACE,)
    (planning,) = found.told(FacilitatorTask.PLANNING)
    assert "tidak disimpan dalam program" in planning
    (report,) = found.told(FacilitatorTask.MONTHLY_REPORT)
    assert report.startswith("Laporan Februari 2026 belum dikirim lewat program.")
    without = watched.deeds(staff_id=watched.joko)
    assert without.told(FacilitatorTask.SELECTION) == (NO_ACCOUNT,)
    told = [line for task in FacilitatorTask for line in (*found.told(task), *without.told(task))]
    assert not any("dilaksanakan" in line for line in told)


def test_a_month_begins_and_ends_at_midnight_in_blitar(watched):
    client = watched.binaan()
    # 17.30 UTC on 31 March is half past midnight of 1 April in Blitar.
    late = NOW.replace(day=31, hour=17, minute=30)
    early = late - timedelta(hours=1)
    visits = [watched.save(a_visit(watched.sri, client, TODAY - days(n))) for n in range(2)]
    watched.verify(visits[0], at=early)
    watched.verify(visits[1], at=late)
    assert watched.deeds().counts[Trace.VERIFIED] == 1
    assert watched.deeds(date(2026, 4, 1)).counts == {Trace.VERIFIED: 1}


def test_the_report_about_the_month_is_told_with_the_day_of_its_first_sending(watched):
    with watched.office.database.write() as session:
        for version, day in ((1, 5), (2, 20)):
            sent = NOW.replace(day=day)
            session.add(
                MonthlyReportRow(
                    month=FEBRUARY,
                    version=version,
                    saves=1,
                    state="sent",
                    correction="",
                    narrative={},
                    figures={},
                    changed_by_id=watched.facilitator.id,
                    changed_at=sent,
                    sent_by_id=watched.facilitator.id,
                    sent_at=sent,
                )
            )
    (told,) = watched.deeds(FEBRUARY).told(FacilitatorTask.MONTHLY_REPORT)
    assert "dikirim 5 Maret 2026 oleh Orang Fasilitator, 5 hari sesudah bulan berakhir" in told
