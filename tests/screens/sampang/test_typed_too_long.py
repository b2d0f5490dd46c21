"""Pinjaman: a number longer than it may be is said beside its field in words, and nothing is stored."""

import pytest

from db.sampang.loans.loans import loan_of
from db.sampang.origination.collateral_register import register_lines
from domain.sampang.origination.custody import CustodyEvent, thing_key
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.db.sampang.lending import DAY
from tests.screens.as_typed import as_typed
from tests.screens.demo_office import said, unescaped
from tests.screens.sampang.loan_screen import LoanDesk, press

LONG = "9" * 301


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def type_in(screen, slot, **typed):
    """Type into the fields of a form whose nonce stands in a place of the session."""
    nonce = screen.session_state[slot]
    for field, value in typed.items():
        screen.session_state[f"{nonce}:{field.replace('__', '.')}"] = as_typed(value)
    return screen


def beside(screen, words):
    """The sentences under fields that say these words."""
    told = (unescaped(one.value) for one in screen.markdown)
    return [one for one in told if one.startswith(":red[⚠") and words in one]


def pay(desk, file, reference):
    loan = desk.lending.ask(loan_of, desk.office.officer, file)
    screen = desk.open(desk.office.officer, file)
    typed = {"amount": "1.000.000", "on": DAY, "reference": reference}
    return press(type_in(screen, f"payment-nonce-{loan.id}", **typed), "Catat angsuran")


def paid(desk, file):
    return sum(
        one.interest + one.principal for one in desk.lending.ask(loan_of, desk.office.officer, file).laid
    )


def test_a_slip_of_301_letters_books_nothing(desk):
    file = desk.file_at(Stage.DISBURSED)
    screen = pay(desk, file, LONG)
    assert len(beside(screen, "Nomor bukti setor paling panjang 300 huruf; yang diketik 301")) == 1
    assert "Belum tersimpan" in said(screen)
    assert paid(desk, file) == 0


def test_a_slip_of_300_letters_is_booked(desk):
    file = desk.file_at(Stage.DISBURSED)
    pay(desk, file, "9" * 300)
    assert paid(desk, file) == 1_000_000


def keep(desk, file, number):
    bank = desk.office.by_role[SampangRole.BANK]
    (pledged,) = desk.stored(file).file.application.collateral
    slot = f"custody-nonce-{file}-{thing_key(pledged)}"
    screen = type_in(desk.open(bank, file), slot, entry__event=CustodyEvent.RECEIVED)
    typed = {"entry__on": DAY, "entry__number": number, "entry__with_whom": "Bu Rini"}
    return press(type_in(screen.run(), slot, **typed), "Catat")


def lines(desk, file):
    return desk.lending.ask(register_lines, desk.lending.bank, file)


def test_a_receipt_of_301_letters_writes_no_line_into_the_register(desk):
    file = desk.file_at(Stage.APPROVED)
    screen = keep(desk, file, LONG)
    assert len(beside(screen, "Nomor tanda terima, akta, atau surat paling panjang 300 huruf")) == 1
    assert lines(desk, file) == ()


def test_a_receipt_of_300_letters_stands_in_the_register(desk):
    file = desk.file_at(Stage.APPROVED)
    keep(desk, file, "9" * 300)
    (line,) = lines(desk, file)
    assert (line.entry.number, line.entry.with_whom) == ("9" * 300, "Bu Rini")
