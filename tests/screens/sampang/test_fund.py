"""Kas dana: figures that people can follow, an opening balance once, and reversals by two people."""

import re

import pytest

from db.sampang.fund.opening_balance import fund
from db.sampang.loans.loans import journal
from db.sampang.loans.reversal_lists import waiting_reversals
from domain.money import rupiah
from domain.programme import may
from domain.roles import OfficeRole
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.store import now
from tests.people import ROLES, someone
from tests.screens.as_typed import as_typed
from tests.screens.demo_office import HOME, calm, labelled, said

FUND = "pages/sampang/fund/screen.py"
READERS = [role for role in ROLES if may(someone(role), SampangPermission.READ_FUND, SAMPANG)]


def _position(office):
    with office.database.read() as session:
        return fund(session, office.by_role[SampangRole.TEAM_LEAD]).position


def _metrics(screen):
    return {metric.label: metric.value for metric in screen.metric}


def _open_form(screen, amount, on, decree):
    labelled(screen.text_input, "Saldo rekening Tim Pokjanis").set_value(amount)
    labelled(screen.text_input, "Per tanggal").set_value(as_typed(on))
    labelled(screen.text_input, "Nomor keputusan").set_value(decree)
    labelled(screen.button, "Catat saldo awal").click()
    return calm(screen.run())


def _has(screen, label):
    return any(button.label == label for button in screen.button)


@pytest.mark.parametrize("role", READERS)
def test_everybody_who_may_read_the_fund_sees_the_same_four_figures(office, role):
    screen = office.open(office.by_role[role], FUND)
    position = _position(office)
    assert _metrics(screen) == {
        "Bebas": rupiah(position.cash - position.committed),
        "Terikat": rupiah(position.committed),
        "Beredar": rupiah(position.paid_out + position.taken_over - position.returned - position.written_off),
        "Sudah kembali": rupiah(position.returned),
    }


def test_every_figure_shows_its_sum_and_its_provision(office):
    screen = office.open(office.by_role[OfficeRole.LEADERSHIP], FUND)
    position, told = _position(office), said(screen)
    free = f"Kas {rupiah(position.cash)} − terikat {rupiah(position.committed)} = {rupiah(position.free)}"
    lent = (
        f"Dicairkan {rupiah(position.paid_out)} + diambil alih {rupiah(position.taken_over)} "
        f"− kembali {rupiah(position.returned)} − dihapusbukukan {rupiah(position.written_off)} "
        f"= {rupiah(position.lent)}"
    )
    cash = (
        f"Modal {rupiah(position.capital)} − diambil alih {rupiah(position.taken_over)} "
        f"− dicairkan {rupiah(position.paid_out)} "
        f"+ kembali {rupiah(position.returned)} + dihapusbukukan {rupiah(position.written_off)} "
        f"= {rupiah(position.cash)}"
    )
    assert all(line in told for line in (free, lent, cash))
    places = {link.label.removeprefix(":primary[").removesuffix("]") for link in screen.get("page_link")}
    assert {"VIII.5.b", "VI.2.b", "VIII.1.c", "VIII.5.a"} <= places


def test_the_decree_of_the_opening_balance_stands_below_and_the_form_is_gone(office):
    screen = office.open(office.by_role[SampangRole.TEAM_LEAD], FUND)
    assert "menurut SK contoh" in said(screen)
    assert not _has(screen, "Catat saldo awal")


def test_the_accounts_are_all_there_and_balance_in_words(office):
    screen = office.open(office.by_role[SampangRole.OFFICER], FUND)
    listed = screen.dataframe[0].value
    assert set(listed["Akun"]) == {account.label for account in Account}
    assert "Buku seimbang" in said(screen)
    assert "selisih nol" in said(screen)


def test_the_chart_ends_where_the_figures_stand(office):
    screen = office.open(office.by_role[SampangRole.OFFICER], FUND)
    position = _position(office)
    assert f"kas {rupiah(position.cash)}, beredar {rupiah(position.lent)}" in said(screen)
    assert len(screen.get("vega_lite_chart")) == 1


def test_the_journal_shows_debit_and_credit_the_newest_booking_first(office):
    screen = office.open(office.by_role[SampangRole.OFFICER], FUND)
    with office.database.read() as session:
        newest = journal(session, office.officer).lines[0]
    rows = screen.dataframe[1].value
    first = rows[: len(newest.amounts)]
    assert first["No"].iloc[0] == str(newest.id)
    assert first["Uraian"].iloc[0] == newest.memo
    debits = [amount for amount in newest.amounts.values() if amount > 0]
    credits = [-amount for amount in newest.amounts.values() if amount < 0]
    assert sorted(filter(None, first["Debit"])) == sorted(map(rupiah, debits))
    assert sorted(filter(None, first["Kredit"])) == sorted(map(rupiah, credits))


def test_the_leadership_reads_the_books_without_names_and_without_forms(office):
    screen = office.open(office.by_role[OfficeRole.LEADERSHIP], FUND)
    rows = screen.dataframe[1].value
    assert "Dicatat oleh" not in rows
    kinds = "|".join(kind.label for kind in EntryKind)
    told = [words.removesuffix(" (pembalikan diusulkan)") for words in rows["Uraian"] if words]
    numbers = r"( DB-\d{4}-\d{4}| 518/\d{3}/\d{4})?"
    assert [words for words in told if not re.fullmatch(rf"({kinds}){numbers}", words)] == []
    assert not screen.main.button
    assert "Pembalikan menunggu" not in said(screen)


def test_another_page_of_the_journal_shows_older_bookings(office):
    screen = office.open(office.officer, FUND)
    screen.session_state["kas-halaman"] = 2
    calm(screen.run())
    assert "21-40 dari" in said(screen)


def test_a_new_fund_is_explained_kindly_to_those_who_wait_for_it(new_office):
    for role in (SampangRole.OFFICER, OfficeRole.LEADERSHIP):
        screen = new_office.open(new_office.by_role[role], FUND)
        assert "Saldo awal dana belum dicatat" in said(screen)
        assert "Ketua Harian mencatatnya" in said(screen)
        assert not screen.metric
        assert not _has(screen, "Catat saldo awal")


def test_the_lead_opens_the_fund_once_with_its_decree(new_office):
    screen = new_office.open(new_office.by_role[SampangRole.TEAM_LEAD], FUND)
    day = now().date().replace(day=1)
    _open_form(screen, "850 juta", day, "188/7/KEP/434.013/2024")
    assert _metrics(screen)["Bebas"] == "Rp850.000.000"
    assert "188/7/KEP/434.013/2024" in said(screen)
    assert not _has(screen, "Catat saldo awal")
    assert _position(new_office).capital == 850_000_000


@pytest.mark.parametrize(
    ("amount", "decree", "sentence"),
    [
        ("", "SK 1", "Saldo rekening Tim Pokjanis belum diisi."),
        ("0", "SK 1", "Saldo rekening Tim Pokjanis harus antara Rp1"),
        ("banyak", "SK 1", "tidak terbaca"),
        ("850 juta", " ", "Nomor keputusan belum diisi."),
        ("850 juta", "x" * 301, "Nomor keputusan paling panjang 300 huruf; yang diketik 301."),
    ],
)
def test_a_wrong_opening_balance_is_explained_and_nothing_is_stored(new_office, amount, decree, sentence):
    screen = new_office.open(new_office.by_role[SampangRole.TEAM_LEAD], FUND)
    _open_form(screen, amount, now().date(), decree)
    assert sentence in said(screen)
    assert "Belum tersimpan" in said(screen)
    assert not _position(new_office).is_open


def test_two_leads_who_open_the_fund_at_once_open_it_only_once(new_office):
    lead = new_office.by_role[SampangRole.TEAM_LEAD]
    first, second = new_office.open(lead, FUND), new_office.open(lead, FUND)
    _open_form(first, "850 juta", now().date(), "SK 1")
    _open_form(second, "900 juta", now().date(), "SK 2")
    assert "Saldo awal sudah dicatat menurut SK 1" in said(second)
    assert _position(new_office).capital == 850_000_000


def test_a_lead_approves_what_somebody_else_asked_to_reverse(office):
    before = _position(office)
    screen = office.open(office.by_role[SampangRole.TEAM_LEAD], FUND)
    with office.database.read() as session:
        (waiting,) = waiting_reversals(session, office.by_role[SampangRole.TEAM_LEAD])
    labelled(screen.button, "Setujui pembalikan").click()
    calm(screen.run())
    assert "Pembalikan disetujui" in said(screen)
    assert not _has(screen, "Setujui pembalikan")
    with office.database.read() as session:
        newest = journal(session, office.officer).lines[0]
    assert newest.reverses_id == waiting.entry_id
    assert _position(office).cash == before.cash - _principal_of(office, waiting.entry_id)


def _principal_of(office, entry_id):
    with office.database.read() as session:
        pages = (journal(session, office.officer, page=number, page_size=200) for number in (1, 2))
        (line,) = [line for page in pages for line in page.lines if line.id == entry_id]
    return line.amounts.get(Account.FUND_CASH, 0)


def test_an_officer_sees_that_a_reversal_waits_and_cannot_approve_it(office):
    screen = office.open(office.officer, FUND)
    assert "Pembalikan menunggu persetujuan (1)" in said(screen)
    assert "Menunggu Ketua Harian" in said(screen)
    assert not _has(screen, "Setujui pembalikan")


def test_an_officer_asks_for_a_payment_on_the_page_to_be_reversed(office):
    screen = office.open(office.officer, FUND)
    choice = labelled(screen.selectbox, "Pembukuan")
    choice.select_index(0)
    labelled(screen.text_area, "Alasan").set_value("Salah nomor pinjaman")
    labelled(screen.button, "Usulkan pembalikan").click()
    calm(screen.run())
    assert "Pembalikan menunggu persetujuan (2)" in said(screen)
    assert "Salah nomor pinjaman" in said(screen)
    assert "(pembalikan diusulkan)" in "".join(screen.dataframe[1].value["Uraian"])


def test_a_reversal_without_a_reason_is_explained_and_not_stored(office):
    screen = office.open(office.officer, FUND)
    labelled(screen.selectbox, "Pembukuan").select_index(0)
    labelled(screen.button, "Usulkan pembalikan").click()
    calm(screen.run())
    assert "Alasan belum diisi." in said(screen)
    assert "Pembalikan menunggu persetujuan (1)" in said(screen)


def _close_reversal(screen, field, reason, button):
    labelled(screen.text_area, field).set_value(reason)
    labelled(screen.button, button).click()
    return calm(screen.run())


def test_a_lead_returns_a_reversal_and_its_officer_reads_why_and_asks_again(office):
    before = _position(office)
    screen = office.open(office.by_role[SampangRole.TEAM_LEAD], FUND)
    _close_reversal(screen, "Mengapa dikembalikan", "Buktinya benar", "Ya, kembalikan usulan ini")
    assert "dikembalikan kepada" in said(screen)
    assert not _has(screen, "Setujui pembalikan")
    assert _position(office) == before
    home = office.open(office.officer, HOME)
    assert _metrics(home)["Usul pembalikan dikembalikan"] == "1"
    screen = office.open(office.officer, FUND)
    assert "Usul pembalikan dikembalikan kepada Anda (1)" in said(screen)
    assert "Buktinya benar" in said(screen)
    again = labelled(screen.text_area, "Alasan pembalikan")
    assert again.value
    again.set_value("Setoran ini milik DB lain, bukti terlampir")
    labelled(screen.button, "Usulkan pembalikan lagi").click()
    calm(screen.run())
    assert "Pembalikan menunggu persetujuan (1)" in said(screen)
    assert "Setoran ini milik DB lain" in said(screen)
    assert "dikembalikan kepada Anda" not in said(screen)


def test_an_officer_takes_back_a_reversal_and_it_stays_readable(office):
    screen = office.open(office.officer, FUND)
    _close_reversal(screen, "Mengapa ditarik", "Ternyata sudah benar", "Ya, tarik usulan ini")
    assert "Pembalikan menunggu" not in said(screen)
    assert "Usul pembalikan yang dikembalikan atau ditarik (1)" in [box.label for box in screen.expander]
    assert "Ternyata sudah benar" in said(screen)
    lead = office.open(office.by_role[SampangRole.TEAM_LEAD], FUND)
    assert not _has(lead, "Setujui pembalikan")
    assert "Ternyata sudah benar" in said(lead)


def test_returning_a_reversal_needs_a_reason(office):
    screen = office.open(office.by_role[SampangRole.TEAM_LEAD], FUND)
    _close_reversal(screen, "Mengapa dikembalikan", " ", "Ya, kembalikan usulan ini")
    assert "Mengapa dikembalikan belum diisi" in said(screen)
    assert _has(screen, "Setujui pembalikan")
