"""Rapat Pokjanis: which meeting, who is present, what the fund can lend, and who comes first and why."""

import re
from datetime import date, timedelta

import pytest

from db.sampang.applications.application_list import counts_by_stage
from db.sampang.origination.issued_papers import PaperKind, issue_paper
from db.sampang.origination.meetings import close_meeting
from domain.sampang.application import EarlierLoan
from domain.sampang.fund.position import CLOSED_FUND
from domain.sampang.origination.records import Element
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from tests.db.sampang.lending import an_eligible_form
from tests.people import ROLES
from tests.screens.demo_office import badges, calm, labelled, said
from tests.screens.sampang.loan_screen import links
from tests.screens.sampang.meeting_room import MEETINGS, MeetingRoom
from tests.screens.walking import elements


@pytest.fixture
def room(office):
    return MeetingRoom(office)


@pytest.fixture
def file(room):
    return room.desk.file_at(Stage.SURVEYED, name="Kerupuk Bu Aminah")


def rupiah_in(screen, label):
    """The amount that the line of the fund tells after some words."""
    found = re.search(rf"{label} (?::primary\[\*\*)?Rp([\d.]+)", said(screen))
    return int(found.group(1).strip(".").replace(".", ""))


def place_of(room, file):
    """The place of a file in the queue, as its row says it."""
    return int(room.box(file).label.split()[1])


def row_of(room, file):
    """Everything that the row of a file says."""
    room.box(file)
    rows = [each for each in elements(room.screen.main) if each.type == "flex_container"]
    key = f"pilih:{room.meeting}:{file}"
    holding = [row for row in rows if any(getattr(each, "key", None) == key for each in elements(row))]
    (row,) = [one for one in holding if any("paling banyak" in words(each) for each in elements(one))][-1:]
    return "\n".join(words(each) for each in elements(row)).replace("\\", "")


def words(element):
    told = ("value", "label", "help")
    return " ".join(str(getattr(element, name, "")) for name in told)


@pytest.mark.parametrize("role", ROLES)
def test_only_the_team_opens_the_screen(office, role):
    screen = office.start(office.by_role[role])
    if role in (SampangRole.TEAM_MEMBER, SampangRole.TEAM_LEAD):
        calm(screen.switch_page(MEETINGS).run())
    else:
        with pytest.raises(ValueError, match="page"):
            screen.switch_page(MEETINGS)


def test_a_meeting_is_opened_with_several_people_of_one_element(room):
    room.begin(place="Aula Bank", held_on=date(2026, 3, 9))
    room.write(bank__0__name="Dewi", bank__0__position="Kepala cabang")
    room.write(bank__1__name="Rudi")
    screen = room.press("Buka rapat")
    kept = room.stored(place="Aula Bank")
    assert [(one.element, one.name, one.position) for one in kept.attendees] == [
        (Element.BANK, "Dewi", "Kepala cabang"),
        (Element.BANK, "Rudi", ""),
    ]
    assert (kept.held_on, kept.number) == (date(2026, 3, 9), "")
    assert "Hadir 1 dari 5 unsur (V.1): Bank Jatim: Dewi (Kepala cabang), Rudi." in said(screen)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"place": ""}, "Tempat rapat belum diisi."),
        ({"held_on": None}, "Tanggal rapat belum diisi."),
        ({"hour": "25.99"}, "Pukul ini bukan jam yang ada"),
        ({"number": "9" * 301}, "Nomor berita acara paling panjang 300 huruf; yang diketik 301."),
        ({"bank__0__name": "a" * 301}, "Nama yang hadir paling panjang 300 huruf"),
    ],
)
def test_a_meeting_that_lacks_something_is_not_opened_and_says_what(room, typed, sentence):
    before = len(room.meetings())
    room.begin(**{"place": "Aula Bank", "held_on": date(2026, 3, 9)} | typed)
    assert sentence in said(room.press("Buka rapat"))
    assert len(room.meetings()) == before


def test_a_row_without_a_name_is_somebody_absent_and_is_left_out(room):
    room.begin(place="Aula Bank", held_on=date(2026, 3, 9), bank__0__position="Kepala cabang")
    room.write(agency__0__name="H", agency__0__position="Kepala Dinas")
    assert "untuk unsurnya: ," not in said(room.screen)
    room.press("Buka rapat")
    assert [one.name for one in room.stored(place="Aula Bank").attendees] == ["H"]


def invited(room, number):
    """Issue the invitation of the open meeting."""
    paper = PaperNumber(number=number, on=date(2026, 3, 1))
    room.desk.lending.run(
        issue_paper, room.member, PaperKind.INVITATION, b"%PDF-1.7", paper, meeting_id=room.meeting
    )


def test_a_meeting_whose_invitation_went_out_asks_before_it_moves_to_another_day(room):
    invited(room, "UND/1")
    room.open()
    was = next(one for one in room.meetings() if one.id == room.meeting).meeting.held_on
    moved = was + timedelta(days=2)
    room.write(held_on=moved)
    assert "Undangan nomor UND/1 sudah terbit untuk" in said(room.screen)
    assert "centang dahulu" in said(room.press("Simpan perubahan"))
    (box,) = [one for one in room.screen.checkbox if one.label.startswith("Ya, ubah harinya")]
    box.check()
    room.run()
    screen = room.press("Simpan perubahan")
    assert room.stored(place="Aula").held_on == moved
    assert "Terbitkan undangan yang baru" in said(screen)


def test_attendance_changes_while_the_meeting_is_open(room):
    room.open()
    room.write(bank__0__name="", bupati__0__name="Slamet", number="01/2026")
    screen = room.press("Simpan perubahan")
    kept = room.stored(place="Aula")
    assert {(one.element, one.name) for one in kept.attendees} == {
        (Element.BUPATI, "Slamet"),
        (Element.AGENCY, "H"),
    }
    assert "Nomor 01/2026" in said(screen)


def test_taking_one_of_two_people_out_leaves_the_other(room):
    room.open()
    room.write(bank__1__name="Rudi")
    room.write(bank__0__name="")
    room.press("Simpan perubahan")
    assert [one.name for one in room.stored(place="Aula").attendees] == ["H", "Rudi"]


def test_the_day_of_a_meeting_stands_once_it_has_decided(room, file):
    screen = room.open()
    assert "Tanggal rapat" in [field.label for field in screen.text_input]
    room.desk.lending.press("approve", file)
    screen = room.open()
    assert "Tanggal rapat" not in [field.label for field in screen.text_input]
    assert "Tetap, karena sudah ada keputusan." in said(screen)


def test_an_open_meeting_is_shown_first_and_another_by_its_address(room):
    assert "Rapat 2 Maret 2026** · terbuka" in said(room.open())
    closed = next(one for one in room.meetings() if one.is_closed)
    assert "🔒 ditutup" in said(room.open(rapat=closed.id))


def test_the_list_of_meetings_is_made_anew_when_the_meeting_closes(room):
    (before,) = [one for one in room.open(rapat=room.meeting).selectbox if one.label == "Rapat"]
    with room.office.database.write() as session:
        close_meeting(session, room.member, room.meeting, at=now())
    (after,) = [one for one in room.open(rapat=room.meeting).selectbox if one.label == "Rapat"]
    # A list that is drawn anew under its old name keeps the words that it showed.
    assert before.key != after.key
    assert "terbuka" in before.options[before.index]
    assert "ditutup" in after.options[after.index]


def test_a_meeting_opened_by_mistake_is_cancelled_and_says_so_without_papers(room):
    room.open(rapat=room.meeting)
    nonce = room.screen.session_state[f"nonce:batal-rapat:{room.meeting}"]
    room.screen.session_state[f"{nonce}:reason"] = "Salah tanggal"
    room.run()
    told = said(room.press("Batalkan rapat"))
    assert "Rapat ini dibatalkan: Salah tanggal" in told
    assert "Surat rapat ini" not in told
    assert next(one for one in room.meetings() if one.id == room.meeting).is_called_off


@pytest.mark.parametrize("told", ["99999", "9" * 30, "abc", "<script>"])
def test_an_address_of_no_meeting_breaks_nothing(room, told):
    screen = room.open(rapat=told)
    assert ("tidak ditemukan" in said(screen)) == (told == "99999")


def test_without_any_meeting_the_screen_offers_to_open_one(room, monkeypatch):
    monkeypatch.setattr("pages.sampang.meetings.meeting_choice.meetings", lambda *_, **__: ())
    screen = room.open()
    labels = [one.label for one in screen.main.button]
    assert (labels[0], labels[-1]) == ("Buka rapat", "Catat anggota")
    assert rupiah_in(screen, "Dana bebas") == room.position().free
    assert not screen.main.checkbox


def test_the_queue_tells_how_many_are_ready_as_beranda_counts_them(room, file):
    room.desk.file_at(Stage.CHECKED)
    with room.office.database.read() as session:
        counts = counts_by_stage(session, room.member)
    ready = counts.get(Stage.SURVEYED, 0) + counts.get(Stage.POSTPONED, 0)
    assert f"{ready} berkas siap dirapatkan, {counts[Stage.CHECKED]} belum disurvei" in said(room.open())


def test_the_register_of_members_fills_the_attendance_of_a_new_meeting(room):
    screen = room.open(rapat="baru")
    nonce = screen.session_state["anggota-baru"]
    for field, value in {"name": "Dewi", "position": "Kepala cabang", "decree": "SK 1/2026"}.items():
        screen.session_state[f"{nonce}:{field}"] = value
    screen.session_state[f"{nonce}:element"] = Element.BANK
    room.press("Catat anggota")
    screen = room.open(rapat="baru")
    assert "Anggota Pokjanis (5)" in [one.label for one in screen.expander]
    room.write(place="Aula Register")
    room.press("Buka rapat")
    kept = room.stored(place="Aula Register")
    of_bank = [(one.name, one.position) for one in kept.attendees if one.element is Element.BANK]
    assert ("Dewi", "Kepala cabang") in of_bank
    assert kept.elements_present == (Element.REVENUE, Element.AGENCY, Element.BANK)


def test_an_open_meeting_offers_its_invitation_with_the_agenda(room, file):
    screen = room.open()
    assert any(one.label.startswith("Undangan dan acara") for one in screen.expander)


def test_what_people_typed_is_shown_as_text(room):
    room.begin(place="**tebal** <b>", held_on=date(2026, 3, 9))
    room.write(bank__0__name="[klik](https://jahat.example)")
    screen = room.press("Buka rapat")
    shown = [each.value for each in (*screen.markdown, *screen.caption)]
    told = [one for one in shown if "Bank Jatim" in one or "Rapat 9" in one]
    assert any(r"\*\*tebal\*\* \<b\>" in one for one in told)
    assert any(r"\[klik\]\(https" in one for one in told)


# The fund


def test_the_fund_stands_on_the_screen_in_four_figures_with_its_provision(room):
    position = room.position()
    screen = room.open()
    assert rupiah_in(screen, "kas") == position.cash
    assert rupiah_in(screen, "beredar") == position.lent
    free = rupiah_in(screen, "kas") - rupiah_in(screen, "ditetapkan, belum cair")
    assert rupiah_in(screen, "Dana bebas") == free
    assert "VIII.5.b" in "".join(links(screen))


def test_an_approval_moves_money_from_free_to_committed(room, file):
    before = room.open()
    free, committed = rupiah_in(before, "Dana bebas"), rupiah_in(before, "ditetapkan, belum cair")
    room.desk.lending.press("approve", file)
    after = room.open()
    assert rupiah_in(after, "Dana bebas") == free - 20_000_000
    assert rupiah_in(after, "ditetapkan, belum cair") == committed + 20_000_000


def test_what_is_left_follows_the_selection_and_the_typed_amount(room, file):
    other = room.desk.file_at(Stage.SURVEYED)
    free = room.position().free
    screen = room.choose(file)
    assert f"1 berkas yang dipilih ditetapkan: **{dotted(free - 20_000_000)}**" in said(screen)
    screen = room.choose(other)
    assert f"2 berkas yang dipilih ditetapkan: **{dotted(free - 40_000_000)}**" in said(screen)
    screen = room.type_in(file, amount="15 juta")
    assert f"2 berkas yang dipilih ditetapkan: **{dotted(free - 35_000_000)}**" in said(screen)
    assert "2 berkas dipilih, seluruhnya Rp35.000.000." in said(screen)


def test_a_selection_above_the_free_balance_says_so_in_words(room, file):
    free = room.position().free
    screen = room.choose(file)
    assert "Dana bebas kurang" not in said(screen)
    assert "Dana bebas kurang" not in said(room.type_in(file, amount=str(free)))
    assert "Dana bebas kurang Rp1:" in said(room.type_in(file, amount=str(free + 1)))


def test_an_amount_that_cannot_be_read_counts_as_proposed(room, file):
    free = room.position().free
    room.choose(file)
    screen = room.type_in(file, amount="dua puluh")
    assert f"dipilih ditetapkan: **{dotted(free - 20_000_000)}**" in said(screen)


def test_a_fund_that_was_never_opened_sends_to_the_screen_of_the_fund(room, monkeypatch):
    closed = type("Fund", (), {"position": CLOSED_FUND})()
    monkeypatch.setattr("db.sampang.fund.opening_balance.fund", lambda *_: closed)
    screen = room.open()
    assert "Saldo awal dana belum dicatat" in said(screen)
    assert "Buka Kas dana" in links(screen)
    assert not screen.metric


def dotted(amount):
    return f"Rp{amount:,}".replace(",", ".")


# The queue


def test_a_new_applicant_comes_before_one_who_borrowed_earlier(room):
    again = EarlierLoan(borrowed_before=True, settled_on=date(2025, 1, 6))
    repeat = room.desk.file_at(
        Stage.CHECKED,
        an_eligible_form(earlier=again, filed_on=date(2026, 1, 5)),
    )
    new = room.desk.file_at(Stage.CHECKED, an_eligible_form(filed_on=date(2026, 2, 20)))
    room.open()
    assert place_of(room, new) < place_of(room, repeat)
    assert "pernah meminjam (VIII.5.g)" in row_of(room, repeat)


def test_of_two_new_applicants_the_one_who_filed_first_comes_first(room):
    later = room.desk.file_at(Stage.CHECKED, an_eligible_form(filed_on=date(2026, 2, 20)))
    earlier = room.desk.file_at(Stage.CHECKED, an_eligible_form(filed_on=date(2026, 2, 19)))
    room.open()
    assert place_of(room, earlier) < place_of(room, later)


def test_a_row_says_who_how_much_how_far_and_why_here(room):
    form = an_eligible_form(amount=18_000_000, name="Toko Baris")
    surveyed = room.desk.file_at(Stage.SURVEYED, form)  # the survey of the tests recommends 20 million
    room.open()
    told = row_of(room, surveyed)
    number = room.desk.stored(surveyed).number
    assert f"{number} · Usaha mikro, kecil, menengah · Kec. Sampang · Disurvei" in told
    # 30 million / 130 % (IV.2.g)
    assert "diminta Rp18.000.000 · survei Rp20.000.000 · paling banyak Rp23.076.923" in told
    assert f"sisa {dotted(room.position().free - 20_000_000)} bila" in told
    assert "Mengapa di sini: pemohon baru (VIII.5.g); tanpa prioritas IV.1; diajukan 16 Februari 2026" in told
    assert "✔ Memenuhi" in told


def test_the_name_on_a_box_reads_as_it_is_written(room):
    form = an_eligible_form(name="CV. Maju-Jaya (Baru), d/h *Toko*")
    file = room.desk.file_at(Stage.CHECKED, form)
    room.open()
    label = room.box(file).label
    assert label.startswith("No ")
    assert label.endswith(r" · CV. Maju-Jaya (Baru), d/h \*Toko\*")


def test_a_row_without_a_survey_says_so_and_shows_what_was_asked(room):
    checked = room.desk.file_at(Stage.CHECKED)
    room.open()
    assert "Berkas diperiksa, belum disurvei" in row_of(room, checked)
    assert "diminta Rp20.000.000 · paling banyak" in row_of(room, checked)


def test_the_order_names_what_the_regulation_leaves_open(room, file):
    assert "Perbup tidak memberi bobot" in said(room.open())


def test_what_was_chosen_on_one_page_of_the_queue_stays_chosen_on_another(room, file):
    for _ in range(11):
        room.desk.file_at(Stage.CHECKED)
    screen = room.choose(file)
    for page in (1, 2):
        screen.session_state[f"antrean-halaman:{room.meeting}"] = page
        screen = room.run()
        assert len(screen.checkbox) <= 10
        assert "1 berkas dipilih" in said(screen)
    assert room.box(file).value is True


def test_without_candidates_the_screen_says_what_comes_first(room, monkeypatch):
    monkeypatch.setattr("db.sampang.origination.meeting_queue.candidates", lambda *_, **__: ())
    screen = room.open()
    assert "Belum ada berkas yang menunggu keputusan." in said(screen)
    assert "Lihat berkas dan langkahnya" in links(screen)


def test_a_closed_meeting_can_only_be_read(room, file):
    room.desk.lending.press("approve", file)
    with room.office.database.write() as session:
        close_meeting(session, room.member, room.meeting, at=now())
    screen = room.open(rapat=room.meeting)
    assert not screen.checkbox
    labels = [button.label for button in screen.button]
    assert not {"Simpan perubahan", "Ya, tutup rapat ini"} & set(labels)
    assert "**1 ditetapkan** · jumlah ditetapkan **Rp20.000.000**" in said(screen)
    assert not badges(screen)


def test_a_wrong_line_of_the_register_is_struck_with_its_reason(room):
    screen = room.open()
    chosen = labelled(screen.selectbox, "Betulkan baris yang keliru")
    screen = calm(chosen.select_index(0).run())
    screen = calm(labelled(screen.toggle, "Tulis lagi dengan yang benar").set_value(False).run())
    labelled(screen.text_input, "Apa yang keliru").set_value("bukan anggota")
    screen = calm(labelled(screen.button, "Coret baris ini").click().run())
    assert "(dicoret: bukan anggota)" in said(screen)
