"""The minutes of a handover name both parties, every binaan and promise; the week is one table."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from documents.blitar.letter import Printing
from documents.blitar.staffing.handover_minutes import handover_minutes
from documents.blitar.staffing.week_sheet import week_sheet
from domain.blitar.kinds import SubjectKind
from domain.blitar.staffing.assignments import Service
from domain.blitar.staffing.handing_over import HandedOver, HandoverMinutes
from domain.blitar.staffing.week_table import week_rows
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from tests.documents.printed import pages_of

PRINTING = Printing(on=date(2026, 11, 23), by="Sari", application_version="0.1.0", demo=True)
ANYAMAN = HandedOver(
    "BN-2026-0001", "Anyaman Bu Ani", SubjectKind.CLIENT_MICRO, "35.05.16", "Budi", "NIB diurus bersama"
)
KOPERASI = HandedOver("BN-2026-0002", "Koperasi Maju", SubjectKind.CLIENT_COOPERATIVE, "35.05.13", "Wati", "")
MINUTES = HandoverMinutes(
    number="BA 12/2026",
    on=date(2026, 11, 23),
    giver="Anik",
    giver_decree="SK 5/2026",
    giver_until=date(2026, 11, 20),
    ground="Mengundurkan diri (Pasal 9 ayat (2) huruf b)",
    giver_died=False,
    facilitator="Sari",
    lines=(ANYAMAN, KOPERASI),
)


def printed(**more):
    return handover_minutes(replace(MINUTES, **more), PRINTING)


def text(**more):
    return " ".join(pages_of(printed(**more)))


def test_the_minutes_name_the_day_in_words_the_parties_and_the_provisions():
    # 23 November 2026 is a Monday.
    for words in (
        "BERITA ACARA SERAH TERIMA BINAAN Nomor: BA 12/2026",
        "Senin, tanggal dua puluh tiga November tahun dua ribu dua puluh enam (23 November 2026)",
        "Anik, Pendamping menurut Keputusan Kepala Dinas nomor SK 5/2026",
        "1. Budi, Pendamping 2. Wati, Pendamping",
        "bertugas sampai 20 November 2026 karena mengundurkan diri (Pasal 9 ayat (2) huruf b)",
        "menyerahkan 2 binaan",
        "Pasal 11 ayat (2), Pasal 12 huruf b",
    ):
        assert words in text()


def test_every_binaan_stands_with_its_kecamatan_receiver_and_promise():
    told = text()
    assert "1 BN-2026-0001 Anyaman Bu Ani Usaha mikro binaan Binangun Budi NIB diurus bersama" in told
    assert "2 BN-2026-0002 Koperasi Maju Koperasi binaan Panggungrejo Wati –" in told


def test_both_parties_sign_and_the_kepala_dinas_takes_note():
    last = pages_of(printed())[-1]
    signing = last[last.index("Blitar, 23 November 2026") :]
    for words in (
        "Pihak Kesatu",
        "Pihak Kedua",
        "Anik",
        "Budi",
        "Wati",
        "Mengetahui,",
        "Kepala Dinas",
        "NIP",
    ):
        assert words in signing


def test_the_last_sentence_never_leaves_the_signatures_alone():
    for count in range(1, 30):
        last = pages_of(printed(lines=(ANYAMAN,) * count))[-1]
        assert "Demikian berita acara" in last
        assert "Mengetahui," in last


def test_for_one_who_died_the_fasilitator_gives_and_signs():
    told = text(giver_died=True, ground="Meninggal dunia (Pasal 9 ayat (2) huruf a)")
    assert "Sari, Fasilitator, atas nama Pendamping Anik (almarhum/ah)" in told
    assert "Pendamping Anik bertugas sampai 20 November 2026 karena meninggal dunia" in told
    signing = told[told.index("Blitar, 23 November") :]
    assert "Sari" in signing
    assert "Anik" not in signing


def test_who_has_not_ended_yet_hands_over_without_a_ground():
    assert "bertugas sampai 20 November 2026. Pihak Kesatu menyerahkan" in text(ground="")


def test_a_long_handover_keeps_its_headings_and_every_line():
    lines = tuple(replace(ANYAMAN, number=f"BN-2026-{place:04}") for place in range(200))
    pages = pages_of(printed(lines=lines))
    assert all("DATA CONTOH" in page for page in pages)
    whole = " ".join(pages)
    assert all(line.number in whole for line in lines)
    assert whole.count("Diterima oleh") > 1


@pytest.mark.parametrize("hostile", ["\x00\u202e<b>{nb}\n" * 500, "=1+1", "**x**"])
def test_hostile_words_do_no_harm(hostile):
    lines = (replace(ANYAMAN, name=hostile, receiver=hostile, promise=hostile),)
    pages = pages_of(printed(lines=lines, giver=hostile, number=hostile, note=hostile, giver_decree=hostile))
    assert f"halaman 1 dari {len(pages)}" in pages[0]


def test_a_reprint_gives_the_same_bytes():
    assert printed() == printed()


# ---- the week ------------------------------------------------------------------------------------
MONDAY = date(2026, 4, 27)  # Friday 1 May is Hari Buruh


def a_week(*plans, names=("Sri", "Budi")):
    services = [
        Service(
            mentor_id=place,
            name=name,
            appointed_on=date(2026, 2, 2),
            contract_until=date(2026, 12, 31),
        )
        for place, name in enumerate(names, 1)
    ]
    return pages_of(week_sheet(MONDAY, week_rows(MONDAY, services, plans), PRINTING))


def a_plan(*where):
    slots = tuple(
        Slot(
            day=MONDAY + timedelta(days=place),
            where=one,
            district_code="35.05.09" if one is Where.FIELD else None,
        )
        for place, one in enumerate(where)
    )
    return WeekPlan(mentor_id=1, monday=MONDAY, slots=slots)


def test_the_week_tells_everybodys_days_the_holiday_and_the_empty_office_days():
    (page,) = a_week(a_plan(Where.OFFICE, Where.FIELD, Where.OFFICE, Where.AWAY))
    for words in (
        "27 April 2026 sampai 1 Mei 2026",
        "Pasal 7 huruf m",
        "Pasal 12 huruf a",
        "1 Budi … … … … –",
        "2 Sri K L Nglegok K – –",
        "Jumat, 1 Mei 2026, libur: Hari Buruh",
        "Tidak ada Pendamping yang berjadwal di kantor pada 28 April 2026, 30 April 2026.",
        "Belum menyerahkan jadwal: Budi.",
        "Fasilitator",
    ):
        assert words in page


def test_a_week_of_many_returns_its_headings_on_every_page():
    names = [f"Pendamping {number:02}" for number in range(60)]
    pages = a_week(names=names)
    assert len(pages) > 1
    assert all("Senin 27/04" in page for page in pages if "Pendamping 3" in page)
    assert all(name in " ".join(pages) for name in names)
