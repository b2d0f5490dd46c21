"""A month's report is written, sent once with its numbers frozen, and corrected as a new version."""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from datetime import date, datetime

import pytest
from sqlalchemy import select

from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.reporting.figures import figures_of, report_figures
from db.blitar.reporting.recommendation_export import export_visits
from db.blitar.reporting.report_versions import first_month, report_version, reports
from db.blitar.reporting.reports import save_narrative, send_report, start_correction
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import AuditRow, MonthlyReportRow
from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.reporting.report import Correction, Gap, GapReason, Narrative, ReportState
from domain.blitar.visiting.visit import FollowUp, FollowUpClosed, FollowUpState
from domain.dates import JAKARTA
from domain.regulation.receipts import fingerprint
from domain.version import VERSION
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office
from tests.db.sampang.test_two_writers import DONE, at_one_moment, the_one_refused

FEBRUARY, DAY = date(2026, 2, 1), date(2026, 2, 20)
IN_FEBRUARY = datetime(2026, 2, 28, 16, 0, tzinfo=JAKARTA)
AGREED = FollowUp(told="Urus NIB", due_on=date(2026, 2, 25))
WORDS = Narrative(texts={ReportPart.GUIDANCE: "Pembinaan berjalan."}, closing="Sekian.")


class Reporting(Caseload):
    """A Fasilitator who reports on one Pendamping with one visit in February."""

    def __init__(self, office):
        super().__init__(office)
        self.ani = self.binaan()
        self.visited = self.save(a_visit(self.sri, self.ani, DAY))
        self.verify(self.visited)

    def write(self, narrative=WORDS, actor=None, nonce=None, at=NOW, **more):
        told = {"nonce": nonce or a_nonce(), "at": at, **more}
        return self.do(save_narrative, actor or self.facilitator, FEBRUARY, narrative, **told)

    def send(self, narrative=WORDS, nonce=None, at=NOW, **more):
        told = {"nonce": nonce or a_nonce(), "at": at, **more}
        return self.do(send_report, self.facilitator, FEBRUARY, narrative, **told)

    def correct(self, reason="Satu kunjungan keliru", nonce=None, version=1):
        told = {"version": version, "nonce": nonce or a_nonce(), "at": NOW}
        return self.do(start_correction, self.facilitator, FEBRUARY, Correction(correction=reason), **told)

    def version(self, version=None, actor=None):
        with self.office.database.read() as session:
            return report_version(session, actor or self.facilitator, FEBRUARY, version)


@pytest.fixture
def reporting(database_url):
    with an_office(database_url) as office:
        yield Reporting(office)


def test_what_is_written_is_kept_and_saved_over_only_by_who_saw_it(reporting):
    assert reporting.write() == 1
    more = Narrative(
        texts={part: f"Tentang {part.label}" for part in ReportPart},
        gaps=(Gap(staff_id=1, reason=GapReason.SICK), Gap(staff_id=2)),
    )
    assert reporting.write(more, expected_saves=1) == 2
    with pytest.raises(ChangedMeanwhile, match="laporan Februari 2026"):
        reporting.write(expected_saves=1)
    kept = reporting.version()
    assert (kept.narrative, kept.saves, kept.state, kept.figures) == (more, 2, ReportState.DRAFT, None)


def test_one_button_pressed_twice_saves_sends_and_corrects_once(reporting):
    assert [reporting.write(nonce="a"), reporting.write(nonce="a")] == [1, 1]
    assert [reporting.send(nonce="b", expected_saves=1), reporting.send(nonce="b", expected_saves=1)] == [
        1,
        1,
    ]
    assert [reporting.correct(nonce="c"), reporting.correct(nonce="c")] == [2, 2]
    assert reporting.office.count(MonthlyReportRow) == 2


def test_a_sent_report_keeps_its_numbers_and_tells_by_which_law_and_program(reporting):
    before = reporting.read(report_figures, FEBRUARY)
    reporting.write()
    reporting.send(expected_saves=1)
    reporting.send_back(reporting.visited, version=reporting.visited.version + 1)
    sent = reporting.version()
    assert reporting.read(report_figures, FEBRUARY).totals.visits == 0
    assert sent.figures == before
    assert sent.figures.totals.visits == 1
    assert (sent.state, sent.sent_by, sent.sent_at) == (ReportState.SENT, reporting.facilitator.name, NOW)
    assert (sent.law, sent.program) == (fingerprint(BLITAR_MENTORING), VERSION)
    for again in (reporting.write, reporting.send):
        with pytest.raises(ChangedMeanwhile):
            again(expected_saves=sent.saves)
    assert reporting.version() == sent


def test_what_is_on_the_screen_is_what_is_sent(reporting):
    assert reporting.send(Narrative(closing="Ditulis terakhir")) == 1
    assert reporting.version().narrative.closing == "Ditulis terakhir"


def test_a_correction_is_a_new_version_with_the_old_words_and_new_numbers(reporting):
    reporting.send()
    first = reporting.version()
    assert reporting.correct() == 2
    draft = reporting.version()
    assert (draft.version, draft.state, draft.correction) == (2, ReportState.DRAFT, "Satu kunjungan keliru")
    assert (draft.narrative, draft.figures) == (WORDS, None)
    reporting.send_back(reporting.visited, version=reporting.visited.version + 1)
    assert reporting.send(Narrative(gaps=(Gap(staff_id=1, reason=GapReason.SICK),)), version=2) == 2
    assert reporting.version().figures.totals.visits == 0
    assert reporting.version(1) == first
    lines = reporting.read(reports, FEBRUARY)
    assert [(one.version, one.state, one.correction) for one in lines] == [
        (2, ReportState.SENT, "Satu kunjungan keliru"),
        (1, ReportState.SENT, ""),
    ]


def test_a_correction_needs_a_reason_and_a_sent_version(reporting):
    with pytest.raises(NotFound):
        reporting.correct()
    reporting.write()
    with pytest.raises(Wrong, match="belum terkirim"):
        reporting.correct()
    reporting.send(expected_saves=1)
    with pytest.raises(Wrong, match="Alasan pembetulan belum diisi"):
        reporting.correct(reason=" ")
    reporting.correct()
    with pytest.raises(ChangedMeanwhile):
        reporting.correct()


def test_nothing_is_sent_before_the_month_is_over(reporting):
    with pytest.raises(Wrong, match="Bulan Februari 2026 belum selesai"):
        reporting.send(at=IN_FEBRUARY)
    assert reporting.office.count(MonthlyReportRow) == 0


def test_a_pendamping_without_a_visit_needs_a_reason_and_stays_in_the_report(reporting):
    budi = reporting.appoint("Budi")
    reporting.write(Narrative(gaps=(Gap(staff_id=budi),)))
    with pytest.raises(Wrong, match="Budi tidak punya kunjungan terverifikasi") as refused:
        reporting.send(Narrative(gaps=(Gap(staff_id=budi),)), expected_saves=1)
    assert [problem.field for problem in refused.value.problems] == [f"gaps.{budi}"]
    with pytest.raises(Wrong, match="alasan lain perlu keterangan"):
        reporting.send(Narrative(gaps=(Gap(staff_id=budi, reason=GapReason.OTHER),)), expected_saves=1)
    told = Narrative(gaps=(Gap(staff_id=budi, reason=GapReason.NOT_REPORTED),))
    reporting.send(told, expected_saves=1)
    sent = reporting.version()
    assert [(one.name, one.visits) for one in sent.figures.mentors] == [("Budi", 0), ("Sri", 1)]
    assert sent.narrative.gap_of(budi).reason is GapReason.NOT_REPORTED


def test_a_text_that_is_too_long_is_said_beside_its_part(reporting):
    with pytest.raises(Wrong) as refused:
        reporting.write(Narrative(texts={ReportPart.ADVOCACY: "x" * 4_001}))
    assert [problem.field for problem in refused.value.problems] == ["texts.advocacy"]


def test_a_draft_is_read_only_by_who_writes_it_and_its_being_prepared_by_all(reporting):
    reporting.write()
    for reader in (reporting.head, reporting.mentor):
        assert reporting.version(actor=reader) is None
    assert [one.is_sent for one in reporting.read(reports)] == [False]
    reporting.send(expected_saves=1)
    reporting.correct()
    for reader in (reporting.head, reporting.mentor):
        assert reporting.version(actor=reader).version == 1
        assert reporting.version(2, actor=reader) is None
    assert reporting.version().version == 2


def test_reports_begin_with_the_first_binaan(reporting):
    assert reporting.read(first_month) == FEBRUARY


def test_of_two_who_begin_or_send_or_correct_at_one_moment_one_does_and_the_other_is_told(reporting):
    the_one_refused(at_one_moment(reporting.write, reporting.write))
    presses = [lambda: reporting.send(expected_saves=1), lambda: reporting.write(expected_saves=1)]
    results = at_one_moment(*presses)
    assert isinstance(the_one_refused(results), ChangedMeanwhile)
    if results[0] != DONE:
        reporting.send(expected_saves=2)
    assert isinstance(the_one_refused(at_one_moment(reporting.correct, reporting.correct)), ChangedMeanwhile)
    assert [one.version for one in reporting.read(reports)] == [2, 1]


def test_nobody_changes_what_a_report_counts_while_its_numbers_are_worked_out(reporting, monkeypatch):
    """Whoever writes beside it waits until the report is sent, in whichever table."""
    visit = a_visit(reporting.sri, reporting.ani, date(2026, 2, 21), follow_ups=(AGREED,))
    saved = reporting.save(visit, actor=reporting.facilitator)
    reporting.verify(saved, actor=reporting.other_facilitator)
    changes = [
        lambda: reporting.binaan("Warung baru"),
        lambda: reporting.appoint("Budi"),
        lambda: reporting.baseline(reporting.ani, change(), actor=reporting.facilitator),
        lambda: reporting.do(
            close_follow_up,
            reporting.facilitator,
            1,
            FollowUpClosed(state=FollowUpState.DONE, on=TODAY),
            at=NOW,
        ),
    ]
    with ThreadPoolExecutor(len(changes)) as threads:
        waiting = []

        def beside(session, month):
            waiting.extend(threads.submit(change) for change in changes)
            assert not wait(waiting, timeout=0.4, return_when=FIRST_COMPLETED).done
            return figures_of(session, month)

        monkeypatch.setattr("db.blitar.reporting.reports.figures_of", beside)
        reporting.send()
        for one in waiting:
            one.result()
    sent = reporting.version().figures
    assert (sent.totals.clients, sent.totals.visits, len(sent.mentors)) == (1, 2, 1)


def test_who_takes_the_visits_of_a_month_stands_in_the_trail_and_a_pendamping_gets_their_own(
    reporting, monkeypatch
):
    budi = reporting.appoint("Budi")
    tono = reporting.binaan("Keripik", budi)
    for client, mentor, day in ((tono, budi, 21), (reporting.ani, reporting.sri, 22), (tono, budi, 23)):
        visit = a_visit(mentor, client, date(2026, 2, day))
        saved = reporting.save(visit, actor=reporting.facilitator)
        reporting.verify(saved, actor=reporting.other_facilitator)
    whole = reporting.do(export_visits, reporting.head, FEBRUARY, at=NOW)
    assert [row.on.day for row in whole.rows] == [20, 21, 22, 23]
    own = reporting.do(export_visits, reporting.mentor, FEBRUARY, at=NOW)
    assert ([row.on.day for row in own.rows], own.own_only) == ([20, 22], True)
    monkeypatch.setattr("db.blitar.reporting.recommendation_export.MOST_EXPORTED", 3)
    most = reporting.do(export_visits, reporting.head, FEBRUARY, at=NOW)
    assert ([row.on.day for row in most.rows], most.total) == ([20, 21, 22], 4)
    with reporting.office.database.read() as session:
        query = select(AuditRow).where(AuditRow.action == "export_visits").order_by(AuditRow.id)
        trail = [(row.person_name, row.subject_kind, row.after) for row in session.scalars(query)]
    assert trail == [
        (reporting.head.name, "visit", {"month": "2026-02-01", "rows": 4, "own_only": False}),
        (reporting.mentor.name, "visit", {"month": "2026-02-01", "rows": 2, "own_only": True}),
        (reporting.head.name, "visit", {"month": "2026-02-01", "rows": 3, "own_only": False}),
    ]
