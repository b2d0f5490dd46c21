"""Paper forms in bulk: a filled template is looked through and taken in once; a table keeps what is typed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select

from db.blitar.caseload.card import client_card
from db.blitar.caseload.clients import save_client
from db.blitar.visiting.choices import clients_to_visit, mentors_to_choose
from db.tables import VisitImportRow, VisitRow
from documents.blitar.visiting.bad_rows import bad_rows_workbook
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.pile_columns import Column
from domain.dates import indonesian_date
from pages.blitar.visits.piles.grid_frame import (
    blank_rows,
    edited_rows,
    frame_of,
    raw_rows,
    relabelled,
    rows_of,
)
from pages.blitar.visits.piles.pile import SORTED
from pages.parts.store import now, today
from tests.screens.clock import TODAY
from tests.screens.demo_office import VISITS, calm, labelled, said
from tests.screens.typing_in import choose

PILES = {"lihat": "Formulir kertas"}
HEADINGS = ("Tugas", "No. Binaan", "NIK", "Tanggal", "Tempat", "Jam", "Komponen", "Nomor formulir", "Cuaca")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAY = timedelta(days=1)


class Screen:
    """The tab as one person walks through it, and what the store then holds."""

    def __init__(self, office, role=BlitarRole.MENTOR, **address):
        self.office, self.person = office, office.by_role[role]
        self.app = office.open(self.person, VISITS, **PILES, **address)
        mentor = office.by_role[BlitarRole.MENTOR]
        with office.database.read() as session:
            (self.mentor, *_) = mentors_to_choose(session, mentor)
            self.clients = clients_to_visit(session, mentor, self.mentor.mentor_id)

    def upload(self, data, name="rekap.xlsx"):
        calm(self.app.file_uploader[0].upload(name, data, XLSX).run())
        return self

    def press(self, label):
        calm(labelled(self.app.button, label).click().run())
        return self

    def count(self, table, **by):
        with self.office.database.read() as session:
            return session.scalar(select(func.count()).select_from(table).filter_by(**by))

    def buttons(self):
        return {button.label for button in self.app.button}

    def nonce(self):
        """The name of the table that is typed into."""
        return self.app.session_state[f"formulir-tabel:{self.mentor.mentor_id}"]

    @property
    def said(self):
        return said(self.app)


def a_file(*lines):
    book = Workbook()
    book.active.append(HEADINGS)
    for line in lines:
        book.active.append(line)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def a_line(client, on, *, tasks="b, c", form="FK-1", nik=None):
    when = on if isinstance(on, str) else datetime.combine(on, datetime.min.time())
    return (tasks, client.number, nik, when, "Lapangan", "09.30", "Konsultasi", form, "cerah")


def test_the_good_rows_of_a_template_are_taken_in_and_the_bad_ones_come_back_to_be_mended(office):
    screen = Screen(office)
    first, second, *_ = screen.clients
    good = a_line(first, (today() - 2 * DAY).strftime("%d/%m/%Y"), nik="350509450685000")
    data = a_file(
        good,
        a_line(second, today() - 2 * DAY, form="FK-2"),
        a_line(first, "31/02/2026"),
        a_line(first, today() + DAY, tasks="z"),
    )
    screen.upload(data)
    assert "2 baris siap, 2 perlu diperbaiki" in screen.said
    assert "Baris 4** · Tanggal: Februari 2026 hanya mempunyai" in screen.said
    assert "Kolom yang tidak dikenal dan tidak dibaca: “Cuaca”" in screen.said
    assert f"dibaca {indonesian_date(today() - 2 * DAY)}" in screen.said
    assert "16 digit, sedangkan yang diisi 15" in screen.said  # only a warning: the number names the binaan
    before = screen.count(VisitRow)
    screen.press("Masukkan 2 kunjungan")
    assert "2 kunjungan sudah masuk" in screen.said
    assert screen.count(VisitRow) == before + 2
    with office.database.read() as session:
        row = session.scalars(select(VisitRow).order_by(VisitRow.id.desc()).limit(1)).one()
        assert (row.client_id, row.on, row.body["shown_by"], row.body["source"]) == (
            second.id, today() - 2 * DAY, "FK-2", "paper",
        )  # fmt: skip
    _the_bad_ones_are_mended(screen, second, before)
    _the_same_file_again(screen, data, before)


def _the_bad_ones_are_mended(screen, client, before):
    _, rows = screen.app.session_state[SORTED]
    book = load_workbook(BytesIO(bad_rows_workbook([one.row for one in rows.bad], made_on=today())))
    sheet = book.active
    places = {cell.value: cell.column for cell in sheet[1]}
    told = sheet.cell(3, places["Alasan"]).value
    assert "Tugas: Tidak semua tugas terbaca" in told
    assert "Tanggal: Kunjungan 3 Maret 2026 belum terjadi" in told or TODAY != date(2026, 3, 2)
    for line, on in ((2, today() - 3 * DAY), (3, today() - 4 * DAY)):
        sheet.cell(line, places["Tanggal"], datetime.combine(on, datetime.min.time()))
        sheet.cell(line, places["Tugas"], "b")
    held = BytesIO()
    book.save(held)
    screen.press("Unggah berkas lain").upload(held.getvalue(), "diperbaiki.xlsx")
    assert "2 baris siap, 0 perlu diperbaiki" in screen.said
    screen.press("Masukkan 2 kunjungan")
    assert screen.count(VisitRow) == before + 4


def _the_same_file_again(screen, data, before):
    screen.press("Unggah berkas lain").upload(data)
    assert "Berkas yang sama sudah dimasukkan" in screen.said
    assert f"oleh {screen.person.name}: 2 kunjungan masuk, 2 baris belum" in screen.said
    assert "2 sudah tercatat" in screen.said
    assert not any(label.startswith("Masukkan") for label in screen.buttons())
    assert screen.count(VisitRow) == before + 4


def test_a_file_that_cannot_be_read_is_refused_and_another_may_follow(office):
    screen = Screen(office, BlitarRole.FACILITATOR)
    screen.upload(b"a;b\n1;2", "rekap.csv")
    assert any("bukan buku kerja Excel" in error.value for error in screen.app.error)
    client = screen.clients[0]
    screen.upload(a_file(a_line(client, today() - DAY)), "rekap *1* [a](b).xlsx")
    assert [told.value for told in screen.app.subheader] == [r"rekap \*1\* \[a\]\(b\)\.xlsx"]
    # Nobody is named as the one who visited, neither in the row nor above: the register knows.
    assert "1 baris siap" in screen.said
    assert f"Pendamping diambil dari register untuk 1 baris: {screen.mentor.name} 1." in screen.said
    screen.app.session_state["formulir-pendamping"] = screen.mentor.mentor_id
    calm(screen.app.run())
    assert "1 baris siap" in screen.said
    assert "diambil dari register" not in screen.said


def test_whether_excel_swapped_day_and_month_is_asked_before_any_row_is_looked_through(office):
    screen = Screen(office)
    first, second, *_ = screen.clients
    # Typed as 4/2 and 13/2 where Excel puts the month first: one became 2 April, the other stayed a text.
    april_2, day = date(TODAY.year, 4, 2), f"13/02/{TODAY.year}"
    screen.upload(a_file(a_line(first, april_2), a_line(second, day, form="FK-2")))
    assert "mencampur 1 tanggal Excel, semuanya bertanggal 1 sampai 12, dengan 1 tanggal berupa teks" in (
        screen.said
    )
    assert "siap" not in screen.said
    question = labelled(screen.app.radio, "Apakah hari dan bulan pada kolom “Tanggal” tertukar?")
    assert question.value is None
    assert question.options == [
        f"Tidak tertukar: baris 2 memang 2 April {TODAY.year}",
        f"Tertukar: baris 2 seharusnya 4 Februari {TODAY.year}",
    ]
    calm(question.set_value("right").run())
    assert "1 baris siap, 1 perlu diperbaiki" in screen.said  # 2 April has not come yet
    calm(question.set_value("swapped").run())
    screen.press("Masukkan 2 kunjungan")
    with office.database.read() as session:
        query = select(VisitRow.client_id, VisitRow.on).order_by(VisitRow.id.desc()).limit(2)
        stored = dict(session.execute(query).all())
    assert stored == {first.id: date(TODAY.year, 2, 4), second.id: date(TODAY.year, 2, 13)}


def test_what_somebody_recorded_meanwhile_is_not_taken_in_twice(office):
    screen, other = Screen(office), Screen(office)
    data = a_file(a_line(screen.clients[0], today() - DAY), a_line(screen.clients[1], today() - DAY))
    screen.upload(data)
    other.upload(a_file(a_line(screen.clients[0], today() - DAY))).press("Masukkan 1 kunjungan")
    before = screen.count(VisitRow)
    screen.press("Masukkan 2 kunjungan")
    assert "sudah diperiksa ulang" in screen.said
    assert "1 baris siap, 0 perlu diperbaiki, 1 sudah tercatat" in screen.said
    screen.press("Masukkan 1 kunjungan")
    assert screen.count(VisitRow) == before + 1


def test_forms_typed_into_the_table_stay_until_all_of_them_are_right(office):
    screen = Screen(office, cara="Ketik di tabel")
    first, second, *_ = screen.clients
    nonce = screen.nonce()
    typed = {
        "client_number": f"{first.number} · {first.name}",
        "day": (today() - DAY).strftime("%d/%m/%Y"),
        "place": "Lapangan",
        "day_part": "Sore",
        "tasks": "b, z",
        "parts": ["Konsultasi", "Evaluasi"],
    }
    other = typed | {"client_number": f"{second.number} · {second.name}", "tasks": "k"}
    _type(screen, nonce, typed, other)
    calm(labelled(screen.app.text_input, "Awalan nomor formulir").set_value("FK/").run())
    _type(screen, nonce, typed, other)
    assert screen.app.error == []
    before = screen.count(VisitRow), screen.count(VisitImportRow)
    screen.press("Periksa dan kirim 2 formulir")
    (error,) = screen.app.error
    assert "1 baris perlu diperbaiki" in error.value
    assert "Baris 1" in error.value
    assert screen.app.session_state[f"{nonce}:isi"][0]["tasks"] == "b, z"
    assert screen.count(VisitRow) == before[0]
    # On another tab the table is gone, and what was typed is not.
    screen.app.session_state["lihat"] = "Daftar"
    calm(screen.app.run())
    del screen.app.session_state[f"{nonce}:tabel"]
    screen.app.session_state["lihat"] = "Formulir kertas"
    screen.app.session_state["cara"] = "Ketik di tabel"
    calm(screen.app.run())
    assert screen.app.session_state[f"{nonce}:isi"][1]["tasks"] == "k"
    _type(screen, nonce, typed | {"tasks": "b"})
    screen.press("Periksa dan kirim 2 formulir")
    assert "2 formulir sudah masuk" in screen.said
    assert (screen.count(VisitRow), screen.count(VisitImportRow)) == (before[0] + 2, before[1] + 1)
    with office.database.read() as session:
        row = session.scalars(select(VisitRow).order_by(VisitRow.id.desc()).limit(1)).one()
        assert (row.client_id, row.day_part, row.body["shown_by"]) == (second.id, "afternoon", "FK/2")
        assert row.body["parts"] == ["consultation", "evaluation"]
    assert screen.nonce() != nonce


def _type(screen, nonce, *rows):
    """Type into the first rows of the table."""
    edited = {place: dict(row) for place, row in enumerate(rows)}
    screen.app.session_state[f"{nonce}:tabel"] = {"edited_rows": edited, "added_rows": [], "deleted_rows": []}
    calm(screen.app.run())


def test_the_table_gives_back_what_was_put_in():
    rows = [
        {"client_number": "BN-2026-0001 · A", "day": "2/3/2026", "parts": ["Konsultasi"]},
        {},
        {"tasks": "b", "due": "9 Maret 2026"},
    ]
    kept = rows_of(frame_of(rows))
    assert kept[0]["parts"] == ["Konsultasi"]
    assert set(kept[1].values()) == {None}
    assert rows_of(frame_of(kept)) == kept
    first, third = raw_rows(kept, prefix="FK-")
    assert first.cells[Column.CLIENT_NUMBER] == "BN-2026-0001"
    assert (third.line, third.cells[Column.FORM], third.cells[Column.DUE]) == (3, "FK-3", "9 Maret 2026")
    assert raw_rows(rows_of(frame_of(blank_rows())), prefix="FK-") == []


def test_what_is_typed_over_added_and_deleted_in_the_table_is_carried_over():
    edits = {
        "edited_rows": {0: {"tasks": "b"}, 2: {"day": "2/3/2026"}},
        "deleted_rows": [1],
        "added_rows": [{"tasks": "k"}],
    }
    assert edited_rows([{"place": "Kantor"}, {"tasks": "x"}, {}], edits) == [
        {"place": "Kantor", "tasks": "b"},
        {"day": "2/3/2026"},
        {"tasks": "k"},
    ]


def test_a_renamed_binaan_keeps_its_row_by_its_number():
    rows = [{"client_number": "BN-2026-0001 · Lama", "tasks": "b"}, {"client_number": "BN-2026-0002 · Pergi"}]
    assert relabelled(rows, {"BN-2026-0001": "BN-2026-0001 · Baru"}) == [
        {"client_number": "BN-2026-0001 · Baru", "tasks": "b"},
        rows[1],
    ]


def test_nothing_typed_into_the_table_is_lost_or_moved_when_a_binaan_is_renamed_meanwhile(office):
    screen = Screen(office, cara="Ketik di tabel")
    first, second, *_ = screen.clients
    nonce = screen.nonce()
    typed = {
        "client_number": f"{first.number} · {first.name}",
        "day": (today() - DAY).strftime("%d/%m/%Y"),
        "place": "Lapangan",
        "day_part": "Sore",
        "tasks": "b",
        "parts": ["Konsultasi"],
    }
    _type(screen, nonce, {}, typed)
    rename(office, first.id, "Warung Nama Baru")
    before = screen.count(VisitRow)
    screen.press("Periksa dan kirim 1 formulir")
    assert "Belum tersimpan: daftarnya berubah" in screen.said
    assert f"{first.number} · {first.name} menjadi {first.number} · Warung Nama Baru" in screen.said
    assert screen.count(VisitRow) == before
    # The last cell comes with the same press of the button.
    edits = screen.app.session_state[f"{nonce}:tabel"]
    edits["edited_rows"][1]["problem"] = "Belum punya NIB"
    screen.app.session_state[f"{nonce}:tabel"] = edits
    screen.press("Pakai daftar terbaru")
    (row,) = [row for row in screen.app.session_state[f"{nonce}:isi"] if row["tasks"]]
    assert (row["client_number"], row["problem"]) == (
        f"{first.number} · Warung Nama Baru", "Belum punya NIB",
    )  # fmt: skip
    screen.press("Periksa dan kirim 1 formulir")
    assert screen.count(VisitRow) == before + 1
    with office.database.read() as session:
        stored = session.scalars(select(VisitRow).order_by(VisitRow.id.desc()).limit(1)).one()
        assert (stored.client_id, stored.body["problem"]) == (first.id, "Belum punya NIB")


def rename(office, client_id, name):
    """Let the Fasilitator correct the name of a binaan, in another session."""
    person = office.by_role[BlitarRole.FACILITATOR]
    with office.database.write() as session:
        card = client_card(session, person, client_id, at=now())
        told, more = replace(card.client, name=name, nik=None), {"nonce": f"ganti-{name}", "at": now()}
        save_client(session, person, client_id, told, expected_version=card.version, **more)


def test_what_is_typed_for_one_pendamping_stays_while_another_is_chosen(office):
    screen = Screen(office, BlitarRole.FACILITATOR, cara="Ketik di tabel")
    chosen, other = screen.mentor, next(one for one in mentors(office) if one != screen.mentor)
    choose(screen.app, "Pendamping yang berkunjung", chosen.mentor_id)
    _type(screen, screen.nonce(), {"client_number": f"{screen.clients[0].number} · x", "tasks": "b"})
    choose(screen.app, "Pendamping yang berkunjung", other.mentor_id)
    assert "Periksa dan kirim" in screen.buttons()  # an empty table of their own
    choose(screen.app, "Pendamping yang berkunjung", chosen.mentor_id)
    assert "Periksa dan kirim 1 formulir" in screen.buttons()


def mentors(office):
    with office.database.read() as session:
        return mentors_to_choose(session, office.by_role[BlitarRole.FACILITATOR])
