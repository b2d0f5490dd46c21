"""From the bank's file to the way home of the collateral: the bank, an officer and the Ketua Harian."""

import re
from datetime import timedelta

from playwright.sync_api import expect
from sqlalchemy import select

from db.sampang.fund.ledger import balances
from db.sampang.loans.loans import loan, loan_of
from db.sampang.servicing.accounts import account_of
from db.sampang.servicing.behind import every_late_loan
from db.sampang.servicing.outlooks import collection
from db.tables import BankRowRow
from domain.money import rupiah
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.letters_due import letters_due
from pages.parts.store import today
from tests.browser.driver import open_screen, settled
from tests.browser.lending import SOON, Desk

A_DAY = timedelta(days=1)


def a_late_loan(store, officer):
    """A loan behind whose plan goes on, whose next letter can go out today, and whose collateral is kept."""
    with store.database.read() as session:
        for one in every_late_loan(session, officer, today()):
            found = collection(session, officer, one.loan_id, today())
            ends_later = found.course.rows[-1].due_on > today() + timedelta(days=90)
            if ends_later and letters_due(found.outlook, found.done) and _kept(found.file) == 1:
                return found, loan_of(session, officer, one.application_id)
    raise LookupError("the demo has a late loan with a letter that can go out")


def _kept(file: LoanFile) -> int:
    return sum(one.waits_to_go_back for one in file.custody)


def downloaded(page, label):
    """Press a button that gives a file, and give its bytes."""
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).locator("visible=true").first.click()
    return waiting.value.path().read_bytes()


def opened(desk, file, tab, expander=None):
    """Open one tab of a loan's file, and what is folded in it."""
    desk.file(file).page.get_by_role("tab", name=tab, exact=True).click()
    if expander:
        desk.page.get_by_text(expander, exact=True).locator("visible=true").first.click()
    settled(desk.page)
    return desk


def bring(bank, number, name, paid_on):
    """The bank tells of a thousand rupiah for a loan."""
    lines = f"No Pinjaman;Nama;Tanggal;Jumlah;No Ref\n{number};{name};{paid_on:%d/%m/%Y};1.000;TRX-1\n"
    page = bank.page
    open_screen(page, f"{bank.url}/penagihan?sebagai={bank.person.id}")
    page.get_by_text("Unggah berkas bank", exact=True).click()
    told = {"name": "angsuran.csv", "mimeType": "text/csv", "buffer": lines.encode()}
    page.locator("input[type=file]").set_input_files(told)
    bank.press("Periksa 1 baris")
    bank.sees("1 baris siap dibukukan, Rp1.000.")
    expect(page.get_by_role("button", name=re.compile("Bukukan"))).to_have_count(0)
    return re.search(r"berkas=(\d+)", page.url).group(1)


def book(officer, file):
    open_screen(officer.page, f"{officer.url}/penagihan?sebagai={officer.person.id}&berkas={file}")
    officer.press(re.compile("Bukukan 1 baris"))
    officer.sees("1 setoran dibukukan.")


def find_in_the_list(officer, name):
    """The late ones, the longest behind first; a search finds the borrower."""
    open_screen(officer.page, f"{officer.url}/penagihan?sebagai={officer.person.id}")
    officer.page.get_by_role("searchbox", name="Cari nama atau nomor").fill(name)
    officer.page.keyboard.press("Enter")
    officer.sees(re.compile("1 pinjaman, yang paling lama menunggak di atas"))


def warn(officer, file, kind):
    opened(officer, file, "Penagihan")
    assert downloaded(officer.page, "Unduh konsep").startswith(b"%PDF")
    officer.write("Nomor surat dari kantor", "900/77/contoh")
    officer.press("Terbitkan")
    officer.sees(re.compile(f"Diterbitkan: {kind.label}"))
    opened(officer, file, "Penagihan").sees(re.compile("nomor 900/77/contoh"))
    assert downloaded(officer.page, "Unduh").startswith(b"%PDF")


def take_money(officer, file, amount):
    opened(officer, file, "Angsuran", "Catat angsuran masuk")
    field = officer.page.get_by_label("Jumlah yang masuk", exact=True).locator("visible=true").first
    assert field.input_value().replace(".", "") == str(amount)  # filled in with what is to be paid
    officer.write("Nomor bukti setor", "STS peramban/1")
    officer.today().press("Catat angsuran")
    officer.sees(re.compile(f"Angsuran {re.escape(rupiah(amount))} tercatat"))
    opened(officer, file, "Angsuran", "Kuitansi")
    assert downloaded(officer.page, "Unduh kuitansi").startswith(b"%PDF")


def settle(officer, file):
    opened(officer, file, "Pelunasan")
    officer.write("Nomor surat dari kantor", "RP/contoh/1")
    officer.press("Simpan dan terbitkan rincian")
    opened(officer, file, "Pelunasan", "Catat uang pelunasan")
    officer.write("Nomor bukti setor", "STS peramban/2")
    officer.today().press("Bukukan pelunasan")
    opened(officer, file, "Pelunasan").sees(re.compile("Lunas sejak .* dengan pelunasan dipercepat"))
    officer.sees(re.compile("1 agunan menunggu kembali"))


def give_back(bank, file):
    opened(bank, file, "Agunan", "Catat kejadian")
    bank.choose("Kejadian", "Diserahkan kembali kepada pemilik")
    bank.write("Nomor tanda terima, akta, atau surat", "TT/contoh/9")
    bank.write("Dengan siapa", "Pemilik agunan")
    bank.today().press("Catat")
    opened(bank, file, "Agunan").sees(re.compile("sudah ditukar atau diserahkan"))


def test_a_late_loan_goes_from_the_banks_file_to_its_collateral(page, server, store):
    bank, officer, lead = (
        Desk(page, server.url, store.who(role))
        for role in (SampangRole.BANK, SampangRole.OFFICER, SampangRole.TEAM_LEAD)
    )
    late, before = a_late_loan(store, officer.person)
    file = before.application_id
    number = bring(bank, before.number, before.name, today() - A_DAY)
    book(officer, number)
    with store.database.read() as session:
        row = session.scalars(select(BankRowRow).where(BankRowRow.file_id == int(number))).one()
        due = account_of(session, officer.person, file, today()).account.due_now.to_pay
    assert (row.loan_id, row.amount) == (before.id, 1_000)

    find_in_the_list(officer, before.name)
    warn(officer, file, letters_due(late.outlook, late.done)[0])
    take_money(officer, file, due)
    settle(officer, file)
    give_back(bank, file)

    lead.file(file).sees(re.compile("Lunas"))
    with store.database.read() as session:
        ended = loan(session, lead.person, before.id)
        assert sum(balances(session).values()) == 0
    assert ended.ended_on == today()
    assert ended.is_settled
    expect(page.get_by_role("heading", name=before.name)).to_be_visible(timeout=SOON)
