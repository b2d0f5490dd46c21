"""Rapat Pokjanis, the card of one file: what a meeting decides about it, and what stands in its way."""

from dataclasses import replace

import pytest

from db.sampang.origination.meetings import close_meeting, decide
from domain.sampang.origination.records import DecisionKind, Element, Vote
from domain.sampang.origination.stages import Stage
from pages.parts.store import now
from pages.sampang.meetings.card_findings import show_findings
from tests.db.sampang.lending import APPROVAL, LAND, an_eligible_form
from tests.screens.demo_office import labelled, said
from tests.screens.sampang.loan_screen import links
from tests.screens.sampang.meeting_room import MeetingRoom
from tests.screens.walking import elements

EVERYBODY_AGREES = {Element.AGENCY: Vote.AGREES, Element.BANK: Vote.AGREES}


@pytest.fixture
def room(office):
    return MeetingRoom(office)


@pytest.fixture
def file(room):
    return room.desk.file_at(Stage.SURVEYED, name="Kerupuk Bu Aminah")


def grounds(screen):
    return labelled(screen.multiselect, "Bila ditolak: ketentuan yang mendasarinya")


def test_a_file_is_approved_at_the_surveyed_amount_and_tenor(room, file):
    screen = room.decide(file, "Tetapkan", reason="usaha berjalan baik")
    assert room.stage(file) is Stage.APPROVED
    kept = room.decisions()[file]
    assert (kept.kind, kept.amount, kept.term_months) == (DecisionKind.APPROVE, 20_000_000, 24)
    assert (kept.reason, kept.votes) == ("usaha berjalan baik", EVERYBODY_AGREES)
    assert "Kerupuk Bu Aminah" in said(screen)
    assert "ditetapkan: Rp20.000.000, 24 bulan." in said(screen)


def test_the_meeting_may_approve_less_and_for_another_tenor(room, file):
    room.choose(file)
    room.type_in(file, amount="12,5 juta", term_months=36)
    room.decide_now(file, "Tetapkan Rp12.500.000")
    kept = room.decisions()[file]
    assert (kept.amount, kept.term_months) == (12_500_000, 36)


@pytest.mark.parametrize(
    ("amount", "is_approved"),
    [("23.076.923", True), ("23.076.924", False)],  # 130 % of it: 29.999.999,9 and 30.000.001,2 (IV.2.g)
)
def test_nothing_above_the_collateral_limit_is_approved(room, amount, is_approved):
    file = room.desk.file_at(Stage.SURVEYED)
    room.choose(file)
    # Reading S-10 B adds the interest; the meeting says that it takes the one in use.
    screen = room.type_in(file, amount=amount, reading_reason="S-10 bacaan A, pokok saja")
    assert "Paling banyak **Rp23.076.923**, dibatasi nilai agunan / 130 % (IV.2.g)" in said(screen)
    screen = room.decide_now(file, "Tetapkan")
    assert (room.stage(file) is Stage.APPROVED) is is_approved
    assert ("Belum tercatat, karena:" in said(screen)) is not is_approved


def test_the_verdict_follows_the_amount_that_is_typed(room, file):
    screen = room.choose(file)
    assert badges_of_card(screen) == "✔ Memenuhi"
    assert badges_of_card(room.type_in(file, amount="25 juta")) == "✘ Tidak memenuhi"


def badges_of_card(screen):
    """The verdict at the amount on the card, beside what the rules say of it: sign and words."""
    told = [each for each in elements(screen.main) if each.type in ("caption", "markdown")]
    places = [
        place for place, each in enumerate(told) if each.value.startswith("Bila ditetapkan sebesar isian")
    ]
    return (
        next(each.value for each in told[places[0] :] if "-badge[" in each.value).split("[")[1].split("]")[0]
    )


def test_nothing_is_decided_without_votes_and_a_reason(room, file):
    screen = room.choose(file)
    assert "Belum ada pendapat dari unsur: Dinas Koperasi dan Usaha Kecil Menengah, Bank Jatim." in said(
        screen
    )
    screen = room.press("Tetapkan")
    assert "Tulis alasan keputusan." in said(screen)
    assert "VI.2.b" in "".join(links(screen))
    assert room.stage(file) is Stage.SURVEYED


def test_no_vote_is_chosen_beforehand_and_one_press_makes_all_present_agree(room, file):
    screen = room.choose(file)
    nonce = room.nonce(file)
    votes = {element: f"{nonce}:vote.{element}" for element in Element}
    assert [screen.session_state[votes[one]] for one in EVERYBODY_AGREES] == [None, None]
    screen = room.press("Semua setuju")
    assert {one: screen.session_state[votes[one]] for one in EVERYBODY_AGREES} == EVERYBODY_AGREES
    assert votes[Element.BUPATI] not in screen.session_state


def test_nothing_is_approved_against_an_element_that_is_present(room, file):
    room.choose(file)
    room.press("Semua setuju")
    room.type_in(file, **{f"vote.{Element.BANK}": Vote.DISAGREES, "reason": "layak"})
    screen = room.press("Tetapkan")
    assert "Belum sepakat, tidak setuju: Bank Jatim." in said(screen)
    assert room.stage(file) is Stage.SURVEYED


def test_a_dissenting_element_is_recorded_and_shown(room, file):
    room.choose(file)
    room.press("Semua setuju")
    room.type_in(file, **{f"vote.{Element.BANK}": Vote.DISAGREES, "reason": "menunggu penjelasan"})
    screen = room.press("Tunda")
    assert room.decisions()[file].disagreeing == (Element.BANK,)
    assert "Tidak setuju: Bank Jatim." in said(screen)


def test_when_nothing_stands_in_the_way_the_card_says_so(room, file):
    room.choose(file)
    room.press("Semua setuju")
    assert "Tidak ada yang menghalangi penetapan." in said(room.type_in(file, reason="layak"))


def test_a_refusal_names_a_provision_or_is_not_recorded(room, file):
    screen = room.decide(file, "Tolak", reason="belum layak")
    (refusing,) = [one for one in room.asking() if one.proto.popover.label == "Tolak"]
    inside = " ".join(str(getattr(one, "value", "")) for one in elements(refusing))
    assert "Pilih paling sedikit satu ketentuan yang mendasari penolakan" in inside
    assert room.stage(file) is Stage.SURVEYED
    room.screen = grounds(screen).set_value(["IV.2.c"]).run()
    screen = room.press("Tolak")
    assert room.stage(file) is Stage.REFUSED
    assert room.decisions()[file].provisions == ("IV.2.c",)
    assert "ditolak menurut IV.2.c" in said(screen)


def test_a_provision_that_is_not_met_is_proposed_as_the_ground_of_a_refusal(room):
    file = room.desk.file_at(Stage.CHECKED, an_eligible_form(on_red_list=True))
    assert grounds(room.choose(file)).value == ["IX.3"]


@pytest.mark.parametrize(
    ("asked", "land", "proposed"),
    [
        # The card begins at the 20 million of the survey, which need 26 million of land (IV.2.g).
        (15_000_000, 25_000_000, []),
        (25_000_000, 30_000_000, ["IV.2.g"]),  # what was asked needs 32,5 million
    ],
)
def test_the_grounds_of_a_refusal_come_from_what_was_asked_not_from_what_is_typed(
    room, asked, land, proposed
):
    file = room.desk.file_at(Stage.SURVEYED, amount=asked, collateral=(replace(LAND, value=land),))
    screen = room.choose(file)
    assert labelled(screen.text_input, "Jumlah yang ditetapkan").value == "20.000.000"
    assert grounds(screen).value == proposed


def test_grounds_that_were_taken_away_stay_away(room):
    file = room.desk.file_at(Stage.CHECKED, an_eligible_form(on_red_list=True))
    room.screen = grounds(room.choose(file)).set_value([]).run()
    assert grounds(room.type_in(file, amount="15 juta")).value == []


def test_each_decision_names_the_applicant_and_the_amount_before_it_is_recorded(room):
    file = room.desk.file_at(Stage.SURVEYED, on_red_list=True, name="Kerupuk Bu Aminah")
    screen = room.choose(file)
    told = [each.proto.popover.label.replace("\\", "") for each in room.asking()]
    assert [label for label in told if label][:3] == [
        "Tetapkan Rp20.000.000",
        "Tolak",
        "Tunda",
    ]
    number = room.desk.stored(file).number
    who = f"Kerupuk Bu Aminah ({number})"
    assert f"**Tetapkan {who}: Rp20.000.000, 24 bulan?**" in said(screen)
    assert f"**Tolak {who}, diminta Rp20.000.000, menurut IX.3?**" in said(screen)
    assert f"**Tunda {who}, diminta Rp20.000.000, ke rapat berikutnya?**" in said(screen)


def test_an_amount_above_what_was_asked_and_advised_is_noticed_on_the_card(room):
    file = room.desk.file_at(Stage.SURVEYED, amount=18_000_000)  # the survey of the tests advises 20 million
    room.choose(file)
    both = "Di atas yang diminta Rp18.000.000 / saran survei Rp20.000.000, jelaskan dalam alasan."
    assert both in said(room.type_in(file, amount="20.000.001"))
    screen = room.type_in(file, amount="20 juta")
    assert "Di atas yang diminta Rp18.000.000, jelaskan dalam alasan." in said(screen)
    assert "jelaskan dalam alasan" not in said(room.type_in(file, amount="18 juta"))


def test_a_refusal_with_which_nobody_agrees_is_not_recorded(room):
    file = room.desk.file_at(Stage.CHECKED, an_eligible_form(on_red_list=True))
    screen = room.choose(file)
    assert "Setuju berarti setuju dengan keputusan yang dicatat" in said(screen)
    votes = {f"vote.{element}": Vote.DISAGREES for element in EVERYBODY_AGREES}
    room.type_in(file, reason="masih tercatat", **votes)
    assert "Tidak ada unsur yang menyatakan setuju dengan keputusan ini." in said(room.press("Tolak"))
    assert room.stage(file) is Stage.CHECKED


def test_a_file_without_a_survey_is_refused_or_postponed_but_not_approved(room):
    file = room.desk.file_at(Stage.CHECKED)
    screen = room.decide(file, "Tetapkan")
    assert "Langkah “Ditetapkan sebagai penerima” hanya dari tahap “Disurvei” atau “Ditunda”" in said(screen)
    assert room.stage(file) is Stage.CHECKED
    room.press("Tunda")
    assert room.stage(file) is Stage.POSTPONED


def test_a_postponed_file_stays_in_the_queue(room, file):
    screen = room.decide(file, "Tunda", reason="menunggu penjelasan")
    assert room.decisions()[file].kind is DecisionKind.POSTPONE
    assert "muncul lagi di antrean" in said(screen)
    assert room.box(file).value is False


def test_a_verdict_that_hangs_on_a_reading_asks_which_one_was_taken(room, file):
    # 130 % of 22 million is 28,6 million; with the interest of two years (12 %) it is 32,03 million (S-10).
    room.choose(file)
    screen = room.type_in(file, amount="22 juta")
    assert "§ Bergantung tafsir" in badges_of_card(screen)
    assert "**S-10**" in said(screen)
    screen = room.decide_now(file, "Tetapkan")
    assert "tulis tafsir yang dipakai Pokjanis beserta alasannya" in said(screen)
    assert room.stage(file) is Stage.SURVEYED
    room.type_in(file, reading_reason="S-10 bacaan A: nilai kredit adalah pokoknya")
    screen = room.press("Tetapkan")
    assert room.decisions()[file].reading_reason == "S-10 bacaan A: nilai kredit adalah pokoknya"
    assert "Tafsir: S-10 bacaan A" in said(screen)


def test_the_field_of_the_reading_is_absent_where_no_reading_decides(room, file):
    screen = room.choose(file)
    assert [field.label for field in screen.text_area] == [
        "Alasan keputusan",
        "Catatan rapat",
        "Mengapa dibatalkan",
    ]


def test_an_amount_that_cannot_be_read_is_not_approved(room, file):
    room.choose(file)
    room.type_in(file, amount="dua puluh juta")
    screen = room.decide_now(file, "Tetapkan")
    assert "Belum tercatat." in said(screen)
    assert room.stage(file) is Stage.SURVEYED


@pytest.mark.parametrize(("length", "stage"), [(5_000, Stage.POSTPONED), (5_001, Stage.SURVEYED)])
def test_a_reason_longer_than_a_paper_can_show_is_not_recorded(room, file, length, stage):
    screen = room.decide(file, "Tunda", reason="a" * length)
    assert ("Alasan keputusan paling panjang 5.000 huruf" in said(screen)) is (stage is Stage.SURVEYED)
    assert room.stage(file) is stage


def test_what_was_typed_for_one_file_stays_while_another_is_discussed(room, file):
    other = room.desk.file_at(Stage.SURVEYED)
    room.choose(file, other)
    screen = room.discuss(file)
    screen = room.type_in(file, amount="15 juta", reason="alasan satu")
    screen = room.discuss(other)
    assert labelled(screen.text_input, "Jumlah yang ditetapkan").value == "20.000.000"
    assert labelled(screen.text_area, "Alasan keputusan").value == ""
    screen = room.discuss(file)
    assert labelled(screen.text_input, "Jumlah yang ditetapkan").value == "15 juta"
    assert labelled(screen.text_area, "Alasan keputusan").value == "alasan satu"


def test_a_file_that_another_member_decided_meanwhile_is_told_and_let_go(room, file):
    room.choose(file)
    lending = room.desk.lending
    lending.press("approve", file, who=lending.other_member)
    screen = room.run()
    assert "sudah tidak menunggu keputusan: kini “Ditetapkan”." in said(screen)
    assert not [button for button in screen.button if button.label == "Ya, catat keputusan ini"]


def test_of_two_members_who_press_at_one_moment_the_second_is_told(room, file, monkeypatch):
    lending = room.desk.lending
    room.choose(file)
    room.all_agree()
    room.type_in(file, reason="layak")

    def while_the_card_is_drawn(*told):
        lending.press("approve", file, who=lending.other_member)
        return show_findings(*told)

    monkeypatch.setattr("pages.sampang.meetings.case_card.show_findings", while_the_card_is_drawn)
    screen = room.press("Tunda")
    assert "pada tahap “Ditetapkan”" in said(screen)
    assert room.decisions()[file].kind is DecisionKind.APPROVE
    assert not [button for button in screen.button if button.label == "Ya, catat keputusan ini"]


def test_a_card_leads_to_the_other_screens_of_its_file(room, file):
    assert {":primary[Kelayakan]", ":primary[Pinjaman]"} <= set(links(room.choose(file)))


def test_another_loan_of_the_same_person_is_shown_on_the_card(room, file):
    nik = "3527034506990001"
    room.desk.file_at(Stage.APPROVED, an_eligible_form(nik=nik, amount=20_000_000))
    second = room.desk.file_at(Stage.SURVEYED, an_eligible_form(nik=nik))
    told = said(room.choose(second))
    assert "orang yang sama (NIK)" in told
    assert "**Serumah: Rp40.000.000**" in told


def test_decisions_are_listed_with_their_totals(room, file):
    other = room.desk.file_at(Stage.SURVEYED)
    lending = room.desk.lending
    for one in (file, other):
        lending.run(decide, lending.member, room.meeting, one, APPROVAL)
    lending.press("postpone", room.desk.file_at(Stage.SURVEYED))
    told = said(room.open())
    assert "**2 ditetapkan · 1 ditunda** · jumlah ditetapkan **Rp40.000.000**" in told


def test_a_meeting_is_closed_by_a_second_press_and_then_offers_its_papers(room, file):
    room.decide(file, "Tetapkan")
    screen = room.press("Ya, tutup rapat ini")
    assert room.meetings()[0].id != room.meeting or room.meetings()[0].is_closed
    assert "Rapat ditutup." in said(screen)
    assert "Surat rapat ini" in said(screen)


def test_a_meeting_that_somebody_else_closed_is_told_once_and_lets_the_files_go(room, file):
    room.choose(file)
    room.all_agree()
    room.type_in(file, reason="layak")
    lending = room.desk.lending
    with room.office.database.write() as session:
        close_meeting(session, lending.other_member, room.meeting, at=now())
    room.screen.query_params["rapat"] = str(room.meeting)
    told = said(room.press("Tetapkan"))
    assert "Rapat ditutup saat Anda membahas berkas; keputusan yang baru ditekan belum tercatat." in told
    assert room.screen.session_state[f"rapat-dipilih:{room.meeting}"] == []
    assert room.stage(file) is Stage.SURVEYED


def test_who_closes_the_meeting_with_files_chosen_is_not_told_that_somebody_did(room, file):
    room.choose(file)
    told = said(room.press("Ya, tutup rapat ini"))
    assert "Rapat ditutup. Suratnya dapat dibuat" in told
    assert "saat Anda membahas" not in told


def test_closing_says_that_nothing_is_corrected_afterwards(room, file):
    assert "keputusan dan daftar hadirnya tetap dan tidak dapat dibetulkan lagi" in said(room.choose(file))


def test_a_decision_of_an_open_meeting_is_taken_back_and_decided_anew_from_the_same_words(room, file):
    room.choose(file)
    room.type_in(file, amount="12,5 juta")
    room.decide_now(file, "Tetapkan", reason="usaha berjalan baik")
    screen = room.press("Betulkan")
    assert "Mengapa dibetulkan belum diisi" in said(screen)
    labelled(screen.text_area, "Mengapa dibetulkan").set_value("Jumlah *salah* ketik")
    screen = room.press("Betulkan")
    assert room.stage(file) is Stage.SURVEYED
    assert room.decisions() == {}
    assert "Putuskan lagi di bawah" in said(screen)
    assert "semula ditetapkan Rp12.500.000, 24 bulan (usaha berjalan baik)" in said(screen)
    assert "Jumlah *salah* ketik" in said(screen)
    assert labelled(screen.text_input, "Jumlah yang ditetapkan").value == "12.500.000"
    room.type_in(file, amount="15 juta")
    room.all_agree()
    screen = room.press("Tetapkan Rp15.000.000")
    assert room.decisions()[file].amount == 15_000_000
    assert room.decisions()[file].reason == "usaha berjalan baik"
    assert "Dibetulkan dalam rapat ini (1)" in said(screen)


def test_a_closed_meeting_tells_what_was_corrected_and_corrects_nothing(room, file):
    room.decide(file, "Tunda", reason="menunggu penjelasan")
    labelled(room.screen.text_area, "Mengapa dibetulkan").set_value("Salah tekan")
    room.press("Betulkan")
    room.decide_now(file, "Tetapkan")
    screen = room.press("Ya, tutup rapat ini")
    assert "semula ditunda (menunggu penjelasan)" in said(screen)
    assert "Salah tekan" in said(screen)
    assert not any(area.label == "Mengapa dibetulkan" for area in screen.text_area)
