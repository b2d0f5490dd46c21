"""The monthly report: its numbers open their rows, its words stay, it is sent once and then corrected."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, text

from db.blitar.reporting.figures import report_figures
from db.blitar.reporting.report_versions import first_month, report_version
from db.tables import MonthlyReportRow
from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.reporting.report import GapReason, last_day_of, newest_finished
from domain.blitar.roles import BlitarRole
from domain.dates import add_months, indonesian_month
from domain.money import number
from pages.parts.store import today
from tests.screens.as_typed import as_typed
from tests.screens.clock import TODAY
from tests.screens.demo_office import REPORTS, calm, labelled, said


class Screen:
    """The report as one person walks through it, and what the store then holds."""

    def __init__(self, office, role, **address):
        self.office, self.person = office, office.by_role[role]
        self.app = office.open(self.person, REPORTS, **address)

    @property
    def said(self):
        return said(self.app)

    def month(self, month):
        self.app.session_state["laporan-bulan"] = f"{month:%Y-%m}"
        calm(self.app.run())

    def field(self, name, version=1):
        return f"{self.app.session_state[f'nonce:laporan:{MONTH}:{version}']}:{name}"

    def fill(self, version=1, **typed):
        """Fill in the fields of the version (`__` stands for a dot)."""
        for name, value in typed.items():
            self.app.session_state[self.field(name.replace("__", "."), version)] = as_typed(value)
        calm(self.app.run())

    def press(self, label):
        calm(labelled(self.app.button, label).click().run())

    def press_key(self, key):
        calm(self.app.button(key=key).click().run())

    def stored(self, version=None, role=BlitarRole.FACILITATOR):
        with self.office.database.read() as session:
            return report_version(session, self.office.by_role[role], MONTH, version)

    def figures(self):
        with self.office.database.read() as session:
            return report_figures(session, self.person, MONTH, day=today())


MONTH = newest_finished(TODAY)
NAME = indonesian_month(MONTH)


@pytest.fixture
def no_reports(office):
    """The demo office before anybody wrote a report."""
    with office.database.write() as session:
        # What was sent stays: the demo's reports are out of the way for these tests alone.
        session.execute(text("DROP TRIGGER monthly_report_sent_delete"))
        session.execute(delete(MonthlyReportRow))
    return office


def _reasons(figures):
    return {f"gaps__{one.staff_id}": GapReason.NOT_REPORTED for one in figures.without_visit}


def test_it_opens_on_the_newest_finished_month_and_each_number_opens_its_rows(no_reports):
    screen = Screen(no_reports, BlitarRole.FACILITATOR)
    figures = screen.figures()
    assert f"Laporan {NAME}" in screen.said
    assert screen.app.query_params["bulan"] == f"{MONTH:%Y-%m}"
    assert labelled(screen.app.metric, "Kunjungan terverifikasi").value == number(figures.totals.visits)
    assert f"bulan lalu {number(figures.before.visits)}" in screen.said
    screen.press_key("angka:visits")
    assert f"Kunjungan terverifikasi: {number(figures.totals.visits)} baris" in screen.said
    screen.press_key("komponen:guidance")
    counted = figures.by_part[ReportPart.GUIDANCE].visits
    assert f"Komponen: Pembinaan: {number(counted)} baris" in screen.said
    screen.press("Tutup baris")
    assert "Komponen: Pembinaan:" not in screen.said
    assert "baris" not in screen.app.query_params
    shown = Screen(no_reports, BlitarRole.FACILITATOR, bulan=f"{MONTH:%Y-%m}", baris="overdue")
    assert f"Tindak lanjut terlambat: {number(figures.totals.overdue)} baris" in shown.said


def test_what_is_typed_stays_through_another_month_until_it_is_saved(no_reports):
    screen = Screen(no_reports, BlitarRole.FACILITATOR)
    figures = screen.figures()
    assert screen.app.session_state[screen.field("texts.guidance")] == ""  # nothing is filled in silently
    screen.press_key(screen.field("take:guidance"))
    sentence = screen.app.session_state[screen.field("texts.guidance")]
    assert sentence.startswith(f"Pada {NAME}, pembinaan dilakukan dalam ")
    assert number(figures.by_part[ReportPart.GUIDANCE].visits) in sentence
    # The last words are typed in the same moment in which another month is chosen.
    screen.app.text_area(key=screen.field("closing")).set_value("Ditulis dengan **bintang**")
    before = add_months(MONTH, -1)
    screen.app.selectbox(key="laporan-bulan").set_value(f"{before:%Y-%m}")
    calm(screen.app.run())
    assert f"Laporan {indonesian_month(before)}" in screen.said
    assert f"Tulisan Anda untuk laporan {NAME} belum disimpan" in screen.said
    assert screen.stored() is None
    screen.press(f"Kembali ke {NAME}")
    assert "Ada tulisan yang belum disimpan" in screen.said
    assert screen.app.session_state[screen.field("closing")] == "Ditulis dengan **bintang**"
    screen.press("Simpan")
    assert f"Laporan {NAME} disimpan." in screen.said
    assert "belum disimpan" not in screen.said
    kept = screen.stored().narrative
    assert (kept.texts, kept.closing) == ({ReportPart.GUIDANCE: sentence}, "Ditulis dengan **bintang**")
    again = Screen(no_reports, BlitarRole.FACILITATOR)
    assert again.app.session_state[again.field("texts.guidance")] == sentence


def test_the_kepala_dinas_reads_it_once_it_is_sent_and_a_correction_is_a_new_version(no_reports):
    screen = Screen(no_reports, BlitarRole.FACILITATOR)
    screen.fill(texts__evaluation="Evaluasi berjalan.")
    # Six parts have no text: a word before sending and beside the button, which the sending below passes.
    told = "6 dari 7 komponen Pasal 16 ayat (2) belum beruraian: Identifikasi, Pembinaan"
    assert screen.said.count(told) == 2
    screen.press("Simpan")
    head = Screen(no_reports, BlitarRole.AGENCY_HEAD, bulan=f"{MONTH:%Y-%m}")
    assert f"Laporan {NAME} sedang disusun Fasilitator" in head.said
    assert "Evaluasi berjalan." not in head.said
    figures = screen.figures()
    if figures.without_visit:
        screen.press("Ya, kirim")
        assert "isian yang bertanda ⚠" in screen.app.error[0].value
        assert not screen.stored().is_sent
    screen.fill(**_reasons(figures))
    screen.press("Ya, kirim")
    assert f"Laporan {NAME} terkirim kepada Kepala Dinas." in screen.said
    assert screen.stored().figures == figures
    assert "Ya, kirim" not in [button.label for button in screen.app.button]
    head = Screen(no_reports, BlitarRole.AGENCY_HEAD)
    assert "Evaluasi berjalan." in head.said
    assert "Mulai pembetulan" not in [button.label for button in head.app.button]
    for one in figures.without_visit:
        assert one.name in head.app.dataframe[0].value["Nama"].tolist()

    screen.press("Mulai pembetulan")
    assert "Alasan pembetulan belum diisi" in screen.said
    nonce = screen.app.session_state[f"nonce:pembetulan:{MONTH}:1"]
    screen.app.session_state[f"{nonce}:correction"] = "Satu kunjungan keliru"
    screen.press("Mulai pembetulan")
    assert screen.stored().version == 2
    assert screen.app.session_state[screen.field("texts.evaluation", 2)] == "Evaluasi berjalan."
    head = Screen(no_reports, BlitarRole.AGENCY_HEAD)
    assert "Pembetulan (versi 2) sedang disusun: Satu kunjungan keliru" in head.said
    assert "Evaluasi berjalan." in head.said
    screen.fill(version=2, texts__evaluation="Evaluasi dibetulkan.")
    screen.press("Ya, kirim")
    assert screen.stored(role=BlitarRole.AGENCY_HEAD).version == 2
    first = Screen(no_reports, BlitarRole.AGENCY_HEAD, bulan=f"{MONTH:%Y-%m}", versi=1)
    assert "Evaluasi berjalan." in first.said


def test_a_pendamping_sees_the_report_and_only_rows_of_their_own(no_reports):
    screen = Screen(no_reports, BlitarRole.FACILITATOR)
    screen.fill(**_reasons(screen.figures()))
    screen.press("Ya, kirim")
    mentor = Screen(no_reports, BlitarRole.MENTOR, bulan=f"{MONTH:%Y-%m}", baris="visits")
    assert "terkirim kepada Kepala Dinas" in mentor.said
    assert "yang tampak hanya kunjungan dan binaan Anda sendiri" in mentor.said
    others = [button.label for button in mentor.app.button if button.label in ("Simpan", "Mulai pembetulan")]
    assert others == []


def test_in_the_first_month_of_the_programme_no_number_stands_beside_one_of_before(no_reports):
    with no_reports.database.read() as session:
        first = first_month(session, no_reports.by_role[BlitarRole.FACILITATOR])
    screen = Screen(no_reports, BlitarRole.FACILITATOR, bulan=f"{first:%Y-%m}")
    assert "bulan lalu 0" not in screen.said
    assert "Bulan lalu belum ada binaan" in screen.said
    screen.month(add_months(first, 1))
    assert "bulan lalu" in screen.said
    assert "Bulan lalu belum ada binaan" not in screen.said


def test_the_present_month_can_be_written_but_not_sent(no_reports):
    month = today().replace(day=1)
    screen = Screen(no_reports, BlitarRole.FACILITATOR, bulan=f"{month:%Y-%m}")
    assert today() <= last_day_of(month) < month + timedelta(days=31)
    assert "Bulan ini masih berjalan" in screen.said
    assert "Simpan" in [button.label for button in screen.app.button]
    with no_reports.database.read() as session:
        assert report_version(session, screen.person, month) is None
