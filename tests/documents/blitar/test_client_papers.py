"""The card of a binaan stands on one page with its NIK masked; a proposal is a draft until it is decided."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from documents.blitar.caseload.client_card_sheet import client_card_sheet
from documents.blitar.caseload.upgrade_note import upgrade_note
from documents.blitar.letter import Printing
from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.card_facts import facts_of_card
from domain.blitar.caseload.client_words import facts_of
from domain.blitar.caseload.history import Agreed, Event, EventKind, VisitTold
from domain.blitar.caseload.progress import Rung, ladder
from domain.blitar.caseload.proposal import Proposal
from domain.blitar.caseload.scale import scale_of
from domain.blitar.caseload.stage import Stage
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome
from domain.blitar.client import BusinessAnswers, Client
from domain.blitar.examining import examine_client
from domain.blitar.indicators import Indicator, Measured, indicators_of
from domain.blitar.kinds import BusinessForm, Operation, Sector, SubjectKind
from domain.blitar.law import law_on
from domain.blitar.place import Place
from domain.blitar.visiting.visit import Doer, FollowUpState, VisitPlace, VisitState
from domain.regulation.law_in_force import NO_PRACTICE
from tests.documents.printed import pages_of

DAY = date(2026, 11, 22)
BEFORE, LATER = date(2026, 3, 6), date(2026, 8, 14)
MICRO = SubjectKind.CLIENT_MICRO
PRINTING = Printing(on=DAY, by="Sari", application_version="0.1.0", demo=True)
LAW = law_on(DAY, NO_PRACTICE)
HERE = Place(regency_code="35.05", district_code="35.05.01", address="RT 1 RW 2")
ANI = Client(
    kind=MICRO,
    name="Anyaman Bu Ani",
    contact_name="Ani",
    nik="3505**********00",
    place=HERE,
    sector=Sector.CRAFT,
    operation=Operation.RUNNING,
    business=BusinessAnswers(
        owner_home=HERE, form=BusinessForm.PERSON, founded_on=date(2015, 5, 1), annual_sales=60_000_000
    ),
)
SALES = Rung(
    Indicator.ANNUAL_SALES,
    Measured(Indicator.ANNUAL_SALES, 60_000_000, BEFORE, "buku kas"),
    Measured(Indicator.ANNUAL_SALES, 81_500_000, LATER, "rekap penjualan"),
)
NUMBER = Rung(
    Indicator.BUSINESS_NUMBER,
    Measured(Indicator.BUSINESS_NUMBER, 0, BEFORE),
    Measured(Indicator.BUSINESS_NUMBER, 1, LATER),
)
HALAL = Rung(Indicator.HALAL, Measured(Indicator.HALAL, 0, BEFORE))
STEPS = ladder(MICRO, {one.indicator: one for one in (SALES, NUMBER, HALAL)})
PROPOSAL = Proposal(
    id=1,
    client_id=7,
    client_number="BN-2026-0007",
    client_name="Anyaman Bu Ani",
    kind=MICRO,
    district_code="35.05.01",
    mentor="Budi",
    reason="Omzet naik dan NIB sudah terbit.",
    basis=STEPS,
    proposed_on=DAY,
    proposed_by="Sari",
    proposed_by_id=6,
)


def a_card(client=ANI, **more):
    told = {
        "id": 7,
        "number": "BN-2026-0007",
        "version": 1,
        "day": DAY,
        "mentor_id": 3,
        "mentor": "Budi",
        "since": BEFORE,
        "is_open": True,
        "leaving": None,
        "stage": Stage.GUIDED,
        "last_visit_on": LATER,
        "told_on": BEFORE,
        "ladder": STEPS,
        "follow_ups": (),
        "proposals": (),
        "siblings": (),
        "siblings_elsewhere": 0,
        "changed_by": "Sari",
        "changed_at": datetime(2026, 3, 6, tzinfo=UTC),
        "found": examine_client(client, LAW),
        "scale": scale_of(client, BEFORE, LAW),
    }
    return ClientCard(client=client, **told | more)


def a_visit(on=LATER, state=VisitState.VERIFIED, **more):
    told = VisitTold(id=1, state=state, place=VisitPlace.FIELD, **more)
    return Event(on=on, kind=EventKind.VISIT, by="Budi", visit=told)


def agreed(told, due_on):
    return Agreed(id=1, told=told, due_on=due_on, doer=Doer.CLIENT, state=FollowUpState.OPEN)


def card_text(card, *events):
    (page,) = pages_of(client_card_sheet(card, events, PRINTING))
    return page


def test_the_card_tells_who_it_is_whether_a_target_and_by_which_criterion_micro():
    told = card_text(a_card())
    for words in (
        "Nomor: BN-2026-0007 Anyaman Bu Ani",
        "NIK (KTP) 3505**********00",
        "Temuan program: memenuhi",
        "Terpenuhi: Pelaku usaha mikro yang berdomisili di Kabupaten Blitar (Pasal 3 huruf b); Sudah",
        "Ukuran usaha: Mikro menurut hasil penjualan tahunan, Rp60.000.000, sejak 6 Maret 2026 "
        "(PP 7/2021, Pasal 35 ayat (5)).",
        "NIB ada",
    ):
        assert words in told


def test_what_is_told_of_a_binaan_stands_beside_what_was_measured_of_it():
    facts = dict(facts_of_card(a_card()))
    assert facts["NIB"] == "nomornya belum diketahui; terukur 14 Agustus 2026: ada"
    assert facts["Telepon"] == dict(facts_of(ANI))["Telepon"]


def test_what_is_not_met_or_not_known_stands_with_its_reason_and_the_reading_it_hangs_on():
    told = card_text(a_card(replace(ANI, operation=None)))
    assert "Berbeda bila B-01 dibaca lain." in told
    assert "(Pasal 3 huruf c) belum diketahui Apakah kegiatan usaha atau produksi sedang berjalan?" in told


def test_the_ladder_names_what_moved_with_its_evidence_and_what_nobody_knows():
    told = card_text(a_card())
    assert "Omzet setahun (i) Rp60.000.000 (6 Maret 2026) Rp81.500.000 (14 Agustus 2026) naik" in told
    assert "rekap penjualan" in told
    assert "NIB (h) belum ada (6 Maret 2026) ada (14 Agustus 2026) naik tanpa bukti" in told
    assert "2 tujuan naik (1 bukti disebut, 0 berbukti), 4 data awal belum ada." in told
    assert "Belum diukur lagi: Sertifikat halal belum ada." in told
    assert "Belum ada data awal: Kemasan sesuai standar" in told
    assert "pilihan kantor. (Pasal 2 ayat (2))" in told


def test_open_follow_ups_and_the_last_visits_that_were_sent_stand_below():
    waits = (agreed("Daftar halal", date(2026, 11, 21)), agreed("Foto kemasan", DAY))
    draft = a_visit(DAY, VisitState.DRAFT, problem="Konsep")
    sent = a_visit(problem="Kemasan bocor", recommendation="Ganti plastik")
    told = card_text(a_card(follow_ups=waits), draft, sent)
    assert "Daftar halal (Binaan, LEWAT BATAS 21 November 2026)" in told
    assert "Foto kemasan (Binaan, batas 22 November 2026)" in told
    assert "Kunjungan terakhir: 1 dari 1" in told
    assert "Kemasan bocor Rekomendasi: Ganti plastik" in told
    assert "Konsep" not in told


@pytest.mark.parametrize("words", ["W" * 2_000, "\u202e\u0000evil <b>" * 90, "kata " * 400])
def test_a_card_full_to_the_brim_gives_up_its_visits_first_and_never_runs_wild(words):
    rungs = {
        one: Rung(one, Measured(one, 1, BEFORE, words), Measured(one, 2, LATER, words))
        for one in indicators_of(MICRO)[:6]
    }
    full = replace(ANI, name=words[:200], contact_name=words[:200], note=words)
    events = [a_visit(problem=words, recommendation=words) for _ in range(30)]
    card = a_card(full, ladder=ladder(MICRO, rungs), follow_ups=(agreed(words[:200], DAY),))
    pages = pages_of(client_card_sheet(card, events, PRINTING))
    assert len(pages) <= 2
    assert "Kunjungan: 30, terakhir 14 Agustus 2026." in pages[-1]


def test_as_many_visits_are_told_as_one_page_has_room_for():
    events = [a_visit(problem="Kemasan bocor", recommendation="Ganti plastik") for _ in range(30)]
    assert "Kunjungan terakhir: 4 dari 30" in card_text(a_card(ladder=ladder(MICRO, {})), *events)
    waits = tuple(agreed(f"Tindak lanjut {number} yang cukup panjang", DAY) for number in range(5))
    rungs = {one: replace(SALES, indicator=one) for one in indicators_of(MICRO)[:7]}
    fuller = card_text(a_card(ladder=ladder(MICRO, rungs), follow_ups=waits), *events)
    assert "Kunjungan terakhir: 4 dari 30" not in fuller
    assert "dari 30" in fuller or "Kunjungan: 30, terakhir" in fuller


def test_a_proposal_is_a_draft_until_it_is_decided():
    (page,) = pages_of(upgrade_note(PROPOSAL, PRINTING))
    for words in (
        "KONSEP: belum diputuskan Kepala Dinas, jadi belum berarti naik kelas.",
        "USUL NAIK KELAS",
        "Usaha Mikro Naik Kelas",
        "Pasal 1 angka 14 (“sudah tumbuh dan berkembang”) tidak memberi ukuran naik kelas.",
        "22 November 2026 oleh Sari",
        "Omzet naik dan NIB sudah terbit.",
        "Ditetapkan / Belum ditetapkan (coret salah satu)",
    ):
        assert words in page


@pytest.mark.parametrize("outcome", UpgradeOutcome)
def test_a_decided_proposal_names_the_decision_with_its_number_and_reason(outcome):
    decision = UpgradeDecision(outcome=outcome, reason="Bukti cukup", on=DAY, number="500/9/2026")
    decided = replace(PROPOSAL, decision=decision, decided_by="Yuni")
    (page,) = pages_of(upgrade_note(decided, PRINTING))
    assert "KONSEP" not in page
    assert "Nomor: 500/9/2026" in page
    assert f"Keputusan {outcome.label} Nomor 500/9/2026 Tanggal 22 November 2026" in page
    assert "Diputuskan oleh Yuni Alasan Bukti cukup" in page


def test_a_koperasi_is_proposed_as_berkualitas_by_its_own_provision():
    kind = SubjectKind.CLIENT_COOPERATIVE
    proposal = replace(PROPOSAL, kind=kind, basis=ladder(kind, {}))
    (page,) = pages_of(upgrade_note(proposal, PRINTING))
    assert "Koperasi Berkualitas" in page
    assert "Pasal 1 angka 13 tidak memberi ukuran naik kelas." in page


def test_the_same_paper_is_printed_alike():
    assert upgrade_note(PROPOSAL, PRINTING) == upgrade_note(PROPOSAL, PRINTING)
    assert client_card_sheet(a_card(), (), PRINTING) == client_card_sheet(a_card(), (), PRINTING)
