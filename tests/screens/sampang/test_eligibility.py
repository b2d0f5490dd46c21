"""Kelayakan: every application is found again, and its verdict is explained, changed and kept."""

import re
from dataclasses import replace
from math import ceil

import pytest
from sqlalchemy import text

from db.sampang.applications.assessments import record_receipt
from domain.regulation.assessment import Verdict
from domain.sampang.kinds import ApplicantKind, Premises
from domain.sampang.origination.stages import UNDECIDED, Stage
from domain.sampang.readings.on_papers import S01
from pages.parts.store import now
from pages.sampang.eligibility.application_list import _most
from tests.screens.demo_office import ELIGIBILITY, badges, calm, go, labelled, said
from tests.screens.sampang.intake_form import IntakeForm
from tests.screens.walking import elements

FORGED = (
    "UPDATE receipt SET body = json_set(body, '$.application_version', '9.9') "
    "WHERE application_id = :file AND seq = :seq"
)
A_NIK = re.compile(r"35\d{14}")


def listed(screen):
    """The lines of the list on the screen."""
    return screen.dataframe[0].value if screen.dataframe else None


@pytest.fixture
def the_list(office):
    """Every file; without a word in the address the list begins with those that wait for a decision."""
    return office.open(office.officer, ELIGIBILITY, berkas="semua")


def test_the_list_shows_the_newest_fifty_and_how_many_there_are(office, the_list):
    assert len(listed(the_list)) == 50
    assert f"1-50 dari {office.count()} pengajuan" in said(the_list)
    assert listed(the_list)["Nomor"].iloc[0] == office.rows()[0].number


def test_the_pages_of_the_list_hold_every_application_once(office, the_list):
    found = list(listed(the_list)["Nomor"])
    for page in range(2, ceil(office.count() / 50) + 1):
        the_list.session_state["halaman"] = page
        found += list(listed(calm(the_list.run()))["Nomor"])
    assert len(found) == len(set(found)) == office.count()


def test_a_search_on_a_late_page_starts_at_the_first_page_again(the_list):
    the_list.session_state["halaman"] = 3
    calm(the_list.run())
    screen = calm(labelled(the_list.text_input, "Cari nama atau nomor").set_value("Koperasi Simpan").run())
    assert 0 < len(listed(screen)) < 50
    assert "Koperasi Simpan" in listed(screen)["Nama"].iloc[0]


@pytest.mark.parametrize("text", ['"Sa\'diyah"', "Ha'i & Putra", "99 Toko"])
def test_a_search_finds_names_with_signs(the_list, text):
    screen = calm(labelled(the_list.text_input, "Cari nama atau nomor").set_value(text).run())
    assert [text in name for name in listed(screen)["Nama"]] == [True]


def groups(screen):
    (pills,) = [each for each in elements(screen.main) if getattr(each, "key", None) == "berkas"]
    parted = [told.rpartition(" · ") for told in pills.options]
    return {name: int(count.replace(".", "")) for name, _, count in parted}


def test_the_undecided_come_first_and_older_loans_have_a_chip_of_their_own(office):
    screen = office.open(office.officer, ELIGIBILITY)
    undecided = sum(row.status in UNDECIDED for row in office.rows())
    told = groups(screen)
    assert told["Belum diputus"] == undecided
    assert 0 < told["Pinjaman lama"] < office.count() - undecided
    assert told["Semua"] == office.count()
    assert f"dari {undecided} pengajuan" in said(screen)


def test_the_chip_of_older_loans_shows_these_alone(office):
    screen = office.open(office.officer, ELIGIBILITY, berkas="lama")
    assert {told for (told,) in listed(screen)["Hasil"]} == {"Pinjaman lama"}


def test_who_looks_for_a_number_finds_it_whether_or_not_it_is_decided(office):
    row = next(row for row in office.rows() if row.status is Stage.DISBURSED)
    screen = office.open(office.officer, ELIGIBILITY)
    screen = calm(labelled(screen.text_input, "Cari nama atau nomor").set_value(row.number).run())
    assert row.number in list(listed(screen)["Nomor"])


@pytest.mark.parametrize(
    "text", ["tidak ada yang begini", "%", "_", "'; DROP TABLE application; --", "a" * 10_000]
)
def test_a_search_that_finds_nothing_says_what_to_do(the_list, text):
    screen = calm(labelled(the_list.text_input, "Cari nama atau nomor").set_value(text).run())
    if text not in "%_":  # signs alone are no words to search by
        assert "Tidak ada pengajuan yang cocok" in said(screen)


def test_the_filters_narrow_the_list_together(office, the_list):
    labelled(the_list.selectbox, "Jenis").set_value(ApplicantKind.COOPERATIVE)
    screen = calm(the_list.run())
    assert set(listed(screen)["Jenis"]) == {"Koperasi"}
    assert len(listed(screen)) == min(50, len(office.rows(kind=ApplicantKind.COOPERATIVE)))
    labelled(screen.selectbox, "Status").set_value(Stage.DRAFT)
    assert set(listed(calm(screen.run()))["Status"]) == {"Draf"}


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_shows_its_count_and_only_its_own(office, the_list, verdict):
    the_list.session_state["hasil"] = verdict.value
    screen = calm(the_list.run())
    assert all(verdict.label in told for (told,) in listed(screen)["Hasil"])
    count = len(office.rows(verdict=verdict))
    assert f"dari {count} pengajuan" in said(screen)
    (pills,) = [each for each in elements(screen.main) if getattr(each, "key", None) == "hasil"]
    assert any(f"{verdict.label} · {count}" in option for option in pills.options)


def test_a_row_that_is_chosen_opens_its_application(office, the_list):
    chosen = listed(the_list)["Nama"].iloc[3]
    the_list.session_state["tabel-0"] = {"selection": {"rows": [3], "columns": [], "cells": []}}
    screen = calm(the_list.run())
    assert screen.title[0].value.replace("\\", "") == chosen
    assert int("".join(screen.query_params["no"])) == office.rows()[3].id


def test_one_application_says_its_verdict_why_and_what_next(office):
    row = office.rows(text="Rengginang Lorjuk Bu Sumarni")[0]
    screen = office.open(office.officer, ELIGIBILITY, no=row.id)
    told = said(screen)
    assert any("§ Bergantung tafsir" in badge for badge in badges(screen))
    assert "Tafsir S-01 menentukan" in told
    assert f"S-01: {S01.question}" in told
    assert "Izin usaha, atau surat desa/kelurahan bagi usaha mikro" in told
    assert "urus izin usaha (NIB)" in told
    assert "Apakah karakter pemohon dinilai baik? :gray[— Tim Pokjanis]" in told
    links = _links(screen)
    assert {"IV.2.a", "IV.2.b", "VIII.1.b", "III.6", "IX.3", "VIII.2.b.2", "VI.2.a.4"} <= set(links)


def _links(screen):
    labels = [each.proto.label for each in elements(screen.main) if each.type == "page_link"]
    return [label.removeprefix(":primary[").removesuffix("]") for label in labels]


def test_every_provision_stands_with_its_place_and_outcome(office):
    found = office.rows(kind=ApplicantKind.COOPERATIVE, verdict=Verdict.QUALIFIES)
    rows = [row for row in found if row.status in UNDECIDED]
    screen = office.open(office.officer, ELIGIBILITY, no=rows[0].id)
    links = _links(screen)
    asked = {f"IV.1.{letter}" for letter in "abcdefghijl"} | {f"VIII.2.b.{number}" for number in range(1, 7)}
    assert asked <= set(links)
    assert any("✔ Memenuhi" in badge for badge in badges(screen))


def test_a_changed_fact_is_assessed_again_and_both_receipts_are_kept(office):
    form = IntakeForm(office)
    form.type_in(applicant__name="Toko Berubah", amount="10 juta", business__premises=Premises.OWN).file()
    stored = office.named("Toko Berubah")
    again = IntakeForm(office, no=stored.id).type_in(on_red_list=True)
    screen = again.file()
    newer, older = office.receipts(stored.id)
    assert (older.receipt.verdict, newer.receipt.verdict) == (Verdict.INCOMPLETE, Verdict.NOT_QUALIFIED)
    assert office.named("Toko Berubah").verdict == Verdict.NOT_QUALIFIED
    told = said(screen)
    assert "Bandingkan dua penilaian" in told
    assert "Tersimpan dengan nomor" in told
    assert "Tersimpan dengan nomor" not in said(calm(screen.run()))
    assert "belum diketahui → ya" in told
    assert "Tidak tercatat di daftar merah (IX.3): belum diketahui → tidak terpenuhi" in told


def test_every_kept_assessment_can_be_worked_out_again_by_its_own_rules(office):
    row = office.rows(verdict=Verdict.QUALIFIES)[0]
    for kept in office.receipts(row.id):
        screen = office.open(office.officer, ELIGIBILITY, no=row.id)
        screen = calm(labelled(screen.button, f"Hitung ulang penilaian {kept.seq}").click().run())
        assert "Dihitung ulang dengan ketentuan, fakta, dan tanggalnya sendiri: hasilnya sama" in said(screen)
        assert "Segelnya cocok" in said(screen)


def test_an_assessment_that_somebody_changed_in_the_database_says_so(office):
    row = office.rows(verdict=Verdict.QUALIFIES)[0]
    newest = office.receipts(row.id)[0]
    with office.database.write() as session:
        session.execute(text("DROP TRIGGER receipt_kept_update"))
        session.execute(text(FORGED), {"file": row.id, "seq": newest.seq})
    screen = office.open(office.officer, ELIGIBILITY, no=row.id)
    screen = calm(labelled(screen.button, f"Hitung ulang penilaian {newest.seq}").click().run())
    assert "Segelnya tidak cocok" in said(screen)


def test_a_member_of_the_team_judges_and_the_verdict_changes(office):
    row = next(
        each
        for each in office.rows(kind=ApplicantKind.BUSINESS, verdict=Verdict.NEEDS_JUDGEMENT)
        if len(_questions(office, each.id)) >= 2
    )
    screen = office.open(office.member, ELIGIBILITY, no=row.id)
    before = len(office.receipts(row.id))
    screen = _judge(
        screen, "Apakah karakter pemohon dinilai baik?", "Tidak", "Pernah ingkar <b>janji</b> **berat**"
    )
    assert any("✘ Tidak memenuhi" in badge for badge in badges(screen))
    assert "Pernah ingkar <b>janji</b> **berat**" in said(screen)
    assert len(office.receipts(row.id)) == before + 1
    for question in _questions(office, row.id):
        screen = _judge(screen, question, "Ya", "Survei lapangan")
    assert any("✔ Memenuhi" in badge for badge in badges(screen))


def _questions(office, number):
    screen = office.open(office.member, ELIGIBILITY, no=number)
    return _asked(screen, number)


def _asked(screen, number):
    known = screen.session_state[f"judging-nonce-{number}"]
    return [radio.label for radio in screen.radio if radio.key and radio.key.startswith(known)]


def _judge(screen, question, answer, reason):
    labelled(screen.radio, question).set_value(answer)
    labelled(screen.text_area, "Alasan").set_value(reason)
    return calm(labelled(screen.button, "Catat penilaian").click().run())


@pytest.mark.parametrize(
    ("answer", "reason"), [(None, "Survei"), ("Ya", ""), ("Ya", "  "), ("Ya", "a" * 10_000)]
)
def test_a_judgement_without_an_answer_or_a_fair_reason_is_not_recorded(office, answer, reason):
    row = office.rows(verdict=Verdict.NEEDS_JUDGEMENT)[0]
    screen = office.open(office.member, ELIGIBILITY, no=row.id)
    screen = _judge(screen, _asked(screen, row.id)[0], answer, reason)
    assert "Belum tersimpan" in screen.error[0].value
    assert labelled(screen.text_area, "Alasan").value == reason
    assert office.rows(verdict=Verdict.NEEDS_JUDGEMENT)[0] == row


def test_an_officer_has_no_form_to_judge(office):
    row = office.rows(verdict=Verdict.NEEDS_JUDGEMENT)[0]
    screen = office.open(office.officer, ELIGIBILITY, no=row.id)
    assert "Catat penilaian" not in [button.label for button in screen.button]


def test_no_number_of_identity_is_shown_in_full(office):
    with_nik = office.rows(kind=ApplicantKind.BUSINESS)[:2] + office.rows(text="Juwairiyah")
    for person in (office.officer, office.member):
        for address in ({}, *({"no": row.id} for row in with_nik)):
            screen = office.open(person, ELIGIBILITY, **address)
            assert not A_NIK.search(said(screen))
            assert not any(
                A_NIK.search(str(each.proto)) for each in elements(screen.main) if hasattr(each, "proto")
            )


@pytest.mark.parametrize("number", ["999999", "9" * 30, "-1", "abc"])
def test_an_address_of_no_application_shows_a_sentence_or_the_list(office, number):
    screen = office.open(office.officer, ELIGIBILITY, no=number)
    assert screen.error or listed(screen) is not None


def test_the_way_back_leads_to_the_list(office):
    screen = office.open(office.officer, ELIGIBILITY, no=office.rows()[0].id)
    screen = calm(labelled(screen.button, "← Semua pengajuan").click().run())
    assert len(listed(screen)) == 50


def test_the_way_back_keeps_the_search_and_the_filters(office, the_list):
    labelled(the_list.text_input, "Cari nama atau nomor").set_value("Koperasi")
    labelled(the_list.selectbox, "Status").set_value(Stage.FILED)
    screen = calm(the_list.run())
    before = len(listed(screen))
    screen.session_state["tabel-0"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    calm(screen.run())
    screen = calm(labelled(screen.button, "← Semua pengajuan").click().run())
    assert labelled(screen.text_input, "Cari nama atau nomor").value == "Koperasi"
    assert labelled(screen.selectbox, "Status").value == Stage.FILED
    assert len(listed(screen)) == before


def test_a_comparison_speaks_in_words(office):
    form = IntakeForm(office)
    form.type_in(applicant__name="Toko Banding", amount="5 juta", business__premises=Premises.OWN)
    form.pledge("tanah", {"Keterangan": "SHM 1", "Nilai": "10 juta"}).file()
    again = IntakeForm(office, no=office.named("Toko Banding").id)
    again.type_in(amount="7,5 juta", business__premises=Premises.RENTED)
    again.cards.type_in(1, {"Nilai": "12 juta"}).add("tanah", {"Nilai": "3 juta"})
    told = said(again.file())
    assert "pinjaman: Rp5.000.000 → Rp7.500.000" in told
    assert f"status tempat usaha: {Premises.OWN.label} → {Premises.RENTED.label}" in told
    assert "Agunan 1 berubah: nilai agunan: Rp10.000.000 → Rp12.000.000" in told
    assert "Agunan 2 baru: Tanah (sertifikat), Rp3.000.000" in told


def test_a_result_with_other_outcomes_than_the_last_one_kept_is_pointed_out(office):
    row = office.rows(verdict=Verdict.QUALIFIES)[0]
    screen = office.open(office.officer, ELIGIBILITY, no=row.id)
    assert "berbeda dari penilaian terakhir" not in said(screen)
    kept = office.receipts(row.id)[0].receipt
    outcomes = dict(kept.outcomes) | {next(iter(kept.outcomes)): 0}
    with office.database.write() as session:
        record_receipt(session, office.officer, row.id, replace(kept, outcomes=outcomes), now())
    assert "berbeda dari penilaian terakhir" in said(calm(screen.run()))


@pytest.mark.parametrize(
    ("most", "verdict", "shown"),
    [(0, Verdict.NOT_QUALIFIED, "–"), (0, Verdict.INCOMPLETE, "belum dapat dihitung"), (None, None, "–")],
)
def test_an_amount_of_nothing_is_never_shown_in_the_list(office, most, verdict, shown):
    (row, *_) = office.rows()
    assert _most(replace(row, most=most, verdict=verdict)) == shown


def test_each_application_has_its_own_form_to_judge(office):
    one, other = office.rows(verdict=Verdict.NEEDS_JUDGEMENT)[:2]
    screen = office.open(office.member, ELIGIBILITY, no=one.id)
    labelled(screen.text_area, "Alasan").set_value("alasan satu")
    calm(screen.run())
    screen = calm(go(screen, ELIGIBILITY, no=other.id).run())
    assert labelled(screen.text_area, "Alasan").value == ""
