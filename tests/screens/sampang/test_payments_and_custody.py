"""Pinjaman: money that came in, and where the pledged things are, typed by what stands on the screen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.sampang.loans.loans import journal, loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.origination.collateral_register import register_lines
from domain.sampang.application import Collateral
from domain.sampang.fund.money_in import Payment
from domain.sampang.kinds import CollateralKind, Plate
from domain.sampang.origination.custody import (
    NOT_JUDGED,
    BorrowerStanding,
    CustodyEntry,
    CustodyEvent,
    Standing,
    thing_key,
)
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from tests.db.sampang.lending import DAY, LAND
from tests.screens.demo_office import said, unescaped
from tests.screens.sampang.loan_screen import LoanDesk
from tests.screens.typing_in import choose, labels, send

OTHER = Collateral(
    kind=CollateralKind.VEHICLE,
    description="BPKB L300",
    value=45_000_000,
    assessed_by="Moh. Hasan",
    owned_by_applicant=True,
    wheels=4,
    year=2015,
    title_year=2015,
    plate=Plate.SAMPANG,
)


@pytest.fixture
def desk(office):
    return LoanDesk(office)


@pytest.fixture
def bank(desk):
    return desk.office.by_role[SampangRole.BANK]


# ---- money that came in ------------------------------------------------------------------------
def test_money_that_came_in_is_booked_as_the_officer_typed_it(desk):
    file, officer = desk.file_at(Stage.DISBURSED), desk.office.officer
    typed = {"Jumlah yang masuk": "150 ribu", "Tanggal masuk": DAY, "Nomor bukti setor": "STS 9/2026"}
    send(desk.open(officer, file), "Catat angsuran", typed)
    loan = desk.lending.ask(loan_of, officer, file)
    # Rp100.000 of interest fall due each month of the grace (flat 6 % of 20 million): one and a half of them.
    assert [one.interest for one in loan.laid[:3]] == [100_000, 50_000, 0]
    newest = desk.lending.ask(journal, officer).lines[0]
    assert (newest.on, newest.memo) == (DAY, f"Angsuran {loan.number}, STS 9/2026")


def test_the_form_begins_with_the_amount_that_is_due_and_the_account_tells_why(desk):
    file, officer = desk.file_at(Stage.DISBURSED), desk.office.officer
    screen = desk.open(officer, file)
    (amount,) = [one for one in screen.text_input if one.label == "Jumlah yang masuk"]
    assert amount.value == "100.000"
    assert "angsuran berikut Rp100.000, jatuh tempo 2 April 2026" in unescaped(said(screen))
    standing = {one.label: one.value for one in screen.metric}
    assert "Harus dibayar sekarang" not in standing  # the day of the first instalment has not come
    assert standing["Angsuran berikut"] == "Rp100.000"
    assert standing["Kelas"] == "Lancar"
    assert "(versi" not in said(screen)


def test_what_came_in_has_its_receipt_and_the_words_to_send(desk):
    file, officer = desk.file_at(Stage.DISBURSED), desk.office.officer
    send(desk.open(officer, file), "Catat angsuran", SLIP)
    screen = desk.open(officer, file)
    assert {"Unduh kuitansi", "Cetak rekening pinjaman"} <= {
        one.proto.label for one in screen.get("download_button")
    }
    told = [one.value for one in screen.code]
    assert any("sebesar Rp150.000 sudah kami terima tanggal 2 Maret 2026" in one for one in told)
    assert any("berikutnya Rp50.000, jatuh tempo 2 Mei 2026" in one for one in told)


def test_money_paid_ahead_is_told_with_the_reading_that_lays_it_on_coming_instalments(desk):
    file, officer = desk.file_at(Stage.DISBURSED), desk.office.officer
    assert not _links_to(desk.open(officer, file), "O-01")
    send(desk.open(officer, file), "Catat angsuran", SLIP)
    screen = desk.open(officer, file)
    assert "Rp150.000 sudah dibayar di muka (tafsir O-01)" in unescaped(said(screen))
    (link,) = _links_to(screen, "O-01")
    assert "bagian=Tafsir" in link


def _links_to(screen, place):
    asked = (one.proto.query_string for one in screen.get("page_link"))
    return [one for one in asked if f"cari={place}" in one]


def test_a_visit_about_the_use_of_the_money_is_recorded_beside_the_account(desk, bank):
    file = desk.file_at(Stage.DISBURSED)
    screen = desk.open(bank, file)
    assert "Belum ada kunjungan yang dicatat sejak pencairan" in unescaped(said(screen))
    typed = {
        "Tanggal kunjungan": DAY,
        "Yang dibeli atau dibiayai dari pinjaman": "dua *karung* garam",
        "Dipakai sebagai modal kerja, sesuai rencana? (VIII.3.a; kosongkan bila tidak terlihat)": "Ya",
        "Dibukukan tersendiri? (VIII.3.b; kosongkan bila belum ditanyakan)": None,
        "Rujukan foto (boleh kosong)": "",
    }
    send(screen, "Catat kunjungan", typed)
    told = unescaped(said(desk.open(bank, file)))
    assert "1 kunjungan; terakhir 2 Maret 2026" in told
    assert "dua *karung* garam" in told
    assert "sesuai rencana: ya, menurut kunjungan 2 Maret 2026" in told
    assert "Dibukukan tersendiri: belum diketahui" in told


@pytest.mark.parametrize(
    ("label", "value", "words"),
    [
        ("Jumlah yang masuk", "", "Jumlah yang masuk belum diisi"),
        ("Tanggal masuk", date(2100, 1, 1), "Tanggal ini belum tiba; hari ini 2 Maret 2026"),
        ("Nomor bukti setor", " ", "Nomor bukti setor belum diisi"),
        ("Jumlah yang masuk", "22.400.001", "lebih besar daripada sisa pokok dan jasa Rp22.400.000"),
        ("Tanggal masuk", DAY - timedelta(days=1), "antara pencairan (2 Maret 2026) dan hari ini"),
    ],
)
def test_money_that_cannot_have_come_in_so_is_not_booked(desk, label, value, words):
    file, officer = desk.file_at(Stage.DISBURSED), desk.office.officer
    typed = {"Jumlah yang masuk": "150 ribu", "Tanggal masuk": DAY, "Nomor bukti setor": "STS 9/2026"}
    screen = send(desk.open(officer, file), "Catat angsuran", typed | {label: value})
    assert words in unescaped(said(screen))
    assert desk.lending.ask(loan_of, officer, file).owed == 20_000_000
    assert desk.lending.ask(loan_of, officer, file).laid[0].interest == 0


SLIP = {"Jumlah yang masuk": "150 ribu", "Tanggal masuk": DAY, "Nomor bukti setor": "STS 9/2026"}
WHY = "Mengapa dicatat lagi?"


def test_a_slip_typed_twice_is_asked_about_and_what_was_typed_stays(desk):
    file, officer = desk.file_at(Stage.DISBURSED), desk.office.officer
    send(desk.open(officer, file), "Catat angsuran", SLIP)
    first = desk.lending.ask(journal, officer).lines[0].id
    screen = send(desk.open(officer, file), "Catat angsuran", SLIP)
    told = unescaped(said(screen))
    assert "Sepertinya sudah tercatat" in told
    assert f"bukti setor STS 9/2026, sudah dibukukan dengan nomor jurnal {first}" in told
    assert f"dicatat {officer.name}" in told
    assert desk.lending.ask(loan_of, officer, file).laid[1].interest == 50_000
    screen = send(screen, "Catat angsuran", SLIP | {WHY: " "})
    assert "Tulis dahulu mengapa dicatat lagi" in unescaped(said(screen))
    send(screen, "Catat angsuran", SLIP | {WHY: "dua setoran, satu bukti"})
    assert desk.lending.ask(loan_of, officer, file).laid[2].interest == 100_000
    assert desk.lending.ask(journal, officer).lines[0].again == "dua setoran, satu bukti"
    assert WHY not in labels(desk.open(officer, file))


def test_the_notice_of_the_last_booking_goes_when_the_next_one_is_asked_about_or_refused(desk):
    file, officer = desk.file_at(Stage.DISBURSED), desk.office.officer
    screen = send(desk.open(officer, file), "Catat angsuran", SLIP)
    booked = "tercatat dengan nomor"
    assert booked in unescaped(said(screen))
    assert booked not in unescaped(said(send(screen, "Catat angsuran", SLIP)))
    screen = send(desk.open(officer, file), "Catat angsuran", SLIP | {"Nomor bukti setor": "STS 10/2026"})
    assert booked in unescaped(said(screen))
    refused = send(screen, "Catat angsuran", SLIP | {"Jumlah yang masuk": "sejuta kali"})
    assert booked not in unescaped(said(refused))


# ---- where the pledged things are ----------------------------------------------------------------
PARTNER = {
    CustodyEvent.RECEIVED: "Petugas bank yang menerima",
    CustodyEvent.DEED: "Notaris",
    CustodyEvent.LAND_CHECK: "Petugas BPN",
}


def note(desk, person, file, event, **more):
    """Note what happened to the one pledged thing, in every field that the form then has."""
    screen = choose(desk.open(person, file), "Kejadian", event.label)
    typed = {
        "Tanggal": DAY,
        "Nomor tanda terima, akta, atau surat": "TT/9",
        PARTNER.get(event, "Dengan siapa"): "Nur Aini",
        **more,
        "Catatan": "map biru",
    }
    return send(screen, "Catat", typed)


def line(desk, person, file):
    return desk.lending.ask(register_lines, person, file)[-1]


def entry(event, **more):
    told = {"on": DAY, "number": "TT/9", "with_whom": "Nur Aini", "note": "map biru"}
    return CustodyEntry(thing=thing_key(LAND), event=event, **told | more)


@pytest.mark.parametrize("event", PARTNER)
def test_what_is_done_with_the_originals_is_noted_as_it_was_typed(desk, bank, event):
    file = desk.file_at(Stage.APPROVED)
    note(desk, bank, file, event)
    kept = line(desk, bank, file)
    assert (kept.entry, kept.by) == (entry(event), bank.name)
    assert kept.standing == NOT_JUDGED


def test_what_happened_to_a_thing_that_day_is_not_noted_twice_without_a_reason(desk, bank):
    file = desk.file_at(Stage.APPROVED)
    note(desk, bank, file, CustodyEvent.DEED)
    screen = note(desk, bank, file, CustodyEvent.DEED)
    assert "nomor TT/9, dengan Nur Aini; dicatat" in unescaped(said(screen))
    assert len(desk.lending.ask(register_lines, bank, file)) == 1
    typed = {"Tanggal": DAY, "Nomor tanda terima, akta, atau surat": "TT/9", "Notaris": "Nur Aini"}
    screen = send(screen, "Catat", typed | {"Catatan": "map biru", WHY: "akta kedua"})
    assert "dicatat lagi: akta kedua" in unescaped(said(screen))
    assert [one.again for one in desk.lending.ask(register_lines, bank, file)] == ["", "akta kedua"]


STANDING = {"Peminjam dinilai": "Baik/tidak cacat", "Alasan penilaian": "lancar dua tahun"}


def test_a_thing_is_lent_to_its_owner_by_the_standing_that_was_typed_and_comes_back(desk, bank):
    file = desk.file_at(Stage.DISBURSED)
    note(desk, bank, file, CustodyEvent.LENT_OUT, **STANDING)
    kept = line(desk, bank, file)
    assert kept.entry == entry(CustodyEvent.LENT_OUT)
    assert kept.standing == BorrowerStanding(judged=Standing.GOOD, reason="lancar dua tahun")
    note(desk, bank, file, CustodyEvent.GIVEN_BACK)
    assert line(desk, bank, file).entry == entry(CustodyEvent.GIVEN_BACK)


def test_a_borrower_who_is_judged_impaired_gets_nothing_lent_while_something_is_owed(desk, bank):
    file = desk.file_at(Stage.DISBURSED)
    before = line(desk, bank, file)
    screen = note(desk, bank, file, CustodyEvent.LENT_OUT, **STANDING | {"Peminjam dinilai": "Cacat"})
    assert "Rp20.100.000: pokok Rp20.000.000" in said(screen)
    assert line(desk, bank, file) == before


LETTER_NUMBER = "Nomor tanda terima, akta, atau surat"
CAR = {
    "Keterangan": "BPKB L300",
    "Nomor polisi": "",
    "Nilai": "45 juta",
    "Ditaksir oleh": "Moh. Hasan",
    "Jumlah roda": "4",
    "Tahun dibuat": "2015",
    "Tahun BPKB": "2015",
    "Nomor polisi daerah": "Sampang",
    "Atas nama pemohon/pengurus?": "Ya",
}


def swap_form(desk, bank, file, kind="Kendaraan (BPKB)"):
    screen = choose(desk.open(bank, file), "Kejadian", CustodyEvent.SWAPPED.label)
    return choose(screen, "Jenis agunan", kind)


def swapped(screen, kind="Kendaraan (BPKB)", button="Catat", **typed):
    """Type every field of the form of a swap and press a button under it."""
    told = {"Tanggal": DAY, LETTER_NUMBER: "TT/9", "Dengan siapa": "Nur Aini", **STANDING}
    return send(screen, button, told | {"Jenis agunan": kind, **CAR, **typed, "Catatan": "map biru"})


def test_a_thing_is_swapped_for_the_one_that_was_typed(desk, bank):
    file = desk.file_at(Stage.DISBURSED)
    swapped(swap_form(desk, bank, file))
    kept = line(desk, bank, file)
    assert kept.entry == entry(CustodyEvent.SWAPPED, replacement=OTHER)
    assert kept.examined.facts["principal"] == 20_000_000
    assert [one.thing for one in desk.stored(file).file.custody] == [LAND, OTHER]
    assert "pengganti diperiksa dengan sisa pokok Rp20.000.000" in unescaped(said(desk.open(bank, file)))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"Tahun dibuat": "2004", "Tahun BPKB": "2004"}, "paling tua 2005"),
        ({"Nilai": "29.999.999"}, "tambahkan Rp1."),
        ({"Tahun dibuat": "", "Tahun BPKB": ""}, "Belum dapat dihitung: Agunan pengganti: Tahun pembuatan?"),
    ],
    ids=["too old", "a rupiah short", "not told"],
)
def test_what_keeps_a_thing_from_coming_in_a_swap_is_told_while_it_is_typed_and_when_it_is_sent(
    desk, bank, typed, words
):
    file = desk.file_at(Stage.DISBURSED)
    before = line(desk, bank, file)
    screen = swapped(swap_form(desk, bank, file), **typed)
    told = unescaped(said(screen))
    assert told.count(words) >= 2  # in the examination, and why nothing was stored
    assert "Sisa pokok yang harus tertutup: Rp20.000.000" in told
    assert line(desk, bank, file) == before


def test_the_form_of_a_swap_asks_the_facts_of_the_kind_of_thing_that_comes(desk, bank):
    file = desk.file_at(Stage.DISBURSED)
    of_land = {"Surat keterangan harga dari", "Letak tanah"}
    of_vehicle = {"Jumlah roda", "Tahun dibuat", "Nomor polisi daerah"}
    for kind, asked, not_asked in (
        ("Tanah (sertifikat)", of_land, of_vehicle),
        ("Kendaraan (BPKB)", of_vehicle, of_land),
    ):
        found = set(labels(swap_form(desk, bank, file, kind)))
        assert asked <= found
        assert not not_asked & found


def test_a_three_wheeler_is_put_before_the_team_which_rules_on_it_before_it_is_swapped(desk, bank):
    file, member = desk.file_at(Stage.DISBURSED), desk.office.member
    screen = swapped(
        swap_form(desk, bank, file), button="Mintakan penilaian Pokjanis", **{"Jumlah roda": "3"}
    )
    assert "menunggu penilaian Pokjanis" in unescaped(said(screen))
    assert "Apakah Pokjanis menerima agunan ini?" not in labels(screen)  # the bank does not rule
    ruling = {"Apakah Pokjanis menerima agunan ini?": "Ya", "Alasan": "terawat"}
    screen = desk.open(member, file)
    typed = {label: ruling.get(label, "terawat") for label in ruling_labels(screen)}
    assert "Pokjanis menerima agunan ini: terawat" in unescaped(said(send(screen, "Catat penilaian", typed)))
    # What was offered stands in the form again, so that the ruling is on the thing that is swapped.
    screen = choose(desk.open(bank, file), "Kejadian", CustodyEvent.SWAPPED.label)
    swapped(screen, **{"Jumlah roda": "3"})
    assert desk.stored(file).file.custody[-1].thing == replace(OTHER, wheels=3)


def ruling_labels(screen):
    found = labels(screen)
    start = found.index("Apakah Pokjanis menerima agunan ini?")
    return found[start : start + 2]


def test_a_thing_goes_back_for_good_when_everything_is_paid(desk, bank):
    file = desk.file_at(Stage.DISBURSED)
    assert "Pinjaman belum lunas" in said(note(desk, bank, file, CustodyEvent.RELEASED))
    loan = desk.lending.ask(loan_of, desk.office.officer, file)
    everything = Payment(amount=22_400_000, on=DAY, reference="lunas")
    desk.lending.run(record_payment, desk.office.officer, loan.id, everything, at=now())
    note(desk, bank, file, CustodyEvent.RELEASED)
    assert line(desk, bank, file).entry == entry(CustodyEvent.RELEASED)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Tanggal", "Tanggal belum diisi"),
        ("Nomor tanda terima, akta, atau surat", "Nomor tanda terima, akta, atau surat belum diisi"),
        ("Notaris", "Notaris belum diisi"),
    ],
)
def test_a_line_that_lacks_something_is_not_noted(desk, bank, label, words):
    file = desk.file_at(Stage.APPROVED)
    screen = choose(desk.open(bank, file), "Kejadian", CustodyEvent.DEED.label)
    typed = {"Tanggal": DAY, "Nomor tanda terima, akta, atau surat": "1", "Notaris": "N", "Catatan": ""}
    screen = send(screen, "Catat", typed | {label: None if label == "Tanggal" else ""})
    assert words in unescaped(said(screen))
    assert desk.lending.ask(register_lines, bank, file) == ()
