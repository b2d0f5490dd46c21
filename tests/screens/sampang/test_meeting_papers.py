"""The papers of a meeting: made at once, issued with the office's number, printed again as they were."""

import hashlib
import io
import zipfile
from dataclasses import replace

import pytest
from pypdf import PdfReader

from db.sampang.origination.issued_papers import PaperKind, issued_papers, paper_bytes
from db.sampang.origination.meetings import close_meeting, decide, decided_at, meeting
from db.sampang.origination.team_register import appoint_member, strike_member, team_register
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.team_register import LineStruck, TeamMember
from pages.parts.store import now
from pages.sampang.law import law_by_day
from pages.sampang.meetings.meeting_papers import archive, bytes_of
from pages.sampang.meetings.minutes_drafts import papers_of
from tests.db.sampang.lending import REFUSAL, an_eligible_form
from tests.db.sampang.test_team_register import SOMEBODY
from tests.screens.demo_office import said
from tests.screens.sampang.meeting_room import MeetingRoom

PROVISIONS = ("IX.3",)


@pytest.fixture
def room(office):
    """Give the room after a meeting that approved one file, refused one, and closed."""
    room = MeetingRoom(office)
    lending = room.desk.lending
    lending.press("approve", lending.file_at(Stage.SURVEYED, name="Kerupuk Bu Aminah"))
    room.refused = lending.file_at(Stage.CHECKED, an_eligible_form(name="Toko Merah", on_red_list=True))
    decision = replace(REFUSAL, provisions=PROVISIONS, reason="masih di daftar merah")
    lending.run(decide, lending.member, room.meeting, room.refused, decision)
    with office.database.write() as session:
        close_meeting(session, lending.member, room.meeting, at=now())
    return room


def papers(room):
    with room.office.database.read() as session:
        stored = meeting(session, room.member, room.meeting)
        decided = decided_at(session, room.member, room.meeting)
    return tuple(papers_of(room.member, stored, decided, law_by_day(), demo=True))


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def issued(room, **whose):
    with room.office.database.read() as session:
        return issued_papers(session, room.member, **whose)


def issue(room, kind, number):
    """Type a number into the field of a paper and issue it."""
    screen = room.open(rapat=room.meeting)
    of = room.refused if kind is PaperKind.REFUSAL else room.meeting
    nonce = screen.session_state[f"terbit-{kind}-{of}"]
    screen.session_state[f"{nonce}:number"] = number
    room.screen = screen.button(key=f"{nonce}:form:kirim").click().run()
    return room.screen


def test_a_meeting_has_its_minutes_its_list_and_a_letter_to_each_refused_applicant(room):
    assert [(one.kind, one.about) for one in papers(room)] == [
        (PaperKind.MEETING_MINUTES, ""),
        (PaperKind.NOMINATIVE_LIST, ""),
        (PaperKind.REFUSAL, f"Toko Merah ({room.desk.stored(room.refused).number})"),
    ]


def test_every_paper_of_a_meeting_is_signed_by_the_ketua_harian_of_the_register(room):
    lending = room.desk.lending
    for one in lending.ask(team_register, room.member):
        if "Ketua Harian" in one.member.position:
            lending.run(strike_member, lending.lead, one.id, LineStruck(reason="contoh"))
    member = TeamMember(**SOMEBODY | {"name": "Siti Hartini", "position": "Ketua Harian"})
    lending.run(appoint_member, lending.lead, member)
    for paper in papers(room):
        assert "Siti Hartini" in text_of(paper.printed("1", paper.on, draft=True))


def test_one_archive_holds_every_paper_and_is_the_same_each_time(room):
    made = archive(room.office.database, room.member, papers(room))
    assert made == archive(room.office.database, room.member, papers(room))
    with zipfile.ZipFile(io.BytesIO(made)) as bundle:
        assert bundle.namelist() == [
            "berita-acara-rapat-2026-03-02-konsep.pdf",
            "daftar-nominatif-2026-03-02-konsep.pdf",
            f"surat-tidak-lolos-{room.desk.stored(room.refused).number}-konsep.pdf",
        ]
        told = [text_of(bundle.read(name)) for name in bundle.namelist()]
    assert all("KONSEP" in one for one in told)
    assert "Kerupuk Bu Aminah" in told[0]
    assert "Toko Merah" in told[0]
    assert "Toko Merah" not in told[1]
    assert "IX.3" in told[2]
    assert "masih di daftar merah" in told[2]


@pytest.mark.parametrize("kind", [PaperKind.MEETING_MINUTES, PaperKind.NOMINATIVE_LIST, PaperKind.REFUSAL])
def test_an_issued_paper_keeps_its_bytes_with_the_number_of_the_office(room, kind):
    screen = issue(room, kind, "518/07/434.210/2026")
    whose = {"application_id": room.refused} if kind is PaperKind.REFUSAL else {"meeting_id": room.meeting}
    (kept,) = issued(room, **whose)
    assert (kept.kind, kept.number) == (kind, "518/07/434.210/2026")
    assert "Nomor 518/07/434.210/2026, tanggal 2 Maret 2026; diterbitkan" in said(screen)
    with room.office.database.read() as session:
        pdf = paper_bytes(session, room.member, kept.id)
    assert hashlib.sha256(pdf).hexdigest() == kept.sha256
    assert "518/07/434.210/2026" in text_of(pdf)
    assert "KONSEP" not in text_of(pdf)


def test_a_reprint_is_the_paper_that_went_out_byte_by_byte(room):
    issue(room, PaperKind.MEETING_MINUTES, "07/2026")
    (kept,) = issued(room, meeting_id=room.meeting)
    minutes = papers(room)[0]
    assert minutes.issued == kept
    again = bytes_of(room.office.database, room.member, minutes)
    assert hashlib.sha256(again).hexdigest() == kept.sha256
    with zipfile.ZipFile(io.BytesIO(archive(room.office.database, room.member, papers(room)))) as bundle:
        assert bundle.read("berita-acara-rapat-2026-03-02.pdf") == again


def test_minutes_whose_number_is_known_stay_a_draft_until_they_go_out(room):
    minutes = replace(papers(room)[0], number="07/2026")
    told = text_of(bytes_of(room.office.database, room.member, minutes))
    assert "07/2026" in told
    assert "KONSEP" in told


def test_an_issued_paper_asks_for_no_second_number(room):
    issue(room, PaperKind.MEETING_MINUTES, "07/2026")
    screen = room.open(rapat=room.meeting)
    assert [field.label for field in screen.text_input].count("Nomor surat dari kantor") == 2


def test_without_a_number_nothing_is_issued(room):
    assert "Nomor surat dari kantor belum diisi." in said(issue(room, PaperKind.NOMINATIVE_LIST, "   "))
    assert issued(room, meeting_id=room.meeting) == ()


def test_the_minutes_tell_the_fund_before_and_after_the_meeting(room):
    told = text_of(bytes_of(room.office.database, room.member, papers(room)[0]))
    assert "Keadaan dana pada hari rapat tidak dicatat" not in told
    assert "Sebelum rapat Sesudah rapat" in told
    assert "Ditetapkan dalam rapat ini: Rp20.000.000" in told


def test_a_meeting_that_approved_nobody_has_no_list(office):
    room = MeetingRoom(office)
    room.refused = None
    with office.database.write() as session:
        close_meeting(session, room.member, room.meeting, at=now())
    assert [one.kind for one in papers(room)] == [PaperKind.MEETING_MINUTES]
    assert "Buat surat" in room.open(rapat=room.meeting).get("download_button")[0].proto.label
