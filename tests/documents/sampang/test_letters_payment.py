"""The cover of the request for payment: how much, to which account, what was in order (VIII.2.c)."""

from dataclasses import replace

import pytest

from documents.sampang.letters.payment_request import payment_request
from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.custody import CustodyEntry, CustodyEvent, register_of, thing_key
from tests.documents.printed import pages_of
from tests.documents.sampang.applications import LAND, VEHICLE, business, examined
from tests.documents.sampang.letter_files import (
    AGREEMENT,
    HEAD,
    MONDAY,
    REQUEST,
    approval,
    kept,
    loan_file,
    refusal,
)
from tests.documents.sampang.letter_papers import text_in

GOODS = replace(LAND, kind=CollateralKind.GOODS, description="Mesin parut", statement=True)


def cover(file=None, **changed):
    told = kept(loan_file()) if file is None else file
    found = examined(told.application)
    return text_in(
        payment_request(
            told, found, **{"file_number": "DB-2026-0042", "head": HEAD, "demo": False, **changed}
        )
    )


def test_the_amount_is_told_in_figures_and_words_with_the_account():
    text = cover(kept(loan_file(decision=approval(12_500_000, 12))))
    assert "Jumlah Rp12.500.000,00 (dua belas juta lima ratus ribu rupiah)" in text
    assert "Jangka waktu 12 (dua belas) bulan (III.6)" in text
    assert "Rekening penerima 0123456789, Bank Jatim (III.5) Atas nama Siti Aminah (VIII.2.a)" in text
    assert "Tim Pokjanis, tanpa potongan pajak (VIII.2.d)" in text


def test_decision_agreement_and_request_are_named_with_their_days():
    text = cover()
    assert "Nomor: SPP/03/2026" in text
    assert "dengan surat tanggal 12 Maret 2026 ini diminta" in text
    assert "Ditetapkan rapat Tim Pokjanis 2 Maret 2026 (VI.2.b)" in text
    assert "Perjanjian nomor PK/12/2026, 9 Maret 2026 (VI.3)" in text


def test_the_costs_besides_the_loan_add_up():
    # 125.000 + 750.000 + 50.000 = 925.000.
    text = cover()
    assert "Asuransi Rp125.000 VIII.5.d Notaris Rp750.000 VIII.5.d Cek BPN Rp50.000 VIII.5.d" in text
    assert "Jumlah Rp925.000" in text
    assert "Jumlah biaya dengan huruf: sembilan ratus dua puluh lima ribu rupiah." in text
    assert "tidak dibebani biaya administrasi bank" in text


def test_the_reason_for_costs_beside_the_rates_is_printed_where_there_is_one():
    told = cover(kept(loan_file(request=replace(REQUEST, note="dua akta <b>notaris</b>"))))
    assert "Alasan biaya berbeda dari ketetapan: dua akta <b>notaris</b>" in told
    assert "Alasan biaya" not in cover()


def test_everything_in_order_is_told_in_words():
    text = cover()
    assert "Fotokopi identitas pemilik ada VIII.2.b.3" in text
    assert (
        "Agunan 1: tanah (sertifikat), SHM 112 Desa Torjun sudah disimpan di Bank Jatim sudah diikat secara "
        "notariil sudah dicek ke BPN III.10"
    ) in text
    assert (
        "Agunan 2: kendaraan (BPKB), Pikap Mitsubishi L300 sudah disimpan di Bank Jatim sudah diikat" in text
    )
    assert "Asuransi ada, polis POL-778 VIII.5.d" in text
    assert "Tidak ada yang kurang menurut catatan." in text
    assert "belum" not in text


def test_what_is_missing_is_told_and_counted():
    # One paper, land without custody, deed and check, a vehicle without custody and deed, no policy: 7.
    papers = {**business().papers, "work_plan": False}
    application = replace(business(), papers=papers, collateral=(LAND, VEHICLE))
    text = cover(loan_file(application, request=replace(REQUEST, insurance_policy=" ")))
    assert "Rencana kerja penggunaan dana belum ada VIII.2.b.6" in text
    assert "belum disimpan di Bank Jatim belum diikat secara notariil belum dicek ke BPN III.10" in text
    assert "Asuransi belum tercatat VIII.5.d" in text
    assert "Masih kurang 7 (tujuh) hal." in text
    assert "Tidak ada yang kurang" not in text


def test_a_paper_that_nobody_looked_for_is_not_told_as_missing_for_sure():
    papers = {code: there for code, there in business().papers.items() if code != "work_plan"}
    text = cover(kept(loan_file(replace(business(), papers=papers))))
    assert "Rencana kerja penggunaan dana belum dicatat" in text
    assert "Masih kurang 1 (satu) hal." in text


def test_goods_are_told_with_their_statement_instead_of_custody():
    text = cover(loan_file(replace(business(), collateral=(GOODS,))))
    assert "Agunan 1: barang dagangan atau mesin, Mesin parut surat pernyataan ada III.9" in text


def test_a_thing_that_was_swapped_is_not_asked_for_any_more():
    swap = CustodyEntry(
        thing=thing_key(LAND),
        event=CustodyEvent.SWAPPED,
        on=MONDAY,
        number="T",
        with_whom="",
        replacement=GOODS,
    )
    file = loan_file(replace(business(), collateral=(LAND,)))
    text = cover(replace(file, custody=register_of((LAND,), (swap,))))
    assert "SHM 112" not in text
    assert "Mesin parut" in text


def test_who_asks_and_who_approves_sign():
    text = cover()
    assert "Sampang, 12 Maret 2026 Diminta oleh, Penanggung Jawab kegiatan (VIII.2.c)," in text
    assert "Disetujui oleh (VII.3), Kepala Dinas" in text
    assert "Moh. Hasan" in text
    assert "atas persetujuan Ketua Harian Tim Pokjanis (VII.3)" in text


def test_hostile_words_are_printed_as_typed():
    agreement = replace(AGREEMENT, account_holders="<b>{nb}\u202e**x**", account_number="=1+1")
    text = cover(kept(loan_file(agreement=agreement)))
    assert "=1+1, Bank Jatim (III.5) Atas nama <b>{nb}**x** (VIII.2.a)" in text


@pytest.mark.parametrize("lacking", ["decision", "agreement", "request"])
def test_approval_agreement_and_request_come_first(lacking):
    with pytest.raises(ValueError, match="needs approval"):
        cover(loan_file(**{lacking: None}))


def test_a_refused_file_has_no_request():
    with pytest.raises(ValueError, match="needs approval"):
        cover(loan_file(decision=refusal()))


def test_the_checks_stand_on_the_page_of_the_signatures():
    told = kept(loan_file())
    found = examined(told.application)
    pdf = payment_request(told, found, file_number="DB-2026-0042", head=HEAD, demo=False)
    last = pages_of(pdf)[-1]
    assert "Hasil pemeriksaan berkas, agunan, dan asuransi" in last
    assert "Disetujui oleh (VII.3)" in last
