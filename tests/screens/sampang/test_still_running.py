"""What an applicant still has with the fund stands in the strip, and at the head of a file."""

from tests.screens.demo_office import ELIGIBILITY, said
from tests.screens.sampang.intake_form import IntakeForm
from tests.screens.walking import elements

NIK = "3527034506990000"


def links(screen):
    return [each.proto.label for each in elements(screen.main) if each.type == "page_link"]


def filed(office, name):
    form = IntakeForm(office)
    form.type_in(applicant__name=name, applicant__nik=NIK, amount="10 juta").file()
    return office.named(name)


def test_an_open_application_of_the_same_nik_is_told_while_one_types(office):
    first = filed(office, "Toko Pertama")
    form = IntakeForm(office).type_in(applicant__name="Toko Kedua", applicant__nik=NIK, amount="7 juta")
    assert f"Pengajuan lain masih berjalan: {first.number} (Masuk, NIK sama)" in said(form.screen)
    assert f":primary[Buka {first.number}]" in [one.replace("\\", "") for one in links(form.screen)]


def test_it_stands_at_the_head_of_the_file_for_the_team(office):
    first = filed(office, "Toko Pertama")
    form = IntakeForm(office)
    form.type_in(applicant__name="Toko Kedua", applicant__nik=NIK, amount="7 juta").file()
    second = office.named("Toko Kedua")
    told = said(office.open(office.member, ELIGIBILITY, no=second.id))
    assert "Pemohon ini masih punya" in told
    assert f"{first.number} (Masuk, NIK sama)" in told


def test_who_has_nothing_else_is_told_nothing(office):
    form = IntakeForm(office).type_in(applicant__name="Toko Sendiri", applicant__nik=NIK, amount="7 juta")
    assert "masih berjalan" not in said(form.screen)


def test_one_press_fills_the_tenor(office):
    form = IntakeForm(office).type_in(applicant__name="Toko Jangka", amount="7 juta")
    next(one for one in form.screen.button if one.label == "24 bulan").click().run()
    assert form.typed("term_months") == "24"
