"""The words that go with a receipt, and those that remind a borrower."""

from datetime import date

import pytest

from domain.sampang.servicing.payment_receipt import Receipt, reminder
from tests.domain.sampang.servicing.test_account import FEBRUARY, MARCH, account


def test_a_receipt_tells_amount_day_number_parts_and_what_is_left() -> None:
    receipt = Receipt(
        number=41,
        loan="DB-2026-0042",
        borrower="Siti Aminah",
        on=FEBRUARY,
        reference="STS 7",
        interest=5_000,
        principal=100_000,
        owed_after=200_000,
        booked_by="Rina",
    )
    assert receipt.told == (
        "Yth. Siti Aminah, angsuran pinjaman DB-2026-0042 sebesar Rp105.000 sudah kami terima tanggal "
        "28 Februari 2026 (kuitansi 41): jasa Rp5.000, pokok Rp100.000. Sisa pokok Rp200.000. Terima kasih."
    )


@pytest.mark.parametrize(
    ("day", "paid", "told"),
    [
        (date(2026, 2, 1), 0, "berikutnya Rp105.000, jatuh tempo 28 Februari 2026"),
        (FEBRUARY, 0, "hari ini jatuh tempo angsuran pinjaman X Rp105.000"),
        (date(2026, 3, 1), 0, "sejak 28 Februari 2026 belum kami terima sebesar Rp105.000"),
        (MARCH, 5_000, "sebesar Rp100.000, dan hari ini jatuh tempo Rp105.000"),
        (MARCH, 315_000, "pinjaman X sudah lunas"),
    ],
)
def test_a_borrower_is_told_what_is_behind_due_today_or_next(day: date, paid: int, told: str) -> None:
    assert told in reminder("Siti", "X", account(day, (FEBRUARY, paid)))
