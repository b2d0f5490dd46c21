"""Kinerja Fasilitator: nine tasks with what is known, judged by the Kepala Dinas, every saving a version."""

from db.blitar.reporting.deeds import done_by
from db.blitar.reporting.reviews import reviews
from db.tables import StaffRow
from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.reporting.facilitator_review import TaskResult
from domain.blitar.reporting.report import newest_finished
from domain.blitar.roles import BlitarRole
from domain.dates import indonesian_month
from pages.parts.store import today
from tests.screens.as_typed import as_typed, date_it
from tests.screens.demo_office import REPORTS, calm, labelled, said

TAB = {"bagian": "Kinerja Fasilitator"}


class Screen:
    """The tab as one person sees it for the newest finished month."""

    def __init__(self, office, role):
        self.office, self.person = office, office.by_role[role]
        self.month = newest_finished(today())
        self.app = office.open(self.person, REPORTS, **TAB)

    def choose(self, staff_id):
        self.app.session_state["fasilitator"] = str(staff_id)
        calm(self.app.run())
        self.staff_id = staff_id
        return self

    def fill(self, **typed):
        nonce = self.app.session_state[f"nonce:kinerja-{self.staff_id}-{self.month}"]
        for name, value in typed.items():
            self.app.session_state[f"{nonce}:{name.replace('__', '.')}"] = as_typed(value)
        return self

    def press(self, label):
        calm(date_it(self.app, labelled(self.app.button, label)).click().run())
        return self

    @property
    def said(self):
        return said(self.app)

    def read(self, verb, *told):
        with self.office.database.read() as session:
            return verb(session, self.person, *told)

    def everybody(self):
        return self.read(reviews, self.month)


def _own(office):
    """The number of the Fasilitator who has the first account."""
    reader = Screen(office, BlitarRole.FACILITATOR)
    (one,) = reader.everybody()
    return reader, one.service.mentor_id


def test_the_kepala_dinas_judges_and_the_fasilitator_reads_only_their_own(office):
    _, number = _own(office)
    head = Screen(office, BlitarRole.AGENCY_HEAD)
    assert len(head.everybody()) == 2
    head.choose(number)
    radios = [one for one in head.app.radio if one.label == "Hasil"]
    assert [one.value for one in radios] == [None] * 9
    known = head.read(done_by, number, head.month)
    for task in FacilitatorTask:
        assert f"**{task.letter}. {task.label}**" in head.said
        assert all(line in head.said for line in known.told(task))

    head.press("Simpan penilaian")
    assert "Belum ada yang dinilai" in head.said
    head.fill(tasks__data__result=TaskResult.NOT_DONE).press("Simpan penilaian")
    assert "tulis apa yang belum dilaksanakan" in head.said
    head.fill(tasks__data__note="Formulir *belum* masuk", conclusion="Cukup").press("Simpan penilaian")
    assert "tersimpan sebagai versi 1" in head.said
    assert "1 dari 9 tugas dinilai" in head.said
    head.fill(conclusion="Baik").press("Simpan penilaian")
    assert "Versi 1" in head.said
    assert "Kesimpulan: Cukup" in head.said
    assert labelled(head.app.get("download_button"), "Unduh lembar penilaian")

    reader, _ = _own(office)
    assert "Hasil: ✕ Belum dilaksanakan: Formulir *belum* masuk" in reader.said
    assert reader.said.count("… Belum dinilai") == 8
    assert "**Kesimpulan:** Baik" in reader.said
    assert "Simpan penilaian" not in [one.label for one in reader.app.button]


def test_the_name_of_a_fasilitator_is_never_read_as_markdown(office):
    _, number = _own(office)
    with office.database.write() as session:
        session.get_one(StaffRow, number).name = "Sari *B* :red[x]"
    options = Screen(office, BlitarRole.AGENCY_HEAD).app.get("button_group")[0].proto.options
    assert any(r"Sari \*B\* \:red\[x\]" in one.content for one in options)


def test_a_month_without_a_review_says_so_and_shows_what_is_known(office):
    reader, number = _own(office)
    assert "Kepala Dinas belum menilai bulan ini" in reader.said
    assert indonesian_month(reader.month) in reader.said
    reader.app.session_state["kinerja-bulan"] = f"{today():%Y-%m}"
    calm(reader.app.run())
    assert "Bulan ini belum selesai" in reader.said
    assert reader.app.query_params["bulan"] in (f"{today():%Y-%m}", [f"{today():%Y-%m}"])
