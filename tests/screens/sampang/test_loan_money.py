"""Pinjaman: the money is asked for by one person, consented to by another, and paid out once."""

from datetime import date

import pytest

from db.office.people import add_person
from db.sampang.loans.loans import loan_of
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from tests.db.sampang.lending import DAY, REQUEST
from tests.people import held
from tests.screens.demo_office import calm, said
from tests.screens.sampang.loan_screen import LoanDesk, buttons, fill, links, press

CONSENT = "Setujui pencairan Rp20.000.000"


@pytest.fixture
def desk(office):
    return LoanDesk(office)


@pytest.fixture
def lead(desk):
    return desk.office.by_role[SampangRole.TEAM_LEAD]


def ask(desk, file, person=None, **typed):
    person = person or desk.office.officer
    told = {"number": "SPP/1", "on": DAY, "insurance_policy": "POL1", "insurance": "100.000"}
    told |= {"notary": "200 ribu", "land_check": "50.000", "note": "menurut kuitansi"} | typed
    return press(fill(desk.open(person, file), "request", file, person, **told), "Minta pencairan")


def test_the_request_is_recorded_with_the_costs_that_were_paid(desk):
    file = desk.file_at(Stage.AGREED)
    ask(desk, file)
    made = desk.stored(file).file.request
    assert (made.number, made.on, made.insurance_policy) == (REQUEST.number, DAY, "POL1")
    assert (made.insurance, made.notary, made.land_check) == (100_000, 200_000, 50_000)
    assert (made.requested_by, made.note) == (desk.office.officer.name, "menurut kuitansi")


def test_a_cost_beside_the_rate_of_the_office_needs_a_reason(desk):
    # 8 per mille of 20.000.000 = 160.000; the notary's rate is 250.000.
    file = desk.file_at(Stage.AGREED)
    other = {"insurance": "160.000", "notary": "90 juta", "note": " "}
    screen = ask(desk, file, **other)
    assert "Isi alasan biaya berbeda: notaris menurut ketetapan Rp250.000." in said(screen)
    assert desk.stored(file).file.request is None


def test_costs_by_the_rates_of_the_office_need_no_reason(desk):
    file = desk.file_at(Stage.AGREED)
    ask(desk, file, insurance="160.000", notary="250.000", note="")
    assert desk.stored(file).file.stage is Stage.REQUESTED


def test_the_one_who_consents_sees_each_cost_beside_the_rate_and_the_reason(desk, lead):
    file = desk.file_at(Stage.AGREED)
    ask(desk, file, insurance="160.000", notary="90 juta", note="dua _akta_")
    screen = desk.open(lead, file)
    words = [each.value.replace("\\", "") for each in screen.markdown]
    assert "Biaya notaris: ketetapan Rp250.000 · diminta Rp90.000.000 (VIII.5.d)" in words
    assert "Alasan biaya berbeda: dua _akta_" in words
    assert "Biaya peminjam menurut ketetapan: asuransi Rp160.000, pengecekan BPN Rp50.000" in said(screen)


def test_a_cost_of_nothing_is_typed_as_nothing(desk):
    file = desk.file_at(Stage.AGREED)
    assert "Biaya notaris belum diisi. Isi jumlahnya, atau 0 bila tidak ada." in said(
        ask(desk, file, notary="")
    )
    ask(desk, file, notary="0")
    assert desk.stored(file).file.request.notary == 0


def test_the_originals_that_the_bank_does_not_keep_stand_in_the_way(desk):
    file = desk.file_at(Stage.APPROVED)
    desk.lending.press("sign_agreement", file)
    screen = desk.open(desk.office.officer, file)
    for words in ("disimpan di Bank Jatim", "diikat secara notariil", "dicek ke BPN"):
        assert words in said(screen)
    assert "III.10" in " ".join(links(screen))
    assert "Minta pencairan" not in buttons(screen)


def test_the_one_who_consents_sees_amount_account_fund_and_schedule(desk, lead):
    file = desk.file_at(Stage.REQUESTED)
    screen = calm(fill(desk.open(lead, file), "disburse", file, lead, on=DAY).run())
    told = said(screen)
    free = desk.lending.position().free
    for words in ("0012345678", "Siti Aminah", "SPP/1", "POL1", "diminta Rp100.000", "(VIII.5.b)"):
        assert words in told
    assert f"belum terikat Rp{free:,}".replace(",", ".") in told
    assert screen.metric[0].value == "Rp20.000.000"
    assert any(len(each.value) == 24 for each in screen.dataframe)


def consent(desk, lead, file, **typed):
    told = {"on": DAY, "looked": True} | typed
    return press(fill(desk.open(lead, file), "disburse", file, lead, **told).run(), CONSENT)


def loan(desk, file):
    return desk.lending.ask(loan_of, desk.office.member, file)


def test_consent_pays_out_and_fixes_the_schedule_from_that_day(desk, lead):
    file = desk.file_at(Stage.REQUESTED)
    before = desk.lending.position()
    screen = consent(desk, lead, file)
    paid = loan(desk, file)
    assert (paid.owed, paid.schedule.terms.disbursed_on, len(paid.laid)) == (20_000_000, DAY, 24)
    assert before.cash - desk.lending.position().cash == 20_000_000
    assert "Dicairkan dan dibukukan: Rp20.000.000, 2 Maret 2026." in said(screen)
    assert CONSENT not in buttons(screen)


def test_consent_without_having_looked_pays_nothing(desk, lead):
    file = desk.file_at(Stage.REQUESTED)
    assert "Periksa dahulu" in said(consent(desk, lead, file, looked=False))
    assert loan(desk, file) is None


def test_a_day_before_the_agreement_is_refused_and_pays_nothing(desk, lead):
    file = desk.file_at(Stage.REQUESTED)
    screen = consent(desk, lead, file, on=date(2026, 2, 27))
    assert "Tanggal pencairan tidak boleh sebelum tanggal perjanjian." in said(screen)
    assert loan(desk, file) is None


def test_two_screens_open_at_once_pay_out_once(desk, lead):
    file = desk.file_at(Stage.REQUESTED)
    second = calm(fill(desk.open(lead, file), "disburse", file, lead, on=DAY, looked=True).run())
    consent(desk, lead, file)
    before = desk.lending.position()
    assert "Berkas ini berubah sejak Anda membukanya" in said(press(second, CONSENT))
    assert desk.lending.position() == before


def test_who_asked_for_the_money_cannot_consent_to_it(desk):
    file = desk.file_at(Stage.AGREED)
    with desk.office.database.write() as session:
        both = add_person(session, "Rangkap dua", held(SampangRole.OFFICER, SampangRole.TEAM_LEAD), at=now())
    desk.lending.press("request_disbursement", file, who=both)
    screen = desk.open(both, file)
    assert "pengusul dan penyetuju harus dua orang" in said(screen)
    assert CONSENT not in buttons(screen)


def test_a_request_without_a_policy_can_only_be_sent_back(desk, lead):
    file = desk.file_at(Stage.AGREED)
    ask(desk, file, insurance_policy="")
    screen = calm(fill(desk.open(lead, file), "disburse", file, lead, on=DAY).run())
    assert "Bukti asuransi (nomor polis) belum tercatat." in said(screen)
    assert CONSENT not in buttons(screen)
    assert "Kembalikan permintaan" in buttons(screen)


def test_a_request_that_is_sent_back_tells_the_officer_why(desk, lead):
    file = desk.file_at(Stage.REQUESTED)
    screen = press(desk.open(lead, file), "Kembalikan permintaan")
    assert "Apa yang perlu dibetulkan belum diisi." in said(screen)
    press(fill(screen, "return", file, lead, reason="rekening _salah_"), "Kembalikan permintaan")
    assert desk.stored(file).file.stage is Stage.AGREED
    assert "rekening _salah_" in said(desk.open(desk.office.officer, file))


def test_an_officer_takes_a_request_back_and_makes_it_again_from_what_was_typed(desk):
    file, officer = desk.file_at(Stage.AGREED), desk.office.officer
    ask(desk, file)
    screen = press(desk.open(officer, file), "Ya, tarik permintaan ini")
    assert "Mengapa ditarik belum diisi" in said(screen)
    fill(screen, "request-back", file, officer, reason="Rekening *salah*")
    screen = press(screen, "Ya, tarik permintaan ini")
    assert desk.stored(file).file.stage is Stage.AGREED
    assert "Permintaan pencairan ditarik petugas" in said(screen)
    assert "Rekening *salah*" in said(screen)
    nonce = screen.session_state[f"request-nonce-{file}-{officer.id}"]
    typed = {name: screen.session_state[f"{nonce}:{name}"] for name in ("number", "notary", "note")}
    assert typed == {"number": "SPP/1", "notary": "200.000", "note": "menurut kuitansi"}
    fill(screen, "request", file, officer, on=DAY)
    press(screen, "Minta pencairan")
    assert desk.stored(file).file.stage is Stage.REQUESTED


def test_only_who_asked_is_offered_to_take_the_request_back(desk, lead):
    file = desk.file_at(Stage.AGREED)
    ask(desk, file)
    assert "Ya, tarik permintaan ini" not in buttons(desk.open(lead, file))
    assert "Ya, tarik permintaan ini" in buttons(desk.open(desk.office.officer, file))
