"""Pengajuan: an application is taken in, and nothing that people type can do harm or get lost."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from db.sampang.applications.judgements import record_judgement
from db.tables import ApplicationRow, LoanProgressRow, LoanRow
from domain.purpose_notices import FUND
from domain.regulation.assessment import Verdict
from domain.sampang.application import Applicant, CooperativeAnswers, LoanApplication
from domain.sampang.facts import SELECTED
from domain.sampang.kinds import ApplicantKind, CollateralKind, CooperativeLevel, SizeClass
from pages.parts.store import now, today
from tests.screens.as_typed import as_typed
from tests.screens.demo_office import ELIGIBILITY, badges, said, unescaped
from tests.screens.sampang.intake_form import IntakeForm
from tests.screens.walking import elements

LAND = {
    "Keterangan": "SHM 123",
    "Nilai": "52.000.000",
    "Surat keterangan harga dari": "Camat",
    "Letak tanah": "Di tempat usaha",
}
NIK = "3527034506850000"
LONG = "a" * 10_000


@pytest.fixture
def form(office):
    return IntakeForm(office)


def test_an_empty_form_says_what_is_missing_and_stores_nothing(office, form):
    before = office.count()
    assert form.said_beside("applicant.name") == ""  # nobody is scolded before the first try
    screen = form.save_draft()
    assert "Nama belum diisi" in form.said_beside("applicant.name")
    assert "Belum tersimpan" in screen.error[0].value
    form.file()
    assert office.count() == before


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("amount", "-5.000.000", "Jumlah tidak boleh negatif"),
        ("amount", "900.000.000.000", "Periksa banyaknya nol"),
        ("amount", "99999999999999999999", "nol yang berlebih"),
        ("amount", "=1+1", "Rumus tidak dihitung"),
        ("amount", "lima juta", "tidak terbaca"),
        ("amount", "1" * 10_000, "terlalu panjang"),
        ("term_months", 0, "antara 1 dan 120 bulan"),
        ("term_months", -12, "tidak boleh negatif"),
        ("filed_on", today() + timedelta(days=1), "belum terjadi"),
        ("business.active_since", today() + timedelta(days=400), "belum terjadi"),
        ("business.net_assets", "-1", "tidak boleh negatif"),
        ("applicant.nik", "352703450685000", "16"),
        ("applicant.nik", "35270345O6850000", "huruf"),
        ("applicant.nik", "3527037206850000", "tanggal itu tidak ada"),
        ("applicant.npwp", "12345", "NPWP"),
        ("applicant.name", LONG, "Nama pemohon paling panjang 300 huruf; yang diketik 10.000."),
        ("applicant.address", LONG, "Alamat paling panjang 5.000 huruf; yang diketik 10.000."),
        ("plan", LONG, "Rencana penggunaan paling panjang 5.000 huruf; yang diketik 10.000."),
    ],
)
def test_a_bad_entry_is_explained_beside_its_field_and_stays_there(office, form, field, typed, sentence):
    before = office.count()
    form.type_in(applicant__name="Toko Uji").type_in(**{field.replace(".", "__"): typed})
    assert sentence in form.said_beside(field)
    screen = form.file()
    assert "Belum tersimpan" in screen.error[0].value
    assert form.typed(field) == as_typed(typed)
    assert office.count() == before


@pytest.mark.parametrize("year", [1899, 0, 2999])
def test_an_impossible_year_of_a_vehicle_is_explained_on_its_card(office, form, year):
    before = office.count()
    form.type_in(applicant__name="Toko Uji").pledge("kendaraan", {"Keterangan": "Supra X"})
    form.pledge("kendaraan", {"Keterangan": "Vario", "Tahun dibuat": year, "Jumlah roda": 2})
    assert f"Tahun {year} tidak mungkin" in form.cards.said(2)
    assert "tidak mungkin" not in form.cards.said(1)
    form.save_draft()
    assert office.count() == before
    assert f"Tahun {year} tidak mungkin" in form.cards.said(2)


def test_a_value_that_cannot_be_read_is_explained_on_its_card(office, form):
    before = office.count()
    form.type_in(applicant__name="Toko Uji").pledge("tanah", LAND | {"Nilai": "lima puluh dua"})
    assert "tidak terbaca" in form.cards.said(1)
    form.file()
    assert office.count() == before
    assert form.cards.shown(1)["Nilai"] == "lima puluh dua"


def test_half_filled_collateral_is_pointed_out_and_kept_as_it_is(office, form):
    form.type_in(applicant__name="Toko Setengah").pledge("tanah", {"Keterangan": "SHM 9"})
    told = form.cards.said(1)
    assert "Belum dapat dihitung" in told
    assert "Berapa nilainya menurut surat harga tanah atau taksiran petugas?" in told
    form.save_draft()
    (thing,) = office.named("Toko Setengah").application.collateral
    assert (thing.kind, thing.description, thing.value) == (CollateralKind.LAND, "SHM 9", None)


def test_a_kecamatan_that_is_not_on_the_list_is_not_taken(office):
    who = replace(office.named("Warung Bu Tini").application.applicant, name="Toko Uji")
    form = IntakeForm(
        office, no=office.store(LoanApplication(applicant=replace(who, district_code="99.99.99")))
    )
    assert "Kecamatan yang tadi dipilih tidak ada dalam daftar ini" in said(form.screen)
    form.save_draft()
    assert office.named("Toko Uji").application.applicant.district_code is None


def test_a_village_of_another_kecamatan_has_to_be_chosen_again(form):
    form.type_in(applicant__district_code="35.27.03").type_in(applicant__village_code="35.27.03.1003")
    form.type_in(applicant__district_code="35.27.12")
    assert form.typed("applicant.village_code") is None
    assert "Desa/kelurahan yang tadi dipilih tidak ada" in said(form.screen)


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "**tebal** [tautan](/) :red[x]", "=1+1", "$x$ `k` ~~c~~", "Toko\0 Nol"],
)
def test_signs_in_a_name_are_kept_and_shown_as_text(office, form, name):
    form.type_in(applicant__name=name)
    screen = form.save_draft()
    kept = name.replace("\0", "")
    assert [row.name for row in office.rows()[:1]] == [kept]
    assert screen.title[0].value.replace("\\", "") == kept
    assert not any(sign in screen.title[0].value.replace(f"\\{sign}", "") for sign in "<*[`$~:")
    assert not any(text.allow_html for text in screen.markdown)


def test_a_draft_is_continued_where_it_was_left(office, form):
    form.type_in(applicant__name="Toko Lanjut", amount="7,5 juta", business__has_licence=True)
    form.pledge("tanah", LAND).save_draft()
    stored = office.named("Toko Lanjut")
    again = IntakeForm(office, no=stored.id)
    assert (again.typed("applicant.name"), again.typed("amount")) == ("Toko Lanjut", "7.500.000")
    again.cards.type_in(1, {"Nilai": "60 juta"})
    again.type_in(term_months=24).save_draft()
    stored = office.named("Toko Lanjut")
    (land,) = stored.application.collateral
    assert (land.description, land.value, stored.application.term_months) == ("SHM 123", 60_000_000, 24)
    assert stored.application.business.has_licence is True
    assert stored.version == 2


def test_a_draft_is_picked_from_the_list_of_drafts(office, form):
    draft = office.rows(text="Warung Bu Tini")[0]
    next(button for button in form.screen.button if button.key == f"draft-{draft.id}").click().run()
    assert form.typed("applicant.name") == "Warung Bu Tini"


def test_filing_gives_a_number_a_receipt_and_the_result(office, form):
    form.type_in(applicant__name="Toko Diajukan", amount="10 juta")
    screen = form.file()
    stored = office.named("Toko Diajukan")
    assert screen.title[0].value == "Toko Diajukan"
    assert f"Tersimpan dengan nomor {stored.number}" in said(screen)
    (receipt,) = office.receipts(stored.id)
    assert receipt.receipt.verdict == stored.verdict == Verdict.INCOMPLETE
    assert any("Belum lengkap" in badge for badge in badges(screen))


def test_the_notice_about_the_data_is_read_out_and_kept_with_who_gave_it(office, form):
    assert any(FUND.text in one.value for one in form.screen.markdown)
    form.type_in(applicant__name="Toko Diberitahu", notice__notice_on=date(2026, 1, 5)).save_draft()
    notice = office.named("Toko Diberitahu").application.notice
    assert (notice.notice_on, notice.version) == (date(2026, 1, 5), FUND.version)
    assert "Rina" in notice.notice_by


def test_filing_without_a_day_asks_for_the_day(office, form):
    before = office.count()
    screen = form.type_in(applicant__name="Toko Uji", filed_on=None).file()
    assert "tanggal proposal" in screen.error[0].value
    assert office.count() == before


def test_the_same_nik_is_pointed_out_and_not_merged(office, form):
    form.type_in(applicant__name="Usaha Pertama", applicant__nik=NIK).save_draft()
    second = IntakeForm(office).type_in(applicant__name="Usaha Kedua", applicant__nik=NIK)
    first = office.named("Usaha Pertama")
    assert "Mungkin orang atau usaha yang sama" in said(second.screen)
    links = [unescaped(one.proto.label) for one in second.screen.get("page_link")]
    assert f":primary[{first.number} · Usaha Pertama]" in links
    assert "Draf · NIK sama" in said(second.screen)
    second.save_draft()
    assert office.named("Usaha Kedua").id != first.id


def test_the_same_applicant_with_the_same_amount_is_saved_again_only_with_a_reason(office, form):
    typed = {"applicant__nik": NIK, "amount": "17 juta"}
    form.type_in(applicant__name="Usaha Pertama", **typed).save_draft()
    second = IntakeForm(office).type_in(applicant__name="Usaha Kedua", **typed)
    second.save_draft()
    first = office.named("Usaha Pertama")
    told = said(second.screen)
    assert f"Pengajuan {first.number}, Usaha Pertama, Rp17.000.000: NIK sama; dicatat" in told
    assert second.typed("applicant.name") == "Usaha Kedua"
    assert list(office.rows(text="Usaha Kedua")) == []
    second.type_in(again_because="cabang kedua").save_draft()
    assert office.named("Usaha Kedua").id != first.id


def test_what_was_typed_comes_back_when_the_kind_is_switched_there_and_back(form):
    form.type_in(applicant__kind=ApplicantKind.COOPERATIVE).type_in(
        cooperative__level=CooperativeLevel.SECONDARY,
        cooperative__board_size=7,
        agency_legality=True,
        applicant__registration_number="BH-1",
    )
    form.type_in(applicant__kind=ApplicantKind.BUSINESS).type_in(business__stated_size=SizeClass.SMALL)
    assert "Nama koperasi" not in [field.label for field in form.screen.text_input]
    form.type_in(applicant__kind=ApplicantKind.COOPERATIVE)
    kept = ("cooperative.level", "cooperative.board_size", "agency_legality", "applicant.registration_number")
    assert [form.typed(field) for field in kept] == [CooperativeLevel.SECONDARY, "7", True, "BH-1"]
    form.type_in(applicant__kind=ApplicantKind.BUSINESS)
    assert form.typed("business.stated_size") == SizeClass.SMALL


def test_only_the_answers_of_the_kind_are_stored(office, form):
    form.type_in(applicant__kind=ApplicantKind.COOPERATIVE).type_in(cooperative__board_size=7)
    form.type_in(applicant__kind=ApplicantKind.BUSINESS).type_in(applicant__name="Toko Ganti Jenis")
    form.save_draft()
    assert office.named("Toko Ganti Jenis").application.cooperative.board_size is None


def test_what_was_typed_is_still_there_after_a_look_at_another_screen(form):
    form.type_in(applicant__kind=ApplicantKind.CLUSTER).type_in(
        applicant__name="Sentra Uji", amount="20 juta"
    )
    form.pledge("tanah", LAND).leave_and_come_back(ELIGIBILITY)
    assert form.typed("applicant.kind") == ApplicantKind.CLUSTER
    assert (form.typed("applicant.name"), form.typed("amount")) == ("Sentra Uji", "20 juta")
    form.save_draft()
    assert [thing.value for thing in form.office.named("Sentra Uji").application.collateral] == [52_000_000]


def test_the_same_form_pressed_twice_is_stored_once(office, form):
    form.type_in(applicant__name="Toko Dua Kali")
    opened = form.screen.session_state["intake"]
    form.save_draft()
    form.screen.session_state["intake"] = opened
    form.leave_and_come_back(ELIGIBILITY)
    form.type_in(applicant__name="Toko Dua Kali").save_draft()
    assert len(office.rows(text="Toko Dua Kali")) == 1
    assert len(office.receipts(office.named("Toko Dua Kali").id)) == 1


def test_a_change_that_somebody_else_made_meanwhile_is_not_overwritten(office, form):
    form.type_in(applicant__name="Toko Berdua").save_draft()
    number = office.named("Toko Berdua").id
    mine, theirs = IntakeForm(office, no=number), IntakeForm(office, no=number)
    theirs.type_in(plan="rencana mereka").save_draft()
    screen = mine.type_in(plan="rencana saya").save_draft()
    assert screen.error
    assert mine.typed("plan") == "rencana saya"
    assert office.named("Toko Berdua").application.plan == "rencana mereka"


@pytest.mark.parametrize("number", ["999999", "abc", "9" * 30, "-1", "١"])
def test_an_address_of_no_application_opens_an_empty_form_that_keeps_what_is_typed(office, number):
    form = IntakeForm(office, no=number)
    form.type_in(applicant__name="Toko Alamat").type_in(plan="rencana")
    assert form.typed("applicant.name") == "Toko Alamat"
    form.save_draft()
    assert office.named("Toko Alamat").application.plan == "rencana"


def test_an_opinion_recorded_while_the_form_was_open_counts_in_the_receipt(office):
    form = IntakeForm(office, no=office.rows(text="Rengginang Lorjuk Bu Sumarni")[0].id)
    number = form.screen.session_state["intake"].id
    with office.database.write() as session:
        record_judgement(
            session,
            office.member,
            number,
            SELECTED.key,
            answer=False,
            on=today(),
            reason="tidak lulus seleksi",
            nonce="meanwhile",
            at=now(),
        )
    form.type_in(plan="rencana baru").file()
    newest = office.receipts(number)[0].receipt
    assert newest.facts[SELECTED.key] is False
    assert newest.verdict == office.rows(text="Rengginang Lorjuk Bu Sumarni")[0].verdict
    assert newest.verdict == Verdict.NOT_QUALIFIED


@pytest.mark.parametrize(
    ("years", "chosen"),
    [((), ["Belum pernah"]), (None, []), ((2009, 2010), [2009, 2010])],
)
def test_the_years_of_the_annual_meetings_come_back_as_they_were(office, years, chosen):
    cooperative = LoanApplication(
        applicant=Applicant(kind=ApplicantKind.COOPERATIVE, name="Koperasi Uji"),
        cooperative=CooperativeAnswers(annual_meeting_years=years),
    )
    form = IntakeForm(office, no=office.store(cooperative))
    assert form.typed("cooperative.annual_meeting_years") == chosen
    form.save_draft()
    assert office.named("Koperasi Uji").application.cooperative.annual_meeting_years == years


def test_a_zero_character_on_a_card_is_not_kept(office, form):
    form.type_in(applicant__name="Toko Nol").pledge("tanah", LAND | {"Keterangan": "SHM\0 7"})
    form.pledge("tanah", {"Keterangan": "\0"}).save_draft()
    (thing,) = office.named("Toko Nol").application.collateral
    assert thing.description == "SHM 7"


def test_the_notice_on_the_class_goes_by_the_day_of_filing(office, form, monkeypatch):
    asked = []
    monkeypatch.setattr("pages.sampang.intake.answers.size_notice", lambda answers, day: asked.append(day))
    form.type_in(filed_on=today() - timedelta(days=900))
    assert asked[-1] == today() - timedelta(days=900)
    form.type_in(filed_on=None)
    assert asked[-1] == today()


def test_a_saved_draft_does_not_say_that_it_was_filed(office, form):
    form.type_in(applicant__name="Toko Belum Maju", filed_on=date(2026, 2, 16))
    told = said(form.save_draft())
    assert "Draf · Usaha mikro, kecil, menengah" in told
    assert "proposal tanggal 16 Februari 2026" in told
    assert "diajukan 16 Februari 2026" not in told
    again = IntakeForm(office, no=office.named("Toko Belum Maju").id)
    assert "diajukan 16 Februari 2026" in said(again.file())


def test_a_help_of_a_field_says_something_besides_its_place(form):
    for kind in ApplicantKind:
        form.type_in(applicant__kind=kind)
        helps = [getattr(one, "help", "") for one in elements(form.screen.main)]
        assert [one for one in helps if one and not re.search("[a-z]{4}", one)] == []


def strip(form):
    """What stands at the upper edge while somebody types."""
    return unescaped(next(one.value for one in form.screen.markdown if "-badge[" in one.value))


def test_the_verdict_and_what_is_wrong_stay_in_sight(form):
    form.type_in(applicant__name="Toko Uji")
    assert "Belum lengkap" in strip(form)
    assert "paling banyak belum dapat dihitung" in strip(form)
    form.type_in(business__owner_arrears=True)
    assert "Tidak memenuhi" in strip(form)
    assert "✘ Ada tunggakan kredit atas nama pemilik (IV.2.d)" in strip(form)
    form.type_in(amount="-5")
    assert "⚠ 1 isian perlu diperbaiki" in strip(form)


def test_one_press_answers_that_all_papers_are_there(office, form):
    form.type_in(applicant__name="Toko Uji")
    form.press("Semua berkas ada")
    for code in ("request_by_owner", "owner_identity", "account_number", "work_plan"):
        assert form.typed(f"papers.{code}") is True


def a_repaid_loan(office):
    """The NIK and the number of somebody who has paid a loan back."""
    query = (
        select(ApplicationRow.nik, func.max(ApplicationRow.number))
        .join(LoanRow, LoanRow.application_id == ApplicationRow.id)
        .join(LoanProgressRow, LoanProgressRow.loan_id == LoanRow.id)
        .where(ApplicationRow.nik.is_not(None))
        .group_by(ApplicationRow.nik)
        .having(func.count() == 1, func.max(LoanProgressRow.ended_on).is_not(None))
    )
    with office.database.read() as session:
        return session.execute(query.limit(1)).one()


def test_the_loan_of_a_repeat_borrower_is_taken_over_from_the_books(office, form):
    nik, number = a_repaid_loan(office)
    form.type_in(applicant__name="Toko Uji", applicant__nik=nik)
    assert f"pernah meminjam ({number})" in strip(form)
    form.press("Pakai data dari buku dana")
    assert form.typed("earlier.borrowed_before") is True
    assert "pernah meminjam" not in strip(form)


def test_a_no_against_the_books_is_contradicted_and_changes_nothing(office, form):
    nik, number = a_repaid_loan(office)
    form.type_in(applicant__name="Toko Uji", applicant__nik=nik, earlier__borrowed_before=False)
    assert "menjawab Tidak, tetapi buku mencatatnya" in strip(form)
    assert number in strip(form)
    assert form.typed("earlier.borrowed_before") is False
